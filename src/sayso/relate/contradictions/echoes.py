"""Denials in the very words of what another party tells right before them: "the crews said a second blast had
hurt three; the port denied that there had been a second blast"."""

from collections.abc import Iterable, Sequence

from sayso.model.relation import Conflict
from sayso.model.report import Stance, Statement
from sayso.relate.contradictions.answering import sentence_before
from sayso.relate.contradictions.denials import Tellings, answers, is_made, may_be_denied
from sayso.relate.contradictions.pointing import anothers
from sayso.relate.matching.units import Unit
from sayso.relate.view import View

WORDS = 2
"""Content words that a denial must have at least: one alone may be of something else."""

_TOLD = frozenset({Stance.ASSERTS, Stance.CONFIRMS, Stance.ESTIMATES, Stance.WARNS})


def relate(story: View, found: Sequence[Unit]) -> Iterable[Conflict]:
    """Yield one conflict for each party and statement whose words it denies."""
    return answers(story, found, _denied)


def _denied(story: View, unit_of: Tellings, unit: Unit, one: Statement) -> Statement | None:
    """What another party tells last before a denial, in its sentence or the one before, that holds all its
    words and negates none of them."""
    said = unit.lemmas.keys()
    if one.stance is not Stance.DENIES or not one.sources or one.within or len(said) < WORDS:
        return None
    if not is_made(story, one):
        return None
    begin = (sentence_before(story, one) or one.sentence)[0]
    first = min(span.start for span in (one.source, one.cue, one) if span is not None)
    told = [
        other
        for other in story.facts[one.report].statements
        if begin <= other.start < other.end <= first
        and other.stance in _TOLD
        and anothers(story, one, other)
        and may_be_denied(unit_of, other)
        and said <= unit_of[other.id].lemmas.keys()
        and said.isdisjoint(unit_of[other.id].negated)
    ]
    return max(told, key=lambda other: (other.start, other.id), default=None)
