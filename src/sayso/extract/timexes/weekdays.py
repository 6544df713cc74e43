"""Expressions that name a day of the week."""

import re
from dataclasses import replace
from datetime import date, timedelta

from sayso.extract.timexes.calendar import of_day
from sayso.extract.timexes.timewords import Reading, Words
from sayso.lexicon import table
from sayso.model.report import Precision, TimeType

EVE = 6
"""Days back from an anchor to the weekday of the day after it."""

WEEK = 7

SIX_MONTHS = 183
"""Days within which a weekday with its number in the month is looked for."""


def read_weekday(words: Words) -> Reading | None:
    """Read a weekday: the last one up to the anchor, the next one where the clause looks ahead. That of the
    day after the anchor is that day all the same: reports are updated, and dated where their outlet sits
    ("said early Friday", by an American page of Thursday); of 28 drawn from newscluster none was six days
    old. A report of Friday that only tells of Thursday was written then: its "Saturday" is over."""
    anchors = words.anchors
    number = words.number("W", "weekdays") or 1
    if (words.word("W") or "").endswith("days") and not words.has("P"):
        return Reading(TimeType.SET, f"XXXX-WXX-{number}")
    here = None if anchors.history else anchors.published
    any_one = words.has("a") and not words.is_loose
    if here is None or any_one:
        return Reading(TimeType.TIME if words.has("P") else TimeType.DATE)
    if words.before in table("times")["closed"]["of_its_own"] and words.token.nbor(-1).text.istitle():
        return Reading(TimeType.DATE, opened=words.token.nbor(-1))  # "Super Tuesday": which one, nothing says
    if words.letters[0] == "W" and words.has("U"):
        return _of_week(words, number, here)
    told = _told_beside(words, number)
    if told is not None:
        return of_day(words, told, "text")
    if words.has("O"):
        return _weekday_of_month(words, number, here)
    if anchors.ends_range and anchors.same_sentence and anchors.told is not None:
        ahead = anchors.told.first + timedelta(days=(number - anchors.told.first.isoweekday()) % 7)
        if not anchors.past or ahead <= here:
            return of_day(words, ahead, "published")
    return of_day(
        words, here - timedelta(days=_back(words, (here.isoweekday() - number) % WEEK)), "published"
    )


def _back(words: Words, days: int) -> int:
    """Return how many days back a weekday lies that was last `days` ago; below nought, how many ahead."""
    anchors = words.anchors
    if words.has("l"):
        return days or WEEK
    updated = days == EVE and not anchors.early
    ahead = anchors.future or (words.has("t") and not anchors.past)
    return days - WEEK if words.has("n") or updated or (ahead and days) else days


def _of_week(words: Words, number: int, here: date) -> Reading | None:
    """Read "Friday last week", "Monday of this week"; of "Friday last month" the weekday alone."""
    rest = words.after("lnt")
    if rest is None or words.look("U", "units") != "W":
        return read_weekday(words.part(0, 1))
    monday = here - timedelta(days=here.isoweekday() - 1)
    weeks = -1 if rest.has("l") else 1 if rest.has("n") else 0
    return of_day(words, monday + timedelta(weeks=weeks, days=number - 1), "published")


def _told_beside(words: Words, number: int) -> date | None:
    """Return the day that a weekday in brackets only names once more: "May 5 (Tuesday)"."""
    told = words.anchors.told if words.anchors.same_sentence else None
    if words.before != "(" or told is None or told.precision is not Precision.DAY:
        return None
    days = (told.first + timedelta(days=on) for on in range(min((told.last - told.first).days + 1, WEEK)))
    return next((on for on in days if on.isoweekday() == number), None)


def _weekday_of_month(words: Words, weekday: int, here: date) -> Reading | None:
    """Read "Friday the 13th": the nearest such day before, or after where the clause looks ahead."""
    ordinal = words.word("O") or ""
    if not ordinal[:1].isdecimal():
        return replace(
            read_weekday(words.part(0, words.letters.index("W") + 1)) or Reading(TimeType.DATE), cut=2
        )
    step = 1 if words.anchors.future else -1
    near = (here + timedelta(days=step * away) for away in range(SIX_MONTHS))
    number = int(re.sub(r"\D", "", ordinal))
    found = next((one for one in near if one.day == number and one.isoweekday() == weekday), None)
    return of_day(words, found, "published") if found else Reading(TimeType.DATE)
