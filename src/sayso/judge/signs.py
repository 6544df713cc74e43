"""By what the things of a dossier are known again: the words of their reports."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from sayso.judge.matching import Fact, nth
from sayso.judge.values import value
from sayso.model.decision import Setting, Sign
from sayso.model.dossier import Dossier
from sayso.model.relation import Claim, Conflict, Derivation, Entity, Ref, RefKind
from sayso.model.report import Figure, Report, Statement

MEMBERS = 24
"""Facts by which a claim is known again: it is enough that one of them is left."""

PLACES = 3
"""Articles by which the story of an entity is known again."""


@dataclass(frozen=True)
class Signs:
    """The signs of what a dossier holds."""

    dossier: Dossier

    @cached_property
    def _reports(self) -> dict[str, Report]:
        return {one.id: one for one in self.dossier.reports}

    @cached_property
    def _facts(self) -> dict[str, Fact]:
        """Facts by id, as sayso read them: what reviewers corrected since is no sign."""
        read: dict[str, dict[str, str | None]] = {}
        for one in self.dossier.decisions:
            if one.about.kind is RefKind.FIGURE:
                read.setdefault(one.about.id, {}).update({was.field: was.value for was in one.was})
        figures = (_as_read(one, read.get(one.id, {})) for one in self.dossier.figures)
        facts: tuple[Fact, ...] = (*self.dossier.statements, *figures)
        return {one.id: one for one in facts}

    @cached_property
    def _told(self) -> dict[str, list[Fact]]:
        told: dict[str, list[Fact]] = {}
        for one in self._facts.values():
            if not getattr(one, "derived_from", ()):
                told.setdefault(one.report, []).append(one)
        return told

    def of(self, thing: object, name: str | None = None) -> tuple[Sign, ...]:
        """Return the signs of a fact, claim, conflict, derivation, report or entity; `name` is the one of an
        entity's names that is meant."""
        match thing:
            case Statement() | Figure():
                return tuple(self._of_fact(thing))
            case Claim():
                return tuple(self._of_claim(thing))
            case Conflict():
                return (Sign(RefKind.CONFLICT, thing.id, str(thing.type)), *self._of_refs((thing.a, thing.b)))
            case Derivation():
                return tuple(self._of_derivation(thing))
            case Entity():
                return tuple(self._of_entity(thing, name or thing.name))
            case Report():
                return (self._of_report(thing),)
            case _:
                return ()

    def _of_fact(self, fact: Fact) -> Iterator[Sign]:
        """A fact's own sign; a sum is known by its parts."""
        yield self._fact(fact)
        if isinstance(fact, Figure):
            yield from (self._fact(self._facts[one]) for one in fact.derived_from if one in self._facts)

    def _fact(self, fact: Fact) -> Sign:
        fact = self._facts[fact.id]
        report = self._reports[fact.report]
        figure = isinstance(fact, Figure)
        source = fact.source.text if isinstance(fact, Statement) and fact.source else None
        return Sign(
            RefKind.FIGURE if figure else RefKind.STATEMENT,
            fact.id,
            fact.text,
            report.id,
            report.url,
            report.name,
            report.outlet,
            sentence=report.text[slice(*fact.sentence)],
            measure=fact.measure if isinstance(fact, Figure) else None,
            low=fact.low if isinstance(fact, Figure) else None,
            high=fact.high if isinstance(fact, Figure) else None,
            names=(source,) if source else (),
            nth=nth(fact, self._told.get(report.id, ()), report),
        )

    def _of_report(self, report: Report) -> Sign:
        return Sign(
            RefKind.REPORT, report.id, report.title or "", report.id, report.url, report.name, report.outlet
        )

    def _of_refs(self, refs: Iterable[Ref]) -> Iterator[Sign]:
        return (self._fact(self._facts[ref.id]) for ref in refs if ref.id in self._facts)

    def _of_claim(self, claim: Claim) -> Iterator[Sign]:
        first = claim.text_from
        rest = [Ref(one.kind, one.id) for one in claim.members if one.id != first.id]
        yield Sign(RefKind.CLAIM, claim.id, claim.text)
        yield from self._of_refs((first, *rest[: MEMBERS - 1]))

    def _of_derivation(self, one: Derivation) -> Iterator[Sign]:
        yield Sign(RefKind.DERIVATION, one.id, str(one.kind))
        yield self._of_report(self._reports[one.report])
        if one.from_.report:
            yield self._of_report(self._reports[one.from_.report])
        yield from (
            self._entity(known, known.name) for known in self.dossier.entities if known.id == one.from_.entity
        )

    def _of_entity(self, entity: Entity, name: str) -> Iterator[Sign]:
        """An entity by the name meant, then articles that name it so."""
        yield self._entity(entity, name)
        named = [one for one in self.dossier.mentions if one.entity == entity.id]
        spelled = [one.report for one in named if one.text == name]
        places = dict.fromkeys([*sorted(spelled), *sorted(one.report for one in named)])
        yield from (self._of_report(self._reports[one]) for one in tuple(places)[:PLACES])

    def _entity(self, entity: Entity, name: str) -> Sign:
        return Sign(RefKind.ENTITY, entity.id, name, names=entity.names)


def _as_read(figure: Figure, was: Mapping[str, str | None]) -> Figure:
    read = {name: was[name] for name in ("measure", "low", "high") if name in was}
    changes = {name: value(RefKind.FIGURE, Setting(name, text)) for name, text in read.items()}
    return replace(figure, **changes)
