"""Which reports to weigh against each other, out of very many: the pairs that `stories.likeness` could find
alike, told by arrays of numbers. It leaves out no pair that is alike; what it lets through is weighed
exactly afterwards.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.gather.profiles import Profile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SLACK = 1e-3
"""By how much single precision may be off: a sum of a few hundred products of numbers below one is good to
1e-5."""


UNDATED = -1
"""The day of a report without one; days are counted from the year 1."""

BLOCK = 2000
"""Reports that are weighed against one at a time: some 10 MB of arrays."""


@dataclass(frozen=True, slots=True)
class Weigh:
    """The constants of `stories.likeness`."""

    headline: float
    free_days: int
    day_cost: float


class Rows:
    """The words, headlines and days of reports, in order of their ids, as arrays: about 4 kB a report."""

    def __init__(self, found: Iterable[Profile]) -> None:
        """Take profiles in, each once; `found` is in order of ids."""
        import numpy as np

        self.ids: list[str] = []
        vocabulary: dict[str, int] = {}
        words, whole, head, ends = array("i"), array("f"), array("f"), array("q", [0])
        headlines, days, keys = array("f"), array("i"), array("i")
        key_ends = array("q", [0])
        for profile in found:
            self.ids.append(profile.report)
            words.extend([vocabulary.setdefault(word, len(vocabulary)) for word in profile.whole])
            whole.extend(list(profile.whole.values()))
            head.extend([profile.head.get(word, 0.0) for word in profile.whole])
            ends.append(len(words))
            headlines.frombytes(profile.headline.astype("f4").tobytes())
            days.append(UNDATED if profile.day is None else profile.day)
            keys.extend([vocabulary[key] for key in profile.keys])
            key_ends.append(len(keys))
        self._words, self._keys, self._days = (np.frombuffer(one, "i4") for one in (words, keys, days))
        self._whole, self._head = (np.frombuffer(one, "f4") for one in (whole, head))
        self._headlines = np.frombuffer(headlines, "f4").reshape(len(self.ids), -1 if self.ids else 1)
        self._starts, self._key_starts = (np.frombuffer(one, "i8") for one in (ends, key_ends))
        self._size = len(vocabulary)

    def pairs(self, shared: int, floor: float, weigh: "Weigh") -> Iterator[tuple[str, str]]:
        """Yield the pairs that share so many keys and may reach `floor`, the smaller id first, in order."""
        import numpy as np

        postings = self._postings()
        whole, head = np.zeros(self._size, "f4"), np.zeros(self._size, "f4")
        for number, report in enumerate(self.ids):
            near = self._near(number, postings, shared)
            if not len(near):
                continue
            own = slice(self._starts[number], self._starts[number + 1])
            words = self._words[own]
            whole[words], head[words] = self._whole[own], self._head[own]
            alike = self._sums(near, whole, head) + weigh.headline * (
                self._headlines[near] @ self._headlines[number]
            )
            alike -= self._distances(number, near, weigh)
            whole[words] = head[words] = 0
            yield from ((report, self.ids[other]) for other in near[alike >= floor - SLACK].tolist())

    def _postings(self) -> tuple["NDArray[np.int32]", "NDArray[np.int64]"]:
        """The reports of each key, one key after the other, and where each key's begin."""
        import numpy as np

        order = np.argsort(self._keys, kind="stable")
        owners = np.repeat(np.arange(len(self.ids), dtype="i4"), np.diff(self._key_starts))[order]
        counts = np.bincount(self._keys, minlength=self._size)
        return owners, np.concatenate([[0], np.cumsum(counts)])

    def _near(
        self, number: int, postings: tuple["NDArray[np.int32]", "NDArray[np.int64]"], shared: int
    ) -> "NDArray[np.int32]":
        """Return the later reports that share so many keys with a report."""
        import numpy as np

        owners, starts = postings
        lists = []
        for key in self._keys[self._key_starts[number] : self._key_starts[number + 1]]:
            own = owners[starts[key] : starts[key + 1]]
            lists.append(own[np.searchsorted(own, number, side="right") :])
        if not lists:
            return np.zeros(0, "i4")
        found = np.sort(np.concatenate(lists))
        return np.unique(found[shared - 1 :][found[shared - 1 :] == found[: len(found) - shared + 1]])

    def _sums(
        self, near: "NDArray[np.int32]", whole: "NDArray[np.float32]", head: "NDArray[np.float32]"
    ) -> "NDArray[np.float32]":
        """Return the sums of products of words for each report of `near`, in parts that fit the memory."""
        import numpy as np

        found = np.empty(len(near), "f4")
        for begin in range(0, len(near), BLOCK):
            block = near[begin : begin + BLOCK]
            lengths = self._starts[block + 1] - self._starts[block]
            offsets = np.cumsum(lengths) - lengths
            places = np.arange(lengths.sum()) + np.repeat(self._starts[block] - offsets, lengths)
            words = self._words[places]
            products = whole[words] * self._whole[places] + head[words] * self._head[places]
            found[begin : begin + BLOCK] = np.add.reduceat(products, offsets)
        return found

    def _distances(self, number: int, near: "NDArray[np.int32]", weigh: "Weigh") -> "NDArray[np.float64]":
        import numpy as np

        apart = np.abs(self._days[near] - self._days[number]).astype("f8")
        cost = weigh.day_cost * np.maximum(0.0, np.log((1 + apart) / weigh.free_days))
        dated = (self._days[near] != UNDATED) & (self._days[number] != UNDATED)
        return np.where(dated, cost, 0.0)
