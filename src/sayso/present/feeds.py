"""Feeds that are followed and what they bring, as lines on a terminal and as JSON."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sayso.model.codec import to_plain
from sayso.model.watch import Came, Event, FollowedFeed, Looked, Outcome, Round
from sayso.present.words import plural, printable

if TYPE_CHECKING:
    from rich.table import Table


def line(event: Event) -> str | None:
    """Return a line about a feed or an article; None where there is nothing to tell."""
    return _of_feed(event) if isinstance(event, Looked) else _of_article(event)


def plain(event: Event) -> dict[str, Any]:
    """Return a feed or an article as JSON has it."""
    return {"event": "feed" if isinstance(event, Looked) else "article", **to_plain(event)}


def plain_round(done: Round) -> dict[str, Any]:
    """Return what came of it all as JSON has it."""
    return {"event": "done", **to_plain(done)}


def plain_feed(feed: FollowedFeed) -> dict[str, Any]:
    """Return a feed that is followed as JSON has it."""
    found: dict[str, Any] = to_plain(feed)
    return found


def summary(done: Round) -> str:
    """Return what came of it all, in a sentence."""
    feeds = plural(done.feeds, "feed")
    failed = f" ({done.failed_feeds} could not be read)" if done.failed_feeds else ""
    stopped = "; stopped, and the next run goes on from here" if done.stopped else ""
    return f"{feeds}{failed}: {counts(done)}{stopped}"


def counts(done: Round) -> str:
    """Return how many articles were new, changed, unchanged, and failed."""
    parts = (
        plural(done.new, "new article"),
        f"{done.changed} changed" if done.changed else "",
        f"{done.unchanged} unchanged" if done.unchanged else "",
        f"{done.failed} failed" if done.failed else "",
    )
    return ", ".join(filter(None, parts))


def table(feeds: Sequence[FollowedFeed]) -> "Table":
    """Return the feeds that are followed, each with how it fared."""
    from rich.table import Table

    shown = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("feed", "entries", "last read", "next", "how it fared"):
        shown.add_column(name, justify="right" if name == "entries" else "left", overflow="fold")
    for feed in feeds:
        title = f"{printable(feed.title)}\n{printable(feed.url)}" if feed.title else printable(feed.url)
        due = "" if feed.ended else _minute(feed.due)
        shown.add_row(title, str(feed.entries), _minute(feed.read), due, printable(_fared(feed)))
    return shown


def _fared(feed: FollowedFeed) -> str:
    if feed.ended:
        return f"gone for good since {_minute(feed.ended)}: {_bare(feed.message, feed.url)}"
    if feed.failures:
        return f"failed {plural(feed.failures, 'time')} in a row: {_bare(feed.message, feed.url)}"
    return feed.message or ("well" if feed.read else "not asked yet")


def _bare(message: str | None, url: str) -> str:
    """A message without the URL that stands beside it."""
    return (message or "").removeprefix(f"{url} ")


def _minute(moment: str | None) -> str:
    """A moment to the minute, in UTC."""
    return "never" if moment is None else f"{moment[:10]} {moment[11:16]}"


def _of_feed(looked: Looked) -> str | None:
    name = printable(looked.title or looked.feed)
    if looked.failed:
        told = printable(_bare(looked.why, looked.feed))
        return f"feed       {name} {told}" if name == looked.feed else f"feed       {name}: {told}"
    if looked.led:
        return f"feed       {name} {printable(looked.why or '')}"
    if not (looked.fresh or looked.why):
        return None
    why = f"; it {printable(looked.why)}" if looked.why else ""
    return (
        f"feed       {name}: {plural(looked.entries, 'entry', 'entries')}, {looked.fresh} new or changed{why}"
    )


def _of_article(came: Came) -> str | None:
    if came.outcome is Outcome.UNCHANGED:
        return None
    title = printable(came.title or came.url)
    outlet = f" ({printable(came.outlet)})" if came.outlet else ""
    why = f": {printable(came.why)}" if came.why else ""
    named = came.title is None or came.url in (came.why or "")
    url = "" if named else f"  {printable(came.url)}"
    return f"{came.outcome:<9}  {title}{outlet}{url}{why}"
