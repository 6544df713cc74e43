"""Parties who say nothing at all, or deny what each was blamed for: each does so for itself."""

from sayso.lexicon import words
from sayso.model.relation import Bearing
from sayso.relate.matching.units import Unit, once, once_of_itself
from sayso.relate.view import View


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
