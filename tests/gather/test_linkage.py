from itertools import combinations

from sayso.gather.linkage import link

Pair = tuple[str, str]


def weighed(first: str, second: str, inside: float, across: float) -> tuple[list[str], dict[Pair, float]]:
    """Two groups of items by their letters, how alike they are inside and across."""
    items = sorted(first + second)
    scores = {(a, b): inside if (a in first) == (b in first) else across for a, b in combinations(items, 2)}
    return items, scores


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
