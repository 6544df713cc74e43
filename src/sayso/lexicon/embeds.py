"""Posts that are set whole into a text, told by their signatures (`channels.toml`)."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.lexicon import table

_LONGEST = 180
"""Characters of the longest signature."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Where a post was put, and where in a text stand its signature and, in that, the name of who signs."""

    channel: str
    start: int
    end: int
    who: tuple[int, int]


def signature(text: str, start: int, end: int) -> Signature | None:
    """Return what signs a post at the end of a stretch of text, None where it does not end in a signature."""
    if text.find("(@", max(start, end - _LONGEST), end) < 0:
        return None
    last = text[max(start, end - _LONGEST) : end]
    at = end - len(last)
    for channel, pattern in _patterns():
        # A line's beginning is none where only the end of the stretch is looked at.
        found = pattern.search(last)
        if found is not None and (found.start() > 0 or at == start):
            who = (at + found.start("who"), at + found.end("who"))
            return Signature(channel, at + found.start(), at + found.end(), who)
    return None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((entry["channel"], re.compile(entry["regex"])) for entry in table("channels")["posts"])
