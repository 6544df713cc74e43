"""Whom a noun means that was named before: "the president", "the company", "the union" after "the AMWU"."""

import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.names.roles import is_body, is_role
from sayso.extract.referents.agreement import agrees, called
from sayso.extract.referents.bearers import gender
from sayso.extract.referents.bearing import may_be_agency, once
from sayso.extract.referents.firms import BRINGS_IN, LEAD, LEADING, Firms, only_a_country
from sayso.extract.referents.pronouns import Salience
from sayso.extract.referents.register import Register
from sayso.extract.sayings.voices import object_of
from sayso.lexicon import gazetteer, words
from sayso.lexicon.media import is_agency, is_aired, short_names
from sayso.model.names import bare
from sayso.model.names import key as spelling
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_ONE = frozenset({"he", "she", "i"})

MAIN = 3
"""Times as often as somebody named in passing that the one is named whom a report is about."""

NEAR = 60
"""Tokens before a noun among which somebody is named whom it means, however seldom the report does so."""

MOST_NAMED = 5
"""Those named most often among whom the one is whom a report is about."""


_OUTLETS: Mapping[str, Callable[[str], bool]] = {
    "printed": lambda name: not (is_agency(name) or is_aired(name)),
    "on_air": is_aired,
    "any_outlet": lambda _: True,
}
"""Nouns for an outlet by their list, and which names may be meant."""


@dataclass(slots=True)
class Antecedents:
    """The people and bodies of a report as what nouns can mean; `outlet` names the report's own."""

    book: Register
    salience: Salience
    firms: Firms
    outlet: str | None = None
    _alone: tuple[str | None, int] | None = None
    _names: Counter[str] | None = None

    def known(self, head: "Token", *, speaks: bool = False) -> str | None:
        """Return whom a definite description means that is already there: "the president"; a noun that
        `speaks` may mean a firm that none of its words show."""
        determiner = next((t for t in head.lefts if t.dep_ in {"det", "poss"}), None)
        if determiner is None or determiner.lower_ in BRINGS_IN or determiner.i in self.book.by_token:
            return None
        lemma = head.lemma_.lower()
        if determiner.lower_ == "this" and lemma in words("media", "papers"):
            return self._own_outlet()
        if lemma == "police":
            return None  # whom that means, `Parties` says
        holders = self._holders(head, lemma)
        if holders and (speaks or len(holders) == 1) and lemma not in words("offices", "bodies"):
            return self._holder(head, holders)
        plain = all(child.dep_ in LEADING for child in head.lefts)
        if not plain and determiner.dep_ == "det":
            found = self._told_apart(head, lemma, speaks)
        else:
            paper = self._paper_before(head, lemma) if speaks else None
            if plain and (one := self._leader(head, lemma) or paper) is not None:
                return one
            if determiner.tag_ == "PRP$" and self._have_several(head, lemma):
                return None
            found = self._spoken_of(head, lemma, plain)
            if plain and found is None:
                found = self.known_body(head, speaks=speaks)
            elif plain and found == f"described:{lemma}" and _is_the_firm(head, lemma):
                found = self.firms.meant(head, speaks) or found
        return found or (self._only_speaker(head, lemma) if speaks else None)

    def principal(self, head: "Token") -> str | None:
        """Return whom somebody speaks for that tells what a noun does: "Kovar's campaign manager said the
        senator would go"; not who is known to hold another office."""
        lemma = head.lemma_.lower()
        held = lemma in words("offices", "singular") or lemma.title() in words("offices", "titles")
        plain = [child.lower_ for child in head.lefts] == ["the"] and lemma not in words(
            "offices", "of_state"
        )
        if head.dep_ != "nsubj" or head.head.dep_ != "ccomp" or not (held and plain):
            return None
        teller = next((child for child in head.head.head.lefts if child.dep_ == "nsubj"), None)
        served = (one for one in teller.subtree if _is_served(one)) if teller is not None else ()
        found = {self.book.by_token[one.i][1] for one in served if one.i in self.book.by_token}
        people = [one for one in found if self.book.records[one].kind is EntityKind.PERSON]
        if len(people) != 1 or self.book.records[people[0]].office not in {None, lemma}:
            return None
        return people[0] if agrees(self.book, head, people[0]) else None

    def _holders(self, head: "Token", lemma: str) -> list[str]:
        """Those who hold the office that a noun tells; of a body's ("the union president") only its own."""
        holders = [
            one.key
            for one in self.book.records.values()
            if one.kind is EntityKind.PERSON
            and one.office == lemma
            and not once(one)
            and agrees(self.book, head, one.key)
        ]
        beside = head.doc[head.i - 1] if head.i else head
        if not holders or beside.dep_ != "compound" or not is_body(beside):
            return holders
        body = self.known_body(beside)
        return [one for one in holders if body is not None and self.book.records[one].owner == body]

    def _holder(self, head: "Token", holders: Sequence[str]) -> str | None:
        """Which holder of an office is meant: who was spoken of last, or is named right before; else the only
        one there is, but for one named in passing, or of several the one whom the report is about."""
        spoken = self.salience.before(head.idx)
        last = next((entity for entity in reversed(spoken) if entity in holders), None)
        near = [one for one in self._named_near(head) if one in holders]
        main = holders[0] if len(holders) == 1 else self._main(holders)
        only = main if main is not None and not self._is_passing(main, head) else None
        return last or (near[-1] if near else only)

    def _main(self, holders: Sequence[str]) -> str | None:
        """The one of several people that the report names far more often than all the others."""
        named = self._often()
        first, *others = sorted(holders, key=lambda one: -named[one])
        return first if named[first] >= MAIN * max(sum(named[one] for one in others), 1) else None

    def _told_apart(self, head: "Token", lemma: str, speaks: bool) -> str | None:
        """Whom a noun means with words of its own between article and noun: "the Norse company", "the union
        boss", "the hydropower firm"."""
        if lemma in words("offices", "firms") and only_a_country(head):
            return self.firms.meant(head, speaks)
        return self._leader(head, lemma) or self.firms.named_so(head)

    def _spoken_of(self, head: "Token", lemma: str, plain: bool) -> str | None:
        """Who was spoken of last of those that a noun can mean."""
        spoken = reversed(self.salience.before(head.idx))
        if plain and lemma == "agency":
            return next((one for one in spoken if may_be_agency(self.book.records[one])), None)
        return next((one for one in spoken if called(self.book, one, head)), None)

    def _named_near(self, head: "Token") -> list[str]:
        """Whom the words right before a noun name, the last one last."""
        named = map(self.book.by_token.get, range(max(head.i - NEAR, 0), head.i))
        return [one[1] for one in named if one is not None]

    def _have_several(self, head: "Token", lemma: str) -> bool:
        """Whether "their party" may be any of several that the report names: whose it is, nothing tells."""
        bodies = [
            one.key
            for one in self.book.records.values()
            if one.named and one.kind is EntityKind.ORGANISATION and called(self.book, one.key, head)
        ]
        return len(bodies) > 1 and lemma in words("offices", "bodies")

    def _is_passing(self, entity: str, head: "Token") -> bool:
        """Whether somebody who holds an office of a state is named in passing, and not right before, in a
        report about somebody whose office it does not tell, for everybody knows it."""
        if head.lemma_.lower() not in words("offices", "of_state") or entity in self._named_near(head):
            return False
        named = self._often()
        often = max(MAIN * named[entity], MAIN + 1)
        return any(
            count >= often and record.kind is EntityKind.PERSON and record.office is None
            for count, record in (
                (count, self.book.records[one]) for one, count in named.most_common(MOST_NAMED)
            )
        )

    def _often(self) -> Counter[str]:
        """How often each entity is named; counted once a report."""
        if self._names is None:
            named = self.book.by_token.items()
            self._names = Counter(one for at, (name, one) in named if at == name.first)
        return self._names

    def _only_speaker(self, head: "Token", lemma: str) -> str | None:
        """The only person named so far, who has done or said something: "Ana Kovar denied it. “We won,” the
        mayor said"; not who is known to hold another office."""
        before = [one.lower_ for one in head.lefts]
        if lemma not in words("offices", "singular") or before[:1] != ["the"]:
            return None
        if not set(before[1:]) <= words("offices", "ranks") or any(one.dep_ == "prep" for one in head.rights):
            return None
        only, until = self._first_person()
        if only is None or head.i > until or self.book.records[only].office is not None:
            return None
        if self._told_of_by(head, only):
            return None
        return only if only in self.salience.before(head.idx) and agrees(self.book, head, only) else None

    def going_on(self, head: "Token", begun: int) -> str | None:
        """Return who just told something, whom a noun means with which that one goes on, in a statement
        `begun` at a place: "Kovar said … “It is over,” the lawyer added"; not who is known to hold another
        office."""
        told = self.salience.just_told(begun)
        record = self.book.records[told[0]] if len(told) == 1 else None
        if record is None or record.kind is not EntityKind.PERSON or not record.named:
            return None
        one_of_them = head.tag_ == "NN" and is_role(head) and head.doc[head.left_edge.i].lower_ == "the"
        if not one_of_them or any(one.dep_ == "prep" for one in head.rights):
            return None
        sex = next((sex for sex in ("f", "m") if head.lower_ in words("gender", sex)), None)
        agreeing = sex is None or gender(record) in {None, sex}
        return told[0] if agreeing and record.office in {None, head.lemma_.lower()} else None

    def _told_of_by(self, head: "Token", only: str) -> bool:
        """Whether a noun stands in what that person is said to say or think: "Kovar believes the mayor knew"
        is not about herself."""
        above = (token for token in (head, *head.ancestors) if token.dep_ == "ccomp")
        subjects = (child for clause in above for child in clause.head.lefts if child.dep_ == "nsubj")
        named = self.book.by_token
        return any(one.lower_ in _ONE or (one.i in named and named[one.i][1] == only) for one in subjects)

    def _first_person(self) -> tuple[str | None, int]:
        """The person named first, and the token where another one is named; asked once a report."""
        if self._alone is None:
            people = [
                (at, entity)
                for at, (_, entity) in sorted(self.book.by_token.items())
                if self.book.records[entity].kind is EntityKind.PERSON
            ]
            only = people[0][1] if people else None
            until = next((at for at, entity in people if entity != only), sys.maxsize)
            self._alone = (only, until)
        return self._alone

    def _paper_before(self, head: "Token", lemma: str) -> str | None:
        """The outlet named last before "the paper", "the broadcaster" or "the outlet" that speaks or is told,
        where it may be one: no paper is an agency or on the air, a broadcaster is."""
        sort = next((sort for sort in _OUTLETS if lemma in words("media", sort)), None)
        if sort is None or not any(child.lower_ == "the" for child in head.lefts):
            return None
        named = (self.book.by_token[at] for at in range(head.i - 1, -1, -1) if at in self.book.by_token)
        outlets = (entity for _, entity in named if self.book.records[entity].media)
        last = next(outlets, None)
        names = self.book.records[last].names if last is not None else ()
        return last if all(_OUTLETS[sort](name) for name in names) else None

    def _own_outlet(self) -> str | None:
        """The report's outlet, made if the report does not name it; none where only its address is known."""
        if self.outlet is None or not self.outlet[0].isupper():
            return None
        said = {one.lower() for one in (self.outlet, *short_names(self.outlet))}
        for record in self.book.records.values():
            if record.media and any(one.lower() in said for one in record.names):
                return record.key
        key = f"{EntityKind.ORGANISATION}:" + " ".join(spelling(self.outlet))
        record = self.book.add(key, EntityKind.ORGANISATION, self.outlet)
        record.media = True
        return key

    def _leader(self, head: "Token", lemma: str) -> str | None:
        """The one named person of a body that speaks for it as its head: "the union boss", "the boss of the
        union"."""
        if lemma not in words("offices", "heads"):
            return None
        beside = head.doc[head.i - 1] if head.i else head
        body = self.known_body(beside) if beside.dep_ == "compound" and is_body(beside) else None
        of = next((child for child in head.rights if child.dep_ == "prep" and child.lower_ == "of"), None)
        noun = object_of(of)
        if body is None and noun is not None and is_body(noun):
            body = self.beside(noun)
        leaders = self._leaders(body) if body is not None else []
        return leaders[0] if len(leaders) == 1 else None

    def leader_to_come(self, head: "Token") -> str | None:
        """The one head of the only body of its sort in the report, not named yet: "A union boss has …", as
        leads begin that give the name in the next sentence."""
        beside = head.doc[head.i - 1] if head.i else head
        if head.i > LEAD or head.lemma_.lower() not in words("offices", "heads") or beside.dep_ != "compound":
            return None
        if not is_body(beside) or any(child.lower_ == "another" for child in head.lefts):
            return None
        bodies = [
            record.key
            for record in self.book.records.values()
            if record.kind is EntityKind.ORGANISATION
            and record.named
            and called(self.book, record.key, beside)
        ]
        leaders = self._leaders(bodies[0]) if len(bodies) == 1 else []
        if len(leaders) != 1:
            return None
        first = next((at for at, (_, one) in sorted(self.book.by_token.items()) if one == leaders[0]), 0)
        return leaders[0] if head.i < first < head.i + LEAD else None

    def of_seat(self, head: "Token") -> str | None:
        """Return the only person of a party and a state: "the Texas Republican"."""
        said = _seat(head)
        people = (one for one in self.book.records.values() if one.kind is EntityKind.PERSON and one.named)
        found = [one.key for one in people if said <= one.told]
        return found[0] if len(found) == 1 else None

    def may_have_seat(self, head: "Token", entity: str) -> bool:
        """Say whether the words beside a name tell of no other party or state than a noun: "Sen. X (D-Ohio)"
        is no Texas Republican, and of two Texas Republicans neither is the only one."""
        said, told = _seat(head), self.book.records[entity].told
        parties = told & words("offices", "parties")
        places = {word for word in told if gazetteer.find(word.title()) is not None}
        return not said <= told and (not parties or head.lower_ in parties) and places <= said

    def _leaders(self, body: str) -> list[str]:
        """The named people of a body who hold an office of its first."""
        return [
            record.key
            for record in self.book.records.values()
            if record.owner == body and record.named and record.office in words("offices", "leading")
        ]

    def known_body(self, head: "Token", *, speaks: bool = False) -> str | None:
        """Return the body named before that a noun for a body means, with an article or without:
        "the company", "company spokesman"; a noun that `speaks` may mean a firm that nothing shows to be
        one."""
        lemma = head.lemma_.lower()
        spoken = self.salience.before(head.idx)
        headed = next((entity for entity in reversed(spoken) if called(self.book, entity, head)), None)
        return (
            headed
            or self._bearer(head, lemma)
            or (self.firms.meant(head, speaks) if lemma in words("offices", "firms") else None)
        )

    def beside(self, noun: "Token") -> str | None:
        """Return the body known that a noun for one means; with words before it only a firm, of whose name
        they are part, or that they only tell the country of."""
        told = [child for child in noun.lefts if child.dep_ in {"compound", "amod", "nmod", "poss"}]
        if not told:
            return self.known_body(noun)
        return self.firms.among(noun, told) if noun.lemma_.lower() in words("offices", "firms") else None

    def whose(self, token: "Token", role: "Token") -> str | None:
        """Return the body that "its" means before a role: a firm where only firms have it."""
        if role.lemma_.lower() in words("offices", "of_firms"):
            return self.firms.meant(token, False)
        if (told := self._told_right_before(token)) is not None:
            return told
        bodies = (
            entity
            for entity in self.salience.meant("it", token.idx)
            if self.book.records[entity].kind is EntityKind.ORGANISATION
        )
        body = next(bodies, None)
        return None if body is not None and _has_no_head_of_state(body, role) else body

    def _told_right_before(self, token: "Token") -> str | None:
        """The name that the sentence before "Its spokeswoman" is about, where nothing but the pipeline calls
        it somebody's: "Naviera Brenn gave a lower number". What has a spokeswoman as "its" is a body, and is
        put down as one."""
        if not token.is_sent_start or token.i == 0:
            return None
        verb = token.doc[token.i - 1].sent.root
        about = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
        named = self.book.by_token.get(about.i) if about is not None else None
        record = self.book.records[named[1]] if named is not None else None
        if record is None or record.kind is not EntityKind.PERSON or record.office or gender(record):
            return None
        record.kind = EntityKind.ORGANISATION
        return record.key

    def regional(self, tokens: Sequence["Token"]) -> str | None:
        """Return the government of a region that the report names itself, where words name the region:
        "Welsh minister" after "the Welsh Government"."""
        regions = {_region(token.text) for token in tokens} - {None}
        if not regions:
            return None
        for _, entity in self.book.by_token.values():
            for name in self.book.records[entity].names:
                said = name.split()
                if len(said) == 2 and said[1].lower() == "government" and _region(said[0]) in regions:
                    return entity
        return None

    def _bearer(self, head: "Token", lemma: str) -> str | None:
        """The one body named before whose name ends in, or holds, the noun:
        "the authority" after "Maritime Authority"."""
        found = [
            entity
            for entity, first in self.firms.first_named().items()
            if first < head.i
            and self.book.records[entity].kind is EntityKind.ORGANISATION
            and called(self.book, entity, head)
        ]
        found += [
            entity
            for entity, record in self.book.records.items()
            if entity.startswith("described:")
            and record.kind is EntityKind.ORGANISATION
            and entity != f"described:{lemma}"
            and called(self.book, entity, head)
        ]
        return found[0] if len(found) == 1 else None


def _is_served(token: "Token") -> bool:
    """Whether somebody is whom another speaks or works for: "Kovar's manager", "a spokesman for Kovar"."""
    role = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "for" else token.head
    return (token.dep_ == "poss" or role is not token.head) and is_role(role)


def _seat(head: "Token") -> set[str]:
    """The words of "Texas Republican", in small letters."""
    return {one.lower_ for one in head.subtree if one.i <= head.i and one.dep_ not in LEADING}


def _is_the_firm(head: "Token", lemma: str) -> bool:
    """Whether a noun means a firm, not one brought in before without a name: "a company … the company"."""
    before = (token for token in head.doc[: head.i] if token.lemma_.lower() == lemma)
    brought = any(child.lower_ in BRINGS_IN for token in before for child in token.lefts)
    return lemma in words("offices", "firms") and not brought


def _has_no_head_of_state(body: str, role: "Token") -> bool:
    """Whether a body of a state known by its noun alone cannot be whose president somebody is: "the military
    …, and its president"."""
    noun = body.removeprefix("described:")
    return (
        noun != body
        and noun in words("offices", "state")
        and role.lemma_.lower() in words("offices", "of_state")
    )


def _region(text: str) -> str | None:
    """The gazetteer key of a region, by its name or its people's."""
    place = gazetteer.demonym(bare(text)) or gazetteer.find(bare(text))
    return place.key if place is not None and place.kind is gazetteer.PlaceKind.region else None
