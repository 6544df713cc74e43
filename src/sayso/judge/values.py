"""The value that a reviewer sets, from its text."""

import calendar
import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from sayso.errors import DataError
from sayso.model.decision import FIELDS, Setting
from sayso.model.relation import RefKind
from sayso.model.report import Basis, EntityKind, Extent, Moment, Precision, Stance, StatementKind

LONGEST = 200
"""Characters of a name or of words that a reviewer sets."""

NAMES = frozenset({"source", "authority", "side"})
"""Fields whose value is somebody named in the story's reports."""

_OPEN = ("", "..")
_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_PRECISION = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


def value(kind: RefKind, setting: Setting) -> Any:
    """Return what a setting of a `kind` of thing stands for; raise `DataError` that says what it wants."""
    if setting.field not in FIELDS.get(kind, ()):
        known = ", ".join(FIELDS.get(kind, ())) or "nothing"
        raise DataError(f"of a {kind}, {known} can be corrected, not {setting.field!r}")
    return _READERS[kind, setting.field](setting)


def _number(setting: Setting) -> float | None:
    if setting.value is None:
        return None
    try:
        number = float(setting.value.replace(",", ""))
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or number < 0:
        raise DataError(f"{setting.field} wants a number, or nothing for an open end, not {setting.value!r}")
    return int(number) if number.is_integer() else number


def _text(setting: Setting) -> str:
    text = " ".join((setting.value or "").split())
    if not text or len(text) > LONGEST:
        raise DataError(f"{setting.field} wants words, {LONGEST} characters at most")
    return text


def _text_or_nobody(setting: Setting) -> str | None:
    return None if setting.value is None else _text(setting)


def _one_of(enumeration: type[StrEnum]) -> Callable[[Setting], StrEnum]:
    def read(setting: Setting) -> StrEnum:
        if setting.value not in list(enumeration):
            raise DataError(f"{setting.field} is one of {', '.join(enumeration)}, not {setting.value!r}")
        return enumeration(setting.value)

    return read


def _moment(setting: Setting) -> Moment | None:
    """A day, month or year, or two of them with `/` between; `..` is an end that is not known."""
    if setting.value is None:
        return None
    first, slash, last = setting.value.partition("/")
    ends = (first, last if slash else first)
    sizes = [len(end) for end in ends if end not in _OPEN]
    try:
        begin, end = _edge(ends[0], last=False), _edge(ends[1], last=True)
        precision = _PRECISION[max(sizes)]
    except (ValueError, KeyError) as error:
        wanted = "a day (2024-12-14), a month, a year, or two of them as in 2024-12-14/2024-12-15"
        raise DataError(f"{setting.field} wants {wanted}, not {setting.value!r}") from error
    if begin and end and begin > end:
        raise DataError(f"{setting.field} ends before it begins: {setting.value!r}")
    return Moment(begin, end, precision, Basis.REVIEW)


def _edge(text: str, *, last: bool) -> str | None:
    """The first or last day of a day, month or year."""
    if text in _OPEN:
        return None
    match = _DAY.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month = int(match["year"]), int(match["month"] or (12 if last else 1))
    whole = calendar.monthrange(year, month)[1] if last else 1
    return date(year, month, int(match["day"] or whole)).isoformat()


_READERS: Mapping[tuple[RefKind, str], Callable[[Setting], Any]] = {
    (RefKind.FIGURE, "low"): _number,
    (RefKind.FIGURE, "high"): _number,
    (RefKind.FIGURE, "measure"): _text,
    (RefKind.FIGURE, "who"): _text_or_nobody,
    (RefKind.FIGURE, "extent"): _one_of(Extent),
    (RefKind.FIGURE, "as_of"): _moment,
    (RefKind.STATEMENT, "source"): _text_or_nobody,
    (RefKind.STATEMENT, "stance"): _one_of(Stance),
    (RefKind.STATEMENT, "kind"): _one_of(StatementKind),
    (RefKind.ENTITY, "name"): _text,
    (RefKind.ENTITY, "authority"): _text,
    (RefKind.ENTITY, "side"): _text,
    (RefKind.ENTITY, "kind"): _one_of(EntityKind),
}
