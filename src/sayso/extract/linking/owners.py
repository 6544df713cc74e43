"""Whose each figure is: the statement around it, who is counted, and where."""

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.extract.figures.periods import EVENTS
from sayso.extract.linking.allegiance import country_of
from sayso.extract.linking.whereabouts import where
from sayso.extract.referents.register import Register
from sayso.extract.sentences import text
from sayso.lexicon import table, words
from sayso.model.report import (
    Basis,
    EntityKind,
    Figure,
    Moment,
    Pair,
    Stance,
    Statement,
    StatementKind,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


_DESCRIBED = EVENTS | {"share", "aboard"}
"""Measures that are where what is described beside them is: "aboard a boat that sank off Brod"."""

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
        told.append((_owned(doc, book, figure, span, country, statements, counted), country))
    settled = _parts_with_wholes([figure for figure, _ in told], statements)
    return tuple(_former(doc, one, settled) for one in settled)


COMPARED_REACH = 6
"""Tokens before a share among which others are named whom it is compared with: "than among men (55%)"."""

SHARE_REACH = 5
"""Words of those who speak among which it stands that they are a share: "more than two thirds of voters"."""

BEFORE = 12
"""Figures before one among which the one it goes on from is looked for."""


def _owned(
    doc: "Doc",
    book: Register,
    figure: Figure,
    span: "Span | None",
    country: str | None,
    statements: Sequence[Statement],
    counted: Set[int],
) -> Figure:
    owner = _asker_or_teller(_owner(doc, figure, statements), statements)
    if owner is not None and span is not None and _is_of_others(span, figure, owner):
        owner = next((one for one in statements if one.id == owner.within), None)
    if owner is not None and owner.sources and span is not None and _the_outlets(doc, span, figure, owner):
        owner = None
    inside = owner.parts if owner is not None and owner.sources and not owner.also else None
    shared = figure.measure not in ("money", "share")
    happened = figure.measure in _DESCRIBED
    place = where(book, span, counted, inside, shared=shared, happened=happened) if span is not None else None
    return replace(
        figure,
        statement=owner.id if owner else None,
        sources=owner.sources if owner else (),
        as_of=_as_of(figure, owner),
        who_entity=_group(book, figure, country) if country else None,
        who_side=book.local_id(book.government(country)) if country else None,
        where=book.local_id(place) if place else None,
    )


def _owner(doc: "Doc", figure: Figure, statements: Sequence[Statement]) -> Statement | None:
    around = [one for one in statements if _holds(doc, one, figure)]
    return min(around, key=lambda one: (not one.sources, one.end - one.start, one.id), default=None)


def _asker_or_teller(owner: Statement | None, statements: Sequence[Statement]) -> Statement | None:
    """What somebody is said to have asked for is told by whoever says so: "The union says the owner asked for
    £15m"."""
    if owner is None or owner.stance is not Stance.ASKS or owner.within is None:
        return owner
    outer = (one for one in statements if one.id == owner.within and one.kind is not StatementKind.NARRATED)
    return next(outer, owner)


def _the_outlets(doc: "Doc", span: "Span", figure: Figure, owner: Statement) -> bool:
    """Tell whether a figure amid what somebody says is the outlet's own: background to a feeling, an aside on
    where a place lies, or what it adds behind the one who speaks."""
    return _background(span) or _locates(span, figure, owner) or _added(doc, figure, owner)


def _is_of_others(span: "Span", figure: Figure, owner: Statement) -> bool:
    """Tell whether a share is that of others than those who speak: "60 percent of men said so, compared with
    20 percent of women"."""
    if figure.measure != "share" or owner.source is None or owner.source.start > figure.start:
        return False
    if not _is_share(owner.source.text.lower().replace("per cent", "percent")):
        return False
    led = [token.lower_ for token in span.doc[max(0, span.start - COMPARED_REACH) : span.start]]
    than = any(pair in (("than", "among"), ("than", "for"), ("than", "in")) for pair in pairwise(led))
    return than or "compared" in led or _acts(span)


def _is_share(source: str) -> bool:
    """Tell whether those who speak are a share of people: "48% of voters", "nearly a third of them"; not "a
    poll of the third district"."""
    opening = source.replace("-", " ").replace("%", " percent").split()[:SHARE_REACH]
    return "percent" in opening or not table("numbers")["fractions"].keys().isdisjoint(opening)


def _acts(span: "Span") -> bool:
    """Tell whether a share is of those who say, think or do the next thing: "48% say so, and 51% say they
    like it", "half said so and 4% had no opinion"."""
    return span.root.dep_ == "nsubj" and span.root.head.i > span.root.i


def _locates(span: "Span", figure: Figure, owner: Statement) -> bool:
    """Tell whether a distance says behind a comma where a place lies, and not in the speaker's own words: "in
    Brod, the district seat, some 310 km west of the capital"."""
    doc, end = span.doc, span.end
    if figure.measure != "distance" or owner.kind is StatementKind.DIRECT or end + 1 >= len(doc):
        return False
    headed = doc[end].lower_ in words("circumstances", "directions") and doc[end + 1].lower_ in ("of", "from")
    return headed and span.start > 0 and doc[span.start - 1].text == ","


def _added(doc: "Doc", figure: Figure, owner: Statement) -> bool:
    """Tell whether a figure stands behind the one who speaks, in a clause with "as" or a phrase with "with":
    "…, police said, as the toll reached 41", "…, he said, with 24 people still missing"."""
    if owner.cue is None or owner.kind is not StatementKind.INDIRECT:
        return False
    part = next(((a, b) for a, b in owner.parts if a <= figure.start < b), None)
    if part is None or text(doc)[owner.cue.end : part[0]].strip() != ",":
        return False
    first = doc.char_span(*part, alignment_mode="expand")
    return first is not None and first[0].lower_ in ("as", "with")


def _parts_with_wholes(figures: Sequence[Figure], statements: Sequence[Statement]) -> tuple[Figure, ...]:
    """Return the figures; one that nobody says, right behind the content with its whole, is whose that is:
    "said that 171 people were on board, 157 of them passengers"."""
    by_id = {one.id: one for one in figures}
    said = {one.id: one for one in statements if one.sources}

    def settled(figure: Figure) -> Figure:
        whole = by_id.get(figure.part_of or "")
        owner = said.get(whole.statement or "") if whole is not None and not figure.sources else None
        if owner is None or owner.sentence != figure.sentence or owner.end > figure.start:
            return figure
        return replace(figure, statement=owner.id, sources=owner.sources)

    return tuple(map(settled, figures))


def _former(doc: "Doc", figure: Figure, figures: Sequence[Figure]) -> Figure:
    """Return a figure; the 26 of "cut from 26 to 19", whose nobody says there, is whose the same count is
    elsewhere in the report, where it is only one party's."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand") if not figure.sources else None
    if span is None or not span.start or figure.low is None or doc[span.start - 1].lower_ != "from":
        return figure
    same = [
        one
        for one in figures
        if one.sources and (one.measure, one.low, one.high) == (figure.measure, figure.low, figure.high)
    ]
    if figure.measure not in EVENTS or len({one.sources for one in same}) != 1:
        return figure
    return replace(figure, sources=same[0].sources)


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
    where the report tells that; one that was given out on a day is as of that day."""
    own = figure.as_of is not None and figure.as_of.basis is not Basis.INFERRED
    if own or owner is None or owner.said is None or owner.said.to is None:
        return figure.as_of
    if _is_given(owner):
        return owner.said
    return Moment(None, owner.said.to, owner.said.precision, owner.said.basis)


def _is_given(owner: Statement) -> bool:
    """Tell whether a statement says only who gave out a figure, and on which day: "the figure of 26 had been
    given on Thursday by the governor"."""
    said, cue = owner.said, owner.cue
    if said is None or cue is None or said.from_ is None or said.from_ != said.to:
        return False
    return cue.text.lower().split()[-1] in words("measures", "words.given")


def _holds(doc: "Doc", one: Statement, figure: Figure) -> bool:
    if all(figure.end <= start or end < figure.start for start, end in ((one.start, one.end), *one.also)):
        return False
    places = [*one.parts, *one.also, *_enclosed(doc, one)]
    return any(start <= figure.start and figure.end <= end + 1 for start, end in places) or any(
        start < figure.end and figure.start < end for start, end in places
    )


def _enclosed(doc: "Doc", one: Statement) -> list[Pair]:
    """What stands behind a comma between two parts of a content, without its source or cue: "blamed bills,
    up 38 per cent, and a loss"; not the 26 of "cut the toll from 26 to 19"."""
    marks = [span.start for span in (one.source, one.cue) if span is not None]
    gaps = [(end, start) for (_, end), (start, _) in pairwise(one.parts)]
    return [
        (start, end)
        for start, end in gaps
        if text(doc)[start:end].lstrip().startswith(",") and not any(start <= mark < end for mark in marks)
    ]


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
