"""Stories: which reports are in which, and the handles that outlive a change."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.ids import content_id
from sayso.store import facts
from sayso.store.database import Database

Group = tuple[str, ...]
"""Ids of the reports of one story, sorted."""


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in a list: how to call it, what it is about, and what its first claim rests on."""

    handle: int
    id: str
    title: str | None
    reports: int
    outlets: int
    span_from: str | None
    span_to: str | None
    claims: int
    conflicts: int
    began: str
    changed: str | None
    first_claim: str | None
    origins_low: int | None
    origins_high: int | None
    dirty: bool


@dataclass(frozen=True, slots=True)
class State:
    """How a story stands; `version` counts what its dossier has to follow."""

    handle: int
    id: str
    dirty: bool
    version: int
    ended: str | None
    went_to: int | None
    title: str | None


def listed(database: Database, since: str | None = None, until: str | None = None) -> tuple[StoryRow, ...]:
    """Return the stories whose span meets the days given, the one that changed last first."""
    rows = database.rows("stories", since=since, until=until)
    return tuple(StoryRow(**{**dict(row), "dirty": bool(row["dirty"])}) for row in rows)


def state(database: Database, story: int) -> State | None:
    """Return how a story stands, None when there never was one of that handle."""
    row = database.row("story_state", story=story)
    return None if row is None else State(**{**dict(row), "dirty": bool(row["dirty"])})


def members(database: Database, story: int) -> list[tuple[str, int]]:
    """Return id and number of a story's reports, in order of id."""
    return [(row[0], row[1]) for row in database.rows("story_members", story=story)]


def dirty(database: Database) -> list[int]:
    """Return the stories whose dossiers are to be made anew."""
    return [row[0] for row in database.rows("dirty_stories")]


def mark(database: Database, story: int) -> None:
    """Have a story's dossier made anew."""
    database.run("story_dirty", story=story)


def mark_all(database: Database) -> None:
    """Have all dossiers made anew."""
    database.run("stories_all_dirty")


def of_report(database: Database, report: str) -> int | None:
    """Return the story of a report."""
    found: int | None = database.value("story_of_report", report=report)
    return found


def leave(database: Database, report: str, now: str) -> None:
    """Take a report out of its story, which ends when that was its last."""
    story = of_report(database, report)
    database.run("story_report_gone", report=report)
    if story is None:
        return
    facts.clear(database, story)
    if left := _group(database, story):
        database.run("story_regrouped", story=story, id=_id(left))
    else:
        _end(database, story, None, now)


def exchange(database: Database, old: str, new: str) -> None:
    """Put a newer revision into the place of an older one, so that the story goes on."""
    story = of_report(database, old)
    database.run("story_report_gone", report=old)
    if story is not None:
        database.run("story_report_put", report=new, story=story)
        facts.clear(database, story)
        database.run("story_regrouped", story=story, id=_id(_group(database, story)))


def regroup(database: Database, groups: Sequence[Group], now: str) -> None:
    """Write which reports make a story each. `groups` hold all reports of every story that they touch.

    A story keeps its handle where its reports are the same; else the handle of an old story goes to the new
    one that shares most reports with it (ties: the smaller handle, then the smaller id), others get new
    ones, and a story whose handle nobody took ends.
    """
    before = {story: _group(database, story) for story in _touched(database, groups)}
    wanted = set(groups)
    kept = {group for group in before.values() if group in wanted}
    fresh = [group for group in groups if group not in kept]
    old = {story: group for story, group in before.items() if group not in kept}
    handles = inherited(old, fresh)
    for group in sorted(fresh, key=lambda one: (-len(one), one)):
        handle = handles.get(group) or database.run("story_new", id=_id(group), now=now)
        handles[group] = handle
        database.run("story_regrouped", story=handle, id=_id(group))
        database.run_many("story_report_put", ({"report": one, "story": handle} for one in group))
    new = {handle: group for group, handle in handles.items()}
    for story, group in old.items():
        if story not in new:
            _end(database, story, _successor(group, new), now)
        elif gone := set(group) - set(new[story]):
            facts.withdraw(database, story, gone)


def inherited(old: Mapping[int, Group], new: Iterable[Group]) -> dict[Group, int]:
    """Return which new group takes the handle of which old one: pairs that share most come first."""
    of_report = {report: handle for handle, group in old.items() for report in group}
    shared = Counter(
        (handle, group) for group in new for report in group if (handle := of_report.get(report)) is not None
    )
    taken: dict[Group, int] = {}
    given: set[int] = set()
    for handle, group in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if group not in taken and handle not in given:
            taken[group] = handle
            given.add(handle)
    return taken


def _touched(database: Database, groups: Sequence[Group]) -> list[int]:
    found = {of_report(database, report) for group in groups for report in group}
    return sorted(story for story in found if story is not None)


def _group(database: Database, story: int) -> Group:
    return tuple(report for report, _ in members(database, story))


def _id(group: Group) -> str:
    return content_id("story", group[0])


def _successor(group: Group, new: Mapping[int, Group]) -> int | None:
    shared = {handle: len(set(group) & set(other)) for handle, other in new.items()}
    best = max(sorted(shared), key=lambda handle: shared[handle], default=None)
    return best if best is not None and shared[best] else None


def _end(database: Database, story: int, went_to: int | None, now: str) -> None:
    facts.clear(database, story)
    database.run("dossier_gone", story=story)
    database.run("story_ended", story=story, went_to=went_to, now=now)


def covered(database: Database, groups: Sequence[Group]) -> bool:
    """Say whether groups hold all reports of every story that they touch."""
    return not numbers_beside(database, groups)


def numbers_beside(database: Database, groups: Sequence[Group]) -> list[int]:
    """Return the numbers of reports that share a story with reports of groups and are in none of them."""
    inside = {report for group in groups for report in group}
    beside = {pair for story in _touched(database, groups) for pair in members(database, story)}
    return sorted(number for report, number in beside if report not in inside)
