"""Numbers led by a noun that names the count: "the death toll rose to 12", "the number of houses destroyed",
"the dead at 17"."""

from sayso.extract.figures.countwords import SLOT, Counted, Governed, is_person, slot, words_of
from sayso.extract.figures.numberwords import Number
from sayso.extract.sentences import Tokens
from sayso.lexicon import words

TOLD_REACH = 3
"""Tokens after the counted among which the word that says what befell it stands: "houses destroyed"."""


def from_toll(doc: Tokens, number: Number, noun: Counted | None, start: int) -> Governed | None:
    """Return the measure that a toll or number noun before gives: "the number of wounded stands at 30"."""
    at = toll_noun(doc, number, noun, start)
    if at is None:
        return None
    if doc[at].lemma_.lower() not in words_of("count"):
        return Governed(slot("adjectives").get(doc[at].lower_) or slot("nouns")[doc[at].lemma_.lower()], at)
    whom = toll_of(doc, at, number)
    if whom is None:
        measure = (
            slot("nouns").get(doc[at - 1].lemma_.lower() if at else "")
            or slot("tolls").get(doc[at].lemma_.lower())
            or (_befell(doc, at + 1) if at + 1 < number.first else None)
        )
        return Governed(measure, at) if measure else None
    return _toll_over(doc, at, whom, number)


def toll_noun(doc: Tokens, number: Number, noun: Counted | None, start: int) -> int | None:
    """Return the toll or number noun that a number belongs to: the nearest before it, with no other number
    between.

    "the dead" and "the missing" name a count too when "at", "to" or "from" leads to the number, and so do
    deaths "at 2,214". In "from 26 to 19" and "to 23 from 17" both numbers are of one noun. Days are no
    numbers here: "the number of deaths by August 4 to 93,765".
    """
    if noun is not None and doc[noun.head].lemma_.lower() not in words(SLOT, "persons"):
        return None
    led = number.first > start and doc[number.first - 1].lower_ in words_of("reached")
    for index in range(number.first - 1, start - 1, -1):
        other = doc[index].like_num and doc[index].ent_type_ != "DATE"
        if doc[index].text == ";" or (other and not _moves_on(doc, number, index)):
            return None
        if doc[index].lemma_.lower() in words_of("count") or (led and _is_the_dead(doc, index, start)):
            return index
    return None


def _moves_on(doc: Tokens, number: Number, index: int) -> bool:
    """Tell whether the number at `index` is the other end of a movement, or how far it went: "from 26 to
    19", "to 23 from 17", "at 23, up from 17", "by two to 43"."""
    led = doc[index - 1].lower_, doc[number.first - 1].lower_
    return led in (("from", "to"), ("to", "from"), ("at", "from"), ("by", "to"))


def _is_the_dead(doc: Tokens, index: int, start: int) -> bool:
    token = doc[index]
    named = token.lower_ in slot("adjectives") or token.lemma_.lower() in slot("nouns")
    after = doc[index + 1] if index + 1 < len(doc) else None
    alone = after is None or after.pos_ not in ("NOUN", "PROPN", "ADJ")
    counted = token.tag_ == "NNS" and after is not None and after.lower_ == "at"
    return named and alone and index > start and (doc[index - 1].lower_ == "the" or counted)


def toll_of(doc: Tokens, at: int, number: Number) -> Counted | None:
    """Return the noun phrase after "the number of", or None; of "the toll of the fire" the fire is not
    counted."""
    if at + 2 >= number.first or doc[at + 1].lower_ != "of":
        return None
    end = at + 2
    while end < number.first and (
        doc[end].pos_ in ("NOUN", "PROPN", "ADJ", "DET")
        or doc[end].tag_ in ("VBN", "VBG", "VBD")
        or (end == at + 2 and doc[end].lower_ == "those")
    ):
        end += 1
    inside = range(end - 1, at + 1, -1)
    head = next((index for index in inside if doc[index].pos_ in ("NOUN", "PROPN")), None)
    head = head or next((index for index in inside if _befell(doc, index)), None)
    if head is None or (doc[at].lemma_.lower() in slot("tolls") and not _are_counted(doc, head)):
        return None
    return Counted(at + 2, head + 1, head)


def _are_counted(doc: Tokens, head: int) -> bool:
    return is_person(doc[head]) or _befell(doc, head) is not None


def _toll_over(doc: Tokens, at: int, whom: Counted, number: Number) -> Governed | None:
    """Return the measure of "the number of people killed", "the number of wounded", "the number of troops
    present"."""
    near = range(whom.start, min(whom.end + TOLD_REACH, number.first))
    measure = next((found for index in near if (found := _befell(doc, index))), None)
    if measure:
        return Governed(measure, at)
    posted = any(doc[index].lower_ in words_of("present") for index in near)
    sent = posted and doc[whom.head].lemma_.lower() in words_of("deployable")
    return Governed("deployed", at) if sent else None


def _befell(doc: Tokens, index: int) -> str | None:
    """Return the measure of a word that says what befell the counted: "dead", "killed", "on board"."""
    token, lemma = doc[index], doc[index].lemma_.lower()
    told = token.tag_ in ("VBN", "VBD")
    return (
        slot("nouns").get(lemma)
        or slot("adjectives").get(token.lower_)
        or (slot("patient").get(lemma) or slot("subject").get(lemma) if told else None)
        or (slot("phrases").get(f"{token.lower_} {doc[index + 1].lower_}") if index + 1 < len(doc) else None)
    )
