"""One number of one group under two measures that are often taken for each other: killed, or hurt as well."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from sayso.lexicon import table
from sayso.model.relation import Conflict, ConflictType
from sayso.model.report import Extent, Figure
from sayso.relate.bounds import loose_group, same_value
from sayso.relate.contradictions.standing import figures_conflict, same_time
from sayso.relate.contradictions.verdicts import timing
from sayso.relate.tracks import when
from sayso.relate.view import View

TELLING = 20
"""Numbers from this up are seldom the same by chance."""


def relate(story: View) -> Iterable[Conflict]:
    """Yield pairs that state one number of one group under two measures that are often taken for each
    other.
    """
    pairs = [set(pair) for pair in table("comparison")["measures"]["mistaken"]]
    seen: set[tuple[str, str, float | None]] = set()
    figures = [
        one
        for one in story.figures.values()
        if not one.derived_from and one.extent is not Extent.PART and one.change is None
    ]
    for a, b in combinations(figures, 2):
        if {a.measure, b.measure} not in pairs or a.report == b.report or not _one_number(a, b):
            continue
        if _told_apart(figures, a, b) or not same_time(story, a, b):
            continue
        mark = (min(a.measure, b.measure), max(a.measure, b.measure), a.low)
        if mark not in seen:
            seen.add(mark)
            yield figures_conflict(
                story,
                ConflictType.DEFINITION,
                timing(when(story, a), when(story, b)),
                a,
                b,
                "one number, two measures",
            )


def _told_apart(figures: Sequence[Figure], a: Figure, b: Figure) -> bool:
    """Say whether some report gives the number under both measures: they are two counts of one size."""
    held = [
        {one.report for one in figures if one.measure == m and same_value(one, a)}
        for m in (a.measure, b.measure)
    ]
    return bool(held[0] & held[1])


def _one_number(a: Figure, b: Figure) -> bool:
    return same_value(a, b) and not a.vague and (a.low or a.high or 0.0) >= TELLING and loose_group(a, b)
