"""What `relate` has to go by: which facts take no part, which claims are one, what is no conflict."""

from collections.abc import Iterable, Sequence
from itertools import product

from sayso.judge.matching import FACTS, Shelf
from sayso.model.decision import Found, Pairs, Rulings, What
from sayso.model.relation import RefKind


def rulings(shelf: Shelf, found: Sequence[Found]) -> Rulings:
    """Return what follows from the decisions found in one story."""
    held = [one for one in found if one.holds]
    rejected = [one for one in held if one.decision.what is What.REJECT]
    facts = [one for one in rejected if one.decision.about.kind in FACTS]
    together, apart = _claims(held)
    return Rulings(
        found=tuple(found),
        rejected=_without_figures(shelf, held, frozenset(one.about[0] for one in facts if not _is_sum(one))),
        sums=frozenset(frozenset(one.about) for one in facts if _is_sum(one)),
        together=together,
        apart=apart,
        conflicts=frozenset(
            (one.decision.signs[0].text, frozenset(one.about)) for one in _of(rejected, RefKind.CONFLICT)
        ),
        derivations=tuple(
            (one.about[0], frozenset(one.about[1:])) for one in _of(rejected, RefKind.DERIVATION)
        ),
        origins=tuple(
            (frozenset(one.about), frozenset(one.with_)) for one in _of(rejected, RefKind.CLAIM) if one.with_
        ),
    )


def _of(found: Iterable[Found], kind: RefKind) -> list[Found]:
    return [one for one in found if one.decision.about.kind is kind]


def _is_sum(found: Found) -> bool:
    return len(found.decision.signs) > 1


def _without_figures(shelf: Shelf, held: Sequence[Found], rejected: frozenset[str]) -> frozenset[str]:
    """With a statement go its figures, but for those that somebody accepted for themselves."""
    accepted = {one.about[0] for one in held if one.decision.what is What.ACCEPT}
    told = {
        fact.id
        for fact in shelf.facts.values()
        if getattr(fact, "statement", None) in rejected and fact.id not in accepted
    }
    return rejected | told


def _claims(
    held: Sequence[Found],
) -> tuple[tuple[tuple[frozenset[str], frozenset[str]], ...], Pairs]:
    """Which facts are of one claim and which never are; between two decisions on the same pair, the later."""
    together: list[tuple[frozenset[str], frozenset[str]]] = []
    apart: set[frozenset[str]] = set()
    for one in held:
        about, other = frozenset(one.about), frozenset(one.with_)
        if one.decision.about.kind is RefKind.ENTITY or not other:
            continue
        pairs = {frozenset(pair) for pair in product(about, other) if pair[0] != pair[1]}
        if one.decision.what is What.MERGE:
            apart -= pairs
            together.append((about, other))
        elif one.decision.what is What.APART:
            apart |= pairs
    return tuple(together), frozenset(apart)
