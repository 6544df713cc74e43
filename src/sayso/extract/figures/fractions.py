"""Fractions: shares ("a third of", "more than half"), and what they add to or take of a number ("two and a
half million", "three quarters of a million", "5 1/2")."""

import re
from unicodedata import numeric

from sayso.extract.figures.approximations import hedged
from sayso.extract.figures.numberwords import Cardinal, Number, percent, scaled, tidy
from sayso.lexicon import table

HUNDRED = 100

THOUSAND = 1000
"""From here on "and a half" is half of the scale: "a million and a half"; "a hundred and a half" is 100.5."""

VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"

_SLASHED = re.compile(r"([1-9]\d?)[/⁄](2|3|4|5|6|8|10|16|32|64)")
_WHOSE = frozenset({"of", "the", "its", "their", "his", "her", "our", "all"})


def fraction(words: tuple[str, ...], i: int, whole: Cardinal | None) -> Number | None:
    """Return the fraction whose first word is at `i`, or None; `whole` is the whole number there."""
    half = words[i] in ("half", "quarter")
    found = (table("numbers")["fractions"][words[i]], i + 1) if half else _parts(words, i, whole)
    if found is None:
        return None
    value, end = found
    if last := _end_of_percent(words, end):
        return Number(i, i, last, tidy(value / HUNDRED), tidy(value / HUNDRED), share=True)
    times, last = _taken_of(words, end)
    if times > 1:
        value = tidy(value * times)
        return Number(i, i, last, value, value, scale=times)
    if not (_is_half(words, i) if half else _is_share(words, i, end, value)):
        return None
    return Number(i, i, end, value, value, share=value < 1)


def _end_of_percent(words: tuple[str, ...], end: int) -> int:
    """Return where "of one percent" or "a percent" behind a fraction ends, 0 where none stands there."""
    at = end + (words[end : end + 1] == ("of",))
    if words[at : at + 1] not in (("one",), ("a",), ("1",)):
        return 0
    signs = percent(words, at + 1)
    return at + 1 + signs if signs else 0


def with_fraction(words: tuple[str, ...], whole: Cardinal) -> Cardinal:
    """Add what "and a half", "and three quarters", "and a half million" add to a number."""
    if words[whole.end : whole.end + 1] != ("and",):
        return whole
    found = _part(words, whole.end + 1)
    if found is None:
        return whole
    value, end = found
    times, last = scaled(words, end, 1)
    if times > 1 and whole.scale > times:
        return Cardinal(whole.value + value * times, last, times)
    if times > 1:
        return Cardinal((whole.value + value) * times, last, times) if whole.scale == 1 else whole
    return Cardinal(whole.value + value * (whole.scale if whole.scale >= THOUSAND else 1), end, 1)


def slashed(text: str) -> float | None:
    """Return the value of "1/2" or "½", None for what is no proper fraction of a usual kind ("9/11")."""
    if len(text) == 1 and text in VULGAR:
        return numeric(text)
    match = _SLASHED.fullmatch(text)
    value = int(match[1]) / int(match[2]) if match else 1
    return value if value < 1 else None


def _parts(words: tuple[str, ...], i: int, whole: Cardinal | None) -> tuple[float, int] | None:
    """Read "a third", "two thirds", "twenty-one fifths"."""
    if words[i] in ("a", "an"):
        whole = Cardinal(1, i + 1, 1)
    if whole is None:
        return None
    at, fractions = whole.end + (words[whole.end : whole.end + 1] == ("-",)), table("numbers")["fractions"]
    if at >= len(words) or words[at] not in fractions or (whole.value > 1) != _is_plural(words[at]):
        return None
    return whole.value * fractions[words[at]], at + 1


def _part(words: tuple[str, ...], i: int) -> tuple[float, int] | None:
    """Read the fraction after "and": "a half", "one fourth"; an ordinal ("and a third man") is none."""
    many = table("numbers")["small"].get(words[i]) if i < len(words) else None
    if many is None and words[i : i + 1] not in (("a",), ("an",)):
        return None
    found = _parts(words, i, Cardinal(many or 1, i + 1, 1))
    if found is None or words[found[1] - 1] in ("half", "quarter") or (many or 1) > 1:
        return found
    following = words[found[1]] if found[1] < len(words) else ""
    return found if not following[:1].isalpha() or _is_plural(following) else None


def _is_plural(word: str) -> bool:
    return word.endswith("s")


def _taken_of(words: tuple[str, ...], end: int) -> tuple[float, int]:
    """Return the scale of which a fraction is taken ("half a million", "three quarters of a million"), else
    1."""
    at = end + (words[end : end + 1] == ("of",))
    at += words[at : at + 1] in (("a",), ("an",))
    return scaled(words, at, 1)


def _is_share(words: tuple[str, ...], i: int, end: int, value: float) -> bool:
    if words[end : end + 1] == ("of",) or hedged(words, i):
        return True
    return _is_plural(words[end - 1]) and (words[end - 1] != "quarters" or value == 0.75)


def _is_half(words: tuple[str, ...], i: int) -> bool:
    """Tell whether a lone "half" is a share: "half the", "more than half"; not "the second half"."""
    following = words[i + 1] if i + 1 < len(words) else ""
    if words[i] != "half" or (i and words[i - 1] in table("times")["ordinals"]):
        return False
    return following in _WHOSE or (hedged(words, i) and following not in ("a", "an"))
