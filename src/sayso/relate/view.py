"""One resolved story with the look-ups that every relation needs."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from sayso.kept import Standing, Told, kept, of_report, settled
from sayso.model.grammar import Frame, Word
from sayso.model.relation import Entity, Ref, RefKind, Resolved
from sayso.model.report import EntityKind, Facts, Figure, Mention, Pair, Report, Statement

Fact = TypeVar("Fact", Statement, Figure)
Piece = TypeVar("Piece", Word, Mention, Frame)


@dataclass(frozen=True, slots=True)
class View:
    """A story's facts by id, and the figures that each statement states; every mapping runs in order of
    id, then of place in the text.
    """

    facts: Mapping[str, Facts]
    statements: Mapping[str, Statement]
    figures: Mapping[str, Figure]
    entities: Mapping[str, Entity]
    stated: Mapping[str, tuple[Figure, ...]]
    passing_on: dict[str, bool] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Of each entity that `media` was asked about, whether it only passes on."""
    outlets: dict[str, str | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Of each name that `media` was asked about, the entity that an outlet of that name is."""
    _tops: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    _names: dict[str, Hashable] = field(default_factory=dict, init=False, repr=False, compare=False)
    _reports: dict[str, Standing | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    def report(self, id: str) -> Report:  # noqa: A002 (the word used everywhere)
        """Return a report by its id."""
        return self.facts[id].report

    def told_of(self, report: str) -> dict[Any, Any]:
        """Return where to keep what is found in a report, and in what those whom it names are called, and in
        nothing else of the story; never an entity's id. Nobody may change what is kept there."""
        known = self._kept(report)
        return known.whole if known else {}

    def told_by(self, ref: Ref) -> dict[Any, Any]:
        """Return where to keep what is found in one statement or figure: in what the report says, and in what
        those are called who are named in its sentences; otherwise as `told_of`."""
        fact = self.fact(ref.id)
        known = self._kept(fact.report)
        if known is None:
            return {}
        told = known.told.get(ref.id)
        if told is None or told.mark is not known.mark:
            around = self._called_in(fact, self.statement_of(ref))
            found = told.found if told is not None and told.around == around else {}
            told = known.told[ref.id] = Told(around, known.mark, found)
        return told.found

    def _kept(self, report: str) -> Standing | None:
        """What is kept of a report, whose entities are called as they are in this story."""
        if report not in self._reports:
            facts = self.facts[report]
            parties = tuple(map(self._parties, facts.statements))
            known = kept(facts)
            self._reports[report] = (
                known.among((self._called(facts.mentions), parties)) if known is not None else None
            )
        return self._reports[report]

    def _called_in(self, fact: Statement | Figure, said: Statement | None) -> Hashable:
        """What those are called who are named in the sentences of a fact and of the statement that states it,
        and to whom that is attributed."""
        spans = [(one.start, one.end) for one in (fact, said) if one is not None]
        first, last = (end(one[at] for one in (*spans, fact.sentence)) for at, end in enumerate((min, max)))
        touched = [one for one in self.facts[fact.report].sentences if one[0] < last and first < one[1]]
        stretch = min([first, *(one[0] for one in touched)]), max([last, *(one[1] for one in touched)])
        named = self._called(self.mentions(fact.report, stretch))
        return named, self._parties(said) if said is not None else ()

    def _called(self, mentions: Iterable[Mention]) -> tuple[Hashable, ...]:
        return tuple((one.start, one.end, self._name(one.entity)) for one in mentions)

    def _parties(self, said: Statement) -> tuple[Hashable, ...]:
        """What the parties of a statement are called, in their order."""
        relays = (relay.entity for relay in said.relays)
        return tuple(tuple(map(self._name, some)) for some in (said.sources, relays, said.relies_on))

    def _name(self, id_: str) -> Hashable:
        """What an entity is called, whether by name, and whether it has other names as well."""
        if id_ not in self._names:
            one = self.entities.get(id_)
            self._names[id_] = (one.name, one.named, len(one.names) > 1) if one else None
        return self._names[id_]

    def fact(self, id: str) -> Statement | Figure:  # noqa: A002 (as in `report`)
        """Return the statement or the figure of an id."""
        return self.statements.get(id) or self.figures[id]

    def words(self, report: str, span: Pair) -> tuple[Word, ...]:
        """Return the content words that stand inside a span."""
        return tuple(_inside(self.facts[report].words, span))

    def mentions(self, report: str, span: Pair) -> tuple[Mention, ...]:
        """Return the mentions that stand inside a span."""
        return tuple(_inside(self.facts[report].mentions, span))

    def frames(self, report: str, span: Pair) -> tuple[Frame, ...]:
        """Return the frames whose verbs stand inside a span."""
        return tuple(_inside(self.facts[report].frames, span))

    def mention_at(self, report: str, offset: int) -> Mention | None:
        """Return the mention that covers a place, or None."""
        found = self.facts[report].mentions
        last = bisect_right(found, offset, key=lambda item: item.start) - 1
        return found[last] if last >= 0 and offset < found[last].end else None

    def word_at(self, report: str, offset: int) -> Word | None:
        """Return the content word that begins at a place, or None."""
        found = self.facts[report].words
        at = bisect_left(found, offset, key=lambda item: item.start)
        return found[at] if at < len(found) and found[at].start == offset else None

    def name(self, entity: str | None) -> str:
        """Return the name an entity is shown under, "someone not named" for none."""
        found = self.entities.get(entity) if entity else None
        return found.name if found else "someone not named"

    def authority(self, entity: str) -> str:
        """Return who an entity answers to, at the end of the chain: itself when it answers to nobody."""
        if entity not in self._tops:
            top, seen = entity, {entity}
            while (found := self.entities.get(top)) and found.authority and found.authority not in seen:
                top = found.authority
                seen.add(top)
            self._tops[entity] = top
        return self._tops[entity]

    def with_authorities(self, entities: Iterable[str]) -> set[str]:
        """Return entities and whom they answer to."""
        found = set(entities)
        return found | set(map(self.authority, found))

    def side(self, entity: str) -> str | None:
        """Return the side an entity or its authority is on, None when nothing shows one."""
        for id_ in (entity, self.authority(entity)):
            found = self.entities.get(id_)
            if found and found.side:
                return found.side
        return None

    def named(self, entity: str) -> bool:
        """Say whether an entity is known by name rather than by description."""
        found = self.entities.get(entity)
        return bool(found and found.named)

    def is_place(self, entity: str) -> bool:
        """Say whether an entity is a place."""
        found = self.entities.get(entity)
        return bool(found and found.kind is EntityKind.PLACE)

    def figures_of(self, statement: str) -> tuple[Figure, ...]:
        """Return the figures that a statement states; for "", those that no statement does."""
        return self.stated.get(statement, ())

    def sources(self, ref: Ref) -> tuple[str, ...]:
        """Return the ids of the entities that a statement or figure is attributed to."""
        if ref.kind is RefKind.STATEMENT:
            return self.statements[ref.id].sources
        return self.figures[ref.id].sources

    def statement_of(self, ref: Ref) -> Statement | None:
        """Return the statement that a reference means, or that states the figure it means."""
        if ref.kind is RefKind.STATEMENT:
            return self.statements[ref.id]
        return self.statements.get(self.figures[ref.id].statement or "")


@dataclass(frozen=True, slots=True)
class Viewed(Resolved):
    """A story that is indexed already, its facts settled."""

    index: View


def viewed(resolved: Resolved) -> Viewed:
    """Settle the facts of a story and index it, once for all files that relate it."""
    facts = tuple(settled(_by_place(one)) for one in resolved.facts)
    made = Resolved(resolved.story, facts, resolved.entities)
    return Viewed(made.story, made.facts, made.entities, view(made))


def view(resolved: Resolved) -> View:
    """Index one story."""
    if isinstance(resolved, Viewed):
        return resolved.index
    by_report = {
        facts.report.id: _by_place(facts) for facts in sorted(resolved.facts, key=lambda one: one.report.id)
    }
    figures = {item.id: item for facts in by_report.values() for item in in_order(facts.figures)}
    return View(
        by_report,
        {item.id: item for facts in by_report.values() for item in in_order(facts.statements)},
        figures,
        {entity.id: entity for entity in sorted(resolved.entities, key=lambda entity: entity.id)},
        _by_statement(figures.values()),
    )


def _by_statement(figures: Iterable[Figure]) -> dict[str, tuple[Figure, ...]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        found[figure.statement or ""].append(figure)
    return {statement: tuple(stated) for statement, stated in found.items()}


@of_report
def _by_place(facts: Facts) -> Facts:
    """Facts come with their mentions by id; `_inside` looks them up by place."""
    ordered = tuple(sorted(facts.mentions, key=lambda one: (one.start, one.end, one.id)))
    return facts if ordered == facts.mentions else replace(facts, mentions=ordered)


def in_order(items: Iterable[Fact]) -> list[Fact]:
    """Return facts of one report in order of their place."""
    return sorted(items, key=lambda item: (item.start, item.end, item.id))


def _inside(items: tuple[Piece, ...], span: Pair) -> Iterator[Piece]:
    first = bisect_left(items, span[0], key=lambda item: item.start)
    for item in items[first:]:
        if item.start >= span[1]:
            return
        if item.end <= span[1]:
            yield item
