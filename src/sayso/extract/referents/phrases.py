"""The words of a noun phrase about its head: what stands before it, what is said to own it, a name beside it,
and what is no part of it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sayso.extract.names.kinds import Name
from sayso.extract.names.roles import is_role
from sayso.extract.sayings.subjects import as_saying, charge
from sayso.extract.sayings.voices import known, meant
from sayso.lexicon import words
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_BEFORE_A_NAME = frozenset({"NN", "NNP", "JJ", "CD", "HYPH"})
"""Tags of what may stand before a name behind its comma: "the trainer, 77-year-old Odran Feeley"."""


def whose(head: "Token") -> list["Token"]:
    """Return the words for what a person is said to be of, right behind the name: "Ana Kovar of the Harbour
    Authority"."""
    members = [
        child for child in head.rights if child.dep_ == "prep" and child.lower_ in {"of", "from", "at"}
    ]
    return [token for child in members[:1] for token in child.subtree if token.i > child.i]


def restricted(head: "Token") -> list["Token"]:
    """Return the words that tell which one a noun means: "the mayor of Orvelle"; not what an agent charges
    somebody with."""
    outside = charge_behind(head)
    return [
        token
        for child in head.rights
        if child.dep_ == "prep" and child.lower_ in {"of", "for", "from"}
        for token in child.subtree
        if token.i > child.i and token.i not in outside
    ]


def charge_behind(head: "Token") -> frozenset[int]:
    """Return the tokens of what is charged that the parser hung on who does so, or on who is said to have
    done it: "accused by the guard | of selling it", "accused the army | of bombing markets"."""
    verb = head.head.head if head.dep_ == "pobj" and head.head.dep_ == "agent" else head.head
    charged = charge(verb) if head.dep_ in {"pobj", "dobj"} else None
    return frozenset(token.i for token in charged.subtree) if charged is not None else frozenset()


def content_words(tokens: Iterable["Token"]) -> set[str]:
    """Return the nouns, names and people's names among words, as they stand in a dictionary."""
    return {token.lemma_.lower() for token in tokens if token.pos_ in {"NOUN", "PROPN", "ADJ"}}


def only_modifies(head: "Token", name: Name) -> bool:
    """Say whether a head stands outside the name that its token belongs to."""
    return not name.first <= head.i < name.last


def left_of(head: "Token") -> list["Token"]:
    """Return the words of a phrase before its head, punctuation and white space left out."""
    return [t for t in head.doc[head.left_edge.i : head.i] if not t.is_punct and not t.is_space]


def set_beside(doc: "Doc", head: "Token", name: Name) -> bool:
    """Say whether a name follows its noun directly, its own title between them or not ("President X"), or
    after a comma that closes what belongs to the noun, with words of its own: "an official, deputy police
    chief X"."""
    at = name.first - 1 - len((name.title or "").split())
    while at > head.i and doc[at].lower_ in words("offices", "not_now"):
        at -= 1
    before = doc[at]
    if before.i <= head.i < name.first or (head.text[0].isupper() and _of(doc, before.i - 1) == head.i):
        return True
    follows = doc[name.last] if name.last < len(doc) else None
    possessive = follows is not None and follows.tag_ == "POS"
    apposed = next((t for t in doc[name.first : name.last] if t.dep_ == "appos"), None)
    if apposed is None or possessive:
        return False
    while apposed.head.i == head.i and before.tag_ in _BEFORE_A_NAME and before.i > head.i:
        before = before.nbor(-1)
    return before.text == ","


def who_tells(pronoun: "Token") -> "Token | None":
    """Return whom "who" means that tells what a pronoun does, or several who do: "Kovar met Brod, who said he
    would go", "the pilots signalled that they were ready"."""
    verb = pronoun.head
    if pronoun.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ != "ccomp":
        return None
    if pronoun.lower_ == "they":
        told = (child for child in verb.head.lefts if child.dep_ == "nsubj" and child.tag_ == "NNS")
        return next((child for child in told if known(child) and not child.conjuncts), None)
    who = next((child for child in verb.head.lefts if child.lower_ == "who"), None)
    noun = meant(who) if who is not None else None
    return noun if noun is not who else None


def led_by(head: "Token", named: Mapping[int, tuple[Name, str]]) -> "Token | None":
    """Return the person named behind a body that the parser took for the head of the phrase: "Gang of Six
    leader Ana Kovar", not "the office of Brod mayor Ana Kovar"."""
    of = next((child for child in head.rights if child.lower_ == "of"), None)
    if of is None or head.tag_ in {"NNS", "NNPS"} or not head.text[0].isupper() or any(head.lefts):
        return None
    person = next((child for child in of.children if child.dep_ == "pobj"), None)
    name = named[person.i][0] if person is not None and person.i in named else None
    if name is None or name.kind is not EntityKind.PERSON or name.first - 2 <= of.i:
        return None
    kin = head.lower_ in words("mentions", "kin")
    return person if is_role(head.doc[name.first - 1]) and not (kin or is_role(head)) else None


def _of(doc: "Doc", index: int) -> int | None:
    """The word before "of" in a title: "Superintendent of Police"."""
    return index - 1 if index > 0 and doc[index].lower_ == "of" else None


def _adjoined_name(token: "Token") -> bool:
    """An apposed name without a comma belongs to its noun: "the newspaper The Evening Lamp"."""
    return token.dep_ == "appos" and token.pos_ == "PROPN" and not token.doc[token.left_edge.i - 1].is_punct


def is_aside(token: "Token", head: "Token") -> bool:
    """Say whether a token stands in a clause or after a comma beside the description that `head` heads."""
    while token.i != head.i and token.head.i != token.i:
        clause = token.dep_ in {"relcl", "acl", "appos", "advcl", "conj", "cc"} and not _adjoined_name(token)
        if token.i > head.i and (clause or as_saying(token)):
            return True
        token = token.head
    return False
