"""Canonical text: the one form of a report's text that all offsets count in."""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"  # soft hyphen, joiners, marks
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\uffff]"  # overrides, byte order mark
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_TRAILING = re.compile(r"(?<! ) ++$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")


def canonical(text: str) -> str:
    """Return `text` in canonical form; doing it twice changes nothing.

    Unicode NFC; lines end in LF; every kind of space is a plain one; control, zero-width and
    bidirectional-override characters are gone, for they can make a quote read otherwise than its
    characters; no spaces at line ends, no blank lines at either end and never two in a row. Not a word is
    removed.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _SURROGATES.sub("\ufffd", _INVISIBLE.sub("", _SPACES.sub(" ", text)))
    text = _TRAILING.sub("", unicodedata.normalize("NFC", text))
    return _BLANK_LINES.sub("\n\n", text).strip("\n")


def well_formed(text: str) -> str:
    """Return a text in which what is no character, as in a file name of another encoding, is U+FFFD."""
    return _SURROGATES.sub("\ufffd", text)


def one_line(text: str | None) -> str | None:
    """Return a metadata value in canonical form on one line; None where nothing is left."""
    return " ".join(canonical(text or "").split()) or None
