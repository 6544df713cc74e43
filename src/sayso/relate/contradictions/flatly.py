"""Denials of a deed by its verb and who did it, whatever else is said: "the city never asked for money", "we
asked for nothing", against a party that tells of the deed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.lexicon import words
from sayso.model.blocks import LOUD, role
from sayso.model.grammar import Frame, Part
from sayso.model.relation import About, Bearing, Conflict, ConflictType, RefKind
from sayso.model.report import Stance, Statement, StatementKind
from sayso.relate.bounds import light
from sayso.relate.contradictions.denials import held, set_apart, tells
from sayso.relate.contradictions.verdicts import conflict, timing
from sayso.relate.matching.deeds import foreseen, undone
from sayso.relate.matching.senses import meaning
from sayso.relate.matching.units import Unit
from sayso.relate.media import is_media
from sayso.relate.moments import apart, key, known, stated
from sayso.relate.view import View

_OBJECTS = frozenset({"patient", "for"})

_TOLD = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.ESTIMATES})

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Deed:
    """A verb that a statement says of somebody: its sense, who did it, and by whom that is said."""

    unit: Unit
    said: Statement
    frame: Frame
    verb: str
    agents: frozenset[str]
    speakers: frozenset[str]


def relate(story: View, found: Sequence[Unit]) -> Iterable[Conflict]:
    """Yield one conflict for each party, verb and doer: the first denial in the plainest words, and the first
    telling."""
    deeds = [deed for unit in found for one in _said(story, unit) for deed in _deeds(story, unit, one)]
    told: dict[str, list[_Deed]] = defaultdict(list)
    for deed in deeds:
        if not _denies(deed) and not any(map(_is_nothing, deed.frame.parts)) and tells(deed.unit):
            told[deed.verb].append(deed)
    seen: set[tuple[str, str]] = set()
    for denial in sorted((one for one in deeds if _denies(one)), key=lambda one: _plainest(story, one)):
        marks = {(speaker, denial.verb) for speaker in denial.speakers}
        answered = [one for one in told[denial.verb] if _contradicts(denial, one)]
        if answered and not marks & seen:
            seen |= marks
            yield _conflict(story, min(answered, key=lambda one: _first(story, one)), denial)


def _said(story: View, unit: Unit) -> Iterable[Statement]:
    """Yield a unit's statement where a party says it, in the body, and not as a condition."""
    one = unit.statement
    if one is None or unit.ref.kind is not RefKind.STATEMENT or not one.sources:
        return
    first = (_WORD.findall(one.text.lower()) or [""])[0]
    passed_on = any(is_media(story, source) for source in one.sources)
    loud = role(story.report(one.report), one.start) in LOUD
    if not (passed_on or loud or first in words("relate", "conditions")):
        yield one


def _deeds(story: View, unit: Unit, one: Statement) -> Iterable[_Deed]:
    speakers = frozenset(map(story.authority, one.sources))
    for frame in unit.frames:
        agents = frozenset(
            agent for part in frame.parts if part.role == "agent" for agent in _whom(story, one, part)
        )
        if frame.main and agents and frame.lemma not in light() and not foreseen(story, unit, frame):
            if undone(story, unit, frame):
                # Many a satellite fails to reach its orbit: only who has a name is the same one.
                agents &= story.entities.keys()
            yield _Deed(unit, one, frame, meaning(frame.lemma, verb=True), agents, speakers)


def _whom(story: View, one: Statement, part: Part) -> Iterable[str]:
    """Who does it: an authority by id, where a pronoun stands the speaker's own, else the noun."""
    own = {"we", "i"} if one.kind is StatementKind.DIRECT else {"we", "i", "it", "he", "she"}
    named = story.mention_at(one.report, part.start)
    if named is not None:
        yield story.authority(named.entity)
    elif part.lemma in own:
        yield from map(story.authority, one.sources)
    elif part.lemma not in words("relate", "open_pronouns"):
        yield part.lemma


def _denies(deed: _Deed) -> bool:
    """Say whether a statement has it that somebody did not, or did nothing of the kind."""
    if deed.unit.bearing is Bearing.DENIES:
        return not deed.frame.negated
    if deed.unit.bearing is not Bearing.ASSERTS:
        return False
    return deed.frame.negated != any(map(_is_nothing, deed.frame.parts))


def _is_nothing(part: Part) -> bool:
    return part.role in _OBJECTS and part.lemma in words("relate", "nothing")


def _contradicts(denial: _Deed, other: _Deed) -> bool:
    """The same was done by the same, to what the denial names: of another party's word, and no other time."""
    if other.said.stance not in _TOLD or other.frame.negated:
        return False
    if held(denial.said, other.said):
        return False
    parties = denial.speakers.isdisjoint(other.speakers) and denial.agents & other.agents
    times = stated(denial.unit.event), stated(other.unit.event)
    return bool(parties) and not apart(*times) and _covers(denial, other)


def _covers(denial: _Deed, other: _Deed) -> bool:
    """What the denial says was not done to is told of in the other: "nothing" covers all, money any sum."""
    named = [part for part in denial.frame.parts if part.role in _OBJECTS]
    sums = any(figure.measure == "money" for figure in other.unit.figures)
    return bool(named) and all(
        _is_nothing(part)
        or meaning(part.lemma, verb=False) in other.unit.lemmas
        or (sums and part.lemma in words("relate", "moneys"))
        for part in named
    )


def _plainest(story: View, denial: _Deed) -> tuple[object, ...]:
    return denial.said.kind is not StatementKind.DIRECT, *_first(story, denial)


def _first(story: View, deed: _Deed) -> tuple[object, ...]:
    return key(known(story.report(deed.unit.report))), deed.unit.ref.id


def _conflict(story: View, told: _Deed, denial: _Deed) -> Conflict:
    first, second = told.said, denial.said
    moments = (stated(one.said) or known(story.report(one.report)) for one in (first, second))
    refs = told.unit.ref, denial.unit.ref
    return conflict(ConflictType.DENIAL, About.FACT, timing(*moments), *refs, set_apart(story, first, second))
