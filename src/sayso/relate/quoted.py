"""What stands between quotation marks, sentence by sentence, and in which words two quotations differ."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon import table, words
from sayso.lexicon.idf import weight
from sayso.model.blocks import HEADINGS, role
from sayso.model.plain import plain
from sayso.model.report import Pair, Report, Statement, StatementKind

SHORTEST = 2
"""Words of the shortest quotation that is compared: a single quoted word is often the outlet's distance."""

SAME_SENTENCE = 0.4
"""Share of the words of two quotations, by weight, from which they render one sentence: of one speaker, claim
and day already; translations of one post share so much, other sentences of one speaker about a quarter."""

RUN = 3
"""Words in a row that quotations have in common which are one by their words."""

KNOWN, NEARLY_ALL = 6, 0.85
"""Words by which a quotation is known again whoever is said to have spoken, and the share of them that must
come back in order."""

KEPT, KEPT_WORDS = 4096, 32768
"""Quotations and texts whose words are kept at hand, and words whose spellings are: each is compared with
many."""

OFTEN, COMMON = 0.25, 1.0
"""What a word counts that most sentences have, beside 1 for any other, and the inverse document frequency
below which one does."""

SHORT, SAME_LETTERS = 6, 0.7
"""Words up to which two quotations may be known for one by their letters, and the share of those: of three
words one changed is much."""

_QUOTED = re.compile(r'"([^"\n]+)"')
_MARKED = re.compile(r"(?<!\w)(['\"])([^\n]+?)\1(?!\w)")
_SENTENCE = re.compile(r"[^.!?…]+")
_WORD = re.compile(r"[\w$€£%]+(?:[-'.,]\w+)*")


@dataclass(frozen=True, slots=True)
class Quoted:
    """One sentence between quotation marks: its words as they are compared, and where each stands."""

    words: tuple[str, ...]
    places: tuple[Pair, ...]

    @property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """The runs of words by which it can be found again; none of a short one."""
        return _runs(self.words)


@lru_cache(maxsize=KEPT)
def _runs(said: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    if len(said) < KNOWN - 1:
        return frozenset()
    return frozenset(said[start : start + RUN] for start in range(len(said) - RUN + 1))


@dataclass(frozen=True, slots=True)
class Changed:
    """Words of one quotation with what stands for them in another; one of them may be empty."""

    here: tuple[Pair, ...]
    there: tuple[Pair, ...]


def quoted(report: Report, one: Statement) -> tuple[Quoted, ...]:
    """Return the quoted sentences of a statement, in order of place; none of one that quotes nothing."""
    text = plain(report.text)
    return tuple(
        found
        for start, end in _stretches(text, one)
        for sentence in _SENTENCE.finditer(text, start, end)
        if len((found := _words(text, sentence.start(), sentence.end())).words) >= SHORTEST
    )


def in_heading(report: Report, one: Statement) -> tuple[Quoted, ...]:
    """Return what a heading quotes, in either marks; nothing for other text."""
    if role(report, one.start) not in HEADINGS:
        return ()
    text = plain(report.text)
    found = (_words(text, *match.span(2)) for match in _MARKED.finditer(text, one.start, one.end))
    return tuple(said for said in found if len(said.words) >= SHORTEST)


def _stretches(text: str, one: Statement) -> Iterator[Pair]:
    if one.kind is StatementKind.DIRECT:
        yield from one.parts
    elif one.kind is StatementKind.MIXED:
        end = one.end + (text[one.end : one.end + 1] == '"')
        start = one.start - (text[one.start - 1 : one.start] == '"')
        yield from (match.span(1) for match in _QUOTED.finditer(text, start, end))


@lru_cache(maxsize=KEPT)
def spelled(text: str) -> tuple[str, ...]:
    """Return the words of a text as quotations are compared: marks, case and contractions made plain."""
    made = plain(text)
    return _words(made, 0, len(made)).words


def _words(text: str, start: int, end: int) -> Quoted:
    found = [
        (part, match.span())
        for match in _WORD.finditer(text, start, end)
        for part in _whole(match[0].lower()).split()
    ]
    return Quoted(tuple(part for part, _ in found), tuple(place for _, place in found))


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    return tuple((short, long) for short, long in table("relate")["contractions"])


def _whole(word: str) -> str:
    """A contraction written out, a spelling made one: how a voice is spelled is no other wording."""
    for short, long in _endings():
        if word.endswith(short):
            return f"{word[: -len(short)]} {long}"
    return _spelt(word)


@lru_cache(maxsize=KEPT_WORDS)
def _spelt(word: str) -> str:
    """A word as it is compared: British or American, with one letter or two."""
    for pattern, letters in table("relate")["spellings"]:
        word = re.sub(pattern, letters, word)
    return word


def likeness(a: Quoted, b: Quoted) -> float:
    """Return the share of two quotations, in words by their weight, that both have in the same order."""
    from rapidfuzz.distance import Indel

    same = (code for code in Indel.opcodes(a.words, b.words) if code.tag == "equal")
    common = sum(_weight(word) for code in same for word in a.words[code.src_start : code.src_end])
    return 2 * common / sum(map(_weight, (*a.words, *b.words)))


@lru_cache(maxsize=KEPT_WORDS)
def _weight(word: str) -> float:
    """What two quotations share by having a word: little for one that most sentences have."""
    often = words("relate", "auxiliaries") | words("relate", "open_pronouns") | words("relate", "light")
    return OFTEN if word in often or weight(word) < COMMON else 1.0


def alike(a: Quoted, b: Quoted) -> bool:
    """Say whether two quotations of one speaker on one matter can render one sentence."""
    from rapidfuzz.distance import Indel

    if likeness(a, b) >= SAME_SENTENCE:
        return True
    short = max(len(a.words), len(b.words)) <= SHORT
    return short and Indel.normalized_similarity(" ".join(a.words), " ".join(b.words)) >= SAME_LETTERS


def holds(a: Quoted, b: Quoted) -> bool:
    """Say whether the longer of two quotations has half of the shorter, a piece picked from it perhaps."""
    short, long = sorted((a, b), key=lambda one: len(one.words))
    return 2 * sum(_weight(word) for word in short.words if word in long.words) >= sum(
        map(_weight, short.words)
    )


def same_words(a: Quoted, b: Quoted) -> bool:
    """Say whether one of two quotations has nearly all words of the other, and enough of them to be known by:
    then they are one utterance, whoever says so.
    """
    from rapidfuzz.distance import LCSseq

    shorter = min(len(a.words), len(b.words))
    return shorter >= KNOWN and LCSseq.similarity(a.words, b.words) >= NEARLY_ALL * shorter


def one_wording(a: Quoted, b: Quoted) -> bool:
    """Say whether two quotations are the same words, by which they are known whoever is said to have spoken:
    equal ones may be a word shorter than those that differ a little."""
    if a.runs.isdisjoint(b.runs):
        return False
    return same_words(a, b) or (a.words == b.words and len(a.words) >= KNOWN - 1)


def partner(one: Quoted, others: Sequence[Quoted]) -> Quoted | None:
    """Return the sentence of another report that renders the same, the likest; None for none."""
    found = [other for other in others if alike(one, other)]
    return max(found, key=lambda other: likeness(one, other), default=None)


def changes(report: Report, a: Quoted, b: Quoted) -> tuple[Changed, ...]:
    """Return the words of `a` (of `report`) that differ from those of `b`.

    What one has beyond the first or last word of the other is cut short, no other wording; what the outlet
    put in brackets is marked as its own.
    """
    from rapidfuzz.distance import Indel

    codes = [code for code in Indel.opcodes(a.words, b.words) if code.tag != "equal"]
    merged: list[list[int]] = []
    for code in codes:
        found = [code.src_start, code.src_end, code.dest_start, code.dest_end]
        if merged and merged[-1][1] == found[0] and merged[-1][3] == found[2]:
            merged[-1] = [merged[-1][0], found[1], merged[-1][2], found[3]]
        else:
            merged.append(found)
    return tuple(
        Changed(a.places[start:end], b.places[from_:to])
        for start, end, from_, to in merged
        if not _cut(a, b, start, end, from_, to)
        and "".join(a.words[start:end]) != "".join(b.words[from_:to])
        and not _bracketed(report, a.places[start:end])
    )


def _cut(a: Quoted, b: Quoted, start: int, end: int, from_: int, to: int) -> bool:
    """Say whether one quotation only begins later or ends earlier than the other."""
    at_an_end = (start == from_ == 0) or (end == len(a.words) and to == len(b.words))
    return at_an_end and (start == end or from_ == to)


def _bracketed(report: Report, places: Sequence[Pair]) -> bool:
    return any(report.text[start - 1 : start] in {"[", "("} for start, _ in places)
