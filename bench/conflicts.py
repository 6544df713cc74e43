"""Conflicts of a dossier against those of a hand-written gold: their type and both ends."""

from collections.abc import Callable, Sequence
from typing import Any

from bench.scoring import Gold, Index, Score, facts_at
from sayso.model.relation import Conflict

Facts = Callable[[Index, Sequence[Any]], set[str]]
"""The ids of the facts that an end of a gold conflict stands for."""


def score(index: Index, gold: Gold) -> dict[str, Score]:
    """Return the scores of conflicts: between the very members that the gold names, and between any tellings
    of the two.

    A dossier keeps one of many like pairs (DESIGN §4.7), and which telling stands for it is nowhere fixed:
    for "any telling", a fact stands for all that the gold puts in one claim with it (`same_claim`, `claims`).
    """
    strict, told = _paired(index, gold, facts_at), _paired(index, gold, _tellings(gold))
    apart = Score()
    for a_place, b_place in gold.get("not_conflicts") or []:
        a, b = facts_at(index, a_place), facts_at(index, b_place)
        wrong = [
            one for one in index.dossier.conflicts if {one.a.id, one.b.id} & a and {one.a.id, one.b.id} & b
        ]
        apart.count(not wrong, f"{a_place} | {b_place}")
    return {
        "conflicts recall": strict[0],
        "conflicts precision": strict[1],
        "recall, any telling": told[0],
        "precision, any telling": told[1],
        "no false conflict": apart,
    }


def _paired(index: Index, gold: Gold, facts: Facts) -> tuple[Score, Score]:
    """Recall and precision of conflicts, type and both ends, where an end may be any of `facts`."""
    recall, precision = Score(), Score()
    hit: set[str] = set()
    for item in gold.get("conflicts") or []:
        a, b = facts(index, item["a"]), facts(index, item["b"])
        found = [
            one for one in index.dossier.conflicts if str(one.type) == item["type"] and between(one, a, b)
        ]
        hit.update(one.id for one in found)
        recall.count(bool(found), f"{item['type']} {item['a']} | {item['b']}")
    texts = {one.id: one.text for one in index.dossier.statements}
    texts |= {one.id: one.text for one in index.dossier.figures}
    for one in index.dossier.conflicts:
        pair = f"“{texts[one.a.id][:50]}” | “{texts[one.b.id][:50]}”"
        precision.count(one.id in hit, f"{one.type} {pair}: {one.why[:90]}")
    return recall, precision


def between(one: Conflict, a: set[str], b: set[str]) -> bool:
    """Say whether a conflict stands between a fact of `a` and one of `b`."""
    ends = one.a.id, one.b.id
    return (ends[0] in a and ends[1] in b) or (ends[0] in b and ends[1] in a)


def _tellings(gold: Gold) -> Facts:
    """What stands at an anchor, and what the gold has say the same: all at the anchors of its group or of its
    claim's members of one bearing; of an anchor on a figure, only the same numbers there."""
    groups = [list(group) for group in gold.get("same_claim") or []]
    for claim in gold.get("claims") or []:
        bearings = sorted({member["bearing"] for member in claim["members"]})
        groups += [[one["at"] for one in claim["members"] if one["bearing"] == kind] for kind in bearings]

    def found(index: Index, place: Sequence[Any]) -> set[str]:
        own = facts_at(index, place)
        numbers = {(one.low, one.high) for one in index.dossier.figures if one.id in own}
        made = set(own)
        for group in groups:
            ids = {id_ for one in group for id_ in facts_at(index, one)}
            if list(place) in [list(one) for one in group]:
                made |= ids & {one.id for one in index.dossier.statements}
            if ids & own:
                made |= _alike(index, ids, numbers)
        return made

    return found


def _alike(index: Index, ids: set[str], numbers: set[tuple[float | None, float | None]]) -> set[str]:
    """Of facts, the figures with one of some numbers."""
    return {one.id for one in index.dossier.figures if one.id in ids and (one.low, one.high) in numbers}
