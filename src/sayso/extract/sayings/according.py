"""What "according to X" tells: the clause on which it hangs, what stands behind, or before it in brackets."""

from typing import TYPE_CHECKING

from sayso.extract.names.roles import is_role
from sayso.extract.sayings.asides import without_side_clauses
from sayso.extract.sayings.clauses import SHORTEST_CLAUSE
from sayso.extract.sayings.cues import infinitive, telling

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_BRACKETS = frozenset("()")
_PARTS = frozenset({"acl", "relcl", "pcomp"})
"""Clauses within another one: "one of 707 people shot this year, according to a newspaper"."""


def told(preposition: "Token", sentence: "Span") -> set[int]:
    """Return the tokens of the clause on which "according to X" hangs,
    without the phrase itself and foreign side clauses; within brackets, what stands there before it."""
    aside = _before_in_brackets(preposition, sentence)
    if aside:
        return aside
    clause = preposition.head
    closing = _closes(preposition, sentence)
    while clause.dep_ != "ROOT" and (
        clause.pos_ not in {"VERB", "AUX"}
        or (closing and clause.dep_ in _PARTS and not infinitive(clause))
        or (closing and _told_before(clause))
    ):
        clause = clause.head
    inside = without_side_clauses({token.i for token in clause.subtree}, preposition)
    inside -= {token.i for token in preposition.subtree}
    if preposition.i > sentence.start and preposition.nbor(-1).text == "(":
        inside -= {preposition.i - 1}
    return {index for index in inside if sentence.start <= index < sentence.end}


def _told_before(clause: "Token") -> bool:
    """ "Kovar told police | the dam was old |, according to a log": what the words before the clause tell."""
    said_by = any(child.dep_ == "nsubj" for child in clause.head.lefts)
    return clause.dep_ == "ccomp" and clause.head.i < clause.left_edge.i and said_by and telling(clause.head)


def _before_in_brackets(preposition: "Token", sentence: "Span") -> set[int]:
    """ "The car (his own, according to earlier posts) was red": it is his own that they tell."""
    doc, start = sentence.doc, preposition.i
    while start > sentence.start and doc[start - 1].text not in _BRACKETS:
        start -= 1
    if start == sentence.start or doc[start - 1].text != "(":
        return set()
    stop = preposition.i - (doc[preposition.i - 1].text == ",")
    return set(range(start, stop))


def behind_comma(head: "Token", sentence: "Span") -> set[int]:
    """The tokens from the first comma behind a noun on: "According to the host Odran Feeley, the move …",
    where the parser found no clause."""
    doc = sentence.doc
    commas = [i for i in range(sentence.start, sentence.end) if doc[i].text == ","]
    if not commas or commas[0] < head.i:
        return set()
    rest = range(commas[0] + 1, sentence.end)
    return set(rest) if sum(doc[i].is_alpha for i in rest) >= SHORTEST_CLAUSE else set()


def without_role(inside: set[int], head: "Token") -> set[int]:
    """ "According to Odran Feeley, a pilot who was there, the boat …": what somebody is, of which the parser
    makes the first of two subjects, is no part of what they tell."""
    doc, first = head.doc, head.right_edge.i + 2
    if first not in inside or doc[first - 1].text != "," or doc[first].dep_ != "det":
        return inside
    role = doc[first].head
    told = next((one for one in role.rights if one.dep_ == "conj"), None)
    if told is None or role.dep_ not in {"nsubj", "nsubjpass"} or not is_role(role):
        return inside
    listed = any(one.dep_ == "cc" for one in role.rights) or doc[told.left_edge.i - 1].text != ","
    return inside if listed else {index for index in inside if index >= told.left_edge.i}


def _closes(preposition: "Token", sentence: "Span") -> bool:
    """Say whether "according to X" closes its sentence behind a comma: then it tells of all of it."""
    last = preposition.right_edge.i + 1
    behind = any(token.is_alpha for token in sentence.doc[last : sentence.end])
    return preposition.i > sentence.start and preposition.nbor(-1).text == "," and not behind
