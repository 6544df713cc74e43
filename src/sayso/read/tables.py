"""Tables of reports: JSONL, JSON, CSV, TSV and Parquet, read record by record."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import islice
from typing import Any, BinaryIO

from sayso.model.ids import bytes_id
from sayso.model.report import Problem, Received
from sayso.read.encodings import decode
from sayso.read.kinds import HEAD_BYTES, Kind
from sayso.read.reading import MAX_CHARACTERS, MAX_LINE, Reading, trouble
from sayso.read.urls import canonical


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column (or JSON key) holds what; None is guessed from the usual names, in any letter case."""

    text: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None


ROWS = 256
"""Rows of a Parquet file that are taken apart at a time."""

_USUAL: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "article_text", "full_text", "fulltext", "maintext",
             "articlebody", "paragraphs"),
    "title": ("title", "headline", "head"),
    "url": ("url", "link", "canonical_url", "web_url", "uri"),
    "published": ("published", "date", "date_publish", "published_at", "publishedat", "publication_date",
                  "pubdate", "date_published", "datepublished", "publish_date", "published_date",
                  "publishing_date"),
    "updated": ("updated", "modified", "date_modify", "updated_at", "date_modified", "datemodified"),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper", "site", "source_name",
               "source_domain", "sitename", "domain"),
    "byline": ("byline", "author", "authors", "creator"),
    "language": ("language", "lang"),
}  # fmt: skip
"""Names that feeds, crawlers and archives give their columns, the likeliest first."""

_ANY_USUAL = frozenset(name for names in _USUAL.values() for name in names)
_ADDRESS = re.compile(r"https?://\S+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Record:
    """One record: its number among the records, the line it starts on, its values or what is wrong with
    it."""

    number: int
    line: int
    raw: bytes
    values: dict[str, Any] | None
    wrong: str = ""
    replaced: bool = False


def read(stream: BinaryIO, name: str, kind: Kind, columns: Columns) -> Reading:
    """Return a report for each record of a table; `stream` stands at its start and can seek.

    The n-th record is named `name#n`, broken ones counted, so that mending one leaves the names of the
    others. Its raw bytes are its line (JSONL) or its values as JSON. A broken record is a problem that
    names its line.
    """
    found = list(stream_of(stream, name, kind, columns))
    return Reading(
        tuple(one for one in found if isinstance(one, Received)),
        tuple(one for one in found if isinstance(one, Problem)),
    )


def stream_of(stream: BinaryIO, name: str, kind: Kind, columns: Columns) -> Iterator[Received | Problem]:
    """Yield what `read` returns one by one, for tables that are larger than the memory."""
    keys: dict[str, None] = {}
    empty = True
    for record in _RECORDS[kind](stream):
        keys.update(dict.fromkeys(record.values or ()))
        item, wrong = _item(record, name, columns)
        empty = False
        if item:
            yield item
        yield from wrong
    if empty:
        yield trouble(name, "nothing-readable", f"{name} is a table without records.")
    else:
        yield from _column_problems(name, columns, list(keys))


def _item(record: _Record, name: str, columns: Columns) -> tuple[Received | None, list[Problem]]:
    label = f"{name}#{record.number}"
    if record.values is None:
        return None, [
            trouble(name, "broken-line", f"Line {record.line} of {name} {record.wrong}; it was left out.")
        ]
    text = _value(record.values, "text", columns) or ""
    if not text.strip():
        return None, [_textless(record, name, columns)]
    if len(text) > MAX_CHARACTERS:
        size = f"{len(text):,} characters; a report has at most {MAX_CHARACTERS:,}"
        return None, [trouble(label, "too-large", f"The record on line {record.line} of {name} has {size}.")]
    item = Received(name=label, raw=record.raw, text=text, **described(record.values, columns))
    if not record.replaced:
        return item, []
    message = f"Line {record.line} of {name} holds bytes that are not valid text; they were replaced."
    return item, [trouble(label, "broken-encoding", message, bytes_id(item.url or item.name, item.raw))]


def described(values: Mapping[str, Any], columns: Columns) -> dict[str, str | None]:
    """Return what a record says of its article, by the fields of `Received`; its text is none of them.

    A `source` that is an address is where the article stands, as clippers write it, and no outlet.
    """
    found = {part.name: _value(values, part.name, columns) for part in fields(Columns) if part.name != "text"}
    if _ADDRESS.match(found["outlet"] or ""):
        found["url"], found["outlet"] = found["url"] or found["outlet"], None
    return {**found, "url": canonical(found["url"])}


def is_usual(key: str) -> bool:
    """Say whether a key is a usual name of a column that describes an article or holds its text."""
    return key.lower().strip() in _ANY_USUAL


def _textless(record: _Record, name: str, columns: Columns) -> Problem:
    values = record.values or {}
    if _key(values, "text", columns) is None:
        wanted = columns.text or "text, body or content"
        have = ", ".join(list(values)[:12])
        message = f"The record on line {record.line} of {name} has no column {wanted}, only: {have}."
        return trouble(f"{name}#{record.number}", "no-text-column", message)
    return trouble(
        f"{name}#{record.number}", "empty", f"The record on line {record.line} of {name} has no text."
    )


def _column_problems(name: str, columns: Columns, keys: list[str]) -> Iterator[Problem]:
    """A column asked for by name that no record has is said once, not lost in silence."""
    lowered = {key.lower() for key in keys}
    for part in fields(Columns):
        wanted = getattr(columns, part.name)
        if wanted is not None and wanted.lower() not in lowered and part.name != "text":
            yield trouble(
                name, "missing-column", f"{name} has no column {wanted}, which was to give the {part.name}."
            )


def _key(values: Mapping[str, Any], part: str, columns: Columns) -> str | None:
    wanted = getattr(columns, part)
    lowered = {key.lower().strip(): key for key in reversed(list(values))}
    names = _USUAL[part] if wanted is None else (wanted.lower(),)
    present = [lowered[name] for name in names if name in lowered]
    return next(
        (key for key in present if values[key] not in (None, "", [])), present[0] if present else None
    )


def _value(values: Mapping[str, Any], part: str, columns: Columns) -> str | None:
    key = _key(values, part, columns)
    return None if key is None else _words(values[key], "\n\n" if part == "text" else ", ")


def _words(value: Any, joint: str) -> str | None:
    """A cell as text: lists joined, an object by its `name`, numbers as they print."""
    if isinstance(value, list):
        return joint.join(filter(None, (_words(part, joint) for part in value))) or None
    if isinstance(value, dict):
        return _words(value.get("name"), joint)
    if value is None or isinstance(value, bool):
        return None
    return str(value).strip("\ufeff") or None


def _jsonl(stream: BinaryIO) -> Iterator[_Record]:
    number = 0
    for line, raw in enumerate(iter(lambda: stream.readline(MAX_LINE + 1), b""), 1):
        if len(raw) > MAX_LINE:
            yield _Record(
                number + 1, line, b"", None, f"is longer than {MAX_LINE // 2**20} MB, as is what follows"
            )
            return
        bare = raw.strip().removeprefix(b"\xef\xbb\xbf") if line == 1 else raw.strip()
        if bare:
            number += 1
            yield _parsed(number, line, bare)


def _parsed(number: int, line: int, raw: bytes) -> _Record:
    decoded = decode(raw)
    try:
        values = json.loads(decoded.text, strict=False)
    except (ValueError, RecursionError):
        return _Record(number, line, raw, None, "is not valid JSON")
    if not isinstance(values, dict):
        return _Record(number, line, raw, None, "is not a JSON object")
    return _Record(number, line, raw, values, replaced=decoded.broken_at is not None)


def _json(stream: BinaryIO) -> Iterator[_Record]:
    """A list of objects, one object, or an object around one list of objects."""
    decoded = decode(stream.read())
    try:
        whole = json.loads(decoded.text, strict=False)
    except json.JSONDecodeError as error:
        yield _Record(1, error.lineno, b"", None, "is not valid JSON, so none of the file could be read")
        return
    except (ValueError, RecursionError):
        yield _Record(1, 1, b"", None, "starts JSON that is nested too deeply or holds too long a number")
        return
    for number, value in enumerate(_listed(whole), 1):
        values = value if isinstance(value, dict) else None
        raw = json.dumps(value, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
        broken = decoded.broken_at is not None
        yield _Record(number, number, raw, values, "(counting records) is not a JSON object", replaced=broken)


def _listed(whole: Any) -> list[Any]:
    if isinstance(whole, dict):
        lists = [
            part for part in whole.values() if isinstance(part, list) and part and isinstance(part[0], dict)
        ]
        has_text = any(key.lower() in _USUAL["text"] for key in whole)
        return lists[0] if len(lists) == 1 and not has_text else [whole]
    return whole if isinstance(whole, list) else [whole]


def _csv(stream: BinaryIO) -> Iterator[_Record]:
    return _rows(stream, None)


def _tsv(stream: BinaryIO) -> Iterator[_Record]:
    return _rows(stream, "\t")


def _rows(stream: BinaryIO, separator: str | None) -> Iterator[_Record]:
    head = stream.read(HEAD_BYTES)
    stream.seek(0)
    encoding = decode(head[: head.rfind(b"\n") + 1] or head).encoding
    lines = io.TextIOWrapper(
        stream, "utf-8-sig" if encoding == "utf-8" else encoding, errors="replace", newline=""
    )
    csv.field_size_limit(MAX_CHARACTERS + 1)  # Python's own limit, 131,072, is shorter than a long report
    first = lines.readline(MAX_LINE)
    names = next(csv.reader([first], delimiter=separator or _separator(first)), [])
    reader = csv.reader((line.replace("\0", "") for line in lines), delimiter=separator or _separator(first))
    yield from _numbered(reader, [name.strip("\ufeff ") for name in names])
    lines.detach()


def _separator(header: str) -> str:
    return max(",;\t|", key=header.count)


def _numbered(reader: Any, names: list[str]) -> Iterator[_Record]:
    number = 0
    while True:
        line = reader.line_num + 2  # the header is line 1 and was read apart
        try:
            row = next(reader, None)
        except csv.Error:
            number += 1
            yield _Record(
                number, line, b"", None, "starts a row that cannot be read (is a quotation mark missing?)"
            )
            continue
        if row is None:
            return
        if any(cell.strip() for cell in row):
            number += 1
            yield _row(number, line, names, row)


def _row(number: int, line: int, names: list[str], row: list[str]) -> _Record:
    if len(row) > len(names):
        return _Record(number, line, b"", None, f"has {len(row)} cells where the header has {len(names)}")
    values: dict[str, Any] = dict(zip(names, row, strict=False))
    raw = json.dumps(values, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    return _Record(
        number, line, raw, values, replaced=any("\ufffd" in cell for cell in islice(row, len(names)))
    )


def _parquet(stream: BinaryIO) -> Iterator[_Record]:
    """Dates become text as they print; a file that breaks off gives what came before."""
    import pyarrow as pa
    from pyarrow import parquet

    number = 0
    try:
        for batch in parquet.ParquetFile(stream).iter_batches(batch_size=ROWS):
            for values in batch.to_pylist():
                number += 1
                yield _Record(number, number, _bytes_of(values), values)
    except (pa.ArrowException, OSError) as error:
        wrong = f"cannot be read as Parquet ({' '.join(str(error).split())[:80]})"
        yield _Record(number + 1, number + 1, b"", None, wrong)


def _bytes_of(values: dict[str, Any]) -> bytes:
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, default=str)
    return text.encode("utf-8", "surrogatepass")


_RECORDS = {Kind.JSONL: _jsonl, Kind.JSON: _json, Kind.CSV: _csv, Kind.TSV: _tsv, Kind.PARQUET: _parquet}
