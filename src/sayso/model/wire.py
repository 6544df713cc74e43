"""Dataclasses to compact JSON and back at the speed of C: for what sayso writes to read it again.

The values are those of `codec`, number for number. What msgspec does not take (half of a character, numbers
beyond any float, JSON written by others with other spaces) goes the way of `codec`, which also says in words
what is wrong with it.
"""

import json
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from sayso.model.codec import from_plain, to_plain

if TYPE_CHECKING:
    from msgspec.json import Decoder, Encoder

T = TypeVar("T")

_AS_NAMED, _IN_FILES = b'"from_":', b'"from":'
"""The one field that is called otherwise in Python than in a file. With a bare quotation mark before it and a
colon right behind, it is a key and no part of a text."""


def dumped(value: object) -> bytes:
    """Return a dataclass as JSON in UTF-8, without spaces."""
    try:
        return _encoder().encode(value).replace(_AS_NAMED, _IN_FILES)
    except (UnicodeError, OverflowError):
        text = json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "surrogatepass")


def loaded(kind: type[T], body: bytes) -> T:
    """Return the value of type `kind` that JSON holds; raise `DataError` where they do not fit, and
    `ValueError` for what is no JSON."""
    hint: Any = kind
    try:
        found = _decoder(hint).decode(body.replace(_IN_FILES, _AS_NAMED))
    except ValueError:  # msgspec's own are kinds of it, and so are those of UTF-8
        found = from_plain(kind, json.loads(body.decode("utf-8", "surrogatepass")))
    assert isinstance(found, kind)
    return found


@cache
def _encoder() -> "Encoder":
    from msgspec.json import Encoder

    return Encoder()


@cache
def _decoder(kind: Any) -> "Decoder[Any]":
    from msgspec.json import Decoder

    return Decoder(kind)
