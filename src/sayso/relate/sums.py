"""Killed and injured of one source, sentence and group, summed for comparison only (DESIGN §4.4)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.lexicon import table
from sayso.model.ids import content_id
from sayso.model.relation import Resolved
from sayso.model.report import Extent, Facts, Figure
from sayso.relate.bounds import loose_group

_TOTALS = frozenset({Extent.LEVEL, Extent.CUMULATIVE, Extent.IN_PERIOD})


def relate(resolved: Resolved) -> Resolved:
    """Return the story with its sums among its figures: `derived_from` names the parts, the span is their
    envelope.
    """
    return replace(resolved, facts=tuple(_with_sums(facts) for facts in resolved.facts))


def _with_sums(facts: Facts) -> Facts:
    groups: dict[object, list[Figure]] = defaultdict(list)
    for figure in facts.figures:
        groups[figure.sentence, figure.sources, figure.extent, figure.during].append(figure)
    sums = [made for group in groups.values() for made in _sum(facts, group)]
    return replace(facts, figures=(*facts.figures, *sums)) if sums else facts


def _sum(facts: Facts, group: Sequence[Figure]) -> Iterable[Figure]:
    rule = table("comparison")["sum"]
    parts = [[figure for figure in group if figure.measure == measure] for measure in rule["parts"]]
    whole = any(figure.measure == rule["whole"] for figure in group)
    if whole or any(len(found) != 1 for found in parts) or group[0].extent not in _TOTALS:
        return
    first, second = sorted((found[0] for found in parts), key=lambda figure: figure.start)
    if loose_group(first, second) and first.part_of is second.part_of is None:
        yield _made(facts, first, second, rule["whole"])


def _made(facts: Facts, first: Figure, second: Figure, measure: str) -> Figure:
    start, end = first.start, max(first.end, second.end)
    known = first if first.who_entity or not second.who_entity else second
    return replace(
        known,
        id=content_id("figure", facts.report.id, start, end, measure, "sum"),
        start=start,
        end=end,
        text=facts.report.text[start:end],
        measure=measure,
        low=_plus(first.low, second.low),
        high=_plus(first.high, second.high),
        approximate=first.approximate or second.approximate,
        vague=first.vague or second.vague,
        derived_from=tuple(sorted((first.id, second.id))),
    )


def _plus(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else a + b
