from typing import Any

import numpy as np

from sayso.gather.linkage import link


def weighed(first: str, second: str, inside: float, across: float) -> tuple[list[str], Any]:
    """Two groups of items by their letters, how alike they are inside and across."""
    items = sorted(first + second)
    one_group = np.array([[(a in first) == (b in first) for b in items] for a in items])
    return items, np.where(one_group, inside, across) * (1 - np.eye(len(items)))


def test_two_crowds_far_more_alike_inside_than_across_stay_two() -> None:
    assert link(*weighed("abcde", "fghij", 1.2, 0.7), 0.5) == [list("abcde"), list("fghij")]


def test_two_crowds_nearly_as_alike_across_are_one() -> None:
    assert link(*weighed("abcde", "fghij", 1.2, 1.0), 0.5) == [list("abcdefghij")]


def test_few_reports_are_no_crowd() -> None:
    assert link(*weighed("abcd", "fghij", 1.2, 0.7), 0.5) == [list("abcdfghij")]


def test_copies_of_one_text_are_no_crowd() -> None:
    assert link(*weighed("abcde", "fghij", 2.3, 0.9), 0.5) == [list("abcdefghij")]


def test_below_the_floor_nothing_joins() -> None:
    assert link(*weighed("ab", "cd", 0.9, 0.4), 0.5) == [list("ab"), list("cd")]
