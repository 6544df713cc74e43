"""What reviewers decided since, and decisions that find nothing to stand on any more."""

from collections.abc import Iterator

from sayso.compare.making import change
from sayso.compare.matching import Matched
from sayso.compare.weights import WEIGHTS
from sayso.model.change import Change, ChangeKind
from sayso.model.decision import Decision, Standing

LOST = 0.15
"""Added for a decision that finds nothing any more: somebody has to look again."""


def compare(matched: Matched) -> Iterator[Change]:
    """Yield decisions that are new, those that lost what they stood on, and those that found it again.

    One that was replaced or undone is told by the decision that did so.
    """
    before = {one.id: one.standing for one in matched.before.dossier.decisions}
    reports = {one.id for one in matched.after.dossier.reports}
    for one in matched.after.dossier.decisions:
        was = before.get(one.id)
        if was is None or (was != one.standing and Standing.UNMATCHED in (was, one.standing)):
            yield _change(one, was, reports)


def _change(one: Decision, was: Standing | None, reports: set[str]) -> Change:
    weight = WEIGHTS[ChangeKind.REVIEWED] + LOST * (one.standing is Standing.UNMATCHED)
    return change(
        ChangeKind.REVIEWED,
        one.id,
        one.places & reports,
        was=was or "",
        now=one.standing,
        why=one.note,
        weight=weight,
    )
