"""What a desk must know first: how much a change weighs, as one table and a few named additions.

The numbers are for order alone and were set by reading what comes first on the example stories.
"""

from sayso.lexicon import table
from sayso.model.change import ChangeKind, Revision, TouchKind
from sayso.model.relation import Claim
from sayso.model.report import Figure

WEIGHTS = {
    ChangeKind.FIGURE_MOVED: 0.85,
    ChangeKind.CONFLICT_NEW: 0.8,
    ChangeKind.ORIGIN_LOST: 0.8,
    ChangeKind.DENIAL: 0.75,
    ChangeKind.ORIGIN_GAINED: 0.75,
    ChangeKind.CONFIRMATION: 0.7,
    ChangeKind.CONFLICT_SETTLED: 0.7,
    ChangeKind.REPORT_GONE: 0.65,
    ChangeKind.CONFLICT_CHANGED: 0.6,
    ChangeKind.SOURCE_NAMED: 0.6,
    ChangeKind.HEDGE_GONE: 0.55,
    ChangeKind.SUPPORT_CHANGED: 0.55,
    ChangeKind.STORY_JOINED: 0.5,
    ChangeKind.STORY_SPLIT: 0.5,
    ChangeKind.LEAD_FOUND: 0.5,
    ChangeKind.REVIEWED: 0.45,
    ChangeKind.REPORT_NEW: 0.4,
    ChangeKind.ORIGIN_POSSIBLE: 0.25,
    ChangeKind.CLAIM_NEW: 0.2,
    ChangeKind.CLAIM_GONE: 0.2,
    ChangeKind.REPORT_EDITED: 0.2,
}
"""Where each kind begins. An edit and a claim rise with what they hold."""

HARM = 0.1
"""Added for a number of people who came to harm."""

TOUCHED = {
    TouchKind.FIGURE_CHANGED: 0.85,
    TouchKind.STANCE_CHANGED: 0.8,
    TouchKind.STATEMENT_GONE: 0.7,
    TouchKind.FIGURE_GONE: 0.7,
    TouchKind.HEDGE_GONE: 0.65,
    TouchKind.SOURCE_CHANGED: 0.65,
    TouchKind.HEDGE_NEW: 0.6,
    TouchKind.STATEMENT_CHANGED: 0.45,
    TouchKind.FIGURE_NEW: 0.45,
    TouchKind.STATEMENT_NEW: 0.4,
}
"""What an edit weighs by the heaviest thing that it did to a fact: taken back weighs more than added."""

ALONE = 0.25
"""Taken off for a denial of which sayso does not know what it is set against."""

UNTRACED = 0.5
"""By which a new claim is weighed down when it is traced to nobody."""

RETOLD = 0.5
"""By which a new claim is weighed down when an earlier one holds most of its words."""


WITHDRAWN = 0.2
"""Added for a claim that is gone to what it weighed when it was new: it may have been passed on."""


def harm(figure: Figure | None) -> float:
    """Return what a figure adds to the weight of its change."""
    measures = table("comparison")["measures"]["harm"]
    return HARM if figure is not None and figure.measure in measures else 0.0


def of_claim(claim: Claim, *, retold: bool) -> float:
    """Return the weight of a new claim: by its rank, less when nobody stands behind it."""
    weight = WEIGHTS[ChangeKind.CLAIM_NEW] + claim.rank / 2
    weight *= 1.0 if claim.origins_low else UNTRACED
    return weight * (RETOLD if retold else 1.0)


def of_lost_claim(claim: Claim) -> float:
    """Return the weight of a claim that nobody makes any more: more than when it was new."""
    return of_claim(claim, retold=False) + WITHDRAWN


def of_revision(revision: Revision) -> float:
    """Return the weight of an edit: of the heaviest thing that it did to a fact."""
    return max((TOUCHED[one.kind] for one in revision.touches), default=WEIGHTS[ChangeKind.REPORT_EDITED])
