"""Expressions reckoned from another day, lengths, repetitions, times of day, feasts; all readers by rule."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from sayso.extract.calendar import (
    edged,
    of_day,
    read_century,
    read_day,
    read_decade,
    read_era,
    read_iso,
    read_month,
    read_quarter,
    read_season,
    read_weekday,
    read_year,
    stated_year,
    year_of,
)
from sayso.extract.stretches import (
    Stretch,
    day,
    easter,
    made,
    shifted,
    value,
    weekend,
)
from sayso.extract.timewords import SOON, Reading, Words
from sayso.lexicon import table
from sayso.model.report import Precision, TimeType


def _day_part(words: Words) -> Reading | None:
    """Read "noon on Friday", "the evening of that Monday"."""
    return _deictic(words) if words.has("R") else read_weekday(words)


def _day_edge(words: Words) -> Reading | None:
    """Read "the early hours of Tuesday" as its morning and "late on Monday" as its night."""
    hours = words.has("U")
    if hours and words.look("U", "units") != "H":
        return None
    base, late = _day_part(words), words.word("e") == "late"
    if base is None or base.stretch is None:
        return base
    code = "NI" if late and not hours else "MO"
    return Reading(TimeType.TIME, f"{base.value}T{code}", base.stretch, base.anchor)


def _deictic(words: Words) -> Reading | None:
    anchors = words.anchors
    here, word = anchors.published, words.word("R") or ""
    if here is None:
        return Reading(TimeType.TIME if word == "tonight" else TimeType.DATE)
    on = here + timedelta(days=table("times")["deictics"][word])
    if word == "tonight":
        return Reading(TimeType.TIME, f"{on.isoformat()}TNI", day(on), "published")
    return of_day(words, on, "published")


def _reference(words: Words) -> Reading | None:
    return Reading(TimeType.DATE, str(words.look("X", "references")))


def _unit(words: Words) -> Reading | None:
    """Read "last month", "earlier this year", "next week", "this morning"."""
    anchors = words.anchors
    here, code = anchors.here, words.look("U", "units")
    if here is None:
        return Reading(TimeType.DATE if code else TimeType.TIME)
    if code is None:
        return _part_near(words, here)
    step = -1 if words.has("l") else 1 if words.has("n") else 0
    if code == "WE":
        whole: Stretch | None = weekend(here + timedelta(weeks=step))
        label = f"{value(shifted(here, step, 'W') or day(here))}-WE"
    else:
        whole = shifted(here, step, str(code))
        label = value(whole) if whole else ""
    if whole is None:
        return None
    return Reading(TimeType.DATE, label, _clipped(words, edged(words, whole), here), anchors.source)


def _part_near(words: Words, here: date) -> Reading | None:
    on = here - timedelta(days=1) if words.has("l") else here
    return of_day(words, on, words.anchors.source)


def _clipped(words: Words, whole: Stretch, here: date) -> Stretch:
    """Return what "earlier this month" or "later this year" leaves of a stretch that the day of
    publication is in."""
    if words.has("E") and whole.first <= here <= whole.last:
        return Stretch(whole.first, here, whole.precision)
    if words.has("L") and whole.first <= here <= whole.last:
        return Stretch(here, whole.last, whole.precision)
    return whole


def _edge_of_unit(words: Words) -> Reading | None:
    """Read "the end of the year", "the beginning of last month"."""
    anchors = words.anchors
    base = anchors.near.first if anchors.history and anchors.near else anchors.published
    if base is None or words.has("s"):
        return Reading(TimeType.DATE)
    whole = shifted(base, -1 if words.has("l") else 1 if words.has("n") else 0, str(words.look("U", "units")))
    if whole is None:
        return Reading(TimeType.DATE)
    return Reading(
        TimeType.DATE, value(whole), edged(words, whole), "text" if anchors.history else "published"
    )


def _amount(words: Words) -> str:
    """Return the number of a duration for a TIMEX3 value; `X` for a vague one."""
    small = table("numbers")["small"]
    found = [word for word in words.all("NDO") if word]
    if not found:
        return "X" if words.has("q") else "1"
    if "NhN" in words.letters:
        tens, ones = small.get(found[0], 0), small.get(found[1], 0)
        return str(tens + ones if tens >= 20 > 10 > ones else ones)
    word = found[0].replace(",", "")
    return word if word.replace(".", "", 1).isdecimal() else str(small[word]) if word in small else "X"


def _duration(words: Words) -> Reading | None:
    code = words.look("U", "units")
    if code is None or (code == "Q"):
        return None
    many = _amount(words)
    return Reading(TimeType.DURATION, _length(many, str(code)))


def _length(many: str, code: str) -> str:
    """Return the TIMEX3 value of so many units: `P2W`, `PT30M`."""
    if code == "FN":
        return "P2W" if many == "1" else "PXW"
    return f"PT{many}{code[0]}" if code in ("H", "MIN", "S") else f"P{many}{code}"


HALVES = {"H": "30M", "MIN": "30S", "Y": "6M"}
"""Half of a unit in the next smaller one; all others are written with a decimal."""


def _half(words: Words) -> Reading | None:
    """Read "half an hour", "two and a half hours", "a year and a half"."""
    code = str(words.look("U", "units"))
    many = "0" if words.letters.lstrip("mkp").startswith("j") else _amount(words)
    if code not in HALVES:
        return Reading(TimeType.DURATION, _length(f"{many}.5", code))
    time = "T" if code in ("H", "MIN") else ""
    whole = "" if many == "0" else f"{many}{code[0]}"
    return Reading(TimeType.DURATION, f"P{time}{whole}{HALVES[code]}")


def _many(words: Words) -> Reading | None:
    """Read the bare plural of "for weeks"; in other places it is no expression."""
    token, code = words.tokens[0], words.look("U", "units")
    led = token.i > token.sent.start and token.nbor(-1).lower_ == "for"
    if not led or token.tag_ != "NNS" or code in (None, "Q", "WE"):
        return None
    return Reading(TimeType.DURATION, _length("X", str(code)))


def _ago(words: Words) -> Reading | None:
    anchors = words.anchors
    many = _amount(words)
    if anchors.published is None or not many.isdecimal():
        return Reading(TimeType.DATE)
    return _stepped(anchors.published, -int(many), words, "published")


def _told(words: Words) -> Reading | None:
    """Read "two days later", "the next day", "the day before": reckoned from a date told in the same
    sentence."""
    anchors = words.anchors
    many, back = _amount(words), words.has("El")
    after = (words.word("L") or words.word("E")) in ("after", "before")
    if (after and not words.letters.startswith("d")) or words.word("l") in ("past", "last"):
        return _duration(words)
    if anchors.near is None or not many.isdecimal():
        return Reading(TimeType.DATE)
    if anchors.near.first != anchors.near.last and words.look("U", "units") == "D":
        return Reading(TimeType.DATE)
    return _stepped(anchors.near.first, -int(many) if back else int(many), words, "text")


def _stepped(start: date, many: int, words: Words, anchor: str) -> Reading | None:
    if abs(many) > 10_000:
        return None
    reached = shifted(start, many, str(words.look("U", "units")))
    return Reading(TimeType.DATE, value(reached), reached, anchor) if reached else Reading(TimeType.DATE)


def _same(words: Words) -> Reading | None:
    """Read "that same month", "the same day": the period of a date told in the same sentence, else
    unresolved."""
    anchors = words.anchors
    code = words.look("U", "units")
    if anchors.near is None or code is None:
        return Reading(TimeType.DATE)
    return _stepped(anchors.near.first, 0, words, "text")


def _set(words: Words) -> Reading | None:
    if words.has("f"):
        return Reading(TimeType.SET, str(words.look("f", "frequencies")))
    if words.has("W"):
        return Reading(TimeType.SET, f"XXXX-WXX-{words.look('W', 'weekdays')}")
    code = words.look("U", "units")
    return Reading(TimeType.SET, _length(_amount(words), str(code)) if code else None)


def _clock(words: Words) -> Reading | None:
    """Read "10:30 a.m.", "5pm", "5 p.m. Saturday": a time of day has no date of its own."""
    anchors = words.anchors
    text = words.word("C") or words.word("D") or ""
    match = re.match(r"(\d{1,2})(?:[:.]?(\d{2}))?([ap]m)?", text)
    if match is None or (words.has("D") and not words.has("A")):
        return None
    hour, minute, half = (
        int(match[1]),
        int(match[2] or 0),
        match[3] or (words.word("A") or "").replace(".", ""),
    )
    if hour > 24 or minute > 59 or (not half and ":" not in text and not words.has("G")):
        return None
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    said = words.after("RWMdtO") if not words.has("M") else words.after("b") or words.after("RWMt")
    on = _said_day(said) if said else None
    known = on.stretch if on else anchors.near
    known = known if known and known.first == known.last else None
    stem = known.first.isoformat() if known else "XXXX-XX-XX"
    return Reading(
        TimeType.TIME,
        f"{stem}T{hour:02d}:{minute:02d}",
        known,
        (on.anchor if on else "text") if known else None,
    )


def _said_day(words: Words) -> Reading | None:
    """Return the day said with a clock time: "on Monday", "today", "on 12 June"."""
    if words.has("M"):
        return read_day(words)
    return _deictic(words) if words.has("R") else read_weekday(words) if words.has("W") else None


def _part(words: Words) -> Reading | None:
    here = words.anchors.published
    if words.tokens[0].lower_ == "overnight" and here and not words.anchors.history:
        evening = here if words.anchors.future else here - timedelta(days=1)
        night = Stretch(evening, evening + timedelta(days=1), Precision.DAY)
        return Reading(TimeType.TIME, f"{evening.isoformat()}TNI", night, "published")
    if words.tokens[0].lower_ == "overnight" or words.has("dt"):
        return Reading(TimeType.TIME)
    return None


def _holiday(words: Words) -> Reading | None:
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


READERS: dict[str, Callable[[Words], Reading | None]] = {
    "iso": read_iso,
    "days": read_day,
    "day": read_day,
    "month": read_month,
    "season": read_season,
    "decade": read_decade,
    "century": read_century,
    "quarter": read_quarter,
    "year": read_year,
    "era": read_era,
    "weekday": read_weekday,
    "day-part": _day_part,
    "day-edge": _day_edge,
    "deictic": _deictic,
    "reference": _reference,
    "unit": _unit,
    "edge": _edge_of_unit,
    "window": _duration,
    "ago": _ago,
    "told": _told,
    "duration": _duration,
    "half": _half,
    "many": _many,
    "same": _same,
    "whole": _duration,
    "set": _set,
    "clock": _clock,
    "part": _part,
    "holiday": _holiday,
}
