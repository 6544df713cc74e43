"""Fetching as a guest does: what robots.txt forbids is not asked for, no site is asked twice in a few
seconds, and a site that wants to be left alone is.

What is known of a site (its robots.txt, when it may be asked again) is kept by a `Sites`, so that a run of
today knows what the one of a minute ago was told.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import urlsplit

from sayso.errors import FetchError, Stopped
from sayso.read.fetch import AGENT, Page, Validators, fetch
from sayso.read.limits import PAGE, ROBOTS, Limits
from sayso.read.robots import Robots, parse

INTERVAL = 3.0
"""Seconds between two requests to one site: a reader who opens one link after the other is faster."""

_ROBOTS_AGE = 86_400.0
"""RFC 9309, 2.4: a robots file should not be used for longer than a day."""

_PAUSE = 600.0
"""Seconds for which a site is left alone that wants it and does not say for how long."""

_LONGEST_PAUSE = 86_400.0
_BUSY = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Site:
    """What is known of one site, `https://host[:port]`. Moments are seconds since 1970.

    `robots` is its file (empty where it has none), read at `robots_at`; `asked` when it was last asked for
    anything; `closed` until when it wants to be left alone.
    """

    name: str
    robots: bytes = b""
    robots_at: float = 0.0
    asked: float = 0.0
    closed: float = 0.0


class Sites(Protocol):
    """Keeps what is known of sites."""

    def site(self, name: str) -> Site | None:
        """Return what is known of a site, None for nothing."""

    def keep(self, site: Site) -> None:
        """Keep what is known of a site, in place of what was."""


class Memory:
    """Keeps what is known of sites as long as the program runs."""

    def __init__(self) -> None:
        self._sites: dict[str, Site] = {}

    def site(self, name: str) -> Site | None:
        """Return what is known of a site, None for nothing."""
        return self._sites.get(name)

    def keep(self, site: Site) -> None:
        """Keep what is known of a site, in place of what was."""
        self._sites[site.name] = site


def _rest(seconds: float) -> bool:
    time.sleep(seconds)
    return True


@dataclass(frozen=True, slots=True)
class Visits:
    """Fetches pages, politely. `rest` waits and says whether to go on; `clock` gives seconds since 1970."""

    sites: Sites
    interval: float = INTERVAL
    allow_private: bool = False
    clock: Callable[[], float] = time.time
    rest: Callable[[float], bool] = _rest

    def fetch(self, url: str, since: Validators | None = None, limits: Limits = PAGE) -> Page:
        """Return a page as `fetch` does; redirects are asked for as politely.

        Raises: FetchError: also where robots.txt forbids the page, or its site wants to be left alone.
                Stopped: `rest` said so.
        """
        last = [url]

        def hop(target: str) -> None:
            self._enter(target)
            last[0] = target

        try:
            return fetch(url, allow_private=self.allow_private, since=since, limits=limits, hop=hop)
        except FetchError as error:
            if error.status in _BUSY and (error.wait is not None or error.status == 429):
                self._close(last[0], error.wait)
            raise

    def ready(self, url: str) -> float:
        """Return from which moment on the site of a URL may be asked."""
        site = self._site(url)
        return max(site.closed, site.asked + self._gap(site))

    def _site(self, url: str) -> Site:
        name = site_of(url)
        return self.sites.site(name) or Site(name)

    def _gap(self, site: Site) -> float:
        """Seconds between two requests; none before the first one."""
        return max(self.interval, self._rules(site).delay()) if site.asked else 0.0

    def _rules(self, site: Site) -> Robots:
        return parse(site.robots, AGENT.partition("/")[0])

    def _enter(self, url: str) -> None:
        """Wait for the turn of a URL's site; raise where the URL may not be asked for."""
        site = self._site(url)
        if site.closed > self.clock():
            wait = site.closed - self.clock()
            raise FetchError(f"{url} was not asked for: {site.name} wants to be left alone.", wait=wait)
        if self.clock() - site.robots_at > _ROBOTS_AGE:
            site = self._with_robots(site)
        if not self._rules(site).allowed(url):
            message = f"{url} was not fetched: robots.txt of {site.name} asks programs not to."
            raise FetchError(message, refused=True)
        self._wait_for(site)

    def _wait_for(self, site: Site) -> None:
        wait = site.asked + self._gap(site) - self.clock()
        if wait > 0 and not self.rest(wait):
            raise Stopped("stopped")
        self.sites.keep(replace(site, asked=self.clock()))

    def _with_robots(self, site: Site) -> Site:
        """The site with its robots file as of now. Where it has none, all is allowed; where it cannot say,
        nothing is, for a while (RFC 9309, 2.3.1)."""
        self._wait_for(site)
        url = f"{site.name}/robots.txt"
        try:
            page = fetch(url, allow_private=self.allow_private, limits=ROBOTS)
        except FetchError as error:
            if error.refused or error.status is None or error.status >= 500 or error.status == 429:
                self._close(url, error.wait)
                raise FetchError(
                    f"{url} could not be read, so nothing else was asked for: {error}",
                    status=error.status,
                    wait=error.wait,
                    refused=error.refused,
                ) from error
            page = Page(url, b"")
        known = replace(self._site(url), robots=page.raw, robots_at=self.clock())
        self.sites.keep(known)
        return known

    def _close(self, url: str, wait: float | None) -> None:
        pause = min(_PAUSE if wait is None else wait, _LONGEST_PAUSE)
        self.sites.keep(replace(self._site(url), closed=self.clock() + pause))


def site_of(url: str) -> str:
    """Return the site of a URL, `https://host[:port]`; what is no URL has the empty one."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}"
