"""Facts as a reviewer puts them right; ids stay, so that all that refers to a fact still does."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.judge.values import value
from sayso.model.decision import Found, Setting, What, written
from sayso.model.names import key
from sayso.model.relation import RefKind
from sayso.model.report import Facts, Figure, LocalEntity, Statement, StatementKind

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class People:
    """The local entities of a story's reports, by id and by the names they have."""

    by_id: Mapping[str, LocalEntity]
    by_name: Mapping[_Key, tuple[LocalEntity, ...]]

    @staticmethod
    def of(facts: Sequence[Facts]) -> "People":
        """Index the entities of a story's reports."""
        named: dict[_Key, dict[str, LocalEntity]] = defaultdict(dict)
        everybody = sorted((one for item in facts for one in item.entities), key=lambda one: one.id)
        for one in everybody:
            for name in one.names:
                named[key(name)][one.id] = one
        return People(
            {one.id: one for one in everybody}, {name: tuple(found.values()) for name, found in named.items()}
        )

    def named(self, name: str, report: str) -> LocalEntity | None:
        """Return who has a name, in the same report if anybody there has."""
        found = self.by_name.get(key(name), ())
        return min(found, key=lambda one: (one.report != report, not one.government, one.id), default=None)

    def names(self, ids: Iterable[str]) -> str | None:
        """Return the names of entities as text, None for none."""
        return "; ".join(self.by_id[one].name for one in ids if one in self.by_id) or None


def corrected(facts: Sequence[Facts], found: Iterable[Found]) -> tuple[Facts, ...]:
    """Return the facts of a story's reports with what the corrections that hold set in them."""
    settings: dict[str, dict[str, Any]] = defaultdict(dict)
    for one in found:
        kind = one.decision.about.kind
        if one.holds and one.decision.what is What.CORRECT and kind is not RefKind.ENTITY:
            settings[one.about[0]] |= {setting.field: value(kind, setting) for setting in one.set}
    people = People.of(facts) if settings else None
    return tuple(_put_right(item, settings, people) for item in facts) if people else tuple(facts)


def was(people: People, fact: Statement | Figure, settings: Iterable[Setting]) -> tuple[Setting, ...]:
    """Return what sayso found where the settings put something else."""
    return tuple(Setting(one.field, _found(people, fact, one.field)) for one in settings)


def _found(people: People, fact: Statement | Figure, field: str) -> str | None:
    return people.names(fact.sources) if field == "source" else written(getattr(fact, field))


def _put_right(item: Facts, settings: Mapping[str, Mapping[str, Any]], people: People) -> Facts:
    figures = tuple(_figure(one, settings.get(one.id, {}), people) for one in item.figures)
    statements = []
    for one in item.statements:
        own = settings.get(one.id, {})
        after = _statement(one, own, people)
        statements.append(after)
        if "source" in own:
            figures = tuple(_spoken(figure, one, after) for figure in figures)
    return replace(item, figures=figures, statements=tuple(statements))


def _figure(one: Figure, own: Mapping[str, Any], people: People) -> Figure:
    """A number that somebody set is no vague word any more; whom it counts is found by the words set."""
    if not own:
        return one
    changes = dict(own)
    if own.keys() & {"low", "high"}:
        changes |= {"approximate": False, "vague": False}
    if "who" in own:
        group = people.named(own["who"] or "", one.report)
        changes |= {"who_entity": group.id if group else None, "who_side": None}
    return replace(one, **changes)


def _statement(one: Statement, own: Mapping[str, Any], people: People) -> Statement:
    """Who is given a source says so in some words; who is given none says it in the outlet's own."""
    changes = dict(own)
    if "source" in changes:
        name = changes.pop("source")
        source = people.named(name, one.report) if name else None
        changes["sources"] = (source.id,) if source else ()
        if source is None:
            changes |= {"source": None, "cue": None, "relays": (), "joint": False}
            changes.setdefault("kind", StatementKind.NARRATED)
        elif one.kind is StatementKind.NARRATED:
            changes.setdefault("kind", StatementKind.INDIRECT)
    return replace(one, **changes) if changes else one


def _spoken(figure: Figure, before: Statement, after: Statement) -> Figure:
    """A figure of a statement is given by whoever gives that."""
    own = figure.statement == before.id and figure.sources in (before.sources, ())
    return replace(figure, sources=after.sources) if own else figure
