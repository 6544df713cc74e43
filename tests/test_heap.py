import gc

import pytest

from sayso.heap import keep, unswept


def test_nothing_is_swept_in_the_block_and_all_is_as_before_after_it() -> None:
    with unswept():
        assert not gc.isenabled()
        with unswept():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_block_that_fails_leaves_the_collector_on() -> None:
    with pytest.raises(ValueError, match="broken"), unswept():
        raise ValueError("broken")
    assert gc.isenabled()


def test_what_is_kept_is_not_looked_at() -> None:
    before = gc.get_freeze_count()
    held = [[number] for number in range(1000)]
    keep()
    assert gc.get_freeze_count() >= before + len(held)
