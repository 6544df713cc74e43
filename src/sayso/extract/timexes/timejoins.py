"""What expressions that stand side by side share: a year ("in March and April 1918"), a range ("from 3 May to
6 June")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.extract.timexes.stretches import Stretch
from sayso.extract.timexes.timegrammar import Match
from sayso.extract.timexes.timewords import Reading
from sayso.lexicon import table
from sayso.model.report import Precision, TimeType

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LISTED = re.compile(r"\s*(?:[-–—,]|,?\s+(?:to|and|or|until|till|through|&))\s*")
_RANGE = re.compile(r"\s*[-–—]\s*|\s+(?:to|until|till|through)\s+")
_POINTS = re.compile("[lnt]U")
_BESIDE = re.compile(r"\s+")
_IN = re.compile(r",?\s+(?:in|on)\s+", re.IGNORECASE)
_OF_DAY = re.compile(r"(?:\s+(?:\w+\s+)?time)?(?:\s*\([^()]{1,25}\))?,?\s+on\s+", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+")

_YEARLESS = frozenset({"day", "days", "month", "season"})
"""Rules whose expressions may leave out the year."""

_OF_DAYS = frozenset({"days", "more-days"})

_POINTING = frozenset({"told", "same", "period"})
"""Rules whose expressions point to a date told elsewhere."""

_OPENS = re.compile(r"\s*\((?:in |on |c\. ?|ca\. ?)?")

_FINENESS = tuple(Precision)


@dataclass(frozen=True, slots=True)
class Found:
    """An expression: its sentence's first token, its rule, where it stands, and what it means."""

    sentence: int
    rule: str
    start: int
    end: int
    reading: Reading


def joined_years(text: str, found: Sequence[Match]) -> list[int | None]:
    """Return for each expression the year stated by one joined after it, None for those that share none."""
    years: list[int | None] = [None] * len(found)
    for number in range(len(found) - 2, -1, -1):
        one, other = found[number], found[number + 1]
        if one.rule in _YEARLESS and other.rule == "year" and _is_of_its_noun(one, other):
            years[number] = other.year
        if one.rule not in _YEARLESS or other.rule not in _YEARLESS or "o" in one.letters.partition("M")[2]:
            continue
        gap = text[one.pieces[-1].end : other.pieces[0].start]
        if "Y" in one.letters or "B" in one.letters or not _LISTED.fullmatch(gap):
            continue
        year = other.year if other.year is not None else years[number + 1]
        later = year is not None and _month(one) > _month(other) > 0
        years[number] = year - 1 if later and year is not None else year
    return years


def pointed_years(text: str, found: Sequence[Match], here: date) -> list[int | None]:
    """Return for each expression the year that "last year" or "this year" beside it points to, reckoned from
    `here`: "in March last year", "last year in March"."""
    years: list[int | None] = [None] * len(found)
    for number, (one, other) in enumerate(pairwise(found)):
        gap = text[one.pieces[-1].end : other.pieces[0].start]
        if _BESIDE.fullmatch(gap) and _lacks_year(one) and _POINTS.fullmatch(other.letters):
            years[number] = _pointed(other, here)
        elif _IN.fullmatch(gap) and _lacks_year(other) and _POINTS.fullmatch(one.letters):
            years[number + 1] = _pointed(one, here)
    return years


def _lacks_year(match: Match) -> bool:
    """Tell whether an expression names a day, month or season and no year."""
    return match.rule in _YEARLESS and not {*match.letters} & {*"YBUlnts"}


def _pointed(match: Match, here: date) -> int | None:
    """Return the year that "last year" means; None for "last week"."""
    if table("times")["units"].get(match.pieces[-1].lower_) != "Y":
        return None
    return here.year + {"l": -1, "n": 1}.get(match.letters[0], 0)


def _is_of_its_noun(one: Match, other: Match) -> bool:
    """Tell whether a year is that of the noun which an expression describes: "the Spring Offensive of
    1918"."""
    last = one.pieces[-1].token
    noun, of = last.head, other.pieces[0].token.head
    described = last.dep_ in ("compound", "nmod", "amod") and noun.i > last.i
    return described and of.lower_ == "of" and of.head.i == noun.i


def ends_of_ranges(text: str, found: Sequence[Match]) -> list[bool]:
    """Tell of each expression whether it is the second end of a range: "from May to June", "Friday into
    Saturday morning"."""
    gaps = (text[one.pieces[-1].end : other.pieces[0].start] for one, other in pairwise(found))
    return [False, *(_RANGE.fullmatch(gap) is not None or gap.split() == ["into"] for gap in gaps)]


def days_listed(text: str, read: Sequence[Found], match: Match) -> Stretch | None:
    """Return the days right before an expression that a list goes on with: "May 2-3, 9-10 and 16-17"."""
    last = read[-1] if read else None
    if (
        last is None
        or last.rule not in _OF_DAYS
        or not _LISTED.fullmatch(text[last.end : match.pieces[0].start])
    ):
        return None
    return last.reading.stretch


def _month(match: Match) -> int:
    at = match.letters.find("M")
    return int(table("times")["months"].get(match.pieces[at].lower_.rstrip("."), 0)) if at >= 0 else 0


def joined(text: str, doc: "Doc", found: Sequence[Found]) -> Iterator[Found]:
    """Yield the expressions, two ends of a range as one."""
    waiting: Found | None = None
    for one in _told_in_brackets(text, _of_their_day(text, found)):
        both = _range(text, doc, waiting, one) if waiting is not None else None
        if both is None and waiting is not None:
            yield waiting
        waiting = both or one
    if waiting is not None:
        yield waiting


def _of_their_day(text: str, found: Sequence[Found]) -> list[Found]:
    """Return the expressions; a time of day has the day told behind whose clock it is, or what that is
    elsewhere: "at 5:34 am Brod time on 20 March", "at 6.05am local time (0305 GMT) on Friday"."""
    read = list(found)
    for number, one in enumerate(found):
        day = next((other for other in found[number + 1 : number + 3] if _is_its_day(text, one, other)), None)
        if day is not None:
            hour = (one.reading.value or "").partition("T")[2]
            dated = replace(one.reading, value=f"{day.reading.value}T{hour}", stretch=day.reading.stretch)
            read[number] = replace(one, reading=replace(dated, anchor=day.reading.anchor))
    return read


def _is_its_day(text: str, one: Found, other: Found) -> bool:
    hour = one.rule == "clock" and one.reading.type is TimeType.TIME and one.reading.stretch is None
    day, told = other.reading.stretch, other.reading.type is TimeType.DATE
    if not (hour and told and day is not None and day.first == day.last):
        return False
    return bool(_OF_DAY.fullmatch(text[one.end : other.start]))


def _told_in_brackets(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the expressions; one that points elsewhere and has its date behind it in brackets means that:
    "two years later (218 BC)", "around the same time (in May 1911)"."""
    for one, other in pairwise([*found, None]):
        if one is not None and other is not None and _is_bracketed(text, one, other):
            yield replace(one, reading=replace(other.reading, cut=0, opened=None))
        elif one is not None:
            yield one


def _is_bracketed(text: str, one: Found, other: Found) -> bool:
    pointing = one.rule in _POINTING and one.reading.type is other.reading.type is TimeType.DATE
    return (
        pointing
        and bool(_OPENS.fullmatch(text[one.end : other.start]))
        and text[other.end : other.end + 1] == ")"
    )


def _range(text: str, doc: "Doc", one: Found, other: Found) -> Found | None:
    """Return the range from one expression to the other, None where they are none."""
    first, last = one.reading, other.reading
    if one.sentence != other.sentence or first.type is not last.type or not _are_ends(first, last):
        return None
    if not _is_range(text, one, other) or _is_moved(doc, one):
        return None
    if first.type is TimeType.TIME and first.stretch is None and last.stretch is not None:
        # "From 9 am to 5 pm on Monday": one day.
        first = replace(
            first, stretch=last.stretch, value=f"{(last.value or '')[:10]}{(first.value or '')[10:]}"
        )
    stretch = _spanned(first.stretch, last.stretch, first.type)
    if stretch is None and (first.stretch or last.stretch):
        return None
    reading = Reading(first.type, f"{first.value}/{last.value}", stretch, last.anchor or first.anchor)
    return Found(one.sentence, one.rule, one.start, other.end, reading)


def _are_ends(first: Reading, last: Reading) -> bool:
    """Tell whether both name a date, or both a time of day."""
    if first.type not in (TimeType.DATE, TimeType.TIME):
        return False
    return all(
        value is not None and "/" not in value and not value.endswith("_REF")
        for value in (first.value, last.value)
    )


def _is_range(text: str, one: Found, other: Found) -> bool:
    gap = text[one.end : other.start]
    between = re.search(r"\bbetween\s+$", text[max(0, one.start - 10) : one.start], re.IGNORECASE)
    return bool(_RANGE.fullmatch(gap) or (between and _AND.fullmatch(gap)))


def _is_moved(doc: "Doc", one: Found) -> bool:
    """Tell whether something was put off "from May to June": that is no stretch of time."""
    token = doc.char_span(one.start, one.end, alignment_mode="expand")
    moved = table("times")["closed"]["moved"]
    return token is not None and any(up.lemma_ in moved for up in token.root.ancestors)


def _spanned(first: Stretch | None, last: Stretch | None, kind: TimeType) -> Stretch | None:
    """Return the days from the first of one to the last of the other, None where they run backwards."""
    if first is None or last is None or first.first > last.first or last.last < first.last:
        return None
    if first == last and kind is TimeType.DATE:
        return None
    coarser = max(first.precision, last.precision, key=_FINENESS.index)
    return Stretch(first.first, last.last, coarser)
