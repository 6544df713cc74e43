"""What of a story's dossier is not as it was: only for that rows are made and written.

Between two writings rows are only ever taken away, when reports go to other stories. So where the tables hold
as many as the dossier before has, they hold just its rows, and need not be read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sayso.model.dossier import Dossier
from sayso.store.database import Database

LISTS = (
    "entities", "mentions", "times", "statements", "figures", "claims", "tracks", "conflicts", "derivations",
)  # fmt: skip
"""The lists of a dossier whose rows depend on the one thing and its id, and not on its place in the list."""

Handles = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class State:
    """A story's dossier, or a part of it, with the handles of its claims."""

    dossier: Dossier
    handles: Handles


def difference(database: Database, story: int, old: State, new: State) -> tuple[State, State] | None:
    """Return both states with nothing in `LISTS` that is the same in both; None where the tables may hold
    other rows than those of the old one."""
    if old.dossier.made_with != new.dossier.made_with or not _follow(database, story, old):
        return None
    was: dict[str, Any] = {}
    now: dict[str, Any] = {}
    for name in LISTS:
        earlier, later = getattr(old.dossier, name), getattr(new.dossier, name)
        before, after = ({one.id: one for one in found} for found in (earlier, later))
        if len(before) != len(earlier) or len(after) != len(later):
            return None  # two of one id are a mistake made elsewhere
        other = {id_ for id_ in before.keys() | after.keys() if before.get(id_) != after.get(id_)}
        if name == "claims":
            other |= {id_ for id_ in after if old.handles.get(id_) != new.handles.get(id_)}
        was[name] = tuple(one for one in earlier if one.id in other)
        now[name] = tuple(one for one in later if one.id in other)
    return (
        State(replace(old.dossier, **was), old.handles),
        State(replace(new.dossier, **now), new.handles),
    )


def _follow(database: Database, story: int, old: State) -> bool:
    """Say whether the tables hold the rows of a dossier, all of them."""
    counts = {name: len(getattr(old.dossier, name)) for name in LISTS}
    asked = ", ".join(f"(SELECT count(*) FROM {name} WHERE story = ?)" for name in LISTS)
    found = database.execute(f"SELECT {asked}", [story] * len(LISTS))[0]
    named = all(one.id in old.handles for one in old.dossier.claims)
    return named and any(counts.values()) and list(found) == list(counts.values())
