"""One report into the database: whole, in one transaction, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.embed import embed
from sayso.gather.likeness import likeness
from sayso.gather.profiles import Profile, profiles, unpacked
from sayso.model.report import Facts, Problem
from sayso.run.gathering import Gathering
from sayso.store import graph, reports, stories
from sayso.store.database import Database

REVISION = 1.2
"""Likeness from which a file that has the name of an earlier one is a revision of it, and not another article
that happens to be called the same: `gather.likeness` is near 0.5 for one event, 2.5 for one text."""


class Fate(StrEnum):
    """What became of an item."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report that was read: its facts, what is wrong with it, and what it is compared by."""

    facts: Facts
    problems: tuple[Problem, ...]
    profile: Profile
    made_with: str


def arrival(facts: Facts, problems: Sequence[Problem], made_with: str) -> Arrival:
    """Return what is to be written of a report."""
    return Arrival(facts, (*problems, *facts.problems), profiles([facts], embed)[0], made_with)


def add(database: Database, gathering: Gathering, one: Arrival, now: str) -> Fate:
    """Write a report, and make it the current revision of its document if it is the newest."""
    gathering.weigh(one.profile)
    with database.transaction():
        held = reports.held(database, one.facts.report.id)
        if held is not None:
            meet(database, gathering, held, now)
            return Fate.KNOWN
        document = _document(database, one)
        known = document is not None
        document = document or reports.new_document(database, one.facts.report)
        reports.put(database, one.facts, document, one.made_with, now)
        reports.put_problems(database, one.problems, now)
        database.run("problems_gone", name=one.facts.report.name)
        stand(database, gathering, document)
        return Fate.CHANGED if known else Fate.NEW


def meet(database: Database, gathering: Gathering, held: reports.Held, now: str) -> None:
    """Note that a report was met again: a text that came back is the newest; inside a transaction."""
    database.run("report_seen", number=held.number, seen=now)
    if not held.current:
        stand(database, gathering, held.document)


def stand(database: Database, gathering: Gathering, document: int) -> None:
    """Make the newest revision of a document the one that takes part in stories; inside a transaction."""
    found = reports.revisions(database, document)
    if not found:
        return
    newest = reports.newest(found)
    if newest.current:
        return
    for one in found:
        if one.current:
            gathering.withdraw(one.number)
            stories.exchange(database, one.id, newest.id)
            database.run("report_current", number=one.number, current=0)
    gathering.enter(newest.number, profiles([reports.facts_of(database, newest.number)], embed)[0])
    database.run("report_current", number=newest.number, current=1)


def _document(database: Database, one: Arrival) -> int | None:
    """Return the document that a report is a revision of, None for a new one.

    A URL names one document whatever it says. A file name does so for texts that are alike: of several
    documents under one name the one that is most alike, the earlier of equals.
    """
    report = one.facts.report
    found = reports.documents(database, reports.key(report))
    if report.url is not None:
        return found[0] if found else None
    scores = {document: _alike(database, document, one.profile) for document in found}
    best = max(found, key=lambda document: scores[document], default=None)
    return best if best is not None and scores[best] >= REVISION else None


def _alike(database: Database, document: int, profile: Profile) -> float:
    """How alike a report is to the current revision of a document."""
    current = next((one for one in reports.revisions(database, document) if one.current), None)
    body = None if current is None else graph.profile(database, current.number)
    return 0.0 if body is None else likeness(unpacked(body), profile)
