"""One fact as it is shown away from its article."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.model.report import Extent, Figure, Statement, StatementKind
from sayso.present import cites, decided, sentences, words
from sayso.present.index import Fact, Index, fact_anchor
from sayso.present.views.common import Link, Quote

_QUOTATION_MARKS = "\"'“”‘’«»„"


def view(index: Index, fact: Fact) -> Quote:
    """Return a fact with its speaker, its article and everything a reader must know beside it."""
    text = _statement_text(index, fact) if isinstance(fact, Statement) else index.sentence(fact)
    marked = unmarked(fact, text)
    return Quote(
        opening="“" if marked else "",
        text=" ".join(text.split()),
        closing="”" if marked else "",
        speaker=index.speaker(fact),
        stance=words.STANCE[fact.stance] if isinstance(fact, Statement) and not index.narrated(fact) else "",
        when=index.date(index.said(fact)),
        places=(Link(index.outlet(fact.report), f"#{fact_anchor(fact.id)}"),),
        aside=tuple(asides(index, fact)),
        amount=counted(index, fact) if isinstance(fact, Figure) else "",
        pieces=tuple(sentences.pieces(index, fact)),
        cite=cites.fact(index, fact),
        speaker_href=index.party(fact),
        language=index.language(fact.report),
    )


def unmarked(fact: Fact, text: str) -> bool:
    """Say whether a text is a fact's own words, quoted, without the quotation marks that belong around it."""
    direct = isinstance(fact, Statement) and fact.kind is StatementKind.DIRECT
    return direct and text.lstrip()[:1] not in _QUOTATION_MARKS


def counted(index: Index, figure: Figure) -> str:
    """Return a figure in words with what it counts: `at least 3,000 killed, soldiers`."""
    amount, who = words.amount(figure), figure.who or ""
    measured = figure.unit not in words.COUNTED_SILENTLY
    inside = bool(who) and who.casefold() in amount.casefold()
    what = words.happened(figure.measure) if measured or inside else figure_what(index, figure)
    return f"{amount} {what}".rstrip()


def figure_what(index: Index, figure: Figure) -> str:
    """Return what a figure counts, in words."""
    return words.counted(figure.measure, figure.who or index.name(figure.who_entity))


def merged(found: Iterable[Quote]) -> tuple[Quote, ...]:
    """Return quotes with those of one speaker and wording made one that leads to all their places."""
    kept: dict[tuple[str, ...], Quote] = {}
    for quote in found:
        key = (
            quote.text.strip(_QUOTATION_MARKS + " ,.").casefold(),
            quote.speaker,
            quote.stance,
            quote.amount,
        )
        first = kept.get(key)
        kept[key] = quote if first is None else _merge(first, quote)
    return tuple(kept.values())


def _merge(first: Quote, other: Quote) -> Quote:
    asides = dict.fromkeys((*first.aside, *other.aside))
    places = dict.fromkeys((*first.places, *other.places))
    return replace(first, when=first.when or other.when, places=tuple(places), aside=tuple(asides))


def asides(index: Index, fact: Fact) -> Iterator[str]:
    """Yield what else a reader must know about a fact, in plain words."""
    if isinstance(fact, Statement):
        yield from _statement_asides(index, fact)
        yield from decided.marks(index, fact.id)
    else:
        yield from figure_notes(index, fact)


def figure_notes(index: Index, figure: Figure) -> Iterator[str]:
    """Yield how a figure counts: over which time, as part of what, summed by whom."""
    if figure.derived_from:
        yield "sum by sayso of " + words.joined(
            counted(index, part)
            for key in figure.derived_from
            if isinstance(part := index.facts.get(key), Figure)
        )
    if figure.during is not None:
        yield f"counted over {words.moment(figure.during)}"
    if words.EXTENT[figure.extent] and not (figure.extent is Extent.IN_PERIOD and figure.during):
        yield words.EXTENT[figure.extent]
    if figure.about:
        yield f"about: {words.clip(figure.about, 60)}"
    if figure.change is not None:
        yield words.CHANGE[figure.change]
    if index.name(figure.where):
        yield f"where: {index.name(figure.where)}"
    yield from decided.marks(index, figure.id)


def _statement_asides(index: Index, statement: Statement) -> Iterator[str]:
    if statement.kind is StatementKind.NARRATED and index.sources(statement):
        yield words.KIND[statement.kind]
    if statement.channel:
        yield f"channel: {statement.channel}"
    for relay in statement.relays:
        yield f"via {index.name(relay.entity) or relay.mention.text}"
    if index.names(statement.relies_on):
        yield f"relying on {index.names(statement.relies_on)}"
    if statement.joint:
        yield "named in one breath, not each on its own"
    if statement.hedges:
        yield "hedged: " + ", ".join(f"“{hedge.text}”" for hedge in statement.hedges)
    if statement.own_reporting:
        yield f"gathered by the outlet: “{statement.own_reporting.text}”"


def _statement_text(index: Index, statement: Statement) -> str:
    report = index.reports.get(statement.report)
    if report is None or len(statement.parts) < 2:
        return statement.text
    return " … ".join(report.text[slice(*part)].strip(" ,") for part in statement.parts)
