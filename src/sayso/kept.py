"""What follows from one report, kept at hand while the report and those whom it names stay as they are.

A story that grows by one report is related whole again, and of nearly all other reports the same is found as
before. What a function finds in one report, or in two, is kept with the very facts that it was found in
(`of_report`, `of_words`, `of_two`); what it finds in one statement or figure and the entities around it, with
these (`View.told_by`). Facts that are equal to those of before are given back as those (`settled`); with any
others nothing is kept, and all is found anew. So what is kept can only be what would be found again.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from sayso.model.report import Facts

T = TypeVar("T")

REPORTS = 150
"""Reports of which is kept what was found, those of the stories related last. Each takes about 0.3 MB."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was found in one statement or figure: what it was found in, and for which standing of its report
    that was compared last."""

    around: tuple[object, ...]
    standing: "Standing"
    found: dict[Any, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """A report and the entities that it names as they are in one story: all that is known of these (`cast`),
    what was found in each statement or figure, by its id (`told`), and what in all together (`whole`)."""

    cast: Hashable
    told: dict[str, Told]
    whole: dict[Any, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Kept:
    """The facts of a report with what was `found` in them, and what was found in their words, whichever
    entities they name (`worded`, while the `mark` stays)."""

    facts: Facts
    found: dict[Any, Any] = field(default_factory=dict)
    mark: object = field(default_factory=object)
    worded: dict[Any, Any] = field(default_factory=dict)
    standing: Standing = field(default_factory=lambda: Standing(None, {}))

    def with_cast(self, cast: Hashable) -> Standing:
        """Return what was found with these very entities, or a new place for that; what was found in a
        statement is taken over, to be compared when it is asked for."""
        if self.standing.cast != cast:
            self.standing = Standing(cast, dict(self.standing.told))
        return self.standing

    def otherwise(self, facts: Facts) -> "Kept":
        """Return what is kept with facts that differ in entities alone."""
        return Kept(facts, mark=self.mark, worded=self.worded, standing=Standing(None, self.standing.told))


_KEPT: OrderedDict[str, Kept] = OrderedDict()


def settled(facts: Facts) -> Facts:
    """Return the facts of a report as they were settled before, where these are equal to them; else settle
    them, and forget what was found in others. Where but entities differ, as they do when one gets another id,
    what was found in the words still holds, and in statements whose entities are as they were."""
    id_ = facts.report.id
    known = _KEPT.pop(id_, None)
    if known is None or known.facts != facts:
        if known is not None and _but_for_entities(known.facts) == _but_for_entities(facts):
            known = known.otherwise(facts)
        else:
            known = Kept(facts)
    _KEPT[id_] = known
    if len(_KEPT) > REPORTS:
        _KEPT.popitem(last=False)
    return known.facts


def _but_for_entities(facts: Facts) -> tuple[object, ...]:
    """What one statement or figure may be seen beside: the text, its words, and where the others stand."""
    return (
        facts.report,
        facts.sentences,
        facts.words,
        facts.frames,
        facts.times,
        [(one.id, one.kind, one.stance, one.within, one.parts) for one in facts.statements],
        [(one.id, one.start, one.end, one.statement, one.derived_from) for one in facts.figures],
    )


def kept(facts: Facts) -> Kept | None:
    """Return what is kept with settled facts; None for any others, and for those of long ago."""
    known = _KEPT.get(facts.report.id)
    return known if known is not None and known.facts is facts else None


def of_report(find: Callable[[Facts], T]) -> Callable[[Facts], T]:
    """Find something in settled facts once. What is found must depend on nothing else, and nobody may change
    it."""

    @wraps(find)
    def once(facts: Facts) -> T:
        known = kept(facts)
        if known is None:
            return find(facts)
        if find not in known.found:
            known.found[find] = find(facts)
        found: T = known.found[find]
        return found

    return once


def of_words(find: Callable[[Facts], T]) -> Callable[[Facts], T]:
    """Find something in settled facts once that depends on no entity of theirs, nor on the values of figures:
    on what `_but_for_entities` compares alone."""

    @wraps(find)
    def once(facts: Facts) -> T:
        known = kept(facts)
        if known is None:
            return find(facts)
        if find not in known.worded:
            known.worded[find] = find(facts)
        found: T = known.worded[find]
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


def forget() -> None:
    """Forget what is kept."""
    _KEPT.clear()
