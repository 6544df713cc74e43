"""What is kept at hand: made once, bounded, by several threads."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from sayso.present.web.keeping import Kept


def test_several_threads_wait_for_the_one_that_makes_it() -> None:
    made: list[int] = []

    def make() -> str:
        made.append(1)
        time.sleep(0.05)
        return "thing"

    kept: Kept[str] = Kept(100, len)
    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(lambda _: kept.get("key", make), range(8))) == {"thing"}
    assert len(made) == 1


def test_what_was_used_longest_ago_goes_first() -> None:
    kept: Kept[str] = Kept(10, len)
    for key in ("a", "b"):
        kept.get(key, lambda: "xxxx")
    kept.get("a", lambda: "never made again")
    kept.get("c", lambda: "xxxx")
    assert kept.weight == 8
    assert kept.get("a", lambda: "new") == "xxxx"
    assert kept.get("b", lambda: "new") == "new"


def test_what_is_too_heavy_is_given_and_not_kept() -> None:
    kept: Kept[str] = Kept(10, len)
    assert kept.get("a", lambda: "x" * 50) == "x" * 50
    assert kept.weight == 0


def test_what_could_not_be_made_is_tried_again() -> None:
    kept: Kept[str] = Kept(10, len)

    def fail() -> str:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        kept.get("a", fail)
    assert kept.get("a", lambda: "made") == "made"
