"""Which reports are compared at all: those that share some of their heaviest words, the more the further they
lie apart. So a report of an archive of years is compared with those around it, and with few others.
"""

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHARED_KEYS = 2
"""Heavy words that two reports must share to be compared."""

FURTHER = (180, 730)
"""Days apart beyond each of which they must share one more. Of 54 pairs of newscluster and 42 of ECB+ that
are more than half a year apart and alike, none shares only two. With these no story of either changes; with
four words after one year in place of two, or three after two months, one of newscluster does."""


def needed(apart: int) -> int:
    """Return how many heavy words two reports must share that lie so many days apart, 0 where that is not
    known."""
    return SHARED_KEYS + bisect_left(FURTHER, apart)


def needed_of_each(apart: "NDArray[np.int32]") -> "NDArray[np.intp]":
    """Return the `needed` of each."""
    import numpy as np

    found: NDArray[np.intp] = SHARED_KEYS + np.searchsorted(FURTHER, apart, side="left")
    return found


def days_apart(a: int | None, b: int | None) -> int:
    """Return how many days lie between two, 0 where one of them is not known."""
    return 0 if a is None or b is None else abs(a - b)
