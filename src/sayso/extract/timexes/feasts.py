"""Feasts, fixed and movable."""

from datetime import date, timedelta

from sayso.extract.timexes.calendar import stated_year, year_of
from sayso.extract.timexes.stretches import day, easter, made
from sayso.extract.timexes.timewords import SOON, Reading, Words
from sayso.model.report import TimeType


def read_holiday(words: Words) -> Reading | None:
    """Read a feast of the year said, else of the nearest one: "Christmas", "last Easter", "Christmas Eve"."""
    anchors = words.anchors
    found = words.look("H", "holidays")
    if found == "easter":
        return _easter(words)
    if not isinstance(found, list):
        return None
    number, on, stated = int(found[0]), int(found[1]), stated_year(words)
    chosen, anchor = (stated, None) if stated else year_of(number, on, anchors)
    feast = made(chosen, number, on) if chosen else None
    if words.has("P") and feast:
        feast -= timedelta(days=1)
    if feast is None:
        return Reading(TimeType.DATE, f"XXXX-{number:02d}-{on:02d}")
    return Reading(TimeType.DATE, feast.isoformat(), day(feast), anchor)


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
