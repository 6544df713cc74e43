"""`sayso watch`: feeds are followed, and what they bring goes into the database."""

import json
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.desks import database_option, opened
from sayso.cli.outputs import NOTHING_USABLE, console, tell
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.api import Desk, Event, Round
    from sayso.run.watched import Plan

_STOPPING = b"stopping: the article in hand is finished first\n"
_UNITS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400}
_TIME = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)\s*([smhd]?)")


class _Duration(click.ParamType[Any]):
    """A stretch of time such as `90`, `90s`, `15m`, `6h`, `1d`, in seconds."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        match = _TIME.fullmatch(str(value).strip().lower())
        if match is None:
            self.fail(f"{value!r} is no time; write 90s, 15m, 6h or 1d", param, ctx)
        return float(match[1]) * _UNITS[match[2]]


class _Durations(_Duration):
    """Several of them, parted by commas; `never` for none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, tuple) or str(value).lower() == "never":
            return value if isinstance(value, tuple) else ()
        return tuple(
            sorted(super(_Durations, self).convert(part, param, ctx) for part in str(value).split(","))
        )


@click.command("watch")
@click.argument("feeds", nargs=-1, metavar="FEED...")
@database_option
@click.option("--once", is_flag=True, help="Look once and end: for cron.")
@click.option(
    "--every", type=_Duration(), default="15m", show_default=True, help="How often to ask for each feed."
)
@click.option(
    "--again",
    type=_Durations(),
    default="6h,1d,7d",
    show_default=True,
    metavar="TIMES",
    help="Ages at which an article is looked at again for silent changes; never for none.",
)
@click.option(
    "--interval",
    type=_Duration(),
    default="3s",
    show_default=True,
    help="The least time between two requests to one site; a site's own crawl-delay goes first.",
)
@click.option(
    "--limit", type=click.IntRange(1), default=200, show_default=True, help="Articles fetched in one round."
)
@click.option("--allow-private", is_flag=True, help="Also ask addresses inside a private network.")
@click.option("--list", "list_", is_flag=True, help="Show the feeds that are followed, and end.")
@click.option("--drop", is_flag=True, help="Follow FEED no longer, and end; its articles stay.")
@click.option("--json", "json_", is_flag=True, help="Print a JSON object a line.")
@click.pass_context
def command(
    ctx: click.Context,
    feeds: tuple[str, ...],
    db: Path | None,
    once: bool,
    every: float,
    again: tuple[float, ...],
    interval: float,
    limit: int,
    allow_private: bool,
    list_: bool,
    drop: bool,
    json_: bool,
) -> None:
    """Follow feeds: FEED is the URL of one (RSS, Atom, JSON Feed), of a page that names one, or an OPML file.

    Articles are fetched, added, and looked at again later: a text that was changed in silence becomes a new
    revision. Without FEED, all feeds of the database are followed. Stays up until Ctrl-C or SIGTERM, which
    let it finish the article in hand; what is left is done by the next run.

    Nothing is asked for that robots.txt forbids, and no site more than once in some seconds.

    Example: sayso watch https://example.org/feed.xml --once --db desk.db
    """
    from sayso.run import watch
    from sayso.run.watched import Plan

    if drop and not feeds:
        raise UsageError("name the feeds to follow no longer; see: sayso watch --list")
    with opened(db, create=bool(feeds) and not (list_ or drop)) as desk:
        if list_:
            _list(desk, json_)
        elif drop:
            for url in watch.drop(desk, feeds):
                tell(f"followed no longer: {url}")
        else:
            plan = Plan(
                feeds=watch.follow(desk, feeds, time.time()) or None,
                every=every,
                again=again,
                most=limit,
                interval=interval,
                allow_private=allow_private,
            )
            ctx.exit(_watch(desk, plan, once, json_))


def _watch(desk: "Desk", plan: "Plan", once: bool, json_: bool) -> int:
    """Look, tell, and return the exit code."""
    from sayso.run.watch import Watch, followed

    if not followed(desk):
        raise UsageError("no feed is followed yet: name one, as in sayso watch https://example.org/feed.xml")
    with _stoppable() as rest:
        teller = _Teller(json_)
        watch = Watch(desk, plan, teller, rest)
        done = watch.once() if once else watch.stay()
    teller.end(done)
    nothing = once and done.feeds > 0 and done.failed_feeds == done.feeds and not done.stopped
    return NOTHING_USABLE if nothing else 0


@contextmanager
def _stoppable() -> Iterator[Callable[[float], bool]]:
    """Yield what rests for some seconds and says whether to go on. The first Ctrl-C or SIGTERM asks to stop;
    a second one does so at once."""
    stop = threading.Event()
    before: dict[int, Any] = {}

    def asked(number: int, _: FrameType | None) -> None:
        stop.set()
        signal.signal(number, before[number])
        os.write(sys.stderr.fileno(), _STOPPING)  # a stream might be in the middle of another line

    for number in map(int, (signal.SIGINT, signal.SIGTERM)):
        before[number] = signal.signal(number, asked)
    try:
        yield lambda seconds: not stop.wait(seconds)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Teller:
    """Tells what comes as it comes, and in the end what came of each feed and of all."""

    def __init__(self, json_: bool) -> None:
        self._json = json_
        self._screen = console()
        self._clock = "%H:%M:%S" if self._screen.is_terminal else "%Y-%m-%d %H:%M:%S"
        self._by_feed: dict[str, Round] = {}
        self._titles: dict[str, str] = {}

    def __call__(self, event: "Event") -> None:
        """Tell of a feed or an article."""
        from sayso.model.watch import Looked, Round
        from sayso.present.feeds import line, plain

        self._by_feed[event.feed] = self._by_feed.get(event.feed, Round()).with_(event)
        if isinstance(event, Looked) and event.title:
            self._titles[event.feed] = event.title
        shown = line(event)
        if self._json:
            click.echo(json.dumps(plain(event), ensure_ascii=False))
        elif shown:
            self._screen.print(f"{datetime.now():{self._clock}}  {shown}", soft_wrap=True)

    def end(self, done: "Round") -> None:
        """Tell what came of it all."""
        from sayso.present.feeds import counts, plain_round, summary

        if self._json:
            click.echo(json.dumps(plain_round(done)))
            return
        for feed, round_ in self._by_feed.items():
            if len(self._by_feed) > 1 and not round_.failed_feeds:
                tell(f"  {self._titles.get(feed, feed)}: {counts(round_)}")
        tell(summary(done))


def _list(desk: "Desk", json_: bool) -> None:
    """Show the feeds that are followed."""
    from sayso.present.feeds import plain_feed, table
    from sayso.run.watch import followed

    found = followed(desk)
    if json_:
        click.echo(json.dumps([plain_feed(one) for one in found], ensure_ascii=False, indent=2))
    elif found:
        console().print(table(found))
    else:
        tell("sayso: no feed is followed")
