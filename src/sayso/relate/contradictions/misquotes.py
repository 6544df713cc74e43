"""One utterance between quotation marks, given to two speakers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from sayso.lexicon import words
from sayso.model.names import fold
from sayso.model.plain import plain
from sayso.model.relation import About, Conflict, ConflictType, Ref, RefKind, When
from sayso.model.report import EntityKind, Statement, StatementKind
from sayso.relate.contradictions.verdicts import conflict
from sayso.relate.media import is_media
from sayso.relate.parties import one_name
from sayso.relate.quoted import one_wording, quoted
from sayso.relate.roots import outlet
from sayso.relate.view import View

SAME_WORDS = 0.85
"""Likeness in word order from which two quotations are taken for one utterance."""

RUN = 3
"""Words in a row that two quotations must share to be compared. Alike by `SAME_WORDS`, two quotations of
five or six
words are equal, and longer ones keep a run of three between the words that differ."""

SURNAME, MISSPELT = 5, 0.75
"""Letters of a surname from which another may be a misspelling of it, and how alike the two must be:
"Mantzar", "Matzar"."""

SHORTEST = 5
"""Words that a quotation needs to be known again."""


def relate(story: View) -> Iterable[Conflict]:
    """Yield one conflict for each pair of authorities that the same quoted words are given to."""
    quotes = [
        (one, said) for one in story.statements.values() if len(said := _quoted(story, one)) >= SHORTEST
    ]
    seen: set[tuple[str, str]] = set()
    for first, second in _sharing_a_run([said for _, said in quotes]):
        (a, words_a), (b, words_b) = quotes[first], quotes[second]
        pair = story.authority(a.sources[0]), story.authority(b.sources[0])
        mark = min(pair), max(pair)
        if a.report == b.report or mark in seen or not _alike(words_a, words_b):
            continue
        if one_name(story, *pair) or _one_speaker(story, a, b):
            continue
        seen.add(mark)
        yield _conflict(story, a, b)


def _sharing_a_run(quotes: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Pairs of quotations that have a run of words in common, in order; no others can be alike, and
    comparing only
    these keeps the cost near linear.
    """
    holders: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, said in enumerate(quotes):
        for start in range(len(said) - RUN + 1):
            holders[tuple(said[start : start + RUN])].add(number)
    shared = (sorted(numbers) for numbers in holders.values() if len(numbers) > 1)
    return sorted({pair for numbers in shared for pair in combinations(numbers, 2)})


def same_utterance(story: View, a: Statement, b: Statement) -> bool:
    """Say whether two quotations, of whomever, have the same words."""
    if a.report == b.report:
        return False
    ours, theirs = (quoted(story.report(one.report), one) for one in (a, b))
    if any(one_wording(one, other) for one in ours for other in theirs):
        return True
    return StatementKind.DIRECT in {a.kind, b.kind} and same_words(a, b)


def same_words(a: Statement, b: Statement) -> bool:
    """Say whether two contents, long enough to be known again, have the same words."""
    words_a, words_b = _words(a), _words(b)
    return min(len(words_a), len(words_b)) >= SHORTEST and _alike(words_a, words_b)


def _words(one: Statement) -> list[str]:
    return plain(one.text).lower().replace('"', " ").split()


def _quoted(story: View, one: Statement) -> list[str]:
    """The words of a quotation of one named speaker; none otherwise."""
    direct = one.kind is StatementKind.DIRECT and len(one.sources) == 1
    if not direct or not _by_name(story, one) or is_media(story, one.sources[0]):
        return []
    return _words(one)


def _by_name(story: View, one: Statement) -> bool:
    """Say whether the speaker is named, and right there: whom "she" means is too little to go by, not whom
    "its head, Ana Duro" does."""
    said = re.findall(r"\w+", one.source.text) if one.source else []
    lowered = {word.lower() for word in said}
    if not story.named(one.sources[0]) or (said and lowered <= words("relate", "open_pronouns")):
        return False
    return not said or not _described(story, one.sources[0], said)


def _described(story: View, speaker: str, said: Sequence[str]) -> bool:
    """Say whether a person is called by what they are, with an article: "the California Democrat", "the
    46-year-old Norlander"."""
    found = story.entities.get(speaker)
    person = found is not None and found.kind in {EntityKind.PERSON, EntityKind.GROUP}
    return person and said[0].lower() in {"the", "a", "an"}


def _one_speaker(story: View, a: Statement, b: Statement) -> bool:
    """Say whether two speakers may be one, or one speak for the other: a name holds the other's, is a letter
    or two off it, or is told beside the other's ("Duro spokesman Ivo Maro")."""
    ours, theirs = a.sources[0], b.sources[0]
    return (
        one_name(story, ours, theirs)
        or _told_beside(story, a, theirs)
        or _told_beside(story, b, ours)
        or any(
            _near(one, other) for one in story.entities[ours].names for other in story.entities[theirs].names
        )
    )


def _told_beside(story: View, one: Statement, other: str) -> bool:
    """Say whether the words for one speaker hold a word of another's name."""
    said = set(re.findall(r"\w+", one.source.text)) if one.source else set()
    return any(name.split()[-1] in said for name in story.entities[other].names if name[:1].isupper())


def _near(a: str, b: str) -> bool:
    from rapidfuzz.distance import Indel

    ours, theirs = (name.split()[-1] for name in (a, b))
    long_enough = min(len(ours), len(theirs)) >= SURNAME  # as they are spelt: folding takes letters away
    return long_enough and Indel.normalized_similarity(fold(ours), fold(theirs)) >= MISSPELT


def _alike(a: list[str], b: list[str]) -> bool:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(a, b) >= SAME_WORDS


def _conflict(story: View, a: Statement, b: Statement) -> Conflict:
    given = [
        f"{outlet(story.report(one.report))} gives them to {story.name(one.sources[0])}" for one in (a, b)
    ]
    refs = Ref(RefKind.STATEMENT, a.id), Ref(RefKind.STATEMENT, b.id)
    return conflict(
        ConflictType.MISQUOTE,
        About.SAYING,
        When.SAME,
        *refs,
        f"the same quoted words: {given[0]}, {given[1]}",
    )
