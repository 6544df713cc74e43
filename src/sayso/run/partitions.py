"""The tables of a bulk run on disk: `OUT/TABLE/date=2024-12/part.parquet`, one partition a month.

A story's rows lie together, in the partition of the first day that its reports are dated; `unknown` holds
those without any. `manifest.json` says what each partition was made of: one that would come out the same is
left alone.
"""

import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from sayso.present import corpus
from sayso.run import shelf

FORMAT = "sayso-bulk/1"
"""The name and major version of the layout."""

UNKNOWN = "unknown"
"""The partition of what has no date."""

MANIFEST = "manifest.json"

Rows = Callable[[str], Iterable[pa.Table]]
"""The rows of a table in a partition, piece by piece."""


@dataclass(frozen=True, slots=True)
class Partition:
    """A month: what its content is made of, as a hash, and its rows."""

    date: str
    key: str
    rows: Rows


class Partitions:
    """The tables under a folder."""

    def __init__(self, folder: Path, made_with: Mapping[str, str]) -> None:
        self._folder = folder
        self._made_with = dict(made_with)
        self._known: dict[str, Any] = _read(folder / MANIFEST)

    def write(self, partition: Partition) -> bool:
        """Write a partition; False when it is there already."""
        held = self._known.get(partition.date)
        if held and held["key"] == partition.key and self._whole(partition.date):
            return False
        counts = {name: self._table(name, partition, schema) for name, schema in corpus.schemas().items()}
        self._known[partition.date] = {"key": partition.key, "rows": counts}
        self._tell()
        return True

    def keep_only(self, dates: Iterable[str]) -> None:
        """Remove the partitions of an earlier run that this one does not have."""
        for date in set(self._known) - set(dates):
            for name in corpus.schemas():
                shutil.rmtree(self._path(name, date).parent, ignore_errors=True)
            del self._known[date]
        self._tell()

    def _whole(self, date: str) -> bool:
        return all(self._path(name, date).exists() for name in corpus.schemas())

    def _path(self, name: str, date: str) -> Path:
        return self._folder / name / f"date={date}" / "part.parquet"

    def _table(self, name: str, partition: Partition, schema: pa.Schema) -> int:
        path = self._path(name, partition.date)
        path.parent.mkdir(parents=True, exist_ok=True)
        passing = path.with_name(f".{path.name}")
        count = 0
        with parquet.ParquetWriter(passing, schema, compression="zstd") as writer:
            for table in partition.rows(name):
                writer.write_table(table)
                count += table.num_rows
        passing.replace(path)
        return count

    def _tell(self) -> None:
        whole = {
            "format": FORMAT,
            "made_with": self._made_with,
            "partitions": dict(sorted(self._known.items())),
        }
        shelf.write(self._folder / MANIFEST, (json.dumps(whole, indent=2) + "\n").encode())


def _read(path: Path) -> dict[str, Any]:
    """Return the partitions that a manifest names: none where there is no manifest of this format."""
    try:
        whole = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        return {}
    found: dict[str, Any] = whole.get("partitions", {})
    return found
