"""Counts that lean on one of the sentence before: "Six people drowned. Two of them were children", "Of those,
two were children", "2,000 took part. Organisers put the number at 15,000"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extract.figures.counting import PERSON, THING, Place
from sayso.extract.figures.countwords import is_person, slot, words_of
from sayso.extract.figures.numberwords import Number
from sayso.extract.figures.tolls import toll_noun
from sayso.extract.sentences import Tokens, text, tokens
from sayso.model.report import Figure

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

COUNTS = frozenset({PERSON, THING})
"""Units of counts, which are no money and no share."""

THEM = frozenset({"them", "those", "these"})


def of_those_before(place: Place, number: Number) -> Figure | None:
    """Return the count of the sentence before that "two of them" are some of; None where it has several, or
    tells of others too who may be meant."""
    kept = tokens(place.doc)
    behind = [token.lower_ for token in kept[number.end : number.end + 3]]
    if not _opened_by_them(kept, number, place.sentence.start):
        if behind[:1] != ["of"] or behind[1:2] == [] or behind[1] not in THEM:
            return None
        if behind[1] != "them" and _names(kept, number.end + 2):
            return None  # "two of those mills"
    whole = _only_one(place.doc, place.told, place.sentence.start_char)
    if whole is None or not _is_less(number, whole):
        return None
    since = (token for token in kept[_first_of(kept, place.sentence.start, whole) : number.first])
    return None if any(_may_be_meant(token, whole) for token in since) else whole


def _is_less(number: Number, whole: Figure) -> bool:
    return whole.low is not None and number.low is not None and number.low < whole.low


def _opened_by_them(doc: Tokens, number: Number, start: int) -> bool:
    """ "Of those, 22 were children": the sentence begins with whom the number is of."""
    opening = [token.lower_ for token in doc[start : number.first]]
    return len(opening) == 3 and opening[0] == "of" and opening[1] in THEM and opening[2] == ","


def taken_up(doc: Tokens, number: Number, told: Sequence[Figure], start: int) -> Figure | None:
    """Return the count of the sentence before that a number without a noun puts another way, or is some of,
    in the sentence that starts at token `start`: "put the number at 15,000", "of those, 22 were children";
    None for none, or several."""
    some = _opened_by_them(doc, number, start)
    if not told or not (some or is_of_the_count(doc, number, start)):
        return None
    whole = _only_one(doc[start].doc, told, doc[start].idx)
    return None if some and whole is not None and not _is_less(number, whole) else whole


def is_of_the_count(doc: Tokens, number: Number, start: int) -> bool:
    """Tell whether "the number", "that figure", "the true number", "its count" or "put it" leads to a number:
    of a count told before."""
    led = [token.lower_ for token in doc[max(start, number.first - 2) : number.first]]
    if led == ["it", "at"]:
        return number.first - 3 >= start and doc[number.first - 3].lemma_.lower() in words_of("estimating")
    at = toll_noun(doc, number, None, start)
    if at is None or at == start or doc[at].lemma_.lower() not in words_of("count_alone"):
        return False
    opens = at - 1 - (at - 1 > start and doc[at - 1].lower_ in words_of("real_count"))
    the = doc[opens].lower_ in words_of("the_count") or (opens == at - 1 and doc[opens].tag_ == "PRP$")
    return the and (doc[at + 1].lower_ != "of" or at + 2 == number.first)


def _names(doc: Tokens, at: int) -> bool:
    return at < len(doc) and doc[at].pos_ in ("NOUN", "PROPN", "ADJ")


def _only_one(doc: "Doc", told: Sequence[Figure], start: int) -> Figure | None:
    """Return the only count of more than one in the sentence that ends before the character `start`."""
    counts = [one for one in _right_before(doc, told, start) if one.unit in COUNTS]
    many = [one for one in counts if one.low != 1 or one.high != 1]
    return many[0] if len(many) == 1 else None


def _right_before(doc: "Doc", told: Sequence[Figure], start: int) -> Iterator[Figure]:
    """Yield the figures of the sentence that ends right before the character `start`, the last one first."""
    for one in reversed(told):
        if text(doc)[one.sentence[1] : start].strip():
            return
        yield one


def _first_of(doc: Tokens, start: int, whole: Figure) -> int:
    """Return the first token of the sentence of a figure, which ends before the token `start`."""
    while start and doc[start - 1].idx >= whole.sentence[0]:
        start -= 1
    return start


def _may_be_meant(token: "Token", whole: Figure) -> bool:
    """Tell whether "them" may be others than the counted: other people beside people, other things beside
    things; not who tells of it, and no word for what befell the counted ("the deaths of six people")."""
    if token.tag_ not in ("NNS", "NNPS") or whole.start <= token.idx < whole.end:
        return False
    if token.ent_type_ in ("DATE", "TIME") or token.lemma_.lower() in (*slot("of"), *words_of("bodies")):
        return False
    if token.lower_ in words_of("never_counted"):
        return False
    speaks = token.dep_ == "nsubj" and token.head.lemma_.lower() in words_of("telling")
    return not speaks and (whole.unit == THING or is_person(token))
