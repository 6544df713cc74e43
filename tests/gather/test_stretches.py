"""A component that no table of all pairs may be made of is cut by days."""

from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.gather.stretches import stretches

DAYS = st.lists(st.none() | st.integers(1, 60) | st.integers(1, 3_000_000), max_size=60)


def cut(days: list[int | None], most: int = 4) -> list[list[int]]:
    return stretches(range(len(days)), days.__getitem__, most)


def test_what_is_small_enough_is_left_whole() -> None:
    assert cut([None, 3, 9_000, 1]) == [[0, 1, 2, 3]]


def test_it_is_cut_where_most_days_lie_between() -> None:
    assert cut([40, 1, 2, 41, 3, 42]) == [[1, 2, 4], [0, 3, 5]]


def test_what_has_no_date_stands_by_itself() -> None:
    assert cut([None, 1, None, 1, 1]) == [[1, 3, 4], [0, 2]]


@settings(deadline=None)
@given(DAYS, st.integers(1, 9))
def test_each_stands_in_one_stretch_and_none_is_too_long(days: list[int | None], most: int) -> None:
    found = cut(days, most)
    assert Counter(one for own in found for one in own) == Counter(range(len(days)))
    assert all(len(own) <= most and own == sorted(own) for own in found)


@settings(deadline=None)
@given(DAYS)
def test_days_of_one_stretch_lie_before_those_of_the_next(days: list[int | None]) -> None:
    dated = [[day for one in own if (day := days[one]) is not None] for own in cut(days)]
    ends = [(min(own), max(own)) for own in dated if own]
    assert all(before[1] <= after[0] for before, after in pairwise(ends))


def test_one_more_moves_only_the_cuts_around_it() -> None:
    days: list[int | None] = [day for week in range(40) for day in range(week * 30, week * 30 + 4)]
    before, after = ({tuple(own) for own in cut(some)} for some in (days, [*days, 610]))
    assert len(before - after) <= 4
