"""Sentences of reports set side by side: shared words propose, word order decides."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.relation import Aligned
from sayso.model.report import Pair
from sayso.relate.copying.candidates import alike
from sayso.relate.copying.passages import Sentence

SAME, EDITED = 0.94, 0.72
"""Word-order likeness from which two sentences are the same text, or one an edit of the other."""

RUN, PLAIN = 12, 8
"""Words in a row outside quotation marks, and how many of them in small letters,
by which a sentence takes over a part of another: names and titles in a row are shared by chance.
"""

PROPOSED = 0.2
"""Share of the pairs of words in a row of two sentences that both have, from which they are compared: where a
quarter of the words of one is replaced, a quarter is left, and in 25 sets of articles on one event none that
was an edit had less.
"""

PARTLY = 0.35
"""Likeness from which such a part is looked for."""

_COMPARED = 400
"""Words of a sentence that are compared: no writer's sentence is longer."""


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

    @property
    def own(self) -> bool:
        """Whether it shows copying: neither sentence only quotes."""
        return not (self.a.quoted or self.b.quoted)

    @property
    def words(self) -> int:
        """Words of the shorter sentence."""
        return min(len(self.a.words), len(self.b.words))


def align(groups: Sequence[Sequence[Sentence]]) -> dict[tuple[str, str], list[Match]]:
    """Return, for each pair of reports (smaller id first), the best one-to-one matches of their sentences.

    `groups` are the sentences of each report, the reports in the order in which they are preferred as
    sources.
    """
    flat = [sentence for group in groups for sentence in group]
    found: dict[tuple[str, str], list[Match]] = defaultdict(list)
    compared = [(sentence.report, sentence.words[:_COMPARED]) for sentence in flat]
    for i, j in alike(compared, PROPOSED, run=2):
        a, b = sorted((flat[i], flat[j]), key=lambda sentence: (sentence.report, sentence.span))
        score = likeness(a.words, b.words)
        if score >= EDITED or (score >= PARTLY and shared_run(a, b) >= RUN):
            found[a.report, b.report].append(Match(a, b, score))
    return {pair: _one_to_one(matches) for pair, matches in sorted(found.items())}


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """Return how alike two lists of words are in order, 0 to 1."""
    from rapidfuzz.distance import Indel

    return round(Indel.normalized_similarity(a[:_COMPARED], b[:_COMPARED]), 4)


def shared_run(a: Sentence, b: Sentence) -> int:
    """Return how many words in a row two sentences share that neither quotes; 0 where they are fewer than
    `RUN`, and where most are names and titles."""
    ours, theirs = a.own[:_COMPARED], b.own[:_COMPARED]
    if _runs(ours).isdisjoint(_runs(theirs)):
        return 0
    ends = [0] * (len(theirs) + 1)
    longest, until = 0, 0
    for number, word in enumerate(ours, 1):
        ends = [0] + [ends[at] + 1 if word and word == other else 0 for at, other in enumerate(theirs)]
        if max(ends) > longest:
            longest, until = max(ends), number
    small = sum(word[:1].islower() for word in ours[until - longest : until])
    return longest if small >= PLAIN else 0


def _runs(own: Sequence[str]) -> set[tuple[str, ...]]:
    """The runs of `RUN` words, of which none is quoted."""
    found = (tuple(own[start : start + RUN]) for start in range(len(own) - RUN + 1))
    return {run for run in found if all(run)}


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
