"""Reporting cues of a sentence: verbs, nouns and prepositions that introduce what somebody said,
with their frames.

The words and frames are data (`lexicon/en/cues.toml`); this file finds them in a parsed sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import table
from sayso.model.report import Stance

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

NEGATION_REACH = 5
"""Tokens before a cue within which its negation stands; farther, or after it,
the parser has attached another one's."""

_TELLING = frozenset({Stance.DENIES, Stance.DECLINES, Stance.PROMISES})
"""Stances that a content's own verb lends to the cue above it."""

_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})
"""Dependents that belong to a cue's verb group (PolNeAR: the whole group with auxiliaries, negation,
particle)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a reporting word's complement can be, and what the source does with it."""

    frames: frozenset[str]
    stance: Stance
    prepositions: frozenset[str] = frozenset()
    thought: bool = False


@cache
def verb_frames() -> Mapping[str, Frame]:
    """Return each reporting verb's frame by lemma; a lemma in several groups takes all their complements,
    the first stance."""
    merged: dict[str, Frame] = {}
    for group in table("cues")["verbs"]:
        frame = Frame(
            frozenset(group["frames"]),
            Stance(group["stance"]),
            frozenset(group.get("prepositions", ())),
            group.get("thought", False),
        )
        for lemma in group["lemmas"]:
            known = merged.get(lemma)
            merged[lemma] = _both(known, frame) if known else frame
    return merged


def _both(one: Frame, other: Frame) -> Frame:
    return Frame(
        one.frames | other.frames,
        one.stance,
        one.prepositions | other.prepositions,
        one.thought and other.thought,
    )


def verbs(sentence: "Span") -> tuple["Token", ...]:
    """Return the reporting verbs of a sentence, in order."""
    frames = verb_frames()
    return tuple(token for token in sentence if _verbal(token) and token.lemma_.lower() in frames)


def nouns(sentence: "Span") -> tuple["Token", ...]:
    """Return the reporting nouns that have a clause of their own ("the claim that …")."""
    lemmas = table("cues")["nouns"]["lemmas"]
    return tuple(
        token
        for token in sentence
        if token.pos_ == "NOUN" and token.lemma_.lower() in lemmas and that_clause(token) is not None
    )


def that_clause(noun: "Token") -> "Token | None":
    """Return the head of the that-clause which a noun carries, or None."""
    for child in noun.children:
        if child.dep_ in {"acl", "ccomp", "relcl"} and any(
            t.dep_ == "mark" and t.lower_ == "that" for t in child.children
        ):
            return child
    return None


def stance(cue: "Token") -> Stance:
    """Return what the source does: the frame's stance, turned by negation ("has not confirmed",
    "did not comment")."""
    if cue.pos_ == "NOUN":
        return Stance(table("cues")["nouns"]["stance"].get(cue.lemma_.lower(), "asserts"))
    lemma = cue.lemma_.lower()
    found = verb_frames()[lemma].stance
    if negated(cue):
        return _negated_stances().get(lemma, found)
    asked = next((child for child in cue.children if child.dep_ == "prep" and child.i > cue.i), None)
    frame = verb_frames()[lemma]
    if asked is not None and asked.lower_ in frame.prepositions and "of" in frame.frames:
        return (
            Stance(table("cues")["prepositions"]["stance"].get(asked.lower_, found))
            if found is Stance.ASSERTS
            else found
        )
    return _content_stance(cue) or found if found is Stance.ASSERTS else found


@cache
def _negated_stances() -> Mapping[str, Stance]:
    listed = table("cues")["negated"]
    return {word: Stance(key.replace("_", "-")) for key, words in listed.items() for word in words}


def _content_stance(cue: "Token") -> Stance | None:
    """A content about what its own source will do, denies or cannot confirm turns a plain "said" into
    that."""
    for clause in cue.children:
        if clause.dep_ != "ccomp" or clause.pos_ != "VERB" or not _about_the_source(clause, cue):
            continue
        lemma = clause.lemma_.lower()
        if negated(clause) and lemma in _negated_stances():
            return _negated_stances()[lemma]
        inner = verb_frames().get(lemma)
        if inner is not None and inner.stance in _TELLING and "answer" not in inner.frames:
            return inner.stance
        if not negated(clause) and any(
            child.lower_ in table("cues")["content"]["stance"]["promises"]
            for child in clause.children
            if child.dep_ == "aux"
        ):
            return Stance.PROMISES
    return None


def _about_the_source(clause: "Token", cue: "Token") -> bool:
    """The content's subject is a pronoun for its source, or the source's own word again."""
    inner = next((child for child in clause.children if child.dep_ == "nsubj"), None)
    outer = next((child for child in cue.children if child.dep_ == "nsubj"), None)
    if inner is None:
        return False
    return inner.lower_ in {"i", "we", "he", "she", "they", "it"} or (
        outer is not None and inner.lower_ == outer.lower_
    )


def negated(cue: "Token") -> bool:
    """Say whether a cue is denied by its own group or its subject ("not", "never", "neither X nor Y",
    "no official")."""
    for child in cue.children:
        if (
            child.dep_ == "neg" or child.lower_ in {"never", "neither"}
        ) and cue.i - NEGATION_REACH <= child.i < cue.i:
            return True
        if child.dep_ in {"nsubj", "preconj"} and any(
            t.lower_ in {"neither", "no", "nobody", "none"} for t in [child, *child.lefts]
        ):
            return True
    return _not_yet(cue)


def _not_yet(cue: "Token") -> bool:
    """ "has yet to confirm", "was unable to confirm"."""
    before = [token.lower_ for token in cue.doc[max(cue.i - 3, 0) : cue.i]]
    return cue.dep_ == "xcomp" and "to" in before and ("yet" in before or "unable" in before)


def group(cue: "Token") -> tuple[int, int]:
    """Return the token range (half open) of a cue with the auxiliaries, negation and particle next to it."""
    members = [
        cue.i,
        *(child.i for child in cue.children if child.dep_ in _GROUP and abs(child.i - cue.i) <= 4),
    ]
    first, last = min(members), max(members)
    between = cue.doc[first : last + 1]
    if any(token.dep_ in {"nsubj", "nsubjpass", "punct"} for token in between):
        return cue.i, cue.i + 1
    return first, last + 1


def _verbal(token: "Token") -> bool:
    return token.pos_ in {"VERB", "AUX"} or (token.tag_.startswith("VB"))
