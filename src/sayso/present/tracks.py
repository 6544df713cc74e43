"""Figures over time: each track as a chart and the table under it; figures given once share one table."""

from collections.abc import Iterable, Iterator

from sayso.model.relation import Track
from sayso.model.report import Figure
from sayso.present import chart, quotes, words
from sayso.present.estimates import Estimate, estimate
from sayso.present.index import OTHERS, Index, fact_anchor
from sayso.present.policies import Policy
from sayso.present.views.common import Link
from sayso.present.views.figures import FigureRow, TrackView


def view(index: Index, policy: Policy) -> tuple[TrackView, ...]:
    """Return the tracks, the longest first, then one table of the figures that were given once.

    Under the figures of a track stands what the policy makes of them.
    """
    tracks = [(track, _figures(index, track.figures)) for track in index.dossier.tracks]
    long = sorted((item for item in tracks if len(item[1]) > 1), key=lambda item: (-len(item[1]), item[0].id))
    shown = {figure.id for _, figures in long for figure in figures}
    single = tuple(figure for figure in _stated(index) if figure.id not in shown)
    views = [_track(index, track, figures, policy) for track, figures in long]
    if single:
        views.append(TrackView("t-once", "Given once", None, tuple(_rows(index, single, named=True)), ()))
    return tuple(views)


def _figures(index: Index, ids: Iterable[str]) -> tuple[Figure, ...]:
    return tuple(figure for key in ids if isinstance(figure := index.facts.get(key), Figure))


def _stated(index: Index) -> tuple[Figure, ...]:
    """Return the figures that stand by themselves, by measure; a part is shown under its whole where that is
    known.
    """
    known = {figure.id for figure in index.dossier.figures}
    alone = (figure for figure in index.dossier.figures if figure.part_of not in known)
    return tuple(sorted(alone, key=lambda figure: (figure.measure, figure.report, figure.start)))


def _track(index: Index, track: Track, figures: tuple[Figure, ...], policy: Policy) -> TrackView:
    who = track.who or index.name(track.who_entity)
    title = words.capital(words.counted(track.measure, who)) or "Counts"
    if index.name(track.where):
        title += f", {index.name(track.where)}"
    return TrackView(
        anchor=f"t-{track.id}",
        title=title,
        chart=chart.view(index, f"t-{track.id}", title, figures),
        rows=tuple(_rows(index, figures, named=False)),
        legend=tuple(_legend(index, figures)),
        estimate=_estimate(index, estimate(index, track, policy)),
    )


def _estimate(index: Index, made: Estimate) -> str:
    """Return in words what a policy makes of a track; empty where it has no two figures to take from."""
    if len(made.stated) < 2 or not made.standing:
        return ""
    low, high = (words.number(end) if end is not None else "open" for end in (made.low, made.high))
    best = f"{words.amount(made.best.figure)} ({index.speaker(made.best.figure)})" if made.best else "none"
    out = f"; {len(made.left_out)} of {len(made.stated)} figures left out" if made.left_out else ""
    return f"Under the policy “{made.policy}”, {made.why}: low {low}, best {best}, high {high}{out}"


def _legend(index: Index, figures: Iterable[Figure]) -> Iterator[Link]:
    colours = {index.colour(figure) for figure in figures}
    for side, colour in index.sides.items():
        if colour in colours and colour < OTHERS:
            yield Link(index.name(side) or "one side", colour=colour)
    if OTHERS in colours:
        yield Link("others", colour=OTHERS)
    if 0 in colours:
        yield Link("no side shown")


def _rows(index: Index, figures: tuple[Figure, ...], *, named: bool) -> Iterator[FigureRow]:
    shown = {figure.id for figure in figures}
    parts = [figure for figure in index.dossier.figures if figure.part_of in shown and figure.id not in shown]
    for figure in figures:
        yield _row(index, figure, named, depth=0)
        for part in parts:
            if part.part_of == figure.id:
                yield _row(index, part, True, depth=1)


def _row(index: Index, figure: Figure, named: bool, depth: int) -> FigureRow:
    return FigureRow(
        anchor=f"f-{figure.id}",
        amount=quotes.counted(index, figure) if named else words.amount(figure),
        as_of=words.moment(figure.as_of) if figure.as_of else words.moment(figure.during),
        speaker=index.speaker(figure),
        article=index.outlet(figure.report),
        href=f"#{fact_anchor(figure.id)}",
        sentence=" ".join(index.sentence(figure).split()),
        notes=tuple(quotes.figure_notes(index, figure)) + (("part of the figure above",) if depth else ()),
        depth=depth,
        colour=index.colour(figure),
    )
