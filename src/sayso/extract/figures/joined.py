"""The measure of a number that stands in a row, in company or as an owner: "the murder of the mayor and two
guards", "was shot dead along with two guards", "the six priests' murder"."""

from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.extract.figures.countwords import Counted, Governed, slot, words_of
from sayso.extract.figures.deeds import completed, suffered
from sayso.extract.figures.numberwords import Number
from sayso.extract.sentences import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROW = 12
"""Members of the longest row of joined nouns that is followed."""


def row_head(doc: Tokens, number: Number, noun: Counted) -> "Token":
    """Return the first of the nouns that the counted is joined to, itself where it is the first or alone.

    The row of "two of his guards" is that of the number.
    """
    head = doc[noun.head]
    if head.dep_ == "pobj" and head.head.lower_ == "of" and number.core <= head.head.head.i < number.end:
        head = head.head.head
    for _ in range(_ROW):
        if not (_is_joined(head) or _is_listed(head, number)):
            break
        head = head.head
    return head


def _is_joined(noun: "Token") -> bool:
    """Tell whether a noun is joined to one before it, or to who did it himself: "killing himself and two
    guards"."""
    return noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN", "NUM", "PRON") and noun.head.i < noun.i


def _is_listed(noun: "Token", number: Number) -> bool:
    """Tell whether what the parse takes for another name of one person is the next in a row: "Ana Ruiz, two
    guards and a driver"."""
    several = number.low is not None and number.low > 1
    known = number.first > 0 and noun.doc[number.first - 1].lower_ == "the"
    return several and not known and noun.dep_ == "appos" and noun.head.tag_ == "NNP"


def from_row(doc: Tokens, number: Number, noun: Counted | None) -> Governed | None:
    """Take the noun that rules a row with "of": "the murder of the mayor, his wife and two guards"."""
    if noun is None:
        return None
    head = row_head(doc, number, noun)
    ruling = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    # The small pipeline joins the guards of "the murder of the mayor and two guards" to "murder".
    if ruling.i == noun.head or not any(child.lower_ == "of" for child in ruling.children):
        return None
    measure = suffered(ruling)
    return Governed(measure, ruling.i) if measure else None


def from_company(doc: Tokens, number: Number, start: int) -> Governed | None:
    """Take what befell those in whose company the counted were: "was killed along with two guards"."""
    lead = tuple(token.lower_ for token in doc[max(start, number.first - 2) : number.first])
    if not any(lead == tuple(phrase.split()) for phrase in words_of("company")):
        return None
    verbs = [token for token in doc[number.first - 2].ancestors if token.pos_ == "VERB"]
    for verb in verbs:
        measure = completed(verb) or slot("patient").get(verb.lemma_.lower())
        if measure is not None and verb.i < number.first:
            return Governed(measure, verb.i)
    return None


def from_owner(doc: Tokens, noun: Counted | None, stop: int) -> Governed | None:
    """Take the deed that the counted suffered: "the six priests' murder", "claimed six priests' lives"."""
    if noun is None or noun.end >= stop or doc[noun.end].tag_ != "POS":
        return None
    words = takewhile(
        lambda token: token.pos_ in ("NOUN", "ADJ"), doc[noun.end + 1 : min(noun.end + 3, stop)]
    )
    deed = next((token for token in words if token.lemma_.lower() in slot("of")), None)
    measure = suffered(deed) if deed is not None else None
    return Governed(measure, deed.i) if deed is not None and measure is not None else None
