"""Whether what a word says can have befallen the counted: houses that are buried are not killed."""

from typing import TYPE_CHECKING

from sayso.extract.figures.countwords import Counted, Governed, is_person, words_of
from sayso.extract.sentences import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

RECORD_REACH = 5
"""Tokens behind "captured" among which what it was captured on stands: "on a phone camera"."""


def fits(doc: Tokens, noun: Counted | None, found: Governed) -> bool:
    """Tell whether a measure may stand with the noun: only people are buried and so dead, or hurt who are "in
    critical condition"; "captured on camera" holds nobody, and how often something was done is no count of
    those it was done to."""
    by = doc[found.by]
    if by.lemma_.lower() in words_of("recorded") and _is_on_record(doc, by):
        return False
    if noun is None:
        return True
    head = doc[noun.head]
    if head.lemma_.lower() in words_of("occasions"):
        return False
    return by.lemma_.lower() not in words_of("of_people") or is_person(head)


def _is_on_record(doc: Tokens, verb: "Token") -> bool:
    """Tell whether something is captured on a tape or in a picture."""
    led = verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ in ("on", "in", "by")
    behind = doc[verb.i + 2 : verb.i + 2 + RECORD_REACH]
    return led and any(token.lemma_.lower() in words_of("records") for token in behind)
