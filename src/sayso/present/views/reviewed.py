"""What reviewers decided."""

from dataclasses import dataclass

from sayso.present.views.common import Link


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One decision: what was done to what, by whom, when and why; `standing` is empty for one that holds."""

    anchor: str
    what: Link
    by: str
    when: str
    note: str
    standing: str
