"""Average linkage inside one component of reports."""

from collections.abc import Mapping, Sequence


def link(items: Sequence[str], scores: Mapping[tuple[str, str], float], floor: float) -> list[list[str]]:
    """Part sorted `items` into groups by joining, again and again, the two groups alike most on average, down
    to `floor`.

    `scores` holds every pair once, smaller item first. Ties go to the groups that come first, so that the
    result depends on the items alone.
    """
    import numpy as np

    size = len(items)
    table = np.full((size, size), -np.inf)
    for i, a in enumerate(items):
        for j in range(i + 1, size):
            table[i, j] = table[j, i] = scores[a, items[j]]
    groups: list[list[str] | None] = [[item] for item in items]
    while True:
        first, second = sorted(divmod(int(np.argmax(table)), size))
        into, taken = groups[first], groups[second]
        if table[first, second] < floor or into is None or taken is None:
            return [sorted(group) for group in groups if group]
        weights = len(into), len(taken)
        table[first] = np.round((table[first] * weights[0] + table[second] * weights[1]) / sum(weights), 6)
        table[:, first] = table[first]
        table[first, first] = table[second] = table[:, second] = -np.inf
        into += taken
        groups[second] = None
