"""Whose each figure is: the statement around it, who is counted, and where."""

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.allegiance import country_of
from sayso.extract.register import Register
from sayso.extract.whereabouts import where
from sayso.lexicon import table, words
from sayso.model.report import Basis, EntityKind, Figure, Moment, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


_RELATIVE = frozenset({"relcl", "acl"})


def owned(
    doc: "Doc", book: Register, figures: Sequence[Figure], statements: Sequence[Statement]
) -> tuple[Figure, ...]:
    """Return figures with whose each is, which the smallest statement around it tells, and with who is
    counted, on whose side, and where, which the words around it tell; `who_side` is here the government of
    the people counted."""
    spans = {one.id: doc.char_span(one.start, one.end, alignment_mode="expand") for one in figures}
    counted = {span.start for span in spans.values() if span is not None}
    told: list[tuple[Figure, str | None]] = []
    for figure in figures:
        span = spans[figure.id]
        country = country_of(span, figure, told[-BEFORE:]) if span is not None else None
        told.append((_owned(book, figure, span, country, statements, counted), country))
    return tuple(figure for figure, _ in told)


BEFORE = 12
"""Figures before one among which the one it goes on from is looked for."""


def _owned(
    book: Register,
    figure: Figure,
    span: "Span | None",
    country: str | None,
    statements: Sequence[Statement],
    counted: Set[int],
) -> Figure:
    around = [one for one in statements if _holds(one, figure)]
    owner = min(around, key=lambda one: (not one.sources, one.end - one.start, one.id), default=None)
    if owner is not None and owner.sources and span is not None and _background(span):
        owner = None
    inside = owner.parts if owner is not None and owner.sources and not owner.also else None
    place = where(book, span, counted, inside) if span is not None else None
    return replace(
        figure,
        statement=owner.id if owner else None,
        sources=owner.sources if owner else (),
        as_of=_as_of(figure, owner),
        who_entity=_group(book, figure, country) if country else None,
        who_side=book.local_id(book.government(country)) if country else None,
        where=book.local_id(place) if place else None,
    )


def _background(span: "Span") -> bool:
    """Tell whether a figure stands in a relative clause about what its source felt or judged: "condemned the
    attack that killed 40", "horrified by a fire that left 12 dead". How many is the outlet's to say."""
    token, relative = span.root, False
    while token.head.i != token.i:
        relative = relative or token.dep_ in _RELATIVE
        token = token.head
        if relative and token.lemma_.lower() in words("circumstances", "reactions"):
            return True
    return False


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


def _group(book: Register, figure: Figure, country: str) -> str | None:
    """The group counted, by its country and what sort of people they are: "North Korean soldiers"."""
    if figure.who is None:
        return None
    noun = figure.who.split()[-1].lower()
    kind = next((name for name, nouns in table("groups")["groups"].items() if noun in nouns), noun)
    record = book.add(f"group:{country}:{kind}", EntityKind.GROUP, figure.who)
    record.place, record.plural, record.named = None, True, True
    if kind == "troops":
        book.own(record.key, book.government(country), f"“{figure.who}”")
    return book.local_id(record.key)
