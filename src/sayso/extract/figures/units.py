"""Units of measurement: a currency sign before a number, or words after it."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.figures.numberwords import Number, currency
from sayso.extract.sentences import Tokens, text_of
from sayso.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 4
"""Tokens of the longest unit: "foot pound - force"."""

DURATION = "duration"
"""The measure of how long something lasts: a time, not a figure."""

_LETTERS = re.compile(r"^[^A-Za-zμµ°]*[\d.]([A-Za-zμµ°][A-Za-z0-9μµ°²³/]*)$")
_LEADING = re.compile(r"^[A-Za-z]{1,3}\$?(?=\d)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement after or before a number: measure, code, the token after its last one, and a
    factor.

    The factor takes small coins to the currency that the code names; it is 1 for all else, which keeps its
    unit. `per` is what a rate is reckoned by: "barrel" of "$60 a barrel".
    """

    measure: str
    code: str
    end: int
    factor: float = 1
    per: str | None = None


def unit(doc: Tokens, number: Number, stop: int) -> Unit | None:
    """Return the unit of a number whose sentence ends before token `stop`; None for none."""
    found = _leading(doc, number) or _run_in(doc, number) or _pounds(doc, number) or _after(doc, number, stop)
    by = rate(doc, _past_country(doc, found, stop), stop) if found else None
    return replace(found, per=by[0], end=by[1]) if found and by else found


def _past_country(doc: Tokens, found: Unit, stop: int) -> int:
    """Step over the country of a currency: "$75 U.S. per barrel"."""
    told = found.measure == "money" and found.end < stop and doc[found.end].lower_ in ("u.s.", "us", "usd")
    return found.end + told


def rate(doc: Tokens, at: int, stop: int) -> tuple[str, int] | None:
    """Return what is reckoned by at token `at` ("a barrel", "per share", "-a-day", "/month") with the token
    after it; None for no rate."""
    if at + 1 < stop and doc[at].text == "-" and doc[at + 1].lower_ in _BY_ONE:
        at += 1
    if at + 1 >= stop:
        return None
    led, noun = doc[at].lower_, at + 1 + (doc[at + 1].text == "-")
    if noun >= stop or doc[noun].pos_ not in ("NOUN", "PROPN", "X", "ADJ"):
        return None
    lemma = doc[noun].lemma_.lower()
    if noun + 1 < stop and doc[noun + 1].lower_ in _PAST:
        return None
    named = led in _BY_ANY or (led in _BY_ONE and lemma in table("units")["rates"]["words"])
    return (lemma, noun + 1) if named else None


_BY_ONE = frozenset({"a", "an", "every", "each"})
_BY_ANY = frozenset({"per", "/"})
_PAST = frozenset({"ago", "earlier", "later", "before", "after", "old"})
"""After these "a year" is a time, not a rate: "$6.8 billion a year earlier"."""


@cache
def _rows() -> dict[str, tuple[str, str, float]]:
    """Return measure, code and factor of each unit's name; small coins alone have a factor other than 1."""
    return {
        word: (measure, row["code"], row["to"] if measure == "money" else 1)
        for measure, group in table("units").items()
        for word, row in group.items()
        if isinstance(row, dict)
    }


def _row(name: str) -> tuple[str, str, float] | None:
    """Return the row of a unit as it is written: a lone letter by its case ("5 W", not "5 w"), words by
    neither."""
    return _rows().get(name) or (_rows().get(name.lower()) if len(name) > 1 else None)


@cache
def _firsts() -> frozenset[str]:
    """Return the first word of each unit's name as the pipeline parts it: most numbers have no unit after."""
    return frozenset(word.split()[0] for word in _rows())


def _made(row: tuple[str, str, float] | None, end: int) -> Unit | None:
    return Unit(row[0], row[1], end, row[2]) if row else None


def _leading(doc: Tokens, number: Number) -> Unit | None:
    """Read a sign or a code before the number: "$5", "A$5", "HK $5", "RM 5"; and "USD10m", "$US160"."""
    run_in = _LEADING.match(doc[number.core].text) if number.digits else None
    sign = currency(doc, number)
    text = doc[sign].text if sign is not None else ""
    before = doc[sign - 1].text if sign else ""
    country = run_in[0] if run_in else before
    names = (country + text, text, text.rstrip("."), text[-1:])
    row = next((row for name in names if (row := _money().get(name) or _money().get(name.lower()))), None)
    return _made(row, number.end) if row else None


@cache
def _money() -> dict[str, tuple[str, str, float]]:
    """Return the rows of currencies alone: a code before a number is no unit of another kind."""
    rows = table("units")["money"].items()
    return {word: ("money", row["code"], row["to"]) for word, row in rows if isinstance(row, dict)}


def _run_in(doc: Tokens, number: Number) -> Unit | None:
    """Read a unit that is one token with its digits: "12mph", "5-10W"."""
    letters = _LETTERS.match(doc[number.end - 1].text) if number.digits else None
    return _made(_row(letters[1]), number.end) if letters else None


def _pounds(doc: Tokens, number: Number) -> Unit | None:
    """A "400-pound" thing and "400 pounds of" it are weighed, while "400 pounds" are paid."""
    at = number.end + (number.end < len(doc) and doc[number.end].text == "-")
    if at >= len(doc) or doc[at].lower_ not in ("pound", "pounds"):
        return None
    joined = doc[at - 1].text == "-" and doc[at - 2].whitespace_ == "" and doc[at].lower_ == "pound"
    parted = text_of(doc[at + 1 : at + 3]).lower() in ("-foot", "-feet", "-force", "-mass")
    heavy = text_of(doc[at + 1 : at + 2]) == "of" or any(
        token.lemma_.lower() in table("units")["weighing"]["words"]
        for token in doc[max(0, number.first - 4) : at + 3]
    )
    return Unit("mass", "lb", at + 1) if (joined or heavy) and not parted and not number.scaled else None


def _after(doc: Tokens, number: Number, stop: int) -> Unit | None:
    start = number.end + (number.end < stop and doc[number.end].text == "-")
    start += number.vague and start < stop and doc[start].lower_ == "of"
    if start >= stop or not {doc[start].text, doc[start].lower_, _singular(doc[start])} & _firsts():
        return None
    for end in range(min(stop, start + LONGEST), start, -1):
        if row := _named(doc, start, end):
            return None if _is_other_word(doc, end, row[0]) else _made(row, end)
    return None


def _is_other_word(doc: Tokens, end: int, measure: str) -> bool:
    """Tell whether the "second" of "two second-hand cars" is no unit."""
    joined = end < len(doc) and doc[end].text == "-" and doc[end - 1].whitespace_ == ""
    return measure == DURATION and doc[end - 1].lower_ == "second" and joined


def _singular(token: "Token") -> str:
    """Return a word in the singular, in small letters; what it takes for a name the pipeline leaves in the
    plural: "Tens of Billions of Dollars"."""
    lemma = token.lemma_.lower()
    bare = lemma.removesuffix("s")
    named = token.tag_ == "NNPS" or (token.tag_ == "NNP" and bare in _money())
    return bare if named else lemma


def _named(doc: Tokens, start: int, end: int) -> tuple[str, str, float] | None:
    stem = "".join(f"{doc[index].text} " for index in range(start, end - 1))
    last = doc[end - 1]
    found = _row(stem + last.text) or (_row(stem + _singular(last)) if len(last) > 1 else None)
    if found or start == end - 1:
        return found
    # "90 kilometres an hour": in a rate the first word is the one in the plural.
    return _row(f"{doc[start].lemma_.lower()} {text_of(doc[start + 1 : end]).lower()}")
