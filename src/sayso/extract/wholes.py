"""Figures that lean on one told before them: parts of a whole, and counts beside one another."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.counting import PERSON, THING, Place, Quantity
from sayso.extract.periods import part_phrases
from sayso.model.ids import content_id
from sayso.model.report import Extent, Figure

PART_REACH = 4
"""Words right before a figure among which "including" or "of whom" makes it a part."""


def beside(figure: Figure, quantity: Quantity, before: Quantity | None, figures: Sequence[Figure]) -> Figure:
    """Count "another 1,000 wounded" among those of the figure before it: "100 guards killed and ..."."""
    last = figures[-1] if figures else None
    bare = figure.who is None and quantity.noun is None and figure.unit == PERSON
    follows = before is not None and quantity.number.more
    if last is None or not (bare and follows) or last.unit != PERSON:
        return figure
    return replace(figure, who=last.who)


def whole_of(place: Place, figure: Figure, figures: Sequence[Figure]) -> Figure | None:
    """Return what `figure` is part of: "12,000 soldiers, including 500 officers and three generals"."""
    if not figures:
        return None
    last = figures[-1]
    between = place.report.text[last.end : figure.start].strip().lower()
    if last.extent is Extent.PART and between in ("and", ",", ", and"):
        return next((whole for whole in figures if whole.id == last.part_of), None)
    before = " ".join(between.replace(",", " ").split()[-PART_REACH:])
    if any(phrase in f" {before} " or phrase in f" {figure.text.lower()} " for phrase in part_phrases()):
        return next((whole for whole in reversed(figures) if whole.extent is not Extent.PART), None)
    return None


def as_part(figure: Figure, quantity: Quantity, whole: Figure) -> Figure:
    """Give a part its whole's measure, unless it has its own, and its whole's period; a bare one its unit
    too."""
    measure = figure.measure if quantity.governed or figure.unit not in (PERSON, THING) else whole.measure
    bare = quantity.noun is None and quantity.unit is None
    return replace(
        figure,
        id=content_id("figure", figure.report, figure.start, figure.end, measure),
        measure=measure,
        unit=whole.unit if bare else figure.unit,
        extent=Extent.PART,
        part_of=whole.id,
        during=whole.during,
        as_of=whole.as_of,
    )
