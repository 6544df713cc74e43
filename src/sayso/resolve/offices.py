"""People and bodies that reports know by description alone, and that an office shows to be one: the holder of
an office of a state who is named elsewhere, and the body that the same named person answers to.

A second pass, over what the rules of `likeness` have gathered.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sayso.lexicon import table, words
from sayso.lexicon.bodies import police_force
from sayso.model.names import key
from sayso.model.report import OPEN, EntityKind, LocalEntity
from sayso.resolve import homes

Pairing = tuple[LocalEntity, LocalEntity, float, str]
"""Two local entities that are one, the score and the reason."""

_DESCRIBED = ("described:", OPEN)


def pairs(
    local: Sequence[LocalEntity], by_id: Mapping[str, LocalEntity], root: Callable[[str], str]
) -> Iterator[Pairing]:
    """Yield those that an office shows to be one; `root` gives what an entity's id was gathered under."""
    yield from _by_staff(local, by_id, root)
    yield from _by_post(local, root)
    yield from _heads(local, by_id, root)


def only(
    local: Sequence[LocalEntity], by_id: Mapping[str, LocalEntity], root: Callable[[str], str]
) -> Iterator[Pairing]:
    """Yield those that are one because the story tells of no other holder of the office, or body of its
    sort."""
    yield from _only_holders(local, root)
    yield from _police(local)
    yield from _departments(local)
    yield from _ministers(local, by_id, root)


def _by_staff(
    local: Sequence[LocalEntity], by_id: Mapping[str, LocalEntity], root: Callable[[str], str]
) -> Iterator[Pairing]:
    """ "The council" of two reports is one where the same named person answers to it in both."""
    first: dict[tuple[str, str], LocalEntity] = {}
    for one in local:
        body = by_id.get(one.answers_to) if one.answers_to and one.kind is EntityKind.PERSON else None
        if body is None or not one.named or not is_described(body, EntityKind.ORGANISATION):
            continue
        known = first.setdefault((body.key, root(one.id)), body)
        if known is not body:
            yield known, body, 0.85, f"{one.name} answers to both"
    for noun in sorted({body.key for body in first.values() if " " not in body.name}):
        tied = [body for (kept, _), body in first.items() if kept == noun]
        if len(tied) == 1 and _is_only_one(tied[0], local):
            others = (one for one in local if one.key == noun and one is not tied[0])
            yield from (
                (tied[0], one, 0.8, f"the only {one.name} that these reports tell of") for one in others
            )


def _is_only_one(body: LocalEntity, local: Sequence[LocalEntity]) -> bool:
    """Whether no name or other description in these reports holds the noun that a body is known by."""
    noun = body.name.lower()
    return not any(
        noun in name.lower().split() or noun + "s" in name.lower().split()
        for one in local
        if one.key != body.key and one.kind is not EntityKind.PERSON
        for name in one.names
    )


def _by_post(local: Sequence[LocalEntity], root: Callable[[str], str]) -> Iterator[Pairing]:
    """ "Wales's economy minister" is the one person named here who is economy minister of Wales."""
    holders: dict[str, dict[str, LocalEntity]] = defaultdict(dict)
    for one in local:
        if one.post is not None and one.named and one.kind is EntityKind.PERSON:
            holders[one.post].setdefault(root(one.id), one)
    for one in local:
        found = holders.get(one.post or "", {})
        if len(found) == 1 and is_described(one, EntityKind.PERSON):
            yield (
                next(iter(found.values())),
                one,
                0.85,
                "the same office, and no other holder of it in these reports",
            )


def _heads(
    local: Sequence[LocalEntity], by_id: Mapping[str, LocalEntity], root: Callable[[str], str]
) -> Iterator[Pairing]:
    """ "The Talcamar boss" is the one person named in these reports who leads Talcamar."""
    leaders: dict[str, dict[str, LocalEntity]] = defaultdict(dict)
    for one in local:
        leads = one.named and one.kind is EntityKind.PERSON and one.office in words("offices", "leading")
        if leads and one.answers_to is not None and one.answers_to in by_id:
            leaders[root(one.answers_to)].setdefault(root(one.id), one)
    bodies = {
        (one.report, name): one
        for one in local
        if one.named and one.kind is not EntityKind.PERSON
        for name in map(_spelt_name, one.names)
    }
    for one in local:
        if not is_described(one, EntityKind.PERSON):
            continue
        owner = by_id.get(one.answers_to) if one.answers_to else None
        body = owner or bodies.get((one.report, _spelt(one.name.split()[:-1])))
        if body is None or not body.named:
            continue
        found = leaders.get(root(body.id), {})
        if len(found) == 1 and _is_its_head(one, body):
            yield next(iter(found.values())), one, 0.8, f"the one head of {body.name} in these reports"


def _only_holders(local: Sequence[LocalEntity], root: Callable[[str], str]) -> Iterator[Pairing]:
    """ "The captain" of a report that names none is the only one whom the other reports name; not where a
    report tells of another one besides ("a second captain")."""
    named: dict[str, dict[str, LocalEntity]] = defaultdict(dict)
    told: dict[str, set[str]] = defaultdict(set)
    for one in local:
        office = _office(one)
        if office is None or one.kind is not EntityKind.PERSON:
            continue
        if one.named:
            named[office].setdefault(root(one.id), one)
        if one.named or not _is_bare(one):
            told[office].add(one.report)
    for office, holders in named.items():
        if len(holders) == 1:
            (holder,) = holders.values()
            yield from (
                (holder, one, 0.8, f"the only {office} whom these reports name")
                for one in local
                if _office(one) == office
                and one.report not in told[office]
                and is_described(one, EntityKind.PERSON)
            )


def _police(local: Sequence[LocalEntity]) -> Iterator[Pairing]:
    """ "Police" of a report that names none are the only police whom the others name: "Brod Police
    Department"; not where two places' police are told of."""
    forces: dict[str, list[LocalEntity]] = defaultdict(list)
    for one in local:
        if one.kind is EntityKind.ORGANISATION and not one.media:
            for force in sorted({force for name in one.names if (force := police_force(name)) is not None}):
                forces[force].append(one)
    plain = [one for one in forces.pop("police", ()) if one.key.startswith(_DESCRIBED)]
    if len(forces) == 1:
        ((first, *others),) = forces.values()
        yield from ((first, one, 0.8, "the only police whom these reports name") for one in (*others, *plain))


def _departments(local: Sequence[LocalEntity]) -> Iterator[Pairing]:
    """ "The hydrology department" of one report is "the government's hydrology department" of another, where
    no other state's, town's or firm's department of that sort is told of."""
    found: dict[str, dict[str, list[LocalEntity]]] = defaultdict(lambda: defaultdict(list))
    for one in local:
        said = one.name.lower().split()
        named = len(said) > 1 and said[-1] in words("bodies", "departments")
        if named and is_described(one, EntityKind.ORGANISATION):
            *whose, field, noun = said
            found[f"{field} {noun}"][" ".join(whose)].append(one)
    for by_owner in found.values():
        owners = {owner for owner in by_owner if owner and owner not in words("bodies", "of_the_state")}
        every = [one for members in by_owner.values() for one in members]
        if not owners and by_owner.keys() != {""}:
            first = next(one for owner, members in by_owner.items() if owner for one in members)
            yield from (
                (first, one, 0.8, "the same department of a state") for one in every if one is not first
            )


def _ministers(
    local: Sequence[LocalEntity], by_id: Mapping[str, LocalEntity], root: Callable[[str], str]
) -> Iterator[Pairing]:
    """ "Ministers said" is the government of the only ministers whom the report names."""
    above: dict[str, dict[str, LocalEntity]] = defaultdict(dict)
    named: dict[str, set[str]] = defaultdict(set)
    for one in local:
        if one.office == "minister" and one.kind is EntityKind.PERSON:
            if one.named:
                named[one.report].add(root(one.id))
            owner = by_id.get(one.answers_to) if one.answers_to is not None else None
            if owner is not None and one.answers_why != homes.WHY:
                above[root(one.id)].setdefault(root(owner.id), owner)
    for one in local:
        if one.key == "described:ministers":
            found = {head: owner for minister in named[one.report] for head, owner in above[minister].items()}
            if len(found) == 1:
                (government,) = found.values()
                yield government, one, 0.8, "the government of the ministers whom the report names"


def _office(one: LocalEntity) -> str | None:
    """The office of somebody that one person of a story holds, a skipper's being a captain's."""
    office = one.office if one.office in words("offices", "one_a_story") else None
    return table("offices")["same_office"].get(office, office) if office is not None else None


def _is_bare(one: LocalEntity) -> bool:
    """Whether a description is the office and nothing more."""
    return one.name.lower() == one.office


def is_described(one: LocalEntity, kind: EntityKind) -> bool:
    """Say whether an entity of a kind is known to its report by a description alone."""
    return not one.named and one.kind is kind and one.key.startswith(_DESCRIBED)


def _is_its_head(one: LocalEntity, body: LocalEntity) -> bool:
    """Whether a description is the body's name and a word for its first, and nothing more."""
    *before, last = one.name.split() or [""]
    return last.lower() in words("offices", "heads") and _spelt(before) in map(_spelt_name, body.names)


def _spelt(said: Iterable[str]) -> tuple[str, ...]:
    return key(" ".join(said))


def _spelt_name(name: str) -> tuple[str, ...]:
    return key(name)
