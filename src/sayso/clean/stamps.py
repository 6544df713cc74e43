"""Dates in metadata, header lines, datelines and URLs, read without a reference date."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.lexicon import table


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date as it stands at `start` to `end` of a text; `year` or `day` None where it names none.

    `other` is the second reading (month and day exchanged) of a numeric date that may be either, `clock` is
    `HH:MM`.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    clock: str | None = None
    other: tuple[int, int] | None = None

    def date(self) -> str | None:
        """The date in ISO form, to the day or month; None without a year."""
        if self.year is None:
            return None
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


def find(text: str) -> Iterator[Stamp]:
    """Yield the dates in a short text, in order; dates that no calendar has are passed over."""
    for match in _date().finditer(text):
        stamp = _stamp(match)
        if stamp is not None:
            yield stamp


def impossible(text: str) -> Iterator[str]:
    """Yield what is written like a date with its year and is in no calendar: "29 February 2023"."""
    for match in _date().finditer(text):
        stated = any(value for key, value in match.groupdict().items() if key[0] == "y")
        if stated and _stamp(match) is None:
            yield match.group().strip()


@cache
def _date() -> re.Pattern[str]:
    months = "|".join(sorted(table("times")["months"], key=len, reverse=True))
    weekdays = "|".join(sorted(table("times")["weekdays"], key=len, reverse=True))
    zones = "|".join(table("datelines")["time_zones"])
    clock = r"\d{1,2}(?:[:.]\d\d){1,2}(?:\.\d+)?(?:\s?[ap]\.?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?"
    zone = rf"(?:\s?(?:Z|[+-]\d\d:?\d\d|\(?(?-i:{zones})\b\)?))?"
    weekday = rf"(?:\b(?:{weekdays})\b\.?,?\s+)?"
    day, year = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:19|20)\d\d"
    dates = (
        rf"(?P<y1>{year})(?P<s1>[-/.])(?P<m1>\d\d?)(?P=s1)(?P<d1>\d\d?)",
        rf"(?P<y2>{year})(?P<m2>[01]\d)(?P<d2>[0-3]\d)",
        rf"(?P<n3>(?:{months})\b)\.?\s+(?P<d3>{day})(?!\d|[:.]\d)(?:,?\s+(?P<y3>{year}))?",
        rf"(?P<d4>{day})(?:\s+of)?[\s-]+(?P<n4>(?:{months})\b)\.?(?:,?[\s-]+(?P<y4>{year}))?",
        r"(?P<a5>\d{1,2})(?P<s5>[-/.])(?P<b5>\d{1,2})(?P=s5)(?P<y5>(?:19|20)\d\d)",
        rf"(?P<n6>(?:{months})\b)\.?,?\s+(?P<y6>{year})",
        rf"(?P<y7>{year})-(?P<m7>[01]\d)(?![-\d])",
    )
    before = rf"(?:(?<![\d:.])(?P<c1>{clock}){zone}(?:,|\son|\s[-–|])?\s+)?"
    after = rf"(?:(?:,|T|\s?at\b|\s[-–—|·])?\s*(?P<c2>{clock}){zone}(?![\d:]))?"
    return re.compile(rf"(?<![\w/]){before}{weekday}(?:{'|'.join(dates)})(?!\d){after}", re.IGNORECASE)


def _stamp(match: re.Match[str]) -> Stamp | None:
    groups = {key: value for key, value in match.groupdict().items() if value}
    clock = _clock(groups.get("c1") or groups.get("c2"))
    year = _number(groups, "y")
    if "a5" in groups:
        return _numeric(match, int(groups["a5"]), int(groups["b5"]), groups["s5"], year, clock)
    name = _named(groups)
    month = _number(groups, "m") or name
    day = _number(groups, "d")
    return _valid(match, year, month or 0, day, clock)


def _named(groups: dict[str, str]) -> int:
    months = table("times")["months"]
    return next((int(months[groups[key].lower()]) for key in ("n3", "n4", "n6") if key in groups), 0)


def _number(groups: dict[str, str], letter: str) -> int | None:
    digits = next((value for key, value in groups.items() if key[0] == letter and key[1:].isdigit()), None)
    return None if digits is None else int(re.sub(r"\D", "", digits))


def _numeric(
    match: re.Match[str], first: int, second: int, separator: str, year: int | None, clock: str | None
) -> Stamp | None:
    """12/05/2024: with full stops day first, as wherever these are written; else either, when both could be
    months."""
    day_first = _valid(match, year, second, first, clock)
    month_first = _valid(match, year, first, second, clock)
    if day_first and month_first and first != second and separator != ".":
        return Stamp(day_first.start, day_first.end, year, second, first, clock, other=(first, second))
    return day_first or month_first


def _valid(
    match: re.Match[str], year: int | None, month: int, day: int | None, clock: str | None
) -> Stamp | None:
    try:
        datetime.date(year or 2000, month, day or 1)  # 2000 is a leap year: 29 February stands
    except ValueError:
        return None
    return Stamp(match.start(), match.end(), year, month, day, clock)


def _clock(words: str | None) -> str | None:
    if words is None:
        return None
    numbers = [int(part) for part in re.findall(r"\d+", words)]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    half = re.search(r"[ap](?=\.?m)", words, re.IGNORECASE)
    if half:
        hour = hour % 12 + (12 if half.group().lower() == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
