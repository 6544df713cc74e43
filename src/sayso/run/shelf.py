"""A folder of finished pieces of work, each under the hash of what it was made of."""

import os
from pathlib import Path
from typing import Any

import pyarrow as pa

from sayso.run import pieces


class Shelf:
    """Results by key. What lies on it is whole: a file gets its name when all of it is written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def holds(self, key: str) -> bool:
        """Say whether a result is there."""
        return self._path(key).exists()

    def put(self, key: str, body: bytes) -> None:
        """Keep a result."""
        write(self._path(key), body)

    def table(self, key: str) -> pa.Table:
        """Return a result; its pages are read from the disk as they are looked at."""
        return pieces.to_table(pa.memory_map(str(self._path(key))))

    def keep_only(self, keys: set[str]) -> None:
        """Remove all results but these."""
        for path in self._folder.glob("*/*.arrow"):
            if path.stem not in keys:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.arrow"


def write(path: Path, body: Any) -> None:
    """Write a file so that it is there whole or not at all, whatever stops the process."""
    path.parent.mkdir(parents=True, exist_ok=True)
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    with passing.open("wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    passing.replace(path)
