"""Files and folders, cut into what can be read apart: the records of a table, and whole files of other
kinds."""

import glob
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.model.report import Problem, Received
from sayso.read import content, tables
from sayso.read.content import Content
from sayso.read.inputs import files_in
from sayso.read.kinds import HEAD_BYTES, TABLES, Kind, sniff
from sayso.read.reading import MAX_BYTES, Reading, trouble
from sayso.read.tables import Columns


@dataclass(frozen=True, slots=True)
class Unit:
    """A record of a table, ready as `item`; or the bytes of a file that is still to be read."""

    name: str
    suffix: str
    raw: bytes
    item: Received | None = None


def units(place: str, columns: Columns) -> Iterator[Unit | Problem]:
    """Yield what a file, a folder or a pattern holds, in the order in which `inputs.read` takes it, and what
    cannot be opened. One table is never in memory whole."""
    found = _paths(place)
    if not found:
        what = "holds no files" if os.path.isdir(place) else "does not exist"
        rule = "nothing-readable" if os.path.isdir(place) else "missing"
        name = os.path.basename(os.path.abspath(place))
        yield trouble(name, rule, f"{name} {what}.")
    for path in found:
        yield from _of_file(path, columns)


def read(unit: Unit, columns: Columns) -> Reading:
    """Return the items of a unit and what is wrong with it."""
    if unit.item is not None:
        return Reading((unit.item,))
    return content.read(Content(io.BytesIO(unit.raw), unit.name, unit.suffix), columns)


def _paths(place: str) -> list[str]:
    if os.path.isdir(place):
        return list(files_in(place))
    if os.path.lexists(place):
        return [place]
    found = sorted(glob.glob(place, recursive=True)) if glob.has_magic(place) else []
    return [path for one in found for path in (files_in(one) if os.path.isdir(one) else (one,))]


def _of_file(path: str, columns: Columns) -> Iterator[Unit | Problem]:
    name, suffix = os.path.basename(path), Path(path).suffix
    try:
        with open(path, "rb") as file:
            kind = sniff(file.read(HEAD_BYTES), suffix).kind
            file.seek(0)
            if kind in TABLES or (kind is Kind.JSON and os.path.getsize(path) <= MAX_BYTES):
                yield from map(_of_record, tables.stream_of(file, name, kind, columns))
                return
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"{name} could not be opened: {error.strerror or 'input error'}."
        yield trouble(name, "unreadable", message)
        return
    if len(raw) > MAX_BYTES:
        yield from content.read(Content(io.BytesIO(raw), name, suffix), columns).problems
    else:
        yield Unit(name, suffix, raw)


def _of_record(found: Received | Problem) -> Unit | Problem:
    return found if isinstance(found, Problem) else Unit(found.name, "", found.raw, found)
