"""Nouns for people and bodies by what they do or are, and how they stand."""

from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_role(token: "Token") -> bool:
    """Say whether a noun names somebody by what they do or hold; not a "family", which is no single one."""
    return _is_in(token, listed("people", "state")) and token.lower_ not in words("offices", "together")


def opens_as_roles(token: "Token") -> bool:
    """Say whether a word is the plural of a role and has a capital because a sentence opens: "Ministers
    said"."""
    singular = token.lower_.removesuffix("s")
    return bool(token.is_sent_start) and singular != token.lower_ and singular in listed("people")


def is_body(token: "Token") -> bool:
    """Say whether a noun names a body by what sort it is: "firm", "union"."""
    return _is_in(token, listed("bodies", "firms"))


def is_definite(token: "Token") -> bool:
    """Say whether "the", "this" or a possessive stands before a noun."""
    return any(
        child.lower_ in {"the", "this", "that"} or child.dep_ == "poss" or child.tag_ == "PRP$"
        for child in token.lefts
    )


def is_employed(head: "Token") -> bool:
    """Say whether a role is one that somebody has for the body named before it: "zoo officials", not "zoo
    visitors"."""
    return _is_in(head, listed("staff", "state", "insiders"))


@cache
def listed(*slots: str) -> frozenset[str]:
    """Return the words of some lists of `offices.toml`."""
    return frozenset().union(*(words("offices", slot) for slot in slots))


def _is_in(token: "Token", nouns: frozenset[str]) -> bool:
    """Every noun of a report is asked."""
    return token.lower_ in nouns or token.lemma_.lower() in nouns
