"""Statements by their meaning: the sentence vectors of a database at hand, compared with one by brute force.

The leading values of a vector tell most of it (they come from principal components), so all vectors are
compared by these, and those nearest by the whole: on news that finds 99 of 100 of what is nearest by all.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.store.database import Database

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WIDTH = 256
"""Values of a vector: `sayso.embed`."""

LEADING = 96
"""Leading values by which all vectors are compared: with 64 a twentieth of what is nearest is missed."""

ROOM = 400 * 2**20
"""Bytes for the leading values of all vectors, a million statements; of more, fewer values are kept."""

CANDIDATES = 8
"""Statements compared by their whole vectors for each that is wanted."""

FEWEST = 800

BLOCK = 10_000
"""Vectors read at once."""


class Vectors:
    """The vectors of a database, read when they are first asked for and again when they changed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._state: object = None
        self._table: _Table | None = None

    def nearest(self, wanted: NDArray[np.float32], many: int) -> list[tuple[int, float]]:
        """Return the statements whose vectors are nearest to a unit vector, with their cosines, the nearest
        first; of equals the smaller number."""
        import numpy as np

        table = self._current()
        near = table.candidates(wanted, max(many * CANDIDATES, FEWEST))
        cosines = table.cosines(near, wanted)
        numbers = table.numbers[near]
        ordered = np.lexsort((numbers, -cosines))[:many]
        return [(int(numbers[place]), float(cosines[place])) for place in ordered]

    def _current(self) -> _Table:
        """The table as the file has it now: looked at again only when somebody wrote to the file."""
        with self._database.snapshot():
            state = self._database.state()
            if self._table is None or state != self._state:
                self._table = _renewed(self._database, self._table)
                self._state = state
        return self._table


@dataclass(frozen=True, slots=True)
class _Table:
    """The numbers of statements, their vectors in signed bytes with the scale of each, and the leading values
    of each in floating point."""

    numbers: NDArray[np.int64]
    bodies: NDArray[np.int8]
    scales: NDArray[np.float32]
    leading: NDArray[np.float32]

    def candidates(self, wanted: NDArray[np.float32], many: int) -> NDArray[np.int64]:
        """Return the places of the vectors that are nearest by their leading values."""
        import numpy as np

        if len(self.numbers) <= many:
            return np.arange(len(self.numbers))
        rough = self.leading @ np.ascontiguousarray(wanted[: self.leading.shape[1]])
        found: NDArray[np.int64] = np.argpartition(-rough, many)[:many]
        return found

    def cosines(self, places: NDArray[np.int64], wanted: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the cosine of the vectors at some places with a unit vector."""
        found: NDArray[np.float32] = (self.bodies[places].astype(wanted.dtype) @ wanted) * self.scales[places]
        return found


def _renewed(database: Database, old: _Table | None) -> _Table:
    """Return the table of the file; what the old one has is taken from it. A number can have gone to another
    statement, which shows by the scale of its vector."""
    import numpy as np

    rows = database.rows("vectors_scales", width=WIDTH)
    numbers = np.fromiter((row[0] for row in rows), np.int64, len(rows))
    scales = np.fromiter((row[1] for row in rows), np.float32, len(rows))
    bodies = np.empty((len(rows), WIDTH), np.int8)
    kept = np.zeros(len(rows), bool)
    if old is not None and len(old.numbers):
        places = np.searchsorted(old.numbers, numbers).clip(max=len(old.numbers) - 1)
        kept = (old.numbers[places] == numbers) & (old.scales[places] == scales)
        bodies[kept] = old.bodies[places[kept]]
    _fill(database, numbers, bodies, np.flatnonzero(~kept))
    return _Table(numbers, bodies, scales, _leading(bodies, scales))


def _fill(
    database: Database, numbers: NDArray[np.int64], bodies: NDArray[np.int8], missing: NDArray[np.int64]
) -> None:
    """Read the vectors that stand at some places, a block at a time."""
    import numpy as np

    for start in range(0, len(missing), BLOCK):
        places = missing[start : start + BLOCK]
        rows = database.rows("vectors", numbers=json.dumps(numbers[places].tolist()))
        read = np.frombuffer(b"".join(row[0] for row in rows), np.int8)
        bodies[places] = read.reshape(-1, WIDTH)


def _leading(bodies: NDArray[np.int8], scales: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    width = min(LEADING, max(1, ROOM // (4 * max(1, len(bodies)))))
    leading = np.empty((len(bodies), width), np.float32)
    np.multiply(bodies[:, :width], scales[:, None], out=leading)
    return leading
