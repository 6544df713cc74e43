"""Names of people, organisations and places (GUM, MEANTIME): found, gathered in a document and across
documents, and the pronouns that speak. In one table with two baselines on the same pipeline.

**Systems.** `spacy`: the pipeline's own entities (PERSON; ORG; GPE, LOC, FAC), each exact string a cluster.
`match`: the same mentions; people gathered by their last word in lower case, the rest by their lower-case
string, an article and a possessive ending off; "he" and "she" are the last person named before, "it" the
last organisation. It is told which pronouns speak, sayso is not. `sayso`: names and sources as a dossier has
them.

**Mentions.** Which ones count says `bench.entity_gold`. One found hits a gold mention when it lies within
it, an article and a possessive ending aside, and holds its head; of several, the smallest. Spans as a whole
are not compared: GUM takes in titles and relative clauses, sayso the name alone. What hits a mention that
does not count, or none and is of another kind than the three, is left out; so is a source that is no name
("which", "his father"): sayso marks those too. A hit of the wrong kind is one missed and one too many. A
country's government under the country's own name is the country here, for both collections know no other;
under its capital's name it stays a government, and either kind is right.

**Coreference.** The CoNLL F1 (`bench.coreference`) over names of any kind found, single ones too, and
pronouns that are sources of GUM's attributions; not "I" and "you" of interviews, for who asks and who
answers is not printed. Each is a gold mention when its cluster in the document has a name that counts; one
that sayso ties to somebody though it has none is an error. `pronouns` gives these alone: of all pronouns
that a system ties to somebody (sayso: wherever it took one for a source), how many mean one whose mentions
hit the right cluster, where either has a name; and of those that are gold sources of a named cluster, how
many do.

**Identity.** All documents of a genre of GUM, and all of MEANTIME, are given as one story. Gold mentions
with the same Wikipedia link (GUM) or instance (MEANTIME) are one. `pairs`: of pairs of linked mentions of
two documents; `b_cubed`: of linked mentions; `mixed`: entities that hold mentions with two links. A mention
not found is alone. Links of one cluster are sometimes set apart in the gold ("FIFA", "FIFA World Cup");
these stay as they are.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from bench.coreference import Counts, b_cubed, conll, scored
from bench.entity_gold import Document, Gold, documents
from sayso.annotate import annotate
from sayso.lexicon import gazetteer
from sayso.model.names import bare
from sayso.model.report import EntityKind, Facts, LocalEntity, Pair
from sayso.resolve import entities
from sayso.run.stages import extracted

if TYPE_CHECKING:
    from spacy.tokens import Doc

KINDS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE)

_SPACY = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
}


@dataclass(frozen=True, slots=True)
class Found:
    """One mention that a system found: where, the kinds that are right for it, its cluster, and whether it is
    a name (or a pronoun) and no description."""

    span: Pair
    kinds: frozenset[EntityKind]
    cluster: str
    name: bool = True


Reading: TypeAlias = tuple[list[Found], list[Found]]
"""Of one document: its mentions with the clusters of the document alone, and with those of the story."""


def run(data: Path) -> dict[str, Any]:
    """Return the scores of each system on each collection that `data` holds."""
    return {name: _collection(found) for name, found in documents(data).items()}


def table(result: dict[str, Any]) -> str:
    """Return one row a measure and collection, one column a system."""
    lines = []
    for name, systems in result.items():
        rows = [*next(iter(systems.values()))]
        lines.append(f"{name:<28}" + "".join(f"{system:>28}" for system in systems))
        lines += [
            f"{row:<28}" + "".join(f"{_cell(one[row]):>28}" for one in systems.values()) for row in rows
        ]
    return "\n".join(lines)


def _cell(value: Any) -> str:
    if isinstance(value, dict):
        return f"{value['precision']:.3f} {value['recall']:.3f} {value['f1']:.3f}"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _collection(found: Sequence[Document]) -> dict[str, Any]:
    docs = list(annotate([one.report for one in found]))
    systems: dict[str, Callable[[Sequence[Document], Sequence[Doc]], list[Reading]]] = {
        "spacy": _spacy,
        "match": _match,
        "sayso": _sayso,
    }
    return {name: _scores(found, read(found, docs)) for name, read in systems.items()}


def _spacy(_: Sequence[Document], docs: Sequence["Doc"]) -> list[Reading]:
    return [
        (named, named)
        for doc in docs
        for named in [[Found(span, frozenset({kind}), text) for span, kind, text in _entities(doc)]]
    ]


def _entities(doc: "Doc") -> list[tuple[Pair, EntityKind, str]]:
    return [
        ((one.start_char, one.end_char), _SPACY[one.label_], one.text)
        for one in doc.ents
        if one.label_ in _SPACY
    ]


def _match(found: Sequence[Document], docs: Sequence["Doc"]) -> list[Reading]:
    readings = []
    for document, doc in zip(found, docs, strict=True):
        named = [Found(span, frozenset({kind}), _matched(kind, text)) for span, kind, text in _entities(doc)]
        named += [one for span in document.speaking for one in _last_named(document.report.text, span, named)]
        readings.append((named, named))
    return readings


def _matched(kind: EntityKind, text: str) -> str:
    plain = bare(text).lower()
    return plain.split()[-1] if kind is EntityKind.PERSON and plain else plain


def _last_named(text: str, span: Pair, named: Sequence[Found]) -> Iterable[Found]:
    """The pronoun at `span` as the last one named before it."""
    said = text[slice(*span)].lower()
    kind = {"he": EntityKind.PERSON, "she": EntityKind.PERSON, "it": EntityKind.ORGANISATION}.get(said)
    before = [one for one in named if kind in one.kinds and one.span[1] <= span[0]]
    if before:
        yield Found(span, frozenset(), before[-1].cluster)


def _sayso(found: Sequence[Document], docs: Sequence["Doc"]) -> list[Reading]:
    facts = [extracted(one.report, doc) for one, doc in zip(found, docs, strict=True)]
    stories: dict[str, list[Facts]] = defaultdict(list)
    for one, item in zip(found, facts, strict=True):
        stories[one.story].append(item)
    across: dict[str, str] = {}
    for items in stories.values():
        across.update(entities.resolve(items).by_local)
    return [
        (_of_facts(item, dict(entities.resolve([item]).by_local)), _of_facts(item, across)) for item in facts
    ]


def _of_facts(facts: Facts, ids: dict[str, str]) -> list[Found]:
    local = {one.id: one for one in facts.entities}
    found = []
    for mention in (one for one in facts.mentions if one.entity in ids):
        entity = local[mention.entity]
        country = _as_country(entity, mention.text)
        kinds = {EntityKind.PLACE, EntityKind.ORGANISATION} if entity.government else {entity.kind}
        cluster = country or ids[mention.entity]
        span = (mention.start, mention.end)
        found.append(Found(span, frozenset(kinds), cluster, _is_name(entity, mention.text)))
    return found


def _is_name(entity: LocalEntity, text: str) -> bool:
    plain = bare(text)
    return plain in entity.names or (entity.named and plain[:1].isupper())


def _as_country(entity: LocalEntity, text: str) -> str | None:
    """The key of the country under whose own name a country or its government stands."""
    place = gazetteer.find(bare(text)) if entity.gazetteer else None
    return place.key if place is not None and place.key == entity.gazetteer else None


def _scores(found: Sequence[Document], readings: Sequence[Reading]) -> dict[str, Any]:
    hits = [_hits(document, reading[0]) for document, reading in zip(found, readings, strict=True)]
    by_kind = {kind: Counter[str]() for kind in KINDS}
    spans: Counter[str] = Counter()
    for document, of in zip(found, hits, strict=True):
        _count_mentions(document, of, by_kind, spans)
    names, both = _coreference(found, hits, False), _coreference(found, hits, True)
    rows: dict[str, Any] = {
        "mentions, kind right": _share(sum(by_kind.values(), Counter())),
        "mentions, any kind": _share(spans),
    }
    rows |= {f"  {kind.value}": _share(counts) for kind, counts in by_kind.items()}
    rows["names, CoNLL F1"] = conll(names)
    rows |= {f"  {name}": _plain(counts) for name, counts in names.items()}
    if any(document.speaking for document in found):
        rows["with pronouns, CoNLL F1"] = conll(both)
        rows["pronouns"] = _plain(_pronouns(found, hits))
    across = [_hits(document, reading[1]) for document, reading in zip(found, readings, strict=True)]
    return rows | _identity(found, across)


@dataclass(frozen=True, slots=True)
class Hits:
    """What a system found in a document: which gold mention each hits, what hits none that counts and is
    wrong, and pronouns by place."""

    gold: tuple[tuple[Gold, Found], ...]
    wrong: tuple[Found, ...]
    pronouns: dict[Pair, str]


def _hits(document: Document, found: Sequence[Found]) -> Hits:
    pronouns = dict(document.pronouns)
    text, taken, hits, wrong = document.report.text, set[Gold](), [], []
    meant = {one.span: one.cluster for one in found if one.span in pronouns}
    for one in found:
        if one.span in pronouns or (document.annotated is not None and one.span[1] > document.annotated):
            continue
        gold = _hit(document.mentions, _core(text, one.span))
        if gold is not None and _asked(gold) and gold not in taken:
            taken.add(gold)
            hits.append((gold, one))
        elif one.name and (gold is None or gold.kind is None or _asked(gold)) and one.kinds & set(KINDS):
            wrong.append(one)
    return Hits(tuple(hits), tuple(wrong), meant)


def _asked(gold: Gold) -> bool:
    return gold.named and gold.kind is not None


def _hit(mentions: Sequence[Gold], span: Pair) -> Gold | None:
    """The smallest gold mention around a span that holds its head."""
    around = [
        one
        for one in mentions
        if one.span[0] <= span[0]
        and span[1] <= one.span[1]
        and span[0] <= one.head[0]
        and one.head[1] <= span[1]
    ]
    return min(around, key=lambda one: (one.span[1] - one.span[0], one.span), default=None)


def _core(text: str, span: Pair) -> Pair:
    """A span without its article and possessive ending."""
    inside = text[slice(*span)]
    plain = bare(inside)
    at = span[0] + max(inside.find(plain), 0)
    return at, at + len(plain)


def _count_mentions(
    document: Document, hits: Hits, by_kind: dict[EntityKind, Counter[str]], spans: Counter[str]
) -> None:
    for gold in document.mentions:
        if _asked(gold) and gold.kind is not None:
            by_kind[gold.kind]["gold"] += 1
            spans["gold"] += 1
    for gold, one in hits.gold:
        kind = gold.kind if gold.kind in one.kinds else _first_kind(one)
        spans.update(("found", "right"))
        if kind is not None:
            by_kind[kind].update(("found", "right") if kind is gold.kind else ("found",))
    for one in hits.wrong:
        spans["found"] += 1
        kind = _first_kind(one)
        if kind is not None:
            by_kind[kind]["found"] += 1


def _first_kind(one: Found) -> EntityKind | None:
    return next((kind for kind in KINDS if kind in one.kinds), None)


def _share(counts: Counter[str]) -> dict[str, float]:
    right, found, gold = counts["right"], counts["found"], counts["gold"]
    return _plain(Counts(right, gold, right, found))


def _plain(counts: Counts) -> dict[str, float]:
    return {
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
        "gold": counts.wanted,
        "found": counts.found,
    }


def _coreference(found: Sequence[Document], hits: Sequence[Hits], pronouns: bool) -> dict[str, Counts]:
    total: dict[str, Counts] = {}
    for document, of in zip(found, hits, strict=True):
        key, response = _clusters(document, of, pronouns)
        for name, counts in scored(key, response).items():
            total[name] = total.get(name, Counts()) + counts
    return total


def _clusters(document: Document, hits: Hits, pronouns: bool) -> tuple[list[set[Any]], list[set[Any]]]:
    key: dict[str, set[Any]] = defaultdict(set)
    response: dict[str, set[Any]] = defaultdict(set)
    for gold in document.mentions:
        if _asked(gold):
            key[gold.cluster].add(gold.span)
    for gold, one in hits.gold:
        response[one.cluster].add(gold.span)
    for one in hits.wrong:
        response[one.cluster].add(("wrong", one.span))
    if pronouns:
        of = dict(document.pronouns)
        for span in document.speaking:
            if of[span] in key:
                key[of[span]].add(span)
            if span in hits.pronouns:
                response[hits.pronouns[span]].add(span)
    return list(key.values()), list(response.values())


def _pronouns(found: Sequence[Document], hits: Sequence[Hits]) -> Counts:
    """Count pronouns tied to a name by the gold or by the system, and those tied rightly."""
    total = Counts()
    for document, of in zip(found, hits, strict=True):
        named = {gold.cluster for gold in document.mentions if _asked(gold)}
        meant: dict[str, set[str]] = defaultdict(set)
        for gold, one in of.gold:
            meant[one.cluster].add(gold.cluster)
        for span, cluster in document.pronouns:
            tied = meant[of.pronouns[span]] if span in of.pronouns else set[str]()
            right = cluster in tied
            wanted = cluster in named and span in document.speaking
            given = span in of.pronouns and (bool(tied) or cluster in named)
            total += Counts(right and wanted, wanted, right, given)
    return total


def _identity(found: Sequence[Document], hits: Sequence[Hits]) -> dict[str, Any]:
    key: dict[tuple[str, str], set[Any]] = defaultdict(set)
    response: dict[tuple[str, str], set[Any]] = defaultdict(set)
    links: dict[Any, str] = {}
    alone = count()
    for document, of in zip(found, hits, strict=True):
        clusters = {gold: one.cluster for gold, one in of.gold}
        for gold in document.mentions:
            if _asked(gold) and gold.link is not None:
                mention = (document.report.name, gold.span)
                links[mention] = gold.link
                key[document.story, gold.link].add(mention)
                response[document.story, clusters.get(gold, f"alone {next(alone)}")].add(mention)
    wanted, given = list(key.values()), list(response.values())
    pairs, joined = _pairs(wanted), _pairs(given)
    return {
        "identity, pairs": _share(Counter(right=len(pairs & joined), found=len(joined), gold=len(pairs))),
        "identity, B-cubed": _plain(b_cubed(wanted, given)),
        "entities of two links": sum(len({links[one] for one in members}) > 1 for members in given),
    }


def _pairs(clusters: Iterable[Iterable[Any]]) -> set[frozenset[Any]]:
    """All pairs of mentions of two documents in one cluster."""
    return {
        frozenset((one, other))
        for members in clusters
        for one in members
        for other in members
        if one[0] < other[0]
    }
