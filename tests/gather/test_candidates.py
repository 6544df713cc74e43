"""Which reports are compared: the further apart they lie, the more heavy words they must share."""

from dataclasses import replace

import numpy as np
import pytest
from tests.relate.make import facts, report

from sayso.embed import embed
from sayso.gather.candidates import FURTHER, SHARED_KEYS, days_apart, needed, needed_of_each
from sayso.gather.edges import ALIKE, edges
from sayso.gather.likeness import likeness
from sayso.gather.profiles import Profile, profiles


def told(shared: int, apart: int) -> list[Profile]:
    """Two reports of one wreck that share so many heavy words and came out so many days apart."""
    text = "The ferry Brondelia ran aground off Kestermund."
    one, other = profiles([facts(report(name, text)) for name in "ab"], embed)
    return [replace(one, day=730_000), replace(other, day=730_000 + apart, keys=other.keys[:shared])]


def test_more_is_needed_beyond_each_stretch() -> None:
    half, years = FURTHER
    assert [needed(days) for days in (0, half, half + 1, years, years + 1)] == [
        SHARED_KEYS,
        SHARED_KEYS,
        SHARED_KEYS + 1,
        SHARED_KEYS + 1,
        SHARED_KEYS + 2,
    ]


def test_arrays_say_the_same() -> None:
    days = np.arange(0, 2 * FURTHER[-1], dtype="i4")
    assert needed_of_each(days).tolist() == list(map(needed, days.tolist()))


@pytest.mark.parametrize(("a", "b"), [(None, 5), (5, None), (None, None)])
def test_where_a_date_is_not_known_nothing_more_is_needed(a: int | None, b: int | None) -> None:
    assert needed(days_apart(a, b)) == SHARED_KEYS


@pytest.mark.parametrize(
    ("shared", "apart", "compared"),
    [(1, 0, False), (2, 100, True), (2, 200, False), (3, 200, True), (3, 1000, False), (4, 1000, True)],
)
def test_two_reports_far_apart_are_compared_when_they_share_more(
    shared: int, apart: int, compared: bool
) -> None:
    known = told(shared, apart)
    assert likeness(*known) >= ALIKE
    assert len(edges(known).first) == compared
