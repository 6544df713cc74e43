"""Decisions on a database: into its log, and into the stories that they are about."""

from collections.abc import Sequence

from sayso.model.decision import Decision, in_order
from sayso.model.dossier import Dossier
from sayso.store import decisions, dossiers, stories
from sayso.store.database import Database


def decide(database: Database, made: Sequence[Decision]) -> tuple[Decision, ...]:
    """Add decisions to the log, all or none, and have the stories that they are about made anew; return those
    that were not there."""
    with database.transaction():
        new = tuple(one for one in in_order(made) if decisions.put(database, one))
        for story in sorted({story for one in new for story in decisions.touched(database, one)}):
            stories.mark(database, story)
    return new


def holding(database: Database, beginning: str) -> dict[str, list[Dossier]]:
    """Return the ids that begin so, each with the dossiers that it stands in."""
    with database.snapshot():
        found = decisions.holders(database, beginning)
        known = {story: dossiers.read(database, story) for all_ in found.values() for story in all_}
    return {id_: [made for story in held if (made := known[story])] for id_, held in found.items()}


def naming(database: Database, name: str) -> list[Dossier]:
    """Return the dossiers with an entity that is spelled so somewhere."""
    with database.snapshot():
        found = (dossiers.read(database, story) for story in decisions.naming(database, name))
        return [made for made in found if made]


def decided(database: Database) -> tuple[Decision, ...]:
    """Return the decisions as they stand in the dossiers that they are about."""
    with database.snapshot():
        held = decisions.log(database)
        touched = {story for one in held for story in decisions.touched(database, one)}
        found = [dossiers.read(database, story) for story in sorted(touched)]
    return tuple(one for made in found if made for one in made.decisions)
