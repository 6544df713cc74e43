"""Making a change: its id, its weight rounded, its references in order."""

from collections.abc import Iterable

from sayso.compare.touches import Fact
from sayso.compare.weights import WEIGHTS
from sayso.model.change import Change, ChangeKind, Revision
from sayso.model.ids import content_id
from sayso.model.relation import Ref, RefKind
from sayso.model.report import Figure

DIGITS = 3
"""Digits of a weight: enough for order, and the same on every machine."""


def change(
    kind: ChangeKind,
    about: str,
    reports: Iterable[str],
    *,
    before: Iterable[Ref] = (),
    after: Iterable[Ref] = (),
    was: str = "",
    now: str = "",
    entity: str | None = None,
    why: str = "",
    weight: float | None = None,
    revision: Revision | None = None,
) -> Change:
    """Return a change; its id is made of what it tells, so that the same change has the same id."""
    earlier, later = tuple(before), tuple(after)
    causes = tuple(sorted(set(reports)))
    facts = [ref.id for ref in (*earlier, *later)]
    return Change(
        id=content_id("change", kind, about, was, now, entity or "", *causes, "", *facts),
        kind=kind,
        weight=round(min(WEIGHTS[kind] if weight is None else weight, 1.0), DIGITS),
        about=about,
        reports=causes,
        before=earlier,
        after=later,
        was=was,
        now=now,
        entity=entity,
        why=why,
        revision=revision,
    )


def ref(fact: Fact) -> Ref:
    """Return the reference to a fact."""
    return Ref(RefKind.FIGURE if isinstance(fact, Figure) else RefKind.STATEMENT, fact.id)
