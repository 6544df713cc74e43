"""The clauses within a content that have a source and a cue of their own, and are left out of it."""

from collections.abc import Set
from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import THAT, lemma, marked, telling, verb_frames
from sayso.extract.sayings.further import finite
from sayso.extract.sayings.quotes import MARKS
from sayso.extract.sayings.reporters import also_participle, outer_reporter

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIDE_CLAUSES = frozenset({"while", "whereas", "although", "though", "after", "as", "since", "but"})

_TIMED = frozenset({"after", "since"})

_BY_A_QUOTATION = frozenset({"quote"})

_BY_A_CLAUSE = frozenset({"clause", "quote", "of", "to", "intent"})
"""Frames of verbs that report in a clause, a quotation or behind a preposition; with an object they only do
something."""


def without_side_clauses(inside: set[int], cue: "Token") -> set[int]:
    """Leave out clauses within the content that have a source and a cue of their own ("…,
    while an official said …")."""
    doc = cue.doc
    for index in sorted(inside):
        clause = doc[index]
        side = clause.dep_ in {"advcl", "conj", "parataxis", "ccomp"} and _reports_by_itself(clause)
        side = side and not _tells_when(clause, cue)
        if clause.i != cue.i and (side or (clause.i > cue.i and _goes_on(clause, inside))):
            inside = inside - {inner.i for inner in clause.subtree}
        elif clause.dep_ == "conj" and (_also_does(clause) or (telling(clause) and _anothers(clause, cue))):
            joints = {child.i for child in clause.head.children if child.dep_ == "cc" and child.i < clause.i}
            inside = inside - {inner.i for inner in clause.subtree} - joints
    return inside


def _tells_when(clause: "Token", cue: "Token") -> bool:
    """ "Said she left | after the board told her so": with no comma before it, a clause that tells since when
    or after what something past was so is part of what is told."""
    told, first = clause.head, clause.left_edge
    timed = clause.dep_ == "advcl" and first.lower_ in _TIMED and first.nbor(-1).text != ","
    return timed and cue.i < told.i < first.i and finite(told).tag_ == "VBD"


def without_next_word(inside: set[int], cue: "Token") -> set[int]:
    """Leave out a participle at the end of the content with which its source goes on ("was sure that it was
    safe, | saying …")."""
    next_word = (cue.doc[index] for index in sorted(inside) if index > cue.i)
    last = next((clause for clause in next_word if _goes_on(clause, inside)), None)
    return inside - {inner.i for inner in last.subtree} if last is not None else inside


def _anothers(clause: "Token", cue: "Token") -> bool:
    """A reporting clause joined to the content that is none of its words: the cue's own second, or behind a
    cue in the midst one with a subject of its own ("…, police said, but Kovar praised the crew")."""
    own = any(child.dep_ == "nsubj" for child in clause.lefts)
    return outer_reporter(clause) == cue or (own and clause.head.i < cue.i < clause.left_edge.i)


def _also_does(clause: "Token") -> bool:
    """ "Saying that he lied and | linking him to the firm": what whoever says so does besides."""
    return (
        clause.tag_ == "VBG"
        and any(child.dep_ == "dobj" for child in clause.rights)
        and also_participle(clause)
    )


def _goes_on(clause: "Token", inside: Set[int]) -> bool:
    """ "…, adding that she would stay": a reporting participle behind a comma at the end is the source's own
    next word, though the parser hung it in the content."""
    first = clause.i
    return (
        clause.tag_ == "VBG"
        and clause.dep_ in {"advcl", "acl", "conj"}
        and clause.left_edge.i == first
        and first - 1 > min(inside, default=first)
        and clause.doc[first - 1].text == ","
        and telling(clause)
        and clause.right_edge.i >= max(inside)
    )


def _only_does(clause: "Token") -> bool:
    """ "As insurers learn the rules": a verb that reports by a clause has but an object."""
    things = {child.dep_ for child in clause.rights} & {"dobj", "ccomp", "xcomp"}
    return things == {"dobj"} and verb_frames()[lemma(clause)].frames <= _BY_A_CLAUSE


def _only_begins(clause: "Token") -> bool:
    """ "Since the works began": a verb that takes nothing but quotations, where none is."""
    quoted = any(token.text in MARKS for token in clause.subtree)
    return verb_frames()[lemma(clause)].frames <= _BY_A_QUOTATION and not quoted


def _bounds(clause: "Token") -> bool:
    """ "Got involved | only after they asked him to": without it something else is said."""
    return any(child.dep_ == "advmod" and child.lower_ == "only" for child in clause.lefts)


def _reports_by_itself(clause: "Token") -> bool:
    """A clause of saying with a subject of its own behind "while" or joined to another one, or before a
    semicolon: "Kovar said it was shut; it would open soon, she added"."""
    if not telling(clause) or not any(child.dep_ in {"nsubj", "agent"} for child in clause.children):
        return False
    if _only_does(clause) or _only_begins(clause) or _bounds(clause):
        return False
    opened = any(
        child.dep_ in {"mark", "advmod"} and child.lower_ in _SIDE_CLAUSES for child in clause.children
    )
    stopped = clause.dep_ == "ccomp" and any(child.text == ";" for child in clause.rights)
    # "Said that they had gone | but that they refused": a second that-clause is no clause by itself.
    joined = clause.dep_ == "conj" and telling(clause.head) and not marked(clause, THAT)
    return opened or stopped or joined or clause.dep_ == "parataxis"
