"""When two parties may be one: guards for what entity resolution could not settle."""

import re
from collections.abc import Collection
from functools import cache, lru_cache

from sayso.lexicon import words
from sayso.lexicon.bodies import function_of
from sayso.model.names import REMEMBERED, key
from sayso.model.report import EntityKind
from sayso.relate.view import View

_NAMING = re.compile(r"[A-Z][^\W\d_]{3,}")


def one_name(story: View, a: str, b: str) -> bool:
    """Say whether a name of one party holds all words of a name of the other ("district police")."""
    if a == b:
        return True
    if a not in story.entities or b not in story.entities:
        return False
    names_a, names_b = (_keys(story.entities[id_].names) for id_ in (a, b))
    return any(one <= other or other <= one for one in names_a for other in names_b)


def unplaced(story: View, id_: str) -> bool:
    """Say whether a party is a person, by kind or by what they are called, of whom nothing shows whom they
    answer to; a name that some report takes for a person's is a person's.
    """
    entity = story.entities.get(id_)
    if entity is None or story.authority(id_) != id_:
        return entity is None
    called = set(re.findall(r"\w+", entity.name.lower()))
    person = entity.kind in {EntityKind.PERSON, EntityKind.OTHER} or bool(called & words("offices", "people"))
    return person or any(
        one.kind is EntityKind.PERSON and set(one.names) & set(entity.names)
        for one in story.entities.values()
    )


def bare_state_body(story: View, id_: str) -> bool:
    """Say whether a party is a public body of which nothing shows whose it is: "the government", "police"."""
    entity = story.entities.get(id_)
    if entity is None or entity.government or story.authority(id_) != id_:
        return False
    return any(function_of(name) is not None or _headed_by_office(name) for name in entity.names)


def _headed_by_office(name: str) -> bool:
    """Say whether a name ends on a word for a body that every state has: "Nice Authorities", "Navy"."""
    return bool(set(name.lower().split()[-1:]) & words("relate", "who_governs"))


def of_a_state(story: View, id_: str) -> bool:
    """Say whether a party is a government, answers to one, or is a public body that nothing places."""
    return _governed(story, id_) or bare_state_body(story, story.authority(id_))


def _governed(story: View, id_: str) -> bool:
    top = story.entities.get(story.authority(id_))
    return top is not None and top.government


def like_named(story: View, ours: Collection[str], theirs: Collection[str]) -> bool:
    """Say whether parties of two origins share a telling word of their names: a surname, a firm's name; not
    a place, an office or a sort of body. Where each is known to answer to a government, names say nothing."""
    loose = not all(_governed(story, id_) for id_ in (*ours, *theirs))
    common = _places(story) | _offices()
    own, other = ({word for id_ in ids for word in _words_of(story, id_)} for ids in (ours, theirs))
    return loose and bool((own & other) - common)


def _words_of(story: View, id_: str) -> set[str]:
    """Words with a capital in the names of a party, lower case."""
    entity = story.entities.get(id_)
    return {word.lower() for name in entity.names for word in _NAMING.findall(name)} if entity else set()


@cache
def _offices() -> frozenset[str]:
    """Words of names that only say what office or sort of body it is."""
    slots = ("bodies", "people", "state", "public", "staff", "firms", "titles")
    listed = {word.lower().strip(".") for slot in slots for word in words("offices", slot)}
    return frozenset({*listed, *words("relate", "common_in_names")})


def _places(story: View) -> frozenset[str]:
    """Words of the names of places, of peoples and of governments of a story."""
    return frozenset(
        word.lower()
        for one in story.entities.values()
        for name in one.names
        if one.kind is EntityKind.PLACE
        or one.government
        or (one.kind is EntityKind.GROUP and len(name.split()) == 1)
        for word in _NAMING.findall(name)
    )


def known(story: View, id_: str) -> bool:
    """Say whether a party is known by name, or by whom it answers to."""
    return story.named(id_) or story.authority(id_) != id_


def described(story: View, id_: str) -> bool:
    """Say whether all names of a party that answers to nobody end on a common noun, and say only what it is:
    "the Swiss firm", "a Norland union"."""
    entity = story.entities.get(id_)
    if entity is None or entity.government or story.authority(id_) != id_:
        return False
    return all(name.split()[-1].islower() for name in entity.names if name)


def bare_firm(story: View, id_: str) -> bool:
    """Say whether a party is known only as "the company", "the operator"."""
    entity = story.entities.get(id_)
    return entity is not None and not entity.named and set(entity.names) <= words("offices", "firms")


def described_as(story: View, id_: str, other: str) -> bool:
    """Say whether a party known by description alone may be another one whose name ends alike: "the disaster
    management authority", the National Calamity Management Authority."""
    entity, named = story.entities.get(id_), story.entities.get(other)
    if entity is None or named is None or any(name != name.lower() for name in entity.names):
        return False
    return not {name.split()[-1] for name in entity.names}.isdisjoint(
        name.lower().split()[-1] for name in named.names
    )


@lru_cache(maxsize=REMEMBERED)
def _keys(names: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The words of each name, by their spelling keys, without those that only join them ("Ministry of
    Defence"); nothing for a name without any."""
    joining = words("relate", "joining_names")
    return tuple(found for name in names if (found := frozenset(key(name)) - joining))
