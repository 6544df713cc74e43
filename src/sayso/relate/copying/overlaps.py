"""Which of very many sets share enough of their members. Exact but for `FULL`, without sketches, and in time
near linear in the number of sets.

Two sets that share enough share one of the rarest members of each: of those that are left when all but one of
the members that it must share are set aside, the common ones (prefix filtering; Chaudhuri, Ganti and Kaushik
2006). So pairs are made by rare members. What two of a pair share is then bounded by a bitmap of each.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

FULL = 64
"""With how many of the first sets that have a member the others that have it are paired: a line that a
thousand papers carry, each with a word of its own, is not compared each with each."""

BLOCK = 2**18
"""Pairs that are weighed at a time, about: some 10 MB of arrays."""

LANES, LANE, HASTY = 4, 64, 2
"""Numbers of a bitmap, bits of each, and numbers that it is folded to for a first look. In 256 bits few
different members of two sentences of 20 words share one; in 128 one pair in ten is left of those that share a
member."""

ROUNDING, SINGLE = 1e-9, 1e-4
"""By how much a product with a share may be off, and one of half as many digits."""

HALF = 32
"""Bits of a number of a set or a member, where two of them stand in one."""


@dataclass(frozen=True, slots=True)
class Sets:
    """Members that several sets have, of one set after the other, the rarest first; and how many members each
    set has."""

    owners: "Numbers"
    members: "Numbers"
    sizes: "Numbers"

    @property
    def shared(self) -> "Numbers":
        """How many members of each set others have too."""
        import numpy as np

        return np.bincount(self.owners, minlength=len(self.sizes))


def overlapping(
    owners: "Numbers", keys: "Numbers", count: int, least: float
) -> Iterator[tuple["Numbers", "Numbers"]]:
    """Yield pairs of sets of which at least a share of `least` of all members is in both, the later set of
    each pair first; few have less. `keys` stand for the members of `owners`, which are numbers of sets below
    `count`.

    Which numbers stand for members does not matter: of those equally rare, the first one counts as the rarer.
    """
    import numpy as np

    sets = _ranked(owners, keys, count)
    # Of a set of n, one that shares enough has these many at least.
    spare = np.maximum(np.ceil(least * sets.sizes - ROUNDING), 1).astype("i8") - 1
    weigh = _Weigh(sets, least)
    starts = np.cumsum(sets.shared) - sets.shared
    places = np.arange(len(sets.owners)) - starts[sets.owners]
    rare = places < (sets.shared - spare)[sets.owners]
    for ours, theirs in _pairs(sets.owners[rare], sets.members[rare]):
        likely = weigh.likely(ours, theirs)
        pairs = np.sort(ours[likely] << HALF | theirs[likely])
        pairs = pairs[_begins(pairs)]
        later, earlier = pairs >> HALF, pairs & (2**HALF - 1)
        enough = weigh.enough(later, earlier)
        yield later[enough], earlier[enough]


def _ranked(owners: "Numbers", keys: "Numbers", count: int) -> Sets:
    """Return sets with numbers for members: the rarer, the smaller; of equally rare ones, the one that comes
    first."""
    import numpy as np

    order = np.argsort(keys)
    begins = _begins(keys[order])
    member = np.cumsum(begins) - 1
    often = np.bincount(member)
    first = np.minimum.reduceat(order, np.flatnonzero(begins)) if len(order) else order
    several = np.flatnonzero(often > 1)
    ranks = np.full(len(often), -1)
    ranks[several[np.argsort(often[several] << HALF | first[several])]] = np.arange(len(several))
    rank = ranks[member]
    alone = np.bincount(owners[order[rank < 0]], minlength=count)
    rows = np.sort(owners[order[rank >= 0]] << HALF | rank[rank >= 0])
    rows = rows[_begins(rows)]
    found = rows >> HALF
    return Sets(found, rows & (2**HALF - 1), alone + np.bincount(found, minlength=count))


def _begins(ordered: "Numbers") -> "NDArray[np.bool_]":
    """Say of each of some numbers in order whether it is the first of its like."""
    import numpy as np

    found = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=found[1:])
    return found


def _pairs(owners: "Numbers", members: "Numbers") -> Iterator[tuple["Numbers", "Numbers"]]:
    """Yield pairs of sets that share members, the later one first, once for each member; those of one later
    set lie together."""
    import numpy as np

    order = np.argsort(members << HALF | np.arange(len(members)))
    holders = owners[order]
    starts = np.flatnonzero(_begins(members[order]))
    begins, befores = np.empty_like(order), np.empty_like(order)
    begins[order] = np.repeat(starts, np.diff(np.append(starts, len(order))))
    befores[order] = np.arange(len(order)) - begins[order]
    befores = np.minimum(befores, FULL)
    for block in _blocks(owners, befores):
        few = befores[block]
        places = np.arange(few.sum()) + np.repeat(begins[block] - np.cumsum(few) + few, few)
        yield np.repeat(owners[block], few), holders[places]


def _blocks(owners: "Numbers", counts: "Numbers") -> Iterator[slice]:
    """Yield spans with some `BLOCK` of counts each, which never part one owner."""
    import numpy as np

    sums = np.cumsum(counts)
    begin, done = 0, 0
    while begin < len(owners):
        last = min(int(np.searchsorted(sums, done + BLOCK)), len(owners) - 1)
        end = int(np.searchsorted(owners, owners[last], side="right"))
        yield slice(begin, end)
        begin, done = end, int(sums[end - 1])


class _Weigh:
    """Says which pairs of sets may share enough, by bitmaps: of what one of them has and others too, what has
    a bit that the other lacks is not shared."""

    def __init__(self, sets: Sets, least: float) -> None:
        import numpy as np

        self._wanted = (sets.sizes * (least / (1 + least)) - SINGLE).astype("f4")
        self._shared = sets.shared.astype("f4")
        self._bits = _bitmaps(sets)
        self._hasty = [np.bitwise_or.reduce(self._bits[:, lane::HASTY], axis=1) for lane in range(HASTY)]

    def likely(self, later: "Numbers", earlier: "Numbers") -> "Numbers":
        """Return the places of pairs that may share enough, told in a hurry."""
        import numpy as np

        spare = (self._shared - self._wanted)[later] - self._wanted[earlier]
        for bits in self._hasty:
            spare -= np.bitwise_count(bits[later] & ~bits[earlier])
        return np.flatnonzero(spare >= 0)

    def enough(self, later: "Numbers", earlier: "Numbers") -> "Numbers":
        """Return the places of pairs that may share enough, told with more bits and from both sides."""
        import numpy as np

        ours, theirs = self._bits[later], self._bits[earlier]
        most = np.minimum(
            self._shared[later] - np.bitwise_count(ours & ~theirs).sum(axis=1),
            self._shared[earlier] - np.bitwise_count(theirs & ~ours).sum(axis=1),
        )
        return np.flatnonzero(most >= self._wanted[later] + self._wanted[earlier])


def _bitmaps(sets: Sets) -> "NDArray[np.uint64]":
    """Return a bit for each member that a set shares with any; different members may have one bit."""
    import numpy as np

    shared = sets.shared
    bits = np.zeros((len(sets.members), LANES), "u8")
    lanes, places = np.divmod(sets.members % (LANES * LANE), LANE)
    bits[np.arange(len(lanes)), lanes] = np.uint64(1) << places.astype("u8")
    found = np.zeros((len(shared), LANES), "u8")
    some = np.flatnonzero(shared)
    if len(some):
        found[some] = np.bitwise_or.reduceat(bits, (np.cumsum(shared) - shared)[some], axis=0)
    return found
