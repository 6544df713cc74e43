"""Whom a clause tells to be dead: they say nothing of it."""

from typing import TYPE_CHECKING

from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_dead(token: "Token") -> bool:
    """Say whether a name is that of somebody who was killed or died, alone or one of several: "Ana Kovar and
    Jan Brand were killed"."""
    first = token
    while first.dep_ == "conj" and first.head.pos_ in {"PROPN", "NOUN"}:
        first = first.head
    deed = first.head.lemma_.lower()
    if first.dep_ == "nsubjpass":
        return deed in words("measures", "one_by_one.killed") | words("measures", "one_by_one.executed")
    return first.dep_ == "nsubj" and deed in words("measures", "subject.killed")
