"""Five real reports of one story against `gold-sample.yaml`, part of a hand annotation, the limits of
`ideal.md`, and the full annotation of their statements and figures in `gold/kursk.yaml`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import figures, kursk_full
from bench.conflicts import between
from bench.folders import find
from bench.scoring import Index, Score, facts_at, figure_at, listed, statement_at, together

DIGITS = 3
"""Reports are named by the first three digits of their file names."""

ALLOWED_ORIGINS = {
    "000": [
        ("though wounded, survived", 1),
        ("grant journalists access", 1),
        ("installed more observation posts", 1),
    ],
    "002": [("several North Korean soldiers had committed suicide", 1)],
    "003": [
        ("over 3,000 North Korean soldiers", 1),
        ("literally incinerate", 1),
        ("succumbed to their injuries", 1),
    ],
    "004": [("more than 3,000 North Korean soldiers", 1)],
}
"""Anchors of claims and the most origins that the hand-written dossier lets each of them have (its section
2)."""


def run(data: Path) -> dict[str, Any]:
    """Return found and missed facts by sort, and every violation of what must not be."""
    import srsly

    from sayso import api

    data = find(data, "kursk", "gold-sample.yaml")
    gold: Any = srsly.read_yaml(data / "gold-sample.yaml")
    result = api.dossiers([str(data / "reports")])
    index = Index.of(result.dossiers[0], DIGITS)
    if len(result.dossiers) > 1:
        print(f"note: {len(result.dossiers)} stories; only the largest is scored")
    statements, attributes = _statements(index, gold)
    figures, measures = _figures(index, gold)
    both = statements.found + figures.found
    return {
        "stories": len(result.dossiers),
        "both": {
            "found": both,
            "total": statements.total + figures.total,
            "recall": round(both / (statements.total + figures.total), 3),
        },
        "statements": statements.plain(),
        "statement_attributes": attributes.plain(),
        "figures": figures.plain(),
        "figure_measures": measures.plain(),
        "not_figures_violated": _not_figures(index, gold),
        "same_entity": same_entity(index, gold).plain(),
        "same_claim": _same_claim(index, gold).plain(),
        "conflicts": _conflicts(index, gold).plain(),
        "not_conflicts_violated": _not_conflicts(index, gold),
        "dates_invented": [
            n for n in ("002", "003", "004") if n in index.reports and index.reports[n].published
        ],
        "origins_too_many": _origins(index),
        "full": kursk_full.score(index),
        "full_figures": _full_figures(index),
    }


def _full_figures(index: Index) -> dict[str, Any]:
    import srsly

    gold: Any = srsly.read_yaml(Path(__file__).parent / "gold" / "kursk.yaml")
    scores = figures.score(index, gold["figures"])
    return {
        **{name: one.plain() for name, one in scores.items()},
        "numbers_taken_wrongly": figures.taken(index, gold["not_figures"]),
    }


def table(result: dict[str, Any]) -> str:
    """Return the result as lines of text."""
    lines = []
    for key, value in result.items():
        if key == "full":
            lines += ["full annotation of the statements", kursk_full.table(value)]
        elif key == "full_figures":
            lines += ["full annotation of the figures", *figures.rows(value)]
        elif isinstance(value, dict):
            lines.append(f"{key:24} {value['found']:3} of {value['total']:3}  {value['recall']:.3f}")
            lines += [f"    missed  {item}" for item in value.get("missed", [])]
        else:
            lines.append(f"{key:24} {value}")
    return "\n".join(lines)


def _statements(index: Index, gold: Any) -> tuple[Score, Score]:
    score, attributes = Score(), Score()
    for number, items in gold["statements"].items():
        for item in items:
            found = (
                statement_at(index, number, item, listed(item["source"])) if number in index.reports else None
            )
            score.count(found is not None, f"{number} {item['at']}")
            if found is not None:
                for name, right in _attributes(index, item, found):
                    attributes.count(right, f"{number} {item['at']}: {name}")
    return score, attributes


def _attributes(index: Index, item: Any, found: Any) -> list[tuple[str, bool]]:
    rows = []
    if "kind" in item:
        rows.append((f"kind {found.kind}", str(found.kind) in listed(item["kind"])))
    if "channel" in item:
        rows.append((f"channel {found.channel}", (found.channel or "").lower() == item["channel"]))
    if "said" in item:
        said = found.said.from_ if found.said else None
        rows.append((f"said {said}", said == str(item["said"])))
    for relay in listed(item.get("relayed_by")):
        named = index.names([one.entity for one in found.relays])
        rows.append((f"relay {named}", any(relay in name for name in named)))
    return rows


def _figures(index: Index, gold: Any) -> tuple[Score, Score]:
    score, measures = Score(), Score()
    for number, items in gold["figures"].items():
        for item in items:
            found = figure_at(index, number, item) if number in index.reports else None
            named = index.names(found.sources) if found else []
            right = not item.get("source") or any(
                text in name for text in listed(item["source"]) for name in named
            )
            why = "" if found is None else f" (source {named})" if not right else ""
            score.count(found is not None and right, f"{number} {item['at']}{why}")
            if found is not None and item["measure"] != "any":
                measures.count(
                    found.measure in listed(item["measure"]), f"{number} {item['at']}: {found.measure}"
                )
    return score, measures


def _not_figures(index: Index, gold: Any) -> list[str]:
    found = []
    for number, anchors in gold["not_figures"].items():
        for anchor in anchors:
            span = index.anchor(number, anchor)
            if span and any(one.start < span[1] and span[0] < one.end for one in index.figures(number)):
                found.append(f"{number} {anchor}")
    return found


def same_entity(index: Index, gold: Any) -> Score:
    """Count the pairs of names that are one entity, and those that are not."""
    score = Score()
    by_name = {
        name: {one.id for one in index.dossier.entities if name in one.names}
        for pair in gold["same_entity"] + gold["different_entity"]
        for name in pair
    }
    for a, b in gold["same_entity"]:
        score.count(bool(by_name[a] & by_name[b]), f"same: {a}, {b}")
    for a, b in gold["different_entity"]:
        score.count(not by_name[a] & by_name[b], f"different: {a}, {b}")
    return score


def _same_claim(index: Index, gold: Any) -> Score:
    score = Score()
    for group in gold["same_claim"]:
        score.count(together(index, group), " = ".join(anchor for _, anchor in group))
    return score


def _conflicting(index: Index, a: Sequence[Any], b: Sequence[Any]) -> bool:
    ends = facts_at(index, a), facts_at(index, b)
    return any(between(one, *ends) for one in index.dossier.conflicts)


def _conflicts(index: Index, gold: Any) -> Score:
    score = Score()
    for item in gold["conflicts"]:
        score.count(_conflicting(index, item["a"], item["b"]), f"{item['a']} against {item['b']}")
    return score


def _not_conflicts(index: Index, gold: Any) -> list[str]:
    return [f"{a} against {b}" for a, b in gold["not_conflicts"] if _conflicting(index, a, b)]


def _origins(index: Index) -> list[str]:
    found = []
    for number, anchors in ALLOWED_ORIGINS.items():
        for anchor, most in anchors:
            ids = facts_at(index, (number, anchor))
            found += [
                f"{number} {anchor}: {claim.origins_low} > {most}: {claim.text[:80]}"
                for claim in index.dossier.claims
                if claim.origins_low > most and any(member.id in ids for member in claim.members)
            ]
    return found
