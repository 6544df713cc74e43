"""What gathering keeps between two adds: profiles, heavy words, likenesses, and which reports hold together
at each level of likeness. Reports go by number here."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.store.database import Database

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Piece = tuple[int, int]
"""A level and the number of a component at it."""

RAISED = 10**9
"""Millionths added to likenesses on their way out of the database: none is below -1000."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A report to be gathered anew, its component at the loosest level, and its story so far."""

    report: int
    component: int
    story: int | None


def put(database: Database, report: int, profile: bytes, keys: Sequence[str]) -> None:
    """Write what a report is compared by."""
    database.run("profile_put", report=report, body=profile)
    database.run_many("posting_new", ({"key": key, "report": report} for key in keys))


def remove(database: Database, report: int) -> None:
    """Take a report out, with all that was reckoned for it."""
    database.run("profile_gone", report=report)


def profile(database: Database, report: int) -> bytes | None:
    """Return the profile of a report that takes part in stories."""
    body: bytes | None = database.value("profile_body", report=report)
    return body


def candidates(database: Database, keys: Sequence[str], shared: int) -> Iterator[tuple[int, int, str | None]]:
    """Yield the reports that share so many of these heavy words: how many, and when each came out."""
    for row in database.rows("candidates_of_keys", keys=json.dumps(keys), shared=shared):
        yield row["report"], row["shared"], row["published_from"]


def put_likenesses(database: Database, scores: Mapping[tuple[int, int], float], edges: bool) -> None:
    """Keep how alike pairs of reports are; those of reports that are gone meanwhile are passed over."""
    rows = ({"a": a, "b": b, "score": score, "edge": edges} for (a, b), score in scores.items())
    database.run_many("likeness_new", rows)


def likenesses(
    database: Database, reports: Sequence[int]
) -> Iterator[tuple[int, "NDArray[np.int64]", "NDArray[np.float64]"]]:
    """Yield for each of some reports the larger numbers of those that it was compared with, and how alike
    they are."""
    import numpy as np

    rows = database.rows("likenesses_of_reports", numbers=json.dumps(list(reports)), raised=RAISED)
    for row in rows:
        scores = (np.fromstring(row[2], np.int64, sep=",") - RAISED) / 1e6
        yield row[0], np.fromstring(row[1], np.int64, sep=","), scores


def likenesses_of(database: Database, report: int) -> list[tuple[int, float]]:
    """Return the numbers of the reports that one was compared with, and how alike they are."""
    return [(row[0], row[1]) for row in database.rows("likenesses_of_report", report=report)]


def edges(database: Database, piece: Piece, floor: float) -> list[tuple[int, int]]:
    """Return the pairs of a component that hold it together at a level of likeness."""
    rows = database.rows("edges_of_component", level=piece[0], component=piece[1], floor=floor)
    return [(row[0], row[1]) for row in rows]


def component(database: Database, level: int, report: int) -> int:
    """Return the component of a report at a level."""
    found: int = database.value("component_of", level=level, report=report)
    return found


def size(database: Database, piece: Piece) -> int:
    """Return how many reports a component has."""
    found: int = database.value("component_size", level=piece[0], component=piece[1])
    return found


def members(database: Database, piece: Piece) -> list[tuple[int, str]]:
    """Return number and id of the reports of a component, in order of id."""
    rows = database.rows("component_members", level=piece[0], component=piece[1])
    return [(row[0], row[1]) for row in rows]


def came_out(database: Database, piece: Piece) -> dict[int, str | None]:
    """Return the first day or minute at which each report of a component came out, by number."""
    rows = database.rows("component_days", level=piece[0], component=piece[1])
    return {row[0]: row[1] for row in rows}


def place(database: Database, level: int, reports: Iterable[int], component_: int) -> None:
    """Put reports into a component."""
    rows = ({"level": level, "report": report, "component": component_} for report in reports)
    database.run_many("component_put", rows)


def merge(database: Database, level: int, component_: int, into: int) -> None:
    """Make one component part of another."""
    database.run("component_merged", level=level, component=component_, into=into)


def mark(database: Database, reports: Iterable[int]) -> None:
    """Have reports gathered anew."""
    database.run_many("pending_put", ({"report": report} for report in reports))


def mark_component(database: Database, piece: Piece) -> None:
    """Have all reports of a component gathered anew."""
    database.run("pending_component", level=piece[0], component=piece[1])


def unmark(database: Database, reports: Iterable[int]) -> None:
    """Note that reports are gathered."""
    database.run_many("pending_gone", ({"report": report} for report in reports))


def pending(database: Database) -> list[Pending]:
    """Return the reports to be gathered anew."""
    return [Pending(*row) for row in database.rows("pending")]


def still_pending(database: Database, reports: Iterable[int]) -> set[int]:
    """Return those of some reports that are to be gathered anew."""
    return {row[0] for row in database.rows("pending_of", reports=json.dumps(list(reports)))}
