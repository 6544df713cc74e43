"""Reports to stories. Three steps, near-linear in the number of reports:

1. *Candidates*: pairs that share some of their heaviest words.
2. *Edges*: candidates alike enough, judged from the pair and shipped data alone.
3. *Stories*: the components that the edges make, each parted by average linkage, so that one report that
   tells of two events does not chain them together. A story is a pure function of its component: the order of
   input never counts. A component of thousands is cut by days before.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.embed import Embed
from sayso.gather.edges import ALIKE, LARGE, Edges, Known, edges, pieces
from sayso.gather.likeness import likeness, likenesses
from sayso.gather.linkage import link
from sayso.gather.profiles import Profile, profiles
from sayso.gather.stretches import MOST, stretches
from sayso.model.ids import content_id
from sayso.model.relation import Story
from sayso.model.report import Facts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def gather(facts: Sequence[Facts], embed: Embed, large: int = LARGE, most: int = MOST) -> tuple[Story, ...]:
    """Return the stories, largest first, then by id; every report is in exactly one. Ids of reports are
    unique. `large` is `LARGE`, and `most` is `MOST`, but in tests.
    """
    return gathered(profiles(facts, embed), large, most)


def gathered(found: Iterable[Profile], large: int = LARGE, most: int = MOST) -> tuple[Story, ...]:
    """Return the stories of the reports that these profiles stand for, as `gather` does."""
    known = sorted(found, key=lambda one: one.report)
    ids = [one.report for one in known]
    alike = edges(known)
    groups = list(_groups(ids, known, lambda number: known[number].day, alike, large, most))
    why = _reasons(groups, known, alike)
    stories = [Story(content_id("story", group[0]), group, why[group[0]]) for group in groups]
    return tuple(sorted(stories, key=lambda story: (-len(story.reports), story.id)))


def grouped(ids: Sequence[str], known: Known, day: Callable[[int], int | None]) -> Iterator[tuple[str, ...]]:
    """Yield the reports of each story, in order of ids, where profiles may be too many for the memory: `ids`
    are all reports, in any order, `known` gives the profile of each by its number, as often as it is asked,
    and `day` the day of that profile."""
    return _groups(ids, known, day, edges(known))


def _groups(
    ids: Sequence[str],
    known: Known,
    day: Callable[[int], int | None],
    alike: Edges,
    large: int = LARGE,
    most: int = MOST,
) -> Iterator[tuple[str, ...]]:
    for piece in pieces(len(ids), alike, large):
        members = sorted(piece, key=ids.__getitem__)
        for some in stretches(members, day, most):
            # Every pair in a stretch is weighed now, candidates or not; of two reports the edge says enough.
            table = likenesses([known[number] for number in some] if len(some) > 2 else [])
            yield from map(tuple, parted([ids[number] for number in some], table))


def parted(piece: list[str], table: "NDArray[np.float64]") -> list[list[str]]:
    """Part a sorted piece into stories; `table` says how alike each of its reports is to each, with zeros in
    the diagonal, where it has more than two."""
    return [piece] if len(piece) < 3 else link(piece, table, ALIKE)


def _reasons(
    groups: Iterable[Sequence[str]], known: Sequence[Profile], alike: Edges
) -> Mapping[str, tuple[str, ...]]:
    """Why each group holds together, by its first report: what every edge in it says."""
    first = {report: group[0] for group in groups for report in group}
    why: dict[str, list[str]] = defaultdict(list)
    for a, b in ((known[a], known[b]) for a, b in alike.pairs()):
        if first[a.report] == first[b.report]:
            why[first[a.report]].append(_why(a, b, likeness(a, b)))
    return defaultdict(tuple, {report: tuple(own) for report, own in why.items()})


def _why(a: Profile, b: Profile, score: float) -> str:
    shared = sorted(
        (key for key in a.head if key in b.head), key=lambda key: (-a.head[key] * b.head[key], key)
    )
    matter = ", ".join(shared[:4]) or "the same things"
    return f"{a.name} and {b.name}: likeness {score:.2f}; both speak of {matter}"
