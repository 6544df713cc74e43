"""The grammar of time expressions: patterns over the class letters of a sentence's pieces.

Letters: M month, W weekday, D day of the month in digits, O ordinal, Y year, N other number, q vague number,
U unit, P part of the day, S season, H holiday, R today and its like, X now and its like, K decade, C clock
time, A a.m. or p.m., G time zone, B era, I ISO date, l last, n next, t this, s that/same, d the, a a/an, g
ago, L later, E earlier, V after, Z before, v every, z per, f daily and its like, o of, x to/and/or, h hyphen,
c comma, w whole, m more, e early/mid/late/end, u old, J long, F latter, Q 's, r right, y time/period, p about
and its like, k less, T than, b on, i in, j half, & part, 2 other, 3 hundred and its like, 5 season of
the weather; "?" runs two of these together.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sayso.extract.timexes.timepieces import Piece, read

if TYPE_CHECKING:
    from spacy.tokens import Token

ALONE = frozenset("IMYSKWRXPUfHC5")
"""Letters of words that are an expression by themselves."""

_STRETCH = re.compile(f"(?:[{''.join(sorted(ALONE))}]|[^.](?=[^.]))[^.]*")
"""Letters from where an expression may begin to the next word of none: most words of the grammar, as "the",
are no expression alone."""

DIGITS = 4
"""Digits of a year at most."""

REMEMBERED = 4096
"""Stretches of letters whose reading is kept: a text is dated in few ways, over and over."""

_SHARE = "d?[eFLEOl]&od?"
_EDGE = f"(?:d?eo?d?h?|[ELe]id?|{_SHARE})?"
_ERA = "(?:c?B)?"
_STATED = "(?:Y(?:c?B)?|[ND]B|BY)"
_YEAR = f"(?:c?o?(?:dU)?{_STATED}|od?[stln]+U)?"
_ABOUT = "(?:[mk]T|pmT|p(?:[mk]T)?|[mk])?"
_SCALED = "(?:aq?|q|(?:Nh)?[ND])?3+(?:x?(?:Nh)?[ND])?"
_COUNT = f"(?:{_SCALED}|(?:a|q)?(?:Nh)?[ND]|aqo?|a|qo?)m?"
_DATE = f"(?:t?Wc?)?(?:Md?[DO]{_YEAR}|d?[DO]o?M{_YEAR})"
_NAMED = f"(?:d?[lnts]*M{_YEAR}|{_STATED}|d?K|d?Oh?U|d?[lnts]+U|d?[lnt]?S{_YEAR})"
_SAID = f"(?:{_DATE}|[tln]?WP?|R)"

PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", "I|YhDhD"),
    ("days", f"(?:W[cd]*)?(?:Md?[DO][hx]d?[DO]{_YEAR}|(?:dPod?)?d?[DO][hx]d?[DO]o?d?M{_YEAR})"),
    (
        "day",
        f"(?:t?Wc?P?[co]?|(?:(?:[ELe]i)?d?e?P?U?(?<=[ePU])o)?d?)?(?:t?Md?[DO]{_YEAR}|d?[DO]o?M{_YEAR})(?:P|E|cW|W)?",
    ),
    ("years", "(?:dU)?(?:[NDY]B?[hx][NDY]c?B|YhY|Yh[DN](?!o?d?M))"),
    ("month", f"{_EDGE}(?:dUo)?(?:d?[ln]|t|tl|s+)?M{_YEAR}"),
    ("weather", "5"),
    ("season", f"{_EDGE}(?:[lntd]|d[ln]|d?s+)?(?:S{_YEAR}|YS)"),
    ("decade", f"(?:{_EDGE}|d)K{_ERA}|dYQ"),
    ("century", f"(?:{_EDGE}|d)Oh?U{_ERA}"),
    ("quarter", "d?OUo?(?:Y|d?[lnts]U)"),
    ("half-year", "d?[OF]jo(?:Y|d?[lnts]?U)"),
    ("portion", f"d(?:[Ol](?:{_COUNT})?Uo{_NAMED}|O[ND]U)"),
    ("year", f"{_EDGE}(?:dU)?Y{_ERA}"),
    ("era", "[ND]B|B[YND]"),
    ("weekday", "Wo?[lnt]U|e?[lntd]?W(?:P|dO)?|aWP?"),
    ("day-part", "[dt]?P(?:b|o)d?t?[WR]"),
    ("day-edge", "(?:d?eUod?|eb)[WR]"),
    ("deictic", "(?:d?wd?U)?(?:RP?|eR)"),
    ("reference", "r?X(?:h?U)?|dXU?|dl"),
    ("unit", "(?:[EL]|eo?d?)?(?:[lnt]|st|dt|tl)w?[UP]|[ELe]id?U"),
    ("edge", f"(?:d?eod?|{_SHARE})[lnts]?U|UQ?h?e"),
    ("window", "(?:d?[lnt](?:N|D|aq|q)|d[ND][ln])m?U"),
    ("ago", f"{_ABOUT}(?:{_COUNT})?Ug"),
    ("told", f"(?:e?d?[ln][UP]|{_ABOUT}(?:{_COUNT})?U[LE]|dU[nVZLE]|{_ABOUT}{_COUNT}U[VZ])"),
    ("duration", f"(?:d|{_ABOUT})w?(?:{_COUNT})w?h?Uh?J?u?"),
    ("lengths", f"{_ABOUT}(?:Nh)?[ND](?:h?x|h)(?:Nh)?[ND]m?h?Uh?[JgLEu]?"),
    ("half", f"{_ABOUT}(?:j[ah]U|[aND]h?xh?a?h?jh?U|[aND]?Uh?xh?ah?j)h?J?u?"),
    ("many", "Uh?J?"),
    ("same", "[EL]?d?s+s?[UP]"),
    ("whole", "[da]?w[UP]"),
    ("set", "(?:v2?w?[NDO]?(?:WP?|[UPS])|f|zU)"),
    ("clock", f"(?:{_SAID}c?)?(?:CA?|DA|DP)G{{0,2}}(?:[bc]?(?:{_DATE}|R|t?WP?))?"),
    ("part", "[dtea]?[dt]?(?:eh?)?P(?:od?W)?|d?eUodP"),
    ("holiday", "(?:[lntd]|a)?H(?:U?Q?[PU])?Y?"),
    ("period", "d?[ts]+y|dy"),
    ("more-days", "Dh[DO]"),
)
"""Rule name and pattern; the longest match at a place wins, of equally long ones the first."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule matched: the pieces, and their class letters."""

    rule: str
    pieces: tuple[Piece, ...]
    letters: str

    @property
    def first(self) -> int:
        """The number of the first token in the doc."""
        return self.pieces[0].token.i

    @property
    def end(self) -> int:
        """The number of the token after the last one."""
        return self.pieces[-1].token.i + 1

    @property
    def year(self) -> int | None:
        """The year that it states, negative before our era, or None."""
        at, era = self.letters.find("Y"), self.letters.find("B")
        before = era >= 0 and self.pieces[era].lower_.startswith("b")
        if at < 0 and era >= 0:
            at = era - 1 if era and self.letters[era - 1] in "ND" else era + 1
        if not 0 <= at < len(self.pieces) or not self.pieces[at].text.isdecimal():
            return None
        number = int(self.pieces[at].text[:DIGITS])
        return None if number == 0 or len(self.pieces[at].text) > DIGITS else -number if before else number


def matches(sentence: Sequence["Token"]) -> Iterator[Match]:
    """Yield the time expressions among the tokens of a sentence in order, none overlapping."""
    letters, pieces = read(sentence)
    index = 0
    while stretch := _STRETCH.search(letters, index):
        index = stretch.start()
        best = _longest(stretch[0])
        if best is None:
            index += 1
            continue
        rule, length = best
        yield Match(rule, _cut(sentence, pieces, index, index + length), stretch[0][:length])
        index += length


def _cut(sentence: Sequence["Token"], pieces: list[Piece] | None, first: int, end: int) -> tuple[Piece, ...]:
    if pieces is not None:
        return tuple(pieces[first:end])
    return tuple(Piece(token, token.text, token.idx) for token in sentence[first:end])


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in PATTERNS)


@lru_cache(maxsize=REMEMBERED)
def _longest(letters: str) -> tuple[str, int] | None:
    """The rule that matches most of the letters from their start, and how many."""
    found = ((name, pattern.match(letters)) for name, pattern in _compiled())
    ends = [(name, match.end()) for name, match in found if match and match.end()]
    return max(ends, key=lambda row: row[1], default=None)
