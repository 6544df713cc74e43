"""People of whom one by one it is told that they were killed or hurt, by name or as "the driver", "his wife":
each is a figure of one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from sayso.extract.figures.countwords import Counted, Governed, is_one_person, slot, words_of
from sayso.extract.figures.deeds import (
    completed,
    completed_verbs,
    is_denied,
    is_excluded,
    is_passive,
    is_real,
    is_spared,
)
from sayso.extract.sentences import of_lemma, tokens
from sayso.lexicon import given_names, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NOBODY = frozenset({"GPE", "ORG", "NORP", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
_AGED = frozenset({"year", "years", "old"})
"""What is left of an age before a name: "65-year-old Ana Ruiz"."""

_ROW = 8
"""Victims of the longest row that is read: "the murder of Ana Ruiz, her driver and the mayor"."""

_NEAR = 24
"""Words, and parts of a clause, among which a subject or the noun before "who" stands: a guard against
sentences without end."""

_NAME = 8
"""Words of the longest name with its titles."""


@dataclass(frozen=True, slots=True)
class Victim:
    """A person as a counted phrase, the measure and its giver, and what tells two mentions to be of one.

    `named` is False for "the driver", who may be somebody told of before.
    """

    whom: Counted
    governed: Governed
    key: str
    named: bool


def victims(doc: "Doc", sentence: "Span") -> Iterator[Victim]:
    """Yield those that a sentence tells of one by one, in order of the words that say what befell them."""
    telling = of_lemma(sentence, _telling())
    violent = bool(telling) and bool(of_lemma(sentence, words_of("violent")))
    for token in telling:
        measure = _measure(token, violent)
        if measure is None:
            continue
        sufferers = list(_suffered(token))
        for person in (*_rows(sufferers), *_rows(_members((token, *sufferers)))):
            victim = _single(doc, person, Governed(measure, token.i), sentence)
            if victim is not None:
                yield victim


@cache
def _telling() -> frozenset[str]:
    """Return the lemmas by which anything can be said to have befallen somebody (`_measure`)."""
    losses = {phrase.split()[0] for phrase in slot("phrases")}
    listed = (*slot("adjectives"), *slot("one_by_one"), *slot("subject"), *slot("of"), *words_of("bodies"))
    return completed_verbs() | losses | frozenset(listed) | {"life"}


def _measure(token: "Token", violent: bool) -> str | None:
    """Return what a verb or noun says befell somebody; deaths count where the sentence tells of violence."""
    lemma = token.lemma_.lower()
    if token.dep_ == "acomp" and token.head.pos_ in ("VERB", "AUX"):
        spared = slot("adjectives").get(lemma)
        return spared if spared in words_of("befalls_one") and not is_denied(token.head) else None
    if token.pos_ == "VERB":
        done = slot("one_by_one").get(lemma) or completed(token) or _undergone(token, lemma)
        died = slot("subject").get(lemma) if violent and lemma in words_of("dying") else None
        if is_spared(token) and done == "injured":
            return "unharmed"
        return (done or died) if not is_denied(token) else None
    if token.pos_ != "NOUN":
        return None
    if lemma in words_of("bodies"):
        return "killed" if token.head.lemma_.lower() in words_of("found") else None
    if lemma == "life":
        return slot("takes").get(f"{token.head.lemma_.lower()} life") if token.dep_ == "dobj" else None
    deed = slot("of").get(lemma) if violent or lemma not in words_of("dying") else None
    return deed if deed in words_of("befalls_one") and is_real(token) else None


def _undergone(verb: "Token", lemma: str) -> str | None:
    """Return the measure of "lost his life", "suffered burns", "received three wounds"."""
    objects = (child.lemma_.lower() for child in verb.children if child.dep_ == "dobj")
    return next((found for noun in objects if (found := slot("phrases").get(f"{lemma} {noun}"))), None)


def _suffered(deed: "Token") -> Iterator["Token"]:
    """Yield the nouns for whom a verb or noun befell, the first of each row."""
    if deed.dep_ == "acomp":
        yield from _subjects(deed.head, ("nsubj",))
    elif deed.pos_ == "NOUN":
        yield from (child for child in deed.children if child.dep_ == "poss")
        yield from (
            noun for preposition in _ofs(deed) for noun in preposition.children if noun.dep_ == "pobj"
        )
    elif deed.dep_ == "amod":
        yield deed.head
    elif deed.lemma_.lower() in words_of("dying") or _undergone(deed, deed.lemma_.lower()):
        yield from _subjects(deed, ("nsubj",))
    elif is_passive(deed) or _is_bare_participle(deed):
        yield from _subjects(deed, ("nsubjpass",))
    else:
        yield from (child for child in deed.children if child.dep_ == "dobj")


def _ofs(deed: "Token") -> Iterator["Token"]:
    """Yield each "of" of a noun, that behind its date too: "the murder on 3 May of ..."."""
    for child in deed.children:
        if child.lower_ == "of":
            yield child
        elif child.dep_ == "prep":
            dates = (noun for noun in child.children if noun.ent_type_ in ("DATE", "TIME"))
            yield from (after for noun in dates for after in noun.children if after.lower_ == "of")


def _subjects(verb: "Token", roles: tuple[str, ...]) -> Iterator["Token"]:
    """Yield a verb's subjects; those of the verb it is joined to, or the noun before a relative clause."""
    found = [child for child in verb.children if child.dep_ in roles]
    if not found and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
        found = [child for child in islice(verb.lefts, _NEAR) if child.dep_ in ("nsubjpass", *roles)]
    relative = not found or found[0].tag_ == "WP"
    if relative and verb.dep_ in ("acl", "relcl"):
        found = [] if _is_unclear(verb) else [verb.head]
    yield from found


def _is_unclear(verb: "Token") -> bool:
    """Tell whether "who was killed" could be of another person nearer by: "the father of Ana Ruiz, who was
    killed"."""
    start = min(verb.left_edge.i, verb.i)
    between = tokens(verb.doc)[verb.head.i + 1 : start]
    return len(between) > _NEAR or any(
        token.ent_type_ == "PERSON" or is_one_person(token.lemma_.lower()) for token in between
    )


def _is_bare_participle(verb: "Token") -> bool:
    """Tell whether a participle is passive without an auxiliary of its own: "a man killed on Monday", "was
    kidnapped and murdered"; not "whose troops had killed"."""
    active = any(child.dep_ in ("dobj", "nsubj") or child.lemma_ == "have" for child in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "conj", "relcl") and not active


def _members(whole: Iterable["Token"]) -> Iterator["Token"]:
    """Yield whom "including" names of those who suffered: "ten workers were killed, including Ana Ruiz"."""
    for token in whole:
        listing = (child for child in token.children if child.lower_ == "including")
        yield from (noun for word in listing for noun in word.children if noun.dep_ == "pobj")


def _rows(heads: Iterable["Token"]) -> Iterator["Token"]:
    """Yield nouns, each with those joined to it, from left to right."""
    for head in heads:
        yield head
        yield from [token for token in head.conjuncts if token.i > head.i][:_ROW]


def _single(doc: "Doc", head: "Token", governed: Governed, sentence: "Span") -> Victim | None:
    if is_excluded(head):
        if governed.measure != "injured":
            return None
        governed = Governed("unharmed", governed.by)
    if head.lower_ == "one":
        return _one_of(head, governed)
    start = max(sentence.start, head.i - _NAME)
    first = head.i
    while first > start and _belongs(doc[first - 1], head, governed.by):
        first -= 1
    if first > start and doc[first - 1].like_num:
        return None
    while first < head.i and (doc[first].tag_ in ("HYPH", "POS") or doc[first].lower_ in _AGED):
        first += 1
    phrase = doc[first : head.i + 1]
    if any(token.ent_type_ in ("ORDINAL", "CARDINAL") for token in phrase):
        return None
    whom = Counted(first, head.i + 1, head.i)
    if (
        head.tag_ == "NNP"
        and not is_one_person(head.lower_)
        and head.lower_ not in words("truecase", "titles")
    ):
        named = _is_named(phrase, head) or (_must_be_human(doc[governed.by]) and _may_be_one(head))
        return Victim(whom, governed, head.lower_, True) if named else None
    if head.tag_ not in ("NN", "NNP") or not is_one_person(head.lemma_.lower()):
        return None
    led = first < head.i and (doc[first].lower_ in words_of("the_one") or _is_owned(doc, first, head))
    shared = led or _shares_owner(head, doc[governed.by])
    return Victim(whom, governed, head.lemma_.lower(), False) if shared else None


def _one_of(one: "Token", governed: Governed) -> Victim | None:
    """Read "one of the guards", of people in the plural."""
    ruled = [noun for child in one.children if child.lower_ == "of" for noun in child.children]
    whom = next((noun for noun in ruled if noun.dep_ == "pobj" and noun.tag_ in ("NNS", "NNPS")), None)
    if whom is None or whom.i - one.i > _NAME or not is_one_person(whom.lemma_.lower()):
        return None
    return Victim(Counted(one.i, whom.i + 1, whom.i), governed, f"one of {whom.lower_}", True)


def _belongs(token: "Token", head: "Token", deed: int) -> bool:
    """Tell whether a word right before belongs to the phrase: names, titles, adjectives, "the", "his"."""
    if token.i == deed or not head.is_ancestor(token):
        return False
    if token.pos_ in ("PROPN", "NOUN", "ADJ") or token.tag_ in ("VBN", "HYPH", "POS", "PRP$"):
        return True
    return token.pos_ == "DET" and head.i - token.i <= _NAME


def _is_owned(doc: "Doc", first: int, head: "Token") -> bool:
    return any(doc[at].tag_ in ("POS", "PRP$") for at in range(first, head.i))


def _shares_owner(head: "Token", verb: "Token") -> bool:
    """Tell whether "his" stands before the noun that this one is joined to, and the verb tells of both: "his
    wife and son were killed"; "his friend and colleague was" is one man."""
    owned = head.dep_ == "conj" and any(child.tag_ == "PRP$" for child in head.head.lefts)
    plural = any(child.lower_ in ("were", "are", "have") for child in verb.lefts)
    return owned and plural and not any(child.pos_ == "DET" for child in head.lefts)


def _must_be_human(deed: "Token") -> bool:
    return deed.lemma_.lower() in words_of("only_people")


def _may_be_one(name: "Token") -> bool:
    """Tell whether a name could be a person's: no acronym, and no foreign plural ("Carabineros")."""
    return not name.text.isupper() and not name.lower_.endswith("s")


def _is_named(phrase: "Span", head: "Token") -> bool:
    """Tell whether a name is a person's: the pipeline says so, or a given name or a title leads it."""
    titled = any(token.lower_ in words("truecase", "titles") for token in phrase[:-1])
    given = any(given_names.gender(token.lower_) is not None for token in phrase)
    several = sum(token.pos_ == "PROPN" for token in phrase) > 1
    if head.ent_type_ in _NOBODY and not titled and not (given and several):
        return False
    return titled or given or head.ent_type_ == "PERSON"
