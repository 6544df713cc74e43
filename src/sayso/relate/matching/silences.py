"""Parties who say nothing at all, deny what each was blamed for, or only name a thing: each for itself."""

import re

from sayso.lexicon import words
from sayso.model.relation import Bearing
from sayso.model.report import EntityKind, StatementKind
from sayso.relate.matching.pointers import counted
from sayso.relate.matching.units import Unit, both_statements, once, once_of_itself, one_speaker
from sayso.relate.view import View

_BARE_VERB = re.compile(r"(?:to [a-z]|[a-z]+ing\b)")

BARE = 2
"""Content words up to which a content without a verb only names a thing."""


def other_silence(story: View, a: Unit, b: Unit) -> bool:
    """Say whether two parties left unanswered what asked them for no more than a comment: "the port did not
    answer a request for comment" is not what "the union did not answer calls" says."""
    if not (_silent(story, a) and _silent(story, b)):
        return False
    return _parties(story, a).isdisjoint(_parties(story, b))


def other_denial(story: View, a: Unit, b: Unit) -> bool:
    """Say whether two parties deny what their words leave open or what is their own: "the port denied any
    wrongdoing" is not what "the pilot denied any wrongdoing" says."""
    if not (_own_denial(story, a) and _own_denial(story, b)):
        return False
    return _parties(story, a).isdisjoint(_parties(story, b))


def other_topic(story: View, a: Unit, b: Unit) -> bool:
    """Say whether one of two units only names a thing, and the other is not its speaker's: what one chairman
    says of "his retirement" is not what another announces."""
    if not both_statements(a, b) or not (_only_names(story, a) or _only_names(story, b)):
        return False
    if _unsettled(a) or _unsettled(b):
        return False
    return not _by_one(story, a, b)


def other_plan(story: View, a: Unit, b: Unit) -> bool:
    """Say whether two parties tell, without naming who does it, of what each does or wants: "the council
    voted to close the lock" is not what "the dockers asked to close the lock" says."""
    if not both_statements(a, b) or not (_without_doer(story, a) and _without_doer(story, b)):
        return False
    return not _by_one(story, a, b)


@once_of_itself
def _without_doer(_: View, unit: Unit) -> bool:
    """Say whether a content is somebody's, and begins with a verb that has no doer of its own: "to close the
    lock", "closing the lock"; not what is declined or denied."""
    said = unit.statement
    if said is None or not said.sources or unit.bearing not in {Bearing.ASSERTS, Bearing.ASKS}:
        return False
    return _BARE_VERB.match(unit.text) is not None


@once
def _only_names(story: View, unit: Unit) -> bool:
    """Say whether a content has no verb and hardly a word: "his retirement", "the strike". What is quoted is
    known by its words, a number by what it is of."""
    said = unit.statement
    if said is None or said.kind in {StatementKind.NARRATED, StatementKind.DIRECT}:
        return False
    bare = not unit.frames and not unit.quoted and len(unit.lemmas) <= BARE
    return bare and counted(story, unit) is None


def _unsettled(unit: Unit) -> bool:
    """Say whether it is open who says it: "it" may be anybody."""
    said = unit.statement
    return said is not None and said.source is not None and not said.sources


def _by_one(story: View, a: Unit, b: Unit) -> bool:
    """Say whether one party says both, by name or description; two people of one firm are two."""
    if one_speaker(a, b) or _called(story, a) & _called(story, b):
        return True
    people = [_is_person(story, a), _is_person(story, b)]
    return not all(people) and not _parties(story, a).isdisjoint(_parties(story, b))


@once
def _called(story: View, unit: Unit) -> frozenset[str]:
    sources = unit.statement.sources if unit.statement else ()
    return frozenset(story.name(source).lower() for source in sources)


@once
def _is_person(story: View, unit: Unit) -> bool:
    sources = unit.statement.sources if unit.statement else ()
    return any(story.entities[one].kind is EntityKind.PERSON for one in sources if one in story.entities)


@once_of_itself
def _own_denial(_: View, unit: Unit) -> bool:
    if unit.bearing is not Bearing.DENIES:
        return False
    left_open = unit.lemmas.keys() <= words("relate", "pointing_nouns") | words("relate", "matters_open")
    return left_open or unit.text.lower().startswith(tuple(words("relate", "deniers_own")))


@once_of_itself
def _silent(_: View, unit: Unit) -> bool:
    return unit.bearing is Bearing.DECLINES and unit.lemmas.keys() <= words("relate", "requests")


@once
def _parties(story: View, unit: Unit) -> frozenset[str]:
    said = unit.statement
    return frozenset(story.authority(source) for source in said.sources) if said else frozenset()
