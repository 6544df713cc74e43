"""Number phrases in a sentence: digits and words with their bounds. What they count is not asked here."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.extract.figures.approximations import approximated
from sayso.extract.figures.digits import has_digits, in_digits
from sayso.extract.figures.numberwords import DASH, Number, is_sign
from sayso.extract.figures.ranges import joined, two_sided
from sayso.extract.figures.spelled import in_words, openers
from sayso.lexicon import table
from sayso.lexicon import words as word_set

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LARGEST = 1e18
"""Numbers beyond this are left out: no report counts so many of anything."""

FREQUENT = 4096
"""Words whose look is remembered: a text says few words often."""

JOINT = "to-"
"""What the tokenizer leaves on the second number of "5-to-10"."""

NEGATIVE = frozenset({"minus", "negative"})


def numbers(sentence: "Span | Sequence[Token]", words: tuple[str, ...] = ()) -> tuple[Number, ...]:
    """Return the number phrases of a sentence in order; they never overlap. Token numbers are those of the
    doc; `words` are the sentence's tokens in lower case, where the caller has them."""
    words = words or tuple(token.lower_ for token in sentence)
    if not any(map(_starts, words)):
        return ()
    texts = tuple([token.text_with_ws for token in sentence])
    places: Sequence[int] = range(sentence[0].i, sentence[0].i + len(words))
    if any(map(str.isspace, words)):
        words, texts, places = _closed_up(words, texts, places)
    if any(_holds_joint(word) for word in words):
        words, texts, places = _taken_apart(words, texts, places)
    found = two_sided(tuple(_scan(words, texts)), words)
    return tuple(_placed(number, places) for number in found if _is_sane(number))


def _closed_up(
    words: tuple[str, ...], texts: tuple[str, ...], places: Sequence[int]
) -> tuple[tuple[str, ...], tuple[str, ...], list[int]]:
    """Take out the tokens that are mere space, which goes to the token before: "40 000" with a thin one."""
    kept = [index for index, word in enumerate(words) if not word.isspace()]
    ends = [*kept[1:], len(words)]
    joined_texts = ("".join(texts[start:end]) for start, end in zip(kept, ends, strict=True))
    return tuple(words[index] for index in kept), tuple(joined_texts), [places[index] for index in kept]


def _holds_joint(word: str) -> bool:
    return word.startswith(JOINT) and word[len(JOINT) :][:1].isdecimal()


def _taken_apart(
    words: tuple[str, ...], texts: tuple[str, ...], places: Sequence[int]
) -> tuple[tuple[str, ...], tuple[str, ...], list[int]]:
    """Part the token "to-10" of "5-to-10" and "5 to-10", which stays one in the tokens of the doc."""
    parts: list[tuple[str, str, int]] = []
    for word, text, place in zip(words, texts, places, strict=True):
        if _holds_joint(word):
            dash = [("-", "-", place)] if parts and parts[-1][0] == "-" else []
            parts += [("to", "to", place), *dash, (word[len(JOINT) :], text[len(JOINT) :], place)]
        else:
            parts.append((word, text, place))
    return (
        tuple(part for part, _, _ in parts),
        tuple(text for _, text, _ in parts),
        [at for _, _, at in parts],
    )


def _placed(number: Number, places: Sequence[int]) -> Number:
    first, core, end = places[number.first], places[number.core], places[number.end - 1] + 1
    return replace(number, first=first, core=core, end=end)


def _is_sane(number: Number) -> bool:
    """Tell whether a number says anything; "more than fewer than 5" and "between 10 and 5" do not."""
    ends = [end for end in (number.low, number.high) if end is not None]
    return bool(ends) and ends[0] <= ends[-1] and all(abs(end) <= LARGEST for end in ends)


def _scan(words: tuple[str, ...], texts: tuple[str, ...]) -> Iterator[Number]:
    floor = 0
    for index, word in enumerate(words):
        atom = _atom(words, texts, index) if index >= floor and _starts(word) else None
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
    return word in openers() or word in NEGATIVE or has_digits(word)


def _atom(words: tuple[str, ...], texts: tuple[str, ...], i: int) -> Number | None:
    """Return the number that begins at `i`, alone and without the words that move its bounds."""
    if i >= len(words) or not _starts(words[i]):
        return None
    if words[i] in NEGATIVE:
        return _negative(words, texts, i)
    return in_words(words, i) if words[i] in openers() else in_digits(words, texts, i)


def _negative(words: tuple[str, ...], texts: tuple[str, ...], i: int) -> Number | None:
    """Read "minus 5", "minus $5", "negative ten"; "5 minus 3" is a sum, "negative two days ago" a finding."""
    at = i + 1 + (i + 1 < len(words) and is_sign(words[i + 1]))
    if at >= len(words) or words[at] in NEGATIVE or (i and _starts(words[i - 1])):
        return None
    if words[max(0, i - 2) : i] == ("plus", "or") or words[max(0, i - 3) : i] == ("-", "or", "-"):
        return None  # how far either way
    number = _atom(words, texts, at)
    if number is None or number.low is None or number.high is None or number.vague:
        return None
    following = words[number.end] if number.end < len(words) else ""
    stands = not following[:1].isalpha() or following in word_set("numbers", "signed")
    if words[i] == "negative" and not (stands or following in word_set("numbers", "closing")):
        return None
    return replace(number, first=i, low=-number.high, high=-number.low)
