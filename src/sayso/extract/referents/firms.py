"""Which firm a noun means: "the company", "the Swedish firm", "the hydropower firm"."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.extract.names.roles import is_body, is_role
from sayso.extract.referents.agreement import agrees, is_firm
from sayso.extract.referents.bearing import may_be_a_firm, name_words
from sayso.extract.referents.pronouns import Salience
from sayso.extract.referents.register import Register
from sayso.extract.sentences import begin_before
from sayso.lexicon import gazetteer, words
from sayso.lexicon.bodies import is_firm_name
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAD = 80
"""Tokens of a headline and a lead, and those within which the one they tell of is named."""

BRINGS_IN = frozenset({"a", "an", "another", "some", "one"})
"""Words before a noun that brings somebody in of whom nothing was told."""

_SOME = BRINGS_IN | {"two", "three"}

LEADING = frozenset({"det", "poss", "predet", "case"})
"""What opens a noun phrase without telling more of the noun."""

CLOSE = 2
"""Sentences that begin between a name and a noun from which on the noun may mean an earlier name."""

OFTEN = 2
"""Times that a private body is a subject before it is "the company" without being called one."""


@dataclass(slots=True)
class Firms:
    """The firms of a report as what nouns can mean; `speakers` are those, of all sorts, that have spoken."""

    book: Register
    salience: Salience
    speakers: set[str] = field(default_factory=set)
    _first: dict[str, int] = field(default_factory=dict)
    _order: list[tuple[int, str]] | None = None

    def meant(self, head: "Token", speaks: bool) -> str | None:
        """Return whom "the company" means: a body that the report shows to be a firm, or a private one that
        speaks and is a subject time and again: where several things could be meant, only the one named last;
        or the only firm shown so far, where nothing else that may be one stands close before. Behind the lead
        it is none that is named only later, where one is named before."""
        named = [one for one in self._private() if agrees(self.book, head, one)]
        if head.lemma_.lower() in words("offices", "firm_sorts") and len(named) > 1:
            return None  # "the airline": which of them is one, nothing says
        known = [one for one in named if self.first_named()[one] < head.i]
        shown = [one for one in (known if head.i >= LEAD and known else named) if self._is_shown(one)]
        if speaks:
            return self._speaking(head, named, shown)
        acts = Counter(entity for _, group in self.salience.seen for entity in group)
        any_firm = head.lemma_.lower() in words("offices", "any_firm")
        firms = shown or [one for one in named if any_firm and acts[one] >= OFTEN and one in self.speakers]
        nearest = self._named_last(head)
        if nearest is None or self._may_mean_another(head):
            return None
        if nearest in firms:
            return nearest
        only = shown[0] if len(shown) == 1 and self.first_named()[shown[0]] < head.i else None
        return only if self._last_name(head) is not None and not self._is_close(head) else None

    def _speaking(self, head: "Token", named: Sequence[str], shown: Sequence[str]) -> str | None:
        """Which of the bodies `named` says something as "the company": that of whoever tells so, the one that
        the sentence is about, or the only one shown to be a firm; else what was a subject or spoke last, or
        the only one close before."""
        if (teller := self._teller(head)) is not None:
            own = self.book.records[teller].owner
            return own if own in named else None
        here = self._only_near(head, named, head.sent.start)
        if here is not None and (here in shown or self._is_subject(here, head)):
            return here
        spoken = self.salience.before(head.idx)
        firms = shown or [entity for entity in named if entity in {*self.speakers, *spoken}]
        silent = len(shown) == 1 and shown[0] not in {*self.speakers, *spoken}
        bodies = [one for one in named if self.book.records[one].kind is EntityKind.ORGANISATION]
        if silent and any(entity in self.speakers for entity in bodies):
            firms = [entity for entity in bodies if entity in self.speakers]
        if len(firms) == 1:
            return firms[0]
        last = next((entity for entity in reversed(spoken) if entity in firms), None)
        return last or self._only_near(head, named, begin_before(head))

    def _is_subject(self, entity: str, head: "Token") -> bool:
        """Whether the sentence of a noun has an entity for the subject of a clause before it."""
        before = (token for token in head.doc[head.sent.start : head.i] if token.i in self.book.by_token)
        return any(
            token.dep_ in {"nsubj", "nsubjpass"} and self.book.by_token[token.i][1] == entity
            for token in before
        )

    def among(self, noun: "Token", told: Sequence["Token"]) -> str | None:
        """Return the firm that a noun means with the words `told` before it: the one of whose name they are
        part, or one of which they only tell the country."""
        firms = sorted(self._private())
        said = {child.lower_ for child in told}
        named = [
            one for one in firms if any(said & set(n.lower().split()) for n in self.book.records[one].names)
        ]
        if len(named) == 1:
            return named[0]
        only_country = all(gazetteer.demonym(child.text) is not None for child in told)
        return self.meant(noun, False) if only_country else None

    def named_so(self, head: "Token") -> str | None:
        """Return the one firm that has all the words before a noun in its name: "the hydropower firm" for
        "Brod Hydropower"; not the name itself ("the Brod group")."""
        before = [child for child in head.lefts if child.dep_ not in LEADING]
        named_there = any(one.i in self.book.by_token for one in before)
        if named_there or head.lemma_.lower() not in words("offices", "firms"):
            return None
        said = {child.lower_ for child in before}
        firms = [one for one in self._private() if self._is_shown(one)]
        named = [one for one in firms if said and said <= name_words(self.book.records[one])]
        return named[0] if len(named) == 1 else None

    def first_named(self) -> dict[str, int]:
        """Return each entity that has a name, with the first token of its first one; in order."""
        if not self._first:
            for index, (name, entity) in sorted(self.book.by_token.items()):
                if name.kind is not EntityKind.PERSON:
                    self._first.setdefault(entity, index)
        return self._first

    def _private(self) -> list[str]:
        """Each named entity that may be a private body, in order."""
        return [entity for entity in self.first_named() if is_firm(self.book.records[entity])]

    def _is_shown(self, entity: str) -> bool:
        """Whether the words beside a body, or its name, say that it is a firm: "Talcamar Shipping"."""
        record = self.book.records[entity]
        return bool(record.beside & words("offices", "firms")) or any(map(is_firm_name, record.names))

    def _teller(self, head: "Token") -> str | None:
        """Who runs a firm, or works for a body, and tells what a noun does: "Kovar, its chief executive, said
        the company would sell"."""
        if head.head.dep_ != "ccomp":
            return None
        subject = next((child for child in head.head.head.lefts if child.dep_ == "nsubj"), None)
        named = self.book.by_token.get(subject.i) if subject is not None else None
        record = self.book.records[named[1]] if named is not None else None
        if record is None or record.kind is not EntityKind.PERSON:
            return None
        return record.key if record.owner or record.office in words("offices", "of_firms") else None

    def _only_near(self, head: "Token", named: Sequence[str], since: int) -> str | None:
        """The one body of those `named` that stands between the token `since` and a noun, where nothing else
        there may be one, named or not: "Talcamar will shut two mills, the company said"."""
        order = self._ordered()
        near = {one for at, one in order[bisect_left(order, (since, "")) :] if at < head.i}
        if len(near) != 1 or not near <= set(named):
            return None
        return None if any(map(_brings_in, head.doc[since : head.i])) else min(near)

    def _is_close(self, head: "Token") -> bool:
        """Whether something that may be a firm is named in the sentence of a noun, before it, or in the one
        before that."""
        last = self._last_name(head)
        begun = head.doc[last + 1 : head.i + 1] if last is not None else ()
        return sum(token.is_sent_start is True for token in begun) < CLOSE

    def _may_mean_another(self, head: "Token") -> bool:
        """Whether a proper noun that was taken for no name is a subject between a noun and the name that it
        could mean: "The firm Talcamar shut. Tarn left the company"."""
        last = self._last_name(head)
        between = head.doc[last + 1 : head.i] if last is not None else ()
        return any(
            token.tag_ == "NNP"
            and token.dep_ in {"nsubj", "nsubjpass"}
            and token.i not in self.book.by_token
            and not (is_role(token) or is_body(token))
            for token in between
        )

    def _last_name(self, head: "Token") -> int | None:
        """The last token before a noun of a name of what may be a firm."""
        before = bisect_left(self._ordered(), (head.i, ""))
        return self._ordered()[before - 1][0] if before else None

    def _named_last(self, head: "Token") -> str | None:
        """The private body, or name of unknown sort, that stands last before a noun; the only one there is,
        wherever it stands."""
        order = self._ordered()
        if len({entity for _, entity in order}) == 1:
            return order[0][1]
        before = bisect_left(order, (head.i, ""))
        return order[before - 1][1] if before else None

    def _ordered(self) -> list[tuple[int, str]]:
        """Each token of a name of what may be a firm, with whose it is, in order."""
        if self._order is None:
            meant = set(self._private())
            meant |= {one.key for one in self.book.records.values() if may_be_a_firm(one)}
            self._order = [(at, one) for at, (_, one) in sorted(self.book.by_token.items()) if one in meant]
        return self._order


def _brings_in(noun: "Token") -> bool:
    """Whether a noun tells of a firm that is not named: "a company that sold pumps"."""
    firm = noun.lemma_.lower() in words("offices", "firms")
    return firm and any(child.lower_ in _SOME for child in noun.lefts)


def only_a_country(head: "Token") -> bool:
    """Return whether all that stands before a noun, its article aside, is a people's name: "the Norse
    company"."""
    told = [child for child in head.lefts if child.dep_ not in LEADING]
    return all(gazetteer.demonym(child.text) is not None for child in told)
