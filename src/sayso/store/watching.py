"""What `sayso watch` remembers: feeds, their entries, the pages of articles, and the sites they are on."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sayso.model.watch import FollowedFeed, Origin
from sayso.store.database import Database, Row


@dataclass(frozen=True, slots=True)
class DuePage:
    """The page of an article that is to be fetched, with what a feed says of it."""

    url: str
    fetched: str | None
    failures: int
    mark: str | None
    feed: str
    title: str | None
    published: str | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class SiteRow:
    """What is known of a site; moments in seconds since 1970."""

    name: str
    robots: bytes
    robots_read: float
    asked: float
    closed: float


def iso(seconds: float) -> str:
    """Return a moment as the database writes it."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds(moment: str) -> float:
    """Return a moment of the database in seconds since 1970."""
    return datetime.fromisoformat(moment).timestamp()


def follow(database: Database, url: str, named: str, now: str) -> bool:
    """Follow a feed from now on; say whether it is a new one.

    What was named before is known, also where it has led to a feed at another URL. A feed that had ended is
    tried again.
    """
    with database.transaction():
        known = feeds_named(database, url)
        for one in known:
            database.run("feed_revived", url=one, now=now)
        if not known:
            database.run("feed_followed", url=url, named=named, now=now)
    return not known


def feeds(database: Database) -> tuple[FollowedFeed, ...]:
    """Return all feeds, in the order of their URLs."""
    return tuple(map(_feed, database.rows("feeds_all")))


def feeds_named(database: Database, named: str) -> tuple[str, ...]:
    """Return the URLs of the feeds that somebody means by a URL, by that of a page or a list, or a file."""
    return tuple(row["url"] for row in database.rows("feeds_named", named=named))


def feeds_due(
    database: Database, now: str, chosen: Sequence[str] | None, *, eager: bool
) -> tuple[FollowedFeed, ...]:
    """Return the feeds that are to be asked for, of those `chosen` (None for all); with `eager`, each that
    was well the last time."""
    rows = database.rows("feeds_due", now=now, chosen=_listed(chosen), eager=eager)
    return tuple(map(_feed, rows))


def claim(database: Database, one: FollowedFeed | DuePage, now: str, lease: str) -> bool:
    """Take a feed or page up until `lease`, and say whether no other process has."""
    with database.transaction():
        return bool(database.rows(f"{_kind(one)}_claimed", url=one.url, now=now, lease=lease))


def release(database: Database, one: FollowedFeed | DuePage) -> None:
    """Put a feed or page down that was taken up."""
    with database.transaction():
        database.run(f"{_kind(one)}_released", url=one.url)


def _kind(one: FollowedFeed | DuePage) -> str:
    return "feed" if isinstance(one, FollowedFeed) else "page"


def feed_read(
    database: Database, url: str, title: str | None, message: str | None, origin: Origin, now: str, due: str
) -> None:
    """Note that a feed was read, or found unchanged."""
    with database.transaction():
        database.run(
            "feed_read", url=url, title=title, message=message, now=now, due=due,
            landed=origin.landed, etag=origin.etag, modified=origin.modified,
        )  # fmt: skip


def feed_failed(
    database: Database, url: str, message: str, now: str, due: str, ended: str | None = None
) -> None:
    """Note that a feed could not be read, and whether it is gone for good."""
    with database.transaction():
        database.run("feed_failed", url=url, message=message, now=now, due=due, ended=ended)


def feed_moved(database: Database, old: str, new: str) -> None:
    """Follow a feed at another place from now on; two that become one are one."""
    with database.transaction():
        database.run("feed_moved", url=old, new=new)
        if database.row("feed_by_url", url=old) is not None:
            database.run("feed_gone", url=old)


def forget_feed(database: Database, url: str) -> None:
    """Follow a feed no longer; the articles that it brought stay."""
    with database.transaction():
        database.run("feed_gone", url=url)


def entry_mark(database: Database, feed: str, key: str) -> str | None:
    """Return the mark of an entry as it was met the last time, None for one that was not."""
    mark: str | None = database.value("entry_mark", feed=feed, key=key)
    return mark


def put_entry(
    database: Database,
    feed: str,
    key: str,
    mark: str,
    *,
    page: str | None,
    title: str | None,
    published: str | None,
    now: str,
) -> None:
    """Keep an entry, and have the page it links to fetched; inside a transaction."""
    if page is not None:
        database.run("page_named", url=page, now=now)
    database.run(
        "entry_put", feed=feed, key=key, page=page, title=title, published=published, mark=mark, now=now
    )


def pages_due(database: Database, now: str, chosen: Sequence[str] | None, most: int) -> tuple[DuePage, ...]:
    """Return pages that are to be fetched, those never fetched first."""
    rows = database.rows("pages_due", now=now, chosen=_listed(chosen), most=most)
    return tuple(
        DuePage(
            row["url"], row["fetched"], row["failures"], row["mark"], row["feed"], row["title"],
            row["published"], _origin(row),
        )
        for row in rows
    )  # fmt: skip


def page_looked(
    database: Database,
    url: str,
    mark: str | None,
    message: str | None,
    origin: Origin,
    now: str,
    due: str | None,
) -> None:
    """Note that a page was fetched, or found unchanged."""
    with database.transaction():
        database.run(
            "page_looked", url=url, mark=mark, message=message, now=now, due=due,
            landed=origin.landed, etag=origin.etag, modified=origin.modified,
        )  # fmt: skip


def page_failed(database: Database, url: str, message: str, due: str | None) -> None:
    """Note that a page could not be fetched, and when to try again."""
    with database.transaction():
        database.run("page_failed", url=url, message=message, due=due)


def next_due(database: Database, chosen: Sequence[str] | None) -> str | None:
    """Return when the next feed or page is due."""
    moment: str | None = database.value("watch_next", chosen=_listed(chosen))
    return moment


def site(database: Database, name: str) -> SiteRow | None:
    """Return what is known of a site."""
    row = database.row("site_by_name", name=name)
    return None if row is None else SiteRow(**dict(row))


def put_site(database: Database, known: SiteRow) -> None:
    """Keep what is known of a site."""
    with database.transaction():
        database.run(
            "site_put", name=known.name, robots=known.robots, robots_read=known.robots_read,
            asked=known.asked, closed=known.closed,
        )  # fmt: skip


def _listed(chosen: Sequence[str] | None) -> str | None:
    return None if chosen is None else json.dumps(list(chosen))


def _feed(row: Row) -> FollowedFeed:
    return FollowedFeed(
        row["url"], row["named"], row["title"], row["followed"], row["asked"], row["read"], row["due"],
        row["failures"], row["message"], row["ended"], row["entries"], _origin(row),
    )  # fmt: skip


def _origin(row: Row) -> Origin:
    return Origin(row["landed"], row["etag"], row["modified"])
