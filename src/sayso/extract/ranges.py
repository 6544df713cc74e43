"""Two numbers joined to a range: "11,000 to 12,000", "between two and three"."""

from collections.abc import Callable
from dataclasses import replace

from sayso.extract.numberwords import DASH, Number, percent, scaled, signed, tidy
from sayso.lexicon import table

Read = Callable[[tuple[str, ...], tuple[str, ...], int], Number | None]
"""Reads the number that begins at a token; None for none."""


def joined(words: tuple[str, ...], texts: tuple[str, ...], first: Number, read: Read) -> Number:
    """Join "11,000 to 12,000", "10-12 million", "between two and three", "two or three"."""
    i = first.end + percent(words, first.end)
    if i + 1 >= len(words) or not _joins(words, first.core - signed(texts, first.core), i):
        return first
    after = i + 1 + signed(texts, i + 2) if i + 2 < len(words) else i + 1
    second = read(words, texts, after)
    if second is not None and i > first.end and not percent(words, second.end):
        return first
    if second is None or second.share or second.low is None or first.low is None or second.high is None:
        return first
    low = first.low
    factor = _factor(second, words) if second.scaled and not first.scaled and low < 1000 else 1
    if low * factor < second.low:
        low = tidy(low * factor)
    if low >= second.low or (words[i] == "or" and second.low > 2 * low + 1):
        return first
    opened = first.core - signed(texts, first.core) - 1 if words[i] == "and" else first.first
    return replace(
        first,
        first=opened,
        end=second.end,
        low=low,
        high=second.high,
        ranged=True,
        vague=first.vague or second.vague,
    )


def _joins(words: tuple[str, ...], core: int, i: int) -> bool:
    before = words[core - 1] if core else ""
    if words[i] == "and":
        return before == "between"
    if words[i] == "to":
        return not (before in ("from", "by") and core > 1 and _moves(words, core))
    return words[i] in DASH or words[i] == "or"


def _moves(words: tuple[str, ...], core: int) -> bool:
    """Tell whether "from 12 to 19" is a movement ("rose from"), not a range."""
    stems = table("approximators")["moves"]["stems"]
    return any(word.startswith(stem) for word in words[max(0, core - 4) : core - 1] for stem in stems)


def _factor(number: Number, words: tuple[str, ...]) -> float:
    return scaled(words, number.core + 1, 1)[0]
