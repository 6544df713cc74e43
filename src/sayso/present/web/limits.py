"""How much one client may ask: a bucket of tokens each, refilled at a steady pace."""

import time
from collections import OrderedDict
from collections.abc import Callable

CLIENTS = 4096
"""Clients that are remembered; the one that asked longest ago is forgotten first, with a full bucket."""


class Buckets:
    """A bucket for each client. Used by one thread."""

    def __init__(self, size: float, pace: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._size = size
        self._pace = pace
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str) -> bool:
        """Take one token from a client's bucket; False when it is empty."""
        left = self._now(client)
        allowed = left >= 1
        self._put(client, left - 1 if allowed else left)
        return allowed

    def has(self, client: str) -> bool:
        """Say whether a client's bucket holds a token."""
        return self._now(client) >= 1

    def wait(self, client: str) -> int:
        """Return after how many seconds a client's bucket will hold a token again."""
        return max(1, round((1 - self._now(client)) / self._pace))

    def _now(self, client: str) -> float:
        left, at = self._left.get(client, (self._size, self._clock()))
        return min(self._size, left + (self._clock() - at) * self._pace)

    def _put(self, client: str, left: float) -> None:
        self._left[client] = (left, self._clock())
        self._left.move_to_end(client)
        if len(self._left) > CLIENTS:
            self._left.popitem(last=False)
