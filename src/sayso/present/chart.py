"""The geometry of one track: where each figure's bounds and dates fall. Widths in per cent, heights in
pixels.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.model.report import Extent, Figure, Moment
from sayso.present import words
from sayso.present.index import Index
from sayso.present.views.figures import Chart, Mark, Stroke, Tick

HEIGHT = 212
_FLOOR = 184.0
_CEILING = 24.0
_LEFT = 9.0
_RIGHT = 96.0
_LANE = 78.0
_STUB = 26.0
_LOGARITHMIC_FROM = 60
"""From this ratio of the largest to the smallest value the scale is logarithmic, so that small figures stay
apart.
"""
_MARK_WIDTH = 2.6
_MARK_HEIGHT = 15.0
_DAY_LABELS = 5


@dataclass(frozen=True, slots=True)
class _Scale:
    """Values to pixels: linear from zero, or logarithmic."""

    low: float
    high: float
    logarithmic: bool

    def y(self, value: float) -> float:
        part = (self._at(value) - self._at(self.low)) / ((self._at(self.high) - self._at(self.low)) or 1)
        return round(_FLOOR - min(max(part, 0), 1) * (_FLOOR - _CEILING), 1)

    def _at(self, value: float) -> float:
        return math.log10(max(value, self.low)) if self.logarithmic else value


@dataclass(frozen=True, slots=True)
class _Days:
    """Days to per cent of the width."""

    first: float
    last: float
    right: float

    def x(self, day: float) -> float:
        if self.last == self.first:
            return (_LEFT + self.right) / 2
        return round(_LEFT + (day - self.first) / (self.last - self.first) * (self.right - _LEFT), 2)


def view(index: Index, title: str, figures: Sequence[Figure]) -> Chart | None:
    """Return the chart of figures, numbered from 1 as given; None when fewer than two have a bound."""
    values = [value for figure in figures for value in (figure.low, figure.high) if value is not None]
    if sum(figure.low is not None or figure.high is not None for figure in figures) < 2 or min(values) < 0:
        return None
    scale, days = _scale(values), _days(figures)
    marks = tuple(_marks(index, figures, scale, days))
    return Chart(
        title=title,
        height=HEIGHT,
        floor=_FLOOR,
        rows=tuple(Tick(scale.y(value), words.number(value)) for value in _steps(scale)),
        days=tuple(_day_ticks(days)) if days else (),
        lane=_LANE if any(_last_day(figure) is None for figure in figures) else None,
        marks=marks,
        strokes=tuple(_strokes(figures, marks)),
        logarithmic=scale.logarithmic,
    )


def day_of(iso: str | None) -> float | None:
    """Return a day, month or year of ISO 8601 as a day number with the time of day as its fraction; None for
    none.
    """
    if not iso:
        return None
    day, _, clock = iso.partition("T")
    parts = [int(part) if part.isdigit() else 1 for part in day.split("-")]
    year, month, in_month = (*parts, 1, 1)[:3]
    try:
        whole = date(year, month, in_month).toordinal()
    except ValueError:
        return None
    hours, _, minutes = clock[:5].partition(":")
    return (
        whole
        + (int(hours) / 24 if hours.isdigit() else 0)
        + (int(minutes) / 1440 if minutes.isdigit() else 0)
    )


def _moment(figure: Figure) -> Moment | None:
    return figure.as_of or figure.during


def _last_day(figure: Figure) -> float | None:
    moment = _moment(figure)
    return day_of(moment.to or moment.from_) if moment else None


def _scale(values: Sequence[float]) -> _Scale:
    smallest = min((value for value in values if value > 0), default=1)
    largest = max(values) or 1
    if largest / smallest >= _LOGARITHMIC_FROM:
        return _Scale(10 ** math.floor(math.log10(smallest)), 10 ** math.ceil(math.log10(largest)), True)
    step = _nice(largest / 4)
    return _Scale(0, step * math.ceil(largest / step), False)


def _nice(step: float) -> float:
    """Round a step up to 1, 2, 2.5 or 5 times a power of ten."""
    power = float(10 ** math.floor(math.log10(step)))
    return next((factor * power for factor in (1, 2, 2.5, 5) if factor * power >= step), 10 * power)


def _steps(scale: _Scale) -> Iterator[float]:
    if scale.logarithmic:
        yield from (10.0**n for n in range(round(math.log10(scale.low)), round(math.log10(scale.high)) + 1))
        return
    step = _nice(scale.high / 4)
    yield from (step * n for n in range(round(scale.high / step) + 1))


def _days(figures: Sequence[Figure]) -> _Days | None:
    ends = [
        day_of(end) for figure in figures if (moment := _moment(figure)) for end in (moment.from_, moment.to)
    ]
    known = [end for end in ends if end is not None]
    undated = any(_last_day(figure) is None for figure in figures)
    return _Days(min(known), max(known), _LANE - 8 if undated else _RIGHT - 2) if known else None


def _day_ticks(days: _Days) -> Iterator[Tick]:
    first, last = int(days.first), int(days.last)
    steps = min(_DAY_LABELS - 1, last - first)
    for place in range(steps + 1):
        day = first + (round((last - first) * place / steps) if steps else 0)
        value = date.fromordinal(day)
        yield Tick(days.x(day), f"{value.day} {words.MONTHS[value.month - 1]}")


def _marks(index: Index, figures: Sequence[Figure], scale: _Scale, days: _Days | None) -> Iterator[Mark]:
    drawn: list[Mark] = []
    for place, figure in enumerate(figures, 1):
        if figure.low is None and figure.high is None:
            continue
        mark = _apart_from(drawn, *_mark(index, figure, place, scale, days))
        drawn.append(mark)
        yield mark


def _mark(index: Index, figure: Figure, place: int, scale: _Scale, days: _Days | None) -> tuple[Mark, float]:
    """Return a figure's mark at its last day, and the x it may not pass when it is moved aside."""
    moment, day = _moment(figure), _last_day(figure)
    first = day_of(moment.from_) if moment else None
    x = days.x(day) if days and day is not None else _LANE + 4
    low, high = _ends(figure, scale)
    mark = Mark(
        number=place,
        href=f"#f-{figure.id}",
        note=f"{place}. {words.amount(figure)}, {index.speaker(figure)}, {words.moment(moment)}",
        x=x,
        from_x=days.x(first) if days and first is not None else x,
        top=high,
        bottom=low,
        open_top=figure.high is None,
        open_bottom=figure.low is None,
        early=moment is not None and first is None,
        hollow=bool(
            figure.derived_from or figure.extent in {Extent.IN_PERIOD, Extent.PART, Extent.NEW_SINCE}
        ),
        colour=index.colour(figure),
    )
    return mark, _RIGHT


def _ends(figure: Figure, scale: _Scale) -> tuple[float, float]:
    """Return the pixels of both bounds; an open one ends a stub away from the other."""
    low = scale.y(figure.low) if figure.low is not None else None
    high = scale.y(figure.high) if figure.high is not None else None
    if low is None:
        return min((high or _CEILING) + _STUB, _FLOOR), high or _CEILING
    return low, max(low - _STUB, 2) if high is None else high


def _apart_from(drawn: Sequence[Mark], mark: Mark, limit: float) -> Mark:
    """Return the mark moved to the right until it covers no other, or to the edge."""
    x = mark.x
    while x < limit and any(_touch(other, mark, x) for other in drawn):
        x = min(x + _MARK_WIDTH, limit)
    from_x = mark.from_x if mark.from_x != mark.x else x
    return replace(mark, x=round(x, 2), from_x=from_x)


def _touch(other: Mark, mark: Mark, x: float) -> bool:
    aside = abs(other.x - x) >= _MARK_WIDTH
    return not (aside or other.top > mark.bottom + _MARK_HEIGHT or mark.top > other.bottom + _MARK_HEIGHT)


def _strokes(figures: Sequence[Figure], marks: Sequence[Mark]) -> Iterator[Stroke]:
    """Yield a line from each dated figure to the next one of the same sources."""
    by_number = {mark.number: mark for mark in marks}
    last: dict[tuple[str, ...], Mark] = {}
    for place, figure in enumerate(figures, 1):
        mark = by_number.get(place)
        if mark is None or mark.hollow or not figure.sources or _last_day(figure) is None:
            continue
        before = last.get(figure.sources)
        if before is not None:
            yield Stroke(before.x, _middle(before), mark.x, _middle(mark), mark.colour)
        last[figure.sources] = mark


def _middle(mark: Mark) -> float:
    if mark.open_top:
        return mark.bottom
    return mark.top if mark.open_bottom else round((mark.top + mark.bottom) / 2, 1)
