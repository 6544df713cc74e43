"""Times of day and parts of the day: "5:40 p.m. on Monday", "the early hours of Tuesday", "overnight"."""

import re
from dataclasses import replace
from datetime import timedelta

from sayso.extract.timexes.calendar import of_day, read_day
from sayso.extract.timexes.reckoning import read_deictic
from sayso.extract.timexes.stretches import Stretch
from sayso.extract.timexes.timewords import Reading, Words
from sayso.extract.timexes.weekdays import read_weekday
from sayso.model.report import Precision, TimeType


def read_clock(words: Words) -> Reading | None:
    """Read "10:30 a.m.", "5pm", "5 p.m. Saturday", "Saturday, 7pm", "12 noon": a time of day has no date of
    its own."""
    at = _hour_place(words)
    hour = _hour(words, at) if at is not None else None
    if at is None or hour is None:
        return _day_alone(words, at)
    anchors = words.anchors
    lead, rest = words.part(0, at), words.part(at + 1, len(words.letters)).after("RWMdtDO")
    on = _said_day(lead) if lead.letters else _said_day(rest) if rest else None
    known = on.stretch if on else anchors.near
    known = known if known and known.first == known.last else None
    stem = known.first.isoformat() if known else _unsaid_day(words)
    anchor = (on.anchor if on else "text") if known else None
    return Reading(TimeType.TIME, f"{stem}T{hour}", known, anchor)


def _day_alone(words: Words, at: int | None) -> Reading | None:
    """Return the day beside what proved to be no time of day: "on 9 May, 49.52 Hz"."""
    lead = words.part(0, at or 0)
    if lead.letters.endswith("c"):
        lead = words.part(0, len(lead.letters) - 1)
    rest = words.part((at or 0) + 1, len(words.letters)).after("RWMdtDO")
    if lead.letters:
        found = _said_day(lead)
        return replace(found, cut=len(words.letters) - len(lead.letters)) if found else None
    found = _said_day(rest) if rest else None
    return replace(found, opened=rest.token) if found and rest else None


def _unsaid_day(words: Words) -> str:
    """Return the day of a time of day that none is said with: in a message that names no other one the value
    says the day when it was sent; the moment never does."""
    anchors = words.anchors
    here = anchors.published
    other = (
        anchors.told is not None
        and here is not None
        and not (anchors.told.first <= here <= anchors.told.last)
    )
    if here is None or not anchors.message or other:
        return "XXXX-XX-XX"
    return here.isoformat()


def _hour_place(words: Words) -> int | None:
    """Return where the hour stands: a clock time, else the number before a.m., p.m. or noon."""
    if words.has("C"):
        return words.letters.index("C")
    found = re.search("D[AP]", words.letters)
    return found.start() if found else None


def _hour(words: Words, at: int) -> str | None:
    """Return the time of day as `HH:MM`, None for what is none: "2.30" of what is no time."""
    text = words.pieces[at].lower_.replace("+", "")
    match = re.match(r"(\d{1,2}?)(?:[:.]?(\d{2}))?([ap]m|hrs?)?$", text)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    following = words.letters[at + 1 : at + 2]
    if following == "P" and ":" not in text:
        return _noon(words.part(at + 1, at + 2), hour)
    half = match[3] or (words.pieces[at + 1].lower_.replace(".", "") if following == "A" else "")
    if hour > 24 or minute > 59 or (not half and ":" not in text and not words.has("G")):
        return None
    hour = hour % 12 + (12 if half == "pm" else 0) if half in ("am", "pm") else hour
    return f"{hour:02d}:{minute:02d}"


def _noon(words: Words, hour: int) -> str | None:
    code = str(words.look("P", "parts"))
    return code if hour == 12 and ":" in code else None


def _said_day(words: Words) -> Reading | None:
    """Return the day said with a clock time: "on Monday", "today", "on 12 June"."""
    if words.has("M"):
        return read_day(words)
    return read_deictic(words) if words.has("R") else read_weekday(words) if words.has("W") else None


def read_part(words: Words) -> Reading | None:
    """Read a part of the day by itself: "overnight", "the morning", "the early hours of the
    morning", "at night"."""
    anchors = words.anchors
    if words.has("U") and words.look("U", "units") != "H":
        return None
    here, code = anchors.published, words.look("P", "parts")
    if words.token.lower_ == "overnight" and here and not anchors.history:
        evening = here if anchors.future else here - timedelta(days=1)
        night = Stretch(evening, evening + timedelta(days=1), Precision.DAY)
        return Reading(TimeType.TIME, f"{evening.isoformat()}TNI", night, "published")
    if words.has("W"):
        return read_weekday(words)
    if words.token.lower_ == "overnight" or (words.word("P") or "").endswith("s"):
        return Reading(TimeType.TIME, f"XXXX-XX-XXT{code}")
    near = anchors.told if anchors.same_sentence else None
    if near is not None and near.first == near.last and words.has("d"):
        return of_day(words, near.first, "text")
    return Reading(TimeType.TIME, f"{_unsaid_day(words)}T{code}")


def read_day_part(words: Words) -> Reading | None:
    """Read "noon on Friday", "the evening of that Monday"."""
    return read_deictic(words) if words.has("R") else read_weekday(words)


def read_day_edge(words: Words) -> Reading | None:
    """Read "the early hours of Tuesday" as its morning and "late on Monday" as its night."""
    hours = words.has("U")
    if hours and words.look("U", "units") != "H":
        return None
    base, late = read_day_part(words), words.word("e") == "late"
    if base is None or base.stretch is None:
        return base
    code = "NI" if late and not hours else "MO"
    return Reading(TimeType.TIME, f"{base.value}T{code}", base.stretch, base.anchor)
