"""Figures that moved: the steps that new articles brought a track, from where it stood to where it stands."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.compare.making import change, ref
from sayso.compare.matching import Matched
from sayso.compare.weights import WEIGHTS, harm
from sayso.model.change import Change, ChangeKind
from sayso.model.relation import Conflict, ConflictType, Track
from sayso.model.report import Figure

Step = tuple[Figure, Figure, Conflict]


def compare(matched: Matched) -> Iterator[Change]:
    """Yield a change for each track that an update brought on: the last level before, and every later step.

    An older count that comes in late moves nothing, nor does a level that was known already. A number that an
    article changed in place is told with that article.
    """
    by_track: dict[str, list[Step]] = defaultdict(list)
    for step in _steps(matched):
        track = matched.after.track_of.get(step[1].id)
        if track is not None:
            by_track[track.id].append(step)
    tracks = {one.id: one for one in matched.after.dossier.tracks}
    for id_ in sorted(by_track):
        yield from _moved(matched, tracks[id_], by_track[id_])


def _steps(matched: Matched) -> Iterator[Step]:
    for one in matched.after.dossier.conflicts:
        if one.type is ConflictType.UPDATE:
            a, b = matched.after.facts.get(one.a.id), matched.after.facts.get(one.b.id)
            if isinstance(a, Figure) and isinstance(b, Figure):
                yield a, b, one


def _moved(matched: Matched, track: Track, steps: Sequence[Step]) -> Iterator[Change]:
    """Follow the steps back from each level that is new and that nothing overtakes."""
    places = {id_: place for place, id_ in enumerate(track.figures)}

    def place(figure: Figure) -> tuple[int, str]:
        return places.get(figure.id, len(places)), figure.id

    into = {step[1].id: step for step in sorted(steps, key=lambda step: place(step[0]))}
    overtaken = {one.id for one, _, _ in steps}
    known = {_level(one) for one in _earlier(matched, track)}
    seen: set[str] = set()
    for end in sorted({step[1].id: step[1] for step in steps}.values(), key=place):
        if end.id in overtaken or end.id not in matched.fresh - matched.told or _level(end) in known:
            continue
        path = _path(matched, into, end)
        if path and path[0].id in matched.was and path[0].id not in seen:
            seen.add(path[0].id)
            yield _change(matched, track, path, into)


def _level(figure: Figure) -> tuple[float | None, float | None]:
    return figure.low, figure.high


def _earlier(matched: Matched, track: Track) -> Iterator[Figure]:
    for id_ in track.figures:
        one = matched.after.facts.get(id_)
        if isinstance(one, Figure) and id_ not in matched.fresh:
            yield one


def _path(matched: Matched, into: dict[str, Step], end: Figure) -> list[Figure]:
    """The levels from the last one that was known to the newest."""
    path = [end]
    while path[0].id in matched.fresh and path[0].id in into:
        previous = into[path[0].id][0]
        if previous in path:
            break
        path.insert(0, previous)
    return path


def _change(matched: Matched, track: Track, path: Sequence[Figure], into: dict[str, Step]) -> Change:
    first, *later = path
    return change(
        ChangeKind.FIGURE_MOVED,
        track.id,
        {one.report for one in later if one.id in matched.fresh},
        before=[ref(matched.before.facts[matched.was[first.id]])],
        after=[ref(one) for one in later],
        why="; ".join(into[one.id][2].why for one in later),
        weight=WEIGHTS[ChangeKind.FIGURE_MOVED] + harm(path[-1]),
    )
