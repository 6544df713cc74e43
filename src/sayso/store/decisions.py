"""The log of decisions: a table that is only ever added to; its triggers see to that."""

import json
from collections.abc import Iterable

from sayso.model.codec import from_plain, to_plain
from sayso.model.decision import Decision
from sayso.store.database import Database


def put(database: Database, decision: Decision) -> bool:
    """Add a decision, inside a transaction; False where the log has it already."""
    if database.value("decision_known", id=decision.id) is not None:
        return False
    number = database.run(
        "decision_put",
        id=decision.id,
        at=decision.at,
        by=decision.by,
        what=decision.what,
        about_kind=decision.about.kind,
        about=decision.about.id,
        note=decision.note,
        body=json.dumps(to_plain(decision), ensure_ascii=False),
    )
    database.run_many(
        "decision_place_put",
        ({"place": place, "decision": number} for place in sorted(decision.places)),
    )
    return True


def log(database: Database) -> tuple[Decision, ...]:
    """Return all decisions, in order of time."""
    return _read(row["body"] for row in database.rows("decisions"))


def last(database: Database) -> str | None:
    """Return the time of the latest decision, None for an empty log."""
    found: str | None = database.value("decisions_last")
    return found


def of_story(database: Database, story: int) -> tuple[Decision, ...]:
    """Return the decisions that speak of a story's articles, with what undoes them, in order of time."""
    return _read(row["body"] for row in database.rows("decisions_of_story", story=story))


def touched(database: Database, decision: Decision) -> list[int]:
    """Return the stories that a decision of the log speaks of."""
    return [row["story"] for row in database.rows("stories_of_decision", id=decision.id)]


def holders(database: Database, beginning: str) -> dict[str, list[int]]:
    """Return the ids that begin so, of facts and all else that can be decided on, with their stories."""
    found: dict[str, list[int]] = {}
    # No id holds a character after "f": what follows all that begin so is the beginning with a later one.
    for row in database.rows("things_of_id", low=beginning, high=f"{beginning}g"):
        found.setdefault(row["id"], []).append(row["story"])
    return found


def naming(database: Database, name: str) -> list[int]:
    """Return the stories with an entity that is spelled so somewhere."""
    return [row["story"] for row in database.rows("stories_of_name", name=name)]


def _read(bodies: Iterable[str]) -> tuple[Decision, ...]:
    return tuple(from_plain(Decision, json.loads(body)) for body in bodies)
