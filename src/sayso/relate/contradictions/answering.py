"""Denials in words of their own that answer what another party tells right before them: behind "but" in one
sentence ("police said it was a raid, but the mayor denied having sent anybody"), or in the sentence after an
accusation ("Duro accused the port of hiding a leak. The port denied dumping oil")."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from sayso.lexicon import choice, words
from sayso.model.relation import Conflict
from sayso.model.report import EntityKind, Pair, Stance, Statement
from sayso.relate.contradictions.denials import (
    Tellings,
    answers,
    is_made,
    may_be_denied,
    of_saying,
    turns_down,
)
from sayso.relate.contradictions.pointing import accuses, anothers, by_a_party, countries, is_accusing
from sayso.relate.matching.units import Unit
from sayso.relate.view import View

_NOT = re.compile(r"\b(?:not|never)\b|n[’']t\b", re.IGNORECASE)
"""By which a verb of holding or saying denies: "does not believe"."""

_LETTER = re.compile(r"\w")

OWN_DEED = re.compile(r"(?:having|being|ever|any|that (?:it|he|she|they|we|its|his|her|their)|\w+ing)\b")
"""How a denial of what the denier is said to have done begins."""


def relate(story: View, found: Sequence[Unit]) -> Iterable[Conflict]:
    """Yield one conflict for each party and statement that it answers so."""
    return answers(story, found, _denied)


def _denied(story: View, unit_of: Tellings, unit: Unit, one: Statement) -> Statement | None:
    if not _denies(story, unit, one):
        return None
    return _before_but(story, unit_of, one) or _accusation(story, unit_of, one)


def _denies(story: View, unit: Unit, one: Statement) -> bool:
    """Say whether somebody who is named denies something, and not only to have said it."""
    denies = one.stance is Stance.DENIES and bool(one.sources) and is_made(story, one)
    return denies and not of_saying(one) and not turns_down(one, unit)


def _before_but(story: View, unit_of: Tellings, denial: Statement) -> Statement | None:
    """What another party tells in the sentence of a denial, up to the "but" with which that goes on; who
    "does not think" so may speak of something else."""
    if denial.cue is not None and _NOT.search(denial.cue.text):
        return None
    text = story.report(denial.report).text
    first = min(one.start for one in (denial.source, denial.cue, denial) if one is not None)
    told = [
        one
        for one in story.facts[denial.report].statements
        if denial.sentence[0] <= one.start < one.end <= first
        and _but().fullmatch(text[one.end : first].lower())
        and anothers(story, denial, one)
        and may_be_denied(unit_of, one)
    ]
    return max(told, key=lambda one: (one.end - one.start, one.id), default=None)


@cache
def _but() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{choice('relate', 'against_before')})(?: (?:the|a|an))?\W*")


def sentence_before(story: View, one: Statement) -> Pair | None:
    """Return the sentence before that of a statement; a mark by itself, which ends a quotation, is none."""
    text = story.report(one.report).text
    sentences = story.facts[one.report].sentences
    ahead = (span for span in sentences if span[1] <= one.sentence[0] and _LETTER.search(text, *span))
    return max(ahead, default=None)


def _of_a_part_in_it(denial: Statement) -> bool:
    """Say whether somebody denies a part in what was done: "any involvement", "being behind the raid"."""
    return _part_in_it().match(denial.text) is not None


@cache
def _part_in_it() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:any|all|direct) )*(?:{choice('relate', 'part_in_it')})\b", re.IGNORECASE)


def _done_by_the_denier(story: View, unit_of: Tellings, one: Statement, denial: Statement) -> bool:
    """Say whether a statement tells of a deed done by the denier: "it was sponsored by Corria"."""
    if one.id not in unit_of:
        return False
    ours = story.with_authorities(denial.sources)
    named = (
        story.mention_at(one.report, part.start)
        for frame in unit_of[one.id].frames
        for part in frame.parts
        if part.role == "agent" and not frame.negated
    )
    doers = story.with_authorities(doer.entity for doer in named if doer is not None)
    return bool(ours & doers or countries(story, ours) & countries(story, doers))


def _may_mean_another(story: View, denial: Statement) -> bool:
    """Say whether a denier is only a pronoun behind somebody else's name in its sentence: "when guards asked
    Mr Maro, he denied it"."""
    if denial.source is None or denial.source.text.lower() not in words("relate", "leaning"):
        return False
    named = story.mentions(denial.report, (denial.sentence[0], denial.source.start))
    people = {one.entity for one in named if story.entities[one.entity].kind is EntityKind.PERSON}
    return bool(people) and people.isdisjoint(denial.sources)


def _accusation(story: View, unit_of: Tellings, denial: Statement) -> Statement | None:
    """What another party accuses the denier of in the sentence before, where the denial is of a deed of its
    own."""
    before = sentence_before(story, denial)
    part = _of_a_part_in_it(denial)
    if before is None or not (part or OWN_DEED.match(denial.text)) or _may_mean_another(story, denial):
        return None
    told = [
        one
        for one in story.facts[denial.report].statements
        if before[0] <= one.start < before[1]
        and one.end <= denial.start
        and (is_accusing(one) or (part and _done_by_the_denier(story, unit_of, one, denial)))
        and by_a_party(story, denial, one)
        and may_be_denied(unit_of, one)
        and accuses(story, unit_of[one.id], denial)
    ]
    return max(told, key=lambda one: one.start, default=None)
