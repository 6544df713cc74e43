"""Which reports hold together, out of very many: pairs that are alike, as arrays of numbers, and the pieces
that they make.
"""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol, TypeVar

from sayso.gather.likeness import DAY_COST, FREE_DAYS, HEADLINE, likeness
from sayso.gather.profiles import Profile
from sayso.gather.rows import Near, Rows, Weigh

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ALIKE = 0.53
"""Likeness from which two reports may tell of one story; also where linkage stops. Set on newscluster
(bench stories).
"""

LARGE, STEP, STRICTEST = 150, 0.1, 0.85
"""Reports in a component from which it is cut at edges of at least `STEP` more, up to `STRICTEST`: a story of
hundreds of reports holds together by stronger ones."""

CHUNK = 100_000
"""Edges that are turned into Python's numbers at a time."""

Name = TypeVar("Name", str, int)
"""What reports are told apart by: their ids, or their numbers in a database."""


@cache
def floors() -> tuple[float, ...]:
    """Return the likenesses at which a component is cut, the loosest first."""
    found = [ALIKE]
    while (floor := round(found[-1] + STEP, 6)) <= STRICTEST:
        found.append(floor)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Edges:
    """Pairs of reports that are alike, by their numbers, in order, the smaller first; and the last of
    `floors` that each reaches. 9 bytes an edge."""

    first: "NDArray[np.int32]"
    second: "NDArray[np.int32]"
    level: "NDArray[np.int8]"

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs."""
        for begin in range(0, len(self.first), CHUNK):
            some = slice(begin, begin + CHUNK)
            yield from zip(self.first[some].tolist(), self.second[some].tolist(), strict=True)

    def inside(self, numbers: Sequence[int], level: int) -> "Edges":
        """Return the edges of reports that reach a floor; none leads from these to others."""
        import numpy as np

        wanted = np.zeros(int(self.first.max(initial=-1)) + 1, bool)
        chosen = np.array(numbers, "i4")
        wanted[chosen[chosen < len(wanted)]] = True
        kept = wanted[self.first] & (self.level >= level)
        return Edges(self.first[kept], self.second[kept], self.level[kept])


class Known(Protocol):
    """Profiles by number, from 0 on: a list of them, or what reads them from the disk."""

    def __getitem__(self, number: int, /) -> Profile: ...

    def __iter__(self) -> Iterator[Profile]: ...


def edges(known: Known) -> Edges:
    """Return the pairs of reports that are alike. `known` is gone through once; then it is asked for those
    that must be weighed exactly."""
    import numpy as np

    rows = Rows(known)
    first, second, level = array("i"), array("i"), array("b")
    for near in rows.pairs(ALIKE, Weigh(HEADLINE, FREE_DAYS, DAY_COST)):
        reached = _levels(near, known, rows.slack)
        found = np.flatnonzero(reached >= 0)
        first.extend([near.number] * len(found))
        second.frombytes(near.others[found].tobytes())
        level.frombytes(reached[found].astype("i1").tobytes())
    return Edges(np.frombuffer(first, "i4"), np.frombuffer(second, "i4"), np.frombuffer(level, "i1"))


def _levels(near: Near, known: Known, slack: float) -> "NDArray[np.int64]":
    """Return the last of `floors` that others reach with a report, -1 for none; those are weighed exactly
    that may lie on either side of one."""
    import numpy as np

    steps = np.array(floors())
    least, most = (np.searchsorted(steps, near.alike + by, side="right") - 1 for by in (-slack, slack))
    for place in np.flatnonzero(least != most).tolist():
        score = likeness(known[near.number], known[int(near.others[place])])
        least[place] = bisect_right(floors(), score) - 1
    return least


def components(known: Iterable[Name], pairs: Iterable[tuple[Name, Name]]) -> list[list[Name]]:
    """Return what `pairs` hold together, each sorted; every one of `known` is in exactly one."""
    parent = {report: report for report in known}

    def root(report: Name) -> Name:
        while parent[report] != report:
            parent[report] = parent[parent[report]]
            report = parent[report]
        return report

    for a, b in pairs:
        parent[root(a)] = root(b)
    groups: dict[Name, list[Name]] = defaultdict(list)
    for report in sorted(parent):
        groups[root(report)].append(report)
    return list(groups.values())


def pieces(count: int, found: Edges, large: int = LARGE) -> Iterator[list[int]]:
    """Yield what edges hold together of so many reports. What has more than `large` of them is cut where its
    weakest edges hold it together, again and again: inside a piece every pair is weighed, which a chain of
    hundreds of events would make dear."""
    left: Sequence[int] = range(count)
    for level in range(len(floors())):
        last = level + 1 == len(floors())
        over: list[int] = []
        for component in components(left, found.pairs()):
            if len(component) <= large or last:
                yield component
            else:
                over += component
        left, found = over, found.inside(over, level + 1)
