"""Number phrases in a sentence: digits and words with their bounds. What they count is not asked here."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.extract.approximations import approximated
from sayso.extract.numberwords import Number, codes, is_sign, tidy
from sayso.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

LARGEST = 1e18
"""Numbers beyond this are left out: no report counts so many of anything."""

LONGEST = 30
"""Characters of a number in digits, at most: longer ones are codes, not counts."""

FREQUENT = 4096
"""Words whose look is remembered: a text says few words often."""

_DIGITS = re.compile(r"~?([A-Z][A-Za-z]{1,2})?(\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(\.\d+)?([A-Za-z]{1,8})?")
_PERCENT = (("%",), ("percent",), ("per", "cent"), ("pc",), ("pct",))
_DASH = frozenset({"-", "–"})


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
        number = approximated(_joined(words, texts, atom), words, floor)
        yield number
        floor = number.end


def _is_ordinal_part(words: tuple[str, ...], end: int) -> bool:
    """Tell whether "twenty" is the head of "twenty-first"."""
    following = words[end : end + 2]
    return len(following) == 2 and following[0] in _DASH and following[1] in table("times")["ordinals"]


@cache
def _openers() -> frozenset[str]:
    data, vague = table("numbers"), table("vague")
    phrases = (*data["small"], *data["scales"], *vague["plurals"], *vague["quantifiers"], *data["fractions"])
    return frozenset(phrase.split()[0] for phrase in phrases) | {"a", "an"}


@lru_cache(maxsize=FREQUENT)
def _starts(word: str) -> bool:
    return word in _openers() or _has_digits(word)


def _has_digits(word: str) -> bool:
    """Tell whether a token may be a number in digits, with a sign, a currency code or a unit on it."""
    return (
        word[:1].isdecimal()
        or (word[:1] in ".~" and word[1:2].isdecimal())
        or word[:3].rstrip("0123456789") in codes()
    )


def _atom(words: tuple[str, ...], texts: tuple[str, ...], i: int) -> Number | None:
    if words[i] not in _openers():
        return _digits(words, texts, i)
    return _vague(words, i) or _fraction(words, i) or _spelled(words, i)


def _digits(words: tuple[str, ...], texts: tuple[str, ...], i: int) -> Number | None:
    match, letters = _DIGITS.fullmatch(texts[i].rstrip()), _suffixes()
    if match is None or len(match[0]) > LONGEST or (match[1] and match[1].lower() not in codes()):
        return None
    if match[4] and match[4] not in letters and match[4].lower() not in _unit_words():
        return None
    value = float((match[2] or "0").replace(",", "") + (match[3] or "")) * letters.get(match[4], 1)
    glued = _glued_scale(words, texts, i, money=bool(match[1]))
    value, end = (value * glued, i + 2) if glued else _scaled(words, i + 1, value)
    whole = tidy(value)
    rounded = words[i].startswith("~")
    return Number(
        i, i, end, whole, whole, digits=True, rounded=rounded, scaled=match[4] in letters or end > i + 1
    )


@cache
def _suffixes() -> dict[str, float]:
    """Return the factor of what may be run into digits: "15m", "27million"."""
    data = table("numbers")
    return {**data["suffixes"], **data["scales"]}


@cache
def _unit_words() -> frozenset[str]:
    return frozenset(word for group in table("units").values() for word in group if word != "base")


def _glued_scale(words: tuple[str, ...], texts: tuple[str, ...], i: int, money: bool) -> float | None:
    """Return the scale of a letter that the tokens part from its digits: "$2.7m", "35m of its devices",
    not "1.8m tall"."""
    scale: float | None = (
        table("numbers")["suffixes"].get(texts[i + 1].rstrip()) if i + 1 < len(words) else None
    )
    if scale is None or texts[i] != texts[i].rstrip():
        return None
    paid = money or (i > 0 and is_sign(texts[i - 1].rstrip()))
    following = words[i + 2] if i + 2 < len(words) else "."
    metres = following in table("numbers")["tall"]["words"] or not following[:1].isalpha()
    return scale if paid or words[i + 1] != "m" or not metres else None


def _scaled(words: tuple[str, ...], i: int, value: float) -> tuple[float, int]:
    scales = table("numbers")["scales"]
    if i + 1 < len(words) and words[i] in _DASH and words[i + 1] in scales:
        i += 1
    while i < len(words) and words[i] in scales:
        value *= scales[words[i]]
        i += 1
    return value, i


def _vague(words: tuple[str, ...], i: int) -> Number | None:
    """Read "dozens", "tens of thousands", "several hundred", "a few", "a couple of dozen"."""
    data = table("vague")
    if words[i] in data["plurals"]:
        return _plural(words, i)
    for length in (2, 1):
        phrase = " ".join(words[i : i + length])
        if phrase in data["quantifiers"]:
            return _quantified(words, i, i + length, phrase)
    return None


def _plural(words: tuple[str, ...], i: int) -> Number:
    plurals = table("vague")["plurals"]
    row, end = plurals[words[i]], i + 1
    low, high = row["low"], row["high"]
    if words[end : end + 1] == ("of",) and words[end + 1 : end + 2] and words[end + 1] in plurals:
        scale = plurals[words[end + 1]]["low"]
        low, high, end = low * scale, (high + 1) * scale - 1, end + 2
    return Number(i, i, end, low, high, vague=True)


def _quantified(words: tuple[str, ...], i: int, end: int, phrase: str) -> Number | None:
    data = table("vague")
    after = end + 1 if words[end : end + 1] == ("of",) else end
    factor, scaled_end = _scaled(words, after, 1)
    if factor == 1:
        if phrase.endswith("couple") and after == end:
            return None
        row = data["quantifiers"][phrase]
        return Number(i, i, end, row["low"], row["high"], vague=row["low"] != row["high"])
    row = data["scaled"].get(phrase, data["quantifiers"][phrase])
    return Number(i, i, scaled_end, tidy(row["low"] * factor), tidy(row["high"] * factor), vague=True)


def _fraction(words: tuple[str, ...], i: int) -> Number | None:
    """Read "half of", "a third of", "two thirds", "half a million"."""
    fractions, small = table("numbers")["fractions"], table("numbers")["small"]
    if words[i] == "half":
        return _half(words, i)
    many = 1 if words[i] in ("a", "an") else small.get(words[i])
    if many is None:
        return None
    at = i + 2 if words[i + 1 : i + 2] and words[i + 1] in _DASH else i + 1
    if at >= len(words) or words[at] not in fractions or not _is_share(words, at, many):
        return None
    value = many * fractions[words[at]]
    return Number(i, i, at + 1, value, value, share=True)


def _is_share(words: tuple[str, ...], at: int, many: float) -> bool:
    plural = words[at].endswith(("s", "ves"))
    return (many > 1) == plural and (plural or words[at + 1 : at + 2] == ("of",))


def _half(words: tuple[str, ...], i: int) -> Number | None:
    following = words[i + 1 : i + 3]
    if following[:1] in (("a",), ("an",)) and following[1:] and following[1] in table("numbers")["scales"]:
        value, end = _scaled(words, i + 2, 0.5)
        return Number(i, i, end, tidy(value), tidy(value), scaled=True)
    if i and words[i - 1] in table("times")["ordinals"]:
        return None
    if following[:1] in (("of",), ("the",), ("its",), ("their",), ("his",), ("her",), ("all",)):
        return Number(i, i, i + 1, 0.5, 0.5, share=True)
    return None


def _spelled(words: tuple[str, ...], i: int) -> Number | None:
    """Read "two hundred and five", "twenty-five", "a million", "one and a half million"."""
    small, scales = table("numbers")["small"], table("numbers")["scales"]
    start = i
    if words[i] in ("a", "an"):
        if words[i + 1 : i + 2] == () or words[i + 1] not in scales:
            return None
        total, current, i = 0.0, 1.0, i + 1
    elif words[i] in small:
        total, current = 0.0, 0.0
    else:
        return None
    total, current, i = _summed(words, i, total, current)
    value = tidy(total + current)
    return Number(start, start, i, value, value, scaled=value >= 1000)


def _summed(words: tuple[str, ...], i: int, total: float, current: float) -> tuple[float, float, int]:
    small, scales = table("numbers")["small"], table("numbers")["scales"]
    last = 0.0
    while i < len(words):
        word, step = words[i], 1
        if (word in _DASH or word == "and") and _continues(words, i, last, total + current):
            word, step = words[i + 1], 2
        if word in small and (last == 0 or last >= 100 or (20 <= last < 100 and 0 < small[word] < 10)):
            last = small[word]
            current += last
        elif word in scales:
            last = scales[word]
            total, current = (total, current * last) if last <= 100 else (total + current * last, 0.0)
        else:
            break
        i += step
    return total, current, i


def _continues(words: tuple[str, ...], i: int, last: float, so_far: float) -> bool:
    """Tell whether a hyphen or "and" goes on with the number: "twenty-five", "hundred and five",
    "two-hundred"."""
    small, scales = table("numbers")["small"], table("numbers")["scales"]
    following = words[i + 1] if i + 1 < len(words) else ""
    if words[i] == "and":
        return last >= 100 and so_far < 1000 * last and following in small
    return (20 <= last < 100 and 0 < small.get(following, 0) < 10) or following in scales


def _joined(words: tuple[str, ...], texts: tuple[str, ...], first: Number) -> Number:
    """Join "11,000 to 12,000", "10-12 million", "between two and three", "two or three"."""
    i = first.end + _percent(words, first.end)
    if i + 1 >= len(words) or not _joins(words, first.core - _signed(texts, first.core), i):
        return first
    after = i + 1 + _signed(texts, i + 2) if i + 2 < len(words) else i + 1
    second = _atom(words, texts, after) if _starts(words[after]) else None
    if second is not None and i > first.end and not _percent(words, second.end):
        return first
    if second is None or second.share or second.low is None or first.low is None or second.high is None:
        return first
    low = first.low
    factor = _factor(second, words) if second.scaled and not first.scaled and low < 1000 else 1
    if low * factor < second.low:
        low = tidy(low * factor)
    if low >= second.low or (words[i] == "or" and second.low > 2 * low + 1):
        return first
    opened = first.core - _signed(texts, first.core) - 1 if words[i] == "and" else first.first
    return replace(
        first,
        first=opened,
        end=second.end,
        low=low,
        high=second.high,
        ranged=True,
        vague=first.vague or second.vague,
    )


def _percent(words: tuple[str, ...], i: int) -> int:
    """Return how many tokens of a percent sign stand at `i`."""
    return next((len(sign) for sign in _PERCENT if words[i : i + len(sign)] == sign), 0)


def _signed(texts: tuple[str, ...], i: int) -> int:
    """Return 1 where the token before `i` is a currency sign, else 0."""
    return int(i > 0 and is_sign(texts[i - 1].rstrip()))


def _joins(words: tuple[str, ...], core: int, i: int) -> bool:
    before = words[core - 1] if core else ""
    if words[i] == "and":
        return before == "between"
    if words[i] == "to":
        return not (before in ("from", "by") and core > 1 and _moves(words, core))
    return words[i] in _DASH or words[i] == "or"


def _moves(words: tuple[str, ...], core: int) -> bool:
    """Tell whether "from 12 to 19" is a movement ("rose from"), not a range."""
    stems = table("approximators")["moves"]["stems"]
    return any(word.startswith(stem) for word in words[max(0, core - 4) : core - 1] for stem in stems)


def _factor(number: Number, words: tuple[str, ...]) -> float:
    return _scaled(words, number.core + 1, 1)[0]
