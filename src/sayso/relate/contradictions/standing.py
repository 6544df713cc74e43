"""Figures of one track side by side: which of them stands for a number, which two are apart, and their
conflict."""

from collections.abc import Sequence

from sayso.lexicon import table
from sayso.model.blocks import LOUD, role
from sayso.model.relation import About, Conflict, ConflictType, Ref, RefKind, When
from sayso.model.report import Figure
from sayso.relate.bounds import FEW, compared, meet, of_two_sides, same_value
from sayso.relate.contradictions.verdicts import conflict
from sayso.relate.moments import before, key, long_before
from sayso.relate.moments import known as published
from sayso.relate.roots import outlet
from sayso.relate.tracks import when
from sayso.relate.view import View

TIMES = 10.0
"""A number this many times another counts another thing: a war and one of its days, a country and a town."""

MANY_TIMES = 5.0
"""What may be told of single cases (`FEW`) is no rival of a number this many times as high."""


def bodies(story: View, figures: Sequence[Figure]) -> list[Figure]:
    """Leave out headlines and the like that only repeat a number which a body of the story states."""
    loud = {one.id for one in figures if role(story.report(one.report), one.start) in LOUD}
    return [
        one
        for one in figures
        if one.id not in loud or not any(other.id not in loud and same_value(one, other) for other in figures)
    ]


def standing(story: View, figure: Figure) -> tuple[bool, bool, tuple[bool, str, str], bool, str, int]:
    """Which of several figures of one number stands for it: one with a source, best a named one, of the
    earliest report, and there the exact number before "at least" it."""
    unnamed = not any(story.named(source) for source in figure.sources)
    inexact = figure.approximate or figure.low != figure.high
    first = key(published(story.report(figure.report)))
    return not figure.sources, unnamed, first, inexact, figure.report, figure.start


def values(story: View, figures: Sequence[Figure]) -> list[Figure]:
    """One figure for each value, in time order."""
    kept: list[Figure] = []
    for figure in sorted(figures, key=lambda one: standing(story, one)):
        if not any(same_value(figure, other) for other in kept):
            kept.append(figure)
    return sorted(kept, key=lambda one: (key(when(story, one)), one.low or 0.0, one.id))


def same_pair(one: tuple[Figure, Figure], other: tuple[Figure, Figure]) -> bool:
    """Say whether two pairs of figures state the same two numbers."""
    return same_value(one[0], other[0]) and same_value(one[1], other[1])


def preference(story: View, a: Figure, b: Figure) -> tuple[object, ...]:
    """Named speakers before unnamed ones and outlets, figures of one time before an older and a newer, those
    that one report sets side by side, the earliest first; there the nearest in its text, then in number.
    """
    named = sum(bool(one.sources) + any(story.named(source) for source in one.sources) for one in (a, b))
    times = when(story, a), when(story, b)
    dates = [story.report(one.report).published for one in (a, b)]
    early = sorted((day is None, key(day)) for day in dates)
    timely = before(*times) or before(times[1], times[0])
    return -named, timely, a.report != b.report, early, _between(a, b), _distance(a, b), a.id, b.id


def _between(a: Figure, b: Figure) -> int:
    """Characters between two figures of one report; none for two of two."""
    return max(a.start - b.end, b.start - a.end) if a.report == b.report else 0


def _distance(a: Figure, b: Figure) -> float:
    (low_a, high_a), (low_b, high_b) = compared(a), compared(b)
    return max(low_a - high_b, low_b - high_a)


def far(a: Figure, b: Figure) -> bool:
    """Say whether two figures of a track cannot both hold for one moment, and still may be of one event."""
    if meet(a, b) or (a.report, a.sentence) == (b.report, b.sentence) or of_two_sides(a, b):
        return False
    fewer, greater = sorted((a, b), key=lambda one: (compared(one)[1], compared(one)[0]))
    less, more = compared(fewer), compared(greater)
    if _loose(fewer) or more[0] > TIMES * less[1]:
        return False
    return less[1] > FEW or more[0] <= MANY_TIMES * less[1]


def _loose(figure: Figure) -> bool:
    """Say whether a number is only a size ("dozens", "hundreds"), which more is no contradiction of."""
    return figure.vague and bool(set(figure.text.lower().split()) & table("vague")["plurals"].keys())


def same_time(story: View, a: Figure, b: Figure) -> bool:
    """Say whether two figures can be of one event by their time: not months apart."""
    times = when(story, a), when(story, b)
    return not long_before(*times) and not long_before(times[1], times[0])


def few(a: Figure, b: Figure) -> bool:
    """Say whether one of two figures is of so few that they may be told of single cases."""
    return min(compared(a)[1], compared(b)[1]) <= FEW


def is_toll(figure: Figure) -> bool:
    """Say whether a figure's measure is told as one running count of an event."""
    return figure.measure in table("comparison")["measures"]["tolls"]


def grows(figure: Figure) -> bool:
    """Say whether a figure's measure only grows."""
    return figure.measure in table("comparison")["measures"]["growing"]


def speaker(story: View, figure: Figure) -> str:
    """Return who states a figure, in plain words."""
    if figure.sources:
        return story.name(figure.sources[0])
    return f"{outlet(story.report(figure.report))} in its own words"


def figures_conflict(
    story: View, kind: ConflictType, time: When, a: Figure, b: Figure, said: str
) -> Conflict:
    """Return the conflict of two figures, with what was compared and `said` about it."""
    note = f" ({said})" if said else ""
    why = f"{a.measure}: “{a.text}” ({speaker(story, a)}) against “{b.text}” ({speaker(story, b)}){note}"
    return conflict(kind, About.FACT, time, Ref(RefKind.FIGURE, a.id), Ref(RefKind.FIGURE, b.id), why)
