"""What was made with effort is kept at hand, up to a weight; what was used longest ago goes first."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class _Slot(Generic[Thing]):
    __slots__ = ("lock", "thing", "weight")

    def __init__(self) -> None:
        self.lock = Lock()
        self.thing: Thing | None = None
        self.weight = 0


class Kept(Generic[Thing]):
    """Things by key; several threads may ask at once, and one of them makes what is not there."""

    def __init__(self, limit: int, weigh: Callable[[Thing], int]) -> None:
        self._limit = limit
        self._weigh = weigh
        self._lock = Lock()
        self._slots: OrderedDict[Hashable, _Slot[Thing]] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Thing]) -> Thing:
        """Return the thing of a key, made when it is not there. A thing heavier than all that may be kept is
        given, and not kept."""
        with self._lock:
            slot = self._slots.setdefault(key, _Slot())
            self._slots.move_to_end(key)
        with slot.lock:
            if slot.thing is None:
                slot.thing = make()
                slot.weight = self._weigh(slot.thing)
            thing = slot.thing
        with self._lock:
            self._drop()
        return thing

    @property
    def weight(self) -> int:
        """What all that is kept weighs."""
        with self._lock:
            return self._total()

    def _total(self) -> int:
        return sum(slot.weight for slot in self._slots.values())

    def _drop(self) -> None:
        total = self._total()
        while total > self._limit and self._slots:
            _, slot = self._slots.popitem(last=False)
            total -= slot.weight
