"""Comparing moments: an open end reaches as far as it needs, so that what is not known never sets two facts
apart.
"""

from datetime import date

from sayso.model.report import Basis, Moment, Precision, Report

STATED = frozenset({Basis.TEXT, Basis.EXPRESSION, Basis.DATELINE, Basis.REVIEW})
"""Bases of a moment that the text itself states, as sayso or a reviewer reads it."""

LONG = 60
"""Days after which an event is another one than what a report tells of as new."""

_EARLIEST, _LATEST = "0000", "9999"


def day(value: str) -> str:
    """Return the day of an ISO date or time."""
    return value[:10]


def before(a: Moment | None, b: Moment | None) -> bool:
    """Say whether `a` is known to end before `b` begins."""
    return bool(a and b and a.to and b.from_ and day(a.to) < day(b.from_))


def apart(a: Moment | None, b: Moment | None) -> bool:
    """Say whether two moments are known to have no day in common."""
    return before(a, b) or before(b, a)


def within(a: Moment, b: Moment) -> bool:
    """Say whether all days of one moment are known to be days of another."""
    ends = a.from_, a.to, b.from_, b.to
    return all(ends) and day(b.from_ or "") <= day(a.from_ or "") and day(a.to or "") <= day(b.to or "")


def long_before(a: Moment | None, b: Moment | None) -> bool:
    """Say whether `a` is known to end `LONG` days or more before `b` begins."""
    if not before(a, b) or a is None or b is None:
        return False
    first, second = (date.fromisoformat(day(end or "")) for end in (a.to, b.from_))
    return (second - first).days >= LONG


def stated(moment: Moment | None) -> Moment | None:
    """Return a moment that the text states, None for one that is only inferred."""
    return moment if moment and moment.basis in STATED else None


def known(report: Report) -> Moment | None:
    """Return when a report came out: its date, or where other reports place it."""
    if report.published or not report.placed:
        return report.published
    return Moment(report.placed.from_, report.placed.to, Precision.DAY, Basis.INFERRED)


def key(moment: Moment | None) -> tuple[bool, str, str]:
    """Return a sort key by last day, then first day; unknown moments come last."""
    if moment is None or not (moment.from_ or moment.to):
        return True, "", ""
    return False, moment.to or moment.from_ or _LATEST, moment.from_ or _EARLIEST
