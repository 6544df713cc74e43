"""The sections of a story in parts that fit on a page each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sayso.present.views.page import Page
from sayso.present.web.cases import Case

CLAIMS = 25
MINOR = 80
OWN = 160
CONFLICTS = 12
ROWS = 200
EVENTS = 80
PARTIES = 60
DECISIONS = 100
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
    """Yield the claims by weight; what is folded away goes with the last of the others where it is little."""
    chosen = _chunks([one for one in case.claims if not one.minor], CLAIMS) or [[]]
    minor = _chunks([one for one in case.claims if one.minor and not one.own_of], MINOR)
    own = _by_weight(case.own_words, lambda group: len(group.claims), OWN)
    shown = [replace(case.page(), claims=tuple(some)) for some in chosen]
    if len(minor) == 1:
        shown[-1] = replace(shown[-1], minor_claims=tuple(minor.pop()))
    shown += [replace(case.page(), minor_claims=tuple(some)) for some in minor]
    if len(own) == 1:
        shown[-1] = replace(shown[-1], own_words=tuple(own.pop()))
    shown += [replace(case.page(), own_words=tuple(some)) for some in own]
    yield from (_claims_part(case, page) for page in shown)


def _claims_part(case: Case, page: Page) -> Part:
    told = [one for group in page.own_words for one in group.claims]
    anchors = frozenset(one.anchor for one in (*page.claims, *page.minor_claims, *told))
    return Part(replace(page, routes=case.routes([one.anchor for one in page.claims])), anchors)


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


def _reviewed(case: Case) -> Iterator[Part]:
    for some in _chunks(case.decisions, DECISIONS):
        yield Part(replace(case.page(), decisions=tuple(some)), frozenset(one.anchor for one in some))


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
    "reviewed": _reviewed,
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
