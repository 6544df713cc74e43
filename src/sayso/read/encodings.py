"""Bytes to text: byte order mark, declared charset, UTF-8, then the likeliest legacy encoding."""

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16 LE, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_TEXT_ENCODINGS = re.compile(
    r"utf-?8|utf-?16(-?[lb]e)?|(windows-|cp)(125\d|874)|iso-?8859-?\d{1,2}|koi8-[ru]|gb2312|gbk|gb18030|big5"
    r"|shift[_-]jis|euc-(jp|kr)|iso-2022-(jp|kr)|macintosh|tis-620|us-ascii|ascii|latin-?1"
)
"""Charsets that pages declare. Python's codecs that are no charsets (zlib, idna, unicode_escape …) stay
out."""

_WESTERN = re.compile(r"iso-?8859-?1|us-ascii|ascii|latin-?1")
"""Labels that browsers read as windows-1252 (WHATWG Encoding Standard)."""

_WESTERN_SHARE = 0.15
"""Up to this share of bytes above 127 a legacy text is read as windows-1252: Latin letters with some
accents."""

UNPARSABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML or HTML may hold; libxml2 stops at them."""

_GUESS_BYTES = 64 * 2**10


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, its encoding, the byte offset of the first byte that did not fit (or None), and whether it
    was guessed."""

    text: str
    encoding: str
    broken_at: int | None = None
    guessed: bool = False


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Return the text of `raw`; bytes that do not fit become U+FFFD. Never raises.

    A byte order mark beats everything, valid UTF-8 beats a declared charset (servers often declare a wrong
    one, and other text is hardly ever valid UTF-8 by chance), a declared charset that fits beats a guess.
    """
    marked = _by_mark(raw)
    if marked is not None:
        return marked
    wanted = _known(declared)
    for encoding in _strict_candidates(raw, wanted):
        text = _strictly(raw, encoding)
        if text is not None:
            return Decoded(text, encoding)
    return _broken(raw)


def _by_mark(raw: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            decoded = _with_replacement(raw[len(mark) :], encoding)
            broken_at = None if decoded.broken_at is None else decoded.broken_at + len(mark)
            return Decoded(decoded.text, encoding, broken_at)
    return None


def _known(declared: str | None) -> str | None:
    label = (declared or "").strip().strip("\"'").lower()
    if not _TEXT_ENCODINGS.fullmatch(label):
        return None
    name = "cp1252" if _WESTERN.fullmatch(label) else label.replace("windows-", "cp")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _strict_candidates(raw: bytes, wanted: str | None) -> tuple[str, ...]:
    wide = _without_mark(raw)
    if wide is not None:
        return (wide,)
    if wanted is None:
        return ("utf-8",)
    seven_bit = wanted.startswith("iso2022")  # its bytes are valid ASCII, so it must go first
    return (wanted, "utf-8") if seven_bit else ("utf-8", wanted)


def _without_mark(raw: bytes) -> str | None:
    """UTF-16 without a mark: in Latin text every other byte is zero."""
    head = raw[: _GUESS_BYTES // 16]
    half = max(len(head) // 2, 1)
    if len(raw) % 2 or b"\0" not in head:
        return None
    if head[1::2].count(0) > 0.7 * half and head[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _with_replacement(raw: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        return Decoded(raw.decode(encoding, "replace"), encoding, error.start)


def _broken(raw: bytes) -> Decoded:
    """Text that is not valid UTF-8: mostly UTF-8 with damage, or a legacy encoding."""
    as_utf8 = _with_replacement(raw, "utf-8")
    damaged = as_utf8.text.count("\ufffd")
    sound = sum(1 for character in as_utf8.text if character > "\x7f") - damaged
    if sound >= damaged:
        return as_utf8
    decoded = _with_replacement(raw, _legacy(raw))
    return Decoded(decoded.text, decoded.encoding, decoded.broken_at, guessed=True)


def _legacy(raw: bytes) -> str:
    high = sum(1 for byte in raw if byte > 0x7F)
    if high <= _WESTERN_SHARE * len(raw):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_GUESS_BYTES]).best()
    return "cp1252" if best is None or best.encoding.startswith("utf") else best.encoding
