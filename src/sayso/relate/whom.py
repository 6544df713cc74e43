"""Whom a figure counts, where extraction left it open and the story, or its own report, settles it."""

from collections.abc import Mapping
from dataclasses import replace

from sayso.model.blocks import HEADINGS, role
from sayso.model.names import key
from sayso.model.relation import Resolved
from sayso.model.report import EntityKind, Facts, Figure
from sayso.relate.bounds import same_value

BARE = "count"
"""Measure of a number that has no noun."""

KNOWN = 10
"""From how many a bare number of a heading is that of its own text: smaller ones recur by chance."""


def relate(resolved: Resolved) -> Resolved:
    """Return the story with `who_entity` set where the counted words are the very name of one group of the
    story, and with what a bare number of a heading counts where its own text says so.
    """
    groups: dict[tuple[str, ...], set[str]] = {}
    for entity in resolved.entities:
        if entity.kind is EntityKind.GROUP:
            for name in entity.names:
                groups.setdefault(key(name), set()).add(entity.id)
    settled = {name: next(iter(ids)) for name, ids in groups.items() if len(ids) == 1 and len(name) > 1}
    return replace(resolved, facts=tuple(_filled(facts, settled) for facts in resolved.facts))


def _filled(facts: Facts, settled: Mapping[tuple[str, ...], str]) -> Facts:
    return replace(facts, figures=tuple(_figure(_headed(figure, facts), settled) for figure in facts.figures))


def _headed(figure: Figure, facts: Facts) -> Figure:
    """A bare number of a heading ("just 60 can be saved") counts what the only such number of the text below
    counts ("60 of the 640 workers")."""
    if figure.measure != BARE or figure.who or (figure.low or 0) < KNOWN or not _heads(facts, figure):
        return figure
    told = [one for one in facts.figures if not _heads(facts, one) and same_value(one, figure)]
    if len({one.measure for one in told} - {BARE}) != 1:
        return figure
    first = min((one for one in told if one.measure != BARE), key=lambda one: one.start)
    return replace(figure, measure=first.measure, unit=first.unit, who=first.who, who_entity=first.who_entity)


def _heads(facts: Facts, figure: Figure) -> bool:
    return role(facts.report, figure.start) in HEADINGS


def _figure(figure: Figure, settled: Mapping[tuple[str, ...], str]) -> Figure:
    known = settled.get(key(figure.who or ""))
    return replace(figure, who_entity=known) if known and figure.who_entity is None else figure
