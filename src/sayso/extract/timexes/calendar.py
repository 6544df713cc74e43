"""Expressions that name days and months, and whose year they are of."""

import re
from datetime import date

from sayso.extract.timexes.stretches import Stretch, day, made, month, part, value
from sayso.extract.timexes.timewords import GOES_ON, SEASON, SOON, Anchors, Reading, Words
from sayso.lexicon import table
from sayso.model.report import Precision, TimeType


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
    if here is None or words.part(len(words.letters) - 1, len(words.letters)).look("U", "units") != "Y":
        return None, None
    return here.year + step, "text" if pointed[1] == "s" else anchors.source


def year_label(number: int) -> str:
    """Return a year as TIMEX3 writes it: `2024`, `BC0480`."""
    return f"BC{-number:04d}" if number < 0 else f"{number:04d}"


def before_era(words: Words, rest: str, *, on: bool = False) -> Reading | None:
    """Return a month, day or season of a year before our era, stated or told last: no calendar of ours
    reaches there, so it has a value and no days. A year told last goes `on` into the next with its winter."""
    stated, ancient = stated_year(words), words.anchors.ancient
    if stated is None and ancient is not None and ancient > on:
        stated = on - ancient
    return (
        Reading(TimeType.DATE, f"{year_label(stated)}-{rest}") if stated is not None and stated < 0 else None
    )


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
    ancient = before_era(words, f"{number:02d}-{dates[0]:02d}")
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
    """Read days that go on a list, "9-10" of "May 2-3, 9-10 and 16-17"; any other two numbers are no
    days."""
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
    if anchors.near is not None and (anchors.history or (_told_far(anchors) and not anchors.reckoned)):
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
    """Return the last day of a month to come: what was told up to then, it goes on from within a year."""
    return month(here.year + (number <= here.month), number).last


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
    ancient = before_era(words, f"{number:02d}")
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
    """Return the part of a stretch that "early", "mid", "late" or "the latter part of" leaves."""
    row = words.look("e", "edges")
    if words.has("&"):
        named = words.pieces[words.letters.index("&") - 1].lower_
        row = table("times")["edges"][table("times")["parts_of"][named]]
    return part(whole, row["from"], row["to"]) if isinstance(row, dict) else whole


def of_day(words: Words, on: date, anchor: str | None) -> Reading:
    """Return a day, or a part of it when one is named."""
    code = words.look("P", "parts")
    if code is None:
        return Reading(TimeType.DATE, on.isoformat(), day(on), anchor)
    return Reading(TimeType.TIME, f"{on.isoformat()}T{code}", day(on), anchor)
