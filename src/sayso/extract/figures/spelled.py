"""Numbers in words: "two hundred and five", "twenty-one million three hundred", "two point five million"."""

from functools import cache
from math import inf

from sayso.extract.figures.fractions import fraction, with_fraction
from sayso.extract.figures.numberwords import Cardinal, Number, scaled, tidy
from sayso.extract.figures.vague import vague
from sayso.lexicon import table

HUNDRED = 100

THOUSAND = 1000

FOLD = "fold"


@cache
def openers() -> frozenset[str]:
    """Return the words with which a number in words begins."""
    data, loose = table("numbers"), table("vague")
    phrases = (*data["small"], *data["scales"], *loose["plurals"], *loose["quantifiers"], *data["fractions"])
    return frozenset(phrase.split()[0] for phrase in phrases) | {"a", "an"} | set(_folds())


@cache
def _folds() -> dict[str, int]:
    """Return how many times over: "sixfold", "hundredfold"."""
    data = table("numbers")
    return {f"{word}{FOLD}": many for word, many in (data["small"] | data["scales"]).items()}


def in_words(words: tuple[str, ...], i: int) -> Number | None:
    """Return the number whose first word is at `i`, or None."""
    if words[i] in _folds():
        return Number(i, i, i + 1, _folds()[words[i]], _folds()[words[i]])
    found = vague(words, i)
    if found is None:
        whole = _cardinal(words, i)
        found = fraction(words, i, whole) or (_spelled(words, i, whole) if whole is not None else None)
    return found


def counted_on(words: tuple[str, ...], value: float, end: int) -> Cardinal:
    """Go on with a number in digits that ends at `end`: "2 million 300 thousand", "3 hundred and 21"."""
    return _summed(words, _term(words, value, end, mixed=True), mixed=True)


def _spelled(words: tuple[str, ...], i: int, whole: Cardinal) -> Number:
    found = with_fraction(words, _pointed(words, i, whole))
    value = tidy(found.value)
    return Number(i, i, found.end, value, value, scale=found.scale if value >= THOUSAND else 1)


def _cardinal(words: tuple[str, ...], i: int) -> Cardinal | None:
    """Read the whole number whose words begin at `i`."""
    if words[i] in ("a", "an"):
        term = _term(words, 1, i + 1)
        return _summed(words, term) if term.end > i + 1 else None
    group = _group(words, i) if words[i] in table("numbers")["small"] else None
    return _summed(words, _term(words, *group)) if group else None


def _summed(words: tuple[str, ...], whole: Cardinal, mixed: bool = False) -> Cardinal:
    """Add the smaller terms that follow: "three hundred thousand" to "two million"."""
    while whole.scale >= HUNDRED:
        joint = words[whole.end : whole.end + 1] == ("and",)
        group = _group(words, whole.end + joint)
        term = _term(words, *group, mixed=mixed) if group else None
        if term is None or not 0 < term.value < whole.scale or _is_fraction(words, whole.end + joint):
            break
        # "Two million and five died" is no 2,000,005, and "4 million 12 times" no 4,000,012.
        digits = mixed or words[whole.end + joint].isdecimal()
        bare = group is not None and term.end == group[1]
        if bare and (digits or (joint and whole.scale > THOUSAND)):
            break
        whole = Cardinal(whole.value + term.value, term.end, term.scale)
    return whole


def _term(words: tuple[str, ...], many: float, end: int, mixed: bool = False) -> Cardinal:
    """Multiply with the scales that follow: "hundred and five thousand". `mixed` lets digits follow "hundred
    and"."""
    below = _hundreds(words, many, end, mixed)
    value, end = scaled(words, below.end, below.value)
    return Cardinal(value, end, value / below.value) if end > below.end and below.value else below


def _hundreds(words: tuple[str, ...], many: float, end: int, mixed: bool) -> Cardinal:
    at = end + (words[end : end + 1] == ("-",))
    if words[at : at + 1] != ("hundred",):
        return Cardinal(many, end, 1)
    joint = words[at + 1 : at + 2] == ("and",)
    rest = _group(words, at + 1 + joint) if not _is_fraction(words, at + 1 + joint) else None
    digits = rest is not None and words[rest[1] - 1].isdecimal()
    if rest is None or not 0 < rest[0] < HUNDRED or words[rest[1] : rest[1] + 1] == ("hundred",):
        return Cardinal(many * HUNDRED, at + 1, HUNDRED)
    if digits and not (mixed and joint):
        return Cardinal(many * HUNDRED, at + 1, HUNDRED)
    return Cardinal(many * HUNDRED + rest[0], rest[1], 1)


def _is_fraction(words: tuple[str, ...], i: int) -> bool:
    """Tell whether what begins at `i` is less than one: the "two thirds" of "a hundred and two thirds"."""
    group = _group(words, i)
    at = group[1] + (words[group[1] : group[1] + 1] == ("-",)) if group else i
    share = table("numbers")["fractions"].get(words[at], inf) if group and at < len(words) else inf
    return group is not None and words[at - 1] != "and" and group[0] * share < 1


def _group(words: tuple[str, ...], i: int) -> tuple[float, int] | None:
    """Read a number below a hundred in words, or below a thousand in digits."""
    small = table("numbers")["small"]
    if i >= len(words) or words[i] not in small:
        digits = i < len(words) and len(words[i]) <= 3 and words[i].isdecimal()
        return (float(words[i]), i + 1) if digits else None
    value, at = small[words[i]], i + 1
    at += words[at : at + 1] == ("-",)
    unit = small.get(words[at], 0) if at < len(words) else 0
    return (value + unit, at + 1) if value >= 20 and 0 < unit < 10 else (value, i + 1)


def _pointed(words: tuple[str, ...], i: int, whole: Cardinal) -> Cardinal:
    """Read the decimals of "two point five million", "one-point-five"; "at one point two people left" has
    none."""
    small = table("numbers")["small"]
    joint = whole.end + (words[whole.end : whole.end + 1] == ("-",))
    at, digits = joint + 1 + (words[joint + 1 : joint + 2] == ("-",)), ""
    if words[joint : joint + 1] != ("point",) or (i and words[i - 1] == "at" and whole.value == 1):
        return whole
    while at < len(words) and words[at] in small and (group := _group(words, at)):
        digits, at = digits + str(int(group[0])), group[1]
    if not digits:
        return whole
    value = whole.value + float(f"0.{digits}")
    scale, end = scaled(words, at, 1)
    return Cardinal(value * scale, end, scale)
