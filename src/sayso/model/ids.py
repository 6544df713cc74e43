"""Content-hash ids: the same facts get the same ids on every machine, in any order of input."""

import hashlib
from collections.abc import Iterable

ID_LENGTH = 16
"""Hex digits kept of the SHA-256 digest: 64 bits, so a collision among a million facts has odds of about 1 in
40 million."""

_SEPARATOR = "\x1f"


def content_id(room: str, *parts: object) -> str:
    """Return the id of a thing in `room` (say `"statement"`) made of `parts`, in the order given.

    Parts are turned into text with `str` and joined by a character that no report can hold
    (`clean` removes control characters), so two different lists of parts never look alike.
    """
    joined = _SEPARATOR.join([room, *(str(part) for part in parts)])
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def bytes_id(name: str, raw: bytes) -> str:
    """Return a report's id: the hash of its canonical URL or base name, and its raw bytes (DESIGN §4.10)."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass"))
    digest.update(b"\x1f")
    digest.update(raw)
    return digest.hexdigest()[:ID_LENGTH]


def smallest(ids: Iterable[str]) -> str:
    """Return the smallest id, from which the id of a group of facts is made; the empty string for none."""
    return min(ids, default="")
