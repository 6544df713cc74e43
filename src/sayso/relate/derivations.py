"""Which report draws on which, or on whom: copied text aligned sentence by sentence, and credits (DESIGN
§4.8).

Text between quotation marks that two reports share shows one utterance, not copying, and counts for nothing
here. The direction comes from, in this order: a credit of one to the other's outlet, dates, an agency credit
on one side alone, containment. When nothing settles it, the report of which less is aligned is named as the
source, and `why` says that the direction is unknown.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sayso.model.ids import content_id
from sayso.model.relation import Derivation, DerivationKind, DerivedFrom, Resolved
from sayso.model.report import Report
from sayso.relate.alignment import SAME, Match, Sentence, align, sentences
from sayso.relate.media import is_media, same_outlet
from sayso.relate.moments import before, known
from sayso.relate.paraphrases import paraphrase
from sayso.relate.view import View, view

LONG = 14
"""Words of an unquoted sentence that shows copying by itself, when its wording is the same; else two are
needed.
"""

NEAR = 0.85
"""Likeness of an unquoted sentence that shows copying together with a shared quotation."""

EXCERPT_SHARE = 0.2
"""Up to this share of its sentences, a report that takes text over is an excerpt of the other, no copy."""


@dataclass(frozen=True, slots=True)
class _Copy:
    report: str
    source: str
    why: str
    share: float
    matches: tuple[Match, ...]


def relate(resolved: Resolved) -> tuple[Derivation, ...]:
    """Return the derivations of a story, by id: copies between its reports and credits to agencies and
    outlets.
    """
    story = view(resolved)
    groups = {id_: sentences(facts) for id_, facts in story.facts.items()}
    pairs = align(list(groups.values()))
    copies = [
        _copy(story, groups, pair, matches) for pair, matches in pairs.items() if _shows_copying(matches)
    ]
    told_again = _told_again(story, groups, {frozenset((one.report, one.source)) for one in copies})
    found = [*map(_derivation, _nearest(copies)), *told_again, *_credits(story)]
    return tuple(sorted({one.id: one for one in found}.values(), key=lambda one: one.id))


def _shows_copying(matches: Sequence[Match]) -> bool:
    own = [match for match in matches if not (match.a.quoted or match.b.quoted)]
    near = any(match.score >= NEAR for match in own) and len(matches) > 1
    return len(own) > 1 or near or any(match.score >= SAME and len(match.a.words) >= LONG for match in own)


def _copy(
    story: View, groups: dict[str, list[Sentence]], pair: tuple[str, str], matches: Sequence[Match]
) -> _Copy:
    shares = {id_: len(matches) / len(groups[id_]) for id_ in pair}
    source, why = _direction(story.report(pair[0]), story.report(pair[1]), shares)
    report = pair[1] if source == pair[0] else pair[0]
    return _Copy(report, source, why, round(shares[report], 4), tuple(matches))


def _told_again(
    story: View, groups: dict[str, list[Sentence]], copied: set[frozenset[str]]
) -> Iterable[Derivation]:
    for a, b in combinations(sorted(story.facts), 2):
        matches = () if frozenset((a, b)) in copied else paraphrase(story.facts[a], story.facts[b])
        if matches:
            copy = _copy(story, groups, (a, b), matches)
            alike = f"{len(matches)} sentences with the same names and numbers in one order"
            why = f"{alike}, in other words; {copy.why}"
            yield replace(_derivation(copy), kind=DerivationKind.PARAPHRASE, why=why)


def _direction(a: Report, b: Report, shares: dict[str, float]) -> tuple[str, str]:
    """Return the id of the source of two reports that share text, and why."""
    for one, other in ((a, b), (b, a)):
        if other.outlet and any(same_outlet(agency, other.outlet) for agency in one.agencies):
            return other.id, f"it credits {other.outlet}"
    for one, other in ((a, b), (b, a)):
        if before(known(one), known(other)):
            return one.id, f"the other came out earlier ({_day(one)})"
    for one, other in ((a, b), (b, a)):
        if (
            one.agencies
            and other.outlet
            and (one.outlet is None or any(same_outlet(one.outlet, name) for name in one.agencies))
        ):
            return one.id, f"the other is {one.agencies[0]}'s own copy"
    for one, other in ((a, b), (b, a)):
        if one.agencies and not other.agencies:
            return one.id, f"the other is credited to {one.agencies[0]}"
    low, high = sorted((a, b), key=lambda report: (shares[report.id], report.id))
    if shares[high.id] >= 0.8 > shares[low.id]:
        return low.id, "nearly all of it stands in the other, direction otherwise unknown"
    return low.id, "direction unknown"


def _day(report: Report) -> str:
    moment = known(report)
    return (moment.to or moment.from_ or "") if moment else ""


def _nearest(copies: Iterable[_Copy]) -> list[_Copy]:
    """For each report, keep the sources that add an aligned sentence to those of nearer sources."""
    kept: list[_Copy] = []
    seen: dict[str, set[object]] = {}
    order = sorted(copies, key=lambda copy: (-len(copy.matches), -_mean(copy), copy.report, copy.source))
    for copy in order:
        spans: set[object] = {match.aligned(copy.report).a for match in copy.matches}
        if not spans <= seen.setdefault(copy.report, set()):
            seen[copy.report] |= spans
            kept.append(copy)
    return kept


def _mean(copy: _Copy) -> float:
    return sum(match.score for match in copy.matches) / len(copy.matches)


def _kind(copy: _Copy) -> DerivationKind:
    if _mean(copy) < SAME:
        return DerivationKind.EDITED_COPY
    return DerivationKind.EXCERPT if copy.share <= EXCERPT_SHARE else DerivationKind.COPIED


def _derivation(copy: _Copy) -> Derivation:
    count = len(copy.matches)
    why = f"{count} sentence{'s' * (count != 1)} alike, likeness {_mean(copy):.2f}; {copy.why}"
    evidence = tuple(
        sorted((match.aligned(copy.report) for match in copy.matches), key=lambda one: (one.a, one.b))
    )
    id_ = content_id("derivation", copy.report, copy.source, "copy")
    return Derivation(
        id_, copy.report, DerivedFrom(report=copy.source), _kind(copy), copy.share, why, evidence
    )


def _credits(story: View) -> Iterable[Derivation]:
    for id_, facts in story.facts.items():
        for name in facts.report.agencies:
            entity = next(
                (one.id for one in story.entities.values() if any(same_outlet(name, n) for n in one.names)),
                None,
            )
            if entity:
                yield _credit(id_, DerivedFrom(entity=entity), f"credited to {name}")
        relays = {relay.entity for one in facts.statements for relay in one.relays}
        media = {
            source
            for one in facts.statements
            for source in one.sources
            if story.named(source) and is_media(story, source)
        }
        for passed_on in sorted({one for one in relays if is_media(story, one)} | media):
            yield from _relayed(story, facts.report, passed_on)


def _relayed(story: View, report: Report, relay: str) -> Iterable[Derivation]:
    """What an agency or outlet passed on: from its report, when the story has one such that came out before,
    else from the entity. A report is never credited to its own outlet or agency this way.
    """
    names = story.entities[relay].names if relay in story.entities else ()
    own = [name for name in (report.outlet, *report.agencies) if name]
    if any(same_outlet(one, name) for one in own for name in names):
        return
    passed = f"passes on what {story.name(relay)} reported"
    reports = [facts.report for facts in story.facts.values() if facts.report.id != report.id]
    theirs = [
        one
        for one in reports
        if one.outlet
        and any(same_outlet(one.outlet, name) for name in names)
        and not before(known(report), known(one))
    ]
    if len(theirs) == 1:
        yield _credit(report.id, DerivedFrom(report=theirs[0].id), passed)
    else:
        yield _credit(report.id, DerivedFrom(entity=relay), passed)


def _credit(report: str, source: DerivedFrom, why: str) -> Derivation:
    id_ = content_id("derivation", report, source.report or source.entity, "credit")
    return Derivation(id_, report, source, DerivationKind.CREDITED, 0.0, why, ())
