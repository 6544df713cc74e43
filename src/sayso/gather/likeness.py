"""How alike two reports are: a number that depends on the two and on shipped data alone."""

import math
from collections.abc import Mapping
from operator import mul

from sayso.gather.profiles import Profile

HEADLINE, FREE_DAYS, DAY_COST = 0.5, 21, 0.1
"""Weight of the headlines' likeness; days apart that cost nothing; cost for each e-fold of days beyond. In a
stream, what is alike in words a season apart is most often one topic and two events; read there, and set so
that newscluster, many of whose dates are wrong, loses less than a hundredth."""


def likeness(a: Profile, b: Profile) -> float:
    """Return how alike two reports are: 0 for nothing in common, about 2.5 for the same text; near 0.53 the
    same event.
    """
    words = _dot(a.whole, b.whole) + _dot(a.head, b.head)
    heads = float(a.headline @ b.headline)
    return round(words + HEADLINE * heads - _distance(a.day, b.day), 6)


def _distance(a: int | None, b: int | None) -> float:
    """Days apart, when both are known: three weeks are free, then slowly dearer."""
    if a is None or b is None:
        return 0.0
    return DAY_COST * max(0.0, math.log((1 + abs(a - b)) / FREE_DAYS))


def _dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    shared = a.keys() & b.keys()
    return math.fsum(map(mul, map(a.__getitem__, shared), map(b.__getitem__, shared)))  # exact in any order
