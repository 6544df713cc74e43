"""Which sentence of a document's earlier revision is which of the later one, and which words differ."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from sayso.compare.documents import Document
from sayso.model.blocks import MUTED, role
from sayso.model.report import Pair

EDITED = 0.5
"""Share of words in common from which two sentences are one that was edited; below it one went and one came.
Half, as in diff tools that pair lines."""

LARGEST = 4_000_000
"""Pairs of sentences, or of a sentence's words, beyond which two texts are not aligned in order but taken by
equal sentences, or as wholly other words: 2,000 on each side are more than any article has."""

CANDIDATES = 5
"""Sentences with most words in common that a sentence is compared with."""

_WORD = re.compile(r"\w+(?:[.,'’]\w+)*")
_PIECE = re.compile(rf"{_WORD.pattern}|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Alignment:
    """Sentences by their places in either document: the same in both, edited, only in one."""

    kept: tuple[Pair, ...]
    edited: tuple[Pair, ...]
    removed: tuple[int, ...]
    added: tuple[int, ...]


def align(before: Document, after: Document) -> Alignment:
    """Pair the sentences of two revisions; what stands elsewhere in the text unchanged counts as kept.

    Page furniture (headers, datelines, boilerplate) is not looked at.
    """
    left, right = _told(before), _told(after)
    kept = _in_order(left, right)
    kept += _elsewhere(_without(left, {i for i, _ in kept}), _without(right, {j for _, j in kept}))
    gone = _without(left, {i for i, _ in kept})
    came = _without(right, {j for _, j in kept})
    edited = _edited(gone, came)
    return Alignment(
        tuple(sorted(kept)),
        tuple(edited),
        tuple(sorted(_without(gone, {i for i, _ in edited}))),
        tuple(sorted(_without(came, {j for _, j in edited}))),
    )


def differing(before: str, after: str) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Return the spans of the words that only the one or only the other text has; neighbours are one span."""
    left, right = list(_PIECE.finditer(before)), list(_PIECE.finditer(after))
    if len(left) * len(right) > LARGEST:
        return ((0, len(before)),), ((0, len(after)),)
    numbers: dict[str, int] = {}
    coded = [[numbers.setdefault(word.group(), len(numbers)) for word in side] for side in (left, right)]
    removed: list[Pair] = []
    added: list[Pair] = []
    for step in Indel.opcodes(*coded):
        if step.tag == "delete":
            removed.append((left[step.src_start].start(), left[step.src_end - 1].end()))
        elif step.tag == "insert":
            added.append((right[step.dest_start].start(), right[step.dest_end - 1].end()))
    return tuple(removed), tuple(added)


def likeness(before: str, after: str) -> float:
    """Return the share of words that two texts have in common, in whatever order; case does not count."""
    one, other = (Counter(_WORD.findall(text.casefold())) for text in (before, after))
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _told(document: Document) -> dict[int, str]:
    """The sentences that tell something, by their place."""
    return {
        place: document.words(span)
        for place, span in enumerate(document.sentences)
        if not {role(document.report, span[0]), role(document.report, span[1] - 1)} <= MUTED
    }


def _without(side: dict[int, str], places: set[int]) -> dict[int, str]:
    return {place: text for place, text in side.items() if place not in places}


def _in_order(left: dict[int, str], right: dict[int, str]) -> list[Pair]:
    """The longest run of equal sentences that stand in one order in both."""
    here, there = list(left), list(right)
    if len(here) * len(there) > LARGEST:
        return []
    numbers: dict[str, int] = {}
    coded = [[numbers.setdefault(text, len(numbers)) for text in side.values()] for side in (left, right)]
    return [
        (here[step.src_start + n], there[step.dest_start + n])
        for step in Indel.opcodes(*coded)
        if step.tag == "equal"
        for n in range(step.src_end - step.src_start)
    ]


def _elsewhere(left: dict[int, str], right: dict[int, str]) -> list[Pair]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, text in reversed(right.items()):
        places[text].append(place)
    return [(place, found.pop()) for place, text in left.items() if (found := places.get(text))]


def _edited(gone: dict[int, str], came: dict[int, str]) -> list[Pair]:
    """Pair the sentences that are most alike, each once."""
    scored = sorted((-likeness(gone[i], came[j]), abs(i - j), i, j) for i, j in _candidates(gone, came))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, _, i, j in scored:
        if -score >= EDITED and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return sorted(pairs.items())


def _candidates(gone: dict[int, str], came: dict[int, str]) -> Iterator[Pair]:
    """Yield for each sentence those with which it has most of its rarer words in common."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, text in came.items():
        for word in _words(text):
            holders[word].append(place)
    for place, text in gone.items():
        shared = Counter(
            other for word in _words(text) for other in holders.get(word, ())[: CANDIDATES * CANDIDATES]
        )
        for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:CANDIDATES]:
            yield place, other


def _words(text: str) -> Sequence[str]:
    return sorted(set(_WORD.findall(text.casefold())))
