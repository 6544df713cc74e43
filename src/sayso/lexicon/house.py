"""House rules: bounds of vague numbers that a desk takes in place of those of `vague.toml`."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

Bounds = tuple[float, float]
"""Lowest and highest value that a vague number stands for."""


@dataclass(frozen=True, slots=True)
class House:
    """The rows of `vague.toml` that a user replaces: section and word, with the bounds taken instead."""

    rows: tuple[tuple[str, str, Bounds], ...] = ()

    def applied(self, shipped: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        """Return the shipped table with these rows in place of its own."""
        table = {section: dict(rows) for section, rows in shipped.items()}
        for section, word, (low, high) in self.rows:
            table[section][word] = {"low": low, "high": high, "source": "house"}
        return table


NONE = House()
"""Whoever has no house rules."""

_HOUSE: ContextVar[House] = ContextVar("house", default=NONE)


def current() -> House:
    """Return the house rules in force."""
    return _HOUSE.get()


@contextmanager
def in_force(house: House) -> Iterator[None]:
    """Read vague numbers by these rules until the end of the block."""
    token = _HOUSE.set(house)
    try:
        yield
    finally:
        _HOUSE.reset(token)
