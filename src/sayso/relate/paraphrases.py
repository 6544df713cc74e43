"""One report told again in other words: the same names and numbers, sentence after sentence, in one order."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from sayso.model.names import fold
from sayso.model.report import Facts, Pair
from sayso.relate.alignment import Match, Sentence, sentences

ANCHORS, ALIKE = 2, 0.6
"""Names and numbers that two sentences must share at least, and the share of all of theirs."""

IN_ORDER, PART = 4, 0.4
"""Sentences that must answer each other in one order, and their share of the shorter report."""

_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")


def paraphrase(a: Facts, b: Facts) -> tuple[Match, ...]:
    """Return the sentences of two reports that answer each other in one order; empty where too few do."""
    ours, theirs = sentences(a), sentences(b)
    matches = _in_order([*_answers(a, ours, b, theirs)])
    enough = max(IN_ORDER, PART * min(len(ours), len(theirs)))
    return tuple(matches) if len(matches) >= enough else ()


def _answers(a: Facts, ours: Sequence[Sentence], b: Facts, theirs: Sequence[Sentence]) -> list[Match]:
    """For each sentence of the one report, the sentence of the other that shares most of its anchors."""
    known = [(sentence, _anchors(b, sentence.span)) for sentence in theirs]
    found = []
    for sentence in ours:
        own = _anchors(a, sentence.span)
        scored = [(_share(own, other), -place) for place, (_, other) in enumerate(known)]
        best, place = max(scored, default=(0.0, 0))
        if best >= ALIKE:
            found.append(Match(sentence, known[-place][0], round(best, 4)))
    return found


def _share(a: set[str], b: set[str]) -> float:
    return len(a & b) / len(a | b) if len(a & b) >= ANCHORS else 0.0


def _anchors(facts: Facts, span: Pair) -> set[str]:
    """What a paraphrase cannot change: names and numbers in digits."""
    text = facts.report.text[span[0] : span[1]]
    inside = (word for word in facts.words if span[0] <= word.start < span[1])
    return {fold(word.lemma) for word in inside if word.pos == "PROPN"} | set(_NUMBER.findall(text))


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
