"""One track as a chart: what each mark stands for, in numbers and days; the page's script draws it."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sayso.model.relation import Conflict, ConflictType, When
from sayso.model.report import Extent, Figure, Moment
from sayso.present import words
from sayso.present.index import Index
from sayso.present.views.figures import Chart, Column, Count, Mark, Move

LOGARITHMIC_FROM = 60
"""From this ratio of the largest to the smallest value the scale is logarithmic, so that small figures stay
apart.
"""
_MOST_WORDS = 34


def view(index: Index, anchor: str, title: str, figures: Sequence[Figure]) -> Chart | None:
    """Return the chart of a track's figures and of their parts; None when fewer than two marks have a bound,
    or one is below zero.
    """
    figures = tuple(figure for figure in (*figures, *_parts(index, figures)) if _values(figure))
    if any(value < 0 for figure in figures for value in _values(figure)):
        return None
    columns = _columns(index, figures)
    groups = _groups(index, figures, columns)
    if len(groups) < 2:
        return None
    at = {figure.id: place for place, group in enumerate(groups) for figure in group}
    marks = tuple(_linked(index, at, group, _mark(index, group, columns)) for group in groups)
    return Chart(
        anchor=anchor,
        title=title,
        marks=marks,
        moves=tuple(_moves(index, figures, at)),
        columns=tuple(Column(index.outlet(key), index.dated(key)) for key in columns),
        logarithmic=_spread(figures) >= LOGARITHMIC_FROM,
    )


def day_of(iso: str | None, *, end: bool = False) -> float | None:
    """Return a day, month or year of ISO 8601 as a day number with the time of day as its fraction; None for
    none. With `end`, the end of the last day it names.
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
    if not hours.isdigit():
        return whole + (1 if end else 0)
    return round(whole + int(hours) / 24 + (int(minutes) / 1440 if minutes.isdigit() else 0), 4)


def _values(figure: Figure) -> tuple[float, ...]:
    return tuple(value for value in (figure.low, figure.high) if value is not None)


def _spread(figures: Iterable[Figure]) -> float:
    """Return how many times the largest value of what stands on the line is the smallest above zero."""
    standing = [figure for figure in figures if _count(figure) in {Count.STATED, Count.SUM}]
    positive = [value for figure in standing for value in _values(figure) if value > 0]
    return max(positive) / min(positive) if positive else 1


def _parts(index: Index, figures: Sequence[Figure]) -> Iterator[Figure]:
    shown = {figure.id for figure in figures}
    for figure in index.dossier.figures:
        if figure.part_of in shown and figure.id not in shown:
            yield figure


def _moment(figure: Figure) -> Moment | None:
    return (
        figure.during if _count(figure) is Count.PERIOD and figure.during else figure.as_of or figure.during
    )


def _first_day(figure: Figure) -> float | None:
    moment = _moment(figure)
    return day_of(moment.from_) if moment else None


def _last_day(figure: Figure) -> float | None:
    moment = _moment(figure)
    return day_of(moment.to or moment.from_, end=True) if moment else None


def _count(figure: Figure) -> Count:
    if figure.derived_from:
        return Count.SUM
    if figure.extent is Extent.PART or figure.part_of:
        return Count.PART
    off_the_line = figure.extent in {Extent.IN_PERIOD, Extent.NEW_SINCE} or figure.change
    return Count.PERIOD if off_the_line else Count.STATED


def _columns(index: Index, figures: Iterable[Figure]) -> dict[str, int]:
    """Return a place for each article that gives a figure without a date, those placed earliest first."""
    reports = {figure.report for figure in figures if _last_day(figure) is None}

    def order(key: str) -> tuple[str, str, str]:
        report = index.reports.get(key)
        placed = report.placed if report else None
        return (placed.from_ or placed.to or "" if placed else ""), index.outlet(key), key

    return {key: place for place, key in enumerate(sorted(reports, key=order))}


def _groups(index: Index, figures: Iterable[Figure], columns: dict[str, int]) -> list[list[Figure]]:
    """Return the figures that one mark can stand for: same bounds, day, kind and side, in one whole."""
    groups: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        last = _last_day(figure)
        key = (
            *(_count(figure), figure.low, figure.high, figure.vague, figure.approximate, figure.part_of),
            *(_first_day(figure), last, columns[figure.report] if last is None else None),
            index.colour(figure),
        )
        groups.setdefault(key, []).append(figure)
    return list(groups.values())


def _mark(index: Index, group: Sequence[Figure], columns: dict[str, int]) -> Mark:
    figure = group[0]
    last = _last_day(figure)
    return Mark(
        count=_count(figure),
        low=figure.low,
        high=figure.high,
        vague=figure.vague,
        first=_first_day(figure),
        last=last,
        column=columns[figure.report] if last is None else None,
        colour=index.colour(figure),
        label=_label(figure),
        who=_who(index, group),
        when=words.moment(_moment(figure)),
        rows=tuple(f"f-{one.id}" for one in group),
    )


def _label(figure: Figure) -> str:
    """Return a figure in as few words as a chart has room for; a sum by sayso and a vague number say so."""
    if figure.vague and not figure.derived_from:
        text, who = words.unpaired(figure.text), figure.who or ""
        short = text[: -len(who)].strip() if who and text.casefold().endswith(who.casefold()) else text
        short = short.removesuffix(" of")
        return words.clip(short or text, _MOST_WORDS)
    plain = replace(figure, derived_from=(), vague=False, approximate=False, unit="")
    about = "about " if figure.approximate and figure.low == figure.high else ""
    percent = "%" if figure.unit in {"percent", "%"} else ""
    summed = " (sum)" if figure.derived_from else ""
    return about + words.amount(plain) + percent + summed


def _who(index: Index, group: Sequence[Figure]) -> str:
    """Return who states the figures of a mark, in short; empty where outlets alone do."""
    speakers = dict.fromkeys(index.names(index.sources(figure)) for figure in group)
    first = words.clip(next(filter(None, speakers), ""), _MOST_WORDS)
    return f"{first} and others" if first and len(speakers) > 1 else first


def _linked(index: Index, at: dict[str, int], group: Sequence[Figure], mark: Mark) -> Mark:
    """Return a mark with the marks that it is part of or that stand apart from it."""
    own = at[group[0].id]
    found = [pair for figure in group for pair in _rivals(index, figure, at) if pair[0] != own]
    timing = {place for place, when in found if when is When.UNKNOWN}
    return replace(
        mark,
        whole=at.get(group[0].part_of or ""),
        apart=tuple(sorted({place for place, _ in found})),
        timing=tuple(sorted(timing - {place for place, when in found if when is not When.UNKNOWN})),
    )


def _rivals(index: Index, figure: Figure, at: dict[str, int]) -> Iterator[tuple[int, When]]:
    for conflict in index.conflicts_of.get(figure.id, ()):
        other = conflict.b.id if conflict.a.id == figure.id else conflict.a.id
        if conflict.type is ConflictType.FIGURE and other in at:
            yield at[other], conflict.time


def _moves(index: Index, figures: Sequence[Figure], at: dict[str, int]) -> Iterator[Move]:
    """Yield the way of each source from figure to figure, then that of the count as it grew."""
    seen: set[tuple[int, int]] = set()
    for start, end, same in (*_own_ways(index, figures), *_updates(index, figures)):
        pair = at[start.id], at[end.id]
        if pair[0] != pair[1] and pair not in seen and pair[::-1] not in seen:
            seen.add(pair)
            yield Move(*pair, same)


def _own_ways(index: Index, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, bool]]:
    """Yield each dated figure of a source with the next one that the source dates otherwise."""
    last: dict[tuple[str, ...], Figure] = {}
    standing = [one for one in figures if _count(one) is Count.STATED and _last_day(one) is not None]
    for figure in sorted(standing, key=lambda one: _last_day(one) or 0):
        sources = index.sources(figure)
        before = last.get(sources) if sources else None
        if before is not None and _last_day(before) != _last_day(figure):
            yield before, figure, True
        last[sources] = figure


def _updates(index: Index, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure, bool]]:
    """Yield for each figure that took another's place the one nearest to it in time."""
    known = {figure.id: figure for figure in figures}
    before: dict[str, list[Figure]] = {}
    for conflict in _of_type(index, figures, ConflictType.UPDATE):
        if conflict.a.id in known and conflict.b.id in known and not _backwards(known, conflict):
            before.setdefault(conflict.b.id, []).append(known[conflict.a.id])
    for key, found in before.items():
        end = known[key]
        start = max(found, key=lambda one: (_last_day(one) or -math.inf, one.low or one.high or 0, one.id))
        yield start, end, bool(index.sources(end)) and index.sources(start) == index.sources(end)


def _backwards(known: dict[str, Figure], conflict: Conflict) -> bool:
    """Whether what was said later holds for a day before: no line can lead there."""
    start, end = (_last_day(known[ref.id]) for ref in (conflict.a, conflict.b))
    return start is not None and end is not None and end < start


def _of_type(index: Index, figures: Sequence[Figure], kind: ConflictType) -> Iterator[Conflict]:
    found = (conflict for figure in figures for conflict in index.conflicts_of.get(figure.id, ()))
    yield from {conflict.id: conflict for conflict in found if conflict.type is kind}.values()
