"""Which fact a decision means: the one with its id, else the one that says the same words in the same report.

What cannot be found with certainty is not found: a sentence that was edited is another sentence.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model.decision import Decision, Sign
from sayso.model.names import key
from sayso.model.plain import plain
from sayso.model.relation import RefKind
from sayso.model.report import Facts, Figure, Report, Statement

Fact = Statement | Figure

FACTS = {RefKind.STATEMENT: Statement, RefKind.FIGURE: Figure}

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A story's facts by id, its reports by id, address and name, and the names that its entities have."""

    facts: Mapping[str, Fact]
    told: Mapping[str, tuple[Fact, ...]]
    reports: Mapping[str, Report]
    places: Mapping[str, tuple[Report, ...]]
    names: Mapping[_Key, str]

    @staticmethod
    def of(facts: Sequence[Facts]) -> "Shelf":
        """Put the facts of a story's reports where they can be found."""
        ordered = sorted(facts, key=lambda item: item.report.id)
        told = {item.report.id: _in_place(item) for item in ordered}
        places: dict[str, tuple[Report, ...]] = defaultdict(tuple)
        for item in ordered:
            for place in {item.report.url, item.report.name} - {None}:
                places[str(place)] += (item.report,)
        return Shelf(
            {fact.id: fact for found in told.values() for fact in found},
            told,
            {item.report.id: item.report for item in ordered},
            places,
            {key(name): name for item in ordered for one in item.entities for name in sorted(one.names)},
        )

    def reports_of(self, sign: Sign) -> tuple[Report, ...]:
        """Return the report that a sign stands in: by id, else by address, else by outlet and name."""
        if known := self.reports.get(sign.report or ""):
            return (known,)
        by_address = self.places.get(sign.url or "", ())
        return by_address or tuple(
            one for one in self.places.get(sign.name or "", ()) if _one_place(one, sign)
        )

    def fact(self, sign: Sign) -> str | None:
        """Return the id of the statement or figure that a sign tells of."""
        if isinstance(self.facts.get(sign.id), FACTS[sign.kind]):
            return sign.id
        found = [
            (rank, fact)
            for report in self.reports_of(sign)
            for fact in self.told[report.id]
            if (rank := _likeness(sign, fact, report)) is not None
        ]
        best = min((rank for rank, _ in found), default=0)
        alike = [fact.id for rank, fact in found if rank == best]
        return alike[sign.nth if sign.nth < len(alike) else 0] if alike else None

    def entity(self, sign: Sign) -> str | None:
        """Return a name, as these reports print it, of the entity that a sign tells of."""
        return next((name for one in (sign.text, *sign.names) if (name := self.names.get(key(one)))), None)

    def holds(self, decision: Decision) -> bool:
        """Say whether a decision is about anything in these reports."""
        return any(self.reports_of(sign) for sign in (*decision.signs, *decision.with_signs) if _placed(sign))


def nth(fact: Fact, told: Sequence[Fact], report: Report) -> int:
    """Return the place of a fact among those of its report that say the same in the same words."""
    alike = [one.id for one in in_place(told) if _words(one, report) == _words(fact, report)]
    return alike.index(fact.id) if fact.id in alike else 0


def in_place(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return facts in order of their place in the text."""
    return tuple(sorted(facts, key=lambda one: (one.start, one.end, one.id)))


def _in_place(item: Facts) -> tuple[Fact, ...]:
    return in_place((*item.statements, *item.figures))


def _placed(sign: Sign) -> bool:
    return bool(sign.report or sign.url or sign.name)


def _one_place(report: Report, sign: Sign) -> bool:
    """Reports of one name are one place unless two addresses or two outlets show otherwise."""
    addresses, outlets = {report.url, sign.url} - {None}, {report.outlet, sign.outlet} - {None}
    return len(addresses) < 2 and len(outlets) < 2


def _likeness(sign: Sign, fact: Fact, report: Report) -> int | None:
    """How like a sign a fact is, 0 for just like it; None for one that is another."""
    text, sentence = _plain(sign.text), _plain(sign.sentence or "")
    if not text or not isinstance(fact, FACTS[sign.kind]):
        return None
    here = _plain(report.text[slice(*fact.sentence)])
    one_sentence = sentence == here
    if not (one_sentence or (text == _plain(fact.text) and (sentence in here or here in sentence))):
        return None
    if isinstance(fact, Figure):
        return _like_figure(sign, fact, text, one_sentence)
    return _like_statement(sign, fact, text, one_sentence)


def _like_figure(sign: Sign, fact: Figure, text: str, one_sentence: bool) -> int | None:
    same = text == _plain(fact.text), (sign.low, sign.high) == (fact.low, fact.high), one_sentence
    return None if sign.measure != fact.measure or not (same[0] or same[1]) else same.count(False)


def _like_statement(sign: Sign, fact: Statement, text: str, one_sentence: bool) -> int | None:
    here = _plain(fact.text)
    source = (fact.source.text,) if fact.source else ()
    same = text == here, sign.names == source, one_sentence
    return None if text not in here and here not in text else same.count(False)


def _words(fact: Fact, report: Report) -> tuple[str, ...]:
    """A fact's text, its sentence, and a figure's measure."""
    measure = fact.measure if isinstance(fact, Figure) else ""
    return (*map(_plain, (fact.text, report.text[slice(*fact.sentence)])), measure)


def _plain(text: str) -> str:
    return " ".join(plain(text).split())
