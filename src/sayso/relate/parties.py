"""When two parties may be one: guards for what entity resolution could not settle."""

import re

from sayso.lexicon import words
from sayso.lexicon.bodies import function_of
from sayso.model.names import key
from sayso.model.report import EntityKind
from sayso.relate.view import View


def one_name(story: View, a: str, b: str) -> bool:
    """Say whether a name of one party holds all words of a name of the other ("district police")."""
    if a == b:
        return True
    names_a, names_b = (_names(story, id_) for id_ in (a, b))
    return any(one <= other or other <= one for one in names_a for other in names_b)


def unplaced(story: View, id_: str) -> bool:
    """Say whether a party is a person, by kind or by what they are called, of whom nothing shows whom they
    answer to.
    """
    entity = story.entities.get(id_)
    if entity is None or story.authority(id_) != id_:
        return entity is None
    called = set(re.findall(r"\w+", entity.name.lower()))
    return entity.kind in {EntityKind.PERSON, EntityKind.OTHER} or bool(called & words("offices", "people"))


def bare_state_body(story: View, id_: str) -> bool:
    """Say whether a party is a public body of which nothing shows whose it is: "the government", "police"."""
    entity = story.entities.get(id_)
    if entity is None or entity.government or story.authority(id_) != id_:
        return False
    return any(function_of(name) is not None for name in entity.names)


def of_a_state(story: View, id_: str) -> bool:
    """Say whether a party is a government, answers to one, or is a public body that nothing places."""
    top = story.entities.get(story.authority(id_))
    return (top is not None and top.government) or bare_state_body(story, id_)


def known(story: View, id_: str) -> bool:
    """Say whether a party is known by name, or by whom it answers to."""
    return story.named(id_) or story.authority(id_) != id_


def _names(story: View, id_: str) -> list[set[str]]:
    entity = story.entities.get(id_)
    return [found for name in entity.names if (found := set(key(name)))] if entity else []
