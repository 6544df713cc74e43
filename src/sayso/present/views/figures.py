"""Figures over time: a chart and the table under it."""

from dataclasses import dataclass

from sayso.present.views.common import Link


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure in a chart: `x` in per cent of the width, `top` and `bottom` in pixels, `from_x` where its
    time begins.

    `open_top` and `open_bottom` mark bounds that are not known, `early` a beginning that is not known;
    `hollow` marks what is off the line: sums by sayso, parts, counts of one period.
    """

    number: int
    href: str
    note: str
    x: float
    from_x: float
    top: float
    bottom: float
    open_top: bool
    open_bottom: bool
    early: bool
    hollow: bool
    colour: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on an axis, at `at`: per cent of the width, or pixels from the top."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line between two marks of one source: its figure moved. Ends in per cent of the width and pixels."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A track drawn: bounds upwards, as-of dates to the right, undated figures in their own lane."""

    title: str
    height: int
    floor: float
    rows: tuple[Tick, ...]
    days: tuple[Tick, ...]
    lane: float | None
    marks: tuple[Mark, ...]
    strokes: tuple[Stroke, ...]
    logarithmic: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure in the table under a chart; `depth` 1 for a part under its whole."""

    anchor: str
    number: int
    amount: str
    as_of: str
    speaker: str
    article: str
    href: str
    sentence: str
    notes: tuple[str, ...]
    depth: int
    colour: int


@dataclass(frozen=True, slots=True)
class TrackView:
    """One figure over time."""

    anchor: str
    title: str
    chart: Chart | None
    rows: tuple[FigureRow, ...]
    legend: tuple[Link, ...]
    estimate: str = ""
