"""The grammar of time expressions: each token gets one class letter, and patterns over the letters find
expressions.

Letters: M month, W weekday, D day of the month in digits, O ordinal, Y year, N other number, q vague number,
U unit, P part of the day, S season, H holiday, R today and its like, X now and its like, K decade, C clock
time, A a.m. or p.m., G time zone, B era, I ISO date, l last, n next, t this, s that/same, d the, a a/an, g
ago, L later, E earlier, v every, f daily and its like, o of, x to/and/or, h hyphen, c comma, w whole, m more,
e early/mid/late/end, u old, p about and its like, k less, b on, j half.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{4}")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:[ap]m)?|\d{1,2}[ap]m", re.IGNORECASE)
_DECADE = re.compile(r"(?:1[0-9]|20)\d0'?s|'?\d0s")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)

LAST_YEAR = 2199
"""Four digits beyond this are no year in a report."""

EARLY_YEAR = 1700
"""Four digits below this are a year only right after "in", "since" and the like."""

ALONE = frozenset("IMYSKWRXPUfHC")
"""Letters of words that are an expression by themselves."""

_STRETCH = re.compile(f"(?:[{''.join(sorted(ALONE))}]|[^.](?=[^.]))[^.]*")
"""Letters from where an expression may begin to the next word of none: most words of the grammar, as "the",
are no expression alone."""

REMEMBERED = 4096
"""Stretches of letters whose reading is kept: a text is dated in few ways, over and over."""

_EDGE = "(?:d?eo?d?h?)?"
_YEAR = "(?:c?o?Y|os+U)?"
_ABOUT = "(?:[mk]?p{1,2})?"
_COUNT = "(?:(?:Nh)?[aND]|aqo?|qo?)m?"
_DATE = "(?:t?Wc?)?(?:Md?[DO](?:c?Y)?|d?[DO]o?M(?:c?Y)?)"

PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", "I|YhDhD"),
    ("days", f"(?:W[cd]*)?(?:MD[hx]D{_YEAR}|(?:dPod?)?d?[DO][hx]d?[DO]o?M{_YEAR})"),
    ("day", f"(?:t?Wc?P?[co]?|dPod?)?(?:Md?[DO]{_YEAR}|d?[DO]o?M{_YEAR})(?:P|E?)"),
    ("month", f"{_EDGE}(?:[lnt]|tl|s+)?M{_YEAR}"),
    ("season", f"{_EDGE}[lntd]?S(?:[co]?Y|od?Y)?"),
    ("decade", f"(?:{_EDGE}|d)K"),
    ("century", f"(?:{_EDGE}|d)Oh?U"),
    ("quarter", "d?OUo?Y"),
    ("year", f"{_EDGE}Y(?:c?B)?"),
    ("era", "(?:c?[ND]|Y)B|BY"),
    ("weekday", "e?[lntd]?(?:WP?|aW)"),
    ("day-part", "[dt]?P(?:b|o)d?t?[WR]"),
    ("day-edge", "(?:d?eUod?|eb)[WR]"),
    ("deictic", "(?:d?wd?U)?(?:RP?|eR)"),
    ("reference", "X"),
    ("unit", "(?:[EL]|eo?d?)?(?:[lnt]|st|dt)w?[UP]"),
    ("edge", "d?eod?[lnts]?U"),
    ("window", "d?[lnt](?:N|D|aq|q)m?U"),
    ("ago", f"{_ABOUT}{_COUNT}Ug"),
    ("told", f"(?:d?[ln]U|{_ABOUT}{_COUNT}U[LE]|dU(?:L|E))"),
    ("duration", f"(?:d|{_ABOUT})w?(?:{_COUNT})h?Uh?u?"),
    ("half", f"{_ABOUT}(?:j[ah]U|[aND]h?xh?ah?jh?U|[aND]Uxaj)h?u?"),
    ("many", "U"),
    ("same", "[EL]?d?s+s?[UP]"),
    ("whole", "[da]w[UP]"),
    ("set", "(?:v[ND]?[UWPS]|f|UXU)"),
    ("clock", f"(?:CA?|DA)G?(?:b?(?:{_DATE}|R|t?WP?))?"),
    ("part", "[dtea]?[dt]?P(?:od?W)?"),
    ("holiday", "(?:[lnt]|d)?H(?:P|U)?Y?"),
)
"""Rule name and pattern; the longest match at a place wins, of equally long ones the first."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule matched: token numbers of the doc, half open, and the class letters of those tokens."""

    rule: str
    first: int
    end: int
    letters: str


def matches(sentence: Sequence["Token"]) -> Iterator[Match]:
    """Yield the time expressions among the tokens of a sentence in order, none overlapping."""
    letters = "".join([letter(token) for token in sentence])
    index = 0
    while stretch := _STRETCH.search(letters, index):
        index = stretch.start()
        best = _longest(stretch[0])
        if best is None:
            index += 1
            continue
        rule, length = best
        first = sentence[0].i + index
        yield Match(rule, first, first + length, stretch[0][:length])
        index += length


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in PATTERNS)


@lru_cache(maxsize=REMEMBERED)
def _longest(letters: str) -> tuple[str, int] | None:
    """The rule that matches most of the letters from their start, and how many."""
    found = ((name, pattern.match(letters)) for name, pattern in _compiled())
    ends = [(name, match.end()) for name, match in found if match and match.end()]
    return max(ends, key=lambda row: row[1], default=None)


def letter(token: "Token") -> str:
    """Return the class letter of a token, `.` for a word that no time expression holds."""
    word = token.lower_
    if word[:1].isdecimal() or (word[:1] == "'" and word[1:2].isdecimal()):
        return _digits(token, word)
    found = _letters().get(word)
    if found is None:
        return "."
    check = _CHECKS.get(found)
    return found if check is None or check(token, word) else _OTHERWISE.get((found, word), ".")


def _digits(token: "Token", word: str) -> str:
    if _ISO.fullmatch(word):
        return "I"
    if _CLOCK.fullmatch(word):
        return "C"
    if _DECADE.fullmatch(word):
        return "K"
    if _ORDINAL.fullmatch(word):
        return "O"
    if not word.isdecimal():
        return "N" if word.replace(",", "").replace(".", "", 1).isdecimal() else "."
    if (
        len(word) == 4
        and token.i + 1 < len(token.doc)
        and token.nbor(1).lower_ in table("times")["closed"]["zone"]
    ):
        return "C"
    if len(word) <= 2 and 1 <= int(word) <= 31:
        return "N" if _counts(token) else "D"
    return "Y" if len(word) == 4 and 1000 <= int(word) <= LAST_YEAR and _may_be_year(token) else "N"


def _counts(token: "Token") -> bool:
    """Tell whether a number counts the plural right after it: the 12 of "In May 12 people died"."""
    return (
        token.dep_ == "nummod"
        and token.head.i == token.i + 1
        and token.head.tag_ == "NNS"
        and (token.head.lower_ not in table("times")["units"])
    )


def _may_be_year(token: "Token") -> bool:
    """Tell whether four digits read as a year: after a word that leads to one, or before no noun that they
    could count."""
    before = token.nbor(-1) if token.i else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if before is not None and before.is_currency:
        return False
    if int(token.text) < EARLY_YEAR and (
        before is None or before.lower_ not in ("in", "since", "year", "until", "by")
    ):
        return False
    counts = after is not None and after.tag_ == "NNS" and after.ent_type_ not in ("DATE", "EVENT")
    led = before is None or before.lower_ in table("times")["closed"]["before_year"] or _is_month(before)
    return (led or token.ent_type_ == "DATE") and not counts


def _is_month(token: "Token") -> bool:
    return token.lower_ in table("times")["months"] or token.lower_ == ","


@cache
def _letters() -> dict[str, str]:
    data, closed = table("times"), table("times")["closed"]
    classes: tuple[tuple[str, Iterable[str]], ...] = (
        ("N", table("numbers")["small"]), ("q", data["vague"]), ("O", data["ordinals"]), ("U", data["units"]),
        ("f", data["frequencies"]), ("P", data["parts"]), ("S", data["seasons"]), ("H", data["holidays"]),
        ("R", data["deictics"]), ("X", data["references"]), ("W", data["weekdays"]), ("M", data["months"]),
        ("e", data["edges"]), ("l", closed["last"]), ("n", closed["next"]), ("t", closed["this"]),
        ("s", closed["that"]), ("d", closed["the"]), ("a", closed["a"]), ("g", closed["ago"]),
        ("L", closed["later"]), ("E", closed["earlier"]), ("v", closed["every"]), ("o", closed["of"]),
        ("x", closed["to"]), ("c", closed["comma"]), ("h", closed["hyphen"]), ("B", closed["era"]),
        ("A", closed["half_day"]), ("G", closed["zone"]), ("w", closed["whole"]), ("m", closed["more"]),
        ("u", closed["old"]), ("p", closed["about"]), ("k", closed["less"]), ("b", closed["on"]),
        ("j", closed["half"]),
    )  # fmt: skip
    plain = {word: code for code, members in classes for word in members}
    dotted = {f"{word}.": "M" for word in data["months"]} | {f"{word}.": "W" for word in data["weekdays"]}
    plural = {f"{word}s": "W" for word in data["weekdays"] if word.endswith("day")}
    return plain | dotted | plural


def _named(token: "Token", word: str) -> bool:
    """Months, weekdays and holidays are written with a capital; "may" and "march" without are verbs, Sun
    and Jan names."""
    if token.pos_ in ("AUX", "VERB") or not (token.text[:1].isupper() or len(word.rstrip(".")) > 5):
        return False
    return word not in table("times")["closed"]["doubtful"] or _dated(token)


def _dated(token: "Token") -> bool:
    """Tell whether a word that is also a name or a verb stands for a date here."""
    if token.ent_type_ in ("DATE", "TIME"):
        return True
    around = token.doc[max(0, token.i - 1) : token.i + 2]
    return any(other.text[:1].isdecimal() for other in around) or (
        token.ent_type_ == ""
        and token.i > 0
        and token.nbor(-1).lower_ in table("times")["closed"]["before_year"][:9]
    )


def _noun(token: "Token", word: str) -> bool:
    """Tell whether "fall" is a season: a noun, and not the fall of a city."""
    falls = (
        token.i + 2 < len(token.doc)
        and token.nbor(1).lower_ == "of"
        and not token.nbor(2).text[:1].isdecimal()
    )
    return word != "fall" or (token.pos_ in ("NOUN", "PROPN") and not falls)


def _unit(token: "Token", word: str) -> bool:
    """Tell whether a word is a unit: "second" and "quarter" are after a number only; "the first quarter" of
    what is no year is none."""
    if word not in ("second", "min", "sec", "quarter"):
        return True
    before = token.nbor(-1).lower_ if token.i else ""
    if word == "quarter" and before in table("times")["ordinals"]:
        following = [other.lower_ for other in token.doc[token.i + 1 : token.i + 3]]
        return following[:1] != ["of"] or following[-1].isdecimal()
    return before[:1].isdecimal() or before in table("numbers")["small"] or before in ("per", "-")


def _edge(token: "Token", word: str) -> bool:
    if word in ("early", "mid", "late"):
        return True
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "of"


def _season(token: "Token", word: str) -> bool:
    return _noun(token, word) and token.pos_ not in ("VERB", "AUX", "ADJ")


_CHECKS = {"M": _named, "W": _named, "H": _named, "U": _unit, "e": _edge, "S": _season}
_OTHERWISE = {("U", "second"): "O"}
