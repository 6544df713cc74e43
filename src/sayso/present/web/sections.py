"""The sections of a story in parts that fit on a page each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sayso.present.views.claims import ClaimView
from sayso.present.views.page import Page
from sayso.present.web.cases import Case

CLAIMS = 25
MINOR = 80
CONFLICTS = 12
ROWS = 200
EVENTS = 80
PARTIES = 60
PROBLEMS = 200
"""How many of each stand on one page: what is read in one go, and made in well under a second."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Part:
    """A page that holds one part of a section, and the anchors in it."""

    page: Page
    anchors: frozenset[str]


def parts(case: Case, section: str) -> tuple[Part, ...]:
    """Return a section in its parts, at least one, which may hold nothing."""
    found = tuple(_PARTS[section](case))
    return found or (Part(case.page(), frozenset()),)


def _said(case: Case) -> Iterator[Part]:
    """Yield the claims; those that are folded go with the last of the others where they are few."""
    chosen = _chunks([one for one in case.claims if not one.minor], CLAIMS) or [[]]
    minor = _chunks([one for one in case.claims if one.minor], MINOR)
    pairs: list[tuple[list[ClaimView], list[ClaimView]]]
    if len(minor) == 1:
        pairs = [(some, []) for some in chosen[:-1]] + [(chosen[-1], minor[0])]
    else:
        pairs = [(some, []) for some in chosen] + [([], some) for some in minor]
    for some, few in pairs:
        shown = replace(case.page(), claims=tuple(some), minor_claims=tuple(few))
        shown = replace(shown, routes=case.routes([one.anchor for one in some]))
        yield Part(shown, frozenset(one.anchor for one in (*some, *few)))


def _figures(case: Case) -> Iterator[Part]:
    for some in _by_weight(case.tracks, lambda track: len(track.rows), ROWS):
        rows = (row.anchor for track in some for row in track.rows)
        yield Part(
            replace(case.page(), tracks=tuple(some)), frozenset((*rows, *(one.anchor for one in some)))
        )


def _apart(case: Case) -> Iterator[Part]:
    for some in _chunks(case.conflicts, CONFLICTS):
        yield Part(replace(case.page(), conflicts=tuple(some)), frozenset(one.anchor for one in some))


def _moved(case: Case) -> Iterator[Part]:
    for some in _chunks(case.moves, CONFLICTS):
        yield Part(replace(case.page(), moves=tuple(some)), frozenset(one.anchor for one in some))


def _timeline(case: Case) -> Iterator[Part]:
    for some in _chunks(case.events, EVENTS):
        yield Part(replace(case.page(), events=tuple(some)), frozenset(one.anchor for one in some))


def _parties(case: Case) -> Iterator[Part]:
    for some in _chunks(case.parties, PARTIES):
        yield Part(replace(case.page(), parties=tuple(some)), frozenset(one.anchor for one in some))


def _origins(case: Case) -> Iterator[Part]:
    yield Part(replace(case.page(), graph=case.graph), frozenset())


def _missing(case: Case) -> Iterator[Part]:
    yield Part(replace(case.page(), missing=case.missing), frozenset())


def _problems(case: Case) -> Iterator[Part]:
    for some in _chunks(case.problems, PROBLEMS):
        yield Part(replace(case.page(), problems=tuple(some)), frozenset())


_PARTS: dict[str, Callable[[Case], Iterator[Part]]] = {
    "said": _said,
    "apart": _apart,
    "moved": _moved,
    "figures": _figures,
    "origins": _origins,
    "timeline": _timeline,
    "missing": _missing,
    "parties": _parties,
    "problems": _problems,
}


def _chunks(items: Sequence[Item], size: int) -> list[list[Item]]:
    return [list(items[start : start + size]) for start in range(0, len(items), size)]


def _by_weight(items: Sequence[Item], weigh: Callable[[Item], int], limit: int) -> list[list[Item]]:
    """Part items in their order, each part up to a weight; what is heavier has a part of its own."""
    found: list[list[Item]] = []
    weight = 0
    for item in items:
        weight += weigh(item)
        if not found or weight > limit:
            found.append([])
            weight = weigh(item)
        found[-1].append(item)
    return found
