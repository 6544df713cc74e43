"""How near pairs of units are in vectors."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Pair = tuple[int, int]

TOGETHER = 4096
"""Pairs compared at a time, so that memory does not grow with the pairs."""


def cosines(rows: "NDArray[np.float64]", pairs: Sequence[Pair]) -> list[float]:
    """Return the cosines of pairs of unit rows.

    Each by itself, in double precision: a product of whole tables starts threads, which take several times
    the work, and ends in digits that depend on their number.
    """
    import numpy as np

    found: list[float] = []
    for begin in range(0, len(pairs), TOGETHER):
        first, second = np.array(pairs[begin : begin + TOGETHER]).T
        found += np.einsum("ij,ij->i", rows[first], rows[second]).tolist()
    return found
