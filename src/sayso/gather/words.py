"""The words that reports share with one of them, out of very many reports: sums of products of their
weights."""

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STEP = 1 / 65535
"""Step in which the weights of words, 0 to 1, are kept."""

COMMON = 0.04
"""Share of the reports that have a word from which it is common. The others are compared first: what common
words could add is known from their lengths, which in an archive of years leaves open one pair in two to
four."""

CHUNK = 10_000
"""Reports whose words are put in order at a time: some 100 MB of arrays."""


class Words:
    """The words of reports by number, each with its weights in the whole and in the head: 8 bytes a word,
    those that are common last. One report is taken up at a time, and others are compared with it."""

    def __init__(self, words: "array[int]", weights: "array[int]", ends: "array[int]", size: int) -> None:
        """Take over `words` of one report after the other, each below `size`; `weights`, two for each word,
        in steps; and `ends`, where the words of each report end, after a 0."""
        import numpy as np

        self._words, self._weights = np.frombuffer(words, "i4"), np.frombuffer(weights, "u4")
        self._ends = np.frombuffer(ends, "i8")
        self._commons = self._ends[1:].copy()
        self._lengths = np.zeros((len(self._commons), 2), "f4")
        common = np.bincount(self._words, minlength=size) > COMMON * len(self._commons)
        for begin in range(0, len(self._commons), CHUNK):
            self._part(begin, min(begin + CHUNK, len(self._commons)), common)
        self._table, self._own, self._number = np.zeros(size, "c8"), np.zeros(size, bool), -1

    def _part(self, begin: int, end: int, common: "NDArray[np.bool_]") -> None:
        """Put the common words of reports last, and work out how long they are."""
        import numpy as np

        span = slice(self._ends[begin], self._ends[end])
        owners = np.repeat(np.arange(end - begin), np.diff(self._ends[begin : end + 1]))
        last = common[self._words[span]]
        self._commons[begin:end] -= np.bincount(owners, last, end - begin).astype("i8")
        squares = (_halves(self._weights[span]).astype("f8") * STEP) ** 2 * last[:, None]
        for part in (0, 1):
            self._lengths[begin:end, part] = np.sqrt(np.bincount(owners, squares[:, part], end - begin))
        order = np.lexsort((last, owners))
        self._words[span], self._weights[span] = self._words[span][order], self._weights[span][order]

    def take_up(self, number: int) -> None:
        """Compare with this report from now on."""
        import numpy as np

        if self._number >= 0:
            self._own[self._of(self._number)] = False
        self._number = number
        words = self._of(number)
        self._own[words] = True
        weights = self._weights[self._ends[number] : self._ends[number + 1]]
        self._table[words] = (_halves(weights) * np.float32(STEP**2)).view("c8").ravel()

    def _of(self, number: int) -> "NDArray[np.int32]":
        return self._words[self._ends[number] : self._ends[number + 1]]

    def rare(self, near: "NDArray[np.int32]") -> "NDArray[np.float64]":
        """Return what words that are not common add to the likeness of reports with the one taken up."""
        return self._sums(self._ends[near], self._commons[near])

    def common(self, near: "NDArray[np.int32]") -> "NDArray[np.float64]":
        """Return what common words add."""
        return self._sums(self._commons[near], self._ends[near + 1])

    def most(self, near: "NDArray[np.int32]") -> "NDArray[np.float32]":
        """Return what common words can add at most."""
        found: NDArray[np.float32] = self._lengths[near] @ self._lengths[self._number]
        return found

    def _sums(self, begins: "NDArray[np.int64]", ends: "NDArray[np.int64]") -> "NDArray[np.float64]":
        import numpy as np

        if not len(begins):
            return np.zeros(0)
        lengths = ends - begins
        places = np.repeat(begins - np.cumsum(lengths) + lengths, lengths)
        places += np.arange(len(places))
        words = self._words.take(places)
        shared = np.flatnonzero(self._own.take(words))
        owners = np.repeat(np.arange(len(begins), dtype="i4"), lengths).take(shared)
        theirs = _halves(self._weights.take(places.take(shared)))
        ours = self._table.take(words.take(shared)).view("f4").reshape(-1, 2)
        products = ours[:, 0] * theirs[:, 0] + ours[:, 1] * theirs[:, 1]
        return np.bincount(owners, products, len(begins)).astype("f8")


def _halves(weights: "NDArray[np.uint32]") -> "NDArray[np.uint16]":
    """The two weights of each word."""
    return weights.view("u2").reshape(-1, 2)
