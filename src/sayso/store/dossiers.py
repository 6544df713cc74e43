"""The dossier of each story: its bytes, its rows, and its vectors."""

from dataclasses import dataclass

from sayso.embed import Embed
from sayso.model.dossier import Dossier, MadeWith
from sayso.store import facts, handles, stories
from sayso.store.bodies import packed, unpacked
from sayso.store.database import Database
from sayso.store.difference import State

STEPS = 127
"""The largest value of a signed byte: what the largest number of a vector becomes."""


@dataclass(frozen=True, slots=True)
class Related:
    """A story that was related anew: its handle, its dossier before (None for a new story) and now, the bytes
    that hold that, the handles of its claims, and when."""

    story: int
    old: Dossier | None
    new: Dossier
    body: bytes
    claims: dict[str, int]
    at: str


def read(database: Database, story: int) -> Dossier | None:
    """Return the dossier of a story, None while there is none."""
    body = stored(database, story)
    return None if body is None else unpacked(Dossier, body)


def stored(database: Database, story: int) -> bytes | None:
    """Return the bytes that hold the dossier of a story, None while there is none."""
    found: bytes | None = database.value("dossier_body", story=story)
    return found


def write(
    database: Database, story: int, old: Dossier | None, new: Dossier, embed: Embed, now: str
) -> Related:
    """Write a story's dossier over the old one, and return what was written."""
    before = State(old, handles.standing(database, story)) if old else None
    named = handles.settle(database, story, new, now)
    body = packed(new)
    database.run("dossier_put", story=story, made_with=versions(new.made_with), body=body)
    facts.write(database, story, before, State(new, named))
    _vectors(database, story, embed)
    first = min(new.claims, key=lambda claim: (-claim.rank, claim.id), default=None)
    database.run(
        "story_related",
        story=story,
        changed=now,
        title=new.title,
        reports=len(new.reports),
        outlets=len({report.outlet for report in new.reports if report.outlet}),
        span_from=new.span.from_ if new.span else None,
        span_to=new.span.to if new.span else None,
        claims=len(new.claims),
        conflicts=len(new.conflicts),
        first_claim=first.id if first else None,
    )
    return Related(story, old, new, body, named, now)


def hush(database: Database, story: int, now: str) -> None:
    """Note that nothing is stated in a story: it has no dossier."""
    facts.clear(database, story)
    database.run("dossier_gone", story=story)
    database.run(
        "story_related", story=story, changed=now, title=None, reports=len(stories.members(database, story)),
        outlets=0, span_from=None, span_to=None, claims=0, conflicts=0, first_claim=None,
    )  # fmt: skip


def versions(made_with: MadeWith) -> str:
    """Return the versions as one text."""
    return f"{made_with.sayso} {made_with.pipeline} {made_with.lexicon}"


def _vectors(database: Database, story: int, embed: Embed) -> None:
    """Give each statement that has none its vector, in signed bytes."""
    import numpy as np

    rows = database.rows("statements_without_vector", story=story)
    if not rows:
        return
    table = embed([row["text"] for row in rows])
    scales = np.maximum(np.abs(table).max(axis=1), 1e-6) / STEPS
    whole = np.rint(table / scales[:, None]).astype(np.int8)
    database.run_many(
        "vector_put",
        (
            {"statement": row["number"], "scale": float(scale), "body": values.tobytes()}
            for row, scale, values in zip(rows, scales, whole, strict=True)
        ),
    )
