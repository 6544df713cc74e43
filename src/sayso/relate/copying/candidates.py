"""Which things of different reports may be alike: MinHash over their features, in time near linear in their
number."""

from collections.abc import Hashable, Iterator, Sequence
from importlib import import_module
from typing import Any

PERMUTATIONS, SEED = 64, 11

LOOSE, STRICT = 32, 16
"""Bands: 32 of two rows propose pairs from a Jaccard of about 0.2, 16 of four from about 0.5."""

MOST = 8
"""With how many of the first reports that have it one thing is compared: those of a wire's copy in a thousand
papers are not compared each with each."""

FULL = 64
"""How many unlike things of one kind the index takes in; what comes after is compared with those."""

Item = tuple[str, tuple[str, ...]]
"""A report's id and the features of one thing of it."""


def alike(items: Sequence[Item], bands: int = LOOSE) -> list[tuple[int, int]]:
    """Return the numbers of items of two reports that may be alike, the earlier one first, in order.

    The items come in the order in which their reports are to be preferred as sources.
    """
    classes: dict[tuple[str, ...], list[int]] = {}
    for number, (_, features) in enumerate(items):
        classes.setdefault(features, []).append(number)
    members = [_one_a_report(items, numbers) for numbers in classes.values()]
    first = [numbers[:2] for numbers in members]
    reports = [report for report, _ in items]
    pairs = {pair for numbers in members if len(numbers) > 1 for pair in _among(numbers)}
    for one, near in enumerate(_near(list(classes), bands)):
        for a in members[one]:
            pairs.update(
                [
                    (a, b) if a < b else (b, a)
                    for other in near
                    for b in first[other]
                    if reports[a] != reports[b]
                ]
            )
    return sorted(pairs)


def _one_a_report(items: Sequence[Item], numbers: Sequence[int]) -> list[int]:
    """The first item of each report: what a report repeats is one thing."""
    if len(numbers) == 1:
        return list(numbers)
    first: dict[Hashable, int] = {}
    for number in numbers:
        first.setdefault(items[number][0], number)
    return sorted(first.values())


def _among(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    for at, number in enumerate(numbers):
        yield from ((other, number) for other in numbers[: min(at, MOST)])


def _near(kinds: Sequence[tuple[str, ...]], bands: int) -> Iterator[list[int]]:
    """For each of some unlike feature lists, the numbers of the earlier ones that MinHash proposes."""
    rensa: Any = import_module("rensa")  # its names are made at run time, unseen by type checkers
    index = rensa.RMinHashLSH(threshold=0.2, num_perm=PERMUTATIONS, num_bands=bands)
    for number, features in enumerate(kinds):
        sketch = rensa.RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update(list(features))
        found = sorted(set(index.query(sketch)))
        yield found[:FULL]
        if len(found) < FULL:
            index.insert(number, sketch)
