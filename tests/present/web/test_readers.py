"""Readers: what takes too long is given up on, and nobody else has to wait for it."""

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import httpx
import pytest
from tests.present.web.served import SMALL, MadeDesk, serving

from sayso.errors import StoreError
from sayso.present.views.desk import Standing
from sayso.present.web.readers import Busy, Readers

Answer = TypeVar("Answer")


def test_each_reader_has_one_thread_of_its_own() -> None:
    async def ask() -> set[int]:
        readers = Readers(MadeDesk, count=2)
        await readers.open()
        found = await asyncio.gather(*(readers.run(lambda _: _slow_thread()) for _ in range(6)))
        await readers.close()
        return set(found)

    assert len(_alone(ask)) == 2


def test_work_that_takes_too_long_is_given_up_on_and_its_reader_comes_back() -> None:
    async def ask() -> str:
        readers = Readers(MadeDesk, count=1, seconds=0.1)
        await readers.open()
        for _ in range(2):
            with pytest.raises(Busy):
                await readers.run(lambda _: time.sleep(0.3))
        await asyncio.sleep(0.4)
        answer = await readers.run(lambda _: "there")
        await readers.close()
        return answer

    assert _alone(ask) == "there"


def test_a_database_that_fails_is_told_without_its_insides() -> None:
    class Broken(MadeDesk):
        def standing(self, story: int) -> Standing:
            raise StoreError(f"secret.db is damaged at {story}")

    with serving(Broken()) as client:
        answer = client.get(f"/stories/{SMALL}")
        assert answer.status_code == 503
        assert "secret" not in answer.text


def test_a_mistake_of_ours_is_told_without_its_insides() -> None:
    class Broken(MadeDesk):
        def standing(self, story: int) -> Standing:
            raise ZeroDivisionError(f"secret {story}")

    with serving(Broken()) as client:
        answer = client.get(f"/stories/{SMALL}")
        assert answer.status_code == 500
        assert "secret" not in answer.text
        with httpx.Client(base_url=client.base_url) as another:
            assert another.get("/health").status_code == 200


def test_several_can_read_at_once() -> None:
    desk = MadeDesk()
    desk.delay = 0.3
    with serving(desk) as client:
        started = time.monotonic()
        with ThreadPoolExecutor(4) as threads:
            answers = list(threads.map(client.get, [f"/stories/{SMALL}?at={n}" for n in range(4)]))
        assert {one.status_code for one in answers} == {200}
        assert time.monotonic() - started < 4 * desk.delay + 2


def _slow_thread() -> int:
    time.sleep(0.02)
    return threading.get_ident()


def _alone(ask: Callable[[], Coroutine[Any, Any, Answer]]) -> Answer:
    """Run it in a thread of its own: a browser's tests may have left a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(ask())).result()
