"""Two dates for one event: two authorities tell the same in the same words, and put it on other days."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from sayso.model.relation import About, Bearing, Conflict, ConflictType, RefKind, When
from sayso.model.report import Precision, StatementKind
from sayso.relate.contradictions.misquotes import same_words
from sayso.relate.contradictions.verdicts import conflict
from sayso.relate.matching.sameness import independent, overlap, polarity_differs
from sayso.relate.matching.units import Unit
from sayso.relate.moments import apart, day, long_before, stated
from sayso.relate.view import View

SHARED, JOINT = 3, 0.6
"""Content words that the two must share, and their overlap by idf: two events of a kind share less."""

_FINE = frozenset({Precision.DAY, Precision.MINUTE})


def relate(story: View, found: Sequence[Unit]) -> Iterable[Conflict]:
    """Yield one conflict for each two authorities that put one event on two days."""
    dated = [
        unit
        for unit in found
        if unit.ref.kind is RefKind.STATEMENT and unit.bearing is Bearing.ASSERTS and _fine(unit)
    ]
    for a, b in combinations(dated, 2):
        if independent(story, a, b) and _one_event(story, a, b) and not _one_quotation(a, b):
            first, second = (_day(one) for one in (a, b))
            why = f"one event, two dates: {first} and {second}"
            yield conflict(ConflictType.DATE, About.FACT, When.UNKNOWN, a.ref, b.ref, why)


def _fine(unit: Unit) -> bool:
    moment = stated(unit.event)
    return bool(moment and moment.from_ and moment.to and moment.precision in _FINE)


def _one_event(story: View, a: Unit, b: Unit) -> bool:
    if not apart(a.event, b.event) or long_before(a.event, b.event) or long_before(b.event, a.event):
        return False
    _, joint, count = overlap(a, b)
    alike = joint >= JOINT and count >= SHARED and bool(set(a.entities) & set(b.entities))
    return alike and not polarity_differs(story, a, b)


def _one_quotation(a: Unit, b: Unit) -> bool:
    """Say whether two units are the same quoted words: their "today" is the day that each report has them
    said on, which a time zone may part."""
    quotes = [one.statement for one in (a, b) if one.statement and one.statement.kind is StatementKind.DIRECT]
    return len(quotes) == len((a, b)) and same_words(quotes[0], quotes[1])


def _day(unit: Unit) -> str:
    return day(unit.event.from_ or "") if unit.event else ""
