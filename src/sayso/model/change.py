"""What changed between two states of one story, and between two revisions of one document."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.relation import Ref
from sayso.model.report import Pair

FOLDED = 0.3
"""Below this weight a change is a trifle: it is counted, and shown on demand."""


class ChangeKind(StrEnum):
    """What sort of change it is; docs/rooms/compare.md says when each is told."""

    FIGURE_MOVED = "figure-moved"
    CONFLICT_NEW = "conflict-new"
    CONFLICT_CHANGED = "conflict-changed"
    CONFLICT_SETTLED = "conflict-settled"
    DENIAL = "denial"
    CONFIRMATION = "confirmation"
    ORIGIN_GAINED = "origin-gained"
    ORIGIN_POSSIBLE = "origin-possible"
    ORIGIN_LOST = "origin-lost"
    SUPPORT_CHANGED = "support-changed"
    CLAIM_NEW = "claim-new"
    CLAIM_GONE = "claim-gone"
    HEDGE_GONE = "hedge-gone"
    SOURCE_NAMED = "source-named"
    LEAD_FOUND = "lead-found"
    REPORT_NEW = "report-new"
    REPORT_EDITED = "report-edited"
    REPORT_GONE = "report-gone"
    STORY_JOINED = "story-joined"
    STORY_SPLIT = "story-split"
    REVIEWED = "reviewed"


class EditKind(StrEnum):
    """What became of a sentence from one revision to the next."""

    EDITED = "edited"
    ADDED = "added"
    REMOVED = "removed"


class TouchKind(StrEnum):
    """What an edit did to a fact."""

    STATEMENT_GONE = "statement-gone"
    STATEMENT_NEW = "statement-new"
    STATEMENT_CHANGED = "statement-changed"
    FIGURE_GONE = "figure-gone"
    FIGURE_NEW = "figure-new"
    FIGURE_CHANGED = "figure-changed"
    HEDGE_GONE = "hedge-gone"
    HEDGE_NEW = "hedge-new"
    STANCE_CHANGED = "stance-changed"
    SOURCE_CHANGED = "source-changed"


@dataclass(frozen=True, slots=True)
class Edit:
    """A sentence that is not the same in both revisions: where it stands in the earlier and in the later text
    (None where it is only in the other), and the words that differ, as spans in each text.
    """

    kind: EditKind
    before: Pair | None
    after: Pair | None
    removed: tuple[Pair, ...] = ()
    added: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Touch:
    """A fact that an edit changed, added or took away: its reference in the earlier and in the later
    revision. `was` and `now` are its words before and after, for a hedge, a stance or a source."""

    kind: TouchKind
    before: Ref | None
    after: Ref | None
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """How a document changed: the ids of its earlier and later report, what became of its sentences in order
    of the text, the facts that it touched, and how many sentences are the same in both."""

    before: str
    after: str
    edits: tuple[Edit, ...]
    touches: tuple[Touch, ...]
    kept: int


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise than before.

    `about` is the id of what changed: a claim, conflict, track, report, decision, or the entity of a lead, in
    the later dossier (in the earlier one where it is gone). `before` and `after` point at facts on both
    sides, `reports` at those that brought it. `was` and `now` are values of a closed list (support, type of a
    conflict, certainty of an origin, standing of a decision) or handles of stories, `entity` is whom it
    concerns. `weight`, from 1 down to 0, is for order; what is below `FOLDED` is a trifle. `why` says what
    was compared, or why somebody decided so.
    """

    id: str
    kind: ChangeKind
    weight: float
    about: str
    reports: tuple[str, ...]
    before: tuple[Ref, ...] = ()
    after: tuple[Ref, ...] = ()
    was: str = ""
    now: str = ""
    entity: str | None = None
    why: str = ""
    revision: Revision | None = None
