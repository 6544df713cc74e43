"""Units of measurement: a currency sign before a number, or words after it."""

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.numberwords import Number, currency
from sayso.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 3
"""Words of the longest unit: "mile per hour"."""

_NOT_LETTERS = re.compile(r"[^A-Za-z]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement after or before a number: measure, code, the token after its last one, and a
    factor.

    The factor takes small coins to the currency that the code names; it is 1 for all else, which keeps its
    unit.
    """

    measure: str
    code: str
    end: int
    factor: float = 1


def unit(doc: "Doc", number: Number, stop: int) -> Unit | None:
    """Return the unit of a number whose sentence ends before token `stop`; None for none."""
    sign = currency(doc, number)
    if sign is not None:
        text = doc[sign].text
        return _made(
            _rows().get(text) or _rows().get(text.lower().rstrip(".")) or _rows().get(text[-1]), number.end
        )
    return _run_in(doc, number) or _pounds(doc, number) or _after(doc, number, stop)


@cache
def _rows() -> dict[str, tuple[str, str, float]]:
    """Return measure, code and factor of each unit's name; small coins alone have a factor other than 1."""
    return {
        word: (measure, row["code"], row["to"] if measure == "money" else 1)
        for measure, group in table("units").items()
        for word, row in group.items()
        if isinstance(row, dict)
    }


@cache
def _firsts() -> frozenset[str]:
    """Return the first word of each unit's name as the pipeline parts it: most numbers have no unit after."""
    return frozenset(word.split()[0] for word in _rows())


def _made(row: tuple[str, str, float] | None, end: int) -> Unit | None:
    return Unit(row[0], row[1], end, row[2]) if row else None


def _run_in(doc: "Doc", number: Number) -> Unit | None:
    """Read a unit or a currency code that is one token with its digits: "12mph", "USD10m"."""
    letters = _NOT_LETTERS.sub("", doc[number.core].text).lower() if number.digits else ""
    if len(letters) > 1 and letters in _rows() and number.end == number.core + 1:
        return _made(_rows()[letters], number.end)
    row = _rows().get(letters[:3]) or _rows().get(letters[:2])
    return _made(row, number.end) if row and row[0] == "money" else None


def _pounds(doc: "Doc", number: Number) -> Unit | None:
    """A "400-pound" thing is weighed, while "400 pounds" are paid."""
    joined = (
        doc[number.end - 1].whitespace_ == "" and doc[number.end : number.end + 2].text.lower() == "-pound"
    )
    return Unit("mass", "lb", number.end + 2) if joined else None


def _after(doc: "Doc", number: Number, stop: int) -> Unit | None:
    start = number.end + (number.end < stop and doc[number.end].text == "-")
    start += number.vague and start < stop and doc[start].lower_ == "of"
    if start >= stop or not {doc[start].lower_, doc[start].lemma_.lower()} & _firsts():
        return None
    for end in range(min(stop, start + LONGEST), start, -1):
        if row := _named(doc, start, end):
            return _made(row, end)
    return None


def _named(doc: "Doc", start: int, end: int) -> tuple[str, str, float] | None:
    stem = "".join(f"{doc[index].lower_} " for index in range(start, end - 1))
    last = doc[end - 1]
    found = _rows().get(stem + last.lower_) or _rows().get(stem + last.lemma_.lower())
    if found or start == end - 1:
        return found
    # "90 kilometres an hour": in a rate the first word is the one in the plural.
    return _rows().get(f"{doc[start].lemma_.lower()} {doc[start + 1 : end].text.lower()}")
