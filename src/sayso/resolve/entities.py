"""One entity for every name it has in the reports of a story, and never one name too many.

Local entities are merged by named rules, each with a score and a reason that is kept;
a pair that no rule speaks for stays apart. People and bodies known only by description are never merged
across reports.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import combinations

from sayso.lexicon import gazetteer
from sayso.model.choices import NONE, Choices
from sayso.model.ids import content_id
from sayso.model.names import group_rank, key
from sayso.model.relation import Entity, EntityPlace, Merge
from sayso.model.report import OPEN, EntityKind, Facts, LocalEntity
from sayso.resolve import firms, homes, offices, people, surnames
from sayso.resolve.likeness import Bearers, blocks, judge, narrower, state_of

SETTLED = "a user settled it"
"""The reason of a merge that a file of the user's or a reviewer's decision makes."""

UNDATED = "9999"
"""Sorts behind every date: a report without one."""

LARGEST_BLOCK = 64
"""Entities of different looks that are all compared with each other; of more, only those that share more."""


@dataclass(frozen=True, slots=True)
class _Local:
    """The local entities of a story by id, the entity that each became, and which of these are governments
    and which serve the public."""

    by_id: Mapping[str, LocalEntity]
    ids: Mapping[str, str]
    governments: frozenset[str]
    public: frozenset[str]

    @staticmethod
    def of(by_id: Mapping[str, LocalEntity], ids: Mapping[str, str]) -> "_Local":
        governments = frozenset(ids[one.id] for one in by_id.values() if one.government)
        public = frozenset(ids[one.id] for one in by_id.values() if one.serves is not None)
        return _Local(by_id, ids, governments, public)


@dataclass(frozen=True, slots=True)
class Entities:
    """The entities of a story and, for each local entity, the entity that it became."""

    entities: tuple[Entity, ...]
    by_local: Mapping[str, str]


def resolve(facts: Sequence[Facts], choices: Choices = NONE) -> Entities:
    """Merge the local entities of all reports of one story: first what the user settles, then what the rules
    find. The result does not depend on the order of the reports."""
    found = homes.settled([one for item in facts for one in item.entities])
    local = sorted(found, key=lambda one: one.id)
    counts = Counter(mention.entity for item in facts for mention in item.mentions)
    by_id = {one.id: one for one in local}
    speakers = {source for item in facts for one in item.statements for source in one.sources}
    speakers |= {source for item in facts for one in item.figures for source in one.sources}
    gathering = _gathered(local, by_id, choices, speakers)
    by_id |= gathering.staff
    groups = {
        root: [by_id[one.id] for one in members]
        for root, members in gathering.groups(local).items()
        if not all(one.key.startswith(OPEN) and one.id not in speakers for one in members)
    }
    first = _founding(facts)
    founded = {content_id("entity", min(members, key=first).id): members for members in groups.values()}
    ids = {one.id: id_ for id_, members in founded.items() for one in members}
    reasons: dict[str, list[Merge]] = defaultdict(list)
    for member, merge in gathering.merges:
        reasons[ids[member]].append(merge)
    known = _Local.of(by_id, ids)
    made = _to_the_top([_entity(members, known, counts, reasons) for members in groups.values()])
    made = [_settled_as(one, choices) for one in made]
    return Entities(tuple(sorted(made, key=lambda one: one.id)), ids)


def _founding(facts: Sequence[Facts]) -> Callable[[LocalEntity], tuple[str, str]]:
    """Order local entities by when their reports were published, then by id. An entity takes its id from the
    first, so that it keeps it when a later report joins the story."""
    dated = {item.report.id: item.report.published for item in facts}
    days = {id_: (day.from_ or day.to or UNDATED) if day else UNDATED for id_, day in dated.items()}
    return lambda one: (days[one.report], one.id)


def _settled_as(one: Entity, choices: Choices) -> Entity:
    """Show an entity under the name, and as the kind of thing, that the user settles."""
    if not (choices.shown or choices.kinds):
        return one
    names = {key(name) for name in one.names}
    shown = [name for known, name in choices.shown if key(known) in names]
    kinds = [EntityKind(kind) for known, kind in choices.kinds if key(known) in names]
    kind = kinds[-1] if kinds else one.kind
    place = one.place if kind is EntityKind.PLACE else None
    return replace(one, name=shown[-1] if shown else one.name, kind=kind, place=place)


def _to_the_top(made: Sequence[Entity]) -> list[Entity]:
    """Let each entity answer to whom its authority answers to, which another report may tell."""
    above = {one.id: one.authority for one in made}
    found = []
    for one in made:
        top, seen = one.authority, {one.id}
        while top is not None and top not in seen and above.get(top):
            seen.add(top)
            top = above[top]
        found.append(one if top == one.authority else replace(one, authority=top))
    return found


def joined(local: Sequence[LocalEntity]) -> tuple[tuple[LocalEntity, ...], ...]:
    """Return local entities in groups, each one person, body, place or group; by id, and so is each group."""
    ordered = sorted(local, key=lambda one: one.id)
    groups = _gathered(ordered, {one.id: one for one in ordered}).groups(ordered)
    return tuple(tuple(members) for _, members in sorted(groups.items()))


@dataclass(slots=True)
class _Gathering:
    """The entities of a story while they are brought together: each under its smallest id, with the merges,
    the names that the user keeps `apart`, and those whom a later pass shows to answer to somebody."""

    clusters: dict[str, "_Cluster"]
    parent: dict[str, str]
    apart: frozenset[frozenset[tuple[str, ...]]]
    merges: list[tuple[str, Merge]] = field(default_factory=list)
    staff: Mapping[str, LocalEntity] = field(default_factory=dict)

    def merge(self, found: Iterable[offices.Pairing]) -> None:
        """Join each two that were found, unless the user or their names keep them apart."""
        for a, b, score, why in found:
            one, other = self.root(a.id), self.root(b.id)
            if one != other and not self.clusters[one].kept_from(self.clusters[other], self.apart, why):
                self.clusters[min(one, other)] = self.clusters[one].with_(self.clusters[other])
                self.parent[max(one, other)] = min(one, other)
                self.merges.append((a.id, Merge(a.name, b.name, score, why)))

    def root(self, one: str) -> str:
        """Return the smallest id among those that an entity was joined with."""
        parent = self.parent
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    def groups(self, local: Sequence[LocalEntity]) -> dict[str, list[LocalEntity]]:
        """Return what was joined, by smallest id."""
        found: dict[str, list[LocalEntity]] = defaultdict(list)
        for one in local:
            found[self.root(one.id)].append(one)
        return found


def _gathered(
    local: Sequence[LocalEntity],
    by_id: Mapping[str, LocalEntity],
    choices: Choices = NONE,
    speakers: Set[str] = frozenset(),
) -> _Gathering:
    """Merge what the rules merge: by the names first, then by what offices and firms show; `speakers` are
    the ids of those that said something."""
    twins: dict[_Look, list[LocalEntity]] = defaultdict(list)
    for one in local:
        twins[_look(one, by_id)].append(one)
    clusters = {one.id: _Cluster.of(one) for one in local}
    apart = frozenset(frozenset((key(one), key(other))) for one, other in choices.different)
    found = _Gathering(clusters, {one.id: one.id for one in local}, apart)
    found.merge((*_settled(local, choices), *_candidates(tuple(twins.values()), by_id)))
    found.merge(tuple(surnames.pairs(local, found.root, speakers)))
    found.merge(tuple(offices.pairs(local, by_id, found.root)))
    found.merge(tuple(offices.only(local, by_id, found.root)))
    private = firms.Firms.of(local, found.root, speakers)
    found.merge(tuple(firms.pairs(local, by_id, found.root, private)))
    found.staff = firms.staff(local, private)
    return found


_Look = tuple[object, ...]


def _look(one: LocalEntity, by_id: Mapping[str, LocalEntity]) -> _Look:
    """Return all that the rules look at: entities that look alike in all of it are judged once."""
    return (one.kind, one.key, one.names, one.named, one.gazetteer, one.government, state_of(one, by_id))


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Gathered entities by what keeps them apart from others: whether all are people, and their names."""

    people: bool
    names: frozenset[str]

    @staticmethod
    def of(one: LocalEntity) -> "_Cluster":
        return _Cluster(one.kind is EntityKind.PERSON, frozenset(one.names))

    def with_(self, other: "_Cluster") -> "_Cluster":
        return _Cluster(self.people and other.people, self.names | other.names)

    def kept_from(self, other: "_Cluster", apart: frozenset[frozenset[tuple[str, ...]]], why: str) -> bool:
        """Say whether the user keeps the two apart, or, but for what the user joins, their names do."""
        settled = bool(apart) and any(
            frozenset((key(x), key(y))) in apart for x in self.names for y in other.names
        )
        return settled or (why != SETTLED and self.at_odds(other))

    def at_odds(self, other: "_Cluster") -> bool:
        """Two gathered people who each have a full name that cannot be the other's stay apart, whoever links
        them."""
        return (
            self.people and other.people and any(people.clash(x, y) for x in self.names for y in other.names)
        )


def _settled(
    local: Sequence[LocalEntity], choices: Choices
) -> Iterable[tuple[LocalEntity, LocalEntity, float, str]]:
    """Each entity that has one of the names of a group, with the first that has."""
    for group in choices.same:
        names = {key(name) for name in group}
        having = [one for one in local if names & {key(name) for name in one.names}]
        yield from ((having[0], other, 1.0, SETTLED) for other in having[1:])


def _candidates(
    twins: Sequence[Sequence[LocalEntity]], by_id: Mapping[str, LocalEntity]
) -> Iterable[tuple[LocalEntity, LocalEntity, float, str]]:
    """Pairs that a rule merges, surest first; blocked by a shared key, and entities that look alike judged by
    their first two, so that cost stays near linear."""
    first = {members[0].id: members for members in twins}
    met: dict[str, list[LocalEntity]] = defaultdict(list)
    for members in twins:
        for block_key in dict.fromkeys(blocks(members[0], by_id)):
            met[block_key].append(members[0])
    found: dict[tuple[str, str], tuple[LocalEntity, LocalEntity, float, str]] = {}
    for members in (part for block in met.values() for part in _parted(block)):
        bearers = Bearers(members)
        for a, b in _pairs(members, first):
            judged = judge(a, b, by_id, bearers)
            if judged is not None:
                found.setdefault((a.id, b.id), (a, b, *judged))
    more = [
        (a, twin, score, why)
        for a, b, score, why in found.values()
        if len(first[a.id]) > 1 and b is first[a.id][1]
        for twin in first[a.id][2:]
    ]
    return sorted((*found.values(), *more), key=lambda item: (-item[2], item[0].id, item[1].id))


def _parted(block: list[LocalEntity]) -> Iterable[list[LocalEntity]]:
    """Return a block as it is, or a large one in parts that overlap."""
    if len(block) <= LARGEST_BLOCK:
        return (block,)
    parts: dict[str, list[LocalEntity]] = defaultdict(list)
    for one in block:
        for finer in narrower(one):
            parts[finer].append(one)
    return parts.values()


def _pairs(
    block: Sequence[LocalEntity], first: Mapping[str, Sequence[LocalEntity]]
) -> Iterable[tuple[LocalEntity, LocalEntity]]:
    """Each two that meet in a block, and each with the second of those that look just like it."""
    yield from combinations(block, 2)
    for one in block:
        if len(first[one.id]) > 1:
            yield one, first[one.id][1]


def _entity(
    members: Sequence[LocalEntity],
    known: _Local,
    counts: Mapping[str, int],
    reasons: Mapping[str, Sequence[Merge]],
) -> Entity:
    own = known.ids[members[0].id]
    named = [one for one in members if one.named] or members
    names = tuple(sorted({name for one in named for name in one.names}))
    kind = _kind(members)
    return Entity(
        id=own,
        name=_name(members, counts),
        kind=kind,
        names=names,
        authority=_authority(members, known),
        side=None,
        place=_place(members) if kind is EntityKind.PLACE else None,
        merged=tuple(sorted(set(reasons.get(own, ())), key=lambda one: (one.a, one.b, one.why))),
        named=any(one.named for one in members),
        government=any(one.government for one in members),
    )


def _kind(members: Sequence[LocalEntity]) -> EntityKind:
    """The kind of most members; one that some report settles beats one that none does, and of equals a person
    is one whose lone surname was taken for a body."""
    kinds = Counter(one.kind for one in members)
    person = EntityKind.PERSON
    return max(kinds, key=lambda kind: (kind is not EntityKind.OTHER, kinds[kind], kind is person))


def _name(members: Sequence[LocalEntity], counts: Mapping[str, int]) -> str:
    """The name most used by the reports; among equals the fuller, then the first by alphabet. A description
    counts only where there is no name."""
    votes: Counter[str] = Counter()
    for one in [one for one in members if one.named] or members:
        votes[one.name] += 1 + counts.get(one.id, 0)
    if members[0].kind is EntityKind.GROUP:
        return min(votes, key=group_rank)
    full = [name for name in votes if len(name.split()) > 1] or list(votes)
    return min(full, key=lambda name: (-votes[name], -len(name), name))


def _authority(members: Sequence[LocalEntity], known: _Local) -> str | None:
    """Who an entity answers to in the end: up the chain of owners, as most reports have it, and nobody where
    they are at odds; a body or government without one is its own."""
    tops: Counter[str] = Counter()
    for one in members:
        top, seen = one, {one.id}
        while top.answers_to and top.answers_to in known.by_id and top.answers_to not in seen:
            top = known.by_id[top.answers_to]
            seen.add(top.id)
        if top is not one:
            tops[known.ids[top.id]] += 1
    if not tops and members[0].kind is EntityKind.ORGANISATION and any(one.named for one in members):
        return known.ids[members[0].id]
    most = [top for top in sorted(tops) if tops[top] == max(tops.values())]
    # "Interior Ministry" in one report is "French Interior Ministry" in another.
    higher = sorted(tops.keys() & known.governments) if not known.public.isdisjoint(most) else []
    if len(higher) == 1:
        return higher[0]
    return most[0] if len(most) == 1 else None


def _place(members: Sequence[LocalEntity]) -> EntityPlace | None:
    found = next(
        (place for one in members if one.gazetteer and (place := gazetteer.get(one.gazetteer))), None
    )
    if found is None:
        return None
    return EntityPlace(found.country, found.admin1, str(found.kind), found.lat, found.lon)
