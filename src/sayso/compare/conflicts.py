"""Conflicts that appeared, changed their type, or are settled; denials of what stands in a conflict."""

from collections.abc import Iterable, Iterator
from itertools import product

from sayso.compare.making import change, ref
from sayso.compare.matching import Matched, Side
from sayso.compare.touches import Fact
from sayso.compare.weights import WEIGHTS, harm
from sayso.model.change import Change, ChangeKind
from sayso.model.relation import Conflict, ConflictType
from sayso.model.report import Figure

Ends = tuple[Fact, Fact]
Between = frozenset[object]

SEVERAL = 4
"""Claims or parties of one end that are looked at; a fact has one or two."""


def compare(matched: Matched) -> Iterator[Change]:
    """Yield what became of the conflicts.

    One that stands for the same two claims, or the same two parties on one track, by other facts is no
    change; nor is one that comes or goes without an article that shows why.
    """
    earlier = _placed(matched.before)
    later = _placed(matched.after)
    known = {key: one for one, ends in earlier for key in _was_between(matched, one.type, ends)}
    stands = {key for one, ends in later for key in _between(matched, one.type, ends)}
    for one, ends in later:
        if one.type is not ConflictType.UPDATE:
            keys = _between(matched, one.type, ends)
            yield from _later(matched, one, ends, next((known[key] for key in keys if key in known), None))
    for one, ends in earlier:
        if one.type is not ConflictType.UPDATE and not stands & set(_was_between(matched, one.type, ends)):
            yield from _settled(matched, one, ends)


def _placed(side: Side) -> list[tuple[Conflict, Ends]]:
    """The conflicts of which both facts are there."""
    found = []
    for one in side.dossier.conflicts:
        a, b = side.fact(one.a), side.fact(one.b)
        if a and b:
            found.append((one, (a, b)))
    return found


def _between(matched: Matched, type_: ConflictType, ends: Ends) -> list[Between]:
    """Between what a later conflict stands: its two facts, its two claims, its two parties on a track."""
    side = matched.after
    claims = [[one.id for one in side.claims_of.get(end.id, ())] for end in ends]
    tracks = {side.track_of[end.id].id for end in ends if end.id in side.track_of}
    return _keys(type_, [end.id for end in ends], claims, tracks, [side.parties(end) for end in ends])


def _was_between(matched: Matched, type_: ConflictType, ends: Ends) -> list[Between]:
    """Between what an earlier conflict stands, in terms of the later dossier."""
    side = matched.before
    claims = [
        [heir.id for one in side.claims_of.get(end.id, ()) for heir in matched.heirs[one.id]] for end in ends
    ]
    tracks = {
        matched.tracks[track.id]
        for end in ends
        if (track := side.track_of.get(end.id)) and track.id in matched.tracks
    }
    parties = [[matched.entities.get(one, one) for one in side.parties(end)] for end in ends]
    return _keys(type_, [matched.same.get(end.id, end.id) for end in ends], claims, tracks, parties)


def _keys(
    type_: ConflictType,
    facts: list[str],
    claims: list[list[str]],
    tracks: Iterable[str],
    parties: Iterable[Iterable[str]],
) -> list[Between]:
    """Facts come first: they tell a conflict of whatever type."""
    pairs = product(*(sorted(set(side))[:SEVERAL] for side in claims))
    speakers = list(product(*(sorted(set(side))[:SEVERAL] for side in parties)))
    return [
        frozenset(facts),
        *(frozenset((type_, frozenset(pair))) for pair in pairs),
        *(frozenset((type_, track, frozenset(pair))) for track in sorted(tracks) for pair in speakers),
    ]


def _later(matched: Matched, one: Conflict, ends: Ends, earlier: Conflict | None) -> Iterator[Change]:
    fresh = [end.id for end in ends if end.id in matched.fresh]
    if earlier is None and fresh:
        yield _new(matched, one, ends, fresh)
    elif earlier is not None and earlier.type is not one.type:
        causes = fresh or _beside(matched, ends)
        if causes:
            yield change(
                ChangeKind.CONFLICT_CHANGED,
                one.id,
                matched.reports(causes),
                after=map(ref, ends),
                was=earlier.type,
                now=one.type,
                why=one.why,
            )


def _new(matched: Matched, one: Conflict, ends: Ends, fresh: list[str]) -> Change:
    kind = ChangeKind.DENIAL if one.type is ConflictType.DENIAL else ChangeKind.CONFLICT_NEW
    figures = [end for end in ends if isinstance(end, Figure)]
    return change(
        kind,
        one.id,
        matched.reports(fresh),
        after=map(ref, ends),
        now=one.type,
        why=one.why,
        weight=WEIGHTS[kind] + harm(figures[0] if figures else None),
    )


def _beside(matched: Matched, ends: Ends) -> list[str]:
    """New facts of the claims that two facts are in: what may have changed how the two stand."""
    return [
        member.id
        for end in ends
        for claim in matched.after.claims_of.get(end.id, ())
        for member in claim.members
        if member.id in matched.fresh
    ]


def _settled(matched: Matched, one: Conflict, ends: Ends) -> Iterator[Change]:
    """A conflict is settled when an article that told one of the two no longer does, or is gone."""
    withdrawn = [end for end in ends if end.id in matched.gone]
    if withdrawn:
        yield change(
            ChangeKind.CONFLICT_SETTLED,
            one.id,
            {_later_report(matched, end.report) for end in withdrawn},
            before=map(ref, ends),
            was=one.type,
            why=one.why,
        )


def _later_report(matched: Matched, report: str) -> str:
    """The later revision of an earlier report, or itself where it is gone."""
    return next((later for later, was in matched.documents.edited.items() if was == report), report)
