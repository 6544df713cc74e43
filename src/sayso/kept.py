"""What follows from one report, kept at hand while the report and those whom it names stay as they are.

A story that grows by one report is related whole again, and of nearly all other reports the same is found as
before. What a function finds in one report, or in two, is kept with the very facts that it was found in
(`of_report`, `of_words`, `of_two`); what it finds in one statement or figure, with what those are called who
are named there (`View.told_by`). Facts that are equal to those of before are given back as those (`settled`);
with any others nothing is kept, and all is found anew. So what is kept can only be what would be found again.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, fields
from functools import wraps
from operator import attrgetter
from typing import Any, TypeVar

from sayso.model.report import Facts, Figure, Statement

T = TypeVar("T")

REPORTS = 150
"""Reports of which is kept what was found, those of the stories related last. Each takes about 0.3 MB."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was found in one statement or figure, what those were called who are named there, and the mark of
    the standing of its report for which that was compared last: not the standing itself, which holds this, so
    that both go when nobody needs them."""

    around: Hashable
    mark: object
    found: dict[Any, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """A report whose entities are called as they are in one story (`called`): what was found in each
    statement or figure, by its id (`told`), and what in all together (`whole`)."""

    called: Hashable
    told: dict[str, Told]
    whole: dict[Any, Any] = field(default_factory=dict)
    mark: object = field(default_factory=object)


@dataclass(slots=True)
class Kept:
    """The facts of a report with what was `found` in them, and what was found in their words, whichever
    entities they name (`worded`, while the `mark` stays)."""

    facts: Facts
    found: dict[Any, Any] = field(default_factory=dict)
    mark: object = field(default_factory=object)
    worded: dict[Any, Any] = field(default_factory=dict)
    standing: Standing = field(default_factory=lambda: Standing(None, {}))

    def among(self, called: Hashable) -> Standing:
        """Return what was found while the entities were called so, or a new place for that; what was found
        in a statement is taken over, to be compared when it is asked for."""
        if self.standing.called != called:
            self.standing = Standing(called, dict(self.standing.told))
        return self.standing

    def with_others(self, facts: Facts) -> "Kept":
        """Return what is kept with facts that differ in the ids of entities alone."""
        return Kept(facts, mark=self.mark, worded=self.worded, standing=self.standing)


_KEPT: OrderedDict[str, Kept] = OrderedDict()


def settled(facts: Facts) -> Facts:
    """Return the facts of a report as they were settled before, where these are equal to them; else settle
    them. Where only entities differ, as when one gets another id, what was found in the words still holds,
    and so does what hangs on what entities are called, while they are called so."""
    id_ = facts.report.id
    known = _KEPT.pop(id_, None)
    if known is None or known.facts != facts:
        alike = known is not None and _but_for_entities(known.facts) == _but_for_entities(facts)
        known = known.with_others(facts) if known is not None and alike else Kept(facts)
    _KEPT[id_] = known
    if len(_KEPT) > REPORTS:
        _KEPT.popitem(last=False)
    return known.facts


_OF_ENTITIES = frozenset(
    {"entities", "mentions", "statements", "figures"}
    | {"sources", "relays", "relies_on", "who_entity", "who_side", "where"}
)
"""Fields of facts, statements and figures by which only entities differ, or which are compared by
themselves."""

_OF_FACTS, _OF_STATEMENT, _OF_FIGURE = (
    attrgetter(*(one.name for one in fields(kind) if one.name not in _OF_ENTITIES))
    for kind in (Facts, Statement, Figure)
)


def _but_for_entities(facts: Facts) -> tuple[object, ...]:
    """All that facts say, but for the ids of entities, and which words name one."""
    statements, figures = map(_OF_STATEMENT, facts.statements), map(_OF_FIGURE, facts.figures)
    return _OF_FACTS(facts), *statements, *figures


def kept(facts: Facts) -> Kept | None:
    """Return what is kept with settled facts; None for any others, and for those of long ago."""
    known = _KEPT.get(facts.report.id)
    return known if known is not None and known.facts is facts else None


def of_report(find: Callable[[Facts], T]) -> Callable[[Facts], T]:
    """Find something in settled facts once. What is found must depend on nothing else, and nobody may change
    it."""
    return _once(find, attrgetter("found"))


def of_words(find: Callable[[Facts], T]) -> Callable[[Facts], T]:
    """Find something in settled facts once that depends on no entity of theirs: on what `_but_for_entities`
    compares alone."""
    return _once(find, attrgetter("worded"))


def _once(find: Callable[[Facts], T], place: Callable[[Kept], dict[Any, Any]]) -> Callable[[Facts], T]:
    """Find something in facts, and keep it at a place of what is kept with them, where anything is."""

    @wraps(find)
    def once(facts: Facts) -> T:
        known = kept(facts)
        if known is None:
            return find(facts)
        at = place(known)
        if find not in at:
            at[find] = find(facts)
        found: T = at[find]
        return found

    return once


def of_two(find: Callable[[Facts, Facts], T]) -> Callable[[Facts, Facts], T]:
    """Find something in the settled facts of two reports once; as in `of_words`."""

    @wraps(find)
    def once(one: Facts, other: Facts) -> T:
        ours, theirs = kept(one), kept(other)
        if ours is None or theirs is None:
            return find(one, other)
        mark, found = ours.worded.get((find, other.report.id), (None, None))
        if mark is not theirs.mark:
            found = find(one, other)
            ours.worded[find, other.report.id] = theirs.mark, found
        made: T = found
        return made

    return once


def leave(report: str) -> None:
    """Forget what is kept of a report."""
    _KEPT.pop(report, None)


def forget() -> None:
    """Forget what is kept."""
    _KEPT.clear()
