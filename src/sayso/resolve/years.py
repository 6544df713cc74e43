"""Days without a year in a report without a date: the year that the dated reports of the story settle.

"On December 14" in an undated report is the December nearest to the days on which the story's dated
reports appeared,
when that is near and no other year comes close. The moment says that it is worked out (basis `inferred`);
the TIMEX3
value of the expression, which only says what stands there, keeps its open year.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.model.report import (
    Basis,
    Extent,
    Facts,
    Figure,
    Moment,
    Precision,
    Statement,
    TimeExpression,
    TimeType,
)

NEAR = 150
"""Days at most between a yearless day and the nearest dated report; with a year of 365 days the next
candidate is then
at least 215 away, so that no second year is in question."""

_YEARLESS = re.compile(r"^XXXX-(\d\d)-(\d\d)(?:/XXXX-(\d\d)-(\d\d))?$")


def resolve(facts: Sequence[Facts]) -> tuple[Facts, ...]:
    """Fill yearless days of undated reports, and the statements and figures that rest on them; others are
    left alone."""
    known = [_day(item.report.published.from_) for item in facts if item.report.published is not None]
    days = [day for day in known if day is not None]
    return tuple(_filled(item, days) if item.report.published is None and days else item for item in facts)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text[:10]) if text is not None and len(text) >= len("2024-12-14") else None


def _filled(item: Facts, days: Sequence[date]) -> Facts:
    times = tuple(_dated(time, days) for time in item.times)
    new = [time for time, before in zip(times, item.times, strict=True) if time is not before]
    return replace(
        item,
        times=times,
        statements=tuple(_said(one, item.times, new) for one in item.statements),
        figures=tuple(_counted(one, new) for one in item.figures),
    )


def _dated(time: TimeExpression, days: Sequence[date]) -> TimeExpression:
    match = _YEARLESS.match(time.value or "") if time.moment is None and time.type is TimeType.DATE else None
    if match is None:
        return time
    first = _nearest(int(match[1]), int(match[2]), days)
    last = _nearest(int(match[3]), int(match[4]), days) if match[3] else first
    if first is None or last is None or last < first:
        return time
    return replace(time, moment=Moment(first.isoformat(), last.isoformat(), Precision.DAY, Basis.INFERRED))


def _nearest(month: int, day: int, days: Sequence[date]) -> date | None:
    """The day of that month nearest to any known day; None when it is far, or no day of the calendar."""
    found = []
    for year in {known.year + shift for known in days for shift in (-1, 0, 1)}:
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        found.append((min(abs((candidate - known).days) for known in days), candidate))
    distance, nearest = min(found, default=(NEAR + 1, None))
    return nearest if distance <= NEAR else None


def _said(one: Statement, times: Sequence[TimeExpression], new: Sequence[TimeExpression]) -> Statement:
    """A statement takes the day of saying from the only time expression beside its content in the
    sentence."""
    beside = [
        time
        for time in times
        if one.sentence[0] <= time.start < one.sentence[1]
        and not any(s <= time.start < e for s, e in one.parts)
    ]
    filled = next((time for time in new if len(beside) == 1 and time.id == beside[0].id), None)
    if one.said is not None or one.cue is None or filled is None:
        return one
    return replace(one, said=filled.moment)


def _counted(one: Figure, new: Sequence[TimeExpression]) -> Figure:
    """A figure of a period takes the period from the only newly dated expression in its sentence."""
    beside = [time for time in new if one.sentence[0] <= time.start < one.sentence[1]]
    if one.extent is not Extent.IN_PERIOD or one.during is not None or len(beside) != 1:
        return one
    during = beside[0].moment
    assert during is not None
    return replace(one, during=during, as_of=Moment(during.to, during.to, during.precision, during.basis))
