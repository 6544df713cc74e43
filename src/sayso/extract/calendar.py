"""Expressions that name a stretch of the calendar: days, months, seasons, years, weekdays."""

import re
from datetime import date, timedelta

from sayso.extract.stretches import (
    Stretch,
    day,
    decade,
    made,
    month,
    part,
    season,
    value,
    year,
)
from sayso.extract.timewords import HALF_YEAR, QUARTERS, SOON, Anchors, Reading, Words
from sayso.lexicon import table
from sayso.model.report import Precision, TimeType


def read_iso(words: Words) -> Reading | None:
    """Read `2024-12-14` and `2024-12-14/2024-12-15`."""
    text = "".join(token.text for token in words.tokens)
    if "/" in text:
        month_first, day_second, year_last = (int(piece) for piece in text.split("/"))
        either = {made(year_last, month_first, day_second), made(year_last, day_second, month_first)} - {None}
        # 3/4/2024 is March or April: only what can be read in one way has a value.
        only = either.pop() if len(either) == 1 else None
        return Reading(TimeType.DATE, only.isoformat() if only else None, day(only) if only else None)
    found = made(*(int(piece) for piece in text.split("-")))
    return Reading(TimeType.DATE, found.isoformat(), day(found)) if found else None


def _month_number(words: Words) -> int:
    return words.number("M", "months") or 1


def stated_year(words: Words) -> int | None:
    """Return the year that an expression states, or None."""
    found = words.word("Y")
    return int(found) if found else None


def _dates(words: Words) -> list[int]:
    ordinals = table("times")["ordinals"]
    return [ordinals[word] if word in ordinals else int(re.sub(r"\D", "", word)) for word in words.all("DO")]


def read_day(words: Words) -> Reading | None:
    """Read a day of a month, or several: "December 14-15", "the night of 3 to 4 May"."""
    anchors = words.anchors
    number, stated, dates = _month_number(words), stated_year(words), _dates(words)
    chosen, anchor = (stated, None) if stated else year_of(number, dates[0], anchors)
    if chosen is None:
        return _yearless(number, dates)
    first, last = made(chosen, number, dates[0]), made(chosen, number, dates[-1])
    if first is None or last is None or last < first:
        return Reading(TimeType.DATE)
    if first == last and words.has("P"):
        return of_day(words, first, anchor)
    label = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Reading(TimeType.DATE, label, Stretch(first, last, Precision.DAY), anchor)


def _yearless(number: int, dates: list[int]) -> Reading:
    # A leap year, so that 29 February passes: whether the year had one is not known.
    if made(2000, number, dates[0]) is None:
        return Reading(TimeType.DATE)
    first, last = (f"XXXX-{number:02d}-{on:02d}" for on in (dates[0], dates[-1]))
    return Reading(TimeType.DATE, first if first == last else f"{first}/{last}")


def year_of(number: int, date_: int | None, anchors: Anchors) -> tuple[int | None, str | None]:
    """Return the year that a month (and day) without one means, and what it was reckoned from."""
    if anchors.near is not None and (anchors.history or _told_far(anchors)):
        return _going_on(number, anchors.near), "text"
    if anchors.published is None or anchors.history:
        return None, None
    here, there = anchors.published, (number, date_ or 1)
    ahead = there > (here.month, here.day)
    soon = made(here.year, number, date_) if date_ else None
    if ahead and soon is not None and (soon - here).days <= SOON:
        return here.year, "published"
    if anchors.future:
        return (here.year if ahead or number == here.month else here.year + 1), "published"
    return (here.year - 1 if ahead else here.year), "published"


def _going_on(number: int, told: Stretch) -> int:
    """Return the year of a month told after `told`: a January after a November is the next year's."""
    fine = told.precision in (Precision.DAY, Precision.MONTH, Precision.WEEK)
    return told.first.year + (fine and told.first.month - number > HALF_YEAR)


def _told_far(anchors: Anchors) -> bool:
    """Tell whether the date told before in the sentence lies years away: then its year goes on."""
    if anchors.near is None or anchors.near.precision is Precision.DECADE:
        return False
    return anchors.published is None or anchors.near.last.year < anchors.published.year - 1


def read_month(words: Words) -> Reading | None:
    """Read a month with or without its year: "December", "late December 2024"."""
    anchors = words.anchors
    number, stated = _month_number(words), stated_year(words)
    chosen, anchor = (stated, None) if stated else year_of(number, None, anchors)
    if "os" in words.letters:
        chosen, anchor = (anchors.near.first.year, "text") if anchors.near else (None, None)
    if chosen is None:
        return Reading(TimeType.DATE, f"XXXX-{number:02d}" if not words.has("lnts") else None)
    whole = month(chosen, number)
    return Reading(TimeType.DATE, value(whole), edged(words, whole), anchor)


def edged(words: Words, whole: Stretch) -> Stretch:
    """Return the part of a stretch that "early", "mid" or "late" leaves."""
    row = words.look("e", "edges")
    return part(whole, row["from"], row["to"]) if isinstance(row, dict) else whole


def read_season(words: Words) -> Reading | None:
    """Read a season with or without its year: "last winter", "the spring of 2023"."""
    anchors = words.anchors
    code, stated = str(words.look("S", "seasons")), stated_year(words)
    if not stated and not words.has("lntde"):
        return None if words.tokens[0].lower_ in ("spring", "fall") else Reading(TimeType.DATE)
    chosen, anchor = (stated, None) if stated else _season_year(code, words, anchors)
    if chosen is None:
        return Reading(TimeType.DATE)
    return Reading(TimeType.DATE, f"{chosen}-{code}", edged(words, season(chosen, code)), anchor)


def _season_year(code: str, words: Words, anchors: Anchors) -> tuple[int | None, str | None]:
    if anchors.history and anchors.near:
        return anchors.near.first.year, "text"
    here = anchors.published
    if here is None:
        return None, None
    this = season(here.year, code)
    if words.has("n") or anchors.future:
        return (here.year if this.first > here else here.year + 1), "published"
    passed = this.last < here if words.has("l") else this.first <= here
    return (here.year if passed else here.year - 1), "published"


def read_decade(words: Words) -> Reading | None:
    """Read a decade: "the 1990s", "the nineties"."""
    digits = re.sub(r"\D", "", words.word("K") or "")
    start = int(digits) if len(digits) == 4 else 1900 + int(digits)
    whole = decade(start)
    return Reading(TimeType.DATE, value(whole), edged(words, whole))


def read_century(words: Words) -> Reading | None:
    """Read a century, or a quarter counted in the same words."""
    if words.look("U", "units") == "Q":
        return read_quarter(words)
    if not (words.word("U") or "").startswith("centur"):
        return None
    number = _dates(words)[0]
    whole = (
        Stretch(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31), Precision.DECADE)
        if number
        else None
    )
    return Reading(TimeType.DATE, f"{number - 1:02d}", whole)


def read_quarter(words: Words) -> Reading | None:
    """Read "the first quarter", of the year said or of the nearest one."""
    number, stated = _dates(words)[0], stated_year(words)
    if words.look("U", "units") != "Q" or number > QUARTERS:
        return None
    first = number * 3 - 2
    chosen, anchor = (stated, None) if stated else year_of(first, None, words.anchors)
    if chosen is None:
        return Reading(TimeType.DATE)
    whole = Stretch(month(chosen, first).first, month(chosen, first + 2).last, Precision.SEASON)
    return Reading(TimeType.DATE, f"{chosen}-Q{number}", whole, anchor)


def read_year(words: Words) -> Reading | None:
    """Read a year, with "early", "late" and the like before it."""
    stated = stated_year(words)
    if stated is None:
        return None
    if words.has("B") and (words.word("B") or "").startswith("b"):
        return Reading(TimeType.DATE, f"BC{stated:04d}")
    whole = year(stated)
    return Reading(TimeType.DATE, value(whole), edged(words, whole))


def read_era(words: Words) -> Reading | None:
    """Read a year before or of the common era: "44 BC"."""
    number = next(iter(words.all("NDY")), "")
    if not number.isdecimal():
        return None
    before = (words.word("B") or "").startswith("b")
    return Reading(TimeType.DATE, f"{'BC' if before else ''}{int(number):04d}")


def read_weekday(words: Words) -> Reading | None:
    """Read a weekday: the last one up to the anchor, the next one where the clause looks ahead."""
    anchors = words.anchors
    number = words.number("W", "weekdays") or 1
    if (words.word("W") or "").endswith("days"):
        return Reading(TimeType.SET, f"XXXX-WXX-{number}")
    here = None if anchors.history else anchors.published
    if here is None or words.has("a"):
        return Reading(TimeType.TIME if words.has("P") else TimeType.DATE)
    back = (here.isoweekday() - number) % 7
    if words.has("l"):
        back = back or 7
    elif words.has("n") or (anchors.future and back):
        back = back - 7
    return of_day(words, here - timedelta(days=back), "published")


def of_day(words: Words, on: date, anchor: str | None) -> Reading:
    """Return a day, or a part of it when one is named."""
    code = words.look("P", "parts")
    if code is None:
        return Reading(TimeType.DATE, on.isoformat(), day(on), anchor)
    return Reading(TimeType.TIME, f"{on.isoformat()}T{code}", day(on), anchor)
