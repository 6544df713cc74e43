"""What can be a source: people, bodies, documents, and the pronouns that mean them."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.extract.sayings.cues import Frame
from sayso.lexicon import table, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TIMES = frozenset({"DATE", "TIME"})
"""Labels of the pipeline's names that are times."""

_TIMES_AND_SUMS = TIMES | {"MONEY", "QUANTITY"}
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})

_PLACED = frozenset({"ORG", "FAC", "GPE", "LOC"})

RELATIVE = frozenset({"who", "which", "that", "whom"})
"""Relative pronouns: such a source is whoever the noun before it names."""


def can_speak(head: "Token", frame: Frame | None = None) -> bool:
    """Say whether a noun phrase can be a source under a verb with this frame: people, bodies and documents
    under any, other nouns where the frame lets anything speak."""
    if head.lower_ == "who":
        # Whatever noun the parser hung the clause on: "listeners to the programme who said …".
        return True
    head = meant(head)
    if head.pos_ in {"PRON", "DET"} or head.lower_ in words("offices", "indefinite"):
        return head.lower_ in words("offices", "pronouns") or head.lower_ in words("offices", "indefinite")
    if head.ent_type_ in _TIMES_AND_SUMS or head.lower_ in words("offices", "voiceless"):
        return False
    if head.pos_ == "PROPN" or head.ent_type_ in _NAMED or known(head) or _some_of(head):
        return True
    return frame is not None and frame.anything and head.pos_ in {"NOUN", "NUM", "ADJ"}


def _some_of(number: "Token") -> bool:
    """ "Nine of the council's members", "hundreds of residents": a number of those who can speak."""
    many = number.like_num or number.lower_ in table("vague")["plurals"]
    whole = object_of(
        next((child for child in number.rights if child.lower_ == "of"), None) if many else None
    )
    return whole is not None and known(whole)


def is_thing(head: "Token") -> bool:
    """Say whether a noun phrase is headed by a common noun that means no time or sum."""
    noun = meant(head)
    named_so = noun.lower_ in words("offices", "voiceless")
    return noun.pos_ == "NOUN" and noun.ent_type_ not in _TIMES_AND_SUMS and not named_so


def is_person(head: "Token") -> bool:
    """Say whether a noun phrase names one person, or stands for one as a pronoun or by an office."""
    if head.pos_ == "PRON":
        return head.lower_ in {"he", "she"}
    return head.ent_type_ == "PERSON" or (head.tag_ == "NN" and head.lower_ in words("offices", "people"))


def known(head: "Token") -> bool:
    """Say whether a word is a noun for people, a body, its house, or a document that speaks."""
    forms = {head.lower_, head.lemma_.lower()}
    if any(forms & words("offices", key) for key in ("people", "bodies", "houses", "documents", "shares")):
        return True
    return head.pos_ == "NOUN" and any(
        form.endswith(ending) and len(form) > len(ending) + 2
        for form in forms
        for ending in words("offices", "agents")
    )


def meant(head: "Token") -> "Token":
    """Return the noun that a relative pronoun stands for; any other word as it is."""
    clause = head.head
    while clause.dep_ in {"conj", "xcomp"} and clause.head.i != clause.i:
        clause = clause.head
    if head.lower_ in RELATIVE and clause.dep_ in {"relcl", "acl"} and clause.head.i < head.i:
        return _person_before(head, clause.head) or clause.head
    return head


def _person_before(pronoun: "Token", noun: "Token") -> "Token | None":
    """The name right before "who", where the parser hung the clause on a thing: "a rejoinder from Mirela
    Kovar (D-N.Y.), who said"."""
    if pronoun.lower_ != "who":
        return None
    if noun.ent_type_ in _PLACED and noun.dep_ == "pobj" and is_person(noun.head.head):
        return noun.head.head  # "a waitress at the Brod Deli, who declined"
    if (member := _member(noun)) is not None:
        return member
    if noun.pos_ != "NOUN" or means_people(noun):
        return None
    bracket = False
    for at in range(pronoun.i - 1, noun.i, -1):
        before = pronoun.doc[at]
        bracket = before.text == ")" or (bracket and before.text != "(")
        if not (bracket or before.is_punct):
            return before if before.ent_type_ == "PERSON" else None
    return None


def _member(seat: "Token") -> "Token | None":
    """The name before a party's letter and a seat: "Rep. Mirela Kovar, R-N.Y., who said"."""
    name, comma, letter, hyphen = seat.doc[max(seat.i - 4, 0) : seat.i] if seat.i > 3 else (seat,) * 4
    joined = comma.text == "," and len(letter) == 1 and letter.is_upper and hyphen.text in {"-", "–"}
    return name if joined and name.ent_type_ == "PERSON" else None


def means_people(noun: "Token") -> bool:
    """Say whether a word is a noun for people or a body, not for a document or another thing."""
    document = not {noun.lower_, noun.lemma_.lower()}.isdisjoint(words("offices", "documents"))
    return known(noun) and not document


def misread_object(preposition: "Token | None") -> "Token | None":
    """Return the noun behind a preposition where the parser makes a verb of the word before it ("according to
    show insiders"), or None."""
    verbs = (
        (child for child in preposition.children if child.dep_ == "pcomp") if preposition is not None else ()
    )
    return next(
        (
            child
            for verb in verbs
            if verb.tag_ == "VB"
            for child in verb.children
            if child.dep_ == "dobj" and child.left_edge.i == verb.i + 1
        ),
        None,
    )


def object_of(preposition: "Token | None") -> "Token | None":
    """Return the noun that a preposition governs, or None; None where there is no preposition."""
    if preposition is None:
        return None
    return next((child for child in preposition.children if child.dep_ == "pobj"), None)


@lru_cache(maxsize=1)
def persons(doc: "Doc") -> Mapping[str, int]:
    """Return the last names, in small letters, of the people that a report names in full, each with the token
    of the first such name."""
    named = (one[-1] for one in reversed(doc.ents) if one.label_ == "PERSON" and len(one) > 1)
    return {last.lower_: last.i for last in named if not last.is_upper}
