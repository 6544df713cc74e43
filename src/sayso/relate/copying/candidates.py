"""Which things of different reports may be alike: those that share enough of their words, in time near linear
in their number.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import chain, count
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from sayso.relate.copying.overlaps import overlapping

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

MOST, FEW = 8, 2
"""With how many of the first reports that have it one thing is compared, and with how many of them one that
is unlike: those of a wire's copy in a thousand papers are not compared each with each."""

MIX = 0x9E3779B97F4A7C15
"""An odd number, by which words that follow each other make one number."""

T = TypeVar("T", bound=Hashable)

Item = tuple[str, tuple[str, ...]]
"""A report's id and the words of one thing of it."""


def alike(items: Sequence[Item], least: float, run: int = 1) -> list[tuple[int, int]]:
    """Return the numbers of items of two reports that may be alike, the earlier one first, in order: of all
    runs of so many words that two of them have, a share of `least` or more is in both.

    The items come in the order in which their reports are to be preferred as sources.
    """
    import numpy as np

    reports, _ = _numbered(map(itemgetter(0), items))
    if not reports.any():
        return []
    kind, kinds = _numbered(map(itemgetter(1), items))
    members = _Members(kind, reports)
    near = overlapping(*_runs(kinds, run), len(kinds), least)
    pairs = np.concatenate([members.same(), *(members.unlike(*pair) for pair in near)])
    pairs = np.sort(pairs[reports[pairs[:, 0]] != reports[pairs[:, 1]]], axis=1)
    found = np.unique(pairs[:, 0] * len(items) + pairs[:, 1])
    return list(zip(*(part.tolist() for part in np.divmod(found, len(items))), strict=True))


def _numbered(values: Iterable[T]) -> tuple["Numbers", list[T]]:
    """Return a number for each value, 0 for the first and those like it; and the values that are not like
    others."""
    import numpy as np

    known: defaultdict[T, int] = defaultdict(count().__next__)
    return np.fromiter(map(known.__getitem__, values), "i8"), list(known)


def _runs(kinds: Sequence[Sequence[str]], run: int) -> tuple["Numbers", "Numbers"]:
    """Return the runs of so many words, as numbers, and whose each is."""
    import numpy as np

    lengths = np.fromiter(map(len, kinds), "i8", len(kinds))
    owners = np.repeat(np.arange(len(kinds)), lengths)
    words = np.fromiter(map(hash, chain.from_iterable(kinds)), "i8", len(owners)).view("u8")
    keys = words
    for further in range(1, run):
        keys = keys[:-1] * np.uint64(MIX) + words[further:]
    whole = owners[: len(keys)] == owners[run - 1 :]
    return owners[: len(keys)][whole], keys[whole].view("i8")


class _Members:
    """The items of each kind, of each report the first: what a report repeats is one thing."""

    def __init__(self, kind: "Numbers", reports: "Numbers") -> None:
        """`kind` and `reports` tell of which kind each item is, and of which report."""
        import numpy as np

        items = np.unique(kind * (int(reports.max()) + 1) + reports, return_index=True)[1]
        self._items = items[np.lexsort((items, kind[items]))]
        self._counts = np.bincount(kind[self._items])
        self._starts = np.cumsum(self._counts) - self._counts

    def same(self) -> "Numbers":
        """Return pairs of one kind: each with the first `MOST`."""
        import numpy as np

        starts = np.repeat(self._starts, self._counts)
        befores = np.minimum(np.arange(len(starts)) - starts, MOST)
        places = _places(befores) + np.repeat(starts, befores)
        return np.stack((np.repeat(self._items, befores), self._items[places]), axis=1)

    def unlike(self, later: "Numbers", earlier: "Numbers") -> "Numbers":
        """Return pairs of two kinds: each of one with the first `FEW` of the other."""
        import numpy as np

        few = np.minimum(self._counts[earlier], FEW)
        many = self._counts[later] * few
        ours, theirs = np.divmod(_places(many), np.repeat(few, many))
        ours += np.repeat(self._starts[later], many)
        theirs += np.repeat(self._starts[earlier], many)
        return np.stack((self._items[ours], self._items[theirs]), axis=1)


def _places(counts: "Numbers") -> "Numbers":
    """Return 0, 1, … for each count."""
    import numpy as np

    found: Numbers = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    return found
