"""Claims that are new or gone, and those that gained or lost an origin or now rest on other support."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from sayso.compare.making import change
from sayso.compare.matching import Matched
from sayso.compare.weights import of_claim, of_lost_claim
from sayso.compare.words import WHOLE, Told
from sayso.model.change import Change, ChangeKind
from sayso.model.relation import Bearing, Certainty, Claim, Origin, Ref


def compare(matched: Matched, told: Told) -> Iterator[Change]:
    """Yield what became of the claims; a claim that only grew, was joined or parted is the same one. `told`
    are the words of the earlier ones."""
    for claim in matched.after.dossier.claims:
        earlier = matched.forebears[claim.id]
        if earlier:
            yield from _same(matched, earlier, claim)
        elif _is_new(matched, claim):
            yield from _new(matched, told, claim)
    for claim in matched.before.dossier.claims:
        if all(member.id in matched.gone for member in claim.members):
            yield _gone(matched, claim)


def _is_new(matched: Matched, claim: Claim) -> bool:
    ids = [member.id for member in claim.members]
    return any(id_ in matched.fresh for id_ in ids) and not any(id_ in matched.was for id_ in ids)


def _new(matched: Matched, told: Told, claim: Claim) -> Iterator[Change]:
    share, like = told.like(claim, matched.after)
    if share >= WHOLE:
        return
    fresh = [member.id for member in claim.members if member.id in matched.fresh]
    yield change(
        ChangeKind.CLAIM_NEW,
        claim.id,
        matched.reports(fresh),
        before=[like.text_from] if like else (),
        after=[claim.text_from],
        now=claim.support,
        why=f"much of it was told before: “{like.text}”" if like else "",
        weight=of_claim(claim, retold=like is not None),
    )


def _gone(matched: Matched, claim: Claim) -> Change:
    reports = {fact.report for member in claim.members if (fact := matched.before.facts.get(member.id))}
    later = {was: now for now, was in matched.documents.edited.items()}
    return change(
        ChangeKind.CLAIM_GONE,
        claim.id,
        {later.get(one, one) for one in reports},
        before=[claim.text_from],
        was=claim.support,
        weight=of_lost_claim(claim),
    )


def _same(matched: Matched, earlier: Sequence[Claim], claim: Claim) -> Iterator[Change]:
    """Compare a claim with all earlier ones that it holds facts of; the nearest stands for what it was.

    What is only asked for or denied rests on nobody's word, before or after.
    """
    if not (_asserted(earlier[0]) and _asserted(claim)):
        return
    found = [*_gained(matched, earlier, claim), *_lost(matched, earlier, claim)]
    yield from found or _support(matched, earlier[0], claim)


def _asserted(claim: Claim) -> bool:
    return any(member.bearing is Bearing.ASSERTS for member in claim.members)


def _gained(matched: Matched, earlier: Sequence[Claim], claim: Claim) -> Iterator[Change]:
    """Yield the origins that new facts brought and that none of the earlier claims had."""
    for origin in claim.origins:
        fresh = [ref for ref in origin.members if ref.id in matched.fresh]
        if not fresh or origin.certainty is Certainty.UNKNOWN or _known(matched, earlier, origin):
            continue
        shown = origin.certainty is Certainty.SHOWN
        if shown and claim.origins_low <= max(one.origins_low for one in earlier):
            continue
        yield change(
            ChangeKind.ORIGIN_GAINED if shown else ChangeKind.ORIGIN_POSSIBLE,
            claim.id,
            matched.reports(ref.id for ref in fresh),
            before=[earlier[0].text_from],
            after=fresh,
            was=earlier[0].support,
            now=claim.support,
            entity=origin.entity or origin.authority,
            why=origin.why,
        )


def _known(matched: Matched, earlier: Sequence[Claim], origin: Origin) -> bool:
    """Say whether an earlier claim had this origin, or a shown one where this is only possible."""
    weaker = origin.certainty is not Certainty.SHOWN
    before = [
        one
        for one in chain.from_iterable(claim.origins for claim in earlier)
        if one.certainty is Certainty.SHOWN or weaker
    ]
    return any(_one_origin(matched, one, origin) for one in before)


def _one_origin(matched: Matched, before: Origin, after: Origin) -> bool:
    here = {one for one in (before.entity, before.authority) if one}
    there = {one for one in (after.entity, after.authority) if one}
    later = {ref.id for ref in after.members}
    return matched.one_party(here, there) or any(matched.same.get(ref.id) in later for ref in before.members)


def _lost(matched: Matched, earlier: Sequence[Claim], claim: Claim) -> Iterator[Change]:
    """Yield the origins that the nearest earlier claim showed and this one does not.

    Shown is why: what rested on them is gone, or a new fact of the claim puts them in doubt.
    """
    was = earlier[0]
    if claim.origins_low >= was.origins_low or matched.heirs[was.id][0].id != claim.id:
        return
    members = {member.id for member in claim.members}
    fresh = [member.id for member in claim.members if member.id in matched.own]
    shown = [one for one in claim.origins if one.certainty is Certainty.SHOWN]
    for origin in was.origins:
        if origin.certainty is not Certainty.SHOWN or any(_one_origin(matched, origin, one) for one in shown):
            continue
        rests = [matched.same[ref.id] for ref in origin.members if ref.id in matched.same]
        if (rests and fresh and set(rests) <= members) or _all_gone(matched, origin):
            yield _lost_origin(matched, was, claim, origin, fresh)


def _all_gone(matched: Matched, origin: Origin) -> bool:
    return all(ref.id in matched.gone for ref in origin.members)


def _lost_origin(matched: Matched, was: Claim, claim: Claim, origin: Origin, fresh: Iterable[str]) -> Change:
    gone = {fact.report for ref in origin.members if (fact := matched.before.facts.get(ref.id))}
    later = {earlier: now for now, earlier in matched.documents.edited.items()}
    withdrawn = {later.get(one, one) for one in gone}
    now = [one for one in claim.origins if _one_origin(matched, origin, one)]
    return change(
        ChangeKind.ORIGIN_LOST,
        claim.id,
        withdrawn if _all_gone(matched, origin) else matched.reports(fresh),
        before=origin.members,
        after=_one_each(matched, claim) or [claim.text_from],
        was=was.support,
        now=claim.support,
        entity=origin.entity or origin.authority,
        why=now[0].why if now else "",
    )


def _one_each(matched: Matched, claim: Claim) -> list[Ref]:
    """The first new fact of each new article in a claim: what puts an origin in doubt."""
    first: dict[str, Ref] = {}
    for member in claim.members:
        if member.id in matched.own:
            first.setdefault(matched.after.facts[member.id].report, Ref(member.kind, member.id))
    return [first[report] for report in sorted(first)]


def _support(matched: Matched, was: Claim, claim: Claim) -> Iterator[Change]:
    """Yield a change of support that no origin tells, where a new fact of the claim shows why."""
    fresh = [member.id for member in claim.members if member.id in matched.own]
    if was.support is claim.support or not fresh or matched.heirs[was.id][0].id != claim.id:
        return
    if was.origins_low == claim.origins_low:
        yield change(
            ChangeKind.SUPPORT_CHANGED,
            claim.id,
            matched.reports(fresh),
            before=[was.text_from],
            after=[claim.text_from],
            was=was.support,
            now=claim.support,
        )
