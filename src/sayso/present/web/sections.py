"""The sections of a story in parts that fit on a page each."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, TypeVar

from sayso.present import claims
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
    """A page that holds one part of a section, made when it is asked for, and the anchors in it."""

    make: Callable[[], Page]
    anchors: frozenset[str]

    @property
    def page(self) -> Page:
        """The page."""
        return self.make()


def parts(case: Case, section: str) -> tuple[Part, ...]:
    """Return a section in its parts, at least one, which may hold nothing."""
    found = tuple(_PARTS[section](case))
    return found or (Part(case.page, frozenset()),)


@dataclass(slots=True)
class _Told:
    """The claims of one page by their places in the order of rank: shown, minor, told by one outlet alone."""

    shown: list[int] = field(default_factory=list)
    minor: list[int] = field(default_factory=list)
    own: list[int] = field(default_factory=list)

    def part(self, case: Case) -> Part:
        """Return the page, which is made of these claims alone when it is asked for."""
        every = (*self.shown, *self.minor, *self.own)
        anchors = frozenset(claims.anchor(case.index.ranked[place]) for place in every)
        return Part(lambda: self._page(case), anchors)

    def _page(self, case: Case) -> Page:
        shown, minor, own = (
            tuple(claims.view_at(case.index, place) for place in places)
            for places in (self.shown, self.minor, self.own)
        )
        return replace(
            case.page(),
            claims=shown,
            minor_claims=minor,
            own_words=claims.own_words(own),
            routes=case.routes([one.anchor for one in shown]),
        )


def _said(case: Case) -> Iterator[Part]:
    """Yield the claims by weight; what is folded away goes with the last of the others where it is little."""
    shown, minor, own = claims.places(case.index)
    parts = [_Told(shown=some) for some in _chunks(shown, CLAIMS) or [[]]]
    folded = _chunks(minor, MINOR)
    if len(folded) == 1:
        parts[-1].minor = folded.pop()
    parts += [_Told(minor=some) for some in folded]
    told = [list(chain(*groups)) for groups in _by_weight(list(own.values()), len, OWN)]
    if len(told) == 1:
        parts[-1].own = told.pop()
    parts += [_Told(own=some) for some in told]
    yield from (one.part(case) for one in parts)


def _part(case: Case, anchors: frozenset[str], **shown: Any) -> Part:
    return Part(lambda: replace(case.page(), **shown), anchors)


def _figures(case: Case) -> Iterator[Part]:
    for some in _by_weight(case.tracks, lambda track: len(track.rows), ROWS):
        rows = (row.anchor for track in some for row in track.rows)
        yield _part(case, frozenset((*rows, *(one.anchor for one in some))), tracks=tuple(some))


def _apart(case: Case) -> Iterator[Part]:
    for some in _chunks(case.conflicts, CONFLICTS):
        yield _part(case, frozenset(one.anchor for one in some), conflicts=tuple(some))


def _moved(case: Case) -> Iterator[Part]:
    for some in _chunks(case.moves, CONFLICTS):
        yield _part(case, frozenset(one.anchor for one in some), moves=tuple(some))


def _timeline(case: Case) -> Iterator[Part]:
    for some in _chunks(case.events, EVENTS):
        yield _part(case, frozenset(one.anchor for one in some), events=tuple(some))


def _parties(case: Case) -> Iterator[Part]:
    for some in _chunks(case.parties, PARTIES):
        yield _part(case, frozenset(one.anchor for one in some), parties=tuple(some))


def _origins(case: Case) -> Iterator[Part]:
    yield _part(case, frozenset(), graph=case.graph)


def _missing(case: Case) -> Iterator[Part]:
    yield _part(case, frozenset(), missing=case.missing)


def _reviewed(case: Case) -> Iterator[Part]:
    for some in _chunks(case.decisions, DECISIONS):
        yield _part(case, frozenset(one.anchor for one in some), decisions=tuple(some))


def _problems(case: Case) -> Iterator[Part]:
    for some in _chunks(case.problems, PROBLEMS):
        yield _part(case, frozenset(), problems=tuple(some))


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
