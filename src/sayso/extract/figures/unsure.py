"""Counts of what is only thought to be one: "12 suspected cases" beside "14 confirmed cases"."""

from sayso.extract.figures.counting import Quantity
from sayso.extract.figures.countwords import words_of
from sayso.extract.sentences import Tokens


def unsure_count(doc: Tokens, quantity: Quantity) -> str | None:
    """Return the measure of cases, deaths or injuries that are told to be no more than likely, "suspected
    case": it is another count than that of the known ones; None for any other quantity."""
    noun = quantity.noun
    lemma = doc[noun.head].lemma_.lower() if noun is not None else ""
    if noun is None or lemma not in words_of("anew"):
        return None
    told = (doc[at].lower_ for at in range(noun.start, noun.head))
    word = next((word for word in told if word in words_of("unsure")), None)
    return f"{word} {lemma}" if word is not None else None
