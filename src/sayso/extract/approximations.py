"""Words round a number that move its bounds: "about", "at least", "nearly", "or more"."""

from dataclasses import replace
from functools import cache

from sayso.extract.numberwords import Number, is_sign, tidy
from sayso.lexicon import table


def approximated(number: Number, words: tuple[str, ...], floor: int) -> Number:
    """Return a number widened by the words round it that move its bounds; `floor` is the first token that is
    free."""
    kinds: list[str] = []
    first = number.first
    while found := _left(words, first, floor):
        first, kind = found
        kinds.append(kind)
    while kinds and kinds[-1] == "exact" and words[first] in ("the", "all", "as"):
        kinds.pop()
        first += 1
    end = number.end
    if found := _right(words, end):
        end, kind = found
        kinds.append(kind)
    return _bounded(replace(number, first=first, end=end), kinds)


def _left(words: tuple[str, ...], first: int, floor: int) -> tuple[int, str] | None:
    start = first - 1 if first > floor and is_sign(words[first - 1]) else first
    if start > floor and words[start - 1] in ('"', "'"):
        start -= 1
    for length in range(min(4, start - floor), 0, -1):
        kind = _before().get(words[start - length : start])
        if kind:
            return start - length, kind
    return None


def _right(words: tuple[str, ...], end: int) -> tuple[int, str] | None:
    for length in (3, 2, 1):
        kind = _after().get(words[end : end + length])
        if kind and end + length <= len(words):
            return end + length, kind
    return None


def _bounded(number: Number, kinds: list[str]) -> Number:
    for kind in kinds:
        if kind == "low":
            number = replace(number, high=None)
        elif kind == "high":
            number = replace(number, low=None)
        elif kind == "about":
            number = replace(number, rounded=True)
        elif kind == "more":
            number = replace(number, more=True)
        elif kind == "nearly" and number.low is not None:
            share = table("vague")["nearly"]["share"]
            number = replace(number, low=tidy(number.low * share["low"]), vague=True, rounded=True)
    return number


@cache
def _before() -> dict[tuple[str, ...], str]:
    rows = table("approximators")["before"]
    return {tuple(phrase.split()): kind for kind, phrases in rows.items() for phrase in phrases}


@cache
def _after() -> dict[tuple[str, ...], str]:
    rows = table("approximators")["after"]
    return {tuple(phrase.split()): kind for kind, phrases in rows.items() for phrase in phrases}
