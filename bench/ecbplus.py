"""ECB+: documents into stories by the setting that newscluster has, and gold mentions of events into chains.

**Stories.** Each topic has two events of a kind, one told by its `ecb`, one by its `ecbplus` documents; all
documents of all topics are gathered at once by `sayso.gather`, and BCubed compares the stories with those
events. The facts are those of the whole pipeline (`read`'s text, cleaned, extracted).

**Chains.** Gold are the mentions tagged ACTION or NEG_ACTION in the sentences that the makers checked; a
chain is what they linked across documents or in one, else a mention alone. Mentions are given, chains are
found, inside the predicted stories: no gold topics, no gold parts. A mention is a telling of
`sayso.relate.events`: its deed is the lemma of its first verb, else of its last content word, else its words;
where it lies in the cue of a statement it is a saying of that statement's sources, as `resolve` knows them.
Days are left out: a content's one day is not always that of each deed it tells of. Singletons count, all
sides are scored over the whole set, and `lemma` is the baseline in the same run: one chain for each deed of a
story. `lemma_gold_stories` shows it with gold stories.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench import ecb
from bench.coreference import Clusters, conll, scored
from bench.folders import find
from bench.stories import rated, rows
from sayso.embed import embed
from sayso.model.relation import Story
from sayso.model.report import Facts, Statement
from sayso.relate.events import Telling, events
from sayso.resolve.story import resolve
from sayso.run import stages

TFIDF_FLOOR = 0.876
"""BCubed F1 of single-pass TF-IDF at its best threshold on the same documents."""


def run(data: Path) -> dict[str, Any]:
    """Return BCubed of the stories, and the CoNLL measures of chains and of the lemma baseline."""
    documents = ecb.read(find(data, "ecbplus", "ECBplus_coreference_sentences.csv"))
    facts = {one.report.id: one for one in stages.facts(document.report for document in documents)}
    stories = stages.stories(list(facts.values()))
    gold = {document.report.id: document.story for document in documents}
    found = {report: story.id for story in stories for report in story.reports}
    mentions = [event for document in documents for event in document.events]
    tellings = _tellings(mentions, facts, stories)
    chains = _clusters(mentions, lambda event: event.chain)
    return {
        "documents": len(documents),
        "stories": len(stories),
        "events": len(set(gold.values())),
        "bcubed": rated(found, gold),
        "floor": TFIDF_FLOOR,
        "mentions": len(mentions),
        "chains": {
            "sayso": _scores(chains, _chained(mentions, tellings, found)),
            "lemma": _scores(chains, _clusters(mentions, lambda e: (found[e.document], tellings[e].deed))),
            "lemma_gold_stories": _scores(
                chains, _clusters(mentions, lambda e: (gold[e.document], tellings[e].deed))
            ),
        },
    }


def table(result: Mapping[str, Any]) -> str:
    """Return both measures as Markdown tables."""
    lines = [
        *rows(f"ecbplus, {result['documents']} documents", result),
        "",
        f"| chains, {result['mentions']} mentions | MUC | B³ | CEAF-e | CoNLL F1 |",
        "|---|---|---|---|---|",
    ]
    for name, row in result["chains"].items():
        shown = " | ".join(str(row[key]) for key in ("muc", "b_cubed", "ceaf_e", "conll"))
        lines.append(f"| {name.replace('_', ' ')} | {shown} |")
    return "\n".join(lines)


def _scores(key: Clusters, response: Clusters) -> dict[str, float]:
    counts = scored(key, response)
    return {name: round(one.f1, 4) for name, one in counts.items()} | {"conll": round(conll(counts), 4)}


def _clusters(mentions: Sequence[ecb.Event], key: Callable[[ecb.Event], Hashable]) -> Clusters:
    groups: dict[Hashable, set[ecb.Event]] = defaultdict(set)
    for event in mentions:
        groups[key(event)].add(event)
    return list(groups.values())


def _chained(
    mentions: Sequence[ecb.Event], tellings: Mapping[ecb.Event, Telling], story: Mapping[str, str]
) -> Clusters:
    chains: list[set[ecb.Event]] = []
    for group in _clusters(mentions, lambda event: story[event.document]):
        ordered = [event for event in mentions if event in group]
        found = events([tellings[event] for event in ordered], embed)
        chains += [{ordered[number] for number in chain} for chain in found]
    return chains


def _tellings(
    mentions: Sequence[ecb.Event], facts: Mapping[str, Facts], stories: Sequence[Story]
) -> dict[ecb.Event, Telling]:
    resolved = (resolve(story, [facts[report] for report in story.reports]) for story in stories)
    said = {one.report.id: one.statements for story in resolved for one in story.facts}
    return {event: _telling(event, facts[event.document], said[event.document]) for event in mentions}


def _telling(event: ecb.Event, facts: Facts, statements: Sequence[Statement]) -> Telling:
    start, end = event.span
    words = [word for word in facts.words if word.start < end and start < word.end]
    named = next((word for word in words if word.pos == "VERB"), words[-1] if words else None)
    cued = (one.sources for one in statements if one.cue and one.cue.start < end and start < one.cue.end)
    deed = named.lemma if named else facts.report.text[start:end].lower()
    return Telling(deed, speakers=frozenset(next(cued, ())))
