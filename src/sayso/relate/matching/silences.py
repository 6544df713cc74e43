"""Parties who say nothing at all: each was asked for itself, and is silent for itself."""

from sayso.lexicon import words
from sayso.model.relation import Bearing
from sayso.relate.matching.units import Unit, once
from sayso.relate.view import View


def other_silence(story: View, a: Unit, b: Unit) -> bool:
    """Say whether two parties left unanswered what asked them for no more than a comment: "the port did not
    answer a request for comment" is not what "the union did not answer calls" says."""
    if not (_silent(story, a) and _silent(story, b)):
        return False
    return _parties(story, a).isdisjoint(_parties(story, b))


@once
def _silent(_: View, unit: Unit) -> bool:
    return unit.bearing is Bearing.DECLINES and unit.lemmas.keys() <= words("relate", "requests")


@once
def _parties(story: View, unit: Unit) -> frozenset[str]:
    said = unit.statement
    return frozenset(story.authority(source) for source in said.sources) if said else frozenset()
