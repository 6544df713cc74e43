"""What a feed holds: its entries, and what is wrong with it."""

from dataclasses import dataclass

MOST_ENTRIES = 500
"""Of one feed at a time: the first ones, by custom the newest. Feeds of news sites have 10 to 100."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed. `key` tells it from the others of its feed; `link` is canonical, None where the
    feed has none that is http(s). `text` is the article where the feed carries it whole, else None; dates are
    as found."""

    key: str
    link: str | None
    title: str | None
    published: str | None = None
    updated: str | None = None
    author: str | None = None
    outlet: str | None = None
    language: str | None = None
    summary: str = ""
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as read. `wrong` are pairs of a problem's rule and message; with `refused`, nothing was read.
    `pause` is how many seconds the feed asks to be left alone between two looks, None where it does not
    say."""

    title: str | None
    entries: tuple[Entry, ...] = ()
    wrong: tuple[tuple[str, str], ...] = ()
    refused: bool = False
    pause: float | None = None
