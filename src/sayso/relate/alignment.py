"""Sentences of two reports set side by side: MinHash proposes, word order decides."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from sayso.model.blocks import MUTED, role
from sayso.model.plain import plain
from sayso.model.relation import Aligned
from sayso.model.report import BlockRole, Facts, Pair

SHORTEST = 6
"""Words of the shortest sentence that is compared; shorter ones are alike by chance."""

SAME, EDITED = 0.94, 0.72
"""Word-order likeness from which two sentences are the same text, or one an edit of the other."""

PERMUTATIONS, BANDS, SEED = 64, 32, 11
"""MinHash over word pairs: 32 bands of two rows propose pairs from a Jaccard of about 0.2."""

_MUTED = MUTED | {BlockRole.CREDIT}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence made ready for comparison: its report, span, lower-case words, and whether most of it is
    quotation.
    """

    report: str
    span: Pair
    words: tuple[str, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class Match:
    """Two sentences of different reports and how alike their words are in order: 1 is the same text."""

    a: Sentence
    b: Sentence
    score: float

    def aligned(self, report: str) -> Aligned:
        """Return both spans, that in `report` first."""
        first, second = (self.a, self.b) if self.a.report == report else (self.b, self.a)
        return Aligned(first.span, second.span)


def sentences(facts: Facts) -> list[Sentence]:
    """Return the sentences of a report that can show copying: long enough, outside headers, credits and
    boilerplate.
    """
    report = facts.report
    quotes = [part for one in facts.statements if one.kind in {"direct", "mixed"} for part in one.parts]
    found = [
        Sentence(report.id, span, _words(report.text[span[0] : span[1]]), _quoted(span, quotes))
        for span in facts.sentences
        if role(report, span[0]) not in _MUTED
    ]
    return [sentence for sentence in found if len(sentence.words) >= SHORTEST]


def align(groups: Sequence[Sequence[Sentence]]) -> dict[tuple[str, str], list[Match]]:
    """Return, for each pair of reports (smaller id first), the best one-to-one matches of their sentences."""
    flat = [sentence for group in groups for sentence in group]
    found: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for i, j in _proposed(flat):
        a, b = sorted((flat[i], flat[j]), key=lambda sentence: (sentence.report, sentence.span))
        score = _likeness(a.words, b.words)
        if a.report != b.report and score >= EDITED:
            found[a.report, b.report].append(Match(a, b, score))
    return {pair: _one_to_one(matches) for pair, matches in sorted(found.items())}


def _proposed(flat: Sequence[Sentence]) -> list[tuple[int, int]]:
    rensa: Any = import_module("rensa")  # its names are made at run time, unseen by type checkers
    index = rensa.RMinHashLSH(threshold=0.2, num_perm=PERMUTATIONS, num_bands=BANDS)
    pairs: set[tuple[int, int]] = set()
    for number, sentence in enumerate(flat):
        sketch = rensa.RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update([" ".join(pair) for pair in zip(sentence.words, sentence.words[1:], strict=False)])
        pairs.update((other, number) for other in index.query(sketch))
        index.insert(number, sketch)
    return sorted(pairs)


def _likeness(a: Sequence[str], b: Sequence[str]) -> float:
    from rapidfuzz.distance import Indel

    return round(Indel.normalized_similarity(a, b), 4)


def _one_to_one(matches: Sequence[Match]) -> list[Match]:
    """Best first, each sentence once; the result in order of the first report's text."""
    taken: set[tuple[str, Pair]] = set()
    kept = []
    for match in sorted(matches, key=lambda match: (-match.score, match.a.span, match.b.span)):
        ends = {(match.a.report, match.a.span), (match.b.report, match.b.span)}
        if taken.isdisjoint(ends):
            taken |= ends
            kept.append(match)
    return sorted(kept, key=lambda match: match.a.span)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain(text).lower()))


def _quoted(span: Pair, quotes: Sequence[Pair]) -> bool:
    inside = sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in quotes)
    return inside > 0.6 * (span[1] - span[0])
