"""What changed from one state of a story to the next."""

from collections.abc import Iterable, Iterator

from sayso.compare import claims, conflicts, figures, hedges, reports, sources, stances
from sayso.compare.matching import Matched, match
from sayso.model.change import Change, ChangeKind
from sayso.model.dossier import Dossier
from sayso.model.relation import ConflictType
from sayso.model.report import Pair


def compare(before: Dossier | None, after: Dossier) -> tuple[Change, ...]:
    """Return what changed, the weightiest first; a dossier against itself has no changes.

    Without an earlier state each article is new, and nothing else is: there is nothing to compare it with.
    """
    if before is None:
        return _ordered(reports.new(one.id) for one in after.reports)
    if before == after:
        return ()
    matched = match(before, after)
    found = [
        *figures.compare(matched),
        *conflicts.compare(matched),
        *stances.compare(matched),
        *claims.compare(matched),
        *hedges.compare(matched),
        *sources.compare(matched),
        *reports.compare(matched),
    ]
    return _ordered(_once(matched, found))


def _ordered(found: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted({one.id: one for one in found}.values(), key=lambda one: (-one.weight, one.id)))


def _once(matched: Matched, found: Iterable[Change]) -> Iterator[Change]:
    """Leave out what another change tells: a new claim that is a number that moved, a side of a conflict or
    part of an edit, and a claim that is gone with the words that an edit took away."""
    found = list(found)
    told = matched.told | {ref.id for one in found if one.kind in _TELLING for ref in one.after}
    taken = {
        touch.before.id
        for revised in matched.revised.values()
        for touch in revised.revision.touches
        if touch.before
    }
    denied = {ref.id for one in found if one.now == ConflictType.DENIAL for ref in one.after}
    sentences: set[tuple[str, Pair]] = set()
    for one in _ordered(found):
        if one.kind is ChangeKind.CLAIM_NEW:
            claim = matched.after.claims[one.about]
            if any(member.id in told for member in claim.members) or not _first(matched, one, sentences):
                continue
        elif one.kind is ChangeKind.CLAIM_GONE:
            claim = matched.before.claims[one.about]
            if any(member.id in taken for member in claim.members):
                continue
        elif one.kind is ChangeKind.DENIAL and not one.now and any(ref.id in denied for ref in one.after):
            continue
        yield one


_TELLING = frozenset({ChangeKind.FIGURE_MOVED, ChangeKind.CONFLICT_NEW, ChangeKind.DENIAL})
"""Kinds of changes that tell the facts they point at in full."""


def _first(matched: Matched, one: Change, sentences: set[tuple[str, Pair]]) -> bool:
    """Say whether a new claim is the weightiest of those shown by one sentence."""
    fact = matched.after.fact(one.after[0])
    place = (fact.report, fact.sentence) if fact else ("", (0, 0))
    known = place in sentences
    sentences.add(place)
    return not known or fact is None
