"""Two numbers joined to a range: "11,000 to 12,000", "between two and three", "over 5 but under 10"."""

from collections.abc import Callable
from dataclasses import replace

from sayso.extract.figures.numberwords import DASH, Number, percent, scaled, signed, tidy
from sayso.lexicon import table

UNIT_REACH = 4
"""Tokens after a number among which the joint of a range stands, when its unit stands before it."""

YEAR_DIGITS = 4

FEW = 12
"""Up to here any two numbers joined by "or" are one guess: "six or ten"."""

STEPS = (1, 2, 5)
"""How far apart, in their leading digit, two numbers of one guess are: 3 or 4, 20 or 25, 300 or 500."""

Read = Callable[[tuple[str, ...], tuple[str, ...], int], Number | None]
"""Reads the number that begins at a token; None for none."""

THOUSAND = 1000


def joined(words: tuple[str, ...], texts: tuple[str, ...], first: Number, read: Read) -> Number:
    """Join "11,000 to 12,000", "10-12 million", "between two and three", "two or three".

    "Between 10 and 5" is joined as it stands, for the caller to leave out.
    """
    i, start = _joint(words, first.end), first.first - signed(texts, first.first)
    # "Five-to-ten" and "5-to-10": the word between the dashes joins.
    dashed = words[i : i + 1] == ("-",) and words[i + 1 : i + 3] == ("to", "-")
    joint = words[i + dashed] if i + dashed < len(words) else ""
    if not _joins(words, start, joint) or first.low is None:
        return first
    after = i + 1 + 2 * dashed
    second = read(words, texts, after + signed(texts, after + 1) if after + 1 < len(words) else after)
    if second is None or second.share or second.low is None or second.high is None:
        return first
    if (i > first.end and not _same_unit(words, first.end, i, second.end)) or _is_year(words, first, second):
        return first
    if joint in DASH and _is_chain(texts, start, second.end):
        return first
    low, high = _ends(first.low, second.high, first, second, words)
    if not _is_range(joint, low, high, second) or (joint == "to" and _is_step(words, start, low, high)):
        return first
    opened = start - 1 if _opens(words, start, joint) else first.first
    vague = first.vague or second.vague
    return replace(first, first=opened, end=second.end, low=low, high=high, ranged=True, vague=vague)


def _ends(
    low: float, high: float, first: Number, second: Number, words: tuple[str, ...]
) -> tuple[float, float]:
    """Return both ends, the lower one in the scale of the upper ("two to three hundred"); of two below nought
    the colder comes first."""
    if high <= low < 0:
        return high, low
    times, end = scaled(words, second.core + 1, 1)
    factor = second.scale if second.digits else times if end == second.end else 1
    if first.scale == 1 and low < THOUSAND and low * factor < high:
        low = tidy(low * factor)
    return low, high


def _is_range(joint: str, low: float, high: float, second: Number) -> bool:
    """Tell whether two ends make a range; "between 10 and 5" counts as one, "5 or 200" does not."""
    if low > high and joint == "and":
        return True
    if low >= high or (second.vague and low >= (second.low or 0)):
        return False
    return joint != "or" or _neighbours(low, high) or second.low != second.high


def _joint(words: tuple[str, ...], i: int) -> int:
    """Return where the joint of a range may stand: right after the first number, or after its unit."""
    if signs := percent(words, i):
        return i + signs
    units = (at for at in range(i + 1, min(i + UNIT_REACH, len(words))) if words[at] in ("to", "and"))
    return i if words[i : i + 1] and _is_joint(words[i]) else next(units, i)


def _is_joint(word: str) -> bool:
    return word in DASH or word in ("to", "and", "or", "through", "~")


def _same_unit(words: tuple[str, ...], start: int, end: int, after: int) -> bool:
    """Tell whether the unit after the first number stands after the second too: "250 miles to 290 miles"."""
    return bool(percent(words, start) and percent(words, after)) or (
        words[start:end] == words[after : after + end - start]
    )


def _is_year(words: tuple[str, ...], first: Number, second: Number) -> bool:
    """Tell whether the first number is a year: "rose in 2018 to 3.9 million"."""
    dated = words[first.core - 1] in ("in", "since", "of", "by") if first.core else False
    return dated and second.scaled and first.end - first.core == 1 and len(words[first.core]) == YEAR_DIGITS


def _neighbours(low: float, high: float) -> bool:
    """Tell whether two numbers joined by "or" are one guess ("three or four", "20 or 25"), not two things
    ("25,000 or 40,000")."""
    step, _, _ = f"{high - low:e}".partition("e")
    return high <= 2 * low + 1 and (float(step) in STEPS or high <= FEW)


def _joins(words: tuple[str, ...], start: int, joint: str) -> bool:
    before = words[start - 1] if start else ""
    if joint == "and":
        return before == "between"
    if joint == "to":
        moved = before in ("from", "by") and start > 1 and _moves(words, start)
        return not (moved or (before == "from" and _is_moved(words, start - 1)))
    return joint in DASH or joint in ("or", "through", "~")


def _opens(words: tuple[str, ...], start: int, joint: str) -> bool:
    """Tell whether the word before belongs to the range: "between 2 and 3", "from 2 to 3"."""
    return joint == "and" or (start > 0 and words[start - 1] == "from" and joint in ("to", "through"))


def _is_chain(texts: tuple[str, ...], start: int, end: int) -> bool:
    """Tell whether digits go on with a dash before `start` or from `end` on: a telephone number, a date."""
    before, after = texts[max(0, start - 2) : start], texts[end : end + 2]
    led = len(before) == 2 and before[1] in DASH and before[0][-1:].isdecimal()
    return led or (len(after) == 2 and after[0] in DASH and after[1][:1].isdecimal())


def _moves(words: tuple[str, ...], start: int) -> bool:
    """Tell whether "from 12 to 19" is a movement ("rose from"), not a range."""
    stems = table("approximators")["moves"]["stems"]
    return any(word.startswith(stem) for word in words[max(0, start - 4) : start - 1] for stem in stems)


MOVED_REACH = 16
"""Tokens before "from" among which what moved may be told: "raise fees on foreign students from 10 to 15
%"."""


def _is_moved(words: tuple[str, ...], at: int) -> bool:
    """Tell whether the word of movement stands further before the "from" at `at`, and none of ranging nearer:
    "raise fees on foreign students from 10 to 15 percent", "cut trips that take from two to three hours"."""
    moves = table("approximators")["moves"]
    for word in reversed(words[max(0, at - MOVED_REACH) : at]):
        if word in (";", ":", "and") or word.startswith(tuple(moves["ranging"])):
            return False
        if word.startswith(tuple(moves["makes"])):
            return True
    return False


LEAP = 5
"""So many times the first number, the second is where something came to, and the first by how much."""


def _is_step(words: tuple[str, ...], start: int, low: float, high: float) -> bool:
    """Tell whether a word of movement stands right before, and the second number is of another size: "rose
    164,000 to 12.2 million"; "rose 10 to 20 percent" is a range."""
    moved = start > 0 and any(
        words[start - 1].startswith(stem) for stem in table("approximators")["moves"]["stems"]
    )
    return moved and 0 < low * LEAP <= high


def two_sided(found: tuple[Number, ...], words: tuple[str, ...]) -> tuple[Number, ...]:
    """Make one of two that are open to each other ("more than 5 but less than 10"), and of two that say the
    same ("two (2) men")."""
    made: list[Number] = []
    for number in found:
        both = _both(made[-1], number, words) or _glossed(made[-1], number, words) if made else None
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


def _glossed(one: Number, other: Number, words: tuple[str, ...]) -> Number | None:
    """Return one number for "two (2)", or None."""
    same = (one.low, one.high) == (other.low, other.high) and one.digits != other.digits
    held = words[one.end : other.first] == ("(",) and words[other.end : other.end + 1] == (")",)
    return replace(one, end=other.end + 1) if same and held else None
