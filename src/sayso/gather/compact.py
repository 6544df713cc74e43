"""Profiles as arrays of numbers: a tenth of the memory, and one report is compared with hundreds at once. The
likenesses are those of `likeness`, to the last digit.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING

from sayso.gather.likeness import DIGITS, HEADLINE, distance
from sayso.gather.profiles import Profile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Words:
    """The numbers that words go by, given in the order in which they are met: for one process, never kept."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def clear(self) -> None:
        """Forget all words."""
        self._numbers.clear()

    def numbers(self, words: Iterable[str]) -> "NDArray[np.int32]":
        """Return the numbers of words."""
        import numpy as np

        known = self._numbers
        return np.array([known.setdefault(word, len(known)) for word in words], np.int32)


@dataclass(frozen=True, slots=True)
class Compact:
    """A profile's words by number, what each weighs; which of them stand in the head, and what they weigh
    there; the headline's vector, and the day."""

    words: "NDArray[np.int32]"
    whole: "NDArray[np.float64]"
    heading: "NDArray[np.int32]"
    head: "NDArray[np.float64]"
    headline: "NDArray[np.float32]"
    day: int | None


def compact(profile: Profile, words: Words) -> Compact:
    """Return a profile as arrays."""
    import numpy as np

    return Compact(
        words.numbers(profile.whole),
        np.array(list(profile.whole.values()), "f8"),
        words.numbers(profile.head),
        np.array(list(profile.head.values()), "f8"),
        profile.headline,
        profile.day,
    )


def read(body: bytes, words: Words) -> Compact:
    """Return the profile that `profiles.packed` made bytes of; raise `ValueError`, `KeyError`, `TypeError` or
    `IndexError` for other bytes."""
    import numpy as np

    line, _, numbers = body.partition(b"\n")
    head = json.loads(line.decode("utf-8", "surrogatepass"))
    whole = words.numbers(head["words"])
    places = np.array(head["head"], np.int32)
    count = len(whole) + len(places)
    weights = np.frombuffer(numbers, "<f8", count).astype("f8")
    return Compact(
        whole,
        weights[: len(whole)],
        whole[places],
        weights[len(whole) :],
        np.frombuffer(numbers, "<f4", offset=count * 8).astype(np.float32),
        head["day"],
    )


def likenesses(one: Compact, others: Sequence[Compact], words: Words) -> Iterator[float]:
    """Yield how alike a report is to each of others; `words` are those that all of them go by."""
    import numpy as np

    whole, head = np.zeros(len(words)), np.zeros(len(words))
    whole[one.words], head[one.heading] = one.whole, one.head
    for other in others:
        # A word that is not shared adds an exact zero to an exact sum.
        alike = fsum((whole[other.words] * other.whole).tolist())
        alike += fsum((head[other.heading] * other.head).tolist())
        heads = float(one.headline @ other.headline)
        yield round(alike + HEADLINE * heads - distance(one.day, other.day), DIGITS)
