"""Why a fact has the root it has, in plain words; those of several reports that do the same told as one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

NAMED = 4
"""Outlets that a reason names before it counts the rest: its members show them all."""

_OF_SEVERAL = {"quotes": "quote", "names": "name", "has": "have"}
"""Verbs by which several outlets are told of as one, and their form for several."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What a report does with a source: its outlet, the rest from its verb on ("quotes Ana Duro (X)"), and
    the agencies and outlets that it credits for it, outermost first."""

    outlet: str
    said: str
    via: tuple[str, ...] = ()


def in_words(reasons: Iterable[Reason]) -> str:
    """Return reasons as one line, in order: "A Post, B Post and C Post quote Ana Duro; D Post, which credits
    Corrie Wire, quotes her office"."""
    alike: dict[tuple[tuple[str, ...], str, str], list[str]] = {}
    for one in dict.fromkeys(reasons):
        by_itself = "" if one.said.partition(" ")[0] in _OF_SEVERAL else one.outlet
        alike.setdefault((one.via, one.said, by_itself), []).append(one.outlet)
    return "; ".join(_line(outlets, via, said) for (via, said, _), outlets in alike.items())


def _line(outlets: Sequence[str], via: Sequence[str], said: str) -> str:
    several = len(outlets) > 1
    verb, _, rest = said.partition(" ")
    steps = [listed(outlets), *(f"which {'credit' if several else 'credits'} {step}" for step in via[:1])]
    steps += [f"which credits {step}" for step in via[1:]]
    does = f"{_OF_SEVERAL[verb]} {rest}" if several else said
    return f"{', '.join(steps)}{',' if via else ''} {does}"


def listed(names: Sequence[str]) -> str:
    """Return names as people list them, of many the first and how many more: "A, B, C, D and 3 others"."""
    left = len(names) - NAMED
    shown = [*names[:NAMED], f"{left} others"] if left > 1 else list(names)
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)
