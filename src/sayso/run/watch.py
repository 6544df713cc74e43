"""Follow feeds: what they bring goes into the database, and articles are looked at again for corrections.

A round asks for each feed that is due, then fetches the pages that are due, one after the other, the site
that may be asked soonest first. All that is known stands in the database, so that a run goes on where the one
before it stopped. One feed or page that fails never stops another.
"""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import Stopped, UsageError
from sayso.model.watch import Event, FollowedFeed, Round
from sayso.read.urls import canonical
from sayso.read.visits import Visits, site_of
from sayso.run.desk import Desk
from sayso.run.kept_sites import KeptSites
from sayso.run.watched import Plan
from sayso.run.watched_feeds import look as look_at_feed
from sayso.run.watched_pages import look as look_at_page
from sayso.store import watching

_SHORTEST_REST = 5.0
"""Seconds between two rounds, also where something is due that cannot be had yet."""

_LONGEST_REST = 60.0
"""Seconds after which the database is asked again what is due: another process may have added a feed."""

_LEASE = 600.0
"""Seconds for which a feed or page is left to the process that took it up; after a kill, to nobody."""

Tell = Callable[[Event], None]


@dataclass(frozen=True, slots=True)
class Watch:
    """Feeds of one database that are followed. `tell` hears of each feed and article as it comes; `rest`
    waits and says whether to go on."""

    desk: Desk
    plan: Plan
    tell: Tell
    rest: Callable[[float], bool]

    def once(self) -> Round:
        """Look once at all that is due, and at each feed that was well the last time."""
        return self._round(eager=True)

    def stay(self) -> Round:
        """Look at whatever is due when it is due, until `rest` says to stop; return what came of it all."""
        total = Round()
        while True:
            total += self._round(eager=False)
            if total.stopped or not self.rest(self._pause()):
                return total

    def _pause(self) -> float:
        """Seconds until something is due."""
        due = watching.next_due(self.desk.database, self.plan.feeds)
        ahead = _LONGEST_REST if due is None else watching.seconds(due) - self.plan.clock()
        return min(max(ahead, _SHORTEST_REST), _LONGEST_REST)

    def _round(self, *, eager: bool) -> Round:
        visits = Visits(
            sites=KeptSites(self.desk.database),
            interval=self.plan.interval,
            allow_private=self.plan.allow_private,
            clock=self.plan.clock,
            rest=self.rest,
        )
        found = Round()
        try:
            with closing(self._events(visits, eager)) as events:
                for event in events:
                    self.tell(event)
                    found = found.with_(event)
                    self._go_on()
        except Stopped:
            return found.with_stop()
        return found

    def _events(self, visits: Visits, eager: bool) -> Generator[Event, None, None]:
        for feed in self._due_feeds(eager):
            with self._taken_up(feed) as mine:
                yield from look_at_feed(self.desk, feed, visits, self.plan) if mine else ()
        now = watching.iso(self.plan.clock())
        pages = watching.pages_due(self.desk.database, now, self.plan.feeds, self.plan.most)
        for page in _in_turn(pages, visits, self.plan):
            with self._taken_up(page) as mine:
                yield from look_at_page(self.desk, page, visits, self.plan) if mine else ()

    def _due_feeds(self, eager: bool) -> Iterator[FollowedFeed]:
        """The feeds that are due, and after them those that a list among them has led to."""
        seen: set[str] = set()
        while True:
            now = watching.iso(self.plan.clock())
            due = watching.feeds_due(self.desk.database, now, self.plan.feeds, eager=eager)
            due = tuple(one for one in due if not seen or (one.asked is None and one.url not in seen))
            if not due:
                return
            seen |= {one.url for one in due}
            yield from due

    @contextmanager
    def _taken_up(self, one: FollowedFeed | watching.DuePage) -> Iterator[bool]:
        """Take a feed or page up for as long as the block lasts; yield whether no other process has."""
        now = self.plan.clock()
        mine = watching.claim(self.desk.database, one, watching.iso(now), watching.iso(now + _LEASE))
        try:
            yield mine
        finally:
            if mine:
                watching.release(self.desk.database, one)

    def _go_on(self) -> None:
        """Between two fetches is where a stop does no harm."""
        if not self.rest(0):
            raise Stopped("stopped")


def _in_turn(pages: Sequence[watching.DuePage], visits: Visits, plan: Plan) -> Iterator[watching.DuePage]:
    """The pages, each time one of the site that may be asked soonest; a site that wants to be left alone for
    longer than a moment is left for another round."""
    waiting: dict[str, list[watching.DuePage]] = {}
    for page in pages:
        waiting.setdefault(site_of(page.url), []).append(page)
    while waiting:
        site, rest = min(waiting.items(), key=lambda item: visits.ready(item[1][0].url))
        if visits.ready(rest[0].url) - plan.clock() > plan.patience:
            return
        yield rest.pop(0)
        if not rest:
            del waiting[site]


def follow(desk: Desk, named: Sequence[str], now: float) -> tuple[str, ...]:
    """Follow what the user names: the URLs of feeds, or of pages that name one, and OPML files. Return the
    URLs of the feeds.

    Raises: UsageError: something is neither.
    """
    found = [(url, canonical(name) or name) for name in named for url in _urls(name)]
    for url, name in found:
        watching.follow(desk.database, url, name, watching.iso(now))
    return tuple(dict.fromkeys(url for url, _ in found))


def _urls(name: str) -> tuple[str, ...]:
    if name.lower().startswith(("http://", "https://")):
        url = canonical(name)
        if url is None or "@" in site_of(url):
            raise UsageError(f"{name} is not the address of a feed")
        return (url,)
    return _in_file(Path(name))


def _in_file(path: Path) -> tuple[str, ...]:
    from sayso.read.outlines import in_outline, is_outline
    from sayso.read.reading import MAX_BYTES

    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES)
    except OSError as error:
        raise UsageError(
            f"{path}: {error.strerror or error}; name the URL of a feed, or an OPML file"
        ) from error
    found = in_outline(raw) if is_outline(raw) else None
    if found is None:
        raise UsageError(f"{path} is no list of feeds (OPML); to read a feed from a file: sayso add {path}")
    if not found:
        raise UsageError(f"{path} names no feed")
    return found


def drop(desk: Desk, named: Sequence[str]) -> tuple[str, ...]:
    """Follow feeds no longer, and return their URLs; the articles that they brought stay.

    Raises: UsageError: something named is not followed.
    """
    gone: list[str] = []
    for name in named:
        urls = watching.feeds_named(desk.database, canonical(name) or name)
        if not urls:
            raise UsageError(f"{name} is not followed; see: sayso watch --list")
        for url in urls:
            watching.forget_feed(desk.database, url)
        gone += urls
    return tuple(gone)


def followed(desk: Desk) -> tuple[FollowedFeed, ...]:
    """Return the feeds that are followed."""
    return watching.feeds(desk.database)
