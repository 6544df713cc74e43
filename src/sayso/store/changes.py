"""The log of changes: what was told of each story when it was related anew."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.errors import StoreError
from sayso.model.change import Change
from sayso.model.codec import to_plain
from sayso.store.database import Database, Row

BOOKMARK = "changes_read"
"""Under which setting stands the number of the last change that was asked for with `--since last`."""


@dataclass(frozen=True, slots=True)
class Note:
    """A change to be written: what it is, its words, all that is shown of it as JSON values, and the reports
    that it comes from or quotes."""

    change: Change
    text: str
    shown: Any
    reports: frozenset[str]


@dataclass(frozen=True, slots=True)
class Noted:
    """A change as it was told: when, of which story; `title` is what that is called now."""

    number: int
    at: str
    story: int
    title: str | None
    id: str
    kind: str
    weight: float
    about: str
    text: str
    change: Any
    shown: Any


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """In which story a report was last told of, and in which it is; None for none."""

    told: int | None
    now: int | None


def put(database: Database, story: int, at: str, notes: Iterable[Note]) -> None:
    """Write changes of a story; inside the transaction that writes its dossier."""
    for note in notes:
        one = note.change
        body = json.dumps({"change": to_plain(one), "shown": note.shown}, ensure_ascii=False)
        number = database.run(
            "change_put", at=at, story=story, id=one.id, kind=one.kind, weight=one.weight, about=one.about,
            text=note.text, body=body,
        )  # fmt: skip
        rows = ({"change": number, "report": report} for report in sorted(note.reports))
        database.run_many("change_report_put", rows)


def listed(
    database: Database, *, since: str = "", after: int = 0, story: int | None = None
) -> tuple[Noted, ...]:
    """Return the changes from a time on (ISO, UTC) and after a number, of one story or all, oldest first."""
    return tuple(map(_noted, database.rows("changes", since=since, after=after, story=story)))


def whereabouts(database: Database, reports: Sequence[str]) -> dict[str, Whereabouts]:
    """Return where each of these reports was and is; those that the database has no more are left out."""
    rows = database.rows("told_reports", reports=json.dumps(sorted(reports)))
    return {row["id"]: Whereabouts(row["told"], row["now"]) for row in rows}


def earlier_revisions(database: Database, reports: Sequence[str]) -> list[int]:
    """Return the numbers of the last revisions before these reports that were told of, one a document."""
    rows = database.rows("told_revisions", reports=json.dumps(sorted(reports)))
    return sorted({row["report"]: row["number"] for row in rows}.values())


def tell(database: Database, story: int, reports: Iterable[str]) -> None:
    """Note that these reports have been told of as reports of a story."""
    database.run_many("told_report_put", ({"report": report, "story": story} for report in sorted(reports)))


def bookmark(database: Database) -> int:
    """Return the number of the last change that was asked for with a bookmark, 0 for none."""
    value = database.value("setting", key=BOOKMARK)
    try:
        return int(value or 0)
    except ValueError as error:
        raise StoreError(f"the setting {BOOKMARK} of the database is damaged") from error


def place_bookmark(database: Database, number: int) -> None:
    """Note up to which change the log was read."""
    with database.transaction():
        database.run("settle_setting", key=BOOKMARK, value=str(number))


def _noted(row: Row) -> Noted:
    try:
        body = json.loads(row["body"])
        change, shown = body["change"], body["shown"]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise StoreError(f"change {row['number']} of the database is damaged") from error
    return Noted(
        row["number"], row["at"], row["story"], row["title"], row["id"], row["kind"], row["weight"],
        row["about"], row["text"], change, shown,
    )  # fmt: skip
