"""Expressions that name longer stretches of the calendar: seasons, quarters, years, decades, centuries."""

import re
from dataclasses import replace
from datetime import MAXYEAR, date

from sayso.extract.timexes.calendar import (
    before_era,
    dates_of,
    edged,
    named_year,
    stated_year,
    year_label,
    year_of,
)
from sayso.extract.timexes.stretches import Stretch, decade, length, month, season, value, year
from sayso.extract.timexes.timewords import QUARTERS, Anchors, Reading, Words
from sayso.lexicon import table
from sayso.lexicon import words as word_set
from sayso.model.report import Precision, TimeType

WINTER = "WI"

MIDYEAR = 6

CENTURY = 100
"""A decade written with less than this leaves its century out: "the 80s"."""


def read_season(words: Words) -> Reading | None:
    """Read a season with or without its year: "last winter", "the spring of 2023"; a bare one has a value
    and no days."""
    anchors = words.anchors
    code = str(words.look("S", "seasons"))
    if words.letters.endswith("YS") and words.after_it is not None and words.after_it.text[:1].isupper():
        # The season of "the 2012 Summer Games" is a part of their name.
        return replace(read_year(words.until("S")) or Reading(TimeType.DATE), cut=1)
    ancient = before_era(words, code, on=code == WINTER)
    if ancient is not None:
        return ancient
    chosen, anchor = named_year(words)
    if chosen is None:
        chosen, anchor = _season_year(code, words, anchors)
    if chosen is None:
        return Reading(TimeType.DATE)
    stretch = edged(words, _stated(chosen, code) if stated_year(words) else season(chosen, code))
    if _is_bare(words) and not anchors.history and anchors.joined is None:
        return Reading(TimeType.DATE, f"{chosen}-{code}")
    return Reading(TimeType.DATE, f"{chosen}-{code}", stretch, anchor)


def read_weather(words: Words) -> Reading:
    """Read "the dry season": when it is depends on where."""
    kind = words.token.nbor(-1)
    the = kind.nbor(-1) if kind.i else kind
    return Reading(TimeType.DATE, opened=the if the.lower_ in table("times")["closed"]["the"] else kind)


def _is_bare(words: Words) -> bool:
    return words.letters == "S" or (words.letters == "dS" and words.is_loose)


def _stated(number: int, code: str) -> Stretch:
    """Return the season of a stated year; "the winter of 2013" may end or begin in it."""
    last = season(number + (code == WINTER and number < MAXYEAR), code).last
    return Stretch(season(number, code).first, last, Precision.SEASON)


def _season_year(code: str, words: Words, anchors: Anchors) -> tuple[int | None, str | None]:
    near = anchors.near if anchors.history else None
    if near is not None:
        begun = season(near.first.year, code).first <= near.first
        on = (words.has("n") and begun) or _is_winter_ahead(code, near)
        return near.first.year + on - words.has("l"), "text"
    here = anchors.published
    if here is None or anchors.history:
        return None, None
    return _season_near(code, words, here), "published"


def _is_winter_ahead(code: str, near: Stretch) -> bool:
    """Tell whether a tale has come to the second half of a year: "the winter" is the next one's."""
    dated = near.precision in (Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.SEASON)
    return code == WINTER and dated and near.first.month > MIDYEAR


def _season_near(code: str, words: Words, here: date) -> int:
    """Return the year of the season that is meant on a day: a bare one is the nearest, "last summer" the last
    one over, "next summer" the next to begin; else it has begun, or is not over where the clause looks
    ahead."""
    near = [(number, season(number, code)) for number in range(here.year - 1, here.year + 3)]
    if words.has("n"):
        return next(number for number, one in near if one.first > here)
    if words.has("l"):
        return max(number for number, one in near if one.last < here or number < here.year)
    if _is_bare(words) and not words.anchors.past:
        away = [(max((one.first - here).days, (here - one.last).days, 0), number) for number, one in near]
        return min(away)[1]
    if words.anchors.future:
        return next(number for number, one in near if one.last >= here)
    return max(number for number, one in near if one.first <= here)


def read_decade(words: Words) -> Reading | None:
    """Read a decade: "the 1990s", "the nineties", "the 470s BC"; "in her 80s" is an age, and of a sentence on
    the weather "the 80s" are degrees."""
    word = words.word("K") or words.word("Y") or ""
    digits = re.sub(r"\D", "", word)
    start = table("times")["decades"].get(word) or int(digits)
    before = (words.word("B") or "").startswith("b")
    if (words.token.i and words.token.nbor(-1).tag_ == "PRP$") or start % 10:
        return None
    if start < CENTURY and _is_of_weather(words):
        return None
    if before or len(digits) == 3:
        return Reading(TimeType.DATE, f"BC{start // 10:03d}") if before else None
    whole = decade(start if start >= CENTURY else 1900 + start)
    return Reading(TimeType.DATE, value(whole), edged(words, whole))


def _is_of_weather(words: Words) -> bool:
    """Tell whether the sentence is on the weather: "temperatures fell into the 20s"."""
    told = word_set("times", "closed.degrees")
    return any(token.lower_ in told for token in words.token.sent)


def read_century(words: Words) -> Reading | None:
    """Read a century (`19` is 1900 to 1999, as the value says), or a quarter counted in the same words."""
    if words.look("U", "units") == "Q":
        return read_quarter(words)
    if not (words.word("U") or "").startswith("centur"):
        code = str(words.look("U", "units") or "")
        return Reading(TimeType.DURATION, length("1", code)) if code else None
    number = dates_of(words)[0]
    if number < 1:
        return None
    if (words.word("B") or "").startswith("b"):
        return Reading(TimeType.DATE, f"BC{number - 1:02d}")
    whole = None
    if number > 1:
        start = (number - 1) * 100
        whole = edged(words, Stretch(date(start, 1, 1), date(start + 99, 12, 31), Precision.DECADE))
    return Reading(TimeType.DATE, f"{number - 1:02d}", whole)


def read_quarter(words: Words) -> Reading | None:
    """Read "the first quarter", of the year said ("of this year") or of the nearest one."""
    number, (stated, anchor) = dates_of(words)[0], named_year(words)
    if words.look("U", "units") != "Q" or not 1 <= number <= QUARTERS:
        return None
    first = number * 3 - 2
    chosen, anchor = (stated, anchor) if stated else year_of(first, None, words.anchors)
    if chosen is None:
        return Reading(TimeType.DATE)
    whole = Stretch(month(chosen, first).first, month(chosen, first + 2).last, Precision.SEASON)
    return Reading(TimeType.DATE, f"{chosen}-Q{number}", whole, anchor)


def read_half_year(words: Words) -> Reading | None:
    """Read "the second half of 2008", "the latter half of last year"."""
    chosen, anchor = named_year(words)
    number = 2 if words.has("F") else dates_of(words)[0]
    if chosen is None or number > 2:
        return Reading(TimeType.DATE)
    first = number * 6 - 5
    whole = Stretch(month(chosen, first).first, month(chosen, first + 5).last, Precision.SEASON)
    return Reading(TimeType.DATE, f"{chosen}-H{number}", whole, anchor)


def read_year(words: Words) -> Reading | None:
    """Read a year, with "early", "late" and the like before it."""
    stated = stated_year(words)
    if stated is None or (words.has("U") and words.look("U", "units") != "Y"):
        return None
    if stated < 0:
        return Reading(TimeType.DATE, year_label(stated))
    whole = year(stated)
    return Reading(TimeType.DATE, year_label(stated), edged(words, whole))


def read_years(words: Words) -> Reading | None:
    """Read years joined in figures: "1990-94", "1915-1917", "499 to 493 BC"."""
    numbers = words.all("YND")
    if len(numbers) != 2 or not all(number.isdecimal() for number in numbers):
        return None
    first, last = (int(number) for number in numbers)
    if words.has("B"):
        if (words.word("B") or "").startswith("b") and first > last:
            return Reading(TimeType.DATE, f"BC{first:04d}/BC{last:04d}")
        return None
    if len(numbers[1]) == 2:
        last += first // 100 * 100
    if not first < last <= first + 99 or (words.after_it is not None and words.after_it.tag_ == "NNS"):
        return replace(
            read_year(words.part(0, words.letters.index("Y") + 1)) or Reading(TimeType.DATE), cut=2
        )
    whole = Stretch(date(first, 1, 1), date(last, 12, 31), Precision.YEAR)
    return Reading(TimeType.DATE, f"{first:04d}/{last:04d}", whole)


def read_era(words: Words) -> Reading | None:
    """Read a year before or of the common era: "44 BC", "AD 79"."""
    stated = stated_year(words)
    if stated is None:
        return None
    return Reading(TimeType.DATE, year_label(stated), year(stated) if stated > 0 else None)
