"""How alike two reports are: a number that depends on the two and on shipped data alone."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from operator import mul
from typing import TYPE_CHECKING

from sayso.gather.candidates import days_apart
from sayso.gather.profiles import Profile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HEADLINE, FREE_DAYS, DAY_COST = 0.5, 21, 0.1
"""Weight of the headlines' likeness; days apart that cost nothing; cost for each e-fold of days beyond. In a
stream, what is alike in words a season apart is most often one topic and two events; read there, and set so
that newscluster, many of whose dates are wrong, loses less than a hundredth."""

FEW = 32
"""Reports up to which waking the threads of a product of matrices takes longer than the product; of 150 it
takes a tenth of the time, of 600 a twentieth."""

DIGITS, UNSURE = 6, 1e-10
"""Digits to which a likeness is rounded; and how far from the middle between two roundings a sum must be
whose terms were taken in any order: a thousand times as far as it can be off."""


def likeness(a: Profile, b: Profile) -> float:
    """Return how alike two reports are: 0 for nothing in common, about 2.5 for the same text; near 0.53 the
    same event.
    """
    words = _dot(a.whole, b.whole) + _dot(a.head, b.head)
    heads = float(a.headline @ b.headline)
    return round(words + HEADLINE * heads - distance(a.day, b.day), DIGITS)


def likenesses(group: Sequence[Profile]) -> "NDArray[np.float64]":
    """Return the `likeness` of each of a group to each, to the last digit the same; zeros in the diagonal."""
    import numpy as np

    words = _products([one.whole for one in group]) + _products([one.head for one in group])
    scores = words + HEADLINE * _heads(group) - _distances(group)
    steps = scores * 10**DIGITS
    table: NDArray[np.float64] = np.rint(steps) / 10**DIGITS
    unsure = np.abs(np.abs(steps - np.rint(steps)) - 0.5) < UNSURE * 10**DIGITS
    for i, j in np.argwhere(np.triu(unsure, 1)).tolist():
        table[i, j] = table[j, i] = likeness(group[i], group[j])
    np.fill_diagonal(table, 0.0)
    return table


def _heads(group: Sequence[Profile]) -> "NDArray[np.float64]":
    """Return how alike each headline is to each. One pair at a time: the last bits of a product of matrices
    depend on their size."""
    import numpy as np

    rows = [one.headline for one in group]
    found = np.zeros((len(rows), len(rows)))
    for number, row in enumerate(rows):
        found[number, number + 1 :] = list(map(row.dot, rows[number + 1 :]))
    return found + found.T


def _distances(group: Sequence[Profile]) -> "NDArray[np.float64]":
    """Return the `distance` of each to each."""
    import numpy as np

    days = np.array([np.nan if one.day is None else one.day for one in group], "f8")
    apart = np.abs(days[:, None] - days)
    found: NDArray[np.float64] = DAY_COST * np.maximum(0.0, np.log((1 + apart) / FREE_DAYS))
    return np.nan_to_num(found, nan=0.0)


def distance(a: int | None, b: int | None) -> float:
    """Days apart, when both are known: three weeks are free, then slowly dearer."""
    return DAY_COST * max(0.0, math.log((1 + days_apart(a, b)) / FREE_DAYS))


def _dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    shared = a.keys() & b.keys()
    return math.fsum(map(mul, map(a.__getitem__, shared), map(b.__getitem__, shared)))  # exact in any order


def _products(rows: Sequence[Mapping[str, float]]) -> "NDArray[np.float64]":
    """Return the sums of products of all pairs of rows: of the words that two rows or more have."""
    import numpy as np

    counts = Counter(word for row in rows for word in row)
    columns = {word: number for number, word in enumerate(word for word in counts if counts[word] > 1)}
    table = np.zeros((len(rows), len(columns)))
    for number, row in enumerate(rows):
        shared = [word for word in row if word in columns]
        table[number, [columns[word] for word in shared]] = [row[word] for word in shared]
    # In another order the last bits of the sums differ; `likenesses` allows for that.
    products: NDArray[np.float64] = (
        table @ table.T if len(rows) > FEW else np.einsum("ij,kj->ik", table, table)
    )
    return products
