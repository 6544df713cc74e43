"""What a report tells first, and how far down in it a fact stands: news is told with what matters first."""

from sayso.kept import of_words
from sayso.model.blocks import role
from sayso.model.report import BlockRole, Facts, Figure, Pair, Statement
from sayso.relate.view import View

HALVED = 12
"""Sentences over which what a report tells comes to matter half as much: in 69 events a quarter of what it
tells in its first sentences is told by another, too, an eighth of what stands 12 to 19 sentences down."""


def first_told(story: View, fact: Statement | Figure) -> bool:
    """Say whether a fact stands in the headline of its report, or in the first sentence of its text."""
    facts = story.facts[fact.report]
    if role(facts.report, fact.start) is BlockRole.HEADLINE:
        return True
    return _places(facts).get(fact.sentence) == 0


def earliness(story: View, fact: Statement | Figure) -> float:
    """Return how early a fact stands in the text of its report: 1 for the first sentence, half of it after
    `HALVED` sentences; 0 for what stands in a caption, a list or the like."""
    place = _places(story.facts[fact.report]).get(fact.sentence)
    return 0.0 if place is None else 0.5 ** (place / HALVED)


@of_words
def _places(facts: Facts) -> dict[Pair, int]:
    """How many sentences of the text stand before each."""
    body = (span for span in facts.sentences if role(facts.report, span[0]) is BlockRole.PARAGRAPH)
    return {span: place for place, span in enumerate(body)}
