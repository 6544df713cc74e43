"""Denials and confirmations that came: new statements that deny or say so of what was told before."""

from collections.abc import Iterator

from sayso.compare.making import change, ref
from sayso.compare.matching import Matched
from sayso.compare.weights import ALONE, WEIGHTS
from sayso.compare.words import Told
from sayso.model.change import Change, ChangeKind
from sayso.model.relation import Bearing, Claim
from sayso.model.report import Stance, Statement


def compare(matched: Matched, told: Told) -> Iterator[Change]:
    """Yield one change for each claim and stance that is new; saying it again is none. `told` are the words
    of the earlier claims."""
    for claim in matched.after.dossier.claims:
        earlier = matched.forebears[claim.id]
        for stance, kind in ((Stance.DENIES, ChangeKind.DENIAL), (Stance.CONFIRMS, ChangeKind.CONFIRMATION)):
            said = _said(matched, claim, stance)
            fresh = [one for one in said if one.id in matched.fresh]
            if not fresh or len(fresh) < len(said):
                continue
            if earlier or (stance is Stance.DENIES and told.like(claim, matched.after)[1] is None):
                yield _change(kind, earlier, claim, fresh)


def _said(matched: Matched, claim: Claim, stance: Stance) -> list[Statement]:
    bearing = Bearing.DENIES if stance is Stance.DENIES else Bearing.ASSERTS
    return [
        fact
        for member in claim.members
        if member.bearing is bearing
        and isinstance(fact := matched.after.facts.get(member.id), Statement)
        and fact.stance is stance
    ]


def _change(kind: ChangeKind, earlier: tuple[Claim, ...], claim: Claim, fresh: list[Statement]) -> Change:
    return change(
        kind,
        claim.id,
        {one.report for one in fresh},
        before=[earlier[0].text_from] if earlier else (),
        after=map(ref, fresh[:1]),
        entity=fresh[0].sources[0] if fresh[0].sources else None,
        weight=WEIGHTS[kind] - (0.0 if earlier else ALONE),
    )
