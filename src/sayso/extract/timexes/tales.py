"""Whether a report tells history, and which of its dates the story goes on from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sayso.extract.timexes.stretches import Stretch
from sayso.extract.timexes.timegrammar import Match
from sayso.model.report import Precision

HISTORY_DATES = 3
"""A dated report that states at least so many years, most of them long past, tells history: there a date
without a year means the year told last, not the year of publication. News with some background is none: the
long past must outnumber the words that are reckoned from today, `NOW_RULES`."""

NOW_RULES = frozenset({"deictic", "unit", "ago", "weekday"})
"""Rules of the grammar whose expressions are said from the day of publication."""

_AHEAD = frozenset({"unit", "month", "season", "told"})
"""Rules of expressions that may begin with "next"."""

LEAD = 3
"""Expressions at the start of a report among which news names its own day."""

NOW = frozenset({"now", "currently", "presently", "nowadays"})
"""Words that are said from the day of publication too."""

HISTORY_YEARS = 2
"""How many years before publication count as long past."""

NEAR_YEARS = 3
"""Years that a story moves on at one step. A year that the next one leaves again for where the story was, or
so near to it, was said in passing: "as in 1614", "papers released in 2005"."""

_ANCIENT = re.compile(r"BC(\d{4})")


@dataclass(frozen=True, slots=True)
class Tale:
    """Whether a report tells history, and the numbers of the expressions that stand aside from the story."""

    history: bool
    asides: frozenset[int] = frozenset()


def tale(found: Sequence[Match], published: date | None) -> Tale:
    """Judge the time expressions of a report, given in order."""
    years = [(number, year) for number, match in enumerate(found) if (year := match.year) is not None]
    if published is None or not _tells_history(found, published):
        return Tale(False)
    return Tale(True, frozenset(_asides(years)))


def _tells_history(found: Sequence[Match], published: date) -> bool:
    if any(_is_news(match, published) for match in found[:LEAD]):
        return False
    told = [(match, match.year) for match in found if match.year is not None]
    past = {_told(match) for match, year in told if year <= published.year - HISTORY_YEARS}
    now = sum(match.rule in NOW_RULES or _says_now(match) for match in found)
    return (
        len(past) >= HISTORY_DATES
        and len(past) * 2 > len({_told(match) for match, _ in told})
        and len(past) > now
    )


def _told(match: Match) -> tuple[str, ...]:
    """Return the year, month and day that an expression states: one day told three times is no history."""
    return tuple(
        piece.lower_ for piece, code in zip(match.pieces, match.letters, strict=True) if code in "MDOYNB"
    )


def _says_now(match: Match) -> bool:
    return match.rule == "reference" and any(piece.lower_ in NOW for piece in match.pieces)


def _is_news(match: Match, published: date) -> bool:
    """Tell whether an expression is one that news opens with: a weekday, "today", a day of this year."""
    return match.rule in ("weekday", "deictic") or (
        match.rule in ("day", "days", "month") and match.year == published.year
    )


def _asides(years: Sequence[tuple[int, int]]) -> list[int]:
    """Return the numbers of the expressions whose year the story leaves again with the next one."""
    aside: list[int] = []
    last: int | None = None
    for (number, year), (_, following) in pairwise(years):
        if last is not None and _returns(last, year, following):
            aside.append(number)
        else:
            last = year
    return aside


def _returns(last: int, year: int, following: int) -> bool:
    """Tell whether a year lies before or after the story, which goes on where it was."""
    return (year < last <= following or year > last >= following) and abs(following - last) <= NEAR_YEARS


def looks_back(match: Match) -> bool:
    """Tell whether an expression steps back from where the story is: "a year earlier", "the previous year",
    "two years ago"."""
    return match.rule in ("told", "ago", "unit") and any(code in match.letters for code in "lEgZ")


def looks_ahead(match: Match) -> bool:
    """Tell whether an expression of a story names what is only planned there, "by next summer"; "the next
    year" goes on."""
    return match.rule in _AHEAD and match.letters[0] == "n"


def goes_on(story: Stretch | None, told: Stretch) -> Stretch | None:
    """Return the date that a story goes on from after `told`: a bare year leaves the month that was told
    last, and a decade or century leaves everything."""
    if told.precision is Precision.DECADE:
        return story
    coarse = told.precision in (Precision.YEAR, Precision.SEASON)
    within = story is not None and told.first <= story.first and story.last <= told.last
    return story if coarse and within else told


def ancient_year(value: str | None) -> int | None:
    """Return the year before our era that a value names: 480 for `BC0480-09`."""
    match = _ANCIENT.match(value or "")
    return int(match[1]) if match else None
