"""What a decision changes is worked out in a reader's thread, one story after another."""

import asyncio
import logging

from sayso.errors import SaysoError
from sayso.present.web.readers import Busy, Readers

log = logging.getLogger("sayso.serve")

WAIT = 8.0
"""How long whoever decides waits for it: a story of forty articles takes some seconds. Beyond that the pages
say that it is being worked out."""

LONGEST = 900.0
"""Seconds that it may take altogether."""


class Settling:
    """Has stories related anew, once at a time: each run takes all that is left to do."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers
        self._turn = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()

    async def settle(self) -> None:
        """Wait until it is done, but not for long; it goes on by itself."""
        task = asyncio.create_task(self._run())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        await asyncio.wait({task}, timeout=WAIT)

    async def _run(self) -> None:
        async with self._turn:
            try:
                await self._readers.run(lambda desk: desk.settle(), LONGEST)
            except (Busy, SaysoError) as error:
                log.error("what was decided is not worked out yet: %s", error or "busy")
