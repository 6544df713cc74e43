"""One file, page or pasted text, whatever its kind, to the items it holds."""

from dataclasses import dataclass
from typing import BinaryIO

from sayso.model.ids import bytes_id
from sayso.read import feeds, html, tables, text
from sayso.read.encodings import Decoded, decode
from sayso.read.kinds import HEAD_BYTES, TABLES, Kind, Sniffed, sniff
from sayso.read.reading import MAX_BYTES, Reading, refusal, trouble
from sayso.read.tables import Columns


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes to be read from a stream that can seek, and what is known about them beforehand."""

    stream: BinaryIO
    name: str
    suffix: str = ""
    url: str | None = None
    charset: str | None = None
    pasted: bool = False


def read(content: Content, columns: Columns) -> Reading:
    """Return the items in one file, page or pasted text, and its problems."""
    head = content.stream.read(HEAD_BYTES)
    content.stream.seek(0)
    sniffed = sniff(head, content.suffix)
    if sniffed.kind is Kind.BINARY or (sniffed.kind is Kind.EMPTY and len(head) < HEAD_BYTES):
        return _unusable(content.name, sniffed)
    if sniffed.kind in TABLES:
        return tables.read(content.stream, content.name, sniffed.kind, columns)
    raw = content.stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        return refusal(content.name, "too-large", _too_large(content.name, sniffed.kind))
    if sniffed.kind is Kind.JSON:
        content.stream.seek(0)
        return tables.read(content.stream, content.name, sniffed.kind, columns)
    if sniffed.kind is Kind.HTML:
        return html.read(raw, content.name, url=content.url, charset=content.charset)
    if sniffed.kind is Kind.FEED:
        return feeds.read(raw, content.name, url=content.url, charset=content.charset)
    return _text(content, raw, columns, marked=sniffed.kind is Kind.MARKDOWN)


def _unusable(name: str, sniffed: Sniffed) -> Reading:
    if sniffed.kind is Kind.EMPTY:
        return refusal(name, "empty", f"{name} is empty.")
    what = sniffed.what if sniffed.what != "not text" else "not a text file"
    return refusal(
        name,
        "binary",
        f"{name} is {what}; sayso reads text, HTML, feeds and tables. Save its text and try again.",
    )


def _too_large(name: str, kind: Kind) -> str:
    advice = " Save it with one JSON object a line (JSONL) and try again." if kind is Kind.JSON else ""
    return f"{name} is larger than {MAX_BYTES // 2**20} MB and not a table, so it was not read.{advice}"


def _text(content: Content, raw: bytes, columns: Columns, *, marked: bool) -> Reading:
    decoded = decode(raw, content.charset)
    reading = text.read(
        decoded.text,
        content.name,
        raw,
        numbered=content.pasted,
        url=content.url,
        marked=marked,
        columns=columns,
    )
    warning = _encoding_warning(content.name, decoded)
    if warning is None or not reading.items:
        return reading
    rule, message = warning
    first = reading.items[0]
    problem = trouble(content.name, rule, message, bytes_id(first.url or first.name, first.raw))
    return Reading(reading.items, (*reading.problems, problem))


def _encoding_warning(name: str, decoded: Decoded) -> tuple[str, str] | None:
    if decoded.broken_at is not None:
        where = f"from byte {decoded.broken_at:,} on"
        return (
            "broken-encoding",
            f"{name} holds bytes that are not valid {decoded.encoding} {where}; they were replaced.",
        )
    if decoded.guessed:
        return (
            "encoding-guessed",
            f"{name} is not UTF-8 and was read as {decoded.encoding}; save it as UTF-8 if letters are wrong.",
        )
    return None
