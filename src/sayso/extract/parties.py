"""Who a source is: the entity, or the several entities, that a source phrase stands for.

Names, pronouns, definite descriptions ("the president", "the agency"),
bodies of a country ("Seoul's intelligence agency"), governments under their country's or capital's name,
and people known by description alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.extract.kinds import Name
from sayso.extract.pronouns import Salience
from sayso.extract.register import Register, country_in, country_named, is_state_noun
from sayso.extract.sources import object_of, without_day
from sayso.lexicon import table, words
from sayso.lexicon.bodies import function_of
from sayso.lexicon.media import names_outlet
from sayso.model.names import bare
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEADING = frozenset({"det", "poss", "predet", "case"})


@dataclass(slots=True)
class Parties:
    """Resolves source heads against a register; remembers who spoke, so that pronouns find them."""

    doc: "Doc"
    book: Register
    salience: Salience

    def resolve(self, head: "Token") -> tuple[str, ...]:
        """Return the keys of the entities that the phrase headed by `head` stands for;
        several for a joint phrase."""
        if head.pos_ == "PRON":
            return self.salience.meant(head.lower_, head.idx)
        named = self.book.by_token.get(head.i)
        if named is not None and not _only_modifies(head, named[0]):
            return (self._member_named(head, named[1]) or self._by_name(head, *named),)
        beside = self.named_beside(head)
        return (beside,) if beside is not None else self._described(head)

    def named_beside(self, head: "Token") -> str | None:
        """The name set beside a role or a sort of body: "the driver, X"; "a spokesman for the firm, X";
        "the union Y"."""
        if not (_is_role(head) or _is_body(head)):
            return None
        person = _is_role(head)
        for index in range(head.i + 1, head.right_edge.i + 1):
            named = self.book.by_token.get(index)
            if named is None or named[0].first != index or not _set_beside(self.doc, head, named[0]):
                continue
            record = self.book.records[named[1]]
            if (record.kind is EntityKind.PERSON) == person and record.kind is not EntityKind.PLACE:
                record.office = record.office or (head.lemma_.lower() if person else None)
                record.beside.add(head.lower_)
                return named[1]
        return None

    def _member_named(self, head: "Token", group: str) -> str | None:
        """The member of a group that is named behind it: "the committee's top Democrat, Sen. X"."""
        if head.tag_ not in {"NN", "NNP"} or self.book.records[group].kind is not EntityKind.GROUP:
            return None
        for child in head.children:
            named = self.book.by_token.get(child.i) if child.dep_ == "appos" else None
            if named is not None and self.book.records[named[1]].kind is EntityKind.PERSON:
                return self._by_name(child, *named)
        return None

    def spoke(self, position: int, entities: tuple[str, ...]) -> None:
        """Remember that entities spoke, or were the subject, at a position (code points)."""
        self.salience.note(position, entities)

    def _by_name(self, head: "Token", name: Name, entity: str) -> str:
        record = self.book.records[entity]
        if record.kind is EntityKind.PLACE and record.place is not None:
            country = country_named(name.text)
            if country is not None:
                return self.book.government(country, name.text)
        if record.kind is EntityKind.PLACE and record.place is None:
            # What speaks and is in no gazetteer is a body with a name that looks like a place's.
            record.kind = EntityKind.ORGANISATION
        if record.kind is not EntityKind.PERSON and self._called_an_outlet(name):
            record.media = True
        self._note_owner(head, entity)
        return entity

    def _called_an_outlet(self, name: Name) -> bool:
        """ "The Chilean news agency X": the words right before the name say what it is."""
        before = self.doc[max(name.first - 3, 0) : name.first].text.lower()
        after = self.doc[name.last : name.last + 2].text.lower()
        heads = [head for head in table("media")["heads"] if head not in table("media")["loose"]]
        return any(before.endswith(" " + head) or after.startswith(head) for head in heads)

    def _note_owner(self, head: "Token", entity: str) -> None:
        """Office and owner from the words around a name: "Ukrainian President X", "X, a spokesman for Y"."""
        record = self.book.records[entity]
        around = [t for t in _left_of(head) if t.i not in self._own_tokens(head)]
        appositive = next(
            (child for child in head.children if child.dep_ == "appos" and child.pos_ == "NOUN"), None
        )
        role = next((t for t in reversed(around) if t.text[0].isalpha() and _is_role(t)), None)
        record.beside |= {t.lower_ for t in (role, appositive) if t is not None}
        if record.media:
            return
        if (
            record.kind is EntityKind.ORGANISATION
            and appositive is not None
            and _is_role(appositive)
            and not is_state_noun(self.doc[head.i])
        ):
            record.kind = EntityKind.PERSON
        if record.kind is EntityKind.PERSON:
            office = appositive or role
            record.office = record.office or (office.lemma_.lower() if office is not None else None)
        scope = around + ([t for t in appositive.subtree if t.i > head.i] if appositive is not None else [])
        if record.kind is EntityKind.PERSON:
            scope += _whose(head)
        state = any(is_state_noun(t) for t in scope) or any(
            is_state_noun(self.doc[i]) for i in self._own_tokens(head)
        )
        self._own_by(
            entity,
            scope
            if record.kind is EntityKind.PERSON
            else [*scope, *(self.doc[i] for i in sorted(self._own_tokens(head)))],
            state,
        )

    def _own_tokens(self, head: "Token") -> set[int]:
        named = self.book.by_token.get(head.i)
        return set(range(named[0].first, named[0].last)) if named else {head.i}

    def _own_by(self, entity: str, scope: Sequence["Token"], state: bool) -> None:
        body = self._body_in(scope, entity)
        if body is not None:
            self.book.own(entity, body[0], f"“{body[1]}”")
            return
        country = country_in(scope)
        if country is not None and state:
            self.book.own(
                entity, self.book.government(country[0]), f"“{' '.join(t.text for t in scope)[:60]}”"
            )

    def _body_in(self, scope: Sequence["Token"], entity: str) -> tuple[str, str] | None:
        """A named organisation that the phrase says its head belongs to, by "for", "of", "at",
        a possessive or an apposed role."""
        for token in scope:
            named = self.book.by_token.get(token.i)
            if named is None or named[1] == entity:
                continue
            record = self.book.records[named[1]]
            if record.kind is EntityKind.ORGANISATION and not record.media:
                return named[1], named[0].text
        return None

    def _described(self, head: "Token") -> tuple[str, ...]:
        documents = {head.lower_, head.lemma_.lower()} & words("offices", "documents")
        if documents and (makers := self._makers(head)):
            return makers
        split = self._two_countries(head)
        if split:
            return split
        outlet = self._outlet_in(head)
        if outlet is not None:
            return (outlet,)
        known = self._known(head)
        return (known if known is not None else self._new(head),)

    def _makers(self, head: "Token") -> tuple[str, ...]:
        """A document speaks for whoever made it: "assessments from A, B and C"."""
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in {"from", "by", "of"}:
                maker = object_of(child)
                if maker is not None and maker.i in self.book.by_token:
                    members = [maker, *(t for t in maker.conjuncts if t.i > maker.i)]
                    return tuple(dict.fromkeys(key for member in members for key in self.resolve(member)))
            if child.dep_ == "poss" and child.i in self.book.by_token:
                return self.resolve(child)
        return ()

    def _two_countries(self, head: "Token") -> tuple[str, ...]:
        """ "U.S. and Ukrainian officials" are two parties."""
        modifiers = [t for t in head.lefts if t.dep_ in {"amod", "nmod", "compound"} and country_in([t])]
        first = modifiers[0] if modifiers else None
        joined = [t for t in first.conjuncts if t.i < head.i and country_in([t])] if first is not None else []
        if first is None or not joined:
            return ()
        return tuple(
            self._description(head, f"{member.text} {head.text}", [member, head])
            for member in (first, *joined)
        )

    def _outlet_in(self, head: "Token") -> str | None:
        """ "Yonhap news agency": the name before the noun is the entity; not "Telegram channels", others'
        words."""
        phrase = self.doc[head.left_edge.i : head.i + 1].text
        if not names_outlet(phrase):
            return None
        for token in [*head.lefts, *head.rights]:
            named = self.book.by_token.get(token.i)
            if (
                named is not None
                and token.dep_ in {"compound", "appos", "nmod"}
                and named[0].text not in _channels()
                and self.book.records[named[1]].kind is not EntityKind.PLACE
            ):
                self.book.records[named[1]].media = True
                self.book.records[named[1]].kind = EntityKind.ORGANISATION
                return named[1]
        return None

    def _known(self, head: "Token") -> str | None:
        """A definite description of somebody already there: "the president", "the agency", "the official"."""
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
        if headed is not None or not plain:
            return headed
        return self._bearer(head, lemma) or (
            self._firm(spoken) if lemma in words("offices", "firms") else None
        )

    def _bearer(self, head: "Token", lemma: str) -> str | None:
        """The one body named before whose name ends in, or holds, the noun:
        "the authority" after "Maritime Authority"."""
        names = {
            entity: None
            for index, (name, entity) in sorted(self.book.by_token.items())
            if index < head.i and name.kind is not EntityKind.PERSON and self._headed(entity, lemma)
        }
        found = [entity for entity in names if self.book.records[entity].kind is EntityKind.ORGANISATION]
        return found[0] if len(found) == 1 else None

    def _firm(self, spoken: Sequence[str]) -> str | None:
        """ "The company" is the last private body that spoke or was a subject, else the only one named."""
        last = next((entity for entity in reversed(spoken) if self._is_firm(entity)), None)
        named = sorted({entity for _, entity in self.book.by_token.values() if self._is_firm(entity)})
        return last or (named[0] if len(named) == 1 else None)

    def _is_firm(self, entity: str) -> bool:
        record = self.book.records[entity]
        public = record.owner is not None or any(
            set(name.lower().split()) & words("offices", "public") for name in record.names
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
        return any(
            lemma in bare(name).lower().split() or lemma + "s" in bare(name).lower().split()
            for name in record.names
        ) or (
            lemma == "agency"
            and record.kind is EntityKind.ORGANISATION
            and (record.media or function_of(next(iter(record.names))) is not None)
        )

    def _new(self, head: "Token") -> str:
        if head.pos_ == "PROPN" and head.text[0].isupper() and not (_is_body(head) or _is_role(head)):
            return self._unlisted(head)
        phrase = without_day([t for t in head.subtree if not _asides(t, head)])
        first = phrase[0].i
        while first < head.i and (
            self.doc[first].dep_ in {"det", "predet", "punct", "cc", "preconj"}
            or self.doc[first].tag_ == "PRP$"
            or self.doc[first].is_space
        ):
            first += 1
        last = max((t.i for t in phrase if t.i >= head.i and not t.is_punct), default=head.i)
        text = self.doc[first : last + 1].text.strip(" ,")
        return self._description(head, text, self.doc[first : last + 1])

    def _unlisted(self, head: "Token") -> str:
        """A proper name that nothing recognised: its capitals, without what follows it."""
        first = head.i
        while (
            first > head.left_edge.i
            and self.doc[first - 1].pos_ == "PROPN"
            and self.doc[first - 1].text[0].isupper()
        ):
            first -= 1
        text = self.doc[first : head.i + 1].text
        kind = EntityKind.PERSON if first < head.i and not names_outlet(text) else EntityKind.OTHER
        record = self.book.add(f"{kind}:" + text.lower(), kind, text)
        record.media = record.media or names_outlet(text)
        self._note_owner(head, record.key)
        return record.key

    def _description(self, head: "Token", text: str, scope: Iterable["Token"]) -> str:
        tokens = list(scope)
        person = (
            bool({head.lower_, head.lemma_.lower()} & words("offices", "people")) and head.lower_ != "police"
        )
        body = not person and bool({head.lower_, head.lemma_.lower()} & words("offices", "bodies"))
        country = country_in(tokens)
        function = function_of(text)
        if body and function and country:
            entity = f"body:{country[0]}:{function}"
        else:
            entity = "described:" + " ".join(bare(text).lower().split())
        media = names_outlet(text)
        kind = (
            EntityKind.ORGANISATION
            if body or (media and head.tag_ == "NNP")
            else EntityKind.PERSON
            if person and head.tag_ in {"NN", "NNP"}
            else EntityKind.GROUP
            if head.tag_ in {"NNS", "NNPS"}
            else EntityKind.OTHER
        )
        record = self.book.add(entity, kind, text)
        record.named = body and (country is not None or function is not None)
        record.plural = head.tag_ in {"NNS", "NNPS"}
        record.media = record.media or media
        record.office = head.lemma_.lower() if person else None
        self._own_by(entity, tokens, is_state_noun(head) or any(is_state_noun(t) for t in tokens))
        return entity


@cache
def _channels() -> frozenset[str]:
    """Names of channels: who uses one is not the channel."""
    return frozenset(channel["name"] for channel in table("channels")["channels"])


def _whose(head: "Token") -> list["Token"]:
    """What a person is said to be of, right behind the name: "Ana Kovar of the Harbour Authority"."""
    members = [
        child for child in head.rights if child.dep_ == "prep" and child.lower_ in {"of", "from", "at"}
    ]
    return [token for child in members[:1] for token in child.subtree if token.i > child.i]


def _only_modifies(head: "Token", name: Name) -> bool:
    return not name.first <= head.i < name.last


def _left_of(head: "Token") -> list["Token"]:
    return [t for t in head.doc[head.left_edge.i : head.i] if not t.is_punct and not t.is_space]


def _is_role(token: "Token") -> bool:
    return bool(
        {token.lower_, token.lemma_.lower()} & (words("offices", "people") | words("offices", "state"))
    )


def _is_body(token: "Token") -> bool:
    return bool(
        {token.lower_, token.lemma_.lower()} & (words("offices", "bodies") | words("offices", "firms"))
    )


def _set_beside(doc: "Doc", head: "Token", name: Name) -> bool:
    """The name follows its noun directly, or after a comma that closes what belongs to the noun."""
    before = doc[name.first - 1 - len((name.title or "").split())]
    if before.i == head.i or (head.text[0].isupper() and _of(doc, before.i - 1) == head.i):
        return True
    follows = doc[name.last] if name.last < len(doc) else None
    possessive = follows is not None and follows.tag_ == "POS"
    return (
        before.text == "," and not possessive and any(t.dep_ == "appos" for t in doc[name.first : name.last])
    )


def _of(doc: "Doc", index: int) -> int | None:
    """The word before "of" in a title: "Superintendent of Police"."""
    return index - 1 if index > 0 and doc[index].lower_ == "of" else None


def _adjoined_name(token: "Token") -> bool:
    """An apposed name without a comma belongs to its noun: "the newspaper The Evening Lamp"."""
    return token.dep_ == "appos" and token.pos_ == "PROPN" and not token.doc[token.left_edge.i - 1].is_punct


def _asides(token: "Token", head: "Token") -> bool:
    """Whether a token stands in a clause or after a comma beside the description."""
    while token.i != head.i and token.head.i != token.i:
        if (
            token.dep_ in {"relcl", "acl", "appos", "advcl", "conj", "cc"}
            and token.i > head.i
            and not _adjoined_name(token)
        ):
            return True
        token = token.head
    return False
