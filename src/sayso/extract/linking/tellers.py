"""Counts that only say how many spoke: the two of "two witnesses said that …"."""

from collections.abc import Sequence

from sayso.extract.figures.counting import PERSON
from sayso.extract.figures.periods import EVENTS
from sayso.lexicon import words
from sayso.model.report import Extent, Figure, Stance, Statement

FEW = 10
"""From so many on it is news how many say so; a house rule."""


def without_tellers(figures: Sequence[Figure], statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """Return the figures without those that only count a few who say something: nobody claims their number.
    One that another figure is a part of stays, and so does who takes a stand: "two judges oppose it"."""
    wholes = {one.part_of for one in figures}
    saying = [one for one in statements if one.stance is Stance.ASSERTS]
    starts = {one.source.start: one.source.end for one in saying if one.source is not None}
    return tuple(
        one
        for one in figures
        if one.id in wholes or not (_is_few(one) and one.end <= starts.get(one.start, one.start))
    )


def _is_few(figure: Figure) -> bool:
    """Tell whether a figure counts a few people and nothing that befell them; "only two" and "three of the
    four" say how few or how many they are."""
    few = figure.high is not None and figure.high < FEW and figure.extent is not Extent.PART
    weighed = words("measures", "words.weighed").intersection(figure.text.lower().split())
    return few and not weighed and figure.unit == PERSON and figure.measure not in EVENTS
