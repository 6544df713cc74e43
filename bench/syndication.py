"""Pages that share 8-word runs: which draw on one another, beside a baseline of shared runs alone.

`bench/gold/syndication.tsv` labels 200 of the 750 pairs of the syndication set,
written by reading the pages before any code was run on them. The draw (Python's `random`, seed 6):
five strata, 40 pairs each, no page in more than six pairs.
`high` are pairs whose Jaccard of 8-word runs is .8 or more, `middle` .1 or more, `low` the rest;
`-wire` where the set's own column finds one agency's name near the top of both pages, else `-none`.
The labels:

- identical: one text from its first sentence to its last, whoever is credited; furniture, captions, headline,
or a
  few words may differ.
- shared-agency: not identical; both carry sentences of one agency's copy, as at least one of the pages says,
and
  neither page is that agency's own: other cuts, other versions, a passage taken over.
- edited-copy: not identical; one takes over sentences of the other, or of a later version of it,
and no agency's.
- independent: they share quotations, posts, documents, captions, page furniture or stock phrases, no more.

Each pair is related as a story of its own, since a story of all pages keeps only the nearest source of each.
The publisher stands for the outlet; dates are those the page prints.
What sayso says of a pair is read off the kind of the one derivation between its two reports;
excerpts and paraphrases count as edited copies, a credit or a link without copied text as independent.
Direction is not scored: the pages do not show it.
"""

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.folders import find
from bench.scoring import rates, rounded
from sayso.clean.report import clean
from sayso.model.choices import NONE
from sayso.model.relation import Derivation, DerivationKind, Story
from sayso.model.report import Facts, Received
from sayso.relate import derivations
from sayso.resolve.story import resolve
from sayso.run import stages

GOLD = Path(__file__).parent / "gold" / "syndication.tsv"
LABELS = ("identical", "shared-agency", "edited-copy", "independent")
KINDS = {
    DerivationKind.IDENTICAL: "identical",
    DerivationKind.SHARED_AGENCY: "shared-agency",
    DerivationKind.COPIED: "edited-copy",
    DerivationKind.EDITED_COPY: "edited-copy",
    DerivationKind.EXCERPT: "edited-copy",
    DerivationKind.PARAPHRASE: "edited-copy",
}
"""What each kind of derivation between the two pages of a pair says of it; other kinds say independent."""

Row = Mapping[str, str]
Pairs = Mapping[tuple[str, str], str]


def run(data: Path) -> dict[str, object]:
    """Label the pairs by sayso's derivations and by the baseline; return macro F1 and F1 by label of both."""
    folder = find(data, "syndication", "articles.jsonl")
    gold = read_gold(GOLD)
    rows = [json.loads(line) for line in (folder / "articles.jsonl").read_text("utf-8").splitlines()]
    pages = {row["id"]: row for row in rows if any(row["id"] in pair for pair in gold)}
    facts = facts_of(list(pages.values()))
    found = {(a, b): label(facts[a], facts[b]) for a, b in gold}
    with (folder / "pairs-sharing-8grams.tsv").open(encoding="utf-8", newline="") as file:
        shares = {(row["id_a"], row["id_b"]): row for row in csv.DictReader(file, delimiter="\t")}
    wired = {pair: _one_wire(pages[pair[0]], pages[pair[1]]) for pair in gold}
    return {
        "pairs": len(gold),
        "sayso": scores(gold, found),
        "baseline": baseline(gold, shares, wired),
        "wrong": [
            f"{a} {b}: {found[a, b]}, wanted {gold[a, b]}" for a, b in gold if found[a, b] != gold[a, b]
        ],
    }


def read_gold(path: Path) -> dict[tuple[str, str], str]:
    """Return the label of each pair of page ids."""
    with path.open(encoding="utf-8", newline="") as file:
        return {(row["id_a"], row["id_b"]): row["label"] for row in csv.DictReader(file, delimiter="\t")}


def facts_of(pages: Sequence[Mapping[str, Any]]) -> dict[str, Facts]:
    """Return the facts of pages with `id`, `publisher` and `paragraphs`, by id."""
    items = [
        Received(
            name=page["id"],
            raw=page["id"].encode(),
            text="\n\n".join(page["paragraphs"]),
            outlet=page["publisher"],
        )
        for page in pages
    ]
    reports = [report for item in items if (report := clean(item).report) is not None]
    return {one.report.name: one for one in stages.facts(reports)}


def label(a: Facts, b: Facts) -> str:
    """Return the label that the derivation between two reports stands for."""
    ids = sorted((a.report.id, b.report.id))
    pair = sorted((a, b), key=lambda one: one.report.id)
    found = derivations.relate(resolve(Story("pair", tuple(ids), ()), pair, NONE))
    between = [one for one in found if _between(one, ids)]
    return next((KINDS[one.kind] for one in between if one.kind in KINDS), "independent")


def _between(one: Derivation, ids: Sequence[str]) -> bool:
    return one.report in ids and one.from_.report in ids


def scores(gold: Pairs, found: Pairs) -> dict[str, object]:
    """Return precision, recall and F1 of each label, and the mean of the F1s."""
    each = {
        name: rates(
            sum(found[pair] == gold[pair] == name for pair in gold),
            sum(value == name for value in found.values()),
            sum(value == name for value in gold.values()),
        )
        for name in LABELS
    }
    macro = sum(one["f1"] for one in each.values()) / len(LABELS)
    return {"macro_f1": round(macro, 4), "labels": {name: rounded(one) for name, one in each.items()}}


def baseline(
    gold: Pairs, shares: Mapping[tuple[str, str], Row], wired: Mapping[tuple[str, str], bool]
) -> dict[str, object]:
    """Return the scores of the share of 8-word runs alone, with the two thresholds that do best on this gold.

    From the upper one of the Jaccard a pair is identical;
    from the lower one of the containment it shares an agency's copy where both pages name one agency near the
    top, and is an edited copy else.
    """
    steps = [step / 20 for step in range(1, 20)]
    tried = [scores(gold, _by_share(gold, shares, wired, upper, lower)) for upper in steps for lower in steps]
    return max(tried, key=lambda one: float(str(one["macro_f1"])))


def _by_share(
    gold: Pairs,
    shares: Mapping[tuple[str, str], Row],
    wired: Mapping[tuple[str, str], bool],
    upper: float,
    lower: float,
) -> dict[tuple[str, str], str]:
    found = {}
    for pair in gold:
        copied = "shared-agency" if wired[pair] else "edited-copy"
        part = copied if float(shares[pair]["containment8"]) >= lower else "independent"
        found[pair] = "identical" if float(shares[pair]["jaccard8"]) >= upper else part
    return found


def _one_wire(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    return bool(set(a["wire_terms_in_lead"]) & set(b["wire_terms_in_lead"]))


def table(result: Mapping[str, Any]) -> str:
    """Return the result as a Markdown table."""
    lines = [
        f"| F1, {result['pairs']} pairs | macro | {' | '.join(LABELS)} |",
        "|---|---|" + "---|" * len(LABELS),
    ]
    for name, title in (("sayso", "sayso"), ("baseline", "8-word runs and agency names, best thresholds")):
        each = " | ".join(str(result[name]["labels"][one]["f1"]) for one in LABELS)
        lines.append(f"| {title} | {result[name]['macro_f1']} | {each} |")
    return "\n".join([*lines, "", *(f"  wrong {line}" for line in result["wrong"])])
