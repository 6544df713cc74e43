"""The entities of one report: names gathered under one roof a person, body or place, and who answers to whom.

A register is filled while a report is read and then gives frozen `LocalEntity` values.
Names are gathered by rules that a copy desk follows too: a full name first, the surname after it;
an acronym with its long form; a title tells whom.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.extract.names.kinds import Name
from sayso.extract.referents.bearers import bearers, is_person, sex_told
from sayso.extract.referents.countries import country_among
from sayso.lexicon import gazetteer, table, words
from sayso.lexicon.bodies import (
    function_of,
    headed_by,
    is_body_noun,
    is_firm_name,
    opening,
    shortened,
    without_place,
    without_trade,
)
from sayso.lexicon.media import names_outlet
from sayso.model.ids import content_id
from sayso.model.names import acronym_of, bare, group_rank, key
from sayso.model.report import EntityKind, LocalEntity

if TYPE_CHECKING:
    from spacy.tokens import Token

GOVERNMENT = "gov:"
"""Prefix of the key of a country's government, kept apart from the place."""


@dataclass(slots=True)
class Record:
    """One entity while it is being filled."""

    key: str
    kind: EntityKind
    names: dict[str, None] = field(default_factory=dict)
    named: bool = True
    office: str | None = None
    second: bool | None = None
    former: bool | None = None
    place: str | None = None
    owner: str | None = None
    owner_why: str | None = None
    media: bool = False
    plural: bool = False
    kin: bool = False
    introduced: tuple[int, bool] | None = None
    serves: str | None = None
    post: str | None = None
    thing: bool = False
    beside: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)

    def rank(self, before: Sequence[str]) -> None:
        """Note the words before an office: `second` is who is only ever called a deputy in it ("vice
        president")."""
        deputy = is_lesser(before)
        self.second = deputy if self.second is None else self.second and deputy

    def held(self, before: Sequence[str]) -> None:
        """Note the words around a title: `former` is who is only ever called a former one."""
        once = not words("offices", "past").isdisjoint(before)
        self.former = once if self.former is None else self.former and once


def is_lesser(said: Iterable[str]) -> bool:
    """Say whether one of the words beside an office makes it a lesser one: "the deputy leader" is not the
    leader."""
    return not words("offices", "lesser").isdisjoint(said)


@dataclass(slots=True)
class Register:
    """The entities of a report by key, which tokens each name covers, the ids given so far, and who went by a
    surname alone before anybody else of that surname came up."""

    report: str
    records: dict[str, Record] = field(default_factory=dict)
    by_token: dict[int, tuple[Name, str]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    surnamed: dict[tuple[str, ...], str] = field(default_factory=dict)

    def local_id(self, entity: str) -> str:
        """Return the id of the local entity with this key."""
        if entity not in self.ids:
            self.ids[entity] = content_id("local", self.report, entity)
        return self.ids[entity]

    def add(self, entity: str, kind: EntityKind, name: str) -> Record:
        """Return the record with this key, made if new, with `name` among its names."""
        record = self.records.setdefault(entity, Record(entity, kind))
        record.names[bare(name) or name] = None
        return record

    def government(self, place: str, name: str | None = None) -> str:
        """Return the key of the government of a country (a gazetteer key), made if new."""
        entity = GOVERNMENT + place
        country = gazetteer.get(place)
        record = self.add(entity, EntityKind.ORGANISATION, name or (country.name if country else place))
        record.place = place
        return entity

    def own(self, entity: str, owner: str, why: str) -> None:
        """Note that `entity` answers to `owner`, unless something said so before, or it is itself."""
        record = self.records[entity]
        if record.owner is None and owner != entity and self.records[owner].owner != entity:
            record.owner, record.owner_why = owner, why

    def absorb(self, entity: str, other: str) -> None:
        """Take what `other` names for `entity`: another name of it."""
        self.records[entity].beside |= self.records.pop(other).beside
        for index, (name, key_of) in self.by_token.items():
            if key_of == other:
                self.by_token[index] = (name, entity)

    def entities(self, used: Iterable[str]) -> tuple[LocalEntity, ...]:
        """Return the records that were used, and those they answer to, as values sorted by id."""
        wanted: set[str] = set()
        stack = list(used)
        while stack:
            entity = stack.pop()
            if entity not in wanted:
                wanted.add(entity)
                owner = self.records[entity].owner
                stack += [owner] if owner else []
        return tuple(sorted((self._value(self.records[entity]) for entity in wanted), key=lambda one: one.id))

    def _value(self, record: Record) -> LocalEntity:
        return LocalEntity(
            id=self.local_id(record.key),
            report=self.report,
            key=record.key,
            name=_best(record),
            kind=record.kind,
            names=tuple(sorted(record.names)),
            named=record.named,
            office=record.office,
            gazetteer=record.place,
            government=record.key.startswith(GOVERNMENT),
            answers_to=self.local_id(record.owner) if record.owner else None,
            answers_why=record.owner_why,
            media=record.media,
            serves=record.serves or _serves(record),
            post=record.post,
            sorts=_sorts(record),
        )


def _serves(record: Record) -> str | None:
    """What a body of a state is of, by its name."""
    if record.kind is not EntityKind.ORGANISATION or record.media:
        return None
    return next((told for name in sorted(record.names) if (told := serving(_split(name)))), None)


def _sorts(record: Record) -> tuple[str, ...]:
    """The nouns for bodies by which the words beside a body's name, or the name itself, call it."""
    if record.kind not in {EntityKind.ORGANISATION, EntityKind.OTHER}:
        return ()
    said = record.beside & (words("offices", "bodies") | words("offices", "firms"))
    return tuple(sorted(said | ({"company"} if any(map(is_firm_name, record.names)) else set())))


def serving(said: Sequence[str]) -> str | None:
    """Return what the words for an office or body show that it is of: "state" for a ministry, an army, a
    "National … Authority", "place" for what a part of a state or a town has too, None for anything else."""
    lowered = [word.lower() for word in said]
    pairs = {" ".join(pair) for pair in pairwise(lowered)}
    forms = {*lowered, *pairs}
    if forms & words("offices", "national") or (
        lowered[:1] == ["national"] and lowered[-1] in words("offices", "public")
    ):
        return "state"
    of_some = forms & words("offices", "of_places") or function_of(" ".join(said)) in words(
        "bodies", "of_states"
    )
    return "place" if of_some else None


def register(report: str, names: Sequence[Name]) -> Register:
    """Gather the names of a report into entities; fuller names are placed first,
    so that shorter ones find them."""
    book = Register(report)
    for name in sorted(names, key=_placing):
        entity = _place_name(book, name)
        for index in range(name.first, name.last):
            book.by_token[index] = (name, entity)
    return book


def _placing(name: Name) -> tuple[bool, int, int]:
    """People first, fuller names before shorter ones."""
    return (name.kind is not EntityKind.PERSON, -len(name.text.split()), name.start)


def _place_name(book: Register, name: Name) -> str:
    if name.kind is EntityKind.PLACE and name.place is not None:
        return _place(book, name)
    if name.kind is EntityKind.PERSON:
        return _person(book, name)
    if name.place is None and _a_person_after_all(book, name):
        return _person(book, name)
    if name.kind is EntityKind.PLACE:
        return _place(book, name)
    if name.kind is EntityKind.GROUP:
        return _group(book, name)
    return _body(book, name)


def _a_person_after_all(book: Register, name: Name) -> bool:
    """The pipeline calls one mention a person and the next, of the same name, a body: it is the person."""
    words_of = key(name.text)
    return 0 < len(words_of) <= 3 and any(
        record.kind is EntityKind.PERSON and is_person(record, name.text) for record in book.records.values()
    )


def _place(book: Register, name: Name) -> str:
    record = book.add("place:" + (name.place or " ".join(key(name.text))), EntityKind.PLACE, name.text)
    record.place = name.place
    return record.key


def _group(book: Register, name: Name) -> str:
    country = gazetteer.demonym(bare(name.text)) or gazetteer.demonym(bare(name.text).removesuffix("s"))
    entity = "group:" + (country.key if country else " ".join(key(name.text)))
    record = book.add(entity, EntityKind.GROUP, name.text)
    record.place = country.key if country else None
    record.plural = True
    return entity


def _person(book: Register, name: Name) -> str:
    sex = sex_told(name)
    matches, known_by_given = bearers(book, name, sex)
    if known_by_given:
        # The name is not kept: across reports a lone word is a surname.
        return matches[0].key
    entity = matches[0].key if matches else "person:" + " ".join(key(name.text))
    if not matches and entity in book.records and sex is not None:
        entity += f" {sex}"  # "Mr. Kovar and Mrs. Kovar" are two
    record = book.add(entity, EntityKind.PERSON, name.text)
    record.kin = record.kin or name.kin
    if len(key(name.text)) > 1:
        record.introduced = min(record.introduced or (name.start, name.kin), (name.start, name.kin))
    if name.title:
        record.beside |= {word.lower() for word in name.title.split()}
        office = name.title.split()[-1].lower()
        office = table("offices")["in_full"].get(office, office)
        record.office = record.office or (office if office not in words("offices", "honorifics") else None)
        record.rank(name.title.lower().split()[:-1])
    return entity


def _body(book: Register, name: Name) -> str:
    plain = _without_media_head(bare(name.text))
    for record in book.records.values():
        if record.kind is name.kind and any(_same_body(known, plain) for known in record.names):
            book.add(record.key, record.kind, plain)
            return record.key
    longer = [record for record in book.records.values() if _is_short_for(record, plain, name.kind)]
    if len(longer) == 1 and not _begins_a_place(book, plain):
        return longer[0].key if is_body_noun(plain) else book.add(longer[0].key, longer[0].kind, plain).key
    record = book.add(f"{name.kind}:" + " ".join(key(plain) or (plain,)), name.kind, plain)
    record.media = names_outlet(bare(name.text))
    country = _known_country(plain)
    if country is None and _holds_state_noun(plain):
        named = country_among(_split(plain))
        country = named[0].removeprefix("geo:") if named else None
    if country is not None and not record.media:
        book.own(record.key, book.government("geo:" + country), f"{plain} is a body of that country")
    return record.key


def _begins_a_place(book: Register, plain: str) -> bool:
    """Whether a place of the report begins with the word: with "Brodel River" about, "Brodel" may be that."""
    places = [record for record in book.records.values() if record.kind is EntityKind.PLACE]
    return any(name.startswith(plain + " ") for record in places for name in record.names)


def _is_short_for(record: Record, plain: str, kind: EntityKind) -> bool:
    """Whether a lone word is short for a body named before: "Talcamar" for "Talcamar Group", "the Society"
    for "Brod Society of Friends"."""
    return (
        kind in {EntityKind.ORGANISATION, EntityKind.OTHER}
        and record.kind is EntityKind.ORGANISATION
        and record.named
        and any(
            shortened(plain, known)
            or headed_by(plain, known)
            or plain in (opening(known), without_place(known), without_trade(known))
            for known in record.names
        )
    )


def _holds_state_noun(plain: str) -> bool:
    return any(word.lower() in words("offices", "state") for word in _split(plain))


def _split(plain: str) -> list[str]:
    """The words of a name, possessive endings off."""
    return [bare(word) for word in plain.split()]


def _known_country(plain: str) -> str | None:
    """The country of a body known by name, or of one whose name holds such a name ("White House …
    Council")."""
    known = table("offices")["known"]
    found = [name for name in known if f" {name} " in f" {plain} "]
    return known[max(found, key=len)] if found else None


def _without_media_head(plain: str) -> str:
    """ "Yonhap news agency" is Yonhap."""
    for head in _media_heads():
        if plain.endswith(" " + head) and plain[: -len(head)].strip()[:1].isupper():
            return plain[: -len(head)].strip()
    return plain


@cache
def _media_heads() -> tuple[str, ...]:
    return tuple(sorted(table("media")["heads"], key=len, reverse=True))


def _same_body(known: str, plain: str) -> bool:
    return key(known) == key(plain) or acronym_of(plain, known) or acronym_of(known, plain)


def _best(record: Record) -> str:
    """The name to show: the fullest for people, the longest form for bodies, the gazetteer's for places,
    first found else."""
    if record.place is not None and record.kind in {EntityKind.PLACE, EntityKind.ORGANISATION}:
        place = gazetteer.get(record.place)
        if place is not None:
            return place.name
    if record.kind is EntityKind.GROUP:
        return min(record.names, key=group_rank)
    return max(sorted(record.names), key=lambda name: (len(name.split()), len(name)))


def is_state_noun(token: "Token") -> bool:
    """Say whether a noun names an office or body of a state."""
    return bool({token.lower_, token.lemma_.lower()} & words("offices", "state"))
