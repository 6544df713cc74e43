"""One look at one feed: what it names is to be fetched, what it carries goes into the database."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from sayso.errors import FetchError
from sayso.model.watch import Came, Event, FollowedFeed, Looked, Origin, Outcome
from sayso.read import feeds, outlines
from sayso.read.entries import Entry, Feed
from sayso.read.fetch import Page, Validators
from sayso.read.kinds import HEAD_BYTES, Kind, sniff
from sayso.read.visits import Visits
from sayso.run.arrivals import arrive
from sayso.run.desk import Desk
from sayso.run.watched import Plan
from sayso.store import watching

_GONE = 410


def look(desk: Desk, feed: FollowedFeed, visits: Visits, plan: Plan) -> Iterator[Event]:
    """Ask for a feed and yield what came of it."""
    origin = feed.origin
    since = Validators(origin.landed or "", origin.etag, origin.modified)
    try:
        page = visits.fetch(feed.url, since=since)
    except FetchError as error:
        yield _failed(desk, feed, str(error), plan, error.wait, gone=error.status == _GONE)
        return
    if page.unchanged:
        feed = _settled(desk, feed, page)
        _read(desk, feed, page, plan)
        yield Looked(feed.url, feed.title, unchanged=True)
    elif outlines.is_outline(page.raw):
        yield _list(desk, feed, page, plan)
    elif sniff(page.raw[:HEAD_BYTES], page.suffix).kind is Kind.HTML:
        yield from _of_page(desk, feed, page, visits, plan)
    else:
        yield from _entries(desk, feed, page, plan)


def _failed(
    desk: Desk, feed: FollowedFeed, why: str, plan: Plan, wait: float | None = None, *, gone: bool = False
) -> Looked:
    now = plan.clock()
    due = watching.iso(plan.after_failure(plan.every, feed.failures, wait))
    ended = watching.iso(now) if gone else None
    watching.feed_failed(desk.database, feed.url, why, watching.iso(now), due, ended)
    return Looked(feed.url, feed.title, failed=True, why=f"{why} It is gone for good." if gone else why)


def _settled(desk: Desk, feed: FollowedFeed, page: Page) -> FollowedFeed:
    """The feed where permanent redirects say that it is from now on; only for what turned out to be a feed:
    gone sites redirect to their front page."""
    return feed if page.moved in {None, feed.url} else _moved(desk, feed, page.moved or feed.url)


def _moved(desk: Desk, feed: FollowedFeed, new: str) -> FollowedFeed:
    """The feed at its new place. Two feeds that have moved to one place are one."""
    watching.feed_moved(desk.database, feed.url, new)
    found = [one for one in watching.feeds(desk.database) if one.url == new]
    return found[0] if found else feed


def _read(
    desk: Desk,
    feed: FollowedFeed,
    page: Page,
    plan: Plan,
    *,
    title: str | None = None,
    why: str | None = None,
    pause: float | None = None,
) -> None:
    """Note that a feed is all right; `pause` is how long it asks to be left alone."""
    now = plan.clock()
    due = now + max(plan.every, pause or 0.0)
    origin = Origin(page.validators.url, page.validators.etag, page.validators.modified)
    watching.feed_read(desk.database, feed.url, title, why, origin, watching.iso(now), watching.iso(due))


def _was_led_to(feed: FollowedFeed) -> bool:
    """Whether a page or a list led to it; what leads on from there, and on, might never end."""
    return feed.named != feed.url


def _list(desk: Desk, feed: FollowedFeed, page: Page, plan: Plan) -> Looked:
    """A list of feeds under the URL: each is followed from now on, in its place."""
    found = outlines.in_outline(page.raw) or ()
    if not found or _was_led_to(feed):
        return _failed(
            desk, feed, f"{feed.url} is a list of feeds{'' if found else ' that names none'}.", plan
        )
    now = watching.iso(plan.clock())
    for url in found:
        watching.follow(desk.database, url, feed.url, now)
    watching.forget_feed(desk.database, feed.url)
    return Looked(feed.url, led=True, why=f"is a list; its {len(found)} feeds are followed from now on")


def _of_page(desk: Desk, feed: FollowedFeed, page: Page, visits: Visits, plan: Plan) -> Iterator[Event]:
    """A web page under the URL: the first feed that it names is followed in its place."""
    found = [url for url in outlines.in_page(page.raw, page.url, page.charset) if url != feed.url]
    if not found or feed.read is not None or _was_led_to(feed):
        yield _failed(desk, feed, f"{feed.url} is a web page{'' if found else ' that names no feed'}.", plan)
        return
    others = f"; it also names {', '.join(found[1:4])}" if found[1:] else ""
    yield Looked(
        feed.url, led=True, why=f"is a web page; its feed {found[0]} is followed from now on{others}"
    )
    yield from look(desk, _moved(desk, feed, found[0]), visits, plan)


def _entries(desk: Desk, feed: FollowedFeed, page: Page, plan: Plan) -> Iterator[Event]:
    read = feeds.parse(page.raw, url=page.url, charset=page.charset)
    if read.refused:
        yield _failed(desk, feed, f"{feed.url} {read.wrong[0][1]}.", plan)
        return
    feed = _settled(desk, feed, page)
    fresh = [
        entry
        for entry in read.entries
        if _mark(entry) != watching.entry_mark(desk.database, feed.url, entry.key)
    ]
    why = _why(read, page)
    with desk.database.transaction():
        for entry in fresh:
            if entry.text is None and entry.link is not None:
                _keep(desk, feed, entry, plan)
    yield Looked(feed.url, read.title, len(read.entries), len(fresh), why=why)
    carried = [entry for entry in fresh if entry.text is not None or entry.link is None]
    for entry in carried[: plan.most]:
        bring = _carried if entry.text is not None else _leads_nowhere
        yield bring(desk, feed, entry, plan)
    if len(carried) > plan.most:
        page = replace(page, validators=Validators())  # the rest is to come with the next look
    _read(desk, feed, page, plan, title=read.title, why=why, pause=read.pause)


def _mark(entry: Entry) -> str:
    """A hash of what changes when the article does; a summary may count its comments."""
    told = repr((entry.link, entry.title, entry.published, entry.updated, entry.text))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _why(read: Feed, page: Page) -> str | None:
    """What is wrong with a feed that could be read all the same."""
    return "; ".join(filter(None, (page.cut, *(message for _, message in read.wrong)))) or None


def _keep(desk: Desk, feed: FollowedFeed, entry: Entry, plan: Plan) -> None:
    """Note that an entry was met, and have its page fetched; inside a transaction."""
    watching.put_entry(
        desk.database,
        feed.url,
        entry.key,
        _mark(entry),
        page=entry.link if entry.text is None else None,
        title=entry.title,
        published=entry.published,
        now=watching.iso(plan.clock()),
    )


def _carried(desk: Desk, feed: FollowedFeed, entry: Entry, plan: Plan) -> Came:
    """An article that the feed carries whole."""
    name = f"{feed.url}#{entry.key}"
    item = feeds.received(entry, name)
    if item is None:
        too_long = "is too long for an article"
        came = Came(Outcome.FAILED, entry.link or name, feed.url, entry.title, why=too_long)
    else:
        came = arrive(desk, item, (), feed.url)
    with desk.database.transaction():
        _keep(desk, feed, entry, plan)
    return came


def _leads_nowhere(desk: Desk, feed: FollowedFeed, entry: Entry, plan: Plan) -> Came:
    with desk.database.transaction():
        _keep(desk, feed, entry, plan)
    why = "has neither a text nor a link to a page"
    return Came(Outcome.FAILED, f"{feed.url}#{entry.key}", feed.url, entry.title, why=why)
