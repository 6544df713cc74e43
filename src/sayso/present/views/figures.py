"""Figures over time: a chart and the table under it."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.present.views.common import Link


class Count(StrEnum):
    """What a mark counts: a stated standing figure, a sum by sayso, a part of another mark's figure, or what
    was counted in one period only.
    """

    STATED = "stated"
    SUM = "sum"
    PART = "part"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Mark:
    """Figures that one mark stands for: `rows` are their anchors in the table, the first's sentence first.

    `first` and `last` are days since the first of January of year 1, a part of a day after the point; None is
    not known. A mark without `last` stands in the `column` of its article among those without a date. `whole`
    is the mark that this one is a part of. `apart` are the marks of figures that exclude this one's, `timing`
    those of them that may only be earlier or later.
    """

    count: Count
    low: float | None
    high: float | None
    vague: bool
    first: float | None
    last: float | None
    column: int | None
    colour: int
    label: str
    who: str
    when: str
    rows: tuple[str, ...]
    whole: int | None = None
    apart: tuple[int, ...] = ()
    timing: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A figure that moved, from one mark to a later one; `same` when it is one source that says both."""

    start: int
    end: int
    same: bool


@dataclass(frozen=True, slots=True)
class Column:
    """An article whose figures carry no date; `note` says what is known of its own."""

    name: str
    note: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A track to be drawn: values upwards, days to the right, what has no day in columns beside them."""

    anchor: str
    title: str
    marks: tuple[Mark, ...]
    moves: tuple[Move, ...]
    columns: tuple[Column, ...]
    logarithmic: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure in the table under a chart; `depth` 1 for a part under its whole."""

    anchor: str
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
