"""What the number files share: a number phrase with its bounds, and the signs and codes of currencies."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.extract.sentences import Tokens
from sayso.lexicon import table
from sayso.lexicon import words as word_set

_CURRENCY = re.compile(r"(?:[A-Z]{1,2})?[$€£¥₹₽₩]")

DASH = frozenset({"-", "–"})

_PERCENT = (("%",), ("percent",), ("per", "cent"), ("pc",), ("pct",))


@dataclass(frozen=True, slots=True)
class Number:
    """A number phrase by its tokens: `first` with the approximator, `core` the number itself, `end` one past
    all.

    `low` and `high` are the bounds, None an open end. `vague` marks bounds out of `vague.toml`, `rounded` the
    words about, nearly and their like. `share` marks a fraction ("a third"), `more` an addition ("another
    12"), `digits` a number written in figures, `ranged` two numbers joined, `nearly` one not quite reached,
    `scale` the last one written.
    """

    first: int
    core: int
    end: int
    low: float | None
    high: float | None
    vague: bool = False
    rounded: bool = False
    share: bool = False
    more: bool = False
    digits: bool = False
    ranged: bool = False
    scale: float = 1
    nearly: bool = False

    @property
    def scaled(self) -> bool:
        """Whether a scale was written: "12 thousand"."""
        return self.scale > 1


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A number read so far: its value, the token after it, and its last scale, 1 for none."""

    value: float
    end: int
    scale: float


@cache
def codes() -> frozenset[str]:
    """Currency codes that are written before digits: USD10m, RM23.50, Rs 200."""
    rows = ((word, row) for word, row in table("units")["money"].items() if isinstance(row, dict))
    return frozenset(word for word, row in rows if word == row["code"].lower() or row.get("leads"))


@cache
def countries() -> frozenset[str]:
    """Countries that are written to the dollar sign: the "us" of US$5 and $US5."""
    return frozenset(
        word[:-1].lower() for word in table("units")["money"] if word.endswith("$") and word != "$"
    )


def is_sign(word: str) -> bool:
    """Tell whether a word is a currency sign or code that leads a number."""
    return _CURRENCY.fullmatch(word.upper()) is not None or word.lower().rstrip(".") in codes()


def tidy(value: float) -> float:
    """Return an int where the value is whole; binary dust of 1.1 times a million is taken off."""
    exact = float(f"{value:.15g}")
    return int(exact) if exact.is_integer() else exact if abs(value) >= 1 else value


def currency(doc: Tokens, number: Number) -> int | None:
    """Return the token number of a currency sign right before the number's core, or None."""
    at = number.core - 1
    return at if at >= 0 and is_sign(doc[at].text) else None


def scaled(words: tuple[str, ...], i: int, value: float) -> tuple[float, int]:
    """Return `value` times the scales from `i` on ("million", "hundred thousand"), and where they end."""
    scales = table("numbers")["scales"]
    if i + 1 < len(words) and words[i] in DASH and words[i + 1] in scales:
        i += 1
    while i < len(words) and words[i] in scales and not _names(words, i):
        value *= scales[words[i]]
        i += 1
    return value, i


def _names(words: tuple[str, ...], i: int) -> bool:
    """Tell whether "grand" is no thousand but belongs to what follows: "11 Grand Prix wins"."""
    following = words[i + 1] if i + 1 < len(words) else ""
    return words[i] == "grand" and following.isalpha() and following not in word_set("numbers", "after_grand")


def percent(words: tuple[str, ...], i: int) -> int:
    """Return how many tokens of a percent sign stand at `i`."""
    return next((len(sign) for sign in _PERCENT if words[i : i + len(sign)] == sign), 0)


def signed(texts: tuple[str, ...], i: int) -> int:
    """Return 1 where the token before `i` is a currency sign, else 0."""
    return int(i > 0 and is_sign(texts[i - 1].rstrip()))
