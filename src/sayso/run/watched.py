"""How feeds are followed: how often, how long, and when again after a failure."""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sayso.read.visits import INTERVAL

HOUR, DAY = 3_600.0, 86_400.0

EVERY = 900.0
"""Seconds between two looks at a feed: what feed readers do; a look at an unchanged feed costs its server
some hundred bytes."""

AGAIN = (6 * HOUR, DAY, 7 * DAY)
"""Ages at which an article is looked at again. Of the articles that are corrected in silence, most are within
the first day."""

MOST = 200
"""Articles fetched in one round; the rest wait for the next."""

MOST_FAILURES = 6
"""After so many failures in a row, over about a day, an article is given up."""

_FIRST_PAUSE = 300.0
"""Seconds after the first failure of an article; each further one doubles it."""

_LONGEST_PAUSE = DAY

_PATIENCE = 120.0
"""Seconds for which a site is waited for in a round; no crawl delay that is obeyed is longer."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How feeds are followed: `feeds` (None for all of the database), `every` how many seconds each is asked
    for, `again` the ages in seconds at which an article is looked at again, `most` articles in one round,
    `interval` seconds between two requests to one site. `chance` spreads out when what failed is tried
    again."""

    feeds: Sequence[str] | None = None
    every: float = EVERY
    again: tuple[float, ...] = AGAIN
    most: int = MOST
    interval: float = INTERVAL
    allow_private: bool = False
    patience: float = _PATIENCE
    clock: Callable[[], float] = time.time
    chance: random.Random = field(default_factory=random.Random)

    def after_failure(self, first: float, failures: int, wait: float | None) -> float:
        """Return when to try again what has failed `failures` times before: twice as late each time, by a
        fifth more or less, so that not all comes at once; never before the server's own word."""
        doubled = first * 2.0 ** min(failures, 20)
        pause = min(doubled, _LONGEST_PAUSE) * self.chance.uniform(0.8, 1.2)
        return self.clock() + max(pause, min(wait or 0.0, _LONGEST_PAUSE))

    def page_after_failure(self, failures: int, wait: float | None) -> float | None:
        """Return when to try an article again, None for never."""
        return None if failures + 1 >= MOST_FAILURES else self.after_failure(_FIRST_PAUSE, failures, wait)

    def next_look(self, fetched: float) -> float | None:
        """Return when an article that was first fetched then is looked at next, None for never again."""
        ahead = (fetched + age for age in self.again)
        return min((moment for moment in ahead if moment > self.clock()), default=None)
