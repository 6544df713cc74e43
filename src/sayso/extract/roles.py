"""Nouns for people and bodies by what they do or are, and how they stand."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_role(token: "Token") -> bool:
    """Say whether a noun names somebody by what they do or hold."""
    return _is_listed(token, ("people", "state"))


def is_body(token: "Token") -> bool:
    """Say whether a noun names a body by what sort it is: "firm", "union"."""
    return _is_listed(token, ("bodies", "firms"))


def is_definite(token: "Token") -> bool:
    """Say whether "the", "this" or a possessive stands before a noun."""
    return any(
        child.lower_ in {"the", "this", "that"} or child.dep_ == "poss" or child.tag_ == "PRP$"
        for child in token.lefts
    )


def is_employed(head: "Token") -> bool:
    """Say whether a role is one that somebody has for the body named before it: "zoo officials", not "zoo
    visitors"."""
    return _is_listed(head, ("staff", "state", "insiders"))


def _is_listed(token: "Token", slots: Sequence[str]) -> bool:
    """Say whether one of these lists of `offices.toml` has a noun. Every noun of a report is asked."""
    forms = {token.lower_, token.lemma_.lower()}
    return any(not forms.isdisjoint(words("offices", slot)) for slot in slots)
