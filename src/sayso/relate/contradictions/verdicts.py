"""Making a conflict from two facts."""

from sayso.model.ids import content_id
from sayso.model.relation import About, Conflict, ConflictType, Ref, When
from sayso.model.report import Moment
from sayso.relate.moments import before


def conflict(kind: ConflictType, about: About, time: When, a: Ref, b: Ref, why: str) -> Conflict:
    """Return a conflict between two facts; its id does not depend on which is given first."""
    first, second = sorted((a.id, b.id))
    return Conflict(content_id("conflict", kind, about, first, second), kind, about, time, a, b, why)


def timing(a: Moment | None, b: Moment | None) -> When:
    """Return how two moments stand: known to be the same day, one later, or unknown."""
    if before(a, b) or before(b, a):
        return When.LATER
    settled = a and b and a.from_ and b.from_ and (a.from_, a.to) == (b.from_, b.to)
    return When.SAME if settled else When.UNKNOWN
