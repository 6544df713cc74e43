"""Feeds that are followed, and what is told of one look at them."""

from dataclasses import dataclass, replace
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Origin:
    """What a server gave with its last answer, and the URL that this holds for."""

    landed: str | None
    etag: str | None
    modified: str | None


@dataclass(frozen=True, slots=True)
class FollowedFeed:
    """A feed and how it fared; moments in UTC as ISO 8601. `named` is what the user named, `ended` when its
    server said that it is gone for good."""

    url: str
    named: str
    title: str | None
    followed: str
    asked: str | None
    read: str | None
    due: str
    failures: int
    message: str | None
    ended: str | None
    entries: int
    origin: Origin


class Outcome(StrEnum):
    """What became of an article."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Came:
    """An article that was fetched, or was to be. `why` says what is wrong; `stories` are the handles of those
    that it touched."""

    outcome: Outcome
    url: str
    feed: str
    title: str | None = None
    outlet: str | None = None
    why: str | None = None
    stories: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """A feed that was asked for: how many entries it has, how many of them are new or changed, what is wrong
    with it, and whether it was read at all. `unchanged` is the server's word; `led` says that it was a page
    or a list that led to feeds."""

    feed: str
    title: str | None = None
    entries: int = 0
    fresh: int = 0
    unchanged: bool = False
    failed: bool = False
    led: bool = False
    why: str | None = None


Event = Came | Looked


@dataclass(frozen=True, slots=True)
class Round:
    """What came of one look at all, in numbers, and whether it was stopped before its end."""

    feeds: int = 0
    failed_feeds: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    stopped: bool = False

    def with_(self, event: Event) -> "Round":
        """Return the round with one event more."""
        if isinstance(event, Looked):
            return (
                self
                if event.led
                else replace(self, feeds=self.feeds + 1, failed_feeds=self.failed_feeds + event.failed)
            )
        name = str(event.outcome)
        return replace(self, **{name: getattr(self, name) + 1})

    def with_stop(self) -> "Round":
        """Return the round as one that was stopped."""
        return replace(self, stopped=True)

    def __add__(self, other: "Round") -> "Round":
        return Round(
            self.feeds + other.feeds,
            self.failed_feeds + other.failed_feeds,
            self.new + other.new,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.failed + other.failed,
            self.stopped or other.stopped,
        )
