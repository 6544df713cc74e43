"""Each list of a dossier as a table, and the coder sheets: CSV for spreadsheets, Parquet for pandas, Polars
and DuckDB.
"""

import json
import sys
import types
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

import pyarrow as pa
from pyarrow import csv, parquet

from sayso.model.codec import to_plain
from sayso.model.dossier import Dossier
from sayso.present import decided, sheets
from sayso.present.index import Index
from sayso.present.policies import DEFAULT, POLICIES, Policy

SHEETS = {"sheet_figures": sheets.FigureLine, "sheet_tracks": sheets.TrackLine}
"""The coder sheets, each by the record that gives its columns."""

SHEET_COLUMNS = tuple(dict.fromkeys(field.name for record in SHEETS.values() for field in fields(record)))
"""The columns of the coder sheets, all of which a user can call otherwise."""

REVIEWED = ("entities", "statements", "figures", "claims", "conflicts", "derivations")
"""The tables of things that reviewers decide on: they have a column `review`."""

LISTS: dict[str, Any] = {
    name: get_args(hint)[0] for name, hint in get_type_hints(Dossier).items() if get_origin(hint) is tuple
}
"""The lists of a dossier, each with the type of its records."""

_LARGEST = int(sys.float_info.max)

_PRIMITIVES = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a text for a formula (OWASP, CSV injection), with the full-width forms."""


def present(
    dossier: Dossier,
    folder: Path,
    policy: Policy = POLICIES[DEFAULT],
    names: Mapping[str, str] = types.MappingProxyType({}),
) -> tuple[Path, ...]:
    """Write one CSV and one Parquet file for each list of the dossier and each coder sheet into `folder`;
    return what was written.

    `policy` takes the best figure of a track; `names` are the user's names for columns of the coder sheets.
    Parquet keeps lists and records as they are. In CSV they are JSON text, and a text that a spreadsheet
    would take for a formula gets an apostrophe in front. Empty lists give tables without rows, so the columns
    never vary.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name, table in (tables(dossier) | coder_sheets(dossier, policy, names)).items():
        written += [folder / f"{name}.csv", folder / f"{name}.parquet"]
        csv.write_csv(flat(table), written[-2])
        parquet.write_table(table, written[-1])
    return tuple(written)


def arrow(rows: Sequence[Mapping[str, Any]], shape: pa.Schema) -> pa.Table:
    """Return rows as a table of this shape. Whole numbers that a float cannot hold to the last digit, which
    Arrow refuses, are rounded: "$13.939 quadrillion" is a number as well."""
    names = [field.name for field in shape if pa.types.is_floating(field.type)]
    made = [{**row, **_floats(row, names)} for row in rows] if names else list(rows)
    return pa.Table.from_pylist(made, schema=shape)


def _floats(row: Mapping[str, Any], names: Sequence[str]) -> dict[str, float]:
    """The whole numbers of a row under these names, as floats."""
    return {
        name: float(max(-_LARGEST, min(_LARGEST, value)))
        for name in names
        if isinstance(value := row.get(name), int)
    }


def tables(dossier: Dossier) -> dict[str, pa.Table]:
    """Return each list of the dossier as an Arrow table, by the list's name in the file format."""
    made = {name: arrow(to_plain(getattr(dossier, name)), schema(record)) for name, record in LISTS.items()}
    index = Index(dossier)
    return {name: _reviewed(index, table) if name in REVIEWED else table for name, table in made.items()}


def _reviewed(index: Index, table: pa.Table) -> pa.Table:
    """Add what reviewers decided about each row."""
    cells = [decided.review(index, id_) for id_ in table.column("id").to_pylist()]
    return table.append_column("review", pa.array(cells, pa.string()))


def coder_sheets(
    dossier: Dossier, policy: Policy, names: Mapping[str, str] = types.MappingProxyType({})
) -> dict[str, pa.Table]:
    """Return the coder sheets as Arrow tables, by the names of their files, with the user's column names."""
    lines: dict[str, tuple[Any, ...]] = {
        "sheet_figures": sheets.figures(dossier),
        "sheet_tracks": sheets.tracks(dossier, policy),
    }
    made = {name: arrow(to_plain(lines[name]), schema(record)) for name, record in SHEETS.items()}
    return {
        name: table.rename_columns([names.get(column, column) for column in table.column_names])
        for name, table in made.items()
    }


def schema(record: type) -> pa.Schema:
    """Return the columns of a record type, in its own order."""
    return pa.schema([pa.field(field.name.rstrip("_"), column) for field, column in _columns(record)])


def flat(table: pa.Table) -> pa.Table:
    """Return the table as it goes into a CSV file: nested values as JSON text, formulas harmless."""
    columns = [_flat(table.column(name)) for name in table.column_names]
    return pa.table(columns, names=table.column_names)


def _columns(record: type) -> list[tuple[Any, pa.DataType]]:
    hints = get_type_hints(record)
    return [(field, _type(hints[field.name])) for field in fields(record)]


def _type(hint: Any) -> pa.DataType:
    if is_dataclass(hint) and isinstance(hint, type):
        return pa.struct([pa.field(field.name.rstrip("_"), column) for field, column in _columns(hint)])
    if get_origin(hint) in (Union, types.UnionType):
        return _type(next(part for part in get_args(hint) if part is not type(None)))
    if get_origin(hint) is tuple:
        return pa.list_(_type(get_args(hint)[0]))
    return pa.string() if issubclass(hint, StrEnum) else _PRIMITIVES[hint]


def _flat(column: pa.ChunkedArray) -> pa.ChunkedArray | pa.Array:
    if pa.types.is_nested(column.type):
        return pa.array([_json(value) for value in column.to_pylist()], pa.string())
    if pa.types.is_string(column.type):
        return pa.array([_harmless(value) for value in column.to_pylist()], pa.string())
    return column


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _harmless(text: str | None) -> str | None:
    return f"'{text}" if text and text.startswith(_FORMULA_STARTS) else text
