"""Stretches of days, and how dates are reckoned: months, weeks, seasons, decades, and steps between them."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from math import ceil

from sayso.lexicon import table
from sayso.model.report import Precision

HOURS = 24
"""Hours of a day: "48 hours ago" is two days back."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """First and last day, both within, and how finely they are known."""

    first: date
    last: date
    precision: Precision


def day(moment: date) -> Stretch:
    """Return one day."""
    return Stretch(moment, moment, Precision.DAY)


def made(year: int, month: int, number: int) -> date | None:
    """Return a date, or None for one that no calendar has (29 February 2023)."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    return date(year, month, number)


def month(year: int, number: int) -> Stretch:
    """Return a calendar month; `number` is 1 to 12."""
    return Stretch(date(year, number, 1), date(year, number, monthrange(year, number)[1]), Precision.MONTH)


def year(number: int) -> Stretch:
    """Return a calendar year."""
    return Stretch(date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


def decade(start: int) -> Stretch:
    """Return ten years from `start`."""
    return Stretch(date(start, 1, 1), date(start + 9, 12, 31), Precision.DECADE)


def week(within: date) -> Stretch:
    """Return the ISO week (Monday to Sunday) of a day."""
    monday = within - timedelta(days=within.weekday())
    return Stretch(monday, monday + timedelta(days=6), Precision.WEEK)


def season(number: int, code: str) -> Stretch:
    """Return a northern season by its TIMEX3 code; a winter is that of the year of its January, as
    meteorologists count (their "DJF 2015" begins in December 2014)."""
    first, last = table("times")["season_months"][code]
    begins = number - (last < first)
    opening = date(begins, first, 1) if begins >= MINYEAR else date(number, 1, 1)
    return Stretch(opening, month(number, last).last, Precision.SEASON)


def easter(number: int) -> date:
    """Return Easter Sunday of a year, by the Gregorian reckoning of Butcher and Meeus."""
    golden, century, rest = number % 19, number // 100, number % 100
    leaps = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + leaps + 15) % 30
    after = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * after) // 451
    whole = moon + after - 7 * late + 114
    return date(number, whole // 31, whole % 31 + 1)


def part(whole: Stretch, share_from: float, share_to: float) -> Stretch:
    """Return the part of a stretch between two shares of its length, to the day ("late December")."""
    days = (whole.last - whole.first).days
    first = whole.first + timedelta(days=round(days * share_from))
    return Stretch(first, whole.first + timedelta(days=round(days * share_to)), whole.precision)


def back(here: date, many: int, unit: str) -> date | None:
    """Return the day so many units before another: "the past two weeks"; None off the calendar, or for a unit
    that has no days."""
    days = {"H": 1 / HOURS, "D": 1, "W": 7, "M": 30.44, "Y": 365.25, "DE": 3652.5}.get(unit)
    whole = ceil(days * many) if days is not None else None
    return here - timedelta(days=whole) if whole is not None and whole < here.toordinal() else None


def shifted(start: date, many: int, unit: str) -> Stretch | None:
    """Return the day, week, month, year or decade that lies `many` units from `start`; None off the
    calendar."""
    try:
        return _shifted(start, many, unit)
    except (OverflowError, ValueError):
        return None


def _shifted(start: date, many: int, unit: str) -> Stretch | None:
    if unit in ("D", "H", "MIN", "S"):
        whole = many if unit == "D" else int(many / HOURS) if unit == "H" else 0
        return day(start + timedelta(days=whole))
    if unit in ("W", "FN"):
        return week(start + timedelta(weeks=many * (2 if unit == "FN" else 1)))
    if unit == "M":
        months = start.year * 12 + start.month - 1 + many
        return month(months // 12, months % 12 + 1)
    if unit == "Y":
        return year(start.year + many)
    if unit == "DE":
        return decade((start.year + many * 10) // 10 * 10)
    return None


def weekend(within: date) -> Stretch:
    """Return Saturday and Sunday of the week of a day."""
    monday = within - timedelta(days=within.weekday())
    return Stretch(monday + timedelta(days=5), monday + timedelta(days=6), Precision.DAY)


def length(many: str, code: str) -> str:
    """Return the TIMEX3 value of so many units: `P2W`, `PT30M`."""
    if code == "FN":
        return "P2W" if many == "1" else "PXW"
    return f"PT{many}{code[0]}" if code in ("H", "MIN", "S") else f"P{many}{code}"


def value(stretch: Stretch) -> str:
    """Return the TIMEX3 value of a whole stretch: `2024-12-14`, `2024-W50`, `2024-12`, `2024`, `202`."""
    first = stretch.first
    if stretch.precision is Precision.WEEK:
        iso = first.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}"
    length = {Precision.MONTH: 7, Precision.YEAR: 4, Precision.DECADE: 3}.get(stretch.precision, 10)
    return first.isoformat()[:length]
