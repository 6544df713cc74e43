"""One more of those counted, told without a number: "one was killed and the other hurt", "another man
died"."""

from collections.abc import Iterator, Sequence, Set

from sayso.extract.figures.counted import counted
from sayso.extract.figures.counting import Quantity
from sayso.extract.figures.countwords import Counted, is_one_person, words_of
from sayso.extract.figures.measures import governed
from sayso.extract.figures.numberwords import Number
from sayso.extract.figures.periods import EVENTS
from sayso.extract.sentences import Tokens


def others(
    doc: Tokens, start: int, stop: int, taken: Set[int], found: Sequence[Quantity]
) -> Iterator[Quantity]:
    """Yield a one for each "another", "the other" and "a second" of the sentence from token `start` to `stop`
    that something befell; `taken` are tokens of times and of other figures, and `found` those figures: "the
    other" is one of them, and who a bare one is they tell."""
    for at in range(start, stop):
        lead = _lead(doc, at, start) if doc[at].lower_ in words_of("others") else None
        if lead is None or at in taken:
            continue
        number = Number(lead, at, at + 1, 1, 1, more=doc[at].lower_ != "other")
        noun = counted(doc, number, stop, frozenset(taken))
        before = [one for one in found if one.number.first < at]
        if not (_is_one(doc, noun) if noun is not None else _stands_alone(doc, at, stop)):
            continue
        if doc[at].lower_ == "other" and not before:
            continue  # one of two whom nobody has told of yet
        told = governed(doc, number, noun, stop, start)
        if told is not None and told.measure in EVENTS:
            whom = next((one.noun or one.whom for one in reversed(before)), None)
            yield Quantity(number, noun, None, told, None if noun is not None else whom)


def _lead(doc: Tokens, at: int, start: int) -> int | None:
    """Return where the phrase of such a word begins: at "another" itself, at the article before the rest;
    None where it is none ("one another", "each other", "the second blast")."""
    before = doc[at - 1].lower_ if at > start else ""
    if doc[at].lower_ == "another":
        return at if before not in words_of("mutual") else None
    article = "the" if doc[at].lower_ == "other" else "a"
    return at - 1 if before == article else None


def _is_one(doc: Tokens, noun: Counted) -> bool:
    head = doc[noun.head]  # "Ana Kovar, another nurse who died" was told of by name
    return head.dep_ != "appos" and head.tag_ == "NN" and is_one_person(head.lemma_.lower())


def _stands_alone(doc: Tokens, at: int, stop: int) -> bool:
    """Tell whether no noun follows: "another was hurt", not "another blast"."""
    following = doc[at + 1] if at + 1 < stop else None
    return following is None or following.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "ADP")
