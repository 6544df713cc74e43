"""A few threads with a connection each: what blocks does so in them, and never for longer than is allowed."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from sayso.present.web.desk import Desk

READERS = 4
"""Connections to the database. Readers never wait for each other; more than a few only share a processor."""

SECONDS = 20.0
"""How long somebody waits for a page, in the queue and while it is made; beyond that the answer is: busy."""

Answer = TypeVar("Answer")


class Busy(Exception):
    """All readers are at work, or one takes too long."""


@dataclass(frozen=True, slots=True)
class _Reader:
    thread: ThreadPoolExecutor
    desk: Desk


class Readers:
    """Runs work that asks a desk, each piece in a thread that has the desk for itself."""

    def __init__(self, open_desk: Callable[[], Desk], count: int = READERS, seconds: float = SECONDS) -> None:
        self._open = open_desk
        self._count = count
        self._seconds = seconds
        self._all: list[_Reader] = []
        self._free: asyncio.Queue[_Reader] = asyncio.Queue()

    async def open(self) -> None:
        """Open the connections, each in its thread; raises as the desk does."""
        loop = asyncio.get_running_loop()
        for place in range(self._count):
            thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"reader-{place}")
            desk = await loop.run_in_executor(thread, self._open)
            self._all.append(_Reader(thread, desk))
            self._free.put_nowait(self._all[-1])

    async def close(self) -> None:
        """Close the connections, once what is at work is done."""
        loop = asyncio.get_running_loop()
        for reader in self._all:
            await loop.run_in_executor(reader.thread, reader.desk.close)
            reader.thread.shutdown()
        self._all.clear()

    async def run(self, work: Callable[[Desk], Answer], seconds: float | None = None) -> Answer:
        """Return what the work gives; raise `Busy` when that takes too long: `seconds`, where they are
        named. A reader that is late is not asked again before it is done."""
        try:
            async with asyncio.timeout(seconds or self._seconds):
                reader = await self._free.get()
                future = asyncio.get_running_loop().run_in_executor(reader.thread, work, reader.desk)
                future.add_done_callback(lambda done: self._done(reader, done))
                return await asyncio.shield(future)
        except TimeoutError as error:
            raise Busy from error

    def _done(self, reader: _Reader, future: "asyncio.Future[Answer]") -> None:
        if not future.cancelled():
            future.exception()
        self._free.put_nowait(reader)
