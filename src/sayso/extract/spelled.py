"""Numbers in words: spelled out, fractions, and vague ones with their bounds out of `vague.toml`."""

from functools import cache

from sayso.extract.numberwords import DASH, Number, scaled, tidy
from sayso.lexicon import table


@cache
def openers() -> frozenset[str]:
    """Return the words with which a number in words begins."""
    data, vague = table("numbers"), table("vague")
    phrases = (*data["small"], *data["scales"], *vague["plurals"], *vague["quantifiers"], *data["fractions"])
    return frozenset(phrase.split()[0] for phrase in phrases) | {"a", "an"}


def in_words(words: tuple[str, ...], i: int) -> Number | None:
    """Return the number whose first word is at `i`, or None."""
    return _vague(words, i) or _fraction(words, i) or _spelled(words, i)


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
    factor, scaled_end = scaled(words, after, 1)
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
    at = i + 2 if words[i + 1 : i + 2] and words[i + 1] in DASH else i + 1
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
        value, end = scaled(words, i + 2, 0.5)
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
        if (word in DASH or word == "and") and _continues(words, i, last, total + current):
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
