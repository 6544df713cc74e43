"""One quantity told twice: in another unit, in brackets right behind it, "984 km² (380 square miles)"."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from sayso.lexicon import table
from sayso.model.report import Figure

AGREE = 0.1
"""How far a rounded conversion may lie from the exact one, as a share of it: "5 miles (8 km)", "1,000 feet
(300 metres)"."""

UNCONVERTED = frozenset({"money", "share"})
"""Measures whose units are not turned into each other here: how much a pound was in dollars, only the report
says."""


def told_once(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures of a text in order, without those that tell the one before again in another unit."""
    return [*figures[:1], *(other for one, other in pairwise(figures) if not _converts(text, one, other))]


def _converts(text: str, one: Figure, other: Figure) -> bool:
    """Tell whether a figure in brackets gives the one before it in another unit."""
    if one.measure != other.measure or one.unit == other.unit or one.measure in UNCONVERTED:
        return False
    bracketed = text[one.end : other.start].strip() == "(" and text[other.end : other.end + 1] == ")"
    return bracketed and _agree(one, other)


def _agree(one: Figure, other: Figure) -> bool:
    pairs = [
        (_based(one, low), _based(other, against))
        for low, against in ((one.low, other.low), (one.high, other.high))
    ]
    known = [(a, b) for a, b in pairs if a is not None and b is not None]
    return bool(known) and all(abs(a - b) <= AGREE * max(abs(a), abs(b)) for a, b in known)


def _based(figure: Figure, value: float | None) -> float | None:
    """Return an end of a figure in the base unit of its measure, None for an open one."""
    factor = _factors().get((figure.measure, figure.unit or ""))
    return None if value is None or factor is None else value * factor


@cache
def _factors() -> dict[tuple[str, str], float]:
    """Return what takes a value to the base of its measure, by measure and code of the unit."""
    return {
        (measure, row["code"]): row["to"]
        for measure, group in table("units").items()
        for row in group.values()
        if isinstance(row, dict)
    }
