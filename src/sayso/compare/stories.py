"""Stories that were joined or parted: what then only looks new or gone is not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sayso.compare.making import change
from sayso.model.change import Change, ChangeKind
from sayso.model.relation import Ref, RefKind

ARRIVED = frozenset({ChangeKind.REPORT_NEW, ChangeKind.CLAIM_NEW, ChangeKind.DENIAL, ChangeKind.CONFIRMATION})
"""Kinds that tell what an article brings by itself. One that was in another story has been told already; what
it brings beside the articles of this story (a conflict, an origin, a number that moved) is news."""

LEFT = frozenset(
    {
        ChangeKind.REPORT_GONE,
        ChangeKind.CLAIM_GONE,
        ChangeKind.CONFLICT_SETTLED,
        ChangeKind.ORIGIN_LOST,
    }
)
"""Kinds that tell that an article is gone. One that is in another story now still says what it said."""


def compare(
    found: Iterable[Change], story: int, came: Mapping[str, int], went: Mapping[str, int]
) -> tuple[Change, ...]:
    """Return the changes of a story less those that only its joining or parting makes, and those themselves.

    `came` leads from reports that were told before to the story in which they were, `went` from reports that
    are in this story no more to the one in which they are; `story` and these are handles.
    """
    kept = [one for one in found if not _only_moved(one, came, went)]
    joined = _moved(ChangeKind.STORY_JOINED, story, came)
    parted = _moved(ChangeKind.STORY_SPLIT, story, went)
    return tuple(sorted((*kept, *joined, *parted), key=lambda one: (-one.weight, one.id)))


def _only_moved(one: Change, came: Mapping[str, int], went: Mapping[str, int]) -> bool:
    if one.kind in ARRIVED and not (one.kind is ChangeKind.DENIAL and one.now):
        return all(report in came for report in one.reports)
    return one.kind in LEFT and all(report in went for report in one.reports)


def _moved(kind: ChangeKind, story: int, others: Mapping[str, int]) -> Iterator[Change]:
    """One change for each other story, with the articles that moved."""
    by_story: dict[int, list[str]] = defaultdict(list)
    for report in sorted(others):
        by_story[others[report]].append(report)
    for other, reports in sorted(by_story.items()):
        joined = kind is ChangeKind.STORY_JOINED
        refs = [Ref(RefKind.REPORT, report) for report in reports]
        yield change(
            kind,
            str(story),
            reports,
            before=() if joined else refs,
            after=refs if joined else (),
            was=str(other if joined else story),
            now=str(story if joined else other),
        )
