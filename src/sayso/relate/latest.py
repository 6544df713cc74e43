"""Which numbers of a count later ones took the place of, and to which it came."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from sayso.model.relation import Claim, Conflict, ConflictType, Track
from sayso.relate.bounds import is_harm
from sayso.relate.tracks import when
from sayso.relate.view import View

_Number = tuple[str, float | None, float | None]
"""A track, and the bounds of one number on it; "at least nine" is nine."""


class Latest:
    """The updates along the tracks of a story. A number is left where they lead from it to another and not
    back; a count came to the last of those that are led to, and not left."""

    def __init__(self, story: View, tracks: Sequence[Track], conflicts: Iterable[Conflict]) -> None:
        self._of = {track.id: [story.figures[id_] for id_ in track.figures] for track in tracks}
        self._numbers = {
            one.id: (key, one.low, one.low if one.high is None else one.high)
            for key, some in self._of.items()
            for one in some
        }
        self._days: dict[_Number, str] = defaultdict(str)
        for id_, number in self._numbers.items():
            moment = when(story, story.figures[id_])
            self._days[number] = max(self._days[number], (moment.to or "")[:10] if moment else "")
        moves: dict[_Number, set[_Number]] = defaultdict(set)
        for one in conflicts:
            before, after = self._numbers.get(one.a.id), self._numbers.get(one.b.id)
            if one.type is ConflictType.UPDATE and before and after:
                moves[before].add(after)
        ahead = {number: _ahead(number, moves) for number in moves}
        self._left = {
            one
            for one, led in ahead.items()
            if any(one not in ahead.get(to, ()) and self._days[one] <= self._days[to] for to in led)
        }
        self._ends = self._last({number for led in ahead.values() for number in led} - self._left)

    def _last(self, numbers: Set[_Number]) -> frozenset[_Number]:
        """Those of each track that were told last."""
        last: dict[str, str] = defaultdict(str)
        for number in numbers:
            last[number[0]] = max(self._days[number], last[number[0]])
        return frozenset(number for number in numbers if self._days[number] == last[number[0]])

    def left(self, claim: Claim) -> bool:
        """Return whether later numbers took the place of all those that a claim tells of counts; not of one
        that is told again after them."""
        told = self._told(claim)
        return bool(told) and self._left.issuperset(told)

    def reports(self, claim: Claim) -> set[str]:
        """Return the reports that follow the counts of people harmed of which a claim tells the number they
        came to; none for a claim that tells another number in whose place a later one came."""
        told = self._told(claim)
        if not self._left.isdisjoint(told):
            return set()
        followed = (figure for number in told & self._ends for figure in self._of[number[0]])
        return {one.report for one in followed if is_harm(one)}

    def _told(self, claim: Claim) -> set[_Number]:
        return {self._numbers[member.id] for member in claim.members if member.id in self._numbers}


def _ahead(start: _Number, moves: Mapping[_Number, Set[_Number]]) -> set[_Number]:
    """The numbers that updates lead to, one after the other."""
    found: set[_Number] = set()
    looking = [start]
    while looking:
        new = moves.get(looking.pop(), set()) - found
        found |= new
        looking += new
    return found
