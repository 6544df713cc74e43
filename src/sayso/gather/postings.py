"""Which reports share several of their heaviest words, out of very many, and how many they share."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Postings:
    """The reports of each key, one key after the other; 12 bytes a key of a report."""

    def __init__(self, keys: "NDArray[np.int32]", ends: "NDArray[np.int64]", size: int) -> None:
        """`keys` are those of one report after the other, each below `size`; `ends` tells where those of each
        report end, the first of them 0."""
        import numpy as np

        order = np.argsort(keys, kind="stable")
        owners = np.repeat(np.arange(len(ends) - 1, dtype="i4"), np.diff(ends))
        self._owners = owners[order]
        self._after = np.empty(len(keys), "i4")
        self._after[order] = np.arange(1, len(keys) + 1, dtype="i4")
        self._last = np.cumsum(np.bincount(keys, minlength=size)).astype("i4")[keys]
        self._ends = ends

    def near(self, number: int, shared: int) -> "tuple[NDArray[np.int32], NDArray[np.intp]]":
        """Return the reports with higher numbers that share so many keys with a report, in order, and how
        many each of them shares."""
        import numpy as np

        own = slice(self._ends[number], self._ends[number + 1])
        spans = zip(self._after[own].tolist(), self._last[own].tolist(), strict=True)
        lists = [self._owners[begin:end] for begin, end in spans if begin < end]
        if len(lists) < shared:
            return np.zeros(0, "i4"), np.zeros(0, np.intp)
        found = np.sort(np.concatenate(lists))
        # Each stands as often as it shares keys; then as often as it shares more than it must, and once.
        found = found[shared - 1 :][found[shared - 1 :] == found[: len(found) - shared + 1]]
        first = np.flatnonzero(np.diff(found, prepend=-1))
        counts = np.diff(first, append=len(found)) + shared - 1
        return found[first], counts
