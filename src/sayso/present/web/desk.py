"""What the server asks of a desk; `sayso.run.serving` answers from a database."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from sayso.model.decision import Decision
from sayso.model.dossier import Dossier
from sayso.model.search import By, Filters, Hit
from sayso.present.logs import Logged
from sayso.present.views.desk import ArticlePlace, ClaimPlace, RevisionLine, Standing, StoryLine
from sayso.present.views.review import Wanted


class Desk(Protocol):
    """An open database, for one thread. What is not there raises `NoSuchInput`, in plain words."""

    def stories(self, since: date | None, until: date | None) -> Sequence[StoryLine]:
        """Return the stories whose days meet those given, the one that changed last first."""

    def standing(self, story: int) -> Standing:
        """Return how a story stands; cheap, for it is asked before everything else."""

    def dossier(self, story: int) -> Dossier:
        """Return the dossier of a story."""

    def claim_numbers(self, story: int) -> Mapping[str, int]:
        """Return the number by which each claim of a story is called, by its id."""

    def claim(self, number: int) -> ClaimPlace:
        """Return where the claim of a number is."""

    def article(self, report: str) -> ArticlePlace:
        """Return where the article of a text is now: that text, or the one that took its place."""

    def revisions(self, report: str) -> Sequence[RevisionLine]:
        """Return all texts of the article that a text belongs to, in the order in which they were met."""

    def changes(self, since: datetime | None, story: int | None) -> Sequence[Logged]:
        """Return what changed from a time on, in all stories or in one, oldest first."""

    def search(self, wanted: str, by: By, filters: Filters, limit: int) -> Sequence[Hit]:
        """Return the sentences that fit what is looked for, the best first; raises `UsageError` where that
        cannot be looked for."""

    def decide(self, dossier: Dossier, wanted: Wanted) -> Decision:
        """Put what a reviewer decides on something in a dossier into the log, and return it; `settle` has to
        follow. Raises `UsageError` and `DataError` where that cannot be decided, in plain words."""

    def settle(self) -> None:
        """Relate all stories anew that something changed in."""

    def close(self) -> None:
        """Close the file."""
