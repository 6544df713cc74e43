"""Feasts, fixed and movable."""

from datetime import date, timedelta

from sayso.extract.timexes.calendar import of_day, stated_year, year_of
from sayso.extract.timexes.stretches import day, easter, made, month
from sayso.extract.timexes.timewords import SOON, Reading, Words
from sayso.model.report import TimeType

WEEK = 7

OCTOBER, NOVEMBER = 10, 11

MOVABLE = 3
"""Numbers of a feast that is a weekday counted in its month."""

ABOUT = 25
"""About when in its month such a feast is, to find its year by: none is later than the 28th or 31st."""

LEAP = 2000
"""Any year will do to step back from a feast to its eve."""


def read_holiday(words: Words) -> Reading | None:
    """Read a feast of the year said, else of the nearest one: "Christmas", "last Easter", "Christmas Eve",
    "Christmas night"."""
    anchors = words.anchors
    found = words.look("H", "holidays")
    if found == "easter":
        return _easter(words)
    if not isinstance(found, list):
        return None
    if len(found) == MOVABLE:
        return _counted(words, *(int(number) for number in found))
    feast = date(LEAP, int(found[0]), int(found[1]))
    if words.word("P") == "eve":
        feast -= timedelta(days=1)
    stated = stated_year(words)
    chosen, anchor = (stated, None) if stated else year_of(feast.month, feast.day, anchors)
    kept = made(chosen, feast.month, feast.day) if chosen else None
    if kept is None:
        return Reading(TimeType.DATE, f"XXXX-{feast.month:02d}-{feast.day:02d}")
    if words.word("P") == "eve":
        return Reading(TimeType.DATE, kept.isoformat(), day(kept), anchor)
    return of_day(words, kept, anchor)


def _counted(words: Words, number: int, place: int, weekday: int) -> Reading:
    """Read a feast on the weekday that is at a `place` in a month, of the year said or of the nearest one. In
    October Thanksgiving may be that of Canada."""
    anchors = words.anchors
    here, stated = anchors.published, stated_year(words)
    canadas = here is not None and number == NOVEMBER and here.month == OCTOBER
    near = here is not None and not anchors.history and not canadas
    chosen, anchor = (stated, None) if stated else year_of(number, ABOUT, anchors) if near else (None, None)
    if chosen is None or chosen < 1:
        return Reading(TimeType.DATE)
    first = (
        month(chosen, number).first if place > 0 else month(chosen, number).last - timedelta(days=WEEK - 1)
    )
    on = first + timedelta(days=(weekday - first.isoweekday()) % WEEK + WEEK * max(place - 1, 0))
    if words.word("P") == "eve":
        on -= timedelta(days=1)
        return Reading(TimeType.DATE, on.isoformat(), day(on), anchor)
    return of_day(words, on, anchor)


def _easter(words: Words) -> Reading | None:
    """Read Easter of the year said or of the nearest one; the island is none."""
    here, stated = words.anchors.published, stated_year(words)
    following = words.doc[words.match.end : words.match.end + 1].text
    if following[:1].isupper():
        return None
    if stated is not None:
        return Reading(TimeType.DATE, easter(stated).isoformat(), day(easter(stated)))
    if here is None or words.anchors.history:
        return Reading(TimeType.DATE)
    feast = _nearest_easter(here, words.anchors.future)
    return Reading(TimeType.DATE, feast.isoformat(), day(feast), "published")


def _nearest_easter(here: date, future: bool) -> date:
    """Return the Easter before a day, or the next one where it is near or the future is spoken of."""
    feast = easter(here.year)
    if future:
        return feast if feast >= here else easter(here.year + 1)
    return feast if (feast - here).days <= SOON else easter(here.year - 1)
