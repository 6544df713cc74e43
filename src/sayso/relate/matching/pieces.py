"""The clauses of which a statement is made, each as a unit: what is told beside its main matter ("the
captain, who had been warned twice, is missing"), and that without what stands beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.model.grammar import Clause, Frame, Part
from sayso.model.plain import plain
from sayso.model.relation import Bearing
from sayso.model.report import Pair
from sayso.relate.matching.deeds import holds
from sayso.relate.matching.units import (
    Unit,
    both_statements,
    lessened,
    of_clause,
    of_now,
    shares_of,
    stated_in,
)
from sayso.relate.view import View

MOST = 0.8
"""Share of the weight of a statement's words from which a clause is as good as all of it."""

LEAST = 3
"""Words of content that a clause must have, of whom it tells among them, to be known again."""

_SUBJECTS = frozenset({"agent", "patient"})

_HEAD = re.compile(r"[\s,;:–—-]*")
_TAIL = re.compile(r"(?:[\s,;:–—-]+(?:and|but|or|nor|yet|so|while))?[\s,;:–—-]*$", re.IGNORECASE)
"""What links a piece to what stands before it and behind it."""


def pieces(story: View, found: Sequence[Unit]) -> list[Unit]:
    """Return the clauses that can be told alone of those statements among a story's units that assert
    something, weighed as the units are: main clauses without what stands apart in them, what is joined to
    these, and what is told beside them."""
    shares, inner = shares_of(found), _by_length(found)
    return [
        clause
        for unit in found
        if unit.bearing is Bearing.ASSERTS and both_statements(unit, unit)
        for told in _kept(story, unit, inner[unit.report])
        if len((clause := lessened(told, shares)).lemmas) >= LEAST and clause.weight < MOST * unit.weight
    ]


def _by_length(found: Sequence[Unit]) -> Mapping[str, list[Unit]]:
    """The statements of each report, the shortest first: a clause belongs to the innermost that holds it."""
    by_report: dict[str, list[Unit]] = {}
    for unit in sorted(found, key=lambda one: (one.span[1] - one.span[0], one.ref.id)):
        if both_statements(unit, unit):
            by_report.setdefault(unit.report, []).append(unit)
    return by_report


def _kept(story: View, unit: Unit, statements: Sequence[Unit]) -> tuple[Unit, ...]:
    """The clauses of a statement; where they were made before, with the facts and the entities of now."""
    facts, kept = story.facts[unit.report], story.told_by(unit.ref)
    of, told = kept.get(_clauses) or (facts, tuple(_clauses(story, unit, statements)))
    if of is not facts:
        told = tuple(of_now(story, one, unit.statement, stated_in(one.parts, unit)) for one in told)
    kept[_clauses] = facts, told
    return told


def _clauses(story: View, unit: Unit, statements: Sequence[Unit]) -> Iterator[Unit]:
    for frame in unit.frames:
        innermost = next(one for one in statements if _within(frame, one.span))
        parts = _own_parts(story, unit, frame) if innermost is unit and _told(unit, frame) else ()
        if parts:
            inside = [one for one in unit.frames if any(_within(one, part) for part in parts)]
            frames = tuple(replace(one, main=one is frame) for one in inside)
            # The day that a statement gives is that of its main clause.
            dated = unit if frame.clause is Clause.OWN else replace(unit, event=None)
            yield of_clause(story, dated, parts, frames, _subjects(story, unit, frame, parts))


def _told(unit: Unit, frame: Frame) -> bool:
    """Say whether a clause tells of something as so: it hangs on no condition or purpose, and is no part of
    what another clause tells."""
    above = [one for one in unit.frames if holds(one.whole, frame.whole)]
    if Clause.OPEN in {frame.clause, *(one.clause for one in above)}:
        return False
    return frame.clause is not Clause.OWN or (frame.main and not above)


def _own_parts(story: View, unit: Unit, frame: Frame) -> tuple[Pair, ...]:
    """The pieces of a clause, without the clauses inside it that stand apart."""
    text = plain(story.report(unit.report).text)
    said = unit.statement.parts if unit.statement else ()
    apart = sorted(
        one.whole
        for one in unit.frames
        if one.clause is not Clause.OWN and one is not frame and holds(frame.whole, one.whole)
    )
    return tuple(
        trimmed
        for part in [one for one in said if one[0] < one[1]] or [unit.span]
        for left in _without((max(part[0], frame.whole[0]), min(part[1], frame.whole[1])), apart)
        if (trimmed := _trimmed(text, left))[0] < trimmed[1]
    )


def _without(span: Pair, apart: Sequence[Pair]) -> Iterator[Pair]:
    """What is left of a stretch without some others, which come in order."""
    start, end = span
    for one in apart:
        if start < one[0] < end:
            yield start, one[0]
        start = max(start, one[1])
    if start < end:
        yield start, end


def _trimmed(text: str, span: Pair) -> Pair:
    """A piece without the marks and links at its ends."""
    head = _HEAD.match(text, *span)
    start = head.end() if head else span[0]
    tail = _TAIL.search(text[start : span[1]])
    return start, start + tail.start() if tail else span[1]


def _subjects(story: View, unit: Unit, frame: Frame, parts: Sequence[Pair]) -> list[Pair]:
    """Where those stand of whom a clause tells, outside it."""
    outside = (
        part
        for part in frame.parts
        if part.role in _SUBJECTS and not any(_within(part, piece) for piece in parts)
    )
    named = ((story.mention_at(unit.report, part.start), part) for part in outside)
    return [(one.start, one.end) if one else (part.start, part.end) for one, part in named]


def _within(one: Frame | Part, span: Pair) -> bool:
    return span[0] <= one.start and one.end <= span[1]
