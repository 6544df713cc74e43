"""How alike the reports of a piece are, each to each: kept at hand, for a piece that grows by one report is
parted again as a whole; of a piece that is cut by days, the stretch that grows."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.store import graph
from sayso.store.database import Database

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CELLS = 2_000_000
"""Pairs of which it is kept how alike they are: 16 MB."""

FEW = 20
"""Reports that are read one by one into a table that is at hand; for more, the whole is read again."""

Weigh = Callable[[int, Sequence[int]], Sequence[float]]
"""Says how alike a report is to others."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A table, and which place in it a report has."""

    places: dict[int, int]
    table: "NDArray[np.float64]"


class Tables:
    """The tables of a database's pieces, the last ones used at hand."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()

    def clear(self) -> None:
        """Forget all that is at hand."""
        self._kept.clear()

    def drop(self, number: int) -> None:
        """Forget what is at hand of a report."""
        for one in self._kept.values():
            one.places.pop(number, None)

    def table(
        self, key: Hashable, numbers: Sequence[int], weigh: Weigh
    ) -> tuple["NDArray[np.float64]", Mapping[tuple[int, int], float]]:
        """Return how alike each of some reports is to each, with zeros in the diagonal, and the pairs that
        were weighed for it, since the database does not have them. Of two reports it does not matter. The
        table is kept under `key`, where one with most of these reports should lie."""
        import numpy as np

        if len(numbers) < 3:
            return np.zeros((len(numbers), len(numbers))), {}
        kept = self._kept.pop(key, None)
        fresh = [number for number in numbers if kept is None or number not in kept.places]
        grown = self._grown(kept, numbers, fresh) if kept is not None and len(fresh) <= FEW else None
        table = self._read(numbers) if grown is None else grown
        missing = dict(_filled(table, numbers, weigh))
        self._keep(key, numbers, table)
        return table, missing

    def _keep(self, key: Hashable, numbers: Sequence[int], table: "NDArray[np.float64]") -> None:
        self._kept[key] = _Kept({number: place for place, number in enumerate(numbers)}, table)
        while self._kept and sum(one.table.size for one in self._kept.values()) > CELLS:
            self._kept.popitem(last=False)

    def _read(self, numbers: Sequence[int]) -> "NDArray[np.float64]":
        """The table of what the database has."""
        import numpy as np

        table = _empty(len(numbers))
        place = np.full(max(numbers) + 2, -1)  # the last place stands for all larger numbers
        place[list(numbers)] = range(len(numbers))
        for number, others, scores in graph.likenesses(self._database, numbers):
            row = place[np.minimum(others, len(place) - 1)]
            inside = row >= 0
            at, row = place[number], row[inside]
            table[at, row] = table[row, at] = scores[inside]
        return table

    def _grown(self, kept: _Kept, numbers: Sequence[int], fresh: Sequence[int]) -> "NDArray[np.float64]":
        """The table at hand, in the order of `numbers`, with what the database has of the fresh ones."""
        import numpy as np

        table = _empty(len(numbers))
        known = [place for place, number in enumerate(numbers) if number in kept.places]
        stood = [kept.places[numbers[place]] for place in known]
        table[np.ix_(known, known)] = kept.table[np.ix_(stood, stood)]
        place_of = {number: place for place, number in enumerate(numbers)}
        for number in fresh:
            at = place_of[number]
            for other, score in graph.likenesses_of(self._database, number):
                if (row := place_of.get(other)) is not None:
                    table[at, row] = table[row, at] = score
        return table


def _filled(
    table: "NDArray[np.float64]", numbers: Sequence[int], weigh: Weigh
) -> Iterator[tuple[tuple[int, int], float]]:
    """Fill what a table lacks, first of the report that lacks most; yield the pairs with their likeness."""
    import numpy as np

    while (lacking := np.isnan(table)).any():
        at = int(lacking.sum(axis=1).argmax())
        others = lacking[at].nonzero()[0]
        scores = weigh(numbers[at], [numbers[other] for other in others])
        table[at, others] = table[others, at] = scores
        for other, score in zip(others, scores, strict=True):
            a, b = sorted((numbers[at], numbers[other]))
            yield (a, b), score


def _empty(size: int) -> "NDArray[np.float64]":
    import numpy as np

    table = np.full((size, size), np.nan)
    np.fill_diagonal(table, 0.0)
    return table
