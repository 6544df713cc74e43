"""One entity for every name it has in the reports of a story, and never one name too many.

Local entities are merged by named rules, each with a score and a reason that is kept;
a pair that no rule speaks for stays apart. People and bodies known only by description are never merged
across reports.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.fuzz import ratio

from sayso.lexicon import gazetteer, words
from sayso.lexicon.bodies import function_of
from sayso.model.ids import content_id, smallest
from sayso.model.names import acronym_of, bare, fold, key
from sayso.model.relation import Entity, EntityPlace, Merge
from sayso.model.report import EntityKind, Facts, LocalEntity
from sayso.model.spelling import one_step, skeleton
from sayso.resolve import people

SAME_SPELLING = 0.87
"""Likeness of two folded spellings from which on they are one name: one letter in eight may differ."""

SHORTEST_SPELLING = 5
"""Letters below which a difference of one letter makes another name."""

_SHARED_KEYS = ("place:geo", "gov:", "group:geo", "body:")
"""Prefixes of register keys that mean the same thing in every report."""


@dataclass(frozen=True, slots=True)
class Entities:
    """The entities of a story and, for each local entity, the entity that it became."""

    entities: tuple[Entity, ...]
    by_local: Mapping[str, str]


Rule = Callable[[LocalEntity, LocalEntity], tuple[float, str] | None]
"""A rule gives a score between 0 and 1 and the reason, or None when it has nothing to say."""


def resolve(facts: Sequence[Facts]) -> Entities:
    """Merge the local entities of all reports of one story;
    the result does not depend on the order of the reports."""
    local = sorted((one for item in facts for one in item.entities), key=lambda one: one.id)
    counts = Counter(mention.entity for item in facts for mention in item.mentions)
    by_id = {one.id: one for one in local}
    groups, merges = _gathered(local, by_id)
    ids = {one.id: content_id("entity", root) for root, members in groups.items() for one in members}
    reasons: dict[str, list[Merge]] = defaultdict(list)
    for member, merge in merges:
        reasons[ids[member]].append(merge)
    made = [_entity(members, ids, by_id, counts, reasons) for members in groups.values()]
    return Entities(tuple(sorted(made, key=lambda one: one.id)), ids)


def joined(local: Sequence[LocalEntity]) -> tuple[tuple[LocalEntity, ...], ...]:
    """Return local entities in groups, each one person, body, place or group; by id, and so is each group."""
    ordered = sorted(local, key=lambda one: one.id)
    groups, _ = _gathered(ordered, {one.id: one for one in ordered})
    return tuple(tuple(members) for _, members in sorted(groups.items()))


def _gathered(
    local: Sequence[LocalEntity], by_id: Mapping[str, LocalEntity]
) -> tuple[dict[str, list[LocalEntity]], list[tuple[str, Merge]]]:
    """Merge what the rules merge: the groups by their smallest id, and each merge with one member's id."""
    parent = {one.id: one.id for one in local}
    members = {one.id: [one] for one in local}
    merges: list[tuple[str, Merge]] = []
    for a, b, score, why in _candidates(local, by_id):
        root_a, root_b = _root(parent, a.id), _root(parent, b.id)
        if root_a != root_b and not _at_odds(members[root_a], members[root_b]):
            members[min(root_a, root_b)] = [*members[root_a], *members[root_b]]
            parent[max(root_a, root_b)] = min(root_a, root_b)
            merges.append((a.id, Merge(a.name, b.name, score, why)))
    groups: dict[str, list[LocalEntity]] = defaultdict(list)
    for one in local:
        groups[_root(parent, one.id)].append(one)
    return groups, merges


def _at_odds(one: Sequence[LocalEntity], other: Sequence[LocalEntity]) -> bool:
    """Two gathered people who each have a full name that cannot be the other's stay apart,
    whoever links them."""
    both = (*one, *other)
    return all(item.kind is EntityKind.PERSON for item in both) and any(
        people.clash(x, y) for a in one for b in other for x in a.names for y in b.names
    )


def _root(parent: dict[str, str], one: str) -> str:
    while parent[one] != one:
        parent[one] = parent[parent[one]]
        one = parent[one]
    return one


def _candidates(
    local: Sequence[LocalEntity], by_id: Mapping[str, LocalEntity]
) -> Iterable[tuple[LocalEntity, LocalEntity, float, str]]:
    """Pairs that a rule merges, surest first; blocked by a shared key, so that cost stays near linear."""
    blocks: dict[str, list[LocalEntity]] = defaultdict(list)
    for one in local:
        for block in _blocks(one, by_id):
            blocks[block].append(one)
    found: dict[tuple[str, str], tuple[LocalEntity, LocalEntity, float, str]] = {}
    for members in blocks.values():
        surnames = _full_names(members)
        for index, a in enumerate(members):
            for b in members[index + 1 :]:
                judged = _judge(a, b, by_id, surnames)
                if judged is not None:
                    found.setdefault((a.id, b.id), (a, b, *judged))
    return sorted(found.values(), key=lambda item: (-item[2], item[0].id, item[1].id))


def _blocks(one: LocalEntity, by_id: Mapping[str, LocalEntity]) -> Iterable[str]:
    if one.key.startswith(_SHARED_KEYS):
        yield one.key
    if one.kind is EntityKind.PERSON and one.named:
        yield from {"person:" + block for name in one.names for block in people.blocks(name)}
    if one.named:
        yield from {"name:" + " ".join(key(name)) for name in one.names if key(name)}
        yield from {"short:" + short for name in one.names for short in _shorts(name)}
        for spelled in {_spelled(name) for name in one.names}:
            if len(spelled) >= SHORTEST_SPELLING:
                yield from ("spelling:" + spelled[:2], "sounds:" + skeleton(spelled))
        state = _state(one, by_id)
        function = _function(one)
        if state and function:
            yield f"body:{state}:{function}"


def _judge(
    a: LocalEntity, b: LocalEntity, by_id: Mapping[str, LocalEntity], full_names: int
) -> tuple[float, str] | None:
    if a.key.startswith(_SHARED_KEYS) and a.key == b.key:
        return 1.0, "same country, place or body"
    if not (a.named and b.named) or a.government != b.government or _two_places(a, b):
        return None
    if a.kind is EntityKind.PERSON and b.kind is EntityKind.PERSON:
        return _people(a, b, full_names)
    if _same_full_name(a, b):
        return 0.9, "the same full name"
    if (spelt := _spelling(a, b)) is not None:
        return spelt
    kinds = {a.kind, b.kind}
    if EntityKind.PERSON in kinds or (EntityKind.PLACE in kinds and len(kinds) > 1):
        return None
    return _bodies(a, b, by_id)


def _two_places(a: LocalEntity, b: LocalEntity) -> bool:
    """Two entries of the gazetteer are two places, however alike: Shanxi and Shaanxi."""
    return a.gazetteer is not None and b.gazetteer is not None and a.gazetteer != b.gazetteer


def _people(a: LocalEntity, b: LocalEntity, full_names: int) -> tuple[float, str] | None:
    """Full names must agree; a lone surname is enough only when the story knows one bearer of it."""
    reasons = [people.same(x, y) for x in a.names for y in b.names]
    if any(people.clash(x, y) for x in a.names for y in b.names):
        return None
    if people.ROMANISED in reasons and not set(reasons) - {None, people.ROMANISED, people.SURNAME}:
        return 0.9, people.ROMANISED
    if any(reason and reason != people.SURNAME for reason in reasons):
        return 0.95, "same name in another spelling"
    if any(reasons) and full_names <= 1:
        return 0.8, "same surname, and no other bearer of it in these reports"
    return None


def _same_full_name(a: LocalEntity, b: LocalEntity) -> bool:
    """A name of two words or more is one thing, whatever sort the pipeline takes it for in one report or the
    other."""
    if a.gazetteer or b.gazetteer:
        return False
    return bool({key(name) for name in a.names if len(key(name)) > 1} & {key(name) for name in b.names})


def _spelling(a: LocalEntity, b: LocalEntity) -> tuple[float, str] | None:
    """Two transliterations of one name of which the gazetteer knows one at most;
    generic words for rivers and the like count for nothing."""
    kinds = {a.kind, b.kind}
    if kinds & {EntityKind.PERSON, EntityKind.GROUP, EntityKind.EVENT}:
        return None
    if (a.gazetteer or b.gazetteer) and kinds != {EntityKind.PLACE}:
        return None
    judge = _one_step if a.gazetteer or b.gazetteer else _likeness
    for x, y in ((_spelled(x), _spelled(y)) for x in a.names for y in b.names):
        if min(len(x), len(y)) >= SHORTEST_SPELLING and x[0] == y[0]:
            score = judge(x, y)
            if score >= SAME_SPELLING:
                return score, "the same name in another spelling"
    return None


def _one_step(x: str, y: str) -> float:
    """What the gazetteer knows is met by a name that differs in one sound: other places lie close by."""
    return 0.9 if one_step(x, y) else 0.0


def _likeness(x: str, y: str) -> float:
    return min(0.9, ratio(x, y) / 100)


def _spelled(name: str) -> str:
    """A name's folded words run together, without the words for what it is ("river", "khola")."""
    return "".join(word for word in key(name) if word not in _generic())


@cache
def _generic() -> frozenset[str]:
    return frozenset(fold(word) for word in words("mentions", "generic"))


def _full_names(members: Sequence[LocalEntity]) -> int:
    """How many different people, by full name, stand in a block of one surname."""
    bearers: list[str] = []
    for name in sorted({name for one in members for name in one.names if len(key(name)) > 1}):
        if not any(people.same(name, other) for other in bearers):
            bearers.append(name)
    return len(bearers)


def _bodies(a: LocalEntity, b: LocalEntity, by_id: Mapping[str, LocalEntity]) -> tuple[float, str] | None:
    state_a, state_b = _state(a, by_id), _state(b, by_id)
    if state_a and state_b and state_a != state_b:
        return None
    if {key(name) for name in a.names} & {key(name) for name in b.names}:
        return 0.95, "same name"
    if any(acronym_of(x, y) or acronym_of(y, x) for x in a.names for y in b.names):
        return 0.9, "acronym of the other name"
    if state_a and state_a == state_b and _function(a) and _function(a) == _function(b):
        return 0.85, f"{_function(a)} of the same country"
    return None


def _state(one: LocalEntity, by_id: Mapping[str, LocalEntity]) -> str | None:
    """The gazetteer key of the country whose government an entity answers to."""
    owner = by_id.get(one.answers_to) if one.answers_to else None
    seen = {one.id}
    while owner is not None and owner.id not in seen:
        if owner.government:
            return owner.gazetteer
        seen.add(owner.id)
        owner = by_id.get(owner.answers_to) if owner.answers_to else None
    return None


def _function(one: LocalEntity) -> str | None:
    """The public function that the longest of its names tells."""
    return next(
        (function for name in sorted(one.names, key=len, reverse=True) if (function := function_of(name))),
        None,
    )


def _shorts(name: str) -> Iterable[str]:
    """Acronyms under which a body's name can meet its short form."""
    plain = bare(name).replace(".", "")
    if plain.isupper() and 2 <= len(plain) <= 8:
        yield plain
    words = plain.split()
    if len(words) > 1:
        yield "".join(word[0] for word in words if word[0].isupper())


def _entity(
    members: Sequence[LocalEntity],
    ids: Mapping[str, str],
    by_id: Mapping[str, LocalEntity],
    counts: Mapping[str, int],
    reasons: Mapping[str, Sequence[Merge]],
) -> Entity:
    first = members[0]
    own = ids[first.id]
    names = tuple(sorted({name for one in members for name in one.names}))
    kind = Counter(one.kind for one in members).most_common(1)[0][0]
    return Entity(
        id=own,
        name=_name(members, counts),
        kind=kind,
        names=names,
        authority=_authority(members, ids, by_id),
        side=None,
        place=_place(members) if kind is EntityKind.PLACE else None,
        merged=tuple(sorted(reasons.get(own, ()), key=lambda one: (one.a, one.b, one.why))),
        named=any(one.named for one in members),
        government=any(one.government for one in members),
    )


def _name(members: Sequence[LocalEntity], counts: Mapping[str, int]) -> str:
    """The name most used by the reports; among equals the fuller, then the first by alphabet."""
    votes: Counter[str] = Counter()
    for one in members:
        votes[one.name] += 1 + counts.get(one.id, 0)
    if members[0].kind is EntityKind.GROUP:
        return min(votes, key=lambda name: (len(name), name))
    full = [name for name in votes if len(name.split()) > 1] or list(votes)
    return min(full, key=lambda name: (-votes[name], -len(name), name))


def _authority(
    members: Sequence[LocalEntity], ids: Mapping[str, str], by_id: Mapping[str, LocalEntity]
) -> str | None:
    """Who an entity answers to in the end: up the chain of owners;
    a body or government without one is its own."""
    tops = set()
    for one in members:
        top, seen = one, {one.id}
        while top.answers_to and top.answers_to in by_id and top.answers_to not in seen:
            top = by_id[top.answers_to]
            seen.add(top.id)
        if top is not one:
            tops.add(ids[top.id])
    if len(tops) == 1:
        return next(iter(tops))
    if not tops and members[0].kind is EntityKind.ORGANISATION and any(one.named for one in members):
        return ids[members[0].id]
    return smallest(tops) or None


def _place(members: Sequence[LocalEntity]) -> EntityPlace | None:
    found = next(
        (place for one in members if one.gazetteer and (place := gazetteer.get(one.gazetteer))), None
    )
    if found is None:
        return None
    return EntityPlace(found.country, found.admin1, str(found.kind), found.lat, found.lon)
