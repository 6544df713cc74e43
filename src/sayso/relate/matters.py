"""Whether two members of a claim tell the same thing, each in a main clause: one deed, or one count of it.

A claim gathers what is likely one matter; two parties bear each other out only where each tells that matter
itself. Who presumes a number ("the tariffs on $200 billion of goods", "after the attack that killed 17") has
not told it.
"""

import re
from collections.abc import Iterator

from sayso.lexicon import table, words
from sayso.model.grammar import Frame, Part
from sayso.model.relation import Ref, RefKind
from sayso.model.report import Figure, Pair, Statement, StatementKind
from sayso.relate.bounds import light
from sayso.relate.matching.senses import meaning
from sayso.relate.quoted import KNOWN, spelled
from sayso.relate.view import View

_WORD = re.compile(r"[^\W\d_]+")

BOTH = 2
"""Fillers that two clauses must share where their verb says little ("is safe", "has a fault")."""

LONG = 12
"""Words of a statement from which another in the same words is one utterance, or one outlet's copy of it."""

ALIKE = 0.9
"""Share of their words, in order, from which two such statements are in the same words."""


def one_matter(story: View, a: Ref, b: Ref) -> bool:
    """Say whether two members tell one matter in main clauses: a count of one measure, or a deed of one sense
    with somebody or something in common."""
    if _of_its_own(story, a) and _of_its_own(story, b):
        return False
    ours, theirs = _clauses(story, a), _clauses(story, b)
    if ours and theirs and a.kind is b.kind is RefKind.FIGURE:
        one, other = story.figures[a.id], story.figures[b.id]
        if _toll(one) and one.measure == other.measure:
            return True
    return any(_alike(story, a, one, b, other) for one in ours for other in theirs)


def _of_its_own(story: View, ref: Ref) -> bool:
    """Say whether a member tells of its speaker's own: "our stores", "its flights"."""
    said = story.statement_of(ref)
    return said is not None and bool(set(_WORD.findall(said.text.lower())) & words("relate", "own"))


def same_words(story: View, a: Ref, b: Ref) -> bool:
    """Say whether two members are statements in the same words, long enough that two parties would not find
    them by themselves; a part of a longer one counts."""
    from rapidfuzz.fuzz import partial_ratio

    one, other = story.statement_of(a), story.statement_of(b)
    if one is None or other is None or one.id == other.id:
        return one is not None and other is not None
    short, long = sorted((spelled(one.text), spelled(other.text)), key=len)
    least = KNOWN if one.kind is other.kind is StatementKind.DIRECT else LONG
    return len(short) >= least and partial_ratio(" ".join(short), " ".join(long)) >= 100 * ALIKE


def _clauses(story: View, ref: Ref) -> list[Frame]:
    """The main frames of a statement's content; of a figure, those of what states it, or of its sentence, of
    which it fills a part."""
    said, figure = story.statement_of(ref), story.figures.get(ref.id)
    spans = _parts(said) if said else (figure.sentence,) if figure else ()
    return [
        frame
        for span in spans
        for frame in _told(story, _report(story, ref), span)
        if figure is None or any(_states(story, figure, part) for part in frame.parts)
    ]


def _told(story: View, report: str, span: Pair) -> Iterator[Frame]:
    """The main frames of a span, without those of what is only asked ("how the passenger came aboard")."""
    text, last = story.report(report).text, span[0]
    for frame in story.frames(report, span):
        between = set(_WORD.findall(text[last : frame.start].lower()))
        if frame.main and not between & words("relate", "interrogative"):
            yield frame
        last = frame.end


def _parts(one: Statement) -> tuple[Pair, ...]:
    return tuple(part for part in one.parts if part[0] < part[1]) or ((one.start, one.end),)


def _fills(figure: Figure, part: Part) -> bool:
    return figure.start < part.end and part.start < figure.end


def _states(story: View, figure: Figure, part: Part) -> bool:
    """Say whether a figure fills a part, or says how much the part is: "an altitude of 770 kilometres"."""
    between = story.report(figure.report).text[part.end : figure.start]
    return _fills(figure, part) or between.strip().lower() == "of"


def _toll(figure: Figure) -> bool:
    return figure.measure in table("comparison")["measures"]["followed"]


def _alike(story: View, a: Ref, ours: Frame, b: Ref, theirs: Frame) -> bool:
    if ours.negated != theirs.negated or _verb(ours) != _verb(theirs):
        return False
    shared = _fillers(story, a, ours) & _fillers(story, b, theirs)
    return len(shared) >= (BOTH if {ours.lemma, theirs.lemma} & light() else 1)


def _verb(frame: Frame) -> str:
    return meaning(frame.lemma, verb=True)


def _fillers(story: View, ref: Ref, frame: Frame) -> frozenset[str]:
    """Who and what a verb is told of, the figure itself aside: parties by whom they answer to, other things
    by the word for them, no pronouns."""
    report, figure = _report(story, ref), story.figures.get(ref.id)
    found = set()
    for part in frame.parts:
        if figure is None or not _fills(figure, part):
            found |= _filler(story, report, part)
    return frozenset(found)


def _report(story: View, ref: Ref) -> str:
    return story.fact(ref.id).report


def _filler(story: View, report: str, part: Part) -> set[str]:
    named, word = story.mention_at(report, part.start), story.word_at(report, part.start)
    if named is not None:
        return {story.authority(named.entity)}
    return {meaning(word.lemma, verb=False)} if word is not None else set()
