"""Edges told by arrays are those that weighing every pair tells."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import combinations

import pytest
from tests.gather.test_rows import compared, spread

from sayso.gather.edges import ALIKE, edges, floors
from sayso.gather.likeness import likeness
from sayso.gather.profiles import Profile
from sayso.gather.rows import Rows


class Loose(Rows):
    """Arrays that leave nearly every pair to be weighed exactly."""

    def __init__(self, found: Iterable[Profile]) -> None:
        super().__init__(found)
        self.slack = 0.5


@pytest.mark.parametrize("rows", [Rows, Loose])
def test_each_edge_and_the_floor_that_it_reaches(rows: type[Rows], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.gather.edges.Rows", rows)
    known = spread(4)
    expected = [
        (a, b, bisect_right(floors(), score) - 1)
        for a, b in combinations(range(len(known)), 2)
        if compared(known[a], known[b]) and (score := likeness(known[a], known[b])) >= ALIKE
    ]
    found = edges(known)
    assert [
        (a, b, level) for (a, b), level in zip(found.pairs(), found.level.tolist(), strict=True)
    ] == expected
    assert len({level for _, _, level in expected}) > 1
