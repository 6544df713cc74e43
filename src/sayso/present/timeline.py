"""What happened when, as far as the articles date it."""

from collections.abc import Iterator

from sayso.model.relation import TimelineItem
from sayso.model.report import Basis, Moment
from sayso.present import words
from sayso.present.index import Index, fact_anchor
from sayso.present.views.common import Cite, Link
from sayso.present.views.timeline import EventView

_BASIS = {
    Basis.METADATA: "from the article’s date",
    Basis.TEXT: "",
    Basis.DATELINE: "from the dateline",
    Basis.EXPRESSION: "worked out from the words",
    Basis.INFERRED: "worked out by sayso",
    Basis.REVIEW: "set by a reviewer",
}


def view(index: Index) -> tuple[EventView, ...]:
    """Return the dated events in order of time."""
    return tuple(_event(index, item) for item in sorted(index.dossier.timeline, key=_order))


def _order(item: TimelineItem) -> tuple[str, str, str]:
    return _first(item.when), item.when.to or "", item.id


def _first(when: Moment) -> str:
    return when.from_ or when.to or "9999"


def _event(index: Index, item: TimelineItem) -> EventView:
    told, when, text = tuple(_told(index, item)), words.moment(item.when), words.capital(item.text)
    return EventView(
        anchor=f"e-{item.id}",
        when=when,
        basis=_BASIS[item.when.basis],
        text=text,
        href=f"#c-{item.claim}" if item.claim in index.claims else None,
        told=told,
        cite=Cite(f"{when}: ", text, f" ({words.joined(link.text for link in told)})"),
    )


def _told(index: Index, item: TimelineItem) -> Iterator[Link]:
    """Yield each article that tells it, once, with who said so."""
    seen: set[str] = set()
    for ref in item.members:
        fact = index.find(ref)
        if fact is not None and fact.report not in seen:
            seen.add(fact.report)
            yield Link(index.outlet(fact.report), f"#{fact_anchor(fact.id)}", index.speaker(fact))
