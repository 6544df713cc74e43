"""The three shipped stories against their hand-written gold (`bench/gold/*.yaml`), every list of the
dossier."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from bench import conflicts, figures
from bench.folders import find
from bench.scoring import (
    Gold,
    Index,
    Score,
    entity_names,
    facts_at,
    figure_at,
    fullest,
    listed,
    statement_at,
    together,
)
from sayso.lexicon import words
from sayso.model.blocks import MUTED, role

STORIES = ("ferry", "factory", "flood")
DIGITS = 2
"""Reports are named by the first two digits of their file names."""

TOLD_EITHER_WAY = ["level", "cumulative"]
"""Extents of a toll between which the gold of the stories differs."""


def run(data: Path | None = None) -> dict[str, Any]:
    """Return scores by story; `data` may name another folder of `<story>.yaml` gold files."""
    folder = find(data, "gold", f"{STORIES[0]}.yaml") if data else Path(__file__).parent / "gold"
    return {story: _story(story, folder) for story in STORIES}


def table(result: dict[str, Any]) -> str:
    """Return one row a measure, one column a story, and the misses below."""
    keys = list(next(iter(result.values())))
    lines = [f"{'':26}" + "".join(f"{story:>18}" for story in result)]
    for key in keys:
        cells = [
            f"{one[key]['found']:4} of {one[key]['total']:4} {one[key]['recall']:.3f}"
            for one in result.values()
        ]
        lines.append(f"{key:26}" + "".join(f"{cell:>18}" for cell in cells))
    for story, one in result.items():
        lines += [f"  {story} {key}: {item}" for key in keys for item in one[key]["missed"]]
    return "\n".join(lines)


def _story(story: str, folder: Path) -> dict[str, Any]:
    import srsly

    from sayso import api

    gold: Any = srsly.read_yaml(folder / f"{story}.yaml")
    result = api.dossiers([str(files("sayso.examples").joinpath(story))])
    index = Index.of(result.dossiers[0], DIGITS)
    scores = {
        "one story": _one_story(len(result.dossiers)),
        "report dates": _dates(index, gold),
        **_statements(index, gold),
        **_figures(index, gold),
        **_figures_whole(index, gold),
        "times": _times(index, gold),
        "entities": _entities(index, gold),
        "same claim": _claims_alike(index, gold),
        "claims apart": _claims_apart(index, gold),
        **_origins(index, gold),
        **conflicts.score(index, gold),
        "derivations": _derivations(index, gold),
        **_timeline(index, gold),
    }
    return {name: score.plain() for name, score in scores.items()}


def _one_story(count: int) -> Score:
    score = Score()
    score.count(count == 1, f"{count} stories")
    return score


def _dates(index: Index, gold: Gold) -> Score:
    score = Score()
    for number, item in gold["reports"].items():
        report = index.reports.get(number)
        said = report.published.from_ if report and report.published else None
        wanted = str(item["published"]) if item.get("published") else None
        score.count(
            report is not None and (said or "")[:10] == (wanted or ""), f"{number}: {said}, wanted {wanted}"
        )
    return score


def _statements(index: Index, gold: Gold) -> dict[str, Score]:
    recall, kinds, stances, relays, precision = Score(), Score(), Score(), Score(), Score()
    hit: set[str] = set()
    for number, items in (gold["statements"] or {}).items():
        for item in items if number in index.reports else []:
            if item["kind"] == "narrated":
                continue
            found = statement_at(index, number, item, _wanted(gold, item))
            recall.count(found is not None, f"{number} {item['at']} ← {item['source']}")
            if found is None:
                continue
            hit.add(found.id)
            kinds.count(
                str(found.kind) in listed(item["kind"]),
                f"{number} {item['at']}: {found.kind}, wanted {item['kind']}",
            )
            stances.count(
                str(found.stance) in (listed(item.get("stance")) or ["asserts"]),
                f"{number} {item['at']}: {found.stance}, wanted {item.get('stance')}",
            )
            for relay in listed(item.get("relayed_by")):
                named = index.names(one.entity for one in found.relays)
                relays.count(
                    any(alias.lower() in named for alias in entity_names(gold, relay)),
                    f"{number} {item['at']}: via {relay}",
                )
    for number in index.reports:
        for one in index.statements(number):
            # A statement whose source is left open names nobody wrongly.
            if one.sources:
                precision.count(
                    one.id in hit or _on_gold(index, gold, number, one),
                    f"{number} {one.source.text if one.source else None}: {one.text[:70]}",
                )
    return {
        "statements recall": recall,
        "statements precision": precision,
        "kind": kinds,
        "stance": stances,
        "relays": relays,
    }


def _wanted(gold: Gold, item: Gold) -> list[str]:
    """The names a gold statement accepts for its source; none where nobody is named, or somebody whom no
    words of the reports name: there a source left open is right."""
    named = any(one["names"] for one in gold["entities"] if one["name"] in listed(item["source"]))
    return entity_names(gold, item["source"]) if named else []


def _on_gold(index: Index, gold: Gold, number: str, one: Any) -> bool:
    """Whether a statement lies on a gold one with the same source, though another was taken for it."""
    for item in gold["statements"].get(number, []):
        span = index.anchor(number, item["at"], item.get("nth", 0))
        if span and one.start < span[1] and span[0] < one.end and item["kind"] != "narrated":
            aliases = [alias.lower() for alias in entity_names(gold, item["source"])]
            if (item["source"] is None and not one.sources) or any(
                alias in name or name in alias for alias in aliases for name in index.names(one.sources)
            ):
                return True
    return False


def _figures(index: Index, gold: Gold) -> dict[str, Score]:
    """Figures by their bounds, and the measure of those found."""
    recall, measures, precision = Score(), Score(), Score()
    hit: set[str] = set()
    for number, items in (gold["figures"] or {}).items():
        for item in items if number in index.reports else []:
            found = figure_at(index, number, item)
            recall.count(found is not None, f"{number} {item['at']} [{item.get('low')}, {item.get('high')}]")
            if found is not None:
                hit.add(found.id)
                measures.count(
                    figures.singular(found.measure) in map(figures.singular, listed(item["measure"])),
                    f"{number} {item['at']}: {found.measure}, wanted {item['measure']}",
                )
    for number in index.reports:
        for one in index.figures(number):
            precision.count(one.id in hit, f"{number} {one.text} ({one.measure})")
    return {"figures recall": recall, "figures precision": precision, "measure": measures}


def _figures_whole(index: Index, gold: Gold) -> dict[str, Score]:
    """Figures with measure and source, then what else the gold gives of each.

    `who` is left out: the gold tells it in words of its own ("on the company's list"), and two of the three
    stories give every place, stated or not. `level` and `cumulative` count as one: a toll is the one in the
    flood's gold and the other in the ferry's.
    """
    items = {
        number: [
            {key: item[key] for key in item if key not in ("who", "where")}
            | {"source": [name.lower() for name in _wanted(gold, item)] or [figures.NONE]}
            | {"extent": TOLD_EITHER_WAY if item["extent"] in TOLD_EITHER_WAY else item["extent"]}
            for item in rows
        ]
        for number, rows in (gold["figures"] or {}).items()
    }
    scores = figures.score(index, items)
    taken = figures.taken(index, gold.get("not_figures") or {})
    nothing = sum(len(anchors) for anchors in (gold.get("not_figures") or {}).values())
    return {
        "figures, source: recall": scores["with source"],
        "figures, source: precision": scores["precision"],
        **{f"figures, {name}": scores[name] for name in ("extent", "during", "as of", "part of")},
        "numbers that count nothing": Score(nothing - len(taken), nothing, taken),
    }


def _times(index: Index, gold: Gold) -> Score:
    score = Score()
    for number, items in (gold["times"] or {}).items():
        for item in items if number in index.reports else []:
            span = index.anchor(number, item["at"], item.get("nth", 0))
            near = [
                one
                for one in index.dossier.times
                if span
                and one.report == index.reports[number].id
                and one.start < span[1]
                and span[0] < one.end
            ]
            if span and role(index.reports[number], span[0]) in MUTED:
                continue
            wanted = (
                [str(value) for value in item["value"]]
                if isinstance(item["value"], list)
                else [item["value"] and str(item["value"])]
            )
            score.count(
                any(one.value in wanted for one in near),
                f"{number} {item['at']}: {[one.value for one in near]}, wanted {item['value']}",
            )
    return score


def _entities(index: Index, gold: Gold) -> Score:
    score = Score()
    for a, b in gold.get("same_entity") or []:
        score.count(bool(_bearers(index, a) & _bearers(index, b)), f"same: {a} = {b}")
    for a, b in gold.get("different_entity") or []:
        score.count(not _bearers(index, a) & _bearers(index, b), f"different: {a} ≠ {b}")
    return score


def _bearers(index: Index, name: str) -> set[str]:
    """Entities with a name, titles aside; a name of a copied-down mention counts too."""
    plain = _untitled(name)
    return {
        one.id
        for one in index.dossier.entities
        if plain in {_untitled(alias) for alias in (*one.names, one.name)}
    }


def _untitled(name: str) -> str:
    words_left = name.removeprefix("the ").removeprefix("The ").split()
    while len(words_left) > 1 and words_left[0] in words("offices", "titles"):
        words_left.pop(0)
    return " ".join(words_left)


def _claims_alike(index: Index, gold: Gold) -> Score:
    """Pairs within each group of members that say the same."""
    score = Score()
    for group in gold.get("same_claim") or []:
        for place, a in enumerate(group):
            for b in group[place + 1 :]:
                score.count(together(index, [a, b]), f"{a} = {b}")
    return score


def _claims_apart(index: Index, gold: Gold) -> Score:
    score = Score()
    for a, b in gold.get("not_same_claim") or []:
        score.count(not together(index, [a, b]), f"{a} ≠ {b}")
    return score


def _origins(index: Index, gold: Gold) -> dict[str, Score]:
    """The claim that holds most of a gold claim's members is the one compared."""
    interval, not_high, support = Score(), Score(), Score()
    for item in gold.get("claims") or []:
        best = fullest(index, item)
        got = (best.origins_low, best.origins_high) if best else None
        wanted = (item["origins_low"], item["origins_high"])
        interval.count(got == wanted, f"{item['text'][:80]}: {got}, wanted {wanted}")
        not_high.count(
            best is None or best.origins_low <= wanted[0], f"{item['text'][:80]}: {got}, wanted {wanted}"
        )
        support.count(
            best is not None and str(best.support) == item["support"],
            f"{item['text'][:80]}: {best.support if best else None}, wanted {item['support']}",
        )
    return {"origins": interval, "origins not too high": not_high, "support": support}


def _derivations(index: Index, gold: Gold) -> Score:
    score = Score()
    for item in gold.get("derivations") or []:
        report = index.reports.get(item["report"])
        other = index.reports.get(str(item["from"]))
        aliases = [alias.lower() for alias in entity_names(gold, item["from"])]
        found = [
            one
            for one in index.dossier.derivations
            if report is not None
            and one.report == report.id
            and (
                (other is not None and one.from_.report == other.id)
                or (
                    one.from_.entity is not None
                    and any(name in aliases for name in index.names([one.from_.entity]))
                )
            )
        ]
        score.count(bool(found), f"{item['report']} from {item['from']} ({item['kind']})")
    return score


def _timeline(index: Index, gold: Gold) -> dict[str, Score]:
    """A gold event is found by an item on its days of which a member holds one of its anchors. Precision asks
    of each item whether the gold has such an event; the gold is a reader's choice, so a true event may
    fail."""
    recall, precision = Score(), Score()
    right: set[str] = set()
    for item in gold.get("timeline") or []:
        first, last = _days(item["when"])
        facts = {fact for member in item["members"] for fact in facts_at(index, member)}
        found = {
            one.id
            for one in index.dossier.timeline
            if (one.when.from_ or "")[:10] <= last
            and first <= (one.when.to or "9999")[:10]
            and any(member.id in facts for member in one.members)
        }
        right |= found
        recall.count(bool(found), f"{first} {item['text'][:90]}")
    for one in index.dossier.timeline:
        precision.count(one.id in right, f"{(one.when.from_ or '')[:10]} {one.text[:90]}")
    return {"timeline recall": recall, "timeline precision": precision}


def _days(when: Any) -> tuple[str, str]:
    """First and last day of a gold date: a day, a year, or both ends, an open one as far as it can be."""
    first, last = when if isinstance(when, list) else (when, when)
    return str(first or ""), f"{last or '9999'}-99"
