"""Whether a noun can mean an entity by its number, its rank, and by what it is said to be of."""

from typing import TYPE_CHECKING

from sayso.extract.names.roles import is_body, is_role
from sayso.extract.referents.bearing import bears, name_words
from sayso.extract.referents.countries import country_in
from sayso.extract.referents.phrases import content_words, restricted
from sayso.extract.referents.register import GOVERNMENT, Record, Register, is_lesser
from sayso.lexicon import gazetteer, words
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_BESIDE = frozenset({"compound", "amod", "nmod"})
"""What words before a noun hang by that tell which one is meant."""

_WHOSE = _BESIDE | {"poss"}

_PLURAL = frozenset({"NNS", "NNPS"})


def called(book: Register, entity: str, head: "Token") -> bool:
    """Return whether a noun heads what an entity is called, and agrees with it."""
    # Agreement is asked last: it reads the words around the noun, and most names have not even the noun.
    return bears(book.records[entity], head.lemma_.lower()) and agrees(book, head, entity)


def agrees(book: Register, head: "Token", entity: str) -> bool:
    """Return whether a noun can mean an entity by its number, and by what it is said to be of: "the mayor of
    Orvelle" is not the one of Brannock, "the Orvelle mayor" neither, nor "both firms" one of them."""
    record = book.records[entity]
    names = name_words(record)
    if head.tag_ in _PLURAL and not record.plural and head.lower_ not in names:
        return False
    second = record.second if record.second is not None else is_lesser({*names, *record.told})
    said = {child.lower_ for child in head.lefts}
    if record.kind is EntityKind.PERSON and is_lesser(said) != second:
        return False
    if record.former and words("offices", "past").isdisjoint(said):
        return False
    if head.tag_ == "NN" and record.plural and not record.named and head.lower_ not in names:
        return False
    # Where a firm is from is seldom told, so "the Swedish company" says little against one.
    of = [*restricted(head), *(() if is_firm(record) else _places_before(book, head))]
    if not _may_be_of(book, record, head):
        return False
    if not of:
        return True
    owner = book.records[record.owner] if record.owner else None
    country = country_in(of)
    if country is not None and GOVERNMENT + country[0] in {entity, record.owner, owner and owner.owner}:
        return True
    whose = name_words(owner) if owner else set()
    return not (names | whose | record.told).isdisjoint(content_words(of))


def _may_be_of(book: Register, record: Record, head: "Token") -> bool:
    """Whether the names before a noun may tell of an entity: "the NBC reporter" is no reporter of another
    outlet, "the mayor's office" nobody's but a mayor's, and "the Republican leader" no Democrat."""
    named = [token for token in head.lefts if token.dep_ in _WHOSE and _tells_whose(book, token, head)]
    if not named:
        return True
    owner = book.records[record.owner] if record.owner else None
    told = name_words(record) | record.told | (name_words(owner) if owner else set())
    parties = words("offices", "parties")
    for token in named:
        said = {token.lower_, token.lemma_.lower()}
        if said & parties and told.isdisjoint(parties):
            continue
        if said.isdisjoint(told):
            return False
    return True


def _tells_whose(book: Register, token: "Token", head: "Token") -> bool:
    """Whether a word before a noun names a party, a body or a person, or tells by a role whose a body is."""
    if token.lower_ in words("offices", "parties"):
        return True
    named = book.by_token.get(token.i)
    if named is None:
        return token.dep_ == "poss" and token.pos_ == "NOUN" and is_body(head) and is_role(token)
    return book.records[named[1]].kind in {EntityKind.ORGANISATION, EntityKind.PERSON}


def _places_before(book: Register, head: "Token") -> list["Token"]:
    """The words before a noun that name a place or its people: "the Texas senator"."""
    named = ((token, book.by_token.get(token.i)) for token in head.lefts if token.dep_ in _BESIDE)
    return [
        token
        for token, found in named
        if gazetteer.demonym(token.text) is not None
        or (found is not None and book.records[found[1]].kind is EntityKind.PLACE)
    ]


def is_firm(record: Record) -> bool:
    """Return whether an entity may be a private body: named, no outlet, and no part of a state."""
    # "The credit agency X" is a firm where it is called "the giant X" too.
    agency = {"agency"} if record.beside & words("offices", "firms") else set()
    public = (
        record.owner is not None
        or bool((record.beside & words("offices", "bodies")) - words("offices", "firms") - agency)
        or any(set(name.lower().split()) & words("offices", "public") for name in record.names)
    )
    private = (
        record.kind in {EntityKind.ORGANISATION, EntityKind.OTHER}
        and record.named
        and not record.media
        and not record.thing
        and not public
    )
    return private and not record.key.startswith(GOVERNMENT)
