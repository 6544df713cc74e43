"""From when to when a story runs: its own days, not those that it recalls."""

from collections.abc import Sequence
from datetime import date

from sayso.model.relation import Resolved, TimelineItem
from sayso.model.report import Basis, Moment, Precision
from sayso.relate.moments import day, known, stated

BACKGROUND = 14
"""Days before the first report from which an event is background to the story and no part of it. A story's
reports come out within hours or days of what they tell as new; a fortnight leaves room for weekly papers."""

_FINE = frozenset({Precision.MINUTE, Precision.DAY, Precision.WEEK})


def relate(resolved: Resolved, timeline: Sequence[TimelineItem]) -> Moment | None:
    """Return the days from the first to the last on which a report came out or an event is dated, None where
    no day is known; what only a month or a year dates, and what lies long before the first report, sets
    none."""
    out = [moment for report in resolved.reports if (moment := known(report))]
    first = min((one for moment in out for one in _days(moment)), default=None)
    events = [item.when for item in timeline if item.when.precision in _FINE and _is_near(item.when, first)]
    days = sorted(one for moment in (*out, *events) for one in _days(moment))
    if not days:
        return None
    basis = Basis.TEXT if any(stated(moment) for moment in (*out, *events)) else Basis.METADATA
    return Moment(days[0], days[-1], Precision.DAY, basis)


def _days(moment: Moment) -> tuple[str, ...]:
    """The known ends of a moment that are given to the day."""
    return tuple(day(end) for end in (moment.from_, moment.to) if end and len(end) >= len("2024-12-27"))


def _is_near(event: Moment, first: str | None) -> bool:
    """Say whether an event begins no more than `BACKGROUND` days before the first report's day; every one
    does where no report has a day."""
    days = _days(event)
    if first is None or not days:
        return True
    return (date.fromisoformat(first) - date.fromisoformat(days[0])).days <= BACKGROUND
