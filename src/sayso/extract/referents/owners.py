"""Whom somebody answers to, and in what office, by the words around their name or in what they are called."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.names.roles import is_role
from sayso.extract.referents.antecedents import Antecedents
from sayso.extract.referents.countries import country_in
from sayso.extract.referents.phrases import left_of, whose
from sayso.extract.referents.register import Register, is_state_noun
from sayso.lexicon import words
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(slots=True)
class Owners:
    """Notes offices and owners in a register."""

    doc: "Doc"
    book: Register
    before: Antecedents

    def note(self, head: "Token", entity: str) -> None:
        """Note office and owner from the words around a name: "Ukrainian President X", "X, a spokesman for
        Y"."""
        record = self.book.records[entity]
        own = own_tokens(self.book, head)
        around = [t for t in left_of(head) if t.i not in own]
        appositive = next(
            (child for child in head.children if child.dep_ == "appos" and child.pos_ == "NOUN"), None
        )
        if appositive is not None and appositive.lemma_.lower() in words("offices", "outsiders"):
            return
        role = next((t for t in reversed(around) if t.text[0].isalpha() and is_role(t)), None)
        record.beside |= {t.lower_ for t in (role, appositive) if t is not None}
        if record.media:
            return
        if (
            record.kind is EntityKind.ORGANISATION
            and appositive is not None
            and is_role(appositive)
            and not is_state_noun(self.doc[head.i])
        ):
            record.kind = EntityKind.PERSON
        if record.kind is EntityKind.PERSON:
            office = appositive or role
            record.office = record.office or (office.lemma_.lower() if office is not None else None)
        scope = around + ([t for t in appositive.subtree if t.i > head.i] if appositive is not None else [])
        if record.kind is EntityKind.PERSON:
            scope += whose(head)
        named = [self.doc[i] for i in sorted(own)]
        state = any(is_state_noun(t) for t in (*scope, *named))
        self.own_by(entity, scope if record.kind is EntityKind.PERSON else [*scope, *named], state)

    def own_by(self, entity: str, scope: Sequence["Token"], state: bool) -> None:
        """Note that an entity answers to the body that `scope` names, or, where it is of a `state`, to the
        government of the country or region named there."""
        body = self.body_in(scope, entity)
        if body is not None:
            self.book.own(entity, body[0], f"“{body[1]}”")
            return
        country = country_in(scope)
        apart = {token.lower_ for token in scope} & words("offices", "apart")
        if not state or apart:
            return
        owner = self.book.government(country[0]) if country is not None else self.before.regional(scope)
        if owner is not None:
            self.book.own(entity, owner, f"“{' '.join(t.text for t in scope)[:60]}”")

    def body_in(self, scope: Sequence["Token"], entity: str) -> tuple[str, str] | None:
        """Return a named organisation, and its name there, that the phrase says its head belongs to, by
        "for", "of", "at", a possessive or an apposed role."""
        for token in scope:
            named = self.book.by_token.get(token.i)
            if named is None or named[1] == entity:
                continue
            record = self.book.records[named[1]]
            if record.kind is EntityKind.ORGANISATION and not record.media:
                return named[1], named[0].text
        return None


def own_tokens(book: Register, head: "Token") -> set[int]:
    """Return the indices of the tokens of the name that a head stands in; of no name, its own."""
    named = book.by_token.get(head.i)
    return set(range(named[0].first, named[0].last)) if named else {head.i}
