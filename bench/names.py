"""Every name, role word and speaking pronoun of the three shipped stories and the Kursk reports, brought into
entities, against a full annotation (`bench.name_gold`, which says what counts).

**Found.** A mention of a dossier hits a gold one when it lies within it, article and possessive ending aside,
and holds its head; or when the gold one is the first that it holds ("a port official in X, who …"). The
shorter ones choose first, each once. What hits nothing is `beyond` where it stands in the article: mostly
what the gold does not ask for, so it is counted and not punished.

**B-cubed** over gold mentions. One that was not found is alone, a cluster of its own. `found only` leaves
those out; `names`, `described`, `pronouns` look at the mentions of one sort alone. A country and its
government are one under the country's own name or its capital's; the capital as a place is another one.

**Wrong merges** are entities with found mentions of two gold entities; each is listed.

**Authority and side**, of each person and body of which a mention was found (states: the side alone), read
off the entity that holds most of its mentions. Nobody's and one's own authority count alike: collections
differ in how they write it. **Places**: country, level and coordinates (to `NEAR` kilometres); of a place
that exists in the story alone, none at all is right too. **Pairs** are those of `gold-sample.yaml`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from bench.coreference import b_cubed
from bench.examples import DIGITS as STORY_DIGITS
from bench.examples import STORIES
from bench.folders import find
from bench.kursk import DIGITS, same_entity
from bench.name_gold import TIERS, Gold, Told, read
from bench.name_gold import Mention as Wanted
from bench.scoring import Index, Score
from sayso.lexicon import gazetteer
from sayso.model.names import bare
from sayso.model.relation import Entity
from sayso.model.report import EntityKind, Pair

GOLD = Path(__file__).parent / "gold"

NEAR = {"city": 60.0, "region": 250.0, "country": 1500.0}
"""Kilometres from the gold's point within which a place of a level is right: regions and countries have no
single middle."""

_OWN = "its own"
_NONE = "none"
_ANY = "any"
_ARTICLE = re.compile(r"(?:the|a|an|its|their|this) ", re.IGNORECASE)
_ENDING = re.compile(r"['’ʼ]s?$")


def run(data: Path | None = None) -> dict[str, Any]:
    """Return the scores by story; the Kursk reports only when `data` holds them."""
    import srsly

    folders = {story: Path(str(files("sayso.examples").joinpath(story))) for story in STORIES}
    if data is not None:
        folders["kursk"] = find(data, "kursk", "reports/*") / "reports"
    result = {}
    for story, folder in folders.items():
        index = Index.read(folder, STORY_DIGITS if story in STORIES else DIGITS)
        gold = read(GOLD, story, {number: report.text for number, report in index.reports.items()})
        result[story] = score(index, gold)
        sample = folder.parent / "gold-sample.yaml"
        if sample.exists():
            result[story]["pairs"] = same_entity(index, srsly.read_yaml(sample)).plain()
    return result


def table(result: dict[str, Any]) -> str:
    """Return one row a measure, one column a story, and what went wrong below."""
    rows = dict.fromkeys(row for one in result.values() for row in one)
    lines = [f"{'':26}" + "".join(f"{story:>22}" for story in result)]
    lines += [f"{row:26}" + "".join(f"{_cell(one.get(row)):>22}" for one in result.values()) for row in rows]
    for story, one in result.items():
        lines += [
            f"  {story} {row}: {item}"
            for row, value in one.items()
            for item in (value if isinstance(value, list) else _missed(value))
        ]
    return "\n".join(lines)


def _missed(value: Any) -> Sequence[str]:
    return value.get("missed", ()) if isinstance(value, dict) else ()


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return str(len(value))
    if isinstance(value, dict) and "f1" in value:
        return f"{value['precision']:.3f} {value['recall']:.3f} {value['f1']:.3f}"
    if isinstance(value, dict):
        return f"{value['found']} of {value['total']} {value['recall']:.3f}"
    return "" if value is None else str(value)


@dataclass(frozen=True)
class Hits:
    """Which cluster of the program each gold mention stands in, which mentions hit none, and the program's
    entities by cluster."""

    cluster: Mapping[Wanted, str]
    beyond: Sequence[str]
    entities: Mapping[str, Sequence[Entity]]


def score(index: Index, gold: Gold) -> dict[str, Any]:
    """Return all measures of one story."""
    hits = _hits(index, gold)
    heads = _heads(gold, hits)
    found = [one for one in gold.mentions if one in hits.cluster]
    rows: dict[str, Any] = {
        "B-cubed": _b_cubed(gold.mentions, hits),
        "  found only": _b_cubed(found, hits),
    }
    rows |= {f"  {tier}": _b_cubed([m for m in gold.mentions if m.tier == tier], hits) for tier in TIERS}
    return rows | {
        "mentions found": _found(gold, hits).plain(),
        "wrong merges": _wrong_merges(gold, hits),
        "split": _split(gold, hits),
        "authority": _authorities(gold, hits, heads).plain(),
        "side": _sides(gold, hits, heads).plain(),
        "places": _places(gold, hits, heads).plain(),
        "beyond": len(hits.beyond),
    }


def _hits(index: Index, gold: Gold) -> Hits:
    by_cluster: dict[str, list[Entity]] = defaultdict(list)
    for entity in index.entities.values():
        for key in _keys(entity):
            by_cluster[key].append(entity)
    cluster: dict[Wanted, str] = {}
    beyond = []
    for number, report in index.reports.items():
        wanted = sorted((m for m in gold.mentions if m.report == number), key=lambda m: m.span)
        given = [one for one in index.dossier.mentions if one.report == report.id]
        for one in sorted(given, key=lambda m: (m.end - m.start, m.start)):
            if any(start < one.end and one.start < end for start, end in gold.aside[number]):
                continue
            span = _core(report.text, (one.start, one.end))
            hit = next((m for m in wanted if m not in cluster and _is_hit(m, span)), None)
            if hit is None:
                beyond.append(f"{number} {one.text}")
            else:
                cluster[hit] = _cluster(index.entities[one.entity], one.text)
    return Hits(cluster, beyond, by_cluster)


def _is_hit(wanted: Wanted, span: Pair) -> bool:
    within = wanted.span[0] <= span[0] and span[1] <= wanted.span[1]
    holds = span[0] <= wanted.head[0] and wanted.head[1] <= span[1]
    return (within and holds) or (span[0] <= wanted.span[0] and wanted.span[1] <= span[1])


def _core(text: str, span: Pair) -> Pair:
    said = text[slice(*span)]
    article, ending = _ARTICLE.match(said), _ENDING.search(said)
    return span[0] + (article.end() if article else 0), span[1] - (len(ending[0]) if ending else 0)


def _cluster(entity: Entity, text: str) -> str:
    """The entity, or of a country and of its government, under a place's name, one key for both."""
    country = _country(entity)
    placed = country is not None and gazetteer.find(bare(text)) is not None
    return f"country {country}" if placed else entity.id


def _keys(entity: Entity) -> set[str]:
    country = _country(entity)
    return {entity.id} | ({f"country {country}"} if country else set())


def _country(entity: Entity) -> str | None:
    if entity.government:
        place = gazetteer.find(entity.name)
        return place.country if place is not None else None
    level = entity.place.level if entity.place is not None else None
    return entity.place.country if entity.place is not None and level == "country" else None


def _b_cubed(mentions: Sequence[Wanted], hits: Hits) -> dict[str, float]:
    key: dict[str, set[Wanted]] = defaultdict(set)
    response: dict[object, set[Wanted]] = defaultdict(set)
    for one in mentions:
        key[one.entity].add(one)
        response[hits.cluster.get(one, one)].add(one)
    counts = b_cubed(list(key.values()), list(response.values()))
    return {"precision": counts.precision, "recall": counts.recall, "f1": counts.f1, "gold": len(mentions)}


def _found(gold: Gold, hits: Hits) -> Score:
    found = Score()
    for one in gold.mentions:
        found.count(one in hits.cluster, f"{one.report} {one.entity} ({one.tier}) at {one.span[0]}")
    return found


def _names_of(hits: Hits, cluster: str) -> str:
    return " / ".join(sorted({name for one in hits.entities[cluster] for name in one.names}))[:100]


def _members(gold: Gold, hits: Hits) -> dict[str, Counter[str]]:
    """Of each cluster of the program, how many mentions of each gold entity it holds."""
    members: dict[str, Counter[str]] = defaultdict(Counter)
    for one in gold.mentions:
        if one in hits.cluster:
            members[hits.cluster[one]][one.entity] += 1
    return members


def _wrong_merges(gold: Gold, hits: Hits) -> list[str]:
    return [
        f"{_names_of(hits, cluster)}: {dict(of)}"
        for cluster, of in sorted(_members(gold, hits).items())
        if len(of) > 1
    ]


def _split(gold: Gold, hits: Hits) -> list[str]:
    """Gold entities of which more than one entity of the program holds mentions."""
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    for cluster, of in _members(gold, hits).items():
        for entity, count in of.items():
            parts[entity][_names_of(hits, cluster)] += count
    return [f"{entity}: {dict(of)}" for entity, of in sorted(parts.items()) if len(of) > 1]


def _heads(gold: Gold, hits: Hits) -> dict[str, str]:
    """The cluster that holds most mentions of each gold entity; of states that are only heads, the
    country's."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in gold.mentions:
        if one in hits.cluster:
            counts[one.entity][hits.cluster[one]] += 1
    found = {entity: min(of, key=lambda one: (-of[one], one)) for entity, of in counts.items()}
    return found | {name: f"country {code}" for name, code in gold.states.items()}


def _asked(gold: Gold, heads: Mapping[str, str]) -> Iterator[tuple[str, Told, str]]:
    for entity, told in sorted(gold.told.items()):
        body = told.kind in {"person", "organisation", "group"}
        if entity in heads and (body or told.state):
            yield entity, told, heads[entity]


def _authorities(gold: Gold, hits: Hits, heads: Mapping[str, str]) -> Score:
    found = Score()
    for entity, told, cluster in _asked(gold, heads):
        if told.state or told.authority == _ANY:
            continue
        given = next((one.authority for one in hits.entities[cluster] if one.authority), None)
        got = _keys_of(given, hits) or {cluster}
        got = {_OWN} if cluster in got else got
        wanted = _wanted(told, heads, cluster)
        found.count(bool(got & wanted), f"{entity}: {_shown(got, hits)}, wanted {told.authority}")
    return found


def _sides(gold: Gold, hits: Hits, heads: Mapping[str, str]) -> Score:
    found = Score()
    for entity, told, cluster in _asked(gold, heads):
        if told.side == _ANY:
            continue
        given = next((one.side for one in hits.entities[cluster] if one.side), None)
        got = _keys_of(given, hits) or {_NONE}
        sides = told.side if isinstance(told.side, list) else [told.side]
        wanted = {heads.get(side, side) if side else _NONE for side in sides}
        found.count(bool(got & wanted), f"{entity}: {_shown(got, hits)}, wanted {told.side}")
    return found


def _keys_of(given: str | None, hits: Hits) -> set[str]:
    """The clusters of an authority or side."""
    return {key for key, of in hits.entities.items() if any(one.id == given for one in of)}


def _wanted(told: Told, heads: Mapping[str, str], cluster: str) -> set[str]:
    """The clusters that are right for an authority; nobody's is as good as one's own."""
    heads_of = told.authority if isinstance(told.authority, list) else [told.authority]
    wanted = {heads.get(one, one) if one is not None else cluster for one in heads_of}
    return {_OWN if one == cluster or told.name in heads_of else one for one in wanted}


def _shown(got: set[str], hits: Hits) -> str:
    return " / ".join(sorted({one.name for key in got for one in hits.entities.get(key, ())} or got))


def _places(gold: Gold, hits: Hits, heads: Mapping[str, str]) -> Score:
    found = Score()
    for entity, told in sorted(gold.told.items()):
        if told.kind != EntityKind.PLACE or told.place is None or entity not in heads:
            continue
        given = next((one.place for one in hits.entities[heads[entity]] if one.place is not None), None)
        if given is None:
            right = told.at is None
        else:
            alike = (given.country, given.level) == (told.place["country"], told.place["level"])
            right = alike and (told.at is None or _apart(told.at, given.lat, given.lon) <= NEAR[given.level])
        found.count(right, f"{entity}: {given}, wanted {told.place} at {told.at}")
    return found


def _apart(at: tuple[float, float], lat: float | None, lon: float | None) -> float:
    """Kilometres between two points that are near each other."""
    if lat is None or lon is None:
        return float("inf")
    return 111.0 * hypot(at[0] - lat, (at[1] - lon) * cos(radians(at[0])))
