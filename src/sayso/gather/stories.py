"""Reports to stories. Three steps, near-linear in the number of reports:

1. *Candidates*: pairs that share some of their heaviest words.
2. *Edges*: candidates alike enough, judged from the pair and shipped data alone.
3. *Stories*: the components that the edges make, each parted by average linkage, so that one report that
   tells of two
   events does not chain them together. A story is a pure function of its component: the order of input never
   counts.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from operator import mul
from typing import TYPE_CHECKING, TypeVar

from sayso.embed import Embed
from sayso.gather.linkage import link
from sayso.gather.profiles import Profile, profiles
from sayso.gather.rows import Rows, Weigh
from sayso.model.ids import content_id
from sayso.model.relation import Story
from sayso.model.report import Facts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHARED_KEYS = 2
"""Heavy words that two reports must share to be compared at all."""

ALIKE = 0.53
"""Likeness from which two reports may tell of one story; also where linkage stops. Set on newscluster
(bench stories).
"""

Name = TypeVar("Name", str, int)
"""What reports are told apart by: their ids, or their numbers in a database."""

LARGE, STEP, STRICTEST = 150, 0.1, 0.85
"""Reports in a component from which it is cut at edges of at least `STEP` more, up to `STRICTEST`: a story of
hundreds of reports holds together by stronger ones."""

HEADLINE, FREE_DAYS, DAY_COST = 0.5, 21, 0.1
"""Weight of the headlines' likeness; days apart that cost nothing; cost for each e-fold of days beyond. In a
stream, what is alike in words a season apart is most often one topic and two events; read there, and set so
that newscluster, many of whose dates are wrong, loses less than a hundredth."""


def gather(facts: Sequence[Facts], embed: Embed, large: int = LARGE) -> tuple[Story, ...]:
    """Return the stories, largest first, then by id; every report is in exactly one. Ids of reports are
    unique. `large` is `LARGE` but in tests.
    """
    return gathered(profiles(facts, embed), large)


def gathered(found: Iterable[Profile], large: int = LARGE) -> tuple[Story, ...]:
    """Return the stories of the reports that these profiles stand for, as `gather` does."""
    known = {profile.report: profile for profile in sorted(found, key=lambda one: one.report)}
    return gathered_of(known, large)


def gathered_of(known: Mapping[str, Profile], large: int = LARGE) -> tuple[Story, ...]:
    """Return the stories of reports whose profiles may be too many for the memory: `known` gives each by
    its id, in order of ids, as often as it is asked for."""
    rows = Rows(known.values())
    edges = {
        pair: score
        for pair in rows.pairs(SHARED_KEYS, ALIKE, Weigh(HEADLINE, FREE_DAYS, DAY_COST))
        if (score := likeness(known[pair[0]], known[pair[1]])) >= ALIKE
    }
    whole = components(known, edges)
    pieces = [piece for component in whole for piece in _pieces(component, edges, floors()[1:], large)]
    groups = [group for piece in pieces for group in parted(piece, _table(piece, known))]
    stories = [_story(group, edges, known) for group in groups]
    return tuple(sorted(stories, key=lambda story: (-len(story.reports), story.id)))


def floors() -> tuple[float, ...]:
    """Return the likenesses at which a component is cut, the loosest first."""
    found = [ALIKE]
    while (floor := round(found[-1] + STEP, 6)) <= STRICTEST:
        found.append(floor)
    return tuple(found)


def likeness(a: Profile, b: Profile) -> float:
    """Return how alike two reports are: 0 for nothing in common, about 2.5 for the same text; near 0.53 the
    same event.
    """
    words = _dot(a.whole, b.whole) + _dot(a.head, b.head)
    heads = float(a.headline @ b.headline)
    return round(words + HEADLINE * heads - _distance(a.day, b.day), 6)


def _distance(a: int | None, b: int | None) -> float:
    """Days apart, when both are known: three weeks are free, then slowly dearer."""
    if a is None or b is None:
        return 0.0
    return DAY_COST * max(0.0, math.log((1 + abs(a - b)) / FREE_DAYS))


def _dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    shared = a.keys() & b.keys()
    return math.fsum(map(mul, map(a.__getitem__, shared), map(b.__getitem__, shared)))  # exact in any order


def components(known: Iterable[Name], edges: Iterable[tuple[Name, Name]]) -> list[list[Name]]:
    """Return what `edges` hold together, each sorted; every one of `known` is in exactly one."""
    parent = {report: report for report in known}

    def root(report: Name) -> Name:
        while parent[report] != report:
            parent[report] = parent[parent[report]]
            report = parent[report]
        return report

    for a, b in edges:
        parent[root(a)] = root(b)
    groups: dict[Name, list[Name]] = defaultdict(list)
    for report in sorted(parent):
        groups[root(report)].append(report)
    return list(groups.values())


def _pieces(
    component: list[str], edges: Mapping[tuple[str, str], float], stricter: Sequence[float], large: int
) -> list[list[str]]:
    """Cut a large component where its weakest edges hold it together, again and again: inside a piece every
    pair is weighed, which a chain of hundreds of events would make dear."""
    if len(component) <= large or not stricter:
        return [component]
    inside = set(component)
    strong = {pair: score for pair, score in edges.items() if score >= stricter[0] and pair[0] in inside}
    parts = components(component, strong)
    return [piece for part in parts for piece in _pieces(part, strong, stricter[1:], large)]


def _table(piece: list[str], known: Mapping[str, Profile]) -> "NDArray[np.float64]":
    """Every pair in a piece is weighed now, candidates or not; of two reports the edge says enough."""
    import numpy as np

    table = np.zeros((len(piece), len(piece)))
    for i, one in enumerate(piece if len(piece) > 2 else ()):
        profile = known[one]
        for j in range(i + 1, len(piece)):
            table[i, j] = table[j, i] = likeness(profile, known[piece[j]])
    return table


def parted(piece: list[str], table: "NDArray[np.float64]") -> list[list[str]]:
    """Part a sorted piece into stories; `table` says how alike each of its reports is to each, with zeros in
    the diagonal, where it has more than two."""
    return [piece] if len(piece) < 3 else link(piece, table, ALIKE)


def _story(group: list[str], edges: Mapping[tuple[str, str], float], known: Mapping[str, Profile]) -> Story:
    pairs = [pair for pair in combinations(group, 2) if pair in edges]
    why = tuple(_why(known[a], known[b], edges[a, b]) for a, b in pairs)
    return Story(content_id("story", group[0]), tuple(group), why)


def _why(a: Profile, b: Profile, score: float) -> str:
    shared = sorted(
        (key for key in a.head if key in b.head), key=lambda key: (-a.head[key] * b.head[key], key)
    )
    matter = ", ".join(shared[:4]) or "the same things"
    return f"{a.name} and {b.name}: likeness {score:.2f}; both speak of {matter}"
