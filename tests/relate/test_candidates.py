"""Which things of different reports are proposed as alike."""

import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sayso.relate.copying import candidates, overlaps

WORDS = some.lists(some.sampled_from("abcdefgh"), max_size=8).map(tuple)
ITEMS = some.lists(some.tuples(some.sampled_from("xyz"), WORDS), max_size=12)


def share(a: Sequence[str], b: Sequence[str], run: int) -> float:
    ours, theirs = (set(pairwise(words)) if run == 2 else set(words) for words in (a, b))
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0


@settings(deadline=None)
@given(ITEMS, some.sampled_from((0.1, 0.2, 0.5, 1.0)), some.sampled_from((1, 2)))
def test_proposed_are_the_pairs_of_two_reports_that_share_enough(
    items: list[candidates.Item], least: float, run: int
) -> None:
    kinds: dict[tuple[str, ...], dict[str, int]] = {}
    for number, (report, words) in enumerate(items):
        kinds.setdefault(words, {}).setdefault(report, number)
    expected = {(a, b) for one in kinds.values() for a, b in combinations(one.values(), 2)}
    for earlier, later in combinations(kinds, 2):
        if share(earlier, later, run) >= least:
            few = sorted(kinds[earlier].values())[: candidates.FEW]
            expected |= {
                (min(a, b), max(a, b))
                for a in few
                for b in kinds[later].values()
                if items[a][0] != items[b][0]
            }
    assert candidates.alike(items, least, run) == sorted(expected)


def test_a_wire_s_copy_in_many_papers_is_compared_with_the_first_few() -> None:
    many = [(str(number), ("same", "words", "here")) for number in range(3000)]
    pairs = candidates.alike(many, 0.2)
    assert len(pairs) <= candidates.MOST * len(many)
    assert {later for _, later in pairs} == set(range(1, 3000))


def lines() -> list[candidates.Item]:
    """A line that many papers carry, each with a word of its own."""
    return [
        (str(number), ("the", "ferry", "will", "not", "sail", "on", "sunday", str(number)))
        for number in range(500)
    ]


def test_a_line_with_a_word_of_each_paper_s_own_is_compared_with_the_first_ones() -> None:
    pairs = candidates.alike(lines(), 0.2, run=2)
    assert {later for _, later in pairs} == set(range(1, 500))
    assert len(pairs) == sum(min(number, overlaps.FULL) for number in range(500))


def test_pairs_are_counted_in_blocks_with_one_result(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = candidates.alike(lines(), 0.2, run=2)
    monkeypatch.setattr(overlaps, "BLOCK", 100)
    assert candidates.alike(lines(), 0.2, run=2) == expected


def test_long_things_that_share_next_to_nothing_are_no_pair() -> None:
    ours, theirs = (tuple(f"{name}{number}" for number in range(300)) for name in "ab")
    assert candidates.alike([("x", (*ours, "said")), ("y", (*theirs, "said"))], 0.2) == []


def test_nothing_and_one_report_give_no_pairs() -> None:
    assert candidates.alike([], 0.2) == []
    assert candidates.alike([("x", ("a", "b")), ("x", ("a", "b"))], 0.2) == []


def test_what_is_proposed_does_not_depend_on_how_python_hashes() -> None:
    code = (
        "import random; from sayso.relate.copying.candidates import alike; dice = random.Random(1); "
        "print(alike([(str(n % 90), tuple(dice.choices('abcdefgh', k=6))) for n in range(900)], 0.3, run=2))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
    assert len(found.pop()) > 1000
