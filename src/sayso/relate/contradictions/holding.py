"""Denials that hold what they deny, with the name of who says it: "Odran denied a claim by Maro that the dam
had leaked", "she disputed critics who say that it leaked"."""

import re
from collections.abc import Iterable, Sequence

from sayso.lexicon import words
from sayso.model.relation import Conflict
from sayso.model.report import Stance, Statement
from sayso.relate.contradictions.denials import (
    Tellings,
    answers,
    deniable,
    is_made,
    of_saying,
    speaks,
    tells,
)
from sayso.relate.contradictions.pointing import anothers, is_accusing
from sayso.relate.matching.units import Unit
from sayso.relate.view import View

_WORD = re.compile(r"[^\W\d_]+")

_MARKS = " \t\n,.;:!?\"'“”‘’«»()"


def relate(story: View, found: Sequence[Unit]) -> Iterable[Conflict]:
    """Yield one conflict for each party and statement that it denies so."""
    return answers(story, found, _denied)


def _denied(story: View, unit_of: Tellings, _: Unit, one: Statement) -> Statement | None:
    if one.stance is not Stance.DENIES or not one.sources or of_saying(one) or not is_made(story, one):
        return None
    told = [
        other
        for other in story.facts[one.report].statements
        if one.start < other.start < one.end
        and other.id in unit_of
        and anothers(story, one, other)
        and speaks(story, other.sources[0])
        and (deniable if is_accusing(other) else tells)(unit_of[other.id])
        and _all_that_is_denied(story, one, other)
    ]
    return min(told, key=lambda other: other.start, default=None)


def _all_that_is_denied(story: View, one: Statement, other: Statement) -> bool:
    """Say whether what somebody denies is a telling, and ends with what it tells: before that stand the name
    of who tells it and the word for telling, and no other verb."""
    text, source, cue = story.report(one.report).text, other.source, other.cue
    if source is None or cue is None or text[other.end : one.end].strip(_MARKS):
        return False
    if not (one.start <= source.start < other.start and one.start <= cue.start < other.start):
        return False
    verbs = story.frames(one.report, (one.start, other.start))
    if any(not cue.start <= frame.start < cue.end for frame in verbs):
        return False
    before = _WORD.findall(text[one.start : cue.start].lower())
    if not verbs:
        return True
    return before[:1] != ["that"] and not words("relate", "telling_relative").isdisjoint(before[-2:])
