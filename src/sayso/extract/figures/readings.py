"""A number with all that its sentence says of it: unit, counted noun, which way it moved, and why it may
count nothing. Whether it becomes a figure is decided later."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from sayso.extract.figures.changes import change, is_former, points_of
from sayso.extract.figures.counted import counted
from sayso.extract.figures.countwords import Counted
from sayso.extract.figures.fragments import is_fragment
from sayso.extract.figures.not_figures import reason
from sayso.extract.figures.numbers import numbers
from sayso.extract.figures.numberwords import Number
from sayso.extract.figures.units import DURATION, Unit, unit
from sayso.extract.sentences import Tokens, text_of
from sayso.lexicon import table
from sayso.model.report import Change

if TYPE_CHECKING:
    from spacy.tokens import Span


COMPARED_REACH = 5
"""Tokens before a number in which a word of comparison stands: "compared with an average of 20"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with its unit or the noun that it counts; all positions are tokens of the doc.

    `borrowed` is the noun of a number before that this one is told of too ("compared with 63"). `why` names
    the rule by which the number is no figure. `former` marks what something moved from ("from 12 to 19").
    """

    number: Number
    unit: Unit | None
    noun: Counted | None
    borrowed: Counted | None = None
    change: Change | None = None
    former: bool = False
    why: str | None = None


def readings(
    doc: Tokens, sentence: "Span", busy: frozenset[int], words: tuple[str, ...] = ()
) -> tuple[Reading, ...]:
    """Return the numbers of a sentence with what is said of each, in order; `busy` are the tokens of time
    expressions, `words` the sentence in lower case, where the caller has it."""
    found = numbers(doc[sentence.start : sentence.end], words)
    told: list[Reading] = []
    for number, later in zip_longest(found, found[1:]):
        told.append(_reading(doc, sentence, number, later, busy, told))
    return tuple(_moved(told))


def _reading(
    doc: Tokens,
    sentence: "Span",
    number: Number,
    later: Number | None,
    busy: frozenset[int],
    told: Sequence[Reading],
) -> Reading:
    measured = unit(doc, number, sentence.end)
    noun = None if measured and measured.measure != "share" else _noun(doc, number, sentence.end, busy)
    before = told[-1] if told else None
    fewer = noun is not None and noun.start < noun.head and doc[noun.start].lower_ == "fewer"
    noun = replace(noun, start=noun.start + 1) if noun is not None and fewer else noun
    number = _converted(doc, number, measured, before)
    return Reading(
        number=number,
        unit=measured,
        noun=noun,
        borrowed=None if noun or measured else _borrowed(doc, number, told),
        change=(Change.DOWN if fewer else None)
        or _moved_with(doc, number, before)
        or change(doc, number, measured, noun, sentence.start),
        former=is_former(doc, number, later, sentence.start),
        why=_why(doc, number, measured, noun, busy),
    )


def _why(
    doc: Tokens, number: Number, measured: Unit | None, noun: Counted | None, busy: frozenset[int]
) -> str | None:
    if measured is None or measured.measure == DURATION:
        return reason(doc, number, noun.head if noun else None, busy) or (DURATION if measured else None)
    if is_fragment(doc, number, busy):
        return "fragment"
    return "time" if any(index in busy for index in range(number.core, number.end)) else None


def _noun(doc: Tokens, number: Number, stop: int, busy: frozenset[int]) -> Counted | None:
    """Return what a number counts; a lone "one" counts no plural."""
    noun = counted(doc, number, stop, busy)
    partitive = number.end < stop and doc[number.end].lower_ == "of"
    lone = number.low == number.high == 1 and number.core == number.first and not partitive
    return None if noun is not None and lone and doc[noun.head].tag_ == "NNS" else noun


def _converted(doc: Tokens, number: Number, measured: Unit | None, before: Reading | None) -> Number:
    """Give a conversion in brackets the bounds of what it converts: "more than 100 km (60 miles)"."""
    if before is None or before.unit is None or measured is None or measured.measure != before.unit.measure:
        return number
    if measured.measure in ("share", "money") or before.unit.code == measured.code:
        return number
    opened = doc[number.first - 1].text in ("(", "/") and number.first - 1 == before.unit.end
    if not opened or number.ranged or number.low != number.high:
        return number
    low, high = before.number.low, before.number.high
    return replace(
        number,
        low=None if low is None else number.low,
        high=None if high is None else number.high,
        rounded=before.number.rounded,
    )


def _moved_with(doc: Tokens, number: Number, before: Reading | None) -> Change | None:
    """Read on in "grew by 12 jobs or 2.2 %", "lost 190 points, or 0.6%", "were down 2 %, Harrow by 3 %"."""
    if before is None or before.change is None:
        return None
    end = before.unit.end if before.unit else before.noun.end if before.noun else before.number.end
    between = [token.lower_ for token in doc[end : number.first]]
    joined = bool(between) and all(word in (",", "or", "and", "(") for word in between)
    return before.change if joined or between[-1:] == ["by"] else None


def _borrowed(doc: Tokens, number: Number, told: Sequence[Reading]) -> Counted | None:
    """Return the noun of the number before for "compared with 63", "up from 2 million", "and 95,800 who"."""
    source = next((one for one in reversed(told) if one.noun is not None and one.why is None), None)
    if source is None:
        return None
    compared = _is_compared(doc, number) or _is_reached(doc, number, source)
    who = number.end < len(doc) and doc[number.end].lower_ in ("who", "whose")
    return source.noun if compared or who else None


def _is_compared(doc: Tokens, number: Number) -> bool:
    """Tell whether "compared with" or its like stands before a number, over "an average of"."""
    rows = table("changes")["compared"]
    before = text_of(doc[max(0, number.first - COMPARED_REACH) : number.first]).lower()
    for words in rows["between"]:
        before = before.removesuffix(words).rstrip()
    return any(before.endswith(phrase) for phrase in rows["phrases"])


def _is_reached(doc: Tokens, number: Number, before: Reading) -> bool:
    """Tell whether an index came to stand at a number: "rose 64 points to 4,577"."""
    led = number.first > 0 and doc[number.first - 1].lower_ in ("to", "at")
    points = before.noun is not None and doc[before.noun.head].lemma_.lower() in points_of()
    return led and points and number.digits and "," in doc[number.core].text


def _moved(told: Sequence[Reading]) -> Iterator[Reading]:
    """Give both ends of a movement the unit or noun that only one of them has: "from 13.5 to 14 mm"."""
    for index, one in enumerate(told):
        later = told[index + 1] if one.former else None
        before = told[index - 1] if index and told[index - 1].former else None
        beside = later or before
        if beside is not None and one.unit is None and one.noun is None:
            yield replace(one, unit=_elsewhere(one, beside.unit), borrowed=one.borrowed or beside.noun)
        elif beside is not None and one.unit and beside.unit and one.unit.code == beside.unit.code:
            yield replace(one, unit=replace(one.unit, per=one.unit.per or beside.unit.per))
        else:
            yield one


def _elsewhere(one: Reading, measured: Unit | None) -> Unit | None:
    return replace(measured, end=one.number.end) if measured is not None else None
