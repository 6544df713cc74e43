"""Undated reports placed by what the other reports of the story settle;
never a date that nobody states (DESIGN §4.2)."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.lexicon import words
from sayso.model.grammar import Word
from sayso.model.report import Facts, Placed, Precision, Stance, Statement, TimeType

SAME_UTTERANCE = 0.5
"""Share of content words that two statements of one source must have in common to be one utterance told
twice."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_AHEAD = frozenset({Stance.PROMISES, Stance.WARNS, Stance.ASKS, Stance.WANTS, Stance.ESTIMATES})
"""Stances whose content may name a day that has not come."""

FEWEST_WORDS = 4
"""Content words below which two statements are too short to be compared."""


def resolve(facts: Sequence[Facts]) -> tuple[Facts, ...]:
    """Give each undated report that can be placed its `placed`; statements must carry entity ids already."""
    dated = [item for item in facts if item.report.published is not None]
    return tuple(item if item.report.published is not None else _with_place(item, dated) for item in facts)


def _with_place(item: Facts, dated: Sequence[Facts]) -> Facts:
    found = [place for place in (_by_own_dates(item), _by_shared_utterance(item, dated)) if place is not None]
    if not found:
        return item
    best = max(found, key=lambda place: (place.from_ or "", place.why))
    return replace(item, report=replace(item.report, placed=best))


def _by_own_dates(item: Facts) -> Placed | None:
    """A report is no older than the latest full date that it tells of in the past."""
    days = [
        time.moment.from_
        for time in item.times
        if time.type is TimeType.DATE
        and time.moment is not None
        and time.moment.from_ is not None
        and time.moment.precision is Precision.DAY
        and _told(item, time.start)
    ]
    return Placed(max(days), None, f"tells of {max(days)}") if days else None


def _told(item: Facts, offset: int) -> bool:
    """The date stands in a statement that promises, warns or asks nothing, in a sentence without a word
    for what is to come: it is no date to come."""
    around = [one for one in item.statements if one.sentence[0] <= offset < one.sentence[1]]
    return bool(around) and all(one.stance not in _AHEAD and not _to_come(item, one) for one in around)


def _to_come(item: Facts, one: Statement) -> bool:
    said = re.findall(r"\w+", item.report.text[slice(*one.sentence)])
    return not words("circumstances", "to_come").isdisjoint(said)


def _by_shared_utterance(item: Facts, dated: Sequence[Facts]) -> Placed | None:
    """A statement "on Saturday" that a dated report gives with its day settles the day in the undated one."""
    best: Placed | None = None
    for one in item.statements:
        weekday = _weekday_said(item, one)
        if weekday is None or not one.sources:
            continue
        for other in dated:
            for twin in other.statements:
                if _same_day(twin, weekday) and _same_occasion(item, one, other, twin):
                    assert twin.said is not None
                    day = twin.said.from_
                    why = f"tells of a statement that {other.report.name} dates {day}"
                    if best is None or (day or "", why) < (best.from_ or "", best.why):
                        best = Placed(day, None, why)
    return best


def _weekday_said(item: Facts, one: Statement) -> int | None:
    """The weekday (Monday = 0) in the statement's sentence outside its content, when nothing resolved it."""
    for time in item.times:
        inside = one.sentence[0] <= time.start < one.sentence[1] and not any(
            s <= time.start < e for s, e in one.parts
        )
        day = time.text.lower().split()[-1]
        if inside and time.moment is None and day in _WEEKDAYS:
            return _WEEKDAYS.index(day)
    return None


def _same_day(twin: Statement, weekday: int) -> bool:
    if twin.said is None or twin.said.from_ is None or twin.said.from_ != twin.said.to:
        return False
    return date.fromisoformat(twin.said.from_[:10]).weekday() == weekday


def _same_occasion(item: Facts, one: Statement, other: Facts, twin: Statement) -> bool:
    """One source spoke on that weekday in both reports, and some words of that source stand in both."""
    shared = set(one.sources) & set(twin.sources)
    return bool(shared) and any(
        _same_utterance(item, a, other, b)
        for a in item.statements
        if shared & set(a.sources)
        for b in other.statements
        if shared & set(b.sources)
    )


def _same_utterance(item: Facts, one: Statement, other: Facts, twin: Statement) -> bool:
    if not set(one.sources) & set(twin.sources):
        return False
    a, b = _lemmas(item, one), _lemmas(other, twin)
    shorter = min(len(a), len(b))
    return shorter >= FEWEST_WORDS and len(a & b) / shorter >= SAME_UTTERANCE


def _lemmas(item: Facts, one: Statement) -> set[str]:
    return {word.lemma for start, end in one.parts for word in _words(item, start, end)}


def _words(item: Facts, start: int, end: int) -> Sequence[Word]:
    """The content words that begin inside a span; a report's words are in order of place."""
    first = bisect_left(item.words, start, key=lambda word: word.start)
    return item.words[first : bisect_left(item.words, end, first, key=lambda word: word.start)]
