"""What the arrays let through holds every pair that is alike, and hardly one beside."""

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from bench.load import load

from sayso.embed import embed
from sayso.gather.candidates import days_apart, needed
from sayso.gather.edges import ALIKE
from sayso.gather.likeness import DAY_COST, FREE_DAYS, HEADLINE, likeness
from sayso.gather.profiles import Profile, profiles
from sayso.gather.rows import Rows, Weigh

WEIGH = Weigh(HEADLINE, FREE_DAYS, DAY_COST)


def spread(seed: int) -> list[Profile]:
    """Profiles of generated reports, some without a date, some years apart."""
    dice = Random(seed)
    found = profiles(list(load(120, seed)), embed)
    days = [None, *range(735_000, 736_500, 97)]
    return [replace(one, day=dice.choice(days)) if dice.random() < 0.5 else one for one in found]


def pairs(found: list[Profile]) -> list[tuple[str, str]]:
    """The pairs that arrays let through, by ids."""
    return [
        (found[near.number].report, found[other].report)
        for near in Rows(found).pairs(ALIKE, WEIGH)
        for other in near.others.tolist()
    ]


def compared(a: Profile, b: Profile) -> bool:
    return len({*a.keys} & {*b.keys}) >= needed(days_apart(a.day, b.day))


def alike(found: list[Profile]) -> set[tuple[str, str]]:
    return {
        (a.report, b.report) for a, b in combinations(found, 2) if compared(a, b) and likeness(a, b) >= ALIKE
    }


@pytest.mark.parametrize("seed", range(3))
def test_no_pair_that_is_alike_is_left_out(seed: int) -> None:
    found = spread(seed)
    passed = pairs(found)
    expected = alike(found)
    assert expected
    assert expected <= set(passed)
    assert len(passed) <= 1.1 * len(expected)
    assert passed == sorted(set(passed))


def test_reports_without_words_are_no_pair() -> None:
    found = [replace(one, whole={}, head={}, keys=()) for one in spread(0)[:3]]
    assert not pairs(found)


def test_no_reports_give_no_pairs() -> None:
    assert not pairs([])
