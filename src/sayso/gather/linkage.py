"""Average linkage inside one component of reports, that keeps two crowds of reports apart.

Two events of a kind (two quakes off one coast, two arrests of one player) share so many words that no single
threshold parts them; yet the reports of each are far more alike among themselves than across. So two groups
that are each large enough to judge by join only when they are nearly as alike across as inside.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

COPY = 1.8
"""Likeness from which a report counts as a copy of another: copies do not show how widely an event is
told."""

CROWD, ACROSS = 5, 0.75
"""Reports, copies aside, that make a crowd; how alike two crowds must be across, measured by their inside.
Set on newscluster and ECB+ together (bench stories, bench ecbplus); from 4 to 5 and 0.7 to 0.8 either moves
by 0.015."""

NEVER = float("-inf")


def link(items: Sequence[str], table: "NDArray[np.float64]", floor: float) -> list[list[str]]:
    """Part sorted `items` into groups by joining, again and again, the two groups alike most on average, down
    to `floor`; two crowds stay apart.

    `table` says how alike each is to each, with zeros in the diagonal. Ties go to the groups that come first,
    so that the result depends on the items alone.
    """
    import numpy as np

    originals = _originals(table)
    means = table.copy()
    np.fill_diagonal(means, NEVER)
    nearest = _Nearest(means, floor)
    groups: list[list[int]] = [[number] for number in range(len(items))]
    while (pair := nearest.pair()) is not None:
        first, second = pair
        into, taken = groups[first], groups[second]
        if _two_crowds(table, originals, into, taken):
            means[first, second] = means[second, first] = NEVER
            nearest.renew(np.array(pair))
            continue
        weights = len(into), len(taken)
        means[first] = np.round((means[first] * weights[0] + means[second] * weights[1]) / sum(weights), 6)
        means[:, first] = means[first]
        means[first, first] = means[second] = means[:, second] = NEVER
        nearest.joined(first, second)
        into += taken
        groups[second] = []
    return [[items[number] for number in sorted(group)] for group in groups if group]


class _Nearest:
    """The largest value of each row of a table and where it stands, so that after two groups have joined a
    few rows are looked through and not the whole table. Rows that have none from `floor` on are left as they
    are: means only fall."""

    def __init__(self, means: "NDArray[np.float64]", floor: float) -> None:
        self._means, self._floor = means, floor
        self._best = means.max(axis=1)
        self._where = means.argmax(axis=1)

    def pair(self) -> tuple[int, int] | None:
        """Return where the first of the largest values stands; None where none reaches the floor."""
        row = int(self._best.argmax())
        if self._best[row] < self._floor:
            return None
        first, second = sorted((row, int(self._where[row])))
        return first, second

    def joined(self, first: int, second: int) -> None:
        """Take in that two groups stand in one row now, and in none."""
        import numpy as np

        self._best[second] = NEVER
        stood = (self._where == first) | (self._where == second) | (self._means[first] >= self._best)
        stood &= self._best >= self._floor
        stood[first] = True
        self.renew(np.flatnonzero(stood))

    def renew(self, rows: "NDArray[np.intp]") -> None:
        """Look through some rows again."""
        some = self._means[rows]
        self._best[rows] = some.max(axis=1)
        self._where[rows] = some.argmax(axis=1)


def _originals(table: "NDArray[np.float64]") -> set[int]:
    """Return the items that are no copy of an item before them."""
    return {number for number in range(len(table)) if not (table[number, :number] >= COPY).any()}


def _two_crowds(
    table: "NDArray[np.float64]", originals: set[int], one: Sequence[int], other: Sequence[int]
) -> bool:
    """Say whether two groups are crowds, and much less alike across than inside."""
    import numpy as np

    first, second = (sorted(originals.intersection(group)) for group in (one, other))
    if min(len(first), len(second)) < CROWD:
        return False
    inside = sum(
        float(table[np.ix_(crowd, crowd)].sum()) / (len(crowd) * (len(crowd) - 1))
        for crowd in (first, second)
    )
    return float(table[np.ix_(first, second)].mean()) < ACROSS * inside / 2
