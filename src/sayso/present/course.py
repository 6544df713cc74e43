"""How the toll of a story rose from article to article: nothing contradicts, and a desk asks for it."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date

from sayso.lexicon import table
from sayso.model.relation import ConflictType, Track
from sayso.model.report import Basis, Figure, Moment, Precision
from sayso.present import quotes, words
from sayso.present.estimates import off_the_line
from sayso.present.index import Index, fact_anchor
from sayso.present.views.common import Link, Row

STEPS = 3
"""Numbers on the line at most, the earliest and the last that were told: the page has two lines for them."""

NEAR = 2.0
"""What one article alone puts a toll at is a state of it where another's number is less than so many times
off (as `BESIDE` of `relate/states.py`)."""

WITHIN = 14
"""Days within which a number carries a toll on (as `STEP` of `relate/contradictions/updates.py`): what comes
later looks back."""

_NAME = 20
_FINE = frozenset({Precision.DAY, Precision.MINUTE})
_STATED = frozenset({Basis.TEXT, Basis.EXPRESSION, Basis.DATELINE, Basis.REVIEW})


@dataclass(frozen=True, slots=True)
class _State:
    """One number of a toll, with the figure that gives it first, and when."""

    number: float
    figure: Figure
    moment: Moment | None


@dataclass(frozen=True, slots=True)
class Course:
    """How a toll rose: its track, and the row of the first screen."""

    track: str
    row: Row


def view(index: Index) -> Course | None:
    """Return how the toll that most articles tell rose, from the earliest to the latest number, each with who
    says it and when; None where its track is disputed, falls, or did not rise as far as known.
    """
    track = max(_tolls(index), key=lambda one: (_articles(index, one), one.id), default=None)
    if track is None or (moved := _moved(index, track)) is None:
        return None
    states = _states(index, track)
    line = _line(states, moved)
    beside = _beside(index, line, states)
    if not line or not (line[1:] or beside) or _lower_since(states, line[-1]) or _late(line[0], states):
        return None
    label = words.capital(quotes.figure_what(index, line[-1].figure))
    return Course(track.id, Row(label, tuple(_links(index, line, beside)), f"#t-{track.id}"))


def _tolls(index: Index) -> Iterable[Track]:
    measures = table("comparison")["measures"]
    return (
        one for one in index.dossier.tracks if one.measure in {*measures["tolls"]} & {*measures["growing"]}
    )


def _articles(index: Index, track: Track) -> int:
    return len({index.facts[key].report for key in track.figures if key in index.facts})


def _moved(index: Index, track: Track) -> frozenset[tuple[float, float]] | None:
    """Return by which numbers a track moved; None where some are set against each other, or came down."""
    numbers: set[tuple[float, float]] = set()
    for one in (one for key in track.figures for one in index.conflicts_of.get(key, ())):
        pair = [_number(fact) for fact in index.pair(one) or () if isinstance(fact, Figure)]
        if one.type is ConflictType.FIGURE or (one.type is ConflictType.UPDATE and pair != sorted(set(pair))):
            return None
        if one.type is ConflictType.UPDATE and len(pair) == 2:
            numbers.add((pair[0], pair[1]))
    return frozenset(numbers)


def _states(index: Index, track: Track) -> list[_State]:
    """Return what each article puts the toll at, the highest of its numbers: sizes ("dozens"), sums by sayso
    and what nobody says to be so are left out, and what an outlet alone gives far from all others. None where
    a party does so: then there is no one line."""
    found = (one for key in track.figures if isinstance(one := index.facts.get(key), Figure))
    counts = [one for one in found if _counts(index, one)]
    firm = [one for one in counts if any(_goes_with(one, other) for other in counts)]
    if any(one not in firm and not index.unsourced(one) for one in counts):
        return []
    highest: dict[str, Figure] = {}
    for one in sorted(firm, key=lambda one: (-_number(one), one.start, one.id)):
        highest.setdefault(one.report, one)
    return [_State(_number(one), one, _told(index, one)) for one in highest.values()]


def _counts(index: Index, figure: Figure) -> bool:
    bound = figure.low is not None and not figure.vague and not figure.derived_from
    return bound and off_the_line(index, figure) is None


def _goes_with(figure: Figure, other: Figure) -> bool:
    low, high = sorted(map(_number, (figure, other)))
    return figure.report != other.report and high < NEAR * low


def _number(figure: Figure) -> float:
    """Return the number that a figure names: 80 of "nearly 80"."""
    named = figure.high if figure.approximate else figure.low
    return named or figure.low or 0.0


def _told(index: Index, figure: Figure) -> Moment | None:
    """Return as of when a figure is told: its own stated day, else when its article came out."""
    own = figure.as_of if figure.as_of and figure.as_of.basis in _STATED else None
    report = index.reports.get(figure.report)
    moments = (own, report.published if report else None)
    return next((one for one in moments if one and one.precision in _FINE and one.from_ and one.to), None)


def _before(a: Moment, b: Moment) -> bool:
    """Return whether one moment is known to lie before another: by day, on one day by the clock of both."""
    (first, second) = (a.to or "", b.from_ or "")
    timed = a.precision is b.precision is Precision.MINUTE
    return first < second if timed else first[:10] < second[:10]


def _days(a: Moment, b: Moment) -> int:
    return (date.fromisoformat((b.from_ or "")[:10]) - date.fromisoformat((a.to or "")[:10])).days


def _line(states: Sequence[_State], moved: Set[tuple[float, float]]) -> list[_State]:
    """Return the numbers that the toll is known to have risen by, the earliest first: each told before the
    next, and not long, unless it is shown to have `moved` to that."""
    firsts: dict[float, _State] = {}
    for one in sorted(states, key=lambda one: (one.moment.to or "" if one.moment else "~", one.figure.id)):
        if one.moment:
            firsts.setdefault(one.number, one)
    line: list[_State] = []
    for number in sorted(firsts, reverse=True):
        one = firsts[number]
        if not line or _leads(one, line[-1], moved):
            line.append(one)
    return line[::-1]


def _leads(one: _State, later: _State, moved: Set[tuple[float, float]]) -> bool:
    if one.moment is None or later.moment is None or not _before(one.moment, later.moment):
        return False
    return _days(one.moment, later.moment) <= WITHIN or (one.number, later.number) in moved


def _beside(index: Index, line: Sequence[_State], states: Sequence[_State]) -> list[_State]:
    """Return the numbers whose place on the line is not known, the highest first: what somebody gives in an
    article without a date, and lower ones of a day on which the line has others."""
    on = {one.number for one in line}
    open_ = [one for one in states if one.number not in on and _is_open(index, one, line)]
    return sorted({one.number: one for one in open_}.values(), key=lambda one: -one.number)


def _is_open(index: Index, one: _State, line: Sequence[_State]) -> bool:
    first = line[0].moment if line else None
    if one.moment is None or first is None:
        return not index.unsourced(one.figure)
    ordered = _before(one.moment, first) or _before(first, one.moment)
    return one.number < line[-1].number and not ordered


def _late(first: _State, states: Sequence[_State]) -> bool:
    """Return whether others had told of the toll long before the line begins: it is of who looks back."""
    return any(one.moment and first.moment and _days(one.moment, first.moment) > WITHIN for one in states)


def _lower_since(states: Sequence[_State], last: _State) -> bool:
    """Return whether the last article with a date puts a toll lower than one before it did."""
    dated = [one for one in states if one.moment]
    return any(
        one.number < last.number
        and all(
            other.moment and one.moment and _before(other.moment, one.moment)
            for other in dated
            if other.number == last.number
        )
        for one in dated
    )


def _links(index: Index, line: Sequence[_State], beside: Sequence[_State]) -> Iterable[Link]:
    shown = line if len(line) <= STEPS else [line[0], *line[1 - STEPS :]]
    for before, one in zip((None, *shown), shown, strict=False):
        when = _when(index, one, before)
        last = "".join((", the latest", *(f"; {_unplaced(index, other)}" for other in beside[:1])))
        yield _link(index, one, f"{when}{last}" if one is shown[-1] else when)


def _when(index: Index, one: _State, before: _State | None) -> str:
    """Return when a number was told; on the day of the one before it the hour alone."""
    first, second = (before.moment if before else None), one.moment
    timed = first and second and first.precision is second.precision is Precision.MINUTE
    same = timed and first and second and (first.from_ or "")[:10] == (second.from_ or "")[:10]
    return (second.from_ or "")[11:16] if same and second else index.date(second)


def _unplaced(index: Index, one: _State) -> str:
    why = "no hour given" if one.moment else "no date"
    return f"{why}: {words.amount(one.figure)}, {_who(index, one)}"


def _link(index: Index, one: _State, when: str) -> Link:
    text = f"{words.amount(one.figure)} ({_who(index, one)}, {when})"
    return Link(text, f"#{fact_anchor(one.figure.id)}", index.speaker(one.figure), index.colour(one.figure))


def _who(index: Index, one: _State) -> str:
    figure = one.figure
    return words.clip(
        index.outlet(figure.report) if index.unsourced(figure) else index.speaker(figure), _NAME
    )
