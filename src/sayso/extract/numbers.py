"""Number phrases in a sentence: digits and words with their bounds. What they count is not asked here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.extract.approximations import approximated
from sayso.extract.digits import has_digits, in_digits
from sayso.extract.numberwords import DASH, Number
from sayso.extract.ranges import joined
from sayso.extract.spelled import in_words, openers
from sayso.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LARGEST = 1e18
"""Numbers beyond this are left out: no report counts so many of anything."""

FREQUENT = 4096
"""Words whose look is remembered: a text says few words often."""


def numbers(sentence: "Span | Sequence[Token]", words: tuple[str, ...] = ()) -> tuple[Number, ...]:
    """Return the number phrases of a sentence in order; they never overlap. Token numbers are those of the
    doc; `words` are the sentence's tokens in lower case, where the caller has them."""
    words = words or tuple(token.lower_ for token in sentence)
    starts = [index for index, word in enumerate(words) if _starts(word)]
    if not starts:
        return ()
    texts = tuple([token.text_with_ws for token in sentence])
    found = tuple(_shifted(number, sentence[0].i) for number in _scan(words, texts, starts))
    return tuple(number for number in found if max(number.low or 0, number.high or 0) <= LARGEST)


def _shifted(number: Number, by: int) -> Number:
    return replace(number, first=number.first + by, core=number.core + by, end=number.end + by)


def _scan(words: tuple[str, ...], texts: tuple[str, ...], starts: Iterable[int]) -> Iterator[Number]:
    floor = 0
    for index in starts:
        atom = _atom(words, texts, index) if index >= floor else None
        if atom is None or _is_ordinal_part(words, atom.end):
            continue
        number = approximated(joined(words, texts, atom, _atom), words, floor)
        yield number
        floor = number.end


def _is_ordinal_part(words: tuple[str, ...], end: int) -> bool:
    """Tell whether "twenty" is the head of "twenty-first"."""
    following = words[end : end + 2]
    return len(following) == 2 and following[0] in DASH and following[1] in table("times")["ordinals"]


@lru_cache(maxsize=FREQUENT)
def _starts(word: str) -> bool:
    return word in openers() or has_digits(word)


def _atom(words: tuple[str, ...], texts: tuple[str, ...], i: int) -> Number | None:
    if not _starts(words[i]):
        return None
    return in_words(words, i) if words[i] in openers() else in_digits(words, texts, i)
