"""Gathering one report at a time: the same stories as `gather.stories` makes of all reports at once.

Edges come one by one and only ever join components, of which there is a set for each level of likeness that
`gather` cuts at. A report's piece is its component at the first level at which that is not too large. Where a
piece changed, its reports are marked, and `settle` parts marked pieces anew: each pair in them is weighed
once.
"""

from collections import OrderedDict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.errors import StoreError
from sayso.gather.candidates import SHARED_KEYS, days_apart, needed
from sayso.gather.compact import Compact, Words, compact, likenesses, read
from sayso.gather.edges import ALIKE, LARGE, components, floors
from sayso.gather.profiles import Profile, day, packed
from sayso.gather.stories import parted
from sayso.gather.stretches import MOST, stretches
from sayso.heap import unswept
from sayso.run.likeness_tables import Tables
from sayso.store import graph, stories
from sayso.store.database import Database
from sayso.store.graph import Piece

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

REMEMBERED = 5_000
"""Profiles kept at hand between two reports; each takes 5 kB."""

VOCABULARY = 500_000
"""Words known by number; each takes 100 bytes."""

LOT = 200
"""Marked reports that are written in one transaction, where they need not be more."""

_Members = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Parting:
    """A piece, the reports it had when it was parted, and the stories that these make."""

    piece: Piece
    members: _Members
    groups: tuple[stories.Group, ...]


class Gathering:
    """The stories of a database, kept up as reports come and go; `large` is `LARGE`, and `most` is `MOST`,
    but in tests."""

    def __init__(self, database: Database, large: int = LARGE, most: int = MOST) -> None:
        self._database = database
        self._large = large
        self._most = most
        self._words = Words()
        self._profiles: OrderedDict[int, Compact] = OrderedDict()
        self._weighed: dict[tuple[str, int], float] = {}
        self._tables = Tables(database)
        self._stretches: dict[_Members, tuple[stories.Group, ...]] = {}
        self._seen = 0

    def weigh(self, profile: Profile) -> None:
        """Compare a report that is about to enter with those there: what takes time of `enter`, outside of
        its transaction."""
        with self._database.snapshot():
            self._refresh()
            self._weighed = {}
            self._weigh(profile, self._candidates(profile))

    def enter(self, number: int, profile: Profile) -> None:
        """Take a report in; inside a transaction."""
        self._refresh()
        others = self._candidates(profile)
        edges = {other: score for other, score in self._weigh(profile, others).items() if score >= ALIKE}
        self._weighed = {}
        graph.put(self._database, number, packed(profile), profile.keys)
        pairs = {_pair(number, other): score for other, score in edges.items()}
        graph.put_likenesses(self._database, pairs, edges=True)
        for level, floor in enumerate(floors()):
            self._join(level, number, [other for other, score in edges.items() if score >= floor])
        graph.mark(self._database, [number])

    def leave(self, number: int, report: str, now: str) -> None:
        """Take a report out, of its story as well; inside a transaction."""
        self.withdraw(number)
        stories.leave(self._database, report, now)

    def renew(self, number: int, profile: Profile) -> None:
        """Compare a report anew that was read anew; it stays in its story until that is settled. Inside a
        transaction."""
        self.withdraw(number)
        self.enter(number, profile)

    def withdraw(self, number: int) -> None:
        """Compare a report with no other any more; its story is left as it is. Inside a transaction."""
        graph.mark_component(self._database, self._piece(number))
        for level, floor in enumerate(floors()):
            self._split(level, floor, number)
        graph.remove(self._database, number)
        self._profiles.pop(number, None)
        self._tables.drop(number)
        self._stretches = {}
        self._weighed = {}

    def settle(self, now: str) -> None:
        """Part anew what is marked, and write the stories that come of it; in transactions of its own.

        What was read is read again before it is written: where another process changed it meanwhile, it is
        parted once more.
        """
        while tangles := self._tangles():
            for tangle in tangles:
                with unswept():
                    self._settle(tangle, now)

    def _refresh(self) -> None:
        """Forget what is kept at hand when another process has written, or when it has grown too large;
        inside a transaction or snapshot."""
        if self._seen != (seen := self._database.foreign_writes) or len(self._words) > VOCABULARY:
            self._seen = seen
            self._profiles.clear()
            self._words.clear()
            self._tables.clear()
            self._stretches = {}
            self._weighed = {}

    def _candidates(self, profile: Profile) -> list[int]:
        """Return the reports that are to be compared with one that is not there yet."""
        found = graph.candidates(self._database, profile.keys, SHARED_KEYS)
        return [
            other
            for other, shared, came_out in found
            if shared >= needed(days_apart(profile.day, day(came_out)))
        ]

    def _weigh(self, profile: Profile, others: Sequence[int]) -> dict[int, float]:
        """How alike a report that is not there yet is to others."""
        new = [other for other in others if (profile.report, other) not in self._weighed]
        for other, score in zip(new, self._likenesses(compact(profile, self._words), new), strict=True):
            self._weighed[profile.report, other] = score
        return {other: self._weighed[profile.report, other] for other in others}

    def _of_one(self, number: int, others: Sequence[int]) -> list[float]:
        return self._likenesses(self._profile(number), others)

    def _likenesses(self, one: Compact, others: Sequence[int]) -> list[float]:
        return list(likenesses(one, [self._profile(other) for other in others], self._words))

    def _profile(self, number: int) -> Compact:
        if number not in self._profiles:
            body = graph.profile(self._database, number)
            if body is None:
                raise StoreError(f"{self._database.path} is damaged: report {number} has no profile")
            self._profiles[number] = _read(body, self._words)
            if len(self._profiles) > REMEMBERED:
                self._profiles.popitem(last=False)
        return self._profiles[number]

    def _join(self, level: int, number: int, others: Iterable[int]) -> None:
        """Join a new report with the components of others, under the number of the largest of them."""
        near = sorted({graph.component(self._database, level, other) for other in others})
        sizes = {one: graph.size(self._database, (level, one)) for one in near}
        if sum(sizes.values()) + 1 > self._large:
            # What was a piece until now is cut at the next level.
            for one in near:
                if sizes[one] <= self._large:
                    graph.mark_component(self._database, (level, one))
        into = max(near, key=lambda one: (sizes[one], -one), default=number)
        for one in near:
            if one != into:
                graph.merge(self._database, level, one, into)
        graph.place(self._database, level, [number], into)

    def _split(self, level: int, floor: float, number: int) -> None:
        """Reckon anew what holds together without a report."""
        piece = level, graph.component(self._database, level, number)
        rest = [one for one, _ in graph.members(self._database, piece) if one != number]
        edges = [pair for pair in graph.edges(self._database, piece, floor) if number not in pair]
        parts = components(rest, edges)
        for part in parts:
            graph.place(self._database, level, part, part[0])
            if len(part) <= self._large < len(rest) + 1:
                graph.mark(self._database, part)

    def _piece(self, number: int) -> Piece:
        """Return the component of a report at the first level at which it is not too large."""
        last = len(floors()) - 1
        for level in range(last):
            piece = level, graph.component(self._database, level, number)
            if graph.size(self._database, piece) <= self._large:
                return piece
        return last, graph.component(self._database, last, number)

    def _tangles(self) -> list[list[int]]:
        """Return the marked reports in lots to be written at once: those whose loosest components, or their
        stories so far, hang together, and with them as many others as make a lot of some size."""
        marked = graph.pending(self._database)
        first: dict[tuple[str, int], int] = {}
        joined = []
        for one in marked:
            joined.append((one.report, first.setdefault(("component", one.component), one.report)))
            if one.story is not None:
                joined.append((one.report, first.setdefault(("story", one.story), one.report)))
        lots: list[list[int]] = []
        for hanging in components([one.report for one in marked], joined):
            if lots and len(lots[-1]) + len(hanging) <= LOT:
                lots[-1] += hanging
            else:
                lots.append(hanging)
        return lots

    def _settle(self, tangle: Sequence[int], now: str) -> None:
        with self._database.snapshot():
            pieces = self._pieces(tangle)
        partings = {piece: self._parted(piece) for piece in pieces}
        with self._database.transaction():
            marked = graph.still_pending(self._database, tangle)
            found = {piece: tuple(graph.members(self._database, piece)) for piece in self._pieces(marked)}
            if any(
                piece not in partings or partings[piece].members != members
                for piece, members in found.items()
            ):
                return
            groups = [group for piece in found for group in partings[piece].groups]
            if stories.covered(self._database, groups):
                stories.regroup(self._database, groups, now)
                graph.unmark(self._database, (number for members in found.values() for number, _ in members))
            else:
                graph.mark(self._database, stories.numbers_beside(self._database, groups))

    def _pieces(self, numbers: Iterable[int]) -> list[Piece]:
        """Return the pieces of reports."""
        found: dict[Piece, None] = {}
        seen: set[int] = set()
        for number in sorted(numbers):
            if number not in seen:
                piece = self._piece(number)
                found[piece] = None
                seen.update(one for one, _ in graph.members(self._database, piece))
        return sorted(found)

    def _parted(self, piece: Piece) -> _Parting:
        with self._database.snapshot():
            self._refresh()
            members = tuple(graph.members(self._database, piece))
            if len(members) > self._most:
                return _Parting(piece, members, tuple(self._cut_by_days(piece, members)))
            table, missing = self._table(piece, members)
        if missing:
            with self._database.transaction():
                graph.put_likenesses(self._database, missing, edges=False)
        return _Parting(piece, members, _linked(members, table))

    def _cut_by_days(self, piece: Piece, members: _Members) -> Iterator[stories.Group]:
        """Yield the stories of a piece of which not all pairs are weighed. A stretch that is as it was gives
        what it gave; the likenesses of its pairs are too many for the file."""
        days = graph.came_out(self._database, piece)
        before, self._stretches = self._stretches, {}
        for some in map(tuple, stretches(members, lambda one: day(days[one[0]]), self._most)):
            if some not in before:
                before[some] = _linked(some, self._table((piece, some[0]), some)[0])
            self._stretches[some] = before[some]
            yield from before[some]

    def _table(
        self, key: Hashable, members: _Members
    ) -> tuple["NDArray[np.float64]", Mapping[tuple[int, int], float]]:
        """See `Tables.table`."""
        return self._tables.table(key, [number for number, _ in members], self._of_one)


def _linked(members: _Members, table: "NDArray[np.float64]") -> tuple[stories.Group, ...]:
    """Return the stories of reports that are parted together."""
    return tuple(map(tuple, parted([id_ for _, id_ in members], table)))


def _read(body: bytes, words: Words) -> Compact:
    try:
        return read(body, words)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise StoreError(f"a profile in the database is damaged: {error}") from error


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)
