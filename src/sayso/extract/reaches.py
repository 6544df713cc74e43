"""Over what a figure counts, and as of when: extent, the period it covers, and the day it holds for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.extract.counting import PERSON, Place, Quantity
from sayso.extract.countwords import words_of
from sayso.extract.periods import EVENTS, Said, as_of, period, since, stated_as_of
from sayso.extract.tolls import toll_noun
from sayso.extract.totals import is_total
from sayso.model.report import Extent, Figure, Report

SETTLED = timedelta(days=30)
"""How long before its report an event lies whose count is over. A nearer one is still counted, so that its
day is not the day of the count; a house rule."""


def timed(place: Place, figure: Figure, quantity: Quantity, figures: Sequence[Figure]) -> Figure:
    """Set the extent, the period and the day that a figure holds for; `figures` are those before it in the
    sentence."""
    former = quantity.number.first > 0 and place.doc[quantity.number.first - 1].lower_ == "from"
    said = None if former else _said(place, figure, quantity)
    toll = _toll_word(place, quantity)
    if said is not None and toll is None and not said.own and not _is_over(place.report, said):
        said = None
    reach = _extent(place, figure, quantity, said, toll)
    if quantity.number.more and figure.measure in EVENTS and not _goes_on(place, figure, figures):
        reach = Extent.NEW_SINCE
    told = said.expression.moment if said else None
    stated = None if former else stated_as_of(place.doc, quantity.anchor, place.sentence, place.times)
    return replace(
        figure,
        extent=reach,
        during=told if reach in (Extent.IN_PERIOD, Extent.NEW_SINCE) else None,
        as_of=stated or as_of(place.report, told, dated=said is not None),
    )


def _said(place: Place, figure: Figure, quantity: Quantity) -> Said | None:
    """Return the time said with a count of what happened; that of its event, too, which bounds the count only
    when it is long over."""
    happens = figure.measure in EVENTS
    return period(place.doc, quantity.anchor, place.sentence, place.times) if happens else None


def _is_over(report: Report, said: Said) -> bool:
    """Tell whether a time lies well before the report: "A gunman opened fire in 2009, killing 13"."""
    moment = said.expression.moment
    published = report.published.to if report.published else None
    if moment is None or moment.to is None or published is None:
        return False
    return date.fromisoformat(moment.to[:10]) + SETTLED < date.fromisoformat(published[:10])


def _extent(place: Place, figure: Figure, quantity: Quantity, said: Said | None, toll: str | None) -> Extent:
    total = toll in words_of("tolls") or (toll is not None and figure.measure in words_of("totals"))
    if total or since(place.doc, quantity.number, place.sentence):
        return Extent.CUMULATIVE
    summed = said is None and figure.measure in EVENTS
    if summed and is_total(place.doc, quantity.anchor, place.sentence, place.times):
        return Extent.CUMULATIVE
    return Extent.IN_PERIOD if said is not None and toll is None else Extent.LEVEL


def _toll_word(place: Place, quantity: Quantity) -> str | None:
    """Return the lemma of the toll or number noun that gives a figure its measure, or None."""
    by = quantity.governed.by if quantity.governed else None
    if by is None:
        return None
    at = toll_noun(place.doc, quantity.number, quantity.noun, place.sentence.start)
    if at is None:
        return None
    lemma = place.doc[at].lemma_.lower()
    return lemma if by == at or lemma in words_of("tolls") else None


def _goes_on(place: Place, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Tell whether "another" or "others" only goes on counting the same event: "100 killed and another 1,000
    wounded", "Two died. Dozens more were hurt".

    So it is where a count of people stands before it and none of its own measure: there is nothing to add to.
    """
    before = [one for one in figures if one.unit == PERSON] or [
        one for one in place.told if one.unit == PERSON and one.measure in EVENTS
    ]
    return bool(before) and all(one.measure != figure.measure for one in before)
