"""Which claims matter first: named, weighted rules, each of which says so in `rank_why`."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.lexicon import words
from sayso.model.relation import Bearing, Claim, Derivation, Member, RefKind, Resolved, Support
from sayso.model.report import TimeType
from sayso.relate.bounds import is_harm
from sayso.relate.moments import known, long_before, stated
from sayso.relate.openings import first_told
from sayso.relate.view import View, view

_WORD = re.compile(r"[\w'’]+")

UNASSERTED = 0.5
"""A claim that is only asked for, denied or not confirmed comes after those that somebody makes; denials
and missing
confirmations have a place of their own on the first screen. A judgement, not a measurement."""


PAST = 0.5
"""A claim that every report dates to long before itself is what came before the story. A judgement, too."""


LEANING = 0.5
"""A claim that tells of somebody without saying of whom is hard to use by itself. A judgement, too."""

AGAIN = 0.5
"""A claim whose words stand above already tells a reader little more. A judgement, too."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule's weight, and how far (0 to 1) and why it holds for a claim."""

    weight: float
    judge: Callable[[View, Claim, int], tuple[float, str]]


def relate(
    resolved: Resolved, derivations: Sequence[Derivation], claims: Sequence[Claim]
) -> tuple[Claim, ...]:
    """Return the claims with `rank` (0 to 1) and `rank_why`."""
    story = view(resolved)
    copies = {one.report for one in derivations if one.from_.report and one.share >= 0.5}
    return _told_once([_ranked(story, copies, claim) for claim in claims])


def _told_once(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Of claims that are shown by the same words, as those on two numbers of one sentence are, all but the
    first come after what else there is to tell."""
    first: dict[str, str] = {}
    for claim in in_order(claims):
        first.setdefault(claim.text, claim.id)
    return tuple(claim if first[claim.text] == claim.id else _again(claim) for claim in claims)


def _again(claim: Claim) -> Claim:
    why = f"{claim.rank_why}; shown by the same words as another (half)"
    return replace(claim, rank=round(claim.rank * AGAIN, 4), rank_why=why)


def _ranked(story: View, copies: set[str], claim: Claim) -> Claim:
    found = _reports(story, claim)
    number = len(found - copies) or min(1, len(found))
    scores = [(rule.weight, *rule.judge(story, claim, number)) for rule in _RULES]
    rank = sum(weight * share for weight, share, _ in scores)
    reasons = [f"{why} (+{weight * share:.2f})" for weight, share, why in scores if share]
    if not any(member.bearing is Bearing.ASSERTS for member in claim.members):
        rank *= UNASSERTED
        reasons.append("nobody asserts it (half)")
    if all(_of_the_past(story, member) for member in claim.members):
        rank *= PAST
        reasons.append("of long before (half)")
    if rank and _leans(claim.text):
        rank *= LEANING
        reasons.append("of somebody that the words do not name (half)")
    rank = round(rank, 4)
    return replace(claim, rank=rank, rank_why="; ".join(reasons) or "one report, in its own words, no figure")


def _leans(text: str) -> bool:
    """Say whether a text begins with a pronoun for what stands elsewhere: "he blacked out", "it extended her
    remand", not "it is raining"."""
    found = [word.lower() for word in _WORD.findall(text)[:2]]
    if not found or found[0] not in words("relate", "leaning"):
        return False
    return found[0] != "it" or found[-1] not in words("relate", "auxiliaries")


def _of_the_past(story: View, member: Member) -> bool:
    """Say whether all days, months and years in a member's sentence ended long before its report."""
    fact = story.statements.get(member.id) or story.figures[member.id]
    times = story.facts[fact.report].times
    start, end = fact.sentence
    moments = [one.moment for one in times if start <= one.start < end and one.type is TimeType.DATE]
    return bool(moments) and all(
        long_before(stated(moment), known(story.report(fact.report))) for moment in moments
    )


def _reports(story: View, claim: Claim) -> set[str]:
    return {_fact_report(story, member.id) for member in claim.members}


def _fact_report(story: View, id_: str) -> str:
    return (story.statements.get(id_) or story.figures[id_]).report


def _several_reports(_: View, __: Claim, number: int) -> tuple[float, str]:
    return 1 - 0.6 ** (number - 1), f"{number} reports that are no copies"


def _harm(story: View, claim: Claim, _: int) -> tuple[float, str]:
    found = [
        story.figures[m.id]
        for m in claim.members
        if m.kind is RefKind.FIGURE and is_harm(story.figures[m.id])
    ]
    measures = sorted({figure.measure for figure in found})
    return float(bool(found)), f"counts people: {', '.join(measures)}"


def _headline(story: View, claim: Claim, _: int) -> tuple[float, str]:
    """In a headline, or first thing in a body."""
    for member in claim.whole:
        if first_told(story, story.statements.get(member.id) or story.figures[member.id]):
            return 1.0, "in a headline or first sentence"
    return 0.0, ""


def _disputed(_: View, claim: Claim, __: int) -> tuple[float, str]:
    against = any(member.bearing not in {Bearing.ASSERTS, Bearing.ASKS} for member in claim.members)
    return float(bool(claim.disputed_by) or against), "disputed, denied or not confirmed"


def _origins(_: View, claim: Claim, __: int) -> tuple[float, str]:
    shares = {
        Support.UNTRACED: 0.0,
        Support.ONE_ORIGIN: 0.4,
        Support.SEVERAL_ORIGINS_ONE_SIDE: 0.8,
        Support.SEVERAL_SIDES: 1.0,
    }
    return shares[claim.support], f"traced to {claim.origins_low} origin{'s' * (claim.origins_low != 1)}"


_RULES = (
    _Rule(0.4, _several_reports),
    _Rule(0.2, _harm),
    _Rule(0.15, _headline),
    _Rule(0.1, _disputed),
    _Rule(0.15, _origins),
)


def in_order(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield claims by rank, highest first, then by id."""
    yield from sorted(claims, key=lambda claim: (-claim.rank, claim.id))
