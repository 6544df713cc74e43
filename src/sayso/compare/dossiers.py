"""What changed from one state of a story to the next."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.compare import claims, conflicts, decisions, figures, hedges, reports, sources, stances
from sayso.compare.matching import Matched, match
from sayso.compare.words import Told
from sayso.model.change import Change, ChangeKind
from sayso.model.dossier import Dossier
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
    told = Told(matched.before)
    found = [
        *figures.compare(matched),
        *conflicts.compare(matched),
        *stances.compare(matched, told),
        *claims.compare(matched, told),
        *hedges.compare(matched),
        *sources.compare(matched),
        *reports.compare(matched),
        *decisions.compare(matched),
    ]
    return _ordered(_once(matched, found))


def _ordered(found: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted({one.id: one for one in found}.values(), key=lambda one: (-one.weight, one.id)))


def _once(matched: Matched, found: Sequence[Change]) -> Iterator[Change]:
    """Leave out what another change tells: a denial that a conflict tells, a new claim that is a number that
    moved, a side of a conflict or part of an edit, and a claim that is gone with the words that an edit took.
    """
    kept = [one for one in found if not _denied_already(matched, one, found)]
    told = matched.told | {ref.id for one in kept if one.kind in _TELLING for ref in one.after}
    sentences: set[tuple[str, Pair]] = set()
    for one in _ordered(kept):
        members = _members(matched, one)
        if one.kind is ChangeKind.CLAIM_NEW and (members & told or not _first(matched, one, sentences)):
            continue
        if one.kind is ChangeKind.CLAIM_GONE and members & matched.taken:
            continue
        yield one


def _members(matched: Matched, one: Change) -> set[str]:
    side = matched.before if one.kind is ChangeKind.CLAIM_GONE else matched.after
    claim = side.claims.get(one.about)
    return {member.id for member in claim.members} if claim else set()


def _denied_already(matched: Matched, one: Change, found: Sequence[Change]) -> bool:
    """Say whether a denial is told by a conflict: the same statement, one of the article that answers the
    claim in other words, or, where it is not known what a denial is set against, any of the article."""
    if one.kind is not ChangeKind.DENIAL or one.now:
        return False
    others = [other for other in found if other.kind is ChangeKind.DENIAL and other.now]
    told = _members(matched, one)
    return any(
        set(one.after) & set(other.after)
        or (
            set(one.reports) & set(other.reports)
            and (not one.before or told & {ref.id for ref in other.after})
        )
        for other in others
    )


_TELLING = frozenset({ChangeKind.FIGURE_MOVED, ChangeKind.CONFLICT_NEW, ChangeKind.DENIAL})
"""Kinds of changes that tell the facts they point at in full."""


def _first(matched: Matched, one: Change, sentences: set[tuple[str, Pair]]) -> bool:
    """Say whether a new claim is the weightiest of those shown by one sentence."""
    fact = matched.after.fact(one.after[0])
    place = (fact.report, fact.sentence) if fact else ("", (0, 0))
    known = place in sentences
    sentences.add(place)
    return not known or fact is None
