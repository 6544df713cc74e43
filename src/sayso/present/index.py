"""A dossier with its lists by id, and the few questions that every view asks of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from sayso.model.decision import Decision, Standing, What
from sayso.model.dossier import Dossier
from sayso.model.relation import (
    Bearing,
    Claim,
    Conflict,
    Derivation,
    DerivationKind,
    Entity,
    Lead,
    Origin,
    Ref,
    RefKind,
    Utterance,
)
from sayso.model.report import Figure, Moment, Precision, Report, Statement, StatementKind
from sayso.present import words
from sayso.present.called import Called

Fact = Statement | Figure
Thing = Fact | Claim | Conflict | Derivation | Entity | Decision

UNNAMED_ARTICLE = "an article"

NOT_TRACED = "Not traced"
"""What stands for an origin that is nobody known."""

PAGE_LANGUAGE = "en"
"""The language of the page's own words."""

OTHERS = 6
"""The colour number that all sides share from the sixth on; more colours could not be told apart."""


@dataclass(frozen=True)
class Index:
    """Look-ups over one dossier; made once for a page. Ids that lead nowhere give None, never an error.

    `whole` says that all of it stands on one page.
    """

    dossier: Dossier
    whole: bool = False

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Reports by id."""
        return {report.id: report for report in self.dossier.reports}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.dossier.entities}

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Statements and figures by id; their ids never meet (each is a hash that begins with its room)."""
        facts: tuple[Fact, ...] = (*self.dossier.statements, *self.dossier.figures)
        return {fact.id: fact for fact in facts}

    @cached_property
    def facts_of(self) -> dict[str, tuple[Fact, ...]]:
        """The facts of each article, by the article's id."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts.values():
            found.setdefault(fact.report, []).append(fact)
        return {report: tuple(facts) for report, facts in found.items()}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.dossier.claims}

    @cached_property
    def things(self) -> dict[str, Thing]:
        """Everything that can be decided on, by id: facts, claims, conflicts, derivations, entities, and
        earlier decisions."""
        dossier = self.dossier
        found: tuple[Thing, ...] = (*self.facts.values(), *dossier.claims, *dossier.entities)
        found = (*found, *dossier.conflicts, *dossier.derivations, *dossier.decisions)
        return {one.id: one for one in found}

    @cached_property
    def claims_of(self) -> dict[str, tuple[Claim, ...]]:
        """The claims that a fact belongs to with all that it says, by the fact's id."""
        found: dict[str, tuple[Claim, ...]] = {}
        for claim in self.dossier.claims:
            for member in claim.whole:
                found[member.id] = (*found.get(member.id, ()), claim)
        return found

    @cached_property
    def asserted(self) -> frozenset[tuple[str, str]]:
        """The pairs of a claim and a fact that asserts it, by their ids."""
        return frozenset(
            (claim.id, member.id)
            for claim in self.dossier.claims
            for member in claim.members
            if member.bearing is Bearing.ASSERTS
        )

    @cached_property
    def conflicts_of(self) -> dict[str, tuple[Conflict, ...]]:
        """The conflicts that a fact is part of, by the fact's id."""
        found: dict[str, tuple[Conflict, ...]] = {}
        for conflict in self.dossier.conflicts:
            for ref in (conflict.a, conflict.b):
                found[ref.id] = (*found.get(ref.id, ()), conflict)
        return found

    @cached_property
    def derivations_of(self) -> dict[str, tuple[Derivation, ...]]:
        """What an article draws on, by the article's id."""
        found: dict[str, tuple[Derivation, ...]] = {}
        for item in self.dossier.derivations:
            found[item.report] = (*found.get(item.report, ()), item)
        return found

    @cached_property
    def agency_of(self) -> dict[str, str]:
        """The agency whose copy an article carries, by the article's id; none where it credits several."""
        found = {}
        for report in self.dossier.reports:
            called = {name.casefold() for name in report.agencies}
            agencies = [
                item.from_.entity
                for item in self.derivations_of.get(report.id, ())
                if item.kind is DerivationKind.CREDITED
                and (known := self.entities.get(item.from_.entity or ""))
                and called & {name.casefold() for name in known.names}
            ]
            if len(agencies) == 1 and agencies[0]:
                found[report.id] = agencies[0]
        return found

    @cached_property
    def leads_of(self) -> dict[str, tuple[int, ...]]:
        """The places of the leads that a statement names, by the statement's id."""
        found: dict[str, tuple[int, ...]] = {}
        for place, lead in enumerate(self.dossier.leads):
            for ref in lead.named_by:
                if ref.kind is RefKind.STATEMENT:
                    found[ref.id] = (*found.get(ref.id, ()), place)
        return found

    @cached_property
    def utterances_of(self) -> dict[str, tuple[Utterance, ...]]:
        """The utterances told in several ways within a claim, by the claim's id."""
        found: dict[str, tuple[Utterance, ...]] = {}
        for one in self.dossier.renderings:
            found[one.claim] = (*found.get(one.claim, ()), one)
        return found

    @cached_property
    def decided(self) -> dict[str, tuple[Decision, ...]]:
        """What reviewers decided and what holds, in order of time, by the ids of what it is about."""
        found: dict[str, tuple[Decision, ...]] = {}
        for one in self.dossier.decisions:
            if one.standing is Standing.HOLDS and one.what is not What.UNDO:
                for thing in dict.fromkeys(ref.id for ref in (one.about, one.with_) if ref):
                    found[thing] = (*found.get(thing, ()), one)
        return found

    @cached_property
    def ranked(self) -> tuple[Claim, ...]:
        """Claims, the weightiest first."""
        return tuple(sorted(self.dossier.claims, key=lambda claim: (-claim.rank, claim.id)))

    @cached_property
    def places(self) -> dict[str, int]:
        """The places of claims in their order of rank, by id."""
        return {claim.id: place for place, claim in enumerate(self.ranked)}

    @cached_property
    def sides(self) -> dict[str, int]:
        """A small number for each side, 1 for the one that speaks most; what colours go by."""
        spoken: dict[str, int] = {}
        for fact in self.facts.values():
            for side in {self.side(entity) for entity in fact.sources} - {None}:
                spoken[str(side)] = spoken.get(str(side), 0) + 1
        return {side: n for n, side in enumerate(sorted(spoken, key=lambda key: (-spoken[key], key)), 1)}

    def first_with(self, claim: Claim) -> Claim:
        """Return the weightiest claim that has the wording of this one."""
        return self._by_text[claim.text]

    @cached_property
    def _by_text(self) -> dict[str, Claim]:
        return {claim.text: claim for claim in reversed(self.ranked)}

    def name(self, entity: str | None) -> str:
        """Return an entity's name; empty when there is none."""
        known = self.entities.get(entity or "")
        return words.isolated(known.name) if known else ""

    def names(self, entities: tuple[str, ...]) -> str:
        """Return the names of entities as a list in prose."""
        return words.joined(filter(None, map(self.name, entities)))

    def side(self, entity: str | None) -> str | None:
        """Return the side of an entity: its own, or the one of whoever it answers to."""
        known = self.entities.get(entity or "")
        if known is None or known.side:
            return known.side if known else None
        authority = self.entities.get(known.authority or "")
        return authority.side or authority.id if authority else None

    @cached_property
    def parties(self) -> tuple[Entity, ...]:
        """Who speaks, passes on or is relied on, and whom they answer to; who speaks most comes first."""
        spoken = Counter(key for fact in self.facts.values() for key in fact.sources)
        others = {key for one in self.dossier.statements for key in _named_beside(one)}
        for claim in self.dossier.claims:
            others |= {key for origin in claim.origins for key in (origin.entity, origin.authority) if key}
        others |= {key for one in (*spoken, *others) for key in self._above(one)}
        known = [self.entities[key] for key in {*spoken, *others} if key in self.entities]
        return tuple(sorted(known, key=lambda one: (-spoken[one.id], one.name, one.id)))

    def _above(self, entity: str) -> tuple[str, ...]:
        known = self.entities.get(entity)
        return tuple(key for key in (known.authority, self.side(entity)) if key) if known else ()

    @cached_property
    def _with_party(self) -> frozenset[str]:
        return frozenset(entity.id for entity in self.parties)

    def party_href(self, entity: str | None) -> str | None:
        """Return where the page tells of a party; None for one that it does not tell of."""
        return f"#p-{entity}" if entity in self._with_party else None

    def party(self, fact: Fact) -> str | None:
        """Return where the page tells of the one party that states a fact; None for several or nobody."""
        sources = self.sources(fact)
        return self.party_href(sources[0]) if len(sources) == 1 else None

    def language(self, report: str) -> str | None:
        """Return the language of an article, None where it is that of the page."""
        known = self.reports.get(report)
        return known.language if known and known.language != PAGE_LANGUAGE else None

    def answerable(self, entity: str) -> tuple[Entity, ...]:
        """Return an entity and whoever it answers to, as far as they are known."""
        known = self.entities.get(entity)
        authority = self.entities.get(known.authority or "") if known else None
        return tuple(one for one in (known, authority) if one)

    def colour(self, fact: Fact) -> int:
        """Return the colour number of the side that states a fact: 1 to OTHERS, 0 for nobody's."""
        sides = {self.side(entity) for entity in self.sources(fact)} - {None}
        return min(self.sides.get(str(next(iter(sides))), 0), OTHERS) if len(sides) == 1 else 0

    def outlet(self, report: str) -> str:
        """Return what to call an article: its outlet, else the host of its URL, else its name in short."""
        return self.called.get(report) or UNNAMED_ARTICLE

    @cached_property
    def called(self) -> Called:
        """What its articles are called."""
        return Called(self.dossier.reports)

    def spoken(self, text: str) -> str:
        """Return a sentence of sayso's own as people write it: days in words, articles as they are called."""
        return self.called.spoken(text)

    def dated(self, report: str) -> str:
        """Return when an article was published in words, or where others put it, or that it has no date."""
        known = self.reports.get(report)
        if known is None or (known.published is None and known.placed is None):
            return words.NO_DATE
        if known.published is None and known.placed is not None:
            return f"{words.NO_DATE}, placed {words.placed(known.placed)}"
        return words.moment(known.published)

    def sources(self, fact: Fact) -> tuple[str, ...]:
        """Return the entities that state a fact; a figure without its own has its statement's."""
        if isinstance(fact, Figure) and not fact.sources and fact.statement in self.facts:
            return self.facts[fact.statement].sources
        return fact.sources

    def speaker(self, fact: Fact) -> str:
        """Return who states a fact: its sources, else the outlet that tells it in its own words."""
        sources = self.sources(fact)
        if named := self.names(sources):
            return self._begin(sources[0], named)
        stated = self.stated(fact)
        if stated is not None and stated.source is not None:
            return words.clip(stated.source.text, 60)
        return (
            f"{self.outlet(fact.report)}, {'naming no source' if self.hearsay(fact) else 'in its own words'}"
        )

    def unsourced(self, fact: Fact) -> bool:
        """Return whether nobody but the outlet stands for a fact."""
        stated = self.stated(fact)
        return not self.names(self.sources(fact)) and (stated is None or stated.source is None)

    def stated(self, fact: Fact) -> Statement | None:
        """Return the statement that a fact is, or that states the figure it is; None for other figures."""
        stated = self.facts.get(fact.statement or "") if isinstance(fact, Figure) else fact
        return stated if isinstance(stated, Statement) else None

    def hearsay(self, fact: Fact) -> bool:
        """Return whether a fact is told as said by somebody, and by nobody in particular."""
        stated = self.stated(fact)
        return stated is not None and stated.kind is not StatementKind.NARRATED and stated.source is None

    def narrated(self, fact: Fact) -> bool:
        """Return whether a fact is told by the outlet itself."""
        return isinstance(fact, Statement) and fact.kind is StatementKind.NARRATED

    def date(self, value: Moment | None) -> str:
        """Return a moment in words, without its year when the story lies in that year; empty for none."""
        if value is None or not (value.from_ or value.to):
            return ""
        own = {end[:4] for end in (value.from_, value.to) if end}
        return words.moment(value, years=not own <= self._years)

    def day(self, value: Moment | None) -> str:
        """Return a moment in words without its time of day; see `date`."""
        timed = value is not None and value.precision is Precision.MINUTE
        return self.date(replace(value, precision=Precision.DAY) if value and timed else value)

    @cached_property
    def _years(self) -> frozenset[str]:
        """The years in which articles were published; where none has a date, those of the story."""
        published = [report.published for report in self.dossier.reports]
        known = list(filter(None, published)) or list(filter(None, [self.dossier.span]))
        ends = [end for one in known for end in (one.from_, one.to)]
        return frozenset(end[:4] for end in ends if end)

    def origin_name(self, origin: Origin) -> str:
        """Return what to call an origin; an origin that is nobody known is `not traced`."""
        named = self.within_line(origin)
        return named if named == NOT_TRACED else self._begin(origin.entity, named)

    def within_line(self, origin: Origin) -> str:
        """Return what to call an origin within a line: a description stays small ("a clerk")."""
        return self.name(origin.entity) or self.name(origin.authority) or NOT_TRACED

    def _begin(self, entity: str | None, named: str) -> str:
        """Return names fit to begin a line: a description ("a clerk") gets a large first letter."""
        first = self.entities.get(entity or "")
        return words.capital(named) if first and not first.named else named

    def lead(self, lead: Lead) -> str:
        """Return what to fetch, with whose it is where the words do not say so."""
        whose = self.name(lead.entity)
        known = not whose or whose.casefold() in lead.what.casefold()
        return words.capital(lead.what if known else f"{words.clip(whose, 60)}: {lead.what}")

    def said(self, fact: Fact) -> Moment | None:
        """Return when a fact was said or holds: its own date only, never its article's."""
        if isinstance(fact, Figure):
            return fact.as_of or fact.during
        return fact.said or fact.event

    def sentence(self, fact: Fact) -> str:
        """Return the sentence that carries a fact."""
        report = self.reports.get(fact.report)
        return report.text[slice(*fact.sentence)] if report else fact.text

    def member_facts(self, claim: Claim) -> tuple[Fact, ...]:
        """Return the facts of a claim that the dossier holds."""
        return tuple(self.facts[member.id] for member in claim.members if member.id in self.facts)

    def pair(self, conflict: Conflict) -> tuple[Fact, Fact] | None:
        """Return the two facts of a conflict; None when the dossier lacks either."""
        left, right = self.find(conflict.a), self.find(conflict.b)
        return (left, right) if left and right else None

    def anchor(self, ref: Ref) -> str | None:
        """Return the place on the page of what a reference points at; None where it has none there."""
        if ref.id in self.facts:
            return f"#{fact_anchor(ref.id)}"
        if ref.id in self.claims:
            return f"#c-{ref.id}"
        conflict = any(one.id == ref.id and self.pair(one) for one in self.dossier.conflicts)
        return f"#x-{ref.id}" if conflict else self.party_href(ref.id)

    def find(self, ref: Ref) -> Fact | None:
        """Return the fact that a reference points at; for a claim, the fact that its text comes from."""
        if ref.kind is RefKind.CLAIM:
            claim = self.claims.get(ref.id)
            return self.facts.get(claim.text_from.id) if claim else None
        return self.facts.get(ref.id)


def _named_beside(statement: Statement) -> Iterator[str]:
    yield from (relay.entity for relay in statement.relays if relay.entity)
    yield from statement.relies_on


def fact_anchor(fact: str) -> str:
    """Return the anchor of a fact's place in its article."""
    return f"at-{fact}"
