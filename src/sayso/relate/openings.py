"""What a report tells first: in its headline, or in the first sentence of its text."""

from sayso.kept import of_words
from sayso.model.blocks import role
from sayso.model.report import BlockRole, Facts, Figure, Pair, Statement
from sayso.relate.view import View


def first_told(story: View, fact: Statement | Figure) -> bool:
    """Say whether a fact stands in the headline of its report, or in the first sentence of its text."""
    facts = story.facts[fact.report]
    if role(facts.report, fact.start) is BlockRole.HEADLINE:
        return True
    return fact.sentence == _first_sentence(facts)


@of_words
def _first_sentence(facts: Facts) -> Pair | None:
    body = (span for span in facts.sentences if role(facts.report, span[0]) is BlockRole.PARAGRAPH)
    return next(body, None)
