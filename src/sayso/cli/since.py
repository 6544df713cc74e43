"""From when on: what `--since` means."""

import re
from datetime import datetime, time, timedelta

from sayso.errors import UsageError

LAST = "last"
"""Since the last time that was asked for."""

_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_SPAN = re.compile(r"(\d{1,5})([mhdw])")


def since(text: str, now: datetime) -> datetime:
    """Return the moment that `text` means at `now`, which carries its zone.

    `yesterday` and `today` begin at midnight; `24h`, `3d`, `90m` and `2w` reach back so far; else it is an
    ISO date or time, of that zone where it names none. Raises `UsageError` for anything else.
    """
    word = text.strip().casefold()
    if word in {"today", "yesterday"}:
        day = now.date() - timedelta(days=word == "yesterday")
        return datetime.combine(day, time(), now.tzinfo)
    try:
        if span := _SPAN.fullmatch(word):
            return now - timedelta(**{_UNITS[span[2]]: int(span[1])})
        found = datetime.fromisoformat(text.strip())
    except (ValueError, OverflowError) as error:
        raise UsageError(
            f"--since wants a day (2026-11-21), yesterday, 24h, 3d or last, not {text!r}"
        ) from error
    return found if found.tzinfo else found.replace(tzinfo=now.tzinfo)
