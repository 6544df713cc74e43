"""Who a pronoun means: the last fitting party that spoke or was spoken of, and nobody when none fits.

"She" never means a man and "he" never a woman where name, title or role tells;
a wrong name is worse than none.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from sayso.extract.referents.bearers import gender
from sayso.extract.referents.register import Record, Register
from sayso.lexicon import gazetteer, words
from sayso.model.report import EntityKind, Pair

PERSONAL = frozenset({"he", "she", "him", "her"})
THINGS = frozenset({"it"})
MANY = frozenset({"they", "them", "both"})
"""Not "some", "many" and "others": these are nobody told of before."""


JUST = 200
"""Code points, a sentence or two, within which who told of somebody goes on telling."""


@dataclass(slots=True)
class Salience:
    """Who was named or spoke, in order of position (code points); `told` are the contents so far, in order,
    with whose they are; `apart` are captions, which the text around them does not go on from."""

    book: Register
    seen: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    told: list[tuple[Pair, tuple[str, ...]]] = field(default_factory=list)
    apart: Sequence[Pair] = ()

    def note(self, position: int, entities: tuple[str, ...]) -> None:
        """Remember that entities, together, spoke or were the subject at a position."""
        if entities:
            self.seen.append((position, entities))

    def before(self, position: int) -> list[str]:
        """Return the entities seen before a position, the latest last."""
        return [entity for where, entities in sorted(self.seen) if where < position for entity in entities]

    def traces(self, entity: str, position: int) -> Iterator[int]:
        """Yield where an entity was noted, and where what it said ends, before a position."""
        yield from (where for where, entities in self.seen if entity in entities and where < position)
        yield from (part[1] for part, entities in self.told if entity in entities and part[1] <= position)

    def tell(self, parts: Sequence[Pair], entities: tuple[str, ...]) -> None:
        """Remember what entities said."""
        self.told = sorted([*self.told, *((part, entities) for part in parts)]) if entities else self.told

    def meant(
        self,
        pronoun: str,
        position: int,
        others: Set[str] = frozenset(),
        *,
        begun: int | None = None,
        adding: bool = False,
        since: int = 0,
    ) -> tuple[str, ...]:
        """Return the entities that a pronoun at a position means, none of `others` and none noted before
        `since`; empty when none fits. Where it goes on telling, in a statement `begun` at a place, it means
        who just told of those named, before them. "It" that is `adding` something is who just spoke, or whom
        that one spoke for."""
        if pronoun in THINGS and adding and (told := self.just_told(position)):
            return told if all(self.fits(pronoun, one) for one in told) else self._bodies_of(told)
        groups = [
            (where, entities)
            for where, entities in sorted(self.seen)
            if since <= where < position
            and others.isdisjoint(entities)
            and self._lasts(where, position, entities)
        ]
        for where, named in reversed(groups):
            teller = self._teller(where, begun) if begun is not None else ()
            goes_on = any(self.fits(pronoun, one) for one in teller) and others.isdisjoint(teller)
            entities = teller if goes_on else named
            if len(entities) > 1 and pronoun in MANY:
                return entities
            fitting = next((one for one in reversed(entities) if self.fits(pronoun, one)), None)
            if fitting is not None:
                return (fitting,)
        return ()

    def just_told(self, position: int) -> tuple[str, ...]:
        """Who told something right before a position."""
        at = bisect_right(self.told, position, key=lambda one: one[0][0])
        part, entities = self.told[at - 1] if at else ((0, 0), ())
        return entities if part[1] <= position <= part[1] + JUST else ()

    def _bodies_of(self, speakers: tuple[str, ...]) -> tuple[str, ...]:
        """The bodies for which people speak; empty where one speaks for none."""
        owners = [self.book.records[one].owner for one in speakers]
        return tuple(owner for owner in owners if owner is not None) if all(owners) else ()

    def _lasts(self, where: int, position: int, entities: tuple[str, ...]) -> bool:
        """Whether who was named at a place may still be meant: of a country as "it" only just before, and
        in a caption only there."""
        if any(start <= where < end <= position for start, end in self.apart):
            return False
        near = position - where <= JUST
        return near or not any(is_country(self.book.records[one]) for one in entities)

    def _teller(self, where: int, begun: int) -> tuple[str, ...]:
        """Whose content, told right before a place, holds another place."""
        at = bisect_right(self.told, where, key=lambda one: one[0][0])
        part, entities = self.told[at - 1] if at else ((0, 0), ())
        return entities if where < part[1] <= begun <= part[1] + JUST else ()

    def fits(self, pronoun: str, entity: str) -> bool:
        """Say whether a pronoun can mean an entity by its sort, number and sex."""
        record = self.book.records[entity]
        if pronoun in PERSONAL:
            told = gender(record)
            wanted = "f" if pronoun in words("gender", "f") else "m"
            return self._may_be_a_person(record) and not record.plural and told in {None, wanted}
        if pronoun in THINGS:
            body = record.kind in {EntityKind.ORGANISATION, EntityKind.OTHER}
            return (body or is_country(record)) and not record.plural
        return pronoun in MANY and (
            record.plural or record.kind in {EntityKind.ORGANISATION, EntityKind.GROUP}
        )

    def _may_be_a_person(self, record: Record) -> bool:
        """A person, or a lone word of a name of unknown sort that is no outlet and no acronym."""
        unknown = record.kind is EntityKind.OTHER and record.named and not record.media
        return record.kind is EntityKind.PERSON or (
            unknown and all(name.istitle() and " " not in name for name in record.names)
        )


def is_country(record: Record) -> bool:
    """Say whether an entity is the land of a country, whose government "it" means where it says something."""
    place = gazetteer.get(record.place) if record.kind is EntityKind.PLACE and record.place else None
    return place is not None and place.kind is gazetteer.PlaceKind.country
