"""Time expressions of a report: where they stand, their TIMEX3 values, and the days they mean."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.extract.sentences import sentences
from sayso.extract.stretches import (
    Stretch,
    day,
    decade,
    easter,
    made,
    month,
    part,
    season,
    shifted,
    value,
    weekend,
    year,
)
from sayso.extract.timegrammar import Match, letter, matches
from sayso.lexicon import table
from sayso.model.ids import content_id
from sayso.model.report import Basis, Moment, Precision, Report, TimeExpression, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HISTORY_DATES = 3
"""A dated report that states at least so many years, most of them long past, tells history: there a date
without a year means the year told last, not the year of publication. News with some background is none: the
long past must outnumber the words that are reckoned from today, `NOW_RULES`."""

NOW_RULES = frozenset({"deictic", "reference", "unit", "ago", "weekday"})
"""Rules of the grammar whose expressions are said from the day of publication."""

SOON = 31
"""Days: a day this near ahead is meant, not the one of last year; news leaves out the year of the current
year only."""

QUARTERS = 4

HALF_YEAR = 6
"""Months: a story goes on into the next year rather than so far back."""

HISTORY_YEARS = 2
"""How many years before publication count as long past."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: type, TIMEX3 value, days, and what a relative one was reckoned from."""

    type: TimeType
    value: str | None = None
    stretch: Stretch | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Anchors:
    """Days to reckon from: publication (None when unknown), the last date told, and whether the text tells
    history."""

    published: date | None
    told: Stretch | None = None
    same_sentence: bool = False
    history: bool = False
    future: bool = False

    @property
    def here(self) -> date | None:
        """The day that "this year" and "on Monday" are reckoned from: publication, in a history the date
        told."""
        if self.history:
            return self.told.first if self.told else None
        return self.published

    @property
    def source(self) -> str:
        """What `here` comes from, as the anchor of an expression."""
        return "text" if self.history else "published"

    @property
    def near(self) -> Stretch | None:
        """The date told before, where an expression may lean on it: in the same sentence, or in a history."""
        return self.told if self.same_sentence or self.history else None


def extract(report: Report, doc: "Doc") -> tuple[TimeExpression, ...]:
    """Return the time expressions of `report` in order of text, none overlapping.

    A relative expression is resolved against the day of publication (`anchor` "published") or a date told in
    the same sentence ("text"). Its `value` and `moment` are None where that day is unknown: an undated
    report, or an antecedent elsewhere. A day and month without a year in an undated report keep the value
    `XXXX-12-17`.
    """
    found = [(sentence, match) for sentence in sentences(report, doc) for match in matches(sentence)]
    found = [(sentence, match) for sentence, match in found if _accepted(match)]
    published = _published(report)
    history = _tells_history(doc, [match for _, match in found], published)
    told, last_sentence = None, None
    expressions: list[TimeExpression] = []
    for sentence, match in found:
        same = last_sentence == sentence.start
        anchors = Anchors(published, told, same, history, _is_future(doc, match))
        reading = _READERS[match.rule](Words(doc, match, anchors))
        if reading is None:
            continue
        expressions.append(_expression(report, doc, match, reading))
        if reading.stretch and reading.type in (TimeType.DATE, TimeType.TIME):
            told, last_sentence = reading.stretch, sentence.start
    return tuple(expressions)


def _published(report: Report) -> date | None:
    moment = report.published
    if moment is None or moment.from_ is None or moment.precision not in (Precision.DAY, Precision.MINUTE):
        return None
    return date.fromisoformat(moment.from_[:10])


def _tells_history(doc: "Doc", found: list[Match], published: date | None) -> bool:
    if published is None:
        return False
    years = [
        int(doc[i].text) for match in found for i in range(match.first, match.end) if letter(doc[i]) == "Y"
    ]
    ancient = sum("B" in match.letters for match in found)
    past = sum(number <= published.year - HISTORY_YEARS for number in years) + ancient
    now = sum(match.rule in NOW_RULES for match in found)
    return past >= HISTORY_DATES and past * 2 > len(years) + ancient and past > now


def _is_future(doc: "Doc", match: Match) -> bool:
    """Tell whether the clause of an expression speaks of the future: "will meet", "due to meet", "closed
    until Monday"."""
    closed = table("times")["closed"]
    led = " ".join(token.lower_ for token in doc[max(0, match.first - 3) : match.first])
    verb = next((token for token in doc[match.first].ancestors if token.pos_ in ("VERB", "AUX")), None)
    if led in closed["soonest"] or verb is None:
        return verb is not None
    return _is_ahead(verb) or (led.endswith(tuple(closed["until"])) and _is_present(verb))


def _is_ahead(verb: "Token") -> bool:
    """Tell whether a verb is one of what is to come: "will", "would" and the like, a plan, a forecast."""
    closed = table("times")["closed"]
    marks = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg")}
    sure, open_ = marks & set(closed["will"]), marks & set(closed["would"])
    if sure or (open_ and "have" not in marks) or (verb.lemma_ in closed["foreseen"] and verb.tag_ == "VBN"):
        return True
    if any(child.dep_ == "acomp" and child.lower_ in closed["foreseen"] for child in verb.children):
        return True
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG":
        return _is_ahead(verb.head)
    planned = verb.head.lemma_ in (*closed["planned"], "be") and verb.dep_ in ("xcomp", "acl", "ccomp")
    return planned and verb.tag_ == "VB"


def _is_present(verb: "Token") -> bool:
    return any(token.tag_ in ("VBZ", "VBP", "MD") for token in (verb, *verb.children) if token.pos_ == "AUX")


def _accepted(match: Match) -> bool:
    """Tell whether a match is a time: "34-year-old" is an age."""
    return not match.letters.endswith("u")


def _expression(report: Report, doc: "Doc", match: Match, reading: Reading) -> TimeExpression:
    start, end = doc[match.first].idx, doc[match.end - 1].idx + len(doc[match.end - 1])
    return TimeExpression(
        id=content_id("time", report.id, start, end, reading.type),
        report=report.id,
        start=start,
        end=end,
        text=report.text[start:end],
        type=reading.type,
        value=reading.value,
        moment=_moment(reading.stretch),
        anchor=reading.anchor,
    )


def _moment(stretch: Stretch | None) -> Moment | None:
    if stretch is None:
        return None
    return Moment(stretch.first.isoformat(), stretch.last.isoformat(), stretch.precision, Basis.EXPRESSION)


class Words:
    """The words of a match, asked for by class letter, and what they are reckoned from."""

    def __init__(self, doc: "Doc", match: Match, anchors: Anchors) -> None:
        self.anchors = anchors
        self.doc, self.match = doc, match
        self.tokens: tuple[Token, ...] = tuple(doc[match.first : match.end])
        self.letters = match.letters

    def word(self, code: str) -> str | None:
        """Return the first word of a class in lower case, or None."""
        at = self.letters.find(code)
        return self.tokens[at].lower_ if at >= 0 else None

    def all(self, codes: str) -> list[str]:
        """Return all words of the classes, in order."""
        return [token.lower_ for token, code in zip(self.tokens, self.letters, strict=True) if code in codes]

    def look(self, code: str, slot: str) -> object:
        """Return what the times lexicon says under `slot` of the first word of a class, or None."""
        word = self.word(code)
        rows = table("times")[slot]
        return (
            None
            if word is None
            else rows.get(word, rows.get(word.rstrip("."), rows.get(word.removesuffix("s"))))
        )

    def number(self, code: str, slot: str) -> int | None:
        """Return `look` as a whole number."""
        found = self.look(code, slot)
        return found if isinstance(found, int) else None

    def after(self, codes: str) -> "Words | None":
        """Return the words from the first of one of the classes on, or None where there is none."""
        at = next((place for place, code in enumerate(self.letters) if code in codes), None)
        if at is None:
            return None
        rest = Match(self.match.rule, self.match.first + at, self.match.end, self.letters[at:])
        return Words(self.doc, rest, self.anchors)

    def has(self, codes: str) -> bool:
        """Tell whether a word of one of the classes is there."""
        return any(code in self.letters for code in codes)


def _iso(words: Words) -> Reading | None:
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


def _stated_year(words: Words) -> int | None:
    found = words.word("Y")
    return int(found) if found else None


def _dates(words: Words) -> list[int]:
    ordinals = table("times")["ordinals"]
    return [ordinals[word] if word in ordinals else int(re.sub(r"\D", "", word)) for word in words.all("DO")]


def _day(words: Words) -> Reading | None:
    """Read a day of a month, or several: "December 14-15", "the night of 3 to 4 May"."""
    anchors = words.anchors
    number, stated, dates = _month_number(words), _stated_year(words), _dates(words)
    chosen, anchor = (stated, None) if stated else _year_of(number, dates[0], anchors)
    if chosen is None:
        return _yearless(number, dates)
    first, last = made(chosen, number, dates[0]), made(chosen, number, dates[-1])
    if first is None or last is None or last < first:
        return Reading(TimeType.DATE)
    if first == last and words.has("P"):
        return _of_day(words, first, anchor)
    label = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Reading(TimeType.DATE, label, Stretch(first, last, Precision.DAY), anchor)


def _yearless(number: int, dates: list[int]) -> Reading:
    # A leap year, so that 29 February passes: whether the year had one is not known.
    if made(2000, number, dates[0]) is None:
        return Reading(TimeType.DATE)
    first, last = (f"XXXX-{number:02d}-{on:02d}" for on in (dates[0], dates[-1]))
    return Reading(TimeType.DATE, first if first == last else f"{first}/{last}")


def _year_of(number: int, date_: int | None, anchors: Anchors) -> tuple[int | None, str | None]:
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


def _month(words: Words) -> Reading | None:
    anchors = words.anchors
    number, stated = _month_number(words), _stated_year(words)
    chosen, anchor = (stated, None) if stated else _year_of(number, None, anchors)
    if "os" in words.letters:
        chosen, anchor = (anchors.near.first.year, "text") if anchors.near else (None, None)
    if chosen is None:
        return Reading(TimeType.DATE, f"XXXX-{number:02d}" if not words.has("lnts") else None)
    whole = month(chosen, number)
    return Reading(TimeType.DATE, value(whole), _edged(words, whole), anchor)


def _edged(words: Words, whole: Stretch) -> Stretch:
    """Return the part of a stretch that "early", "mid" or "late" leaves."""
    row = words.look("e", "edges")
    return part(whole, row["from"], row["to"]) if isinstance(row, dict) else whole


def _season(words: Words) -> Reading | None:
    anchors = words.anchors
    code, stated = str(words.look("S", "seasons")), _stated_year(words)
    if not stated and not words.has("lntde"):
        return None if words.tokens[0].lower_ in ("spring", "fall") else Reading(TimeType.DATE)
    chosen, anchor = (stated, None) if stated else _season_year(code, words, anchors)
    if chosen is None:
        return Reading(TimeType.DATE)
    return Reading(TimeType.DATE, f"{chosen}-{code}", _edged(words, season(chosen, code)), anchor)


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


def _decade(words: Words) -> Reading | None:
    digits = re.sub(r"\D", "", words.word("K") or "")
    start = int(digits) if len(digits) == 4 else 1900 + int(digits)
    whole = decade(start)
    return Reading(TimeType.DATE, value(whole), _edged(words, whole))


def _century(words: Words) -> Reading | None:
    if words.look("U", "units") == "Q":
        return _quarter(words)
    if not (words.word("U") or "").startswith("centur"):
        return None
    number = _dates(words)[0]
    whole = (
        Stretch(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31), Precision.DECADE)
        if number
        else None
    )
    return Reading(TimeType.DATE, f"{number - 1:02d}", whole)


def _quarter(words: Words) -> Reading | None:
    """Read "the first quarter", of the year said or of the nearest one."""
    number, stated = _dates(words)[0], _stated_year(words)
    if words.look("U", "units") != "Q" or number > QUARTERS:
        return None
    first = number * 3 - 2
    chosen, anchor = (stated, None) if stated else _year_of(first, None, words.anchors)
    if chosen is None:
        return Reading(TimeType.DATE)
    whole = Stretch(month(chosen, first).first, month(chosen, first + 2).last, Precision.SEASON)
    return Reading(TimeType.DATE, f"{chosen}-Q{number}", whole, anchor)


def _year(words: Words) -> Reading | None:
    stated = _stated_year(words)
    if stated is None:
        return None
    if words.has("B") and (words.word("B") or "").startswith("b"):
        return Reading(TimeType.DATE, f"BC{stated:04d}")
    whole = year(stated)
    return Reading(TimeType.DATE, value(whole), _edged(words, whole))


def _era(words: Words) -> Reading | None:
    number = next(iter(words.all("NDY")), "")
    if not number.isdecimal():
        return None
    before = (words.word("B") or "").startswith("b")
    return Reading(TimeType.DATE, f"{'BC' if before else ''}{int(number):04d}")


def _weekday(words: Words) -> Reading | None:
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
    return _of_day(words, here - timedelta(days=back), "published")


def _of_day(words: Words, on: date, anchor: str | None) -> Reading:
    """Return a day, or a part of it when one is named."""
    code = words.look("P", "parts")
    if code is None:
        return Reading(TimeType.DATE, on.isoformat(), day(on), anchor)
    return Reading(TimeType.TIME, f"{on.isoformat()}T{code}", day(on), anchor)


def _day_part(words: Words) -> Reading | None:
    """Read "noon on Friday", "the evening of that Monday"."""
    return _deictic(words) if words.has("R") else _weekday(words)


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
    return _of_day(words, on, "published")


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
    return Reading(TimeType.DATE, label, _clipped(words, _edged(words, whole), here), anchors.source)


def _part_near(words: Words, here: date) -> Reading | None:
    on = here - timedelta(days=1) if words.has("l") else here
    return _of_day(words, on, words.anchors.source)


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
        TimeType.DATE, value(whole), _edged(words, whole), "text" if anchors.history else "published"
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
        return _day(words)
    return _deictic(words) if words.has("R") else _weekday(words) if words.has("W") else None


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
    number, on, stated = int(found[0]), int(found[1]), _stated_year(words)
    chosen, anchor = (stated, None) if stated else _year_of(number, on, anchors)
    feast = made(chosen, number, on) if chosen else None
    if words.has("P") and feast:
        feast -= timedelta(days=1)
    if feast is None:
        return Reading(TimeType.DATE, f"XXXX-{number:02d}-{on:02d}")
    return Reading(TimeType.DATE, feast.isoformat(), day(feast), anchor)


def _easter(words: Words) -> Reading | None:
    """Read Easter of the year said or of the nearest one; the island is none."""
    here, stated = words.anchors.published, _stated_year(words)
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


_READERS: dict[str, Callable[[Words], Reading | None]] = {
    "iso": _iso,
    "days": _day,
    "day": _day,
    "month": _month,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "quarter": _quarter,
    "year": _year,
    "era": _era,
    "weekday": _weekday,
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
