"""Digits and number words that are a piece of something else: a power, a telephone number, a range written
backwards, a year in words. None of them is a figure, whatever noun or unit stands after it."""

import re

from sayso.extract.figures.numberwords import DASH, Number
from sayso.extract.sentences import Tokens, text_of
from sayso.lexicon import table

GROUP = 3
"""Digits between two separators of thousands."""

_DIALLED = re.compile(r"\d{3}-\d{4}")
_CONTINENTAL = re.compile(r"\d{1,3}\.\d{3}")


def is_fragment(doc: Tokens, number: Number, busy: frozenset[int]) -> bool:
    """Tell whether a number phrase is a piece of something that is no count; `busy` are the tokens of time
    expressions."""
    return _torn(doc, number, busy) or any(rule(doc, number) for rule in (_powered, _chained, _run, _padded))


def is_doubtful(doc: Tokens, number: Number, counted: int | None) -> bool:
    """Tell whether a number without a unit may be a local telephone number, or thousands as the continent
    writes them: "1.500 people"."""
    text = text_of(doc[number.core : number.end])
    if _DIALLED.fullmatch(text):
        return counted is None
    return _CONTINENTAL.fullmatch(text) is not None and counted is not None


def _powered(doc: Tokens, number: Number) -> bool:
    """Base or exponent: "10^6"."""
    after = doc[number.end].text[:1] if number.end < len(doc) else ""
    return after == "^" or (number.core > 0 and doc[number.core - 1].text[-1:] == "^")


def _chained(doc: Tokens, number: Number) -> bool:
    """Digits that a dash ties to other digits and that make no range: "12-9", "5-10-15", "1-800-555"."""
    core, end = number.core, number.end
    led = core > 1 and _glues(doc, core - 1) and doc[core - 2].text[-1:].isdecimal()
    return led or (end + 1 < len(doc) and _glues(doc, end) and doc[end + 1].text[:1].isdecimal())


def _glues(doc: Tokens, at: int) -> bool:
    return doc[at].text in DASH and not doc[at].whitespace_ and not doc[at - 1].whitespace_


def _torn(doc: Tokens, number: Number, busy: frozenset[int]) -> bool:
    """Digits beside a group of three, which may be one number: "12 345 dead"; not after a date ("May 12 300
    people")."""
    core, end = number.core, number.end
    led = core > 0 and core - 1 not in busy and _is_head(doc[core - 1].text) and _is_group(doc[core].text)
    follows = end < len(doc) and end not in busy and _is_group(doc[end].text)
    return led or (follows and _is_head(doc[end - 1].text))


def _is_head(text: str) -> bool:
    return len(text) <= GROUP and text.isdecimal()


def _is_group(text: str) -> bool:
    return len(text) == GROUP and text.isdecimal()


def _run(doc: Tokens, number: Number) -> bool:
    """Number words one after another: "nineteen eighty-four", "one two three"."""
    small = table("numbers")["small"]
    before = doc[number.core - 1].lower_ if number.core else ""
    after = doc[number.end].lower_ if number.end < len(doc) else ""
    spelled = doc[number.core].lower_ in small
    return spelled and (before in small or after in small)


def _padded(doc: Tokens, number: Number) -> bool:
    """What is left of a number that was torn: "000 people"."""
    text = doc[number.core].text
    return len(text) > 1 and text.strip("0") == ""
