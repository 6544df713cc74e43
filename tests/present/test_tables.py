import csv
import json
import sys
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet
from tests.present.make import make_dossier, make_empty

from sayso.model.codec import to_plain
from sayso.present.tables import arrow, present, tables


def test_every_list_becomes_a_csv_and_a_parquet_file(tmp_path: Path) -> None:
    dossier = make_dossier()
    written = present(dossier, tmp_path / "new" / "folder")
    assert {path.suffix for path in written} == {".csv", ".parquet"}
    assert len(written) == 36
    assert all(path.exists() for path in written)


def test_parquet_keeps_every_value_as_it_is(tmp_path: Path) -> None:
    dossier = make_dossier()
    present(dossier, tmp_path)
    for name in ("figures", "claims"):
        table = parquet.read_table(tmp_path / f"{name}.parquet").drop_columns(["review"])
        assert table.to_pylist() == to_plain(getattr(dossier, name))


def test_csv_holds_nested_values_as_json_and_no_formulas(tmp_path: Path) -> None:
    present(make_dossier(), tmp_path)
    with (tmp_path / "reports.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["id"]: row for row in csv.DictReader(stream)}
    assert rows["d4"]["byline"].startswith("'=HYPERLINK")
    assert json.loads(rows["a1"]["published"])["from"] == "2031-03-05"
    assert "\n" in rows["a1"]["text"]


def test_columns_do_not_depend_on_what_was_found() -> None:
    full, empty = tables(make_dossier()), tables(make_empty())
    assert {name: table.schema for name, table in full.items()} == {
        name: table.schema for name, table in empty.items()
    }


def test_whole_numbers_beyond_what_a_float_holds_exactly_are_rounded() -> None:
    shape = pa.schema([("low", pa.float64()), ("start", pa.int64())])
    rows: list[dict[str, int | None]] = [{"low": 13_939_000_000_000_001}, {"low": 10**400}, {"low": None}]
    assert arrow(rows, shape).column("low").to_pylist() == [1.3939e16, sys.float_info.max, None]
