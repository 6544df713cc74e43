"""What people did to so many, or so many did, at a time that their verb tells: "searched 12 homes on Monday",
"thousands have marched this week"."""

from typing import TYPE_CHECKING

from sayso.extract.figures.changes import is_move
from sayso.extract.figures.counting import PERSON, THING, Place, Quantity
from sayso.extract.figures.countwords import words_of
from sayso.extract.figures.numberwords import Number
from sayso.model.report import Figure

if TYPE_CHECKING:
    from spacy.tokens import Token

SHARE = "share"

_OBJECTS = frozenset({"dobj", "nsubj", "nsubjpass"})

_DONE = frozenset({"VBD", "VBN"})


def deed_of(place: Place, figure: Figure, quantity: Quantity) -> "Token | None":
    """Return the verb that says what was done to the counted people or things, or what they did, where that
    is over: the "searched" of "police searched 12 homes", the "moved" of "a fifth of the people moved"; None
    for none, for what only lasts ("owned 12 homes"), for those known already ("searched the 12 homes") and
    for figures of another kind."""
    if quantity.change is not None:
        return None
    if figure.measure == SHARE:
        verb = _done_by_share(place, quantity)
    elif figure.unit not in (PERSON, THING) or _is_known(place, quantity):
        return None
    elif quantity.noun is not None:
        verb = _verb_of(_top(place.doc[quantity.noun.head], quantity.number))
    else:  # "thousands marched"
        verb = _verb_of(place.doc[quantity.number.core]) if quantity.anchor == quantity.number.core else None
    if verb is None or verb.pos_ != "VERB" or verb.tag_ not in _DONE:
        return None
    return None if verb.lemma_.lower() in words_of("enduring") or _is_undone(verb) else verb


def _done_by_share(place: Place, quantity: Quantity) -> "Token | None":
    """Return the verb of which a share of some is the subject: "11 percent of households moved"; not what
    prices did, "2 percent of it fell"."""
    last = place.doc[quantity.end - 1]
    of = place.doc[quantity.end].lower_ == "of" if quantity.end < len(place.doc) else False
    return last.head if of and last.dep_ in ("nsubj", "nsubjpass") and not is_move(last.head) else None


def _top(noun: "Token", number: Number) -> "Token":
    """Return the head of "thousands of residents", of which the pipeline makes the number the head."""
    of = noun.head
    ruled = noun.dep_ == "pobj" and of.lower_ == "of" and number.first <= of.head.i < number.end
    return of.head if ruled else noun


def _verb_of(noun: "Token") -> "Token | None":
    """Return the verb whose subject or object a noun is, or to whom something is done: "shut off power to
    2,000 homes"; "the road went to two towns" counts nothing that was done, and what staff is cut "to" is a
    level."""
    if noun.dep_ in _OBJECTS:
        return noun.head
    to = noun.head
    if noun.dep_ != "pobj" or to.lower_ != "to" or to.dep_ not in ("prep", "dative") or is_move(to.head):
        return None
    handed = any(child.dep_ in ("dobj", "nsubjpass") for child in to.head.children)
    return to.head if handed else None


def _is_known(place: Place, quantity: Quantity) -> bool:
    """Tell whether a count is of those told of before, or all there are: "the 12 homes", "its 12 judges"."""
    first = quantity.number.first
    before = place.doc[first - 1] if first > place.sentence.start else None
    return before is not None and (before.lower_ in words_of("definite") or before.tag_ in ("POS", "PRP$"))


def _is_undone(verb: "Token") -> bool:
    """Tell whether a verb tells what was not done, or may be: "did not search 12 homes", "could have
    searched", "is feared to have lost 12 guides"."""
    ways = words_of("unreal") | words_of("conditions") | {"to"}
    return any(child.dep_ == "neg" or child.lower_ in ways for child in verb.lefts)
