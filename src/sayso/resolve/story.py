"""Bring the reports of one story together: entities, then years and times, then sides;
facts leave with ids that hold across reports."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.model.choices import NONE, Choices
from sayso.model.relation import Resolved, Story
from sayso.model.report import Facts, Figure, Mention, Relay, Statement
from sayso.resolve import entities, sides, times, years


def resolve(
    story: Story,
    facts: Sequence[Facts],
    choices: Choices = NONE,
    rejected: frozenset[str] = frozenset(),
) -> Resolved:
    """Return the story with its facts rewritten to story-wide entity ids; `facts` are those of its reports,
    in any order, `choices` what the user settles, `rejected` the ids of statements that show no sides."""
    ordered = sorted(facts, key=lambda item: item.report.id)
    found = entities.resolve(ordered, choices)
    rewritten = times.resolve(years.resolve([_rewritten(item, found.by_local) for item in ordered]))
    governments = {
        local.gazetteer: found.by_local[local.id]
        for item in ordered
        for local in item.entities
        if local.government and local.gazetteer
    }
    telling = [_without(item, rejected) for item in rewritten] if rejected else rewritten
    placed = sides.resolve(found.entities, telling, governments, choices)
    side_of = {one.id: one.side for one in placed}
    return Resolved(story, tuple(_sided(item, side_of) for item in rewritten), placed)


def _without(item: Facts, rejected: frozenset[str]) -> Facts:
    return replace(item, statements=tuple(one for one in item.statements if one.id not in rejected))


def _sided(item: Facts, side_of: Mapping[str, str | None]) -> Facts:
    """Say of each figure on whose side those stand whom it counts: the group's own, else their government's,
    which is all that one report knows."""
    figures = (
        replace(one, who_side=side_of.get(one.who_entity or "") or side_of.get(one.who_side or ""))
        for one in item.figures
    )
    return replace(item, figures=tuple(figures))


def _rewritten(item: Facts, ids: Mapping[str, str]) -> Facts:
    """Give facts the ids of the story; a noun left open that no report settles is no mention."""
    return replace(
        item,
        mentions=tuple(_mention(one, ids) for one in item.mentions if one.entity in ids),
        statements=tuple(_statement(one, ids) for one in item.statements),
        figures=tuple(_figure(one, ids) for one in item.figures),
    )


def _mention(one: Mention, ids: Mapping[str, str]) -> Mention:
    return Mention(one.id, one.report, one.start, one.end, one.text, ids[one.entity])  # there are many


def _statement(one: Statement, ids: Mapping[str, str]) -> Statement:
    return replace(
        one,
        sources=_mapped(one.sources, ids),
        relays=tuple(Relay(ids[relay.entity], relay.mention) for relay in one.relays),
        relies_on=_mapped(one.relies_on, ids),
    )


def _figure(one: Figure, ids: Mapping[str, str]) -> Figure:
    return replace(
        one,
        sources=_mapped(one.sources, ids),
        who_entity=ids[one.who_entity] if one.who_entity else None,
        who_side=ids[one.who_side] if one.who_side else None,
        where=ids[one.where] if one.where else None,
    )


def _mapped(keys: Sequence[str], ids: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({ids[key] for key in keys}))
