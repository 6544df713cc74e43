"""Numbers in digits: separators, signs, fractions, and what is run into them: a currency, a scale, a unit."""

import re
from functools import cache
from math import inf
from unicodedata import numeric

from sayso.extract.figures.approximations import hedged
from sayso.extract.figures.fractions import VULGAR, slashed, with_fraction
from sayso.extract.figures.numberwords import Cardinal, Number, codes, countries, is_sign, scaled, tidy
from sayso.extract.figures.spelled import counted_on
from sayso.lexicon import table
from sayso.lexicon import words as word_set

LONGEST = 30
"""Characters of a number in digits, at most: longer ones are codes, not counts."""

MINUS = frozenset({"-", "−", "minus-"})

THOUSAND = 1000

MANGLED = "PS"
"""What some feeds make of the pound sign: "PS2.7m", "PS21,700"; "PS5" is a console."""

_WHOLE = r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:'\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d+|(?=\.\d)"
"""Thousands parted by commas or apostrophes, lakhs and crores by commas, or one run of digits."""

_DIGITS = re.compile(
    r"(?P<sign>[-−~]|[Ss]ub-|[Mm]inus-)?(?P<code>[A-Z]{1,2}\$|[A-Z][A-Za-z]{1,2}\.?)?"
    rf"(?:(?P<parted>\d{{1,3}}(?:\.\d{{3}})+,\d{{1,2}})|(?P<whole>{_WHOLE})(?P<decimals>\.\d+)?)"
    rf"(?P<part>[{VULGAR}])?(?P<letters>[A-Za-z]{{1,8}}\.?)?(?P<note>\[\d{{1,3}})?"
)
"""Sign, currency code, digits (`parted` as on the continent: 1.234,5), fraction, letters, footnote."""

_RANGE = re.compile(r"([\d.,]{1,12}[A-Za-z]{0,3})[-~][$€£¥₹]?([\d.,]{1,12}[A-Za-z]{0,3})")
_GROUP = re.compile(r"\d{3}(\.\d+)?")
_SPACES = frozenset({" ", "\u00a0", "\u2009", "\u202f"})


def has_digits(word: str) -> bool:
    """Tell whether a token may be a number in digits, with a sign, a currency code or a unit on it."""
    return (
        word[:1].isdecimal()
        or (word[:1] in ".~-−" and word[1:2].isdecimal())
        or (word != "" and word[0] in VULGAR)
        or (word.startswith(("sub-", "minus-")) and word.partition("-")[2][:1].isdecimal())
        or (word[:1].isalpha() and "$" in word[1:3])
        or word[:3].rstrip(".0123456789") in codes() | countries()
    )


def in_digits(words: tuple[str, ...], texts: tuple[str, ...], i: int) -> Number | None:
    """Return the number whose digits are at `i`, or None; `texts` are the tokens with their spaces."""
    text = texts[i].rstrip()
    if len(text) > LONGEST:
        return None
    return _lone_fraction(words, text, i) or _run_together(text, i) or _plain(words, texts, i)


def _plain(words: tuple[str, ...], texts: tuple[str, ...], i: int) -> Number | None:
    match = _DIGITS.fullmatch(texts[i].rstrip())
    if (
        match is None
        or _is_code(match, _is_dollar(texts, i))
        or (match["sign"] in MINUS and not _negates(words, texts, i))
    ):
        return None
    whole = _whole(words, texts, i, match)
    value = tidy(-whole.value if match["sign"] in MINUS else whole.value)
    low = None if (match["sign"] or "").lower() == "sub-" else value
    rounded = match["sign"] == "~"
    return Number(i, i, whole.end, low, value, digits=True, rounded=rounded, scale=whole.scale)


def _whole(words: tuple[str, ...], texts: tuple[str, ...], i: int, match: re.Match[str]) -> Cardinal:
    """Return the amount without its sign: the digits with what is run into them and what follows."""
    value, letters = _value(match), (match["letters"] or "").rstrip(".")
    paid = bool(match["code"]) or (i > 0 and is_sign(texts[i - 1].rstrip()))
    factor = _suffixes(paid).get(letters, 1) if letters else _glued_scale(words, texts, i, paid)
    if factor > 1:
        return with_fraction(words, Cardinal(value * factor, i + 1 + (not letters), factor))
    if _is_bare(match):
        value, end = _grouped(words, texts, i, value)
        if part := _slashed_after(texts, end):
            value, end = value + part[0], part[1]
    else:
        end = i + 1
    found = counted_on(words, value, end)
    return with_fraction(words, found) if found.scale > 1 or value < THOUSAND else found


def _value(match: re.Match[str]) -> float:
    if match["parted"]:
        return float(match["parted"].replace(".", "").replace(",", "."))
    whole = match["whole"].replace(",", "").replace("'", "") or "0"
    return float(whole + (match["decimals"] or "")) + (numeric(match["part"]) if match["part"] else 0)


def _is_dollar(texts: tuple[str, ...], i: int) -> bool:
    return i > 0 and texts[i - 1] == "$"


def _is_code(match: re.Match[str], dollars: bool) -> bool:
    """Tell whether digits are no number: led or closed by letters that are no unit, or padded ("00012")."""
    code, letters, whole = match["code"], (match["letters"] or "").rstrip("."), match["whole"] or ""
    if code and not _is_currency(code, dollars):
        return True
    if code == MANGLED and not (match["decimals"] or letters or "," in whole):
        return True
    if letters and letters not in _suffixes(True) and not _is_unit(letters):
        return True
    return len(whole) > 1 and whole[0] == "0" and whole.strip("0") != ""


def _is_currency(code: str, dollars: bool) -> bool:
    """Tell whether letters before digits are a currency, alone or with the dollar sign before them: "USD10m",
    "A$5", "$US160"."""
    if dollars or code.endswith("$"):
        return code.rstrip("$").lower() in countries()
    return code.lower().rstrip(".") in codes()


def _is_bare(match: re.Match[str]) -> bool:
    return not any(match[name] for name in ("letters", "decimals", "part", "parted", "note"))


def _negates(words: tuple[str, ...], texts: tuple[str, ...], i: int) -> bool:
    """Tell whether a minus before digits is a sign: after a word in small letters or a bracket, or before
    degrees; not after a name ("F -16") or a number, and not the dash of a list."""
    if words[i + 1 : i + 2] and words[i + 1] in word_set("numbers", "signed"):
        return True
    before = texts[i - 1].rstrip() if i else ""
    return bool(before) and ((before.isalpha() and before.islower()) or before in "(<>=$€£")


def _grouped(words: tuple[str, ...], texts: tuple[str, ...], i: int, value: float) -> tuple[float, int]:
    """Read thousands that spaces part: "1 414 000", "40 000". A single group must be round, or follow
    a word as "at least", or be held by a space that does not break: "May 12 300 people" is no 12,300."""
    digits, end = texts[i].rstrip(), i + 1
    while _holds(texts, end) and (group := _GROUP.fullmatch(texts[end].rstrip())):
        digits, end = (digits + group[0])[: LONGEST + 1], end + 1
        if group[1]:
            break
    single = end == i + 2 and texts[i][-1] == " " and not texts[end - 1].startswith("000")
    single = single and not hedged(words, i)
    if end == i + 1 or single or len(texts[i].rstrip()) > 3 or texts[i][0] == "0":
        return value, i + 1
    return (float(digits) if len(digits) <= LONGEST else inf), end


def _holds(texts: tuple[str, ...], end: int) -> bool:
    return end < len(texts) and texts[end - 1][-1] in _SPACES and texts[end - 1][-2:-1].isdecimal()


def _slashed_after(texts: tuple[str, ...], end: int) -> tuple[float, int] | None:
    """Return the fraction after whole digits and where it ends: "5 1/2", "5 ½", "5-1/2"."""
    at = end + (texts[end : end + 1] == ("-",))
    part = slashed(texts[at].rstrip()) if at < len(texts) else None
    return (part, at + 1) if part else None


def _lone_fraction(words: tuple[str, ...], text: str, i: int) -> Number | None:
    """Read "½", and "1/2" where a word round it says that it is a fraction, not a date or a score."""
    part = slashed(text)
    if part is None:
        return None
    following = words[i + 1] if i + 1 < len(words) else ""
    told = text in VULGAR or following == "of" or following in _unit_words() or hedged(words, i)
    if not told:
        return None
    measured = following in _unit_words()
    times, end = scaled(words, i + 1, 1)
    value = tidy(part * times)
    return Number(i, i, end, value, value, digits=True, share=times == 1 and not measured, scale=times)


def _run_together(text: str, i: int) -> Number | None:
    """Read a range that is one token: "5k-20k", "20~100"."""
    match = _RANGE.fullmatch(text)
    ends = [_DIGITS.fullmatch(side) for side in match.groups()] if match else []
    if not ends or any(end is None or _is_code(end, False) for end in ends):
        return None
    low, high = (
        tidy(_value(end) * _suffixes(False).get(end["letters"] or "", 1)) for end in ends if end is not None
    )
    return Number(i, i, i + 1, low, high, digits=True, ranged=True) if low < high else None


@cache
def _suffixes(paid: bool) -> dict[str, float]:
    """Return the factor of what may be run into digits: "15m", "27million"; more of it is money ("$1MM")."""
    data = table("numbers")
    return {**data["suffixes"], **data["scales"], **(data["paid"] if paid else {})}


def _is_unit(letters: str) -> bool:
    """Tell whether letters after digits are a unit; a lone letter is one by its case only: "5W", not "5G"."""
    return letters in _unit_words() or (len(letters) > 1 and letters.lower() in _unit_words())


@cache
def _unit_words() -> frozenset[str]:
    return frozenset(word for group in table("units").values() for word in group if word != "base")


def _glued_scale(words: tuple[str, ...], texts: tuple[str, ...], i: int, paid: bool) -> float:
    """Return the scale of a letter that the tokens part from its digits: "$2.7m", "35m of its devices",
    not "1.8m tall"; 1 for none."""
    letter = texts[i + 1].rstrip().rstrip(".") if i + 1 < len(words) else ""
    scale: float = table("numbers")["suffixes"].get(letter, 1)
    if scale == 1 or texts[i] != texts[i].rstrip():
        return 1
    following = words[i + 2] if i + 2 < len(words) else "."
    metres = following in table("numbers")["tall"]["words"] or not following[:1].isalpha()
    return scale if paid or letter != "m" or not metres else 1
