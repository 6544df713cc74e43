"""Which claims matter first: named, weighted rules, each of which says so in `rank_why`."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from sayso.lexicon import words
from sayso.model.grammar import Clause
from sayso.model.relation import (
    Bearing,
    Claim,
    Conflict,
    Derivation,
    Member,
    RefKind,
    Resolved,
    Support,
    Track,
)
from sayso.model.report import Figure, Pair, TimeType
from sayso.relate.bounds import FEW, compared, is_harm, loose_group, same_value, single
from sayso.relate.episodes import of_another
from sayso.relate.latest import Latest
from sayso.relate.media import is_media
from sayso.relate.moments import known, long_before, stated
from sayso.relate.openings import earliness, first_told
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

LEADING, EARLY = 1.0, 0.5
"""How far it holds that a report tells a claim first: in its headline or first sentence, and at most behind
that."""

COUNTING = 0.2
"""The weight of counting people who came to harm."""

ASIDE = 0.5
"""How far that holds for a count that each report only tells of something else by the way."""

STANDING = 0.5
"""A line that an outlet sets into many of its reports is none of the story. A judgement, too."""

OVERTAKEN = 0.5
"""A claim on a number in whose place a later count came is how things stood. A judgement, too."""


@dataclass(frozen=True, slots=True)
class _Story:
    """A story, the reports that are copies of others, its counts of harm that are of older events, whether
    any counts more than a single case of harm, and which numbers later ones took the place of."""

    view: View
    copies: Set[str]
    older: Set[str]
    many: bool
    latest: Latest


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule's weight, and how far (0 to 1) and why it holds for a claim that some reports tell."""

    weight: float
    judge: Callable[[_Story, Claim, int], tuple[float, str]]


def relate(
    resolved: Resolved,
    derivations: Sequence[Derivation],
    claims: Sequence[Claim],
    tracks: Sequence[Track],
    conflicts: Sequence[Conflict],
) -> tuple[Claim, ...]:
    """Return the claims with `rank` (0 to 1) and `rank_why`."""
    story = view(resolved)
    copies = {one.report for one in derivations if one.from_.report and one.share >= 0.5}
    many = any(is_harm(one) and not single(one) for one in story.figures.values())
    found = _Story(story, copies, of_another(story), many, Latest(story, tracks, conflicts))
    ranked = [_ranked(found, claim) for claim in claims]
    return tuple(_told_once(story, _counted_once(found, ranked)))


def _told_once(story: View, claims: Sequence[Claim]) -> list[Claim]:
    """Of claims that are shown by the same words, as those on two numbers of one sentence are, all but the
    first come after what else there is to tell; of one sentence, so do those whose words hold another's, and
    of one speaker, those of which each telling is a piece of a telling of one above."""
    shown: set[str] = set()
    of_sentence: dict[tuple[str, Pair], list[str]] = defaultdict(list)
    again: set[str] = set()
    above: dict[str, str] = {}
    for claim in in_order(claims):
        text, sentence = _plain(claim.text), _sentence(story, claim)
        words_again = text in shown or any(one in text or text in one for one in of_sentence[sentence])
        if words_again or _is_piece(story, claim, above):
            again.add(claim.id)
        shown.add(text)
        of_sentence[sentence].append(text)
        above |= {member.id: claim.id for member in claim.whole}
    return [_again(claim) if claim.id in again else claim for claim in claims]


def _is_piece(story: View, claim: Claim, above: Mapping[str, str]) -> bool:
    """Say whether all tellings of a claim are pieces of what the same speaker says in tellings of one claim
    `above`: "we expect to be back" of "once it is mended we expect to be back"."""
    told = [story.statements[one.id] for one in claim.whole if one.kind is RefKind.STATEMENT]
    outer = [story.statements.get(one.within or "") for one in told]
    held = [
        above.get(whole.id) if whole is not None and whole.sources == one.sources else None
        for one, whole in zip(told, outer, strict=True)
    ]
    return bool(held) and None not in held and len(set(held)) == 1


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _sentence(story: View, claim: Claim) -> tuple[str, Pair]:
    """The report and the sentence that a claim is shown by."""
    fact = story.fact(claim.text_from.id)
    return fact.report, fact.sentence


def _counted_once(story: _Story, claims: Sequence[Claim]) -> list[Claim]:
    """Of claims on one number of the killed, or of any harm, the first is ranked by it, and no other."""
    counted: list[Figure] = []
    again: set[str] = set()
    for claim in in_order(claims):
        found = _counts_harm(story, claim)
        if found and all(any(_one_count(a, b) for b in counted) for a in found):
            again.add(claim.id)
        counted += found
    return [_uncounted(claim) if claim.id in again else claim for claim in claims]


def _one_count(a: Figure, b: Figure) -> bool:
    """Say whether two counts give one number; a number of many is one whatever the people are called."""
    told = a.measure == b.measure and same_value(a, b)
    return told and (compared(a)[0] > FEW or loose_group(a, b))


def _uncounted(claim: Claim) -> Claim:
    why = f"{claim.rank_why}; the number stands above (−{COUNTING:.2f})"
    return replace(claim, rank=round(max(claim.rank - COUNTING, 0.0), 4), rank_why=why)


def _again(claim: Claim) -> Claim:
    why = f"{claim.rank_why}; shown by the same words as another (half)"
    return replace(claim, rank=round(claim.rank * AGAIN, 4), rank_why=why)


def _ranked(story: _Story, claim: Claim) -> Claim:
    found = _reports(story.view, claim) | story.latest.reports(claim)
    standing = _standing(story.view, claim)
    number = 1 if standing else len(found - story.copies) or min(1, len(found))
    scores = [(rule.weight, *rule.judge(story, claim, number)) for rule in _RULES]
    rank = sum(weight * share for weight, share, _ in scores)
    reasons = [f"{why} (+{weight * share:.2f})" for weight, share, why in scores if share]
    if not any(member.bearing is Bearing.ASSERTS for member in claim.members):
        rank *= UNASSERTED
        reasons.append("nobody asserts it (half)")
    if all(member.id in story.older or _of_the_past(story.view, member) for member in claim.members):
        rank *= PAST
        reasons.append("of long before (half)")
    if story.latest.left(claim):
        rank *= OVERTAKEN
        reasons.append("a later count took its place (half)")
    if standing:
        rank *= STANDING
        reasons.append("a line that the outlet repeats (half)")
    if rank and claim.text.endswith("?"):
        rank *= UNASSERTED
        reasons.append("a question (half)")
    if rank and _leans(claim.text):
        rank *= LEANING
        reasons.append("of somebody that the words do not name (half)")
    elif rank and _of_it(story.view, claim):
        rank *= LEANING
        reasons.append("of something that the words do not name (half)")
    rank = round(rank, 4)
    return replace(claim, rank=rank, rank_why="; ".join(reasons) or "one report, in its own words, no figure")


def _standing(story: View, claim: Claim) -> bool:
    """Say whether a claim is made of what one outlet tells in its own words, letter for letter, in several of
    its reports: "Thank you for signing up"."""
    told = [story.statements[one.id] for one in claim.whole if one.kind is RefKind.STATEMENT]
    reports = {one.report for one in told}
    if len(reports) < 2 or not all(is_media(story, source) for one in told for source in one.sources):
        return False
    outlets = {story.report(one).outlet for one in reports}
    lines = {_plain(one.text) for one in told}
    by_report = [{_plain(one.text) for one in told if one.report == report} for report in sorted(reports)]
    return len(outlets) == 1 and None not in outlets and all(lines == held for held in by_report)


def _leans(text: str) -> bool:
    """Say whether a text begins with a pronoun for what stands elsewhere: "he blacked out", "it extended her
    remand", not "it is raining"."""
    found = [word.lower() for word in _WORD.findall(text)[:2]]
    if not found or found[0] not in words("relate", "leaning"):
        return False
    return found[0] != "it" or found[-1] not in words("relate", "auxiliaries")


def _of_it(story: View, claim: Claim) -> bool:
    """Say whether a claim is shown by what is done with a thing that stands elsewhere: "Kovar called it a
    hoax", not "Kovar said it would rain"."""
    told = story.statement_of(claim.text_from)
    first = _WORD.search(told.text) if told else None
    if told is None or first is None or first[0].lower() not in words("relate", "pointed_at"):
        return False
    said = {word.lower() for word in _WORD.findall(told.text)}
    clause = any(frame.main for frame in story.frames(told.report, (told.start, told.end)))
    return not clause and said.isdisjoint(words("relate", "auxiliaries"))


def _of_the_past(story: View, member: Member) -> bool:
    """Say whether all days, months and years in a member's sentence ended long before its report."""
    fact = story.fact(member.id)
    times = story.facts[fact.report].times
    start, end = fact.sentence
    moments = [one.moment for one in times if start <= one.start < end and one.type is TimeType.DATE]
    return bool(moments) and all(
        long_before(stated(moment), known(story.report(fact.report))) for moment in moments
    )


def _reports(story: View, claim: Claim) -> set[str]:
    return {story.fact(member.id).report for member in claim.members}


def _several_reports(story: _Story, claim: Claim, number: int) -> tuple[float, str]:
    """How many tell it; of the number that a count came to, how many follow the count."""
    which = "follow the count to here" if story.latest.reports(claim) else "are no copies"
    return 1 - 0.6 ** (number - 1), f"{number} reports that {which}"


def _harm(story: _Story, claim: Claim, _: int) -> tuple[float, str]:
    found = _counts_harm(story, claim)
    measures = ", ".join(sorted({figure.measure for figure in found}))
    if found and all(_by_the_way(story.view, figure) for figure in found):
        return ASIDE, f"counts people by the way: {measures}"
    return float(bool(found)), f"counts people: {measures}"


def _by_the_way(story: View, figure: Figure) -> bool:
    """Say whether a count stands behind the verb of a clause that hangs on something else ("the fever, which
    has killed 9,000"; not "52 missing"), further down than what its report tells first."""
    if first_told(story, figure):
        return False
    around = [
        frame
        for frame in story.frames(figure.report, figure.sentence)
        if frame.whole[0] <= figure.start < frame.whole[1]
    ]
    inner = min(around, key=lambda frame: frame.whole[1] - frame.whole[0], default=None)
    if inner is None or inner.main or inner.clause in {Clause.JOINED, Clause.BESIDE}:
        return False
    return inner.start < figure.start


def _counts_harm(story: _Story, claim: Claim) -> list[Figure]:
    """The figures of a claim that count people who came to harm, in no older event; a single case ("the
    driver") counts where the story tells of nothing else."""
    figures = story.view.figures
    told = [figures[one.id] for one in claim.members if one.kind is RefKind.FIGURE]
    found = [figure for figure in told if is_harm(figure) and figure.id not in story.older]
    return [figure for figure in found if not single(figure)] if story.many else found


def _headline(story: _Story, claim: Claim, _: int) -> tuple[float, str]:
    """In a headline, or early in a body: the first thing, or as far down as it stands."""
    told = [story.view.fact(member.id) for member in claim.whole]
    if any(first_told(story.view, one) for one in told):
        return LEADING, "in a headline or first sentence"
    return EARLY * max((earliness(story.view, one) for one in told), default=0.0), "early in a report"


def _disputed(_: _Story, claim: Claim, __: int) -> tuple[float, str]:
    against = any(member.bearing not in {Bearing.ASSERTS, Bearing.ASKS} for member in claim.members)
    return float(bool(claim.disputed_by) or against), "disputed, denied or not confirmed"


def _origins(_: _Story, claim: Claim, __: int) -> tuple[float, str]:
    shares = {
        Support.UNTRACED: 0.0,
        Support.ONE_ORIGIN: 0.4,
        Support.SEVERAL_ORIGINS_ONE_SIDE: 0.8,
        Support.SEVERAL_SIDES: 1.0,
    }
    return shares[claim.support], f"traced to {claim.origins_low} origin{'s' * (claim.origins_low != 1)}"


_RULES = (
    _Rule(0.4, _several_reports),
    _Rule(COUNTING, _harm),
    _Rule(0.15, _headline),
    _Rule(0.1, _disputed),
    _Rule(0.15, _origins),
)


def in_order(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield claims by rank, highest first, then by id."""
    yield from sorted(claims, key=lambda claim: (-claim.rank, claim.id))
