"""Who is meant by a lone surname that the pipeline takes for a body's name: in a report that gives no more
than "Salin said", nothing else shows what Salin is.

A pass over what the rules of `likeness` have gathered: the word must speak, and the story know one bearer of
it, whom another report calls so as well.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set

from sayso.model.names import key
from sayso.model.report import EntityKind, LocalEntity
from sayso.resolve.offices import Pairing

WHY = "the only one here whom another report calls so"


def pairs(local: Sequence[LocalEntity], root: Callable[[str], str], speakers: Set[str]) -> Iterator[Pairing]:
    """Yield each lone word that speaks, with the person of another report whose surname it is; `speakers` are
    the ids of those that said something."""
    bearers: dict[str, dict[str, LocalEntity]] = defaultdict(dict)
    called: dict[str, set[str]] = defaultdict(set)
    taken: set[str] = set()
    for one in local:
        if one.kind is EntityKind.PERSON and one.named:
            for words in map(key, one.names):
                if len(words) == 1:
                    called[root(one.id)].add(words[0])
                elif words:
                    bearers[words[-1]].setdefault(root(one.id), one)
        elif one.named and one.kind is EntityKind.ORGANISATION:
            taken |= {word for words in map(key, one.names) if len(words) > 1 for word in words}
    for one in local:
        if not _may_be_surname(one) or one.id not in speakers:
            continue
        (surname,) = key(one.name)
        known = [(head, who) for head, who in bearers[surname].items() if who.report != one.report]
        if len(known) == len(bearers[surname]) == 1 and surname in called[known[0][0]] - taken:
            yield known[0][1], one, 0.8, WHY


def _may_be_surname(one: LocalEntity) -> bool:
    """Say whether nothing in its report shows that a lone word names a body: no sort, outlet or acronym."""
    body = one.kind is EntityKind.ORGANISATION and one.named and not (one.media or one.sorts or one.gazetteer)
    return body and one.names == (one.name,) and len(key(one.name)) == 1 and one.name.istitle()
