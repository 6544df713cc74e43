"""Which figures of a track a later count took the place of: what the updates between them show."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from sayso.lexicon import table
from sayso.model.relation import Conflict, ConflictType
from sayso.model.report import Figure, Statement
from sayso.present.index import Index

Reason = Callable[[Figure], str | None]
"""Returns why a figure does not stand, None for one that does."""

_Value = tuple[float | None, float | None]
_Move = tuple[Figure, Figure]
_Sides = frozenset[str]
_ALWAYS = "~"
"""Sorts after every date: a count without a day is later than what it took the place of."""


def overtaken(index: Index, figures: Sequence[Figure]) -> Reason:
    """Return what tells whether a later count took a figure's place.

    A number that an update leads away from is overtaken wherever the track gives it, unless dated after
    that. So is, on a count that grows, any lower number of that day or before, but one that is a rival of
    others or given by another side. Without a date, a number goes with those that are overtaken.
    """
    moves = [
        pair for pair in _pairs(index, figures, ConflictType.UPDATE) if _value(pair[0]) != _value(pair[1])
    ]
    rivals = {_value(one) for pair in _pairs(index, figures, ConflictType.FIGURE) for one in pair}
    left, below = _left(index, moves), _below(index, moves)

    def dated(figure: Figure) -> Figure | None:
        day, (last, new) = last_day(index, figure), left.get(_value(figure), ("", None))
        if new and (day or "") <= last:
            return new
        return None if _value(figure) in rivals else below(figure)

    gone = {_value(one) for one in figures if dated(one)}

    def reason(figure: Figure) -> str | None:
        if new := dated(figure):
            return f"a later count came: {new.text}"
        if last_day(index, figure) is None and _value(figure) in gone:
            return "undated, and states a number that a later count overtook"
        return None

    return reason


def last_day(index: Index, figure: Figure) -> str | None:
    """Return the last day on which a figure can hold: its own, that of its saying, or its article's."""
    statement = index.facts.get(figure.statement or "")
    said = statement.said if isinstance(statement, Statement) else None
    report = index.reports.get(figure.report)
    moments = (figure.as_of, figure.during, said, report.published if report else None)
    return next((moment.to[:10] for moment in moments if moment and moment.to), None)


def shown_side(index: Index, entity: str) -> str | None:
    """Return an entity's side, its own or that of whoever it answers to; an authority alone is no side."""
    return next((one.side for one in index.answerable(entity) if one.side), None)


def _left(index: Index, moves: Iterable[_Move]) -> dict[_Value, tuple[str, Figure]]:
    """Return the last count that came in the place of each number, with its day."""
    found: dict[_Value, tuple[str, Figure]] = {}
    for old, new in moves:
        day = last_day(index, new) or _ALWAYS
        if day > found.get(_value(old), ("", new))[0]:
            found[_value(old)] = day, new
    return found


def _below(index: Index, moves: Iterable[_Move]) -> Callable[[Figure], Figure | None]:
    """Return what finds the later state of a toll of which a figure is an earlier, lower one."""
    growing = table("comparison")["measures"]["growing"]
    grown: dict[_Sides, list[tuple[float, str, Figure]]] = defaultdict(list)
    for old, new in moves:
        day = last_day(index, new)
        if old.measure in growing and day and old.low is not None and (new.low or 0) > old.low:
            grown[_sides(index, new)].append((-old.low, day, new))
    lines = {sides: _last(steps) for sides, steps in grown.items()}

    def find(figure: Figure) -> Figure | None:
        day, own = last_day(index, figure), _sides(index, figure)
        if day is None or figure.low is None:
            return None
        for sides, (lows, latest) in lines.items():
            at = bisect_left(lows, -figure.low)
            if at and day <= latest[at - 1][0] and not (own and sides and not own & sides):
                return latest[at - 1][1]
        return None

    return find


def _last(steps: list[tuple[float, str, Figure]]) -> tuple[list[float], list[tuple[str, Figure]]]:
    """Return the numbers left, the highest first, and for each the latest count that came after it or a
    higher one."""
    steps = sorted(steps, key=lambda step: (step[0], step[1], step[2].id))
    latest: list[tuple[str, Figure]] = []
    for _, day, new in steps:
        latest.append((day, new) if not latest or day > latest[-1][0] else latest[-1])
    return [low for low, _, _ in steps], latest


def _pairs(index: Index, figures: Sequence[Figure], type_: ConflictType) -> list[_Move]:
    found: dict[str, Conflict] = {
        conflict.id: conflict
        for figure in figures
        for conflict in index.conflicts_of.get(figure.id, ())
        if conflict.type is type_
    }
    pairs = ((index.facts.get(found[key].a.id), index.facts.get(found[key].b.id)) for key in sorted(found))
    return [(a, b) for a, b in pairs if isinstance(a, Figure) and isinstance(b, Figure)]


def _sides(index: Index, figure: Figure) -> _Sides:
    return frozenset(filter(None, (shown_side(index, entity) for entity in index.sources(figure))))


def _value(figure: Figure) -> _Value:
    return figure.low, figure.high
