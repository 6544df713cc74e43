"""Sentence pairs (MSRP): are two sentences the same claim by sayso's own path? Precision and recall.

Each sentence is a report of its own, with no outlet and no date; both make one story, which goes through
extraction, resolution and the gathering of claims like any other. A sentence's main unit is the longest of
its statements that is gathered by itself, which leaves out one that does little more than hold another one.

`claim`: one claim holds the main units of both. This is what sayso says, and it says more than the raters
were asked: a claim may leave out what a member of it adds ("… said Marsh, whose family owns the paper"),
while the raters judged all that a sentence says. `alike`: as `claim`, and neither sentence has many words
that the other lacks, so that the claim is what both sentences say. Compare `alike` with what others publish.

A sentence from which no statement is taken is never the same as another. Raters let pass what a desk would
not (another figure or date in two sentences alike otherwise), which bounds recall; precision is what counts.
Rules were set on the train part; the dev part only reports.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.folders import find
from bench.polnear import report
from bench.scoring import rates, rounded
from sayso.annotate import annotate
from sayso.embed import embed
from sayso.model.relation import Story
from sayso.model.report import Block, BlockRole, Facts, Report
from sayso.relate import claims, sums, whom
from sayso.resolve.story import resolve
from sayso.run.stages import extracted

PARTS = {"train": "msr-para-train.tsv", "dev": "msr-para-val.tsv"}

READINGS = ("claim", "alike")

LITTLE, LETTERS = 0.3, 5
"""What one sentence may say beside what both say (set on the train part), and by how many letters a word is
known."""

_WORD = re.compile(r"\w+")

BATCH = 500
"""Pairs annotated at a time, so that memory stays small."""

FLOOR = 0.71
"""Precision of taking every pair whose vectors are near for alike."""


@dataclass(frozen=True)
class SentencePair:
    """Two sentences and whether they mean the same by the raters."""

    id: str
    a: str
    b: str
    same: bool


def run(data: Path) -> dict[str, Any]:
    """Return precision, recall and F1 of both readings on each part."""
    folder = find(data, "sentence-pairs", PARTS["train"])
    return {part: score(read(folder / name)) for part, name in PARTS.items()}


def table(result: Mapping[str, Any]) -> str:
    """Return the result as a Markdown table."""
    rows = [
        f"| {part}, {reading} | {one['pairs']} | {rates['precision']:.3f} | {rates['recall']:.3f} "
        f"| {rates['f1']:.3f} |"
        for part, one in result.items()
        for reading, rates in one.items()
        if reading in READINGS
    ]
    head = ["| MSRP | pairs | precision | recall | F1 |", "|---|---|---|---|---|"]
    return "\n".join([*head, *rows, f"| all near vectors alike |  | {FLOOR} |  |  |"])


def read(path: Path) -> list[SentencePair]:
    """Return the pairs of one file: quality, two ids, two sentences, parted by tabs."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return [SentencePair(f"{row[1]}-{row[2]}", row[3], row[4], row[0] == "1") for row in rows]


def score(pairs: Sequence[SentencePair]) -> dict[str, Any]:
    """Return how many pairs are taken for the same, and the rates of that, by reading."""
    judged = [(pair, same_claim(a, b)) for pair, a, b in read_facts(pairs)]
    found = {
        "claim": [(pair.same, same) for pair, same in judged],
        "alike": [(pair.same, same and beside(pair.a, pair.b) <= LITTLE) for pair, same in judged],
    }
    return {"pairs": len(judged), **{reading: _rates(found[reading]) for reading in READINGS}}


def _rates(judged: Sequence[tuple[bool, bool]]) -> dict[str, float]:
    right = sum(gold and found for gold, found in judged)
    return rounded(rates(right, sum(found for _, found in judged), sum(gold for gold, _ in judged)))


def beside(a: str, b: str) -> float:
    """Return the share of its words that one of two sentences has and the other has not: the larger of both.

    Words are told by their first letters: "expanded" is no other than "expanding".
    """
    ours, theirs = ({word[:LETTERS] for word in _WORD.findall(text.lower())} for text in (a, b))
    if not ours or not theirs:
        return 1.0
    return max(len(ours - theirs) / len(ours), len(theirs - ours) / len(theirs))


def read_facts(pairs: Iterable[SentencePair]) -> Iterator[tuple[SentencePair, Facts, Facts]]:
    """Yield each pair with the facts of both sentences."""
    rows = list(pairs)
    for some in (rows[first : first + BATCH] for first in range(0, len(rows), BATCH)):
        reports = [_report(f"{pair.id}-{end}", getattr(pair, end)) for pair in some for end in "ab"]
        facts = [extracted(one, doc) for one, doc in zip(reports, annotate(reports), strict=True)]
        yield from zip(some, facts[::2], facts[1::2], strict=True)


def _report(name: str, sentence: str) -> Report:
    return replace(report(name, sentence), blocks=(Block(0, len(sentence), BlockRole.PARAGRAPH),))


def same_claim(a: Facts, b: Facts) -> bool:
    """Say whether one claim holds the main units of two reports of one sentence each."""
    story = Story("pair", tuple(sorted((a.report.id, b.report.id))), ())
    gathered = claims.relate(sums.relate(whom.relate(resolve(story, (a, b)))), embed)
    units = [{member.id for member in claim.whole} for claim in gathered]
    mains = [_main(facts, set().union(*units)) for facts in (a, b)]
    return all(mains) and any(set(mains) <= members for members in units)


def _main(facts: Facts, gathered: set[str]) -> str | None:
    found = [one for one in facts.statements if one.id in gathered]
    return max(found, key=lambda one: (one.end - one.start, one.id)).id if found else None
