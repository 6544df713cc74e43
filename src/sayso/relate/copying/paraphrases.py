"""One report told again in other words: the same names and numbers, sentence after sentence, in one order."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import chain

from sayso.model.names import fold
from sayso.model.report import Facts, Pair
from sayso.relate.copying.alignment import Match
from sayso.relate.copying.candidates import alike
from sayso.relate.copying.passages import Sentence

ANCHORS, ALIKE = 2, 0.6
"""Names and numbers that two sentences must share at least, and the share of all of theirs."""

PROPOSED = 0.5
"""Share of the names and numbers of two sentences that both have, from which they may answer each other."""

IN_ORDER, PART = 5, 0.4
"""Sentences that must answer each other in one order, and their share of the shorter report."""

_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")

_Told = tuple[Facts, Sequence[Sentence]]
_Anchored = tuple[Sentence, frozenset[str]]


def told_again(
    reports: Sequence[_Told], copied: Mapping[tuple[str, str], Sequence[Match]]
) -> Iterator[tuple[tuple[str, str], tuple[Match, ...]]]:
    """Yield the pairs of reports (smaller id first) of which one tells the other again in other words,
    with the sentences that answer each other.

    `copied` are the pairs that share text, and what they share: it is not told in other words.
    `reports` come in order of preference as sources.
    """
    same = {one for matches in copied.values() for match in matches for one in (match.a, match.b)}
    anchored = {facts.report.id: [*_anchored(facts, group)] for facts, group in reports}
    for a, b in _proposed(anchored, same):
        matches = () if (a, b) in copied else paraphrase(anchored[a], anchored[b])
        if matches:
            yield (a, b), matches


def _proposed(
    anchored: Mapping[str, Sequence[_Anchored]], same: Container[Sentence]
) -> list[tuple[str, str]]:
    """Pairs of reports in which enough sentences may answer each other."""
    flat = [
        (id_, tuple(sorted(anchors)))
        for id_, group in anchored.items()
        for sentence, anchors in group
        if len(anchors) >= ANCHORS and sentence not in same
    ]
    counts = Counter(tuple(sorted((flat[i][0], flat[j][0]))) for i, j in alike(flat, PROPOSED))
    return sorted((a, b) for (a, b), count in counts.items() if count >= IN_ORDER)


def paraphrase(ours: Sequence[_Anchored], theirs: Sequence[_Anchored]) -> tuple[Match, ...]:
    """Return the sentences of two reports that answer each other in one order; empty where too few do."""
    matches = _in_order([*_answers(ours, theirs)])
    enough = max(IN_ORDER, PART * min(len(ours), len(theirs)))
    return tuple(matches) if len(matches) >= enough else ()


def _answers(ours: Sequence[_Anchored], theirs: Sequence[_Anchored]) -> Iterator[Match]:
    """For each sentence of the one report, the sentence of the other that shares most of its anchors."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, (_, anchors) in enumerate(theirs):
        for anchor in anchors:
            places[anchor].append(place)
    for sentence, own in ours:
        near = [places[anchor] for anchor in own if anchor in places]
        if len(near) < ANCHORS:
            continue
        scored = (
            (both / (len(own) + len(theirs[place][1]) - both), -place)
            for place, both in Counter(chain.from_iterable(near)).items()
            if both >= ANCHORS
        )
        best, place = max(scored, default=(0.0, 0))
        if best >= ALIKE:
            yield Match(sentence, theirs[-place][0], round(best, 4))


def _anchored(facts: Facts, group: Sequence[Sentence]) -> Iterator[_Anchored]:
    return ((sentence, _anchors(facts, sentence.span)) for sentence in group)


def _anchors(facts: Facts, span: Pair) -> frozenset[str]:
    """What a paraphrase cannot change: names and numbers in digits."""
    text = facts.report.text[span[0] : span[1]]
    first = bisect_left(facts.words, span[0], key=lambda word: word.start)
    last = bisect_left(facts.words, span[1], key=lambda word: word.start)
    names = {fold(word.lemma) for word in facts.words[first:last] if word.pos == "PROPN"}
    return frozenset(names | set(_NUMBER.findall(text)))


def _in_order(matches: Sequence[Match]) -> list[Match]:
    """The longest run of matches whose second sentences come in the order of the first."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, match in enumerate(matches):
        place = bisect_left(ends, match.b.span[0])
        ends[place : place + 1] = [match.b.span[0]]
        last[place : place + 1] = [number]
        before.append(last[place - 1] if place else -1)
    run: list[Match] = []
    number = last[-1] if last else -1
    while number >= 0:
        run.append(matches[number])
        number = before[number]
    return run[::-1]
