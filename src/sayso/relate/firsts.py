""" "For the first time" against an earlier time: an event of the same kind that the reports put before it."""

import re
from collections.abc import Iterable, Sequence

from sayso.lexicon import table
from sayso.model.relation import About, Conflict, ConflictType, Ref, RefKind, When
from sayso.model.report import Moment, Stance
from sayso.relate.bounds import loose_group
from sayso.relate.moments import before, known, long_before, stated
from sayso.relate.units import Unit
from sayso.relate.verdicts import conflict
from sayso.relate.view import View


def relate(story: View, found: Sequence[Unit]) -> Iterable[Conflict]:
    """Yield one conflict for each statement that calls something a first and has an earlier one in another
    report.
    """
    for unit in found:
        if unit.ref.kind is RefKind.STATEMENT and _calls_first(unit.text) and not _denied(unit):
            earlier = [other for other in found if _earlier(story, other, unit)]
            if earlier:
                yield _conflict(unit, max(earlier, key=lambda other: (bool(other.figures), other.ref.id)))


def _calls_first(text: str) -> bool:
    lower = text.lower()
    return any(phrase in lower for phrase in table("first")["phrases"]) or any(
        re.search(pattern, lower) for pattern in table("first")["patterns"]
    )


def _earlier(story: View, other: Unit, first: Unit) -> bool:
    """Another report, the same deed done to the same party, at a time stated and known to be before."""
    if other.report == first.report or _calls_first(other.text):
        return False
    if other.statement and other.statement.stance in {Stance.DENIES, Stance.NOT_CONFIRMED, Stance.DECLINES}:
        return False
    own = _event(first)
    report = known(story.report(first.report))
    earlier = before(_event(other), own) if own else long_before(_event(other), report)
    return earlier and _same_deed(other, first)


def _same_deed(a: Unit, b: Unit) -> bool:
    shared = len(set(a.entities) & set(b.entities))
    counted = any(
        one.measure == other.measure and loose_group(one, other) for one in a.figures for other in b.figures
    )
    nouns = (a.lemmas.keys() & b.lemmas.keys()) - a.verbs - b.verbs
    return (shared > 1 and counted) or (shared > 0 and bool(a.verbs & b.verbs) and len(nouns) > 1)


def _denied(unit: Unit) -> bool:
    """Say whether the first is called none ("not the first time"); "never before" calls it one."""
    return bool(unit.negated) and "never" not in unit.text.lower()


def _event(unit: Unit) -> Moment | None:
    said = unit.statement.said if unit.statement else None
    return stated(unit.event) or stated(said)


def _conflict(first: Unit, earlier: Unit) -> Conflict:
    refs = Ref(RefKind.STATEMENT, first.ref.id), earlier.ref
    why = f"called a first: “{_short(first.text)}”; told of an earlier time: “{_short(earlier.text)}”"
    return conflict(ConflictType.FIRST, About.FACT, When.LATER, *refs, why)


def _short(text: str, length: int = 160) -> str:
    return text if len(text) <= length else f"{text[: length - 1].rsplit(' ', 1)[0]} …"
