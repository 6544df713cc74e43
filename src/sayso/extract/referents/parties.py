"""Who a source is: the entity, or the several entities, that a source phrase stands for.

Names, pronouns, definite descriptions ("the president", "the agency"),
bodies of a country ("Seoul's intelligence agency"), governments under their country's or capital's name,
and people known by description alone.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.extract.names.kinds import Name
from sayso.extract.names.roles import is_body, is_definite, is_employed, is_role, opens_as_roles
from sayso.extract.referents.antecedents import Antecedents
from sayso.extract.referents.bearers import gender
from sayso.extract.referents.countries import country_in
from sayso.extract.referents.crowds import taken_up
from sayso.extract.referents.owners import Owners, own_tokens
from sayso.extract.referents.papers import is_shown_by, paper_before
from sayso.extract.referents.phrases import (
    charge_behind,
    is_aside,
    led_by,
    only_modifies,
    set_beside,
    who_tells,
)
from sayso.extract.referents.posts import post_in
from sayso.extract.referents.pronouns import JUST, MANY, PERSONAL, THINGS, Salience, is_country
from sayso.extract.referents.recency import since
from sayso.extract.referents.register import Register, is_state_noun, serving
from sayso.extract.sayings.sources import so_many, without_day
from sayso.extract.sayings.voices import object_of
from sayso.lexicon import gazetteer, table, words
from sayso.lexicon.bodies import core, function_of
from sayso.lexicon.media import channel_names, names_outlet
from sayso.model.names import bare
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


NAMED_WITHIN = 120
"""Tokens, a few paragraphs, within which a report names whom it brings in without a name."""


@dataclass(slots=True)
class Parties:
    """Resolves source heads against a register; remembers who spoke, so that pronouns find them."""

    doc: "Doc"
    book: Register
    salience: Salience
    before: Antecedents
    crowds: Sequence["Token"] = ()
    owners: Owners = field(init=False)

    def __post_init__(self) -> None:
        self.owners = Owners(self.doc, self.book, self.before)

    def resolve(
        self,
        head: "Token",
        others: Set[str] = frozenset(),
        *,
        begun: int | None = None,
        adding: bool = False,
    ) -> tuple[str, ...]:
        """Return the keys of the entities that the phrase headed by `head` stands for;
        several for a joint phrase. A pronoun means none of `others`, and in a statement `begun` at a place
        who told, right before, of the last ones named; where it is `adding` to what was told, who told it."""
        counted = self._counted(head)
        if counted:
            return counted
        if head.pos_ == "PRON":
            return self._pronoun(head, others, begun, adding)
        led = led_by(head, self.book.by_token)
        head = led if led is not None else head
        named = self.book.by_token.get(head.i)
        if named is not None and not only_modifies(head, named[0]):
            return (
                self._member_named(head, named[1])
                or self._one_of(head, named[1])
                or self._by_name(head, *named),
            )
        beside = self._told_of(head) or self.named_beside(head)
        if beside is not None:
            return (beside,)
        return self._described(head, begun if adding else None)

    def _pronoun(self, head: "Token", others: Set[str], begun: int | None, adding: bool) -> tuple[str, ...]:
        """Whom a pronoun means, by who spoke or was spoken of before."""
        taken = taken_up(head, self.crowds) if head.lower_ in MANY else None
        if head.lower_ in THINGS and not adding:
            taken = paper_before(head, self.book.by_token)
        from_ = taken.idx if taken is not None else 0
        meant = self.salience.meant(head.lower_, head.idx, others, begun=begun, adding=adding, since=from_)
        if not meant and taken is not None:
            return self.resolve(taken)
        if head.lower_ in PERSONAL | MANY and (teller := who_tells(head)) is not None:
            told = self.resolve(teller)
            if len(told) == 1 and others.isdisjoint(told) and self.salience.fits(head.lower_, told[0]):
                return told
        if head.lower_ in THINGS and any(self._is_paper(one) and self._is_far(one, head) for one in meant):
            return ()
        if head.lower_ in THINGS and is_shown_by(head):
            return tuple(one for one in meant if self._is_paper(one))
        if head.lower_ in PERSONAL and self._may_have_told(head, meant):
            return ()
        if head.lower_ in PERSONAL and len(meant) == 1:
            return since(head, self.salience, meant[0], others)
        return tuple(map(self._governing, meant)) or self._only_one(head, others)

    def _may_have_told(self, pronoun: "Token", meant: tuple[str, ...]) -> bool:
        """Whether somebody else may just have spoken, a lone word that nothing shows to be a body: "Quispe
        said he had lied. “He knew,” she said"."""
        told = self.salience.just_told(pronoun.idx)
        record = self.book.records[told[0]] if len(told) == 1 and told != meant else None
        if record is None or record.kind is not EntityKind.ORGANISATION or record.owner is not None:
            return False
        lone = record.named and all(name.istitle() and name.isalpha() for name in record.names)
        return lone and not (record.media or record.beside or record.serves or record.place)

    def _is_paper(self, entity: str) -> bool:
        record = self.book.records[entity]
        return record.kind is EntityKind.OTHER and not record.named

    def _is_far(self, entity: str, head: "Token") -> bool:
        """Whether nothing was told of an entity in the last sentence or two."""
        return head.idx - max(self.salience.traces(entity, head.idx), default=0) > JUST

    def _only_one(self, pronoun: "Token", others: Set[str]) -> tuple[str, ...]:
        """The only woman, or man, named so far and right before, who neither spoke nor was what a clause is
        about; nobody where somebody just spoke, whom a given name may call what he is not."""
        sex = next((sex for sex in ("f", "m") if pronoun.lower_ in words("gender", sex)), None)
        if pronoun.lower_ not in PERSONAL or self.salience.just_told(pronoun.idx):
            return ()
        last = {
            entity: name.end
            for at, (name, entity) in self.book.by_token.items()
            if at < pronoun.i and self._is_named_person(entity) and gender(self.book.records[entity]) == sex
        }
        near = all(pronoun.idx - end <= JUST for end in last.values())
        return tuple(last) if len(last) == 1 and near and others.isdisjoint(last) else ()

    def _governing(self, entity: str) -> str:
        """The government of a country that is meant as who says something, anybody else as they are."""
        record = self.book.records[entity]
        return self.book.government(record.place) if record.place and is_country(record) else entity

    def _told_of(self, head: "Token") -> str | None:
        """Whom a role or a sort of body behind a name and a comma means: "X, the mayor who said so"."""
        named = self.book.by_token.get(head.head.i) if head.dep_ == "appos" else None
        if named is None or not (is_role(head) or is_body(head)):
            return None
        kind = self.book.records[named[1]].kind
        fits = kind is EntityKind.PERSON if is_role(head) else kind is EntityKind.ORGANISATION
        return self._by_name(head.head, *named) if fits and head.tag_ in {"NN", "NNP"} else None

    def _counted(self, head: "Token") -> tuple[str, ...]:
        """Who is named behind a number or "another": "one of the judges, X", "two of them, X and Y"."""
        if head.pos_ != "NUM" and head.lower_ not in words("offices", "of_several"):
            return ()
        first = next((child for child in head.rights if child.dep_ == "appos"), None)
        if first is None or self.doc[first.left_edge.i - 1].text != ",":
            return ()
        named = [self.book.by_token.get(one.i) for one in (first, *first.conjuncts)]
        found = [one for one in named if one is not None and self._speaks(one[1])]
        return tuple(dict.fromkeys(one[1] for one in found)) if len(found) == len(named) else ()

    def _speaks(self, entity: str) -> bool:
        return self.book.records[entity].kind in {EntityKind.PERSON, EntityKind.ORGANISATION}

    def named_beside(self, head: "Token") -> str | None:
        """Return the name set beside a role or a sort of body: "the driver, X"; "a spokesman for the
        firm, X"; "the union Y"; "the owner, Z" may be either."""
        person, body = is_role(head), is_body(head)
        if not (person or body):
            return None
        clauses = {token.i for child in head.rights if child.dep_ == "relcl" for token in child.subtree}
        for index in range(head.i + 1, head.right_edge.i + 1):
            named = self.book.by_token.get(index) if index not in clauses else None
            if named is None or named[0].first != index or not set_beside(self.doc, head, named[0]):
                continue
            record = self.book.records[named[1]]
            is_one = record.kind is EntityKind.PERSON
            if (person if is_one else body) and record.kind is not EntityKind.PLACE:
                record.office = record.office or (head.lemma_.lower() if is_one else None)
                record.beside.add(head.lower_)
                return named[1]
        return None if person else self._called(head)

    def _called(self, head: "Token") -> str | None:
        """The body whose name stands right behind a noun for it, however the two were parsed: "the union Y
        has said"; not "the firm Y bought"."""
        named = self.book.by_token.get(head.i + 1)
        if named is None or named[0].first != head.i + 1 or head.tag_ != "NN":
            return None
        verb = self.doc[named[0].last - 1].head
        record = self.book.records[named[1]]
        if record.kind is not EntityKind.ORGANISATION or verb.dep_ in {"relcl", "acl"}:
            return None
        record.beside.add(head.lower_)
        return named[1]

    def _one_of(self, head: "Token", group: str) -> str | None:
        """Whom "the South African", "the Democrat" means: the only person told of so far; else somebody not
        named. "The Texas Democrat" is the only one of that state; "X, a Texas Democrat who said so" is X."""
        own = own_tokens(self.book, head)
        before = [child for child in head.lefts if child.i not in own]
        alone = [child.lower_ for child in before if gazetteer.find(child.text) is None] == ["the"]
        people = self.book.records[group].kind is EntityKind.GROUP and not is_body(head)
        if not people or head.tag_ not in {"NN", "NNP", "JJ"}:
            return None
        named = self.book.by_token.get(head.head.i) if head.dep_ == "appos" else None
        if named is not None and self._is_named_person(named[1]):
            return named[1]
        if not alone:
            return None
        if len(before) > 1 and (one := self.before.of_seat(head)) is not None:
            return one
        spoken = {one for one in self.salience.before(head.idx) if self._is_named_person(one)}
        if len(spoken) == 1 and (len(before) == 1 or self.before.may_have_seat(head, min(spoken))):
            return min(spoken)
        return self._somebody(head)

    def _somebody(self, head: "Token") -> str:
        """One of a people or a party who is not named."""
        text = self.doc[head.left_edge.i + 1 : head.i + 1].text
        entity = self._description(head, text, [head])
        self.book.records[entity].kind = EntityKind.PERSON
        return entity

    def _is_named_person(self, entity: str) -> bool:
        record = self.book.records[entity]
        return record.kind is EntityKind.PERSON and record.named

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
        """Remember that entities spoke at a position (code points)."""
        self.salience.note(position, entities)
        self.before.firms.speakers.update(entities)

    def _by_name(self, head: "Token", name: Name, entity: str) -> str:
        record = self.book.records[entity]
        if record.kind is EntityKind.PLACE and record.place is not None:
            country = gazetteer.country_named(name.text)
            if country is not None:
                return self.book.government(country, name.text)
        if record.kind is EntityKind.PLACE and record.place is None:
            # What speaks and is in no gazetteer is a body with a name that looks like a place's.
            record.kind = EntityKind.ORGANISATION
        if record.kind is not EntityKind.PERSON and self._called_an_outlet(name):
            record.media = True
        self.owners.note(head, entity)
        return entity

    def _called_an_outlet(self, name: Name) -> bool:
        """ "The Chilean news agency X": the words right before the name say what it is."""
        before = self.doc[max(name.first - 3, 0) : name.first].text.lower()
        after = self.doc[name.last : name.last + 2].text.lower()
        heads = [head for head in table("media")["heads"] if head not in table("media")["loose"]]
        return any(before.endswith(" " + head) or after.startswith(head) for head in heads)

    def body_among(self, tokens: Sequence["Token"], entity: str) -> str | None:
        """Return the body that a few words name or describe: "the AMWU", "company", "the authority"; a public
        one that is described is made if new: "the home ministry"."""
        named = self.owners.body_in(tokens, entity)
        if named is not None:
            return named[0]
        nouns = [
            token
            for token in tokens
            if token.pos_ in {"NOUN", "PROPN"} and token.i not in self.book.by_token and is_body(token)
        ]
        known = next((found for token in reversed(nouns) if (found := self.before.beside(token))), None)
        if known is not None or not nouns or not is_definite(nouns[-1]):
            return known
        return self.public_body(nouns[-1])

    def public_body(self, head: "Token") -> str | None:
        """Return the body of a state that a noun with what stands before it describes, made if new: "the
        navy", "the government's transport department"; None for other bodies."""
        phrase = self.doc[head.left_edge.i : head.i + 1]
        kept = [token for token in phrase if token.dep_ != "det"]
        text = self.doc[kept[0].i : head.i + 1].text if kept else head.text
        if serving([token.text for token in kept]) is None and function_of(text) is None:
            return None
        return self._description(head, text, kept)

    def _described(self, head: "Token", begun: int | None) -> tuple[str, ...]:
        documents = {head.lower_, head.lemma_.lower()} & words("offices", "documents")
        if documents and (makers := self._makers(head)):
            return makers
        split = self._two_countries(head)
        if split:
            return split
        named = self._outlet_in(head) or self.body_called(head)
        if named is not None:
            return (named,)
        known = self._named_later(head)
        known = known or self.before.principal(head) or self.before.known(head, speaks=True)
        known = known or self.before.leader_to_come(head)
        known = known or (self.before.going_on(head, begun) if begun is not None else None)
        return (known if known is not None else self._new(head),)

    def _named_later(self, head: "Token") -> str | None:
        """Whom "a rights group" means that a later sentence names: "The group, Lantern Watch, said …"; not
        where another one is brought in between."""
        lemma = head.lemma_.lower()
        brought = any(child.lower_ in {"a", "an"} for child in head.lefts) and head.tag_ == "NN"
        if not brought or not (is_role(head) or is_body(head)):
            return None
        for later in self.doc[head.right_edge.i + 1 : head.i + NAMED_WITHIN]:
            if later.lemma_.lower() != lemma or later.tag_ != "NN":
                continue
            before = [child.lower_ for child in later.lefts]
            if before != ["the"]:
                return None
            if self.doc[later.i + 1].text == "," and (named := self.named_beside(later)) is not None:
                return named
        return None

    def _makers(self, head: "Token") -> tuple[str, ...]:
        """A document speaks for whoever made or keeps it: "assessments from A, B", "the firm's list"."""
        of_media = any(child.lower_ in words("media", "nouns_of_news") for child in head.lefts)
        for child in head.children if not of_media else ():
            if child.dep_ == "prep" and child.lower_ in {"from", "by", "of"}:
                maker = object_of(child)
                if maker is not None and maker.i in self.book.by_token:
                    members = [maker, *(t for t in maker.conjuncts if t.i > maker.i)]
                    return tuple(dict.fromkeys(key for member in members for key in self.resolve(member)))
                if maker is not None and (body := self._body_meant(maker)) is not None:
                    return (body,)
            if child.dep_ == "poss" and (child.i in self.book.by_token or is_body(child)):
                return self.resolve(child)
        return ()

    def _body_meant(self, noun: "Token") -> str | None:
        """The body that a noun in the singular means: one named before, or one of a state."""
        if noun.tag_ != "NN" or not is_body(noun) or not is_definite(noun):
            return None
        return self.before.known(noun) or self.public_body(noun)

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
                and named[0].text not in channel_names()
                and self.book.records[named[1]].kind is not EntityKind.PLACE
            ):
                self.book.records[named[1]].media = True
                self.book.records[named[1]].kind = EntityKind.ORGANISATION
                return named[1]
        return None

    def body_called(self, head: "Token") -> str | None:
        """Return the body whose name stands right before what sort of body it is: "the Brodel firm",
        "the AMWU union"; not a firm's before "union"."""
        named = self.book.by_token.get(head.i - 1)
        if named is None or named[0].last != head.i or head.lemma_.lower() not in words("offices", "sorts"):
            return None
        if head.tag_ == "NNS" or self.doc[head.i - 1].tag_ == "POS":
            return None  # "Talcamar companies" are several, and "the council's group" is another body
        record = self.book.records[named[1]]
        if record.kind not in {EntityKind.ORGANISATION, EntityKind.OTHER}:
            return None
        if head.lemma_.lower() not in words("offices", "firms") and not named[0].text.isupper():
            return None  # "the Brodel union" is not Brodel
        record.kind = EntityKind.ORGANISATION
        record.beside.add(head.lemma_.lower())
        return named[1]

    def _new(self, head: "Token") -> str:
        named = head.pos_ == "PROPN" and head.text[0].isupper() and not (is_body(head) or is_role(head))
        if named and not opens_as_roles(head):
            return self._unlisted(head)
        outside = charge_behind(head)
        own = (token for token in _before_colon(head) if token.i not in outside)
        phrase = without_day([token for token in own if not is_aside(token, head)])
        first = phrase[0].i
        while first < head.i and (
            self.doc[first].dep_ in {"det", "predet", "punct", "cc", "preconj"}
            or self.doc[first].tag_ in {"PRP$", "WP$"}
            or self.doc[first].is_space
        ):
            first += 1
        last = max((t.i for t in phrase if t.i >= head.i and not t.is_punct), default=head.i)
        last = so_many(self.doc[last]).i
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
        while first < head.i and (
            self.doc[first].lower_ in words("mentions", "kin") or is_role(self.doc[first])
        ):
            first += 1
        text = self.doc[first : head.i + 1].text
        kind = EntityKind.PERSON if first < head.i and not names_outlet(text) else EntityKind.OTHER
        record = self.book.add(f"{kind}:" + text.lower(), kind, text)
        record.media = record.media or names_outlet(text)
        self.owners.note(head, record.key)
        return record.key

    def _police(self, text: str) -> str | None:
        """Whom "police" means: the only police that the report names or describes more closely; and "Brod
        police" those named as "Brod Police Department"."""
        said = bare(text).lower()
        if not said.endswith("police"):
            return None
        found = {
            record.key: name
            for record in self.book.records.values()
            if record.kind is EntityKind.ORGANISATION and not record.media
            for name in record.names
            if _is_police_of_a_place(core(name))
        }
        if said == "police":
            return min(found) if len(found) == 1 else None
        return next((entity for entity in sorted(found) if core(found[entity]).lower() == said), None)

    def _description(self, head: "Token", text: str, scope: Iterable["Token"]) -> str:
        police = self._police(text)
        if police is not None:
            return police
        tokens = list(scope)
        together = head.lower_ in words("offices", "together")
        person = not together and bool({head.lower_, head.lemma_.lower()} & words("offices", "people"))
        person = person and head.lower_ != "police"
        body = not person and bool({head.lower_, head.lemma_.lower()} & words("offices", "bodies"))
        country = country_in(tokens)
        function = function_of(text)
        place = gazetteer.find(country[1]) if country else None
        towns = function == "police" and place is not None and place.kind is gazetteer.PlaceKind.city
        if body and function and country and not towns:
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
            if together or head.tag_ in {"NNS", "NNPS"}
            else EntityKind.OTHER
        )
        record = self.book.add(entity, kind, text)
        record.named = body and (country is not None or function is not None)
        record.plural = head.tag_ in {"NNS", "NNPS"} or _is_share_of_many(head)
        record.media = record.media or media
        record.office = head.lemma_.lower() if person else None
        record.post = post_in(tokens, head) if person else None
        record.serves = record.serves or serving([token.text for token in tokens])
        state = is_state_noun(head) or any(is_state_noun(t) for t in tokens)
        self.owners.own_by(entity, tokens, state and not towns)
        if person and record.owner is None and is_employed(head):
            owner = self.body_among([token for token in tokens if token.i != head.i], entity)
            if owner is not None:
                self.book.own(entity, owner, f"“{text}”"[:80])
        return entity


def _before_colon(head: "Token") -> Iterator["Token"]:
    """The words that hang on a noun, without what a colon behind it brings: "Poll: most back the dam"."""
    return takewhile(lambda token: token.i < head.i or token.text != ":", head.subtree)


def _is_share_of_many(head: "Token") -> bool:
    """Whether a noun tells a part of several people: "40 percent of the voters", not "of the vote"."""
    of = next((child for child in head.rights if child.lower_ == "of"), None)
    whole = object_of(of) if head.lower_ in words("offices", "shares") else None
    return whole is not None and whole.tag_ in {"NNS", "NNPS"}


def _is_police_of_a_place(name: str) -> bool:
    """Whether a name is of the police of one place or sort: "Brod police", not "armed police"."""
    *before, last = name.split()
    told = bool(before) and (before[-1][0].isupper() or before[-1] in words("bodies", "police_of"))
    return told and last.lower() == "police"
