"""Numbers in digits, with what is run into them: a currency code, a scale, a unit."""

import re
from functools import cache

from sayso.extract.numberwords import Number, codes, is_sign, scaled, tidy
from sayso.lexicon import table

LONGEST = 30
"""Characters of a number in digits, at most: longer ones are codes, not counts."""

_DIGITS = re.compile(r"~?([A-Z][A-Za-z]{1,2})?(\d{1,3}(?:,\d{3})+|\d+|(?=\.\d))(\.\d+)?([A-Za-z]{1,8})?")


def has_digits(word: str) -> bool:
    """Tell whether a token may be a number in digits, with a sign, a currency code or a unit on it."""
    return (
        word[:1].isdecimal()
        or (word[:1] in ".~" and word[1:2].isdecimal())
        or word[:3].rstrip("0123456789") in codes()
    )


def in_digits(words: tuple[str, ...], texts: tuple[str, ...], i: int) -> Number | None:
    """Return the number whose digits are at `i`, or None; `texts` are the tokens with their spaces."""
    match, letters = _DIGITS.fullmatch(texts[i].rstrip()), _suffixes()
    if match is None or len(match[0]) > LONGEST or (match[1] and match[1].lower() not in codes()):
        return None
    if match[4] and match[4] not in letters and match[4].lower() not in _unit_words():
        return None
    value = float((match[2] or "0").replace(",", "") + (match[3] or "")) * letters.get(match[4], 1)
    glued = _glued_scale(words, texts, i, money=bool(match[1]))
    value, end = (value * glued, i + 2) if glued else scaled(words, i + 1, value)
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
