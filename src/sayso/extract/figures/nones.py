"""Figures of nought: "no casualties", "no survivors", "no one was hurt", "no guards were killed"."""

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from sayso.extract.figures.counted import counted
from sayso.extract.figures.counting import Quantity
from sayso.extract.figures.countwords import Counted, Governed, is_person, slot, words_of
from sayso.extract.figures.deeds import is_passive
from sayso.extract.figures.numberwords import Number
from sayso.extract.sentences import Tokens, bounds

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def nones(doc: Tokens, stop: int, taken: Set[int], nobodies: Sequence[int]) -> Iterator[Quantity]:
    """Yield a nought for each "no" and "nobody" at the tokens `nobodies` of the sentence up to `stop`, where
    what is counted or what befell nobody tells of what; `taken` are tokens of other figures."""
    for at in nobodies:
        if at in taken or (at + 1 < stop and doc[at + 1].is_quote):
            continue  # the "no" of 'five "no" votes' is a word
        bare = doc[at].lower_ != "no" or (at + 1 < stop and doc[at + 1].lower_ == "one")
        number = Number(at, at, at + 1 + (bare and doc[at].lower_ == "no"), 0, 0)
        noun = None if bare else counted(doc, number, stop, frozenset(taken))
        found = _of_noun(doc, noun) if noun is not None else None
        found = found or _befell(doc, number, noun)
        if found is not None and not _leaves_some(doc, number, noun):
            yield Quantity(number, noun, None, found)


def is_of_some(doc: "Doc", nought: Quantity) -> bool:
    """Tell whether a nought is that of some of those there: "no guards were hurt", "no one on the tanker was
    hurt"; "no one was hurt in the fire" is that of all."""
    governed, noun = nought.governed, nought.noun
    if governed is None or (noun is not None and governed.by == noun.head):
        return False
    if noun is not None and doc[noun.head].lower_ not in words_of("anybody"):
        return True
    near = (*doc[governed.by].rights, *doc[nought.number.end - 1].rights)
    return any(child.dep_ == "prep" and child.lower_ in words_of("somewhere") for child in near)


def _of_noun(doc: Tokens, noun: Counted) -> Governed | None:
    measure = slot("nouns").get(doc[noun.head].lemma_.lower())
    return Governed(measure, noun.head) if measure is not None else None


def _leaves_some(doc: Tokens, number: Number, noun: Counted | None) -> bool:
    """Tell whether those told of are left: "no more survivors", "no one else was hurt"."""
    behind = doc[noun.start : noun.head] if noun is not None else doc[number.end : number.end + 1]
    return not words_of("further").isdisjoint(token.lower_ for token in behind)


def _befell(doc: Tokens, number: Number, noun: Counted | None) -> Governed | None:
    """Return what is said to have befallen nobody; nothing is by "no one should be killed", "if nobody
    dies"."""
    head = doc[noun.head] if noun is not None else doc[number.end - 1]
    if noun is not None and not is_person(head):
        return None
    verb = head.head
    if verb.pos_ not in ("VERB", "AUX") or verb.i < head.i:
        return None
    told = _told(verb, head)
    return Governed(*told) if told is not None and not _is_open(verb) else None


def _told(verb: "Token", subject: "Token") -> tuple[str, int] | None:
    lemma = verb.lemma_.lower()
    if subject.dep_ == "nsubjpass" and is_passive(verb):
        measure = slot("patient").get(lemma)
    elif subject.dep_ == "nsubj":
        word = next((child for child in verb.rights if child.dep_ == "acomp"), None)
        if lemma == "be" and word is not None:
            verb, measure = word, slot("adjectives").get(word.lower_)
        else:
            measure = slot("subject").get(lemma)
    else:
        return None
    return (measure, verb.i) if measure in words_of("befalls_people") else None


def _is_open(verb: "Token") -> bool:
    """Tell whether a verb says what may be, or denies it."""
    marks = words_of("unreal") | words_of("conditions") | words_of("negations") | {"to"}
    return any(child.lower_ in marks for child in verb.lefts) or verb.doc[bounds(verb)[1] - 1].text == "?"
