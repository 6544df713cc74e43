"""Tables of many stories: the lists of each dossier with the story's id in front, and one row for each story.

The columns are those of `tables`, in fixed Arrow schemas, so that the tables of any number of stories can be
laid one below the other. What a list holds inside a claim (its members and origins) is a table too.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

import pyarrow as pa

from sayso.model.codec import to_plain
from sayso.model.dossier import Dossier
from sayso.model.relation import Claim, Member, Origin
from sayso.model.report import Moment, Problem
from sayso.present.tables import LISTS, schema

STORY = pa.field("story", pa.string())
CLAIM = pa.field("claim", pa.string())


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One story: what it is called, the days that its reports tell of, and how much there is of it."""

    title: str
    span: Moment | None
    reports: int
    statements: int
    figures: int
    claims: int
    conflicts: int
    sayso: str
    pipeline: str
    lexicon: str


@cache
def schemas() -> dict[str, pa.Schema]:
    """Return the columns of every table, by its name; `story` is null for problems that belong to none."""
    inside = {"members": Member, "origins": Origin}
    return {
        "stories": schema(StoryLine).insert(0, STORY),
        **{name: schema(record).insert(0, STORY) for name, record in LISTS.items()},
        **{name: schema(one).insert(0, CLAIM).insert(0, STORY) for name, one in inside.items()},
    }


def rows(story: str, dossier: Dossier) -> dict[str, list[dict[str, Any]]]:
    """Return what each table says of one story, as plain rows in the dossier's own order."""
    head = {"story": story}
    return {
        "stories": [head | to_plain(_line(dossier))],
        **{name: [head | row for row in to_plain(getattr(dossier, name))] for name in LISTS},
        "members": [row for claim in dossier.claims for row in _inside(head, claim, claim.members)],
        "origins": [row for claim in dossier.claims for row in _inside(head, claim, claim.origins)],
    }


def loose(problems: Sequence[Problem], story: str | None = None) -> list[dict[str, Any]]:
    """Return the rows of problems that belong to no story's reports."""
    return [{"story": story} | to_plain(one) for one in problems]


def _inside(head: dict[str, Any], claim: Claim, parts: Sequence[Member | Origin]) -> list[dict[str, Any]]:
    return [head | {"claim": claim.id} | to_plain(part) for part in parts]


def _line(dossier: Dossier) -> StoryLine:
    return StoryLine(
        title=dossier.title,
        span=dossier.span,
        reports=len(dossier.reports),
        statements=len(dossier.statements),
        figures=len(dossier.figures),
        claims=len(dossier.claims),
        conflicts=len(dossier.conflicts),
        **asdict(dossier.made_with),
    )
