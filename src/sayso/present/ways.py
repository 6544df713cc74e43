"""The ways that claims took: each fact from its origin through what is not among these articles, relays and
agencies to its article, by way of the one that it was copied from.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model.relation import Certainty, Claim, Derivation, DerivationKind, Lead, Origin
from sayso.model.report import Statement
from sayso.present import copied
from sayso.present.index import Fact, Index
from sayso.present.views.origins import Kind

Key = tuple[str, ...]
"""The kind of a node and what it stands for: an id, for a lead its place."""


@dataclass(slots=True)
class Ways:
    """For each chain of nodes, shown or only possible, the claims that took it; for each origin its claims
    and its side; and the origins that are shown for one.
    """

    chains: dict[tuple[tuple[Key, ...], bool], set[str]] = field(default_factory=dict)
    claims: dict[str, set[str]] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)
    sides: dict[str, str | None] = field(default_factory=dict)
    _after: dict[Key, set[Key]] = field(default_factory=dict)

    def by_origin(self) -> dict[str, list[tuple[Key, ...]]]:
        """Return the chains that begin at an origin, by the origin's id."""
        begun: dict[str, list[tuple[Key, ...]]] = {}
        for chain, _ in self.chains:
            if chain[0][0] == Kind.ORIGIN:
                begun.setdefault(chain[0][1], []).append(chain)
        return begun


def gather(index: Index, claims: Iterable[Claim]) -> Ways:
    """Return the ways of claims that are traced to somebody."""
    found = Ways()
    for claim in claims:
        for origin in claim.origins:
            key = origin.entity or origin.authority
            if not key or origin.certainty is Certainty.UNKNOWN:
                continue
            facts = [fact for ref in origin.members if (fact := index.find(ref))]
            for fact in facts:
                chain = _chain(index, found, origin, fact)
                shown = origin.certainty is Certainty.SHOWN
                found.chains.setdefault((chain, shown), set()).add(claim.id)
                found.claims.setdefault(key, set()).add(claim.id)
                found.shown |= {key} if shown else set()
                found.sides.setdefault(key, origin.side)
    return found


def _chain(index: Index, found: Ways, origin: Origin, fact: Fact) -> tuple[Key, ...]:
    """Return the way of a fact from its origin to its article, as keys of nodes."""
    entity = origin.entity or origin.authority or ""
    stated = fact if isinstance(fact, Statement) else index.facts.get(fact.statement or "")
    vias: list[str] = []
    start: list[Key] = [(Kind.ORIGIN, entity)]
    if isinstance(stated, Statement):
        start += _lead(index, origin, index.leads_of.get(stated.id, ()))
        vias += stated.sources[:1] if entity in stated.relies_on else ()
        vias += (relay.entity for relay in stated.relays)
    reports = copied.chain(index, fact)
    if not (isinstance(stated, Statement) and stated.own_reporting):
        vias += filter(None, (index.agency_of.get(reports[0]),))
    names = tuple(dict.fromkeys(via for via in vias if via in index.entities and via != entity))
    return (*start, *_without_circles(found, names), *((Kind.REPORT, key) for key in reports))


def _lead(index: Index, origin: Origin, leads: Iterable[int]) -> Iterator[Key]:
    """Yield the post or briefing that a statement comes from, where the articles name one of the origin's."""
    whose = {origin.entity, origin.authority} - {None}
    for place in leads:
        lead: Lead = index.dossier.leads[place]
        if lead.entity in whose or set(_authorities(index, lead.entity)) & whose:
            yield Kind.LEAD, str(place)
            return


def _authorities(index: Index, entity: str | None) -> Iterator[str]:
    yield from (one.id for one in index.answerable(entity or ""))


def _credits_of(index: Index, report: str) -> Iterator[Derivation]:
    for item in index.derivations_of.get(report, ()):
        if item.kind is DerivationKind.CREDITED and item.from_.entity in index.entities:
            yield item


def _without_circles(found: Ways, names: Sequence[str]) -> Iterator[Key]:
    """Yield a key for each relay; one that stands before itself by another way gets a node of its own."""
    before: Key | None = None
    for name in names:
        key: Key = (Kind.RELAY, name)
        while before is not None and _leads_to(found._after, key, before):
            key = (*key, "again")
        if before is not None:
            found._after.setdefault(before, set()).add(key)
        yield key
        before = key


def _leads_to(after: Mapping[Key, set[Key]], start: Key, end: Key) -> bool:
    seen, left = {start}, [start]
    while left:
        here = left.pop()
        if here == end:
            return True
        fresh = after.get(here, set()) - seen
        seen |= fresh
        left += fresh
    return False


def add_credits(index: Index, found: Ways) -> None:
    """Add the credits and copies by which no claim was seen to come, and articles that no way leads to."""
    seen = {(key[:2], chain[-1]) for chain, _ in found.chains for key in chain[:-1]}
    reached = {chain[-1] for chain, _ in found.chains}
    for report in index.reports:
        for item in _credits_of(index, report):
            step: tuple[Key, Key] = ((Kind.RELAY, str(item.from_.entity)), (Kind.REPORT, report))
            if step not in seen:
                found.chains.setdefault((step, True), set())
                reached.add(step[-1])
        for item in index.derivations_of.get(report, ()):
            pair: tuple[Key, Key] = ((Kind.REPORT, str(item.from_.report)), (Kind.REPORT, report))
            if copied.directed(item) and item.from_.report in index.reports and pair not in seen:
                found.chains.setdefault((pair, True), set())
                reached.add(pair[-1])
        if (Kind.REPORT, report) not in reached:
            found.chains[((Kind.REPORT, report),), True] = set()
