"""Words round a number that move its bounds: "about", "at least", "nearly", "or more"."""

from dataclasses import replace
from functools import cache

from sayso.extract.figures.numberwords import Number, is_sign, tidy
from sayso.lexicon import table, vague
from sayso.lexicon import words as word_set

LONGEST = 6
"""Words of the longest phrase: "greater than or equal to"."""

CARRIED = 8
"""Words before "up to" among which the verb stands that takes something there."""

MOVING = frozenset({"low", "high", "about", "nearly"})


def approximated(number: Number, words: tuple[str, ...], floor: int) -> Number:
    """Return a number widened by the words round it that move its bounds; `floor` is the first token that is
    free."""
    kinds: list[str] = []
    first = number.first
    while (found := _left(words, first, floor)) and not _is_place(words, found[0], first, number.end):
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


def hedged(words: tuple[str, ...], i: int) -> bool:
    """Tell whether words that move bounds stand right before token `i`: "more than half"."""
    if not i or words[i - 1] not in _lasts():
        return False
    kinds = (_before().get(words[max(0, i - length) : i]) for length in range(1, min(i, LONGEST) + 1))
    return any(kind in MOVING for kind in kinds)


def _left(words: tuple[str, ...], first: int, floor: int) -> tuple[int, str] | None:
    start = first - 1 if first > floor and is_sign(words[first - 1]) else first
    if start > floor and words[start - 1] in ('"', "'"):
        start -= 1
    if start == floor or words[start - 1] not in _lasts():
        return None
    for length in range(min(LONGEST, start - floor), 0, -1):
        kind = _before().get(words[start - length : start])
        if kind and not _is_way(words, start - length, start) and not _is_by(words, start - length, start):
            return start - length, kind
    return None


def _is_place(words: tuple[str, ...], first: int, end: int, after: int) -> bool:
    """Tell whether a preposition before "the" leads to what has the number, which ends at `after`: "under the
    $7bn programme"; not "under the 5,000 mark"."""
    alone = end - first == 1 and words[first] in word_set("approximators", "prepositions.words")
    if words[end - 1] == "as" and end - first > 1 and words[first - 1 : first] == ("times",):
        return True  # "29 times as much as the $14bn"
    marked = words[after : after + 1] and words[after] in word_set("approximators", "prepositions.marks")
    return alone and words[end : end + 1] == ("the",) and not marked


def _is_way(words: tuple[str, ...], first: int, end: int) -> bool:
    """Tell whether "up to" is which way something went and where to: "ticked up to 7.6%", "brings the toll up
    to 14"; not "can bring up to 14 guests"."""
    if words[first:end] != ("up", "to") or not first:
        return False
    if words[first - 1] in word_set("approximators", "moves.nudged"):
        return True
    led = words[max(0, first - CARRIED) : first - 1]
    carried = next(
        (at for at, word in enumerate(led) if word in word_set("approximators", "moves.carried")), None
    )
    return carried is not None and not any(word in (",", "and", ";") for word in led[carried:])


def _is_by(words: tuple[str, ...], first: int, end: int) -> bool:
    """Tell whether "past" is no bound but where something went by: "rolled past 12 houses", "pushed past the
    12 houses"; "soared past 12 million" passes it."""
    if words[first:end] != ("past",):
        return False
    if words[end : end + 1] == ("the",):
        return True
    before = words[first - 1] if first else ""
    if before in word_set("approximators", "moves.passing"):
        return False
    return not before.startswith(tuple(table("approximators")["moves"]["stems"]))


def _right(words: tuple[str, ...], end: int) -> tuple[int, str] | None:
    if end == len(words) or words[end] not in _firsts():
        return None
    for length in range(min(LONGEST, len(words) - end), 0, -1):
        kind = _after().get(words[end : end + length])
        if kind and not _goes_on(words, end + length):
            return end + length, kind
    return None


def _goes_on(words: tuple[str, ...], end: int) -> bool:
    """Tell whether the words up to `end` belong to a number that follows: "5000 or more than 4500"."""
    following = words[end] if end < len(words) else ""
    if words[end - 1] in ("than", "to"):
        return following[:1].isdecimal() or following in table("numbers")["small"]
    return following in ("than", "to") and words[end - 2] in ("or", "and")


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
            number = _short_of(number, number.low)
    return number


def _short_of(number: Number, amount: float) -> Number:
    """Widen "nearly 1,000" to what is a little nearer to nothing, by `vague.toml`."""
    near = tidy(amount * vague()["nearly"]["share"]["low"])
    number = replace(number, vague=True, rounded=True, nearly=True)
    return replace(number, low=near) if amount >= 0 else replace(number, high=near)


@cache
def _before() -> dict[tuple[str, ...], str]:
    return _compared("before") | _phrases("before")


@cache
def _after() -> dict[tuple[str, ...], str]:
    return _compared("after") | _phrases("after")


@cache
def _lasts() -> frozenset[str]:
    """Return the last words of the phrases before a number: most numbers have none of them before."""
    return frozenset(phrase[-1] for phrase in _before())


@cache
def _firsts() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _after())


def _phrases(side: str) -> dict[tuple[str, ...], str]:
    rows = table("approximators")[side]
    return {tuple(phrase.split()): kind for kind, phrases in rows.items() for phrase in phrases}


def _compared(side: str) -> dict[tuple[str, ...], str]:
    """Return the phrases that the comparatives make: "larger than or equal to", "no larger than"."""
    data = table("approximators")["comparatives"]
    straight = {
        tuple(pattern.format(word).split()): kind
        for kind in ("low", "high")
        for word in data[kind]
        for pattern in data[side]
    }
    turned = {
        tuple(pattern.format(word).split()): kind
        for kind, turned_kind in (("low", "high"), ("high", "low"))
        for word in data[turned_kind]
        for pattern in data[f"{side}_not"]
    }
    return straight | turned
