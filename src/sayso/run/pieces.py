"""What a bulk run hands to its workers and gets back: Arrow tables as bytes. Never a pickle."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from zlib import crc32

import pyarrow as pa

from sayso.model.codec import from_plain, to_plain
from sayso.model.report import Problem, Received
from sayso.present.tables import arrow
from sayso.read.units import Unit

FEWEST, MOST = 8, 32
"""Units of a piece. Between the two it ends where the name of a unit says so, and not by count, so that an
article more in the input leaves nearly all pieces as they were."""

LARGEST = 8 * 2**20
"""Bytes from which a piece ends at any number of units."""

UNITS = pa.schema(
    [("name", pa.string()), ("suffix", pa.string()), ("raw", pa.large_binary()), ("item", pa.string())]
)

FOUND = pa.schema(
    [
        ("report", pa.string()),
        ("name", pa.string()),
        ("day", pa.string()),
        ("telling", pa.bool_()),
        ("problems", pa.string()),
        ("profile", pa.large_binary()),
        ("facts", pa.large_binary()),
    ]
)
"""What is found in a report; `report` is null where none was made of a unit, and only its problems are
told."""

GROUP = pa.schema([("story", pa.string()), ("facts", pa.list_(pa.large_binary())), ("problems", pa.string())])
"""A story: the facts of its reports in order of id, and what is wrong with them."""

RELATED = pa.schema([("table", pa.string()), ("rows", pa.large_binary())])
"""The tables of a group of stories, each as a piece of its own."""


def cut(units: Iterable[Unit]) -> Iterator[list[Unit]]:
    """Yield units in pieces that fit a worker."""
    piece: list[Unit] = []
    size = 0
    for unit in units:
        piece.append(unit)
        size += len(unit.raw)
        if size > LARGEST or _ends(len(piece), unit.name, FEWEST, MOST):
            yield piece
            piece, size = [], 0
    if piece:
        yield piece


def _ends(count: int, name: str, fewest: int, most: int) -> bool:
    mark = crc32(name.encode("utf-8", "surrogatepass"))
    return count >= most or (count >= fewest and mark % fewest == 0)


def to_bytes(rows: Sequence[dict[str, Any]], schema: pa.Schema) -> bytes:
    """Return rows as the bytes of an Arrow file; the same rows give the same bytes."""
    return table_bytes(arrow(rows, schema))


def table_bytes(table: pa.Table) -> bytes:
    """Return a table as the bytes of an Arrow file, in one piece."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table.combine_chunks())
    return bytes(sink.getvalue())


def to_table(body: Any) -> pa.Table:
    """Return the table of an Arrow file, from bytes or a buffer; raise `ValueError` for anything else."""
    return pa.ipc.open_file(body).read_all()


def to_rows(body: bytes) -> list[dict[str, Any]]:
    """Return the rows of an Arrow file."""
    found: list[dict[str, Any]] = to_table(body).to_pylist()
    return found


def digest(*parts: bytes) -> str:
    """Return the name under which what is made of these bytes is kept."""
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "little"))
        found.update(part)
    return found.hexdigest()[:32]


def unit_row(unit: Unit) -> dict[str, Any]:
    """Return a unit as a row of `UNITS`."""
    item = None
    if unit.item is not None:
        plain = {key: value for key, value in _plain(unit.item).items() if value is not None}
        item = _json(plain)
    return {"name": safe(unit.name), "suffix": unit.suffix, "raw": unit.raw, "item": item}


def unit_of(row: dict[str, Any]) -> Unit:
    """Return the unit of a row."""
    item = None
    if row["item"] is not None:
        item = Received(raw=row["raw"], **json.loads(row["item"]))
    return Unit(row["name"], row["suffix"], row["raw"], item)


def problems_text(problems: Iterable[Problem]) -> str:
    """Return problems as JSON text."""
    return _json([to_plain(one) for one in problems])


def problems_of(text: str) -> tuple[Problem, ...]:
    """Return the problems in a JSON text."""
    return tuple(from_plain(Problem, plain) for plain in json.loads(text))


def _plain(item: Received) -> dict[str, str | None]:
    return {name: getattr(item, name) for name in Received.__dataclass_fields__ if name != "raw"}


def _json(value: object) -> str:
    """Half characters, which Arrow does not take, stay escaped."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def safe(text: str) -> str:
    """Return a text without half characters."""
    return text.encode("utf-8", "replace").decode("utf-8")
