"""What the strictest likeness still holds together and is too large to weigh every pair of, cut by days.

Thousands of reports that are nearly the same, such as daily market notes, one advert on a thousand pages, or
reports of one topic without a date, make one component of which a table of all pairs would fill any memory. A
story has no thousands of reports; so such a component is cut where it has the widest gaps in time.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

MOST = 600
"""Reports of which all pairs are weighed: four times those of a component that is cut at stronger edges. A
table of them takes 3 MB."""

T = TypeVar("T")

_Places = list[tuple[int, int]]


def stretches(members: Sequence[T], day: Callable[[T], int | None], most: int = MOST) -> list[list[T]]:
    """Return members, in order of ids, in stretches of `most` or fewer, each in that order: those with a
    `day` in order of days, then those without. The cuts depend on the members alone, and one member more
    moves few of them."""
    if len(members) <= most:
        return [list(members)]
    days = [(day(one), place) for place, one in enumerate(members)]
    dated: _Places = sorted((own, place) for own, place in days if own is not None)
    undated: _Places = [(0, place) for own, place in days if own is None]
    cut = [own for places in (dated, undated) if places for own in _cut(places, most)]
    return [[members[place] for place in sorted(place for _, place in own)] for own in cut]


def _cut(places: _Places, most: int) -> Iterator[_Places]:
    """Yield what is left when too long a stretch is halved, again and again."""
    waiting = [places]
    while waiting:
        own = waiting.pop()
        if len(own) <= most:
            yield own
        else:
            at = _widest_gap(own)
            waiting += [own[at:], own[:at]]


def _widest_gap(own: _Places) -> int:
    """Return the place behind the widest gap of days in the middle half, so that none is cut very unevenly;
    of several that which is nearest to the middle, then the first."""
    edge = max(1, len(own) // 4)
    return max(
        range(edge, len(own) - edge + 1),
        key=lambda at: (own[at][0] - own[at - 1][0], -abs(2 * at - len(own)), -at),
    )
