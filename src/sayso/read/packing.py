"""Bodies as they come over the line, unpacked no further than a limit."""

import zlib
from collections.abc import Iterator

from sayso.errors import FetchError

PACKED = frozenset({"gzip", "x-gzip", "deflate"})
"""What is unpacked. One packing only: packings inside each other blow a small answer up without bound."""

_GZIP = b"\x1f\x8b"
_STEP = 2**16
"""Bytes unpacked at a time, so that a bomb never stands in memory whole."""

_MOST_TIMES = 100
"""A page that is over the size limit and this many times larger than what was sent is a bomb; pages pack to
a fifth or a tenth, and gzip's own most is 1,032."""


def unpacked(parts: Iterator[bytes], encoding: str, size: int) -> Iterator[bytes]:
    """Yield the bytes of a body sent in `parts`, packed as `encoding` says (empty for not packed); stops soon
    after `size` bytes.

    Raises: FetchError: the packing is none of `PACKED`, is damaged, or expands without end.
    """
    if encoding in {"", "identity"}:
        yield from parts
    elif encoding in PACKED:
        yield from _inflated(parts, size)
    else:
        raise FetchError("Its answer is packed in a way that was not asked for.", refused=True)


def _inflated(parts: Iterator[bytes], size: int) -> Iterator[bytes]:
    sent = given = 0
    machine = None
    for part in filter(None, parts):
        sent += len(part)
        rest = part
        while rest:
            if machine is None or machine.eof:
                if machine is not None and not rest.startswith(_GZIP):
                    return  # padding after the end
                machine = _machine(rest)
            piece = _piece(machine, rest)
            given += len(piece)
            if given > size and given > _MOST_TIMES * (sent - len(machine.unconsumed_tail)):
                raise FetchError("Its answer expands without end when unpacked.", refused=True)
            yield piece
            rest = machine.unused_data if machine.eof else machine.unconsumed_tail
    if machine is not None and not machine.eof:
        raise FetchError("Its answer was cut off on the way.")


def _piece(machine: "zlib._Decompress", packed: bytes) -> bytes:
    try:
        return machine.decompress(packed, _STEP)
    except zlib.error as error:
        raise FetchError("Its answer is packed, and damaged.") from error


def _machine(head: bytes) -> "zlib._Decompress":
    """Servers send `deflate` with zlib's header and without it."""
    zlib_header = len(head) > 1 and head[0] & 0x0F == 8 and (head[0] << 8 | head[1]) % 31 == 0
    return zlib.decompressobj(47 if zlib_header or head.startswith(_GZIP) else -15)
