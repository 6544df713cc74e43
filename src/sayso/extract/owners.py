"""Whose each figure is: the statement around it, who is counted, and where."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.register import Register, country_in
from sayso.lexicon import gazetteer, table
from sayso.model.report import Basis, EntityKind, Figure, Moment, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def owned(doc: "Doc", book: Register, figure: Figure, statements: Sequence[Statement]) -> Figure:
    """Return a figure with whose it is, which the smallest statement around it tells, and with who is counted
    and where, which the words around it tell."""
    around = [one for one in statements if _holds(one, figure)]
    owner = min(around, key=lambda one: (not one.sources, one.end - one.start, one.id), default=None)
    found = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    tokens = list(found) if found is not None else []
    return replace(
        figure,
        statement=owner.id if owner else None,
        sources=owner.sources if owner else (),
        as_of=_as_of(figure, owner),
        who_entity=_group(book, figure, tokens),
        where=_where(book, tokens),
    )


def _as_of(figure: Figure, owner: Statement | None) -> Moment | None:
    """A figure without a date of its own is as of no later than when it was said,
    where the report tells that."""
    own = figure.as_of is not None and figure.as_of.basis is not Basis.INFERRED
    if own or owner is None or owner.said is None or owner.said.to is None:
        return figure.as_of
    return Moment(None, owner.said.to, owner.said.precision, owner.said.basis)


def _holds(one: Statement, figure: Figure) -> bool:
    places = [*one.parts, *one.also]
    return any(start <= figure.start and figure.end <= end + 1 for start, end in places) or any(
        start < figure.end and figure.start < end for start, end in places
    )


def _group(book: Register, figure: Figure, tokens: Sequence["Token"]) -> str | None:
    """The group counted, when the words name its country: "North Korean soldiers"."""
    country = country_in(tokens)
    if figure.unit != "person" or country is None or figure.who is None:
        return None
    noun = figure.who.split()[-1].lower()
    kind = next((name for name, nouns in table("groups")["groups"].items() if noun in nouns), noun)
    record = book.add(f"group:{country[0]}:{kind}", EntityKind.GROUP, figure.who)
    record.place, record.plural, record.named = None, True, True
    if kind == "troops":
        book.own(record.key, book.government(country[0]), f"“{figure.who}”")
    return book.local_id(record.key)


def _where(book: Register, tokens: Sequence["Token"]) -> str | None:
    """The first place that a preposition ties to the figure's own clause; within a country,
    the finer place."""
    if not tokens:
        return None
    verb = tokens[-1]
    while verb.head.i != verb.i and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    placed = [
        book.by_token[token.i][1] for token in verb.subtree if _is_place(book, token) and _placed_by(token)
    ]
    finer = [entity for entity in placed if not _is_country(book, entity)]
    return book.local_id((finer or placed)[0]) if placed else None


def _is_place(book: Register, token: "Token") -> bool:
    return token.i in book.by_token and book.by_token[token.i][0].kind is EntityKind.PLACE


def _is_country(book: Register, entity: str) -> bool:
    place = gazetteer.get(book.records[entity].place or "")
    return place is not None and place.kind is gazetteer.PlaceKind.country


def _placed_by(token: "Token") -> bool:
    while token.dep_ in {"compound", "poss", "nmod", "amod"} and token.head.i != token.i:
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ in {
        "in",
        "at",
        "near",
        "around",
        "off",
        "outside",
        "across",
    }
