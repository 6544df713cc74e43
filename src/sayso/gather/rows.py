"""Which of very many reports are alike, told by arrays of numbers: all pairs that `likeness` could find
alike, and how alike each is to within `Rows.slack`. Whoever must know on which side of a threshold a pair
lies weighs exactly those that are close to it.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.gather.candidates import SHARED_KEYS, needed_of_each
from sayso.gather.postings import Postings
from sayso.gather.profiles import Profile
from sayso.gather.words import STEP, Words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CELL = 1 / 32767
"""Step in which the cells of headlines, -1 to 1, are kept."""

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
        size = len(taken.numbers)
        self._words = Words(taken.words, taken.weights, taken.ends, size)
        self._days = np.frombuffer(taken.days, "i4")
        cells = len(taken.headlines) // max(1, len(self._days))
        self._headlines = np.frombuffer(taken.headlines, "i2").reshape(len(self._days), cells)
        keys, key_ends = np.frombuffer(taken.keys, "i4"), np.frombuffer(taken.key_ends, "i8")
        self._postings = Postings(keys, key_ends, size)
        # A weight is off by half a step, beside all weights of the other report; so is a cell of a headline,
        # whose cells sum to no more than the root of their number.
        self.slack = 2 * taken.heaviest * STEP + cells**0.5 * CELL + 1e-4

    def pairs(self, floor: float, weigh: Weigh) -> Iterator[Near]:
        """Yield reports, each with those of higher numbers that are to be compared with it and may reach
        `floor`."""
        for number in range(len(self._days)):
            near, shared = self._postings.near(number, SHARED_KEYS)
            near = near[shared >= needed_of_each(self._apart(number, near))]
            if len(near):
                self._words.take_up(number)
            for begin in range(0, len(near), BLOCK):
                found = self._alike(number, near[begin : begin + BLOCK], floor - self.slack, weigh)
                if len(found.others):
                    yield found

    def _alike(self, number: int, near: "NDArray[np.int32]", least: float, weigh: Weigh) -> Near:
        """Return those of `near` that are at least so much alike."""
        import numpy as np

        heads = self._headlines[near].astype("f4") @ (self._headlines[number] * np.float32(CELL**2))
        alike = weigh.headline * heads - self._distances(number, near, weigh) + self._words.rare(near)
        left = np.flatnonzero(alike + self._words.most(near) >= least)
        near, alike = near[left], alike[left]
        alike += self._words.common(near)
        left = np.flatnonzero(alike >= least)
        return Near(number, near[left], alike[left])

    def _distances(self, number: int, near: "NDArray[np.int32]", weigh: Weigh) -> "NDArray[np.float64]":
        import numpy as np

        apart = self._apart(number, near).astype("f8")
        cost: NDArray[np.float64] = weigh.day_cost * np.maximum(0.0, np.log((1 + apart) / weigh.free_days))
        return cost

    def _apart(self, number: int, near: "NDArray[np.int32]") -> "NDArray[np.int32]":
        """Return how many days lie between a report and others, 0 where a date is not known."""
        import numpy as np

        own, theirs = self._days[number], self._days[near]
        if own == UNDATED:
            return np.zeros(len(near), "i4")
        apart: NDArray[np.int32] = np.where(theirs == UNDATED, 0, np.abs(theirs - own))
        return apart
