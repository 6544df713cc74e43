"""Numbers that stand without a noun of their own and are figures still: the noun is said before, in the
sentence or in the report."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extract.figures.countwords import Governed, slot, words_of
from sayso.extract.figures.deeds import is_passive
from sayso.extract.figures.numberwords import DASH, Number
from sayso.extract.figures.shares import is_shared_by_many
from sayso.extract.sentences import Tokens
from sayso.model.report import Figure

if TYPE_CHECKING:
    from spacy.tokens import Token

DASHED = 100
"""Below this, two numbers with a dash and without a noun are a result, an hour or a date."""

GAP = 3
"""Tokens of "in Oslo and"."""

OPENING = 5
"""Tokens of "people killed ," between the number of a whole and that of its part."""

SMALL = 10
"""A number below this, said again, may well be another thing; from here on it is the same figure."""


def stands(doc: Tokens, number: Number, stop: int) -> bool:
    """Tell whether a number is a figure by itself, though no noun or measure is found for it.

    It is more than a small bare number, or takes its noun from the figure before: "85 of them", "85 who were
    lifted out".
    """
    ranged = number.ranged and not _is_dashed(doc, number)
    written = number.scaled or number.vague or ranged or number.first < number.core
    return written or "," in doc[number.core].text or _shares(doc, number, stop)


def _is_dashed(doc: Tokens, number: Number) -> bool:
    """Tell whether two small numbers that count nothing only stand with a dash: "9-11 on the clock"."""
    small = number.high is not None and number.high < DASHED
    return small and any(token.text in DASH for token in doc[number.core : number.end])


def leans(doc: Tokens, number: Number) -> bool:
    """Tell whether a bare number takes its noun from the figure before in the sentence: the subject of "51
    were taken to hospital", or "12 seriously" behind "40 were hurt"."""
    if number.end - number.first > 1 or doc[number.core].lower_ == "one":
        return graver(doc, number)
    verb = doc[number.core].head
    subject = doc[number.core].dep_ in ("nsubj", "nsubjpass") and verb.i > number.core
    plural = any(word.tag_ in ("VBP", "VBD") for word in (verb, *verb.children))
    return (subject and plural) or graver(doc, number)


def graver(doc: Tokens, number: Number) -> bool:
    """Tell whether a bare number counts the worse hurt: "40 were hurt, 12 seriously"."""
    after = doc[number.end] if number.end < len(doc) else None
    before = doc[number.first - 1].text if number.first else ""
    closed = number.end + 1 >= len(doc) or doc[number.end + 1].is_punct
    return (
        after is not None and after.lower_ in words_of("gravely") and closed and before in (",", "and", "(")
    )


def gapped(doc: Tokens, start: int, number: Number, end: int) -> bool:
    """Tell whether a list goes on with a number in another place: from `start`, the end of what was counted
    before, "in Oslo and" of "12 people in Oslo and seven in Lima" stands, and its like behind `end`."""
    between = doc[start : number.first]
    if len(between) < GAP or between[0].lower_ not in words_of("places_in"):
        return False
    names = [token for token in between[1:] if token.lower_ not in words_of("listing")]
    joined = between[-1].lower_ in words_of("listing") and between[-1].lower_ != "the"
    if not names or not joined or not all(_may_be_place(token) for token in names):
        return False
    behind = [token for token in doc[end : end + GAP] if token.lower_ != "the"]
    return len(behind) > 1 and behind[0].lower_ == between[0].lower_ and _may_be_place(behind[1])


def _may_be_place(token: "Token") -> bool:
    return token.text[:1].isupper() and token.ent_type_ not in ("DATE", "TIME")


def _shares(doc: Tokens, number: Number, stop: int) -> bool:
    after = doc[number.end].lower_ if number.end < stop else ""
    before = doc[number.first - 1].lower_ if number.first else ""
    told = shares_them(doc, number) or _shares_counted(doc, number, stop)
    return told or after in ("who", "whose") or before == "including"


def _shares_counted(doc: Tokens, number: Number, stop: int) -> bool:
    """Tell whether a whole with its number follows: "twelve of the 40 who died"."""
    behind = doc[number.end : min(number.end + 3, stop)]
    of, definite = ([token.lower_ for token in behind] + ["", ""])[:2]
    return of == "of" and definite in words_of("definite") and behind[-1].tag_ == "CD"


def is_of_opening(doc: Tokens, number: Number, before: Number, start: int) -> bool:
    """Tell whether a number counts some of the whole that opens its sentence at token `start`: the 12 of "of
    the 40 dead, 12 were children", `before` being the 40."""
    opening = " ".join(token.lower_ for token in doc[start : before.first])
    near = number.first - before.end <= OPENING
    return near and opening in words_of("of_a_whole") and doc[number.first - 1].text == ","


def shares_them(doc: Tokens, number: Number) -> bool:
    """Tell whether "of them" or "of whom" follows a number."""
    after = [token.lower_ for token in doc[number.end : number.end + 2]]
    return after[:1] == ["of"] and after[1:] != [] and after[1] in words_of("them")


def again(doc: Tokens, number: Number, told: Sequence[Figure], start: int, stop: int) -> Figure | None:
    """Return the figure of `told` that a number without a noun takes up: "the 640", "about 60 of the 640".

    The number must be led by "the" or by a count noun and "of" ("the figure of 26"), or be a share of one
    that is. A small one is taken up only where it is told what some of it are: "eight of the nine".
    """
    value = shared_whole(doc, number, stop)
    if value is None and number.low == number.high and _is_led_back(doc, number):
        value = number.low
    if value is None or (value < SMALL and not is_shared_by_many(doc, number, start)):
        return None
    counts = (one for one in reversed(told) if one.unit != "percent")
    return next((one for one in counts if one.low == one.high == value), None)


def _is_led_back(doc: Tokens, number: Number) -> bool:
    before = [token.lower_ for token in doc[max(0, number.first - 2) : number.first]]
    counted = len(before) == 2 and before[1] == "of" and before[0] in words_of("count")
    return before[-1:] == ["the"] or counted


def shared_whole(doc: Tokens, number: Number, stop: int) -> float | None:
    """Return the 640 of "60 of the 640", or None."""
    shared = [token.lower_ for token in doc[number.end : min(number.end + 3, stop)]]
    whole = shared[-1] if len(shared) == 3 and shared[:2] == ["of", "the"] else ""
    digits = whole.replace(",", "")
    return int(digits) if digits.isdecimal() and len(digits) <= len("999999999") else None


def led(doc: Tokens, number: Number, before: Governed | None, start: int) -> Governed | None:
    """Return the measure of a number without a noun from the word that leads to it.

    A group ("a workforce of 21,000", "put the crowd at 2,000") counts under its own noun. What a craft is
    licensed to carry is its capacity. A verb of counting goes on with the measure `before`, that of the
    figure before in the sentence: "put the toll at 17, while the army had counted only 14".
    """
    if _is_crowd(doc, number):
        return Governed("people", number.core)
    at = number.first - 1
    if at < start:
        return None
    group = doc[at - 1].lemma_.lower() if doc[at].lower_ == "of" and at > start else ""
    if group in words_of("groups") or group in words_of("towns"):
        return Governed(group if group in words_of("groups") else "population", at - 1)
    if doc[at].lower_ == "at" and _is_put(doc, at, start):
        return Governed(doc[at - 1].lemma_.lower(), at - 1)
    if doc[at].pos_ == "VERB" and _is_room(doc, at):
        return Governed("capacity", at)
    # "Surpassed" is also a word of the number, which it opens to above.
    reached = next(
        (index for index in (number.first, at) if doc[index].lemma_.lower() in words_of("reaching")), None
    )
    if reached is not None:
        return _reached(doc, reached)
    counting = doc[at].lemma_.lower() in words_of("counting") and doc[at].pos_ == "VERB"
    return Governed(before.measure, at) if counting and before is not None else None


def _is_crowd(doc: Tokens, number: Number) -> bool:
    """Tell whether "thousands" or "dozens" who do something are people: "thousands marched"; not "dozens were
    sold"."""
    token = doc[number.core]
    if not number.vague or token.dep_ != "nsubj" or is_passive(token.head):
        return False
    return token.head.lemma_.lower() in words_of("crowd_does") or _is_without(token.head)


def _is_without(verb: "Token") -> bool:
    """Tell whether "be" tells of what only people go without: "thousands were without power"."""
    return verb.lemma_ == "be" and any(child.lower_ == "without" for child in verb.rights)


def _is_put(doc: Tokens, at: int, start: int) -> bool:
    """Tell whether "at" leads to how large somebody puts a group: "estimated the crowd at 2,000"."""
    if at - 3 < start or doc[at - 1].lemma_.lower() not in words_of("groups"):
        return False
    return doc[at - 2].pos_ == "DET" and doc[at - 3].lemma_.lower() in words_of("estimating")


def _reached(doc: Tokens, verb: int) -> Governed | None:
    """Return the measure of what came to a number: "deaths have surpassed 1,900"."""
    who = next((child for child in doc[verb].lefts if child.dep_ == "nsubj" and child.tag_ == "NNS"), None)
    measure = slot("nouns").get(who.lemma_.lower()) if who is not None else None
    return Governed(measure, who.i) if who is not None and measure is not None else None


def _is_room(doc: Tokens, verb: int) -> bool:
    """Tell whether a verb says what something has room for: "is licensed to carry", "can seat"."""
    token = doc[verb]
    able = token.head.lemma_.lower() in words_of("licensed") and token.dep_ == "xcomp"
    can = any(child.lower_ in ("can", "could") for child in token.children)
    return slot("room").get(token.lemma_.lower()) is not None and (able or can)
