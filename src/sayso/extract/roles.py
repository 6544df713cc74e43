"""Nouns for people and bodies by what they do or are, and how they stand."""

from typing import TYPE_CHECKING

from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_role(token: "Token") -> bool:
    """Say whether a noun names somebody by what they do or hold."""
    told = words("offices", "people") | words("offices", "state")
    return bool({token.lower_, token.lemma_.lower()} & told)


def is_body(token: "Token") -> bool:
    """Say whether a noun names a body by what sort it is: "firm", "union"."""
    return bool(
        {token.lower_, token.lemma_.lower()} & (words("offices", "bodies") | words("offices", "firms"))
    )


def is_definite(token: "Token") -> bool:
    """Say whether "the", "this" or a possessive stands before a noun."""
    return any(
        child.lower_ in {"the", "this", "that"} or child.dep_ == "poss" or child.tag_ == "PRP$"
        for child in token.lefts
    )


def is_employed(head: "Token") -> bool:
    """Say whether a role is one that somebody has for the body named before it: "zoo officials", not "zoo
    visitors"."""
    told = words("offices", "staff") | words("offices", "state") | words("offices", "insiders")
    return bool({head.lower_, head.lemma_.lower()} & told)
