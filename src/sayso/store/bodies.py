"""Values in a column: compressed JSON of the model's dataclasses. Never a pickle: the file may be a
stranger's."""

import zlib
from typing import TypeVar

from sayso.errors import StoreError
from sayso.heap import unswept
from sayso.model.wire import dumped, loaded

T = TypeVar("T")

LEVEL = 3
"""Of compression: level 6 makes bodies a tenth smaller and takes twice as long."""

LARGEST = 512 * 2**20
"""Bytes that a body may unfold to; a dossier of 500 long articles has a tenth of it."""


def packed(value: object) -> bytes:
    """Return the body of a dataclass."""
    return zlib.compress(dumped(value), LEVEL)


def unpacked(kind: type[T], body: bytes) -> T:
    """Return the value of type `kind` that a body holds; raise `StoreError` or `DataError` when it holds
    none."""
    unfolding = zlib.decompressobj()
    try:
        text = unfolding.decompress(body, LARGEST)
        if unfolding.unconsumed_tail:
            raise StoreError("a row of the database unfolds to more than it may: the file is damaged")
        with unswept():
            return loaded(kind, text)
    except (ValueError, RecursionError, zlib.error) as error:
        raise StoreError(f"a row of the database is damaged: {error}") from error
