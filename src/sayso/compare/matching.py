"""What of the earlier dossier is what of the later one: reports, facts, entities and claims.

Ids of claims, tracks and entities are hashes of their smallest member and may change when a report comes; so
they are matched by the facts and mentions that they share.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sayso.compare import documents, revisions
from sayso.compare.documents import Documents
from sayso.compare.revisions import Revised
from sayso.compare.touches import Fact
from sayso.model.dossier import Dossier
from sayso.model.relation import Claim, Entity, Ref, RefKind, Track
from sayso.model.report import Figure, Report

COPIED = 0.5
"""Share of an article's sentences that stand in another from which it is a copy for the most part."""


@dataclass(frozen=True)
class Side:
    """One of the two dossiers with its lists by id; ids that lead nowhere give nothing, never an error."""

    dossier: Dossier

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Reports by id."""
        return {one.id: one for one in self.dossier.reports}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {one.id: one for one in self.dossier.entities}

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Statements and figures by id."""
        found: dict[str, Fact] = {one.id: one for one in self.dossier.statements}
        return found | {one.id: one for one in self.dossier.figures}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {one.id: one for one in self.dossier.claims}

    @cached_property
    def claims_of(self) -> dict[str, list[Claim]]:
        """The claims that a fact belongs to with all that it says, by the fact's id."""
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.dossier.claims:
            for member in claim.whole:
                found[member.id].append(claim)
        return found

    @cached_property
    def track_of(self) -> dict[str, Track]:
        """The track that a figure belongs to, by the figure's id."""
        return {id_: track for track in self.dossier.tracks for id_ in track.figures}

    def fact(self, ref: Ref) -> Fact | None:
        """Return the fact that a reference means; of a claim, the one that its text is from."""
        if ref.kind is RefKind.CLAIM:
            claim = self.claims.get(ref.id)
            return self.facts.get(claim.text_from.id) if claim else None
        return self.facts.get(ref.id)

    def parties(self, fact: Fact) -> frozenset[str]:
        """Return whom a fact is from, each by the authority it answers to; a figure without a source of its
        own has its statement's."""
        sources = fact.sources
        if isinstance(fact, Figure) and not sources and fact.statement in self.facts:
            sources = self.facts[fact.statement].sources
        return frozenset(map(self.authority, sources))

    def day(self, report: str) -> str:
        """Return the last day on which an article can have come out, by its own date; empty without one."""
        found = self.reports.get(report)
        moment = found.published if found else None
        return ((moment.to or moment.from_ or "") if moment else "")[:10]

    def authority(self, entity: str) -> str:
        """Return whom an entity answers to, or itself."""
        known = self.entities.get(entity)
        return (known.authority if known else None) or entity


@dataclass(frozen=True)
class Matched:
    """Two dossiers of one story, and what in them is the same.

    `same` leads from each earlier fact that still stands to its later one, `fresh` are the later facts that
    no earlier article told, `gone` the earlier ones that no article tells any more. A fact read otherwise
    from an article that did not change is none of these.
    """

    before: Side
    after: Side
    documents: Documents
    revised: dict[str, Revised]
    same: dict[str, str]
    fresh: frozenset[str]
    gone: frozenset[str]

    @cached_property
    def was(self) -> dict[str, str]:
        """From later facts to their earlier ones."""
        return {later: earlier for earlier, later in sorted(self.same.items(), reverse=True)}

    @cached_property
    def entities(self) -> dict[str, str]:
        """From earlier entities to later ones: those of most common mentions, else those of one name and
        kind."""
        return _entities(self.before.dossier, self.after.dossier)

    @cached_property
    def forebears(self) -> dict[str, tuple[Claim, ...]]:
        """The earlier claims of each later claim, by its id: those with a fact in common, most first."""
        return {one.id: self._overlapping(one, self.was, self.before) for one in self.after.dossier.claims}

    @cached_property
    def heirs(self) -> dict[str, tuple[Claim, ...]]:
        """The later claims of each earlier claim, by its id: those with a fact in common, most first."""
        return {one.id: self._overlapping(one, self.same, self.after) for one in self.before.dossier.claims}

    def _overlapping(self, claim: Claim, across: dict[str, str], side: Side) -> tuple[Claim, ...]:
        shared = Counter(
            other.id for member in claim.whole for other in side.claims_of.get(across.get(member.id, ""), ())
        )
        return tuple(side.claims[id_] for id_ in sorted(shared, key=lambda id_: (-shared[id_], id_)))

    @cached_property
    def tracks(self) -> dict[str, str]:
        """From earlier tracks to the later one that holds most of their figures."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for track in self.before.dossier.tracks:
            for id_ in track.figures:
                if later := self.after.track_of.get(self.same.get(id_, "")):
                    votes[track.id][later.id] += 1
        return {id_: min(found, key=lambda one: (-found[one], one)) for id_, found in votes.items()}

    @cached_property
    def own(self) -> frozenset[str]:
        """The later facts that are new and no copies: those of new articles that mostly repeat one that was
        there tell nothing that could put it in doubt."""
        known = self.after.reports.keys() - set(self.documents.new)
        copies = {
            one.report
            for one in self.after.dossier.derivations
            if one.share >= COPIED and one.from_.report in known
        }
        facts = self.after.facts
        return frozenset(id_ for id_ in self.fresh if id_ in facts and facts[id_].report not in copies)

    @cached_property
    def told(self) -> frozenset[str]:
        """Later facts that the change of their own article tells."""
        touches = (touch for one in self.revised.values() for touch in one.revision.touches)
        return frozenset(touch.after.id for touch in touches if touch.after)

    @cached_property
    def taken(self) -> frozenset[str]:
        """Earlier facts that the change of their own article tells."""
        touches = (touch for one in self.revised.values() for touch in one.revision.touches)
        return frozenset(touch.before.id for touch in touches if touch.before)

    def one_party(self, earlier: Iterable[str], later: Iterable[str]) -> bool:
        """Say whether an earlier and a later authority of these are one."""
        there = set(later)
        return any(self.entities.get(one, one) in there for one in earlier)

    def reports(self, facts: Iterable[str]) -> tuple[str, ...]:
        """Return the reports of these later facts, in order of id."""
        return tuple(sorted({self.after.facts[id_].report for id_ in facts if id_ in self.after.facts}))


def match(before: Dossier, after: Dossier) -> Matched:
    """Return what of two dossiers is the same."""
    found = documents.compare(before, after)
    pairs = found.edited | found.moved
    here = documents.documents(before, pairs.values())
    there = documents.documents(after, pairs)
    revised = {
        later: revisions.compare(here[earlier], there[later])
        for later, earlier in sorted(pairs.items())
        if earlier in here and later in there
    }
    return Matched(
        Side(before),
        Side(after),
        found,
        {id_: one for id_, one in revised.items() if id_ in found.edited},
        _unchanged(before, after) | {a: b for one in revised.values() for a, b in one.touched.same.items()},
        _of_reports(after, found.new) | {id_ for one in revised.values() for id_ in one.touched.fresh},
        _of_reports(before, found.gone) | {id_ for one in revised.values() for id_ in one.touched.gone},
    )


def _unchanged(before: Dossier, after: Dossier) -> dict[str, str]:
    later = {one.id for one in after.statements} | {one.id for one in after.figures}
    earlier = [one.id for one in before.statements] + [one.id for one in before.figures]
    return {id_: id_ for id_ in earlier if id_ in later}


def _of_reports(dossier: Dossier, reports: Iterable[str]) -> frozenset[str]:
    ids = set(reports)
    return frozenset(one.id for one in dossier.statements if one.report in ids) | frozenset(
        one.id for one in dossier.figures if one.report in ids
    )


def _entities(before: Dossier, after: Dossier) -> dict[str, str]:
    later = {one.id: one.entity for one in after.mentions}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in before.mentions:
        if mention.id in later:
            votes[mention.entity][later[mention.id]] += 1
    names = {(one.name.casefold(), one.kind): one.id for one in reversed(after.entities)}
    found = {}
    for one in before.entities:
        voted = sorted(votes[one.id].items(), key=lambda item: (-item[1], item[0]))
        twin = voted[0][0] if voted else names.get((one.name.casefold(), one.kind))
        if twin:
            found[one.id] = twin
    return found
