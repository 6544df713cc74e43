"""Which of very many reports are alike, told by arrays of numbers: all pairs that `likeness` could find
alike, and how alike each is to within `Rows.slack`. Whoever must know on which side of a threshold a pair
lies weighs exactly those that are close to it.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.gather.postings import Postings
from sayso.gather.profiles import Profile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STEP, CELL = 1 / 65535, 1 / 32767
"""Steps in which the weights of words (0 to 1) and the cells of headlines (-1 to 1) are kept."""

UNDATED = -1
"""The day of a report without one; days are counted from the year 1."""

BLOCK = 2000
"""Reports that are weighed against one at a time: some 10 MB of arrays."""


@dataclass(frozen=True, slots=True)
class Weigh:
    """The constants of `likeness`."""

    headline: float
    free_days: int
    day_cost: float


@dataclass(frozen=True, slots=True)
class Near:
    """A report by its number, others that may be alike, and how alike they are."""

    number: int
    others: "NDArray[np.int32]"
    alike: "NDArray[np.float64]"


class _Taken:
    """Profiles as they come in: words, their weights in the whole and in the head, headlines, days, keys."""

    def __init__(self) -> None:
        self.words, self.weights, self.ends = array("i"), array("H"), array("q", [0])
        self.days, self.headlines = array("i"), array("h")
        self.keys, self.key_ends = array("i"), array("q", [0])
        self.numbers: dict[str, int] = {}
        self.heaviest = 0.0

    def take(self, profile: Profile) -> None:
        """Take a report in."""
        import numpy as np

        numbers, head = self.numbers, profile.head
        self.words.extend([numbers.setdefault(word, len(numbers)) for word in profile.whole])
        weights = np.array([[*profile.whole.values()], [head.get(word, 0.0) for word in profile.whole]])
        self.heaviest = max(self.heaviest, *weights.sum(axis=1).tolist())
        self.weights.frombytes(np.rint(weights.T / STEP).astype("u2").tobytes())
        self.ends.append(len(self.words))
        self.days.append(UNDATED if profile.day is None else profile.day)
        self.headlines.frombytes(np.rint(profile.headline / CELL).astype("i2").tobytes())
        self.keys.extend([numbers[key] for key in profile.keys])
        self.key_ends.append(len(self.keys))


class Rows:
    """The words, headlines and days of reports by their numbers, as arrays: 8 bytes a word, and 800 more."""

    def __init__(self, found: Iterable[Profile]) -> None:
        """Take profiles in, each once; the first has number 0."""
        import numpy as np

        taken = _Taken()
        for profile in found:
            taken.take(profile)
        self._words, self._starts = np.frombuffer(taken.words, "i4"), np.frombuffer(taken.ends, "i8")
        self._weights = np.frombuffer(taken.weights, "u2").reshape(-1, 2)
        self._days = np.frombuffer(taken.days, "i4")
        cells = len(taken.headlines) // max(1, len(self._days))
        self._headlines = np.frombuffer(taken.headlines, "i2").reshape(len(self._days), cells)
        keys, key_ends = np.frombuffer(taken.keys, "i4"), np.frombuffer(taken.key_ends, "i8")
        self._size = len(taken.numbers)
        self._postings = Postings(keys, key_ends, self._size)
        # A weight is off by half a step, beside all weights of the other report; so is a cell of a headline,
        # whose cells sum to no more than the root of their number.
        self.slack = 2 * taken.heaviest * STEP + cells**0.5 * CELL + 1e-4

    def pairs(self, shared: int, floor: float, weigh: Weigh) -> Iterator[Near]:
        """Yield reports, each with those of higher numbers that share so many keys with it and may reach
        `floor`."""
        import numpy as np

        table, own = np.zeros((self._size, 2), "f4"), np.zeros(self._size, bool)
        for number in range(len(self._days)):
            near = self._postings.near(number, shared)
            if not len(near):
                continue
            span = slice(self._starts[number], self._starts[number + 1])
            words = self._words[span]
            table[words], own[words] = self._weights[span] * np.float32(STEP**2), True
            for begin in range(0, len(near), BLOCK):
                some = near[begin : begin + BLOCK]
                heads = self._headlines[some].astype("f4") @ (self._headlines[number] * np.float32(CELL**2))
                alike = self._sums(some, table, own) + weigh.headline * heads
                alike -= self._distances(number, some, weigh)
                found = np.flatnonzero(alike >= floor - self.slack)
                if len(found):
                    yield Near(number, some[found], alike[found])
            own[words] = False

    def _sums(
        self, near: "NDArray[np.int32]", table: "NDArray[np.float32]", own: "NDArray[np.bool_]"
    ) -> "NDArray[np.float64]":
        """Return the sums of products over the words that reports share with one: `own` are its words,
        `table` has their weights."""
        import numpy as np

        begins, ends = self._starts[near], self._starts[near + 1]
        spans = zip(begins.tolist(), ends.tolist(), strict=True)
        words = np.concatenate([self._words[begin:end] for begin, end in spans])
        shared = np.flatnonzero(own.take(words))
        offsets = np.cumsum(ends - begins) - (ends - begins)
        places = np.searchsorted(offsets, shared, side="right") - 1
        weights = self._weights.take(shared + (begins - offsets)[places], axis=0)
        products = np.einsum("ij,ij->i", table.take(words[shared], axis=0), weights)
        sums: NDArray[np.float64] = np.bincount(places, products, minlength=len(near)).astype("f8")
        return sums

    def _distances(self, number: int, near: "NDArray[np.int32]", weigh: Weigh) -> "NDArray[np.float64]":
        import numpy as np

        apart = np.abs(self._days[near] - self._days[number]).astype("f8")
        cost = weigh.day_cost * np.maximum(0.0, np.log((1 + apart) / weigh.free_days))
        dated = (self._days[near] != UNDATED) & (self._days[number] != UNDATED)
        return np.where(dated, cost, 0.0)
