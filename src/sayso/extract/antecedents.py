"""Whom a noun means that was named before: "the president", "the company", "the union" after "the AMWU"."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.extract.pronouns import Salience
from sayso.extract.register import Register
from sayso.lexicon import gazetteer, words
from sayso.lexicon.bodies import function_of
from sayso.model.names import bare
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEADING = frozenset({"det", "poss", "predet", "case"})


@dataclass(slots=True)
class Antecedents:
    """The people and bodies of a report as what nouns can mean; `speakers` are those that have spoken."""

    book: Register
    salience: Salience
    speakers: set[str] = field(default_factory=set)

    def known(self, head: "Token", *, speaks: bool = False) -> str | None:
        """Return whom a definite description means that is already there: "the president"; a noun that
        `speaks` may mean a firm that none of its words show."""
        determiner = next((t for t in head.lefts if t.dep_ in {"det", "poss"}), None)
        if (
            determiner is None
            or determiner.lower_ in {"a", "an", "another", "some", "one"}
            or determiner.i in self.book.by_token
        ):
            return None
        lemma = head.lemma_.lower()
        plain = len([t for t in head.lefts if t.dep_ not in _LEADING]) == 0
        offices = [
            r.key for r in self.book.records.values() if r.kind is EntityKind.PERSON and r.office == lemma
        ]
        spoken = self.salience.before(head.idx)
        if offices:
            return next((entity for entity in reversed(spoken) if entity in offices), offices[0])
        if not plain and determiner.dep_ == "det":
            return None
        headed = next((entity for entity in reversed(spoken) if self._headed(entity, lemma)), None)
        return headed if headed is not None or not plain else self.known_body(head, speaks=speaks)

    def known_body(self, head: "Token", *, speaks: bool = False) -> str | None:
        """Return the body named before that a noun for a body means, with an article or without:
        "the company", "company spokesman"; a noun that `speaks` may mean a firm that nothing shows to be
        one."""
        lemma = head.lemma_.lower()
        spoken = self.salience.before(head.idx)
        headed = next((entity for entity in reversed(spoken) if self._headed(entity, lemma)), None)
        return (
            headed
            or self._bearer(head, lemma)
            or (self._firm(spoken, speaks) if lemma in words("offices", "firms") else None)
        )

    def beside(self, noun: "Token") -> str | None:
        """Return the body known that a noun for one means; with words before it only a firm, of whose name
        they are part, or that they only tell the country of."""
        told = [child for child in noun.lefts if child.dep_ in {"compound", "amod", "nmod", "poss"}]
        if not told:
            return self.known_body(noun)
        if noun.lemma_.lower() not in words("offices", "firms"):
            return None
        firms = sorted({entity for _, entity in self.book.by_token.values() if self._is_firm(entity)})
        said = {child.lower_ for child in told}
        named = [
            one for one in firms if any(said & set(n.lower().split()) for n in self.book.records[one].names)
        ]
        if len(named) == 1:
            return named[0]
        only_country = all(gazetteer.demonym(child.text) is not None for child in told)
        return self._firm(self.salience.before(noun.idx), False) if only_country else None

    def whose(self, token: "Token", role: "Token") -> str | None:
        """Return the body that "its" means before a role: a firm where only firms have it."""
        if role.lemma_.lower() in words("offices", "of_firms"):
            return self._firm(self.salience.before(token.idx), False)
        meant = self.salience.meant("it", token.idx)
        return next(
            (entity for entity in meant if self.book.records[entity].kind is EntityKind.ORGANISATION), None
        )

    def regional(self, tokens: Sequence["Token"]) -> str | None:
        """Return the government of a region that the report names itself, where words name the region:
        "Welsh minister" after "the Welsh Government"."""
        regions = {_region(token.text) for token in tokens} - {None}
        for _, entity in self.book.by_token.values():
            for name in self.book.records[entity].names:
                said = name.split()
                if len(said) == 2 and said[1].lower() == "government" and _region(said[0]) in regions:
                    return entity
        return None

    def _bearer(self, head: "Token", lemma: str) -> str | None:
        """The one body named before whose name ends in, or holds, the noun:
        "the authority" after "Maritime Authority"."""
        names = {
            entity: None
            for index, (name, entity) in sorted(self.book.by_token.items())
            if index < head.i and name.kind is not EntityKind.PERSON and self._headed(entity, lemma)
        }
        found = [entity for entity in names if self.book.records[entity].kind is EntityKind.ORGANISATION]
        found += [
            entity
            for entity, record in self.book.records.items()
            if entity.startswith("described:")
            and record.kind is EntityKind.ORGANISATION
            and entity != f"described:{lemma}"
            and self._headed(entity, lemma)
        ]
        return found[0] if len(found) == 1 else None

    def _firm(self, spoken: Sequence[str], speaks: bool) -> str | None:
        """ "The company" is the only body that the report shows to be a firm; of several, the last that spoke
        or was a subject. Where it shows none, and the noun `speaks`, the same of all private bodies that
        did."""
        named = sorted({entity for _, entity in self.book.by_token.values() if self._is_firm(entity)})
        shown = [entity for entity in named if self.book.records[entity].beside & words("offices", "firms")]
        active = {*self.speakers, *spoken} if speaks else set[str]()
        firms = shown or [entity for entity in named if entity in active]
        last = next((entity for entity in reversed(spoken) if entity in firms), None)
        return firms[0] if len(firms) == 1 else last

    def _is_firm(self, entity: str) -> bool:
        record = self.book.records[entity]
        sorts = words("offices", "bodies") - words("offices", "firms")
        public = (
            record.owner is not None
            or bool(record.beside & sorts)
            or any(set(name.lower().split()) & words("offices", "public") for name in record.names)
        )
        private = (
            record.kind in {EntityKind.ORGANISATION, EntityKind.OTHER}
            and record.named
            and not record.media
            and not public
        )
        return private and not entity.startswith("gov:")

    def _headed(self, entity: str, lemma: str) -> bool:
        record = self.book.records[entity]
        if record.kind is EntityKind.ORGANISATION and lemma in record.beside:
            return True
        return any(
            lemma in bare(name).lower().split() or lemma + "s" in bare(name).lower().split()
            for name in record.names
        ) or (
            lemma == "agency"
            and record.kind is EntityKind.ORGANISATION
            and (record.media or function_of(next(iter(record.names))) is not None)
        )


def _region(text: str) -> str | None:
    """The gazetteer key of a region, by its name or its people's."""
    place = gazetteer.demonym(bare(text)) or gazetteer.find(bare(text))
    return place.key if place is not None and place.kind is gazetteer.PlaceKind.region else None
