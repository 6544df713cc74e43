"""Denials of a deed that another party tells of anywhere in the story: by the same verbs, done to the same
thing, whatever else the two tell of it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from sayso.lexicon import words
from sayso.model.grammar import Frame
from sayso.model.relation import Bearing, Conflict
from sayso.model.report import Statement
from sayso.relate.bounds import light
from sayso.relate.contradictions.answering import OWN_DEED
from sayso.relate.contradictions.denials import (
    HELD,
    Tellings,
    answers,
    deniable,
    held,
    is_loud,
    is_made,
    of_saying,
    tells_beside,
    to_come,
    turns_down,
    voices,
)
from sayso.relate.contradictions.pointing import accuses
from sayso.relate.matching.deeds import fillers, foreseen, topmost
from sayso.relate.matching.sameness import overlap
from sayso.relate.matching.senses import meaning
from sayso.relate.matching.units import Unit, both_statements
from sayso.relate.moments import apart, key, known, stated
from sayso.relate.parties import one_name
from sayso.relate.view import View

SHARED = 2
"""Content words that a denial and what it denies must have in common."""

BEGINS = 3
"""Words in which a denial says that it is of knowing: "having ever known"."""

_WORDS = re.compile(r"[^\W\d_]+")

Told = Mapping[str, Sequence[Unit]]
"""What parties tell, by the senses of its verbs."""


def relate(story: View, found: Sequence[Unit]) -> Iterable[Conflict]:
    """Yield one conflict for each party and deed that it denies so, with the earliest telling."""
    if any(_denies(story, unit) for unit in found):
        yield from answers(story, found, partial(_denied, _by_verb(story, found)))


def _by_verb(story: View, found: Sequence[Unit]) -> Told:
    told: dict[str, list[Unit]] = defaultdict(list)
    for unit in found:
        one = unit.statement
        if one is not None and one.sources and both_statements(unit, unit) and deniable(unit):
            for verb in () if is_loud(story, one) or to_come(story, one) else _verbs(unit):
                told[verb].append(unit)
    return told


def _verbs(unit: Unit) -> set[str]:
    """The senses of the verbs of a unit that say much."""
    return {meaning(verb, verb=True) for verb in unit.verbs - light()}


def _denies(story: View, unit: Unit) -> bool:
    """Say whether somebody who is known by name denies a deed, and not only to have said something. One who
    is described may be the very one who tells it."""
    one = unit.statement
    if unit.bearing is not Bearing.DENIES or one is None or not both_statements(unit, unit):
        return False
    named = bool(one.sources) and all(story.named(source) for source in one.sources)
    aside = of_saying(one) or turns_down(one, unit) or tells_beside(story, one)
    return named and is_made(story, one) and not aside


def _denied(told: Told, story: View, _: Tellings, unit: Unit, __: Statement) -> Statement | None:
    verbs = _verbs(unit) if _denies(story, unit) else set()
    rivals = [
        other
        for other in (told.get(min(verbs), ()) if verbs else ())
        if verbs <= _verbs(other) and _contradicts(story, unit, other)
    ]
    first = min(
        rivals, key=lambda other: (key(known(story.report(other.report))), other.ref.id), default=None
    )
    return first.statement if first else None


def _contradicts(story: View, denial: Unit, other: Unit) -> bool:
    """Say whether another party tells of the deed that is denied: of no other time, in enough of the same
    words, and of the denier where that is the denier's own doing."""
    said, told = denial.statement, other.statement
    if said is None or told is None or held(said, told) or voices(story, said) & voices(story, told):
        return False
    if any(one_name(story, one, two) for one in said.sources for two in told.sources):
        return False
    if _of_knowing(_WORDS.findall(denial.text.lower())[:BEGINS]) and not _of_knowing(
        _WORDS.findall(other.text.lower())
    ):
        return False
    contained, _, count = overlap(denial, other)
    if count < SHARED or contained < HELD or apart(stated(denial.event), stated(other.event)):
        return False
    own = OWN_DEED.match(denial.text) is not None
    return _one_deed(story, denial, other) and (not own or accuses(story, other, said))


def _of_knowing(said: Sequence[str]) -> bool:
    """Say whether some words are of knowing a thing: who "denied knowing who had opened the gate" has not
    denied that it was opened."""
    return not words("relate", "knowing").isdisjoint(said)


def _one_deed(story: View, denial: Unit, other: Unit) -> bool:
    """Say whether verbs of one sense tell of one thing to which it was done, and of no two doers."""
    return any(
        meaning(ours.lemma, verb=True) == meaning(theirs.lemma, verb=True)
        and not (ours.lemma in light() or ours.negated or theirs.negated or foreseen(story, other, theirs))
        and _meet(story, denial, ours, other, theirs, "patient")
        and _meet(story, denial, ours, other, theirs, "agent") is not False
        for ours in topmost(denial)
        for theirs in topmost(other)
    )


def _meet(story: View, denial: Unit, ours: Frame, other: Unit, theirs: Frame, role: str) -> bool | None:
    """Say whether one thing fills a role of two verbs; None where one of them leaves it open."""
    fill = fillers(story, denial, ours, role), fillers(story, other, theirs, role)
    return not fill[0].isdisjoint(fill[1]) if all(fill) else None
