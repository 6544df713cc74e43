"""People and bodies that reports know by description alone, and that an office shows to be one: the holder of
an office of a state who is named elsewhere, and the body that the same named person answers to.

A second pass, over what the rules of `likeness` have gathered.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sayso.lexicon import words
from sayso.model.names import key
from sayso.model.report import EntityKind, LocalEntity

Pairing = tuple[LocalEntity, LocalEntity, float, str]
"""Two local entities that are one, the score and the reason."""

_DESCRIBED = "described:"


def pairs(
    local: Sequence[LocalEntity], by_id: Mapping[str, LocalEntity], root: Callable[[str], str]
) -> Iterator[Pairing]:
    """Yield those that an office shows to be one; `root` gives what an entity's id was gathered under."""
    yield from _by_staff(local, by_id, root)
    yield from _by_post(local, root)
    yield from _heads(local, by_id, root)


def _by_staff(
    local: Sequence[LocalEntity], by_id: Mapping[str, LocalEntity], root: Callable[[str], str]
) -> Iterator[Pairing]:
    """ "The council" of two reports is one where the same named person answers to it in both."""
    first: dict[tuple[str, str], LocalEntity] = {}
    for one in local:
        body = by_id.get(one.answers_to) if one.answers_to and one.kind is EntityKind.PERSON else None
        if body is None or not one.named or not _is_described(body, EntityKind.ORGANISATION):
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
        if len(found) == 1 and _is_described(one, EntityKind.PERSON):
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
    for one in local:
        body = by_id.get(one.answers_to) if one.answers_to else None
        if body is None or not body.named or not _is_described(one, EntityKind.PERSON):
            continue
        found = leaders.get(root(body.id), {})
        if len(found) == 1 and _is_its_head(one, body):
            yield next(iter(found.values())), one, 0.8, f"the one head of {body.name} in these reports"


def _is_described(one: LocalEntity, kind: EntityKind) -> bool:
    return not one.named and one.kind is kind and one.key.startswith(_DESCRIBED)


def _is_its_head(one: LocalEntity, body: LocalEntity) -> bool:
    """Whether a description is the body's name and a word for its first, and nothing more."""
    *before, last = one.name.split()
    return last.lower() in words("offices", "heads") and _spelt(before) in map(_spelt_name, body.names)


def _spelt(said: Iterable[str]) -> tuple[str, ...]:
    return key(" ".join(said))


def _spelt_name(name: str) -> tuple[str, ...]:
    return key(name)
