"""Numbers that only say of how many others are: the 12 of "three of the 12 miners died"."""

from typing import TYPE_CHECKING

from sayso.extract.figures.countwords import slot, words_of
from sayso.extract.figures.numberwords import Number
from sayso.extract.sentences import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

_ONE = frozenset({"one", "1"})

OWNERS = 4
"""Tokens between "of" and the number of a whole: "three of the mine's 12 workers"."""


def is_shared(doc: Tokens, number: Number, start: int) -> bool:
    """Tell whether a number in a sentence that starts at token `start` is only the whole of which some are
    counted: "three of the 12 miners", "one of the club's 20 members"; what befell them did not befall it."""
    some = _some(doc, number, start)
    return some is not None and (some.like_num or some.lower_ in words_of("some"))


def is_shared_by_many(doc: Tokens, number: Number, start: int) -> bool:
    """Tell whether a number is the whole of which so many are counted: "eight of the nine", not "one of the
    three", "none of the three"."""
    some = _some(doc, number, start)
    return some is not None and some.like_num and some.lower_ not in _ONE


def _some(doc: Tokens, number: Number, start: int) -> "Token | None":
    """Return the word for how many of a number there are: "eight" in "eight of the nine"; None for none."""
    of = _of_before(doc, number.first, start)
    return doc[of - 1] if of is not None and of > start else None


def _of_before(doc: Tokens, first: int, start: int) -> int | None:
    """Return the "of" that leads to a number over an article and an owner; None for none."""
    for at in range(first - 1, max(start, first - 1 - OWNERS) - 1, -1):
        if doc[at].lower_ == "of":
            return at if at < first - 1 or doc[first].tag_ == "CD" else None
        if doc[at].pos_ not in ("DET", "PRON", "PROPN", "NOUN", "ADJ", "PART"):
            return None
    return None


def tells_of_whole(token: "Token", head: int) -> bool:
    """Tell whether the word behind a whole, whose head is the token `head`, tells of all of it: "three of the
    12 people killed were nuns"."""
    relative = token.tag_ in ("WP", "WDT")
    return relative or token.head.i == head or token.lower_ in slot("adjectives")
