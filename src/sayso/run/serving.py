"""A desk as the server asks it: `sayso.present.web.desk.Desk` over a database."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from sayso.errors import NoSuchInput
from sayso.model.decision import Decision
from sayso.model.dossier import Dossier
from sayso.model.search import By, Filters, Hit
from sayso.present.views.desk import ArticlePlace, ClaimPlace, RevisionLine, Standing, StoryLine
from sayso.present.views.review import Wanted
from sayso.run import deciding
from sayso.run.desk import Desk
from sayso.run.reviewing import after, made
from sayso.store import stories
from sayso.store.changes import Noted
from sayso.store.stories import StoryRow


class ServedDesk:
    """An open database, for one thread."""

    def __init__(self, path: Path) -> None:
        """Open the database; raises as `Desk` does."""
        self._desk = Desk(path)
        self._database = self._desk.database
        self._listed: tuple[object, tuple[StoryLine, ...]] | None = None

    def close(self) -> None:
        """Close the file."""
        self._desk.close()

    def stories(self, since: date | None, until: date | None) -> Sequence[StoryLine]:
        """Return the stories whose days meet those given, the one that changed last first.

        The answer is kept until somebody writes: thousands of stories take a while to read.
        """
        asked = (self._database.value("writes_by_others"), since, until)
        if self._listed is None or self._listed[0] != asked:
            self._listed = (asked, tuple(map(_line, self._desk.stories(since, until))))
        return self._listed[1]

    def standing(self, story: int) -> Standing:
        """Return how a story stands.

        Its mark is made of the dossier's own bytes, and of what stands in it besides (`Desk.dossier`).
        """
        with self._database.snapshot():
            body = self._database.value("dossier_body", story=story)
            state = stories.state(self._database, story)
            if body is None or state is None:
                raise NoSuchInput(self._desk.why_none(story))
            digest = hashlib.blake2b(body, digest_size=16)
            digest.update(repr(self._desk.loose_problems()).encode("utf-8", "replace"))
        return Standing(story, digest.hexdigest(), state.dirty)

    def dossier(self, story: int) -> Dossier:
        """Return the dossier of a story."""
        return self._desk.dossier(story)

    def claim_numbers(self, story: int) -> Mapping[str, int]:
        """Return the number by which each claim of a story is called, by its id."""
        rows = self._database.rows("claim_handles_of_story", story=story)
        return {row["claim"]: row["handle"] for row in rows}

    def claim(self, number: int) -> ClaimPlace:
        """Return where the claim of a number is."""
        row = self._database.row("claim_of_handle", handle=number)
        if row is None:
            raise NoSuchInput(f"there is no claim {number}")
        if row["ended"] or row["story"] is None:
            raise NoSuchInput(f"claim {number} is no more: nothing that it rested on is left")
        return ClaimPlace(row["story"], row["claim"])

    def article(self, report: str) -> ArticlePlace:
        """Return where the article of a text is now: that text, or the one that took its place."""
        held = [one for one in self.revisions(report) if one.story is not None]
        found = next((one for one in held if one.report == report), held[-1] if held else None)
        if found is None or found.story is None:
            raise NoSuchInput("no story has this article now")
        return ArticlePlace(found.story, found.report)

    def changes(self, since: datetime | None, story: int | None) -> Sequence[Noted]:
        """Return what changed from a time on, in all stories or in one, oldest first."""
        return self._desk.changes(since, story)

    def search(self, wanted: str, by: By, filters: Filters, limit: int) -> Sequence[Hit]:
        """Return the sentences that fit what is looked for, the best first."""
        return self._desk.search(wanted, by=by, filters=filters, limit=limit)

    def decide(self, dossier: Dossier, wanted: Wanted) -> Decision:
        """Put what a reviewer decides on something in a dossier into the log, and return it."""
        decision = made(dossier, wanted, after(self._desk.last_decided(), datetime.now(UTC)))
        deciding.decide(self._database, [decision])
        return decision

    def settle(self) -> None:
        """Relate all stories anew that something changed in."""
        self._desk.settle()

    def revisions(self, report: str) -> Sequence[RevisionLine]:
        """Return all texts of the article that a text belongs to, in the order in which they were met."""
        rows = self._database.rows("revisions_of_report", report=report)
        return tuple(RevisionLine(row["id"], row["seen"], bool(row["current"]), row["story"]) for row in rows)


def _line(row: StoryRow) -> StoryLine:
    return StoryLine(
        number=row.handle,
        title=row.title or "",
        articles=row.reports,
        outlets=row.outlets,
        begins=row.span_from,
        ends=row.span_to,
        claims=row.claims,
        conflicts=row.conflicts,
        first_claim=row.first_claim,
        origins_low=row.origins_low,
        origins_high=row.origins_high,
        changed=row.changed or row.began,
        at_work=row.dirty,
    )
