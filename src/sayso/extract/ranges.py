"""Two numbers joined to a range: "11,000 to 12,000", "between two and three", "over 5 but under 10"."""

from collections.abc import Callable
from dataclasses import replace

from sayso.extract.numberwords import DASH, Number, percent, signed, tidy
from sayso.lexicon import table

Read = Callable[[tuple[str, ...], tuple[str, ...], int], Number | None]
"""Reads the number that begins at a token; None for none."""

THOUSAND = 1000


def joined(words: tuple[str, ...], texts: tuple[str, ...], first: Number, read: Read) -> Number:
    """Join "11,000 to 12,000", "10-12 million", "between two and three", "two or three".

    "Between 10 and 5" is joined as it stands, for the caller to leave out.
    """
    i, start = first.end + percent(words, first.end), first.first - signed(texts, first.first)
    if i + 1 >= len(words) or not _joins(words, start, i):
        return first
    after = i + 1 + signed(texts, i + 2) if i + 2 < len(words) else i + 1
    second = read(words, texts, after)
    if second is not None and i > first.end and not percent(words, second.end):
        return first
    if second is None or second.share or second.low is None or first.low is None or second.high is None:
        return first
    if words[i] in DASH and _is_chain(texts, start, second.end):
        return first
    low = first.low
    factor = second.scale if first.scale == 1 and low < THOUSAND else 1
    if low * factor < second.low:
        low = tidy(low * factor)
    backwards = words[i] == "and" and low > second.low
    if (low >= second.low and not backwards) or (words[i] == "or" and second.low > 2 * low + 1):
        return first
    return replace(
        first,
        first=start - 1 if _opens(words, start, i) else first.first,
        end=second.end,
        low=low,
        high=second.high,
        ranged=True,
        vague=first.vague or second.vague,
    )


def _joins(words: tuple[str, ...], start: int, i: int) -> bool:
    before = words[start - 1] if start else ""
    if words[i] == "and":
        return before == "between"
    if words[i] == "to":
        return not (before in ("from", "by") and start > 1 and _moves(words, start))
    return words[i] in DASH or words[i] in ("or", "through")


def _opens(words: tuple[str, ...], start: int, i: int) -> bool:
    """Tell whether the word before belongs to the range: "between 2 and 3", "from 2 to 3"."""
    return words[i] == "and" or (start > 0 and words[start - 1] == "from" and words[i] in ("to", "through"))


def _is_chain(texts: tuple[str, ...], start: int, end: int) -> bool:
    """Tell whether digits go on with a dash before `start` or from `end` on: a telephone number, a date."""
    before, after = texts[max(0, start - 2) : start], texts[end : end + 2]
    led = len(before) == 2 and before[1] in DASH and before[0][-1:].isdecimal()
    return led or (len(after) == 2 and after[0] in DASH and after[1][:1].isdecimal())


def _moves(words: tuple[str, ...], start: int) -> bool:
    """Tell whether "from 12 to 19" is a movement ("rose from"), not a range."""
    stems = table("approximators")["moves"]["stems"]
    return any(word.startswith(stem) for word in words[max(0, start - 4) : start - 1] for stem in stems)


def two_sided(found: tuple[Number, ...], words: tuple[str, ...]) -> tuple[Number, ...]:
    """Make one range of two that are open to each other: "more than 5 but less than 10"."""
    made: list[Number] = []
    for number in found:
        both = _both(made[-1], number, words) if made else None
        if both is not None:
            made[-1] = both
        else:
            made.append(number)
    return tuple(made)


def _both(one: Number, other: Number, words: tuple[str, ...]) -> Number | None:
    between = words[one.end + percent(words, one.end) : other.first]
    if not between or len(between) > 2 or " ".join(between) not in table("approximators")["joints"]["words"]:
        return None
    least, most = (one, other) if one.high is None else (other, one)
    if least.high is not None or most.low is not None or least.low is None or most.high is None:
        return None
    if not least.low < most.high or one.vague or other.vague:
        return None
    return replace(one, end=other.end, low=least.low, high=most.high, ranged=True)
