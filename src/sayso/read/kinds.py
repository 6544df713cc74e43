"""What kind of file it is: told from its first bytes, then from its suffix."""

import json
import re
from dataclasses import dataclass
from enum import StrEnum

from sayso.read.encodings import decode

HEAD_BYTES = 256 * 2**10
"""How much of a file is looked at to tell its kind: room for the first line of nearly every JSONL table."""


class Kind(StrEnum):
    """The kinds of input that can be told apart."""

    EMPTY = "empty"
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    FEED = "feed"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    PARQUET = "parquet"
    BINARY = "binary"


TABLES = frozenset({Kind.JSONL, Kind.CSV, Kind.TSV, Kind.PARQUET})
"""Kinds that are read record by record, however long the file is."""


@dataclass(frozen=True, slots=True)
class Sniffed:
    """The kind, and for a binary file what it is in plain words ("a PDF")."""

    kind: Kind
    what: str = ""


_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\x00", "a database"),
)

_SUFFIXES = {
    ".html": Kind.HTML, ".htm": Kind.HTML, ".xhtml": Kind.HTML, ".mhtml": Kind.TEXT,
    ".json": Kind.JSON, ".jsonl": Kind.JSONL, ".ndjson": Kind.JSONL,
    ".md": Kind.MARKDOWN, ".markdown": Kind.MARKDOWN,
    ".csv": Kind.CSV, ".tsv": Kind.TSV, ".tab": Kind.TSV,
    ".rss": Kind.FEED, ".atom": Kind.FEED, ".rdf": Kind.FEED,
}  # fmt: skip

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROLS = 0.02
"""A larger share of control characters is no text; terminals and old wires leave a stray one now and then."""

PROLOG = r"\s*+(?>(?:<\?(?s:.)*?\?>|<!--(?s:.)*?-->)\s*+)*+"
"""What may stand before a document's first tag. Never tried a second way (`?>`, `*+`): a file that opens with
fifty comments would take as many years."""

_HTML = re.compile(rf"{PROLOG}<(!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_DOCTYPE = r"(?><!DOCTYPE[^>\[]*+(?:\[[^\]]*+\])?\s*+>)?+"
_FEED = re.compile(rf"{PROLOG}{_DOCTYPE}{PROLOG}<(rss|feed|(\w+:)?RDF)[\s>:]", re.IGNORECASE)
_JSON_FEED = re.compile(r"\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org")
_HTML_INSIDE = re.compile(r"<(html|head|body|article)[\s>]", re.IGNORECASE)
_JSON = re.compile(r"\s*(\[\s*(\{|\])|\{\s*[\"}])")
_FEED_HEAD = 2000
"""Characters in which a JSON feed names its version."""

_HEADINGS = frozenset(
    {"text", "body", "content", "title", "headline", "url", "link", "date", "published", "source", "outlet"}
)


def sniff(head: bytes, suffix: str = "") -> Sniffed:
    """Return the kind of a file whose first bytes are `head` and whose name ends in `suffix` (with its
    dot)."""
    if not head.strip():
        return Sniffed(Kind.EMPTY)
    for magic, what in _MAGIC:
        if head.startswith(magic):
            return Sniffed(Kind.BINARY, what)
    if head.startswith(b"PAR1"):
        return Sniffed(Kind.PARQUET)
    text = decode(_whole_characters(head)).text
    if len(_CONTROLS.findall(text)) > _MAX_CONTROLS * len(text):
        return Sniffed(Kind.BINARY, "not text")
    return Sniffed(_text_kind(text, suffix.lower()))


def _whole_characters(head: bytes) -> bytes:
    """A head that was cut may end inside a character; whole lines do not."""
    return head[: head.rfind(b"\n") + 1] or head if len(head) >= HEAD_BYTES else head


def _text_kind(text: str, suffix: str) -> Kind:
    if not text.strip():
        return Kind.EMPTY
    if _HTML.match(text):
        return Kind.HTML
    if _FEED.match(text):
        return Kind.FEED
    by_suffix = _SUFFIXES.get(suffix)
    if _JSON.match(text):
        return Kind.FEED if _JSON_FEED.search(text[:_FEED_HEAD]) else _json_kind(text, by_suffix)
    if by_suffix is Kind.HTML and not _HTML_INSIDE.search(text) and "<" not in text:
        return Kind.TEXT
    if by_suffix is Kind.FEED and not text.lstrip().startswith("<"):
        return _plain_kind(text)
    if by_suffix is not None:
        return by_suffix
    return _plain_kind(text)


def _json_kind(text: str, by_suffix: Kind | None) -> Kind:
    """One object a line is JSONL whatever the name says; a line that is no whole object is JSON."""
    first, _, rest = text.lstrip().partition("\n")
    if by_suffix is Kind.JSONL:
        return Kind.JSONL
    try:
        whole = isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        whole = False
    if whole and (by_suffix is not Kind.JSON or rest.lstrip().startswith("{")):
        return Kind.JSONL
    return Kind.JSON


def _plain_kind(text: str) -> Kind:
    """A first line that names two known columns is the header of a table without a telling suffix."""
    header = text.lstrip().partition("\n")[0].lower()
    for separator, kind in (("\t", Kind.TSV), (",", Kind.CSV)):
        cells = {cell.strip().strip('"') for cell in header.split(separator)}
        if len(cells & _HEADINGS) >= 2:
            return kind
    return Kind.TEXT
