"""Whom a figure counts, where extraction left it open and the story settles it."""

from collections.abc import Mapping
from dataclasses import replace

from sayso.model.names import key
from sayso.model.relation import Resolved
from sayso.model.report import EntityKind, Facts, Figure


def relate(resolved: Resolved) -> Resolved:
    """Return the story with `who_entity` set where the counted words are the very name of one group of the
    story.
    """
    groups: dict[tuple[str, ...], set[str]] = {}
    for entity in resolved.entities:
        if entity.kind is EntityKind.GROUP:
            for name in entity.names:
                groups.setdefault(key(name), set()).add(entity.id)
    settled = {name: next(iter(ids)) for name, ids in groups.items() if len(ids) == 1 and len(name) > 1}
    return replace(resolved, facts=tuple(_filled(facts, settled) for facts in resolved.facts))


def _filled(facts: Facts, settled: Mapping[tuple[str, ...], str]) -> Facts:
    return replace(facts, figures=tuple(_figure(figure, settled) for figure in facts.figures))


def _figure(figure: Figure, settled: Mapping[tuple[str, ...], str]) -> Figure:
    known = settled.get(key(figure.who or ""))
    return replace(figure, who_entity=known) if known and figure.who_entity is None else figure
