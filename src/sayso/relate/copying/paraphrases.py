"""One report told again in other words: the same names and numbers, sentence after sentence, in one order."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import chain

from sayso.kept import of_two, of_words
from sayso.model.names import fold
from sayso.model.report import Facts, Pair
from sayso.relate.copying.alignment import Match
from sayso.relate.copying.candidates import alike
from sayso.relate.copying.passages import Sentence, sentences

ANCHORS, ALIKE = 2, 0.6
"""Names and numbers that two sentences must share at least, and the share of all of theirs."""

PROPOSED = 0.5
"""Share of the names and numbers of two sentences that both have, from which they may answer each other."""

IN_ORDER, PART = 5, 0.4
"""Sentences that must answer each other in one order, and their share of the shorter report."""

_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")

_Told = tuple[Facts, Sequence[Sentence]]
_Anchored = tuple[Sentence, frozenset[str]]

_Answer = tuple[int, int, float]
"""The numbers of two sentences, one of each report, and the share of their anchors that both have."""


def told_again(
    reports: Sequence[_Told], copied: Mapping[tuple[str, str], Sequence[Match]]
) -> Iterator[tuple[tuple[str, str], tuple[Match, ...]]]:
    """Yield the pairs of reports (smaller id first) of which one tells the other again in other words,
    with the sentences that answer each other.

    `copied` are the pairs that share text, and what they share: it is not told in other words.
    `reports` come in order of preference as sources.
    """
    same = {one for matches in copied.values() for match in matches for one in (match.a, match.b)}
    known = {facts.report.id: (facts, group) for facts, group in reports}
    anchored = {id_: [*zip(group, _anchored(facts), strict=True)] for id_, (facts, group) in known.items()}
    for a, b in _proposed(anchored, same):
        answers = () if (a, b) in copied else _answers(known[a][0], known[b][0])
        if answers:
            ours, theirs = known[a][1], known[b][1]
            yield (a, b), tuple(Match(ours[one], theirs[other], score) for one, other, score in answers)


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


@of_two
def _answers(one: Facts, other: Facts) -> Sequence[_Answer]:
    """The sentences of two reports that answer each other in one order; empty where too few do."""
    ours, theirs = _anchored(one), _anchored(other)
    found = _in_order([*_all_answers(ours, theirs)], [sentence.span[0] for sentence in sentences(other)])
    enough = max(IN_ORDER, PART * min(len(ours), len(theirs)))
    return found if len(found) >= enough else ()


def _all_answers(ours: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> Iterator[_Answer]:
    """For each sentence of the one report, the sentence of the other that shares most of its anchors."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, anchors in enumerate(theirs):
        for anchor in anchors:
            places[anchor].append(place)
    for number, own in enumerate(ours):
        near = [places[anchor] for anchor in own if anchor in places]
        if len(near) < ANCHORS:
            continue
        scored = (
            (both / (len(own) + len(theirs[place]) - both), -place)
            for place, both in Counter(chain.from_iterable(near)).items()
            if both >= ANCHORS
        )
        best, place = max(scored, default=(0.0, 0))
        if best >= ALIKE:
            yield number, -place, round(best, 4)


@of_words
def _anchored(facts: Facts) -> list[frozenset[str]]:
    """The anchors of each sentence that can show copying."""
    return [_anchors(facts, sentence.span) for sentence in sentences(facts)]


def _anchors(facts: Facts, span: Pair) -> frozenset[str]:
    """What a paraphrase cannot change: names and numbers in digits."""
    text = facts.report.text[span[0] : span[1]]
    first = bisect_left(facts.words, span[0], key=lambda word: word.start)
    last = bisect_left(facts.words, span[1], key=lambda word: word.start)
    names = {fold(word.lemma) for word in facts.words[first:last] if word.pos == "PROPN"}
    return frozenset(names | set(_NUMBER.findall(text)))


def _in_order(answers: Sequence[_Answer], starts: Sequence[int]) -> list[_Answer]:
    """The longest run of answers whose second sentences, which begin at `starts`, come in the order of the
    first."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, second, _) in enumerate(answers):
        place = bisect_left(ends, starts[second])
        ends[place : place + 1] = [starts[second]]
        last[place : place + 1] = [number]
        before.append(last[place - 1] if place else -1)
    run: list[_Answer] = []
    number = last[-1] if last else -1
    while number >= 0:
        run.append(answers[number])
        number = before[number]
    return run[::-1]
