"""Expressions that name a stretch of the calendar: days, months, seasons, years, weekdays."""

import re
from dataclasses import replace
from datetime import date, timedelta

from sayso.extract.timexes.stretches import (
    Stretch,
    day,
    decade,
    length,
    made,
    month,
    part,
    season,
    value,
    year,
)
from sayso.extract.timexes.timewords import GOES_ON, QUARTERS, SEASON, SOON, Anchors, Reading, Words
from sayso.lexicon import table
from sayso.model.report import Precision, TimeType

EVE = 6
"""Days back from an anchor to the weekday of the day after it."""

SIX_MONTHS = 183
"""Days within which a weekday with its number in the month is looked for."""


def read_iso(words: Words) -> Reading | None:
    """Read `2024-12-14`, `14/12/2024`, `14.12.24` and named days, "9/11"."""
    text = "".join(piece.text for piece in words.pieces)
    named = table("times")["named_days"].get(text.lower())
    if named is not None:
        return Reading(TimeType.DATE, named, day(date.fromisoformat(named)))
    if "-" in text:
        found = made(*(int(number) for number in text.split("-")))
        return Reading(TimeType.DATE, found.isoformat(), day(found)) if found else Reading(TimeType.DATE)
    first, second, last = (int(number) for number in re.split(r"[/.]", text))
    last += 2000 if last < 100 else 0
    readings = {made(last, second, first), None if "." in text else made(last, first, second)} - {None}
    # 3/4/2024 is March or April: only what can be read in one way has a value.
    only = readings.pop() if len(readings) == 1 else None
    return Reading(TimeType.DATE, only.isoformat() if only else None, day(only) if only else None)


def _month_number(words: Words) -> int:
    return words.number("M", "months") or 1


def stated_year(words: Words) -> int | None:
    """Return the year that an expression states or shares with the one joined to it, or None; negative
    before our era."""
    stated = words.match.year
    return words.anchors.joined if stated is None else stated


def named_year(words: Words) -> tuple[int | None, str | None]:
    """Return the year that an expression states, or points to ("of the same year"), with its anchor."""
    stated = stated_year(words)
    pointed = re.search(r"od?([stln])+U$", words.letters)
    if stated is not None or pointed is None:
        return stated, None
    anchors, step = words.anchors, {"l": -1, "n": 1}.get(pointed[1], 0)
    told = (anchors.told or anchors.story) if anchors.history else anchors.near
    near = told.first if told is not None else None
    here = near if pointed[1] == "s" else anchors.here
    if here is None or words.look("U", "units") != "Y":
        return None, None
    return here.year + step, "text" if pointed[1] == "s" else anchors.source


def _label(number: int) -> str:
    """Return a year as TIMEX3 writes it: `2024`, `BC0480`."""
    return f"BC{-number:04d}" if number < 0 else f"{number:04d}"


def _before_era(words: Words, rest: str) -> Reading | None:
    """Return a month, day or season of a year before our era, stated or told last: no calendar of ours
    reaches there, so it has a value and no days."""
    stated, ancient = stated_year(words), words.anchors.ancient
    if stated is None and ancient is not None:
        stated = -ancient
    return Reading(TimeType.DATE, f"{_label(stated)}-{rest}") if stated is not None and stated < 0 else None


def dates_of(words: Words) -> list[int]:
    """Return the days of the month and ordinals of an expression as numbers, in order."""
    ordinals = table("times")["ordinals"]
    end = words.letters.find("B")
    letters = words.letters[: end - 1] if end > 0 and words.letters[end - 1] in "ND" else words.letters
    said = [piece.lower_ for piece, code in zip(words.pieces, letters, strict=False) if code in "DO"]
    return [ordinals[word] if word in ordinals else int(re.sub(r"\D", "", word)) for word in said]


def read_day(words: Words) -> Reading | None:
    """Read a day of a month, or several: "December 14-15", "the night of 3 to 4 May"."""
    anchors = words.anchors
    number, dates = _month_number(words), dates_of(words)
    ancient = _before_era(words, f"{number:02d}-{dates[0]:02d}")
    if ancient is not None:
        return ancient
    chosen, anchor = named_year(words)
    if chosen is None:
        chosen, anchor = year_of(number, dates[0], anchors)
    if chosen is None:
        return _yearless(number, dates)
    first, last = made(chosen, number, dates[0]), made(chosen, number, dates[-1])
    if first is None or last is None or last < first:
        return Reading(TimeType.DATE)
    if first == last and words.has("P"):
        return of_day(words, first, anchor)
    label = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Reading(TimeType.DATE, label, Stretch(first, last, Precision.DAY), anchor)


def read_more_days(words: Words) -> Reading | None:
    """Read days that go on a list, "9-10" of "May 2-3, 9-10 and 16-17"; any other two
    numbers are no days."""
    listed, dates = words.anchors.listed, dates_of(words)
    if listed is None or len(dates) != 2:
        return None
    first, last = (made(listed.last.year, listed.last.month, on) for on in dates)
    if first is None or last is None or not listed.last < first < last:
        return None
    label = f"{first.isoformat()}/{last.isoformat()}"
    return Reading(TimeType.DATE, label, Stretch(first, last, Precision.DAY), words.anchors.source)


def _yearless(number: int, dates: list[int]) -> Reading:
    # A leap year, so that 29 February passes: whether the year had one is not known.
    if made(2000, number, dates[0]) is None:
        return Reading(TimeType.DATE)
    first, last = (f"XXXX-{number:02d}-{on:02d}" for on in (dates[0], dates[-1]))
    return Reading(TimeType.DATE, first if first == last else f"{first}/{last}")


def year_of(number: int, date_: int | None, anchors: Anchors) -> tuple[int | None, str | None]:
    """Return the year that a month (and day) without one means, and what it was reckoned from."""
    if anchors.near is not None and (anchors.history or _told_far(anchors)):
        return _going_on(number, anchors.near, anchors), "text"
    if anchors.published is None or anchors.history:
        return None, None
    here, there = anchors.published, (number, date_ or 1)
    told = anchors.told if anchors.same_sentence else None
    if told is not None and (anchors.ends_range or here < told.first <= _in_a_year(here, number)):
        return told.first.year + (number < told.first.month), "text"
    ahead = there > (here.month, here.day)
    if ahead and _is_soon(here, number, date_, anchors):
        return here.year, "published"
    if anchors.future:
        return (here.year if ahead or number == here.month else here.year + 1), "published"
    return (here.year - 1 if ahead else here.year), "published"


def _in_a_year(here: date, number: int) -> date:
    """Return the last day from which a month to come is still within a year of here."""
    return date(here.year + (number <= here.month), number, 1)


def _is_soon(here: date, number: int, date_: int | None, anchors: Anchors) -> bool:
    """Tell whether a day of this year is near ahead, or a day or month nearer than last year's where nothing
    says that it is past."""
    soon = made(here.year, number, date_ or 1)
    if soon is None:
        return False
    near = (soon - here).days
    return (date_ is not None and near <= SOON) or (not anchors.past and near <= SEASON)


def _going_on(number: int, told: Stretch, anchors: Anchors) -> int:
    """Return the year of a month told after `told`: a January after a November is the next year's."""
    fine = told.precision in (Precision.DAY, Precision.MONTH, Precision.WEEK)
    on = fine and told.first.month - number > GOES_ON and not anchors.same_sentence
    return told.first.year + on


def _told_far(anchors: Anchors) -> bool:
    """Tell whether the date told before in the sentence lies years away: then its year goes on."""
    if anchors.near is None or anchors.near.precision is Precision.DECADE:
        return False
    return anchors.published is None or anchors.near.last.year < anchors.published.year - 1


def read_month(words: Words) -> Reading | None:
    """Read a month with or without its year: "December", "late December 2024"."""
    anchors = words.anchors
    number = _month_number(words)
    ancient = _before_era(words, f"{number:02d}")
    if ancient is not None:
        return ancient
    chosen, anchor = named_year(words)
    if chosen is None and words.letters[-1:] == "M" and words.has("l"):
        chosen, anchor = _month_before(number, words)
    elif chosen is None and not re.search("o[dstln]*U$", words.letters):
        chosen, anchor = year_of(number, None, anchors)
    if chosen is None:
        return Reading(TimeType.DATE, f"XXXX-{number:02d}" if not words.has("lnts") else None)
    whole = month(chosen, number)
    return Reading(TimeType.DATE, value(whole), edged(words, whole), anchor)


def _month_before(number: int, words: Words) -> tuple[int | None, str | None]:
    """Return the year of "last March": the latest one over."""
    here = words.anchors.here
    if here is None:
        return None, None
    return (here.year if number < here.month else here.year - 1), words.anchors.source


def edged(words: Words, whole: Stretch) -> Stretch:
    """Return the part of a stretch that "early", "mid" or "late" leaves."""
    row = words.look("e", "edges")
    return part(whole, row["from"], row["to"]) if isinstance(row, dict) else whole


def read_season(words: Words) -> Reading | None:
    """Read a season with or without its year: "last winter", "the spring of 2023"; a bare one has a value
    and no days."""
    anchors = words.anchors
    code = str(words.look("S", "seasons"))
    if words.letters.endswith("YS") and words.after_it is not None and words.after_it.text[:1].isupper():
        # The season of "the 2012 Summer Games" is a part of their name.
        return replace(read_year(words.until("S")) or Reading(TimeType.DATE), cut=1)
    ancient = _before_era(words, code)
    if ancient is not None:
        return ancient
    chosen, anchor = named_year(words)
    if chosen is None:
        chosen, anchor = _season_year(code, words, anchors)
    if chosen is None:
        return Reading(TimeType.DATE)
    stretch = edged(words, season(chosen, code))
    if _is_bare(words) and not anchors.history and anchors.joined is None:
        return Reading(TimeType.DATE, f"{chosen}-{code}")
    return Reading(TimeType.DATE, f"{chosen}-{code}", stretch, anchor)


def _is_bare(words: Words) -> bool:
    return words.letters == "S" or (words.letters == "dS" and words.is_loose)


def _season_year(code: str, words: Words, anchors: Anchors) -> tuple[int | None, str | None]:
    near = anchors.near if anchors.history else None
    if near is not None:
        on = words.has("n") and season(near.first.year, code).first <= near.first
        return near.first.year + on - words.has("l"), "text"
    here = anchors.published
    if here is None or anchors.history:
        return None, None
    if _is_bare(words) and not anchors.past:
        return _nearest_season(here, code), "published"
    this = season(here.year, code)
    if words.has("n") or anchors.future:
        return (here.year if this.first > here else here.year + 1), "published"
    passed = this.last < here if words.has("l") else this.first <= here
    return (here.year if passed else here.year - 1), "published"


def _nearest_season(here: date, code: str) -> int:
    """Return the year of the season that the day is in or nearest to."""
    years = [(season(here.year + shift, code), here.year + shift) for shift in (-1, 0, 1)]
    away = [(max((one.first - here).days, (here - one.last).days, 0), number) for one, number in years]
    return min(away)[1]


def read_decade(words: Words) -> Reading | None:
    """Read a decade: "the 1990s", "the nineties", "the 470s BC"; "in her 80s" is an age."""
    word = words.word("K") or words.word("Y") or ""
    digits = re.sub(r"\D", "", word)
    start = table("times")["decades"].get(word) or int(digits)
    before = (words.word("B") or "").startswith("b")
    if (words.token.i and words.token.nbor(-1).tag_ == "PRP$") or start % 10:
        return None
    if before or len(digits) == 3:
        return Reading(TimeType.DATE, f"BC{start // 10:03d}") if before else None
    whole = decade(start if start > 99 else 1900 + start)
    return Reading(TimeType.DATE, value(whole), edged(words, whole))


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
    """Read "the first quarter", of the year said or of the nearest one."""
    number, stated = dates_of(words)[0], stated_year(words)
    if words.look("U", "units") != "Q" or not 1 <= number <= QUARTERS:
        return None
    first = number * 3 - 2
    chosen, anchor = (stated, None) if stated else year_of(first, None, words.anchors)
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
        return Reading(TimeType.DATE, _label(stated))
    whole = year(stated)
    return Reading(TimeType.DATE, _label(stated), edged(words, whole))


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
    return Reading(TimeType.DATE, _label(stated), year(stated) if stated > 0 else None)


def read_weekday(words: Words) -> Reading | None:
    """Read a weekday: the last one up to the anchor, the next one where the clause looks ahead. That of the
    day after the anchor is that day all the same: reports are updated, and dated where their outlet sits
    ("said early Friday", by an American page of Thursday); of 28 drawn from newscluster none was six days
    old."""
    anchors = words.anchors
    number = words.number("W", "weekdays") or 1
    if (words.word("W") or "").endswith("days") and not words.has("P"):
        return Reading(TimeType.SET, f"XXXX-WXX-{number}")
    here = None if anchors.history else anchors.published
    any_one = words.has("a") and not words.is_loose
    if here is None or any_one:
        return Reading(TimeType.TIME if words.has("P") else TimeType.DATE)
    if words.has("O"):
        return _weekday_of_month(words, number, here)
    if anchors.ends_range and anchors.same_sentence and anchors.told is not None:
        ahead = anchors.told.first + timedelta(days=(number - anchors.told.first.isoweekday()) % 7)
        if not anchors.past or ahead <= here:
            return of_day(words, ahead, "published")
    back = (here.isoweekday() - number) % 7
    if words.has("l"):
        back = back or 7
    elif (
        words.has("n") or back == EVE or ((anchors.future or (words.has("t") and not anchors.past)) and back)
    ):
        back = back - 7
    return of_day(words, here - timedelta(days=back), "published")


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


def of_day(words: Words, on: date, anchor: str | None) -> Reading:
    """Return a day, or a part of it when one is named."""
    code = words.look("P", "parts")
    if code is None:
        return Reading(TimeType.DATE, on.isoformat(), day(on), anchor)
    return Reading(TimeType.TIME, f"{on.isoformat()}T{code}", day(on), anchor)
