"""Who speaks: each party with all its names, whom it answers to, its side, and what it says."""

from sayso.model.relation import Entity, Merge
from sayso.model.report import EntityKind
from sayso.present import claims, words
from sayso.present.index import Index
from sayso.present.views.common import Link
from sayso.present.views.parties import PartyView

SAID = 6
"""Claims listed for one party; those of least rank are only counted."""

KIND = {
    EntityKind.PERSON: "person",
    EntityKind.ORGANISATION: "organisation",
    EntityKind.PLACE: "place",
    EntityKind.GROUP: "group",
    EntityKind.EVENT: "event",
    EntityKind.OTHER: "",
}


def view(index: Index) -> tuple[PartyView, ...]:
    """Return those who speak, are passed on or relied on, and whom they answer to; who speaks most first."""
    said = _said(index)
    places = _places(index)
    return tuple(
        _party(index, entity, said.get(entity.id, ()), places.get(entity.id, 0)) for entity in index.parties
    )


def view_of(index: Index, entity: Entity) -> PartyView:
    """Return one party by itself, with all that it says."""
    said = _said(index).get(entity.id, ())
    return _party(index, entity, said, _places(index).get(entity.id, 0), len(said))


def _party(
    index: Index, entity: Entity, said: tuple[Link, ...], places: int, listed: int = SAID
) -> PartyView:
    side = index.side(entity.id)
    return PartyView(
        anchor=f"p-{entity.id}",
        name=words.capital(words.isolated(entity.name)),
        kind=", ".join(filter(None, (KIND[entity.kind], "" if entity.named else "not named"))),
        names=tuple(words.isolated(name) for name in entity.names if name != entity.name),
        answers_to=_link(index, entity, entity.authority),
        side=_link(index, entity, side if side != entity.authority else None),
        merged=tuple(dict.fromkeys(_merge(one) for one in entity.merged if one.a != one.b)),
        said=said[:listed],
        more=max(len(said) - listed, 0),
        places=places,
    )


def _link(index: Index, entity: Entity, other: str | None) -> Link | None:
    """Return another party by name; None for nobody, and for the entity itself."""
    name = index.name(other)
    return Link(name, index.party_href(other)) if name and other != entity.id else None


def _merge(one: Merge) -> str:
    return f"“{words.isolated(one.a)}” and “{words.isolated(one.b)}”: {one.why}"


def _said(index: Index) -> dict[str, tuple[Link, ...]]:
    """Return the claims that each party states, the weightiest first, of those with one wording the first."""
    found: dict[str, dict[str, Link]] = {}
    for claim in index.ranked:
        link = Link(words.clip(claims.text(index, claim), 120), f"#{claims.anchor(claim)}")
        for fact in index.member_facts(claim):
            for source in index.sources(fact):
                found.setdefault(source, {}).setdefault(link.text, link)
    return {key: tuple(links.values()) for key, links in found.items()}


def _places(index: Index) -> dict[str, int]:
    """Return in how many articles each party is a source."""
    found: dict[str, set[str]] = {}
    for fact in index.facts.values():
        for source in index.sources(fact):
            found.setdefault(source, set()).add(fact.report)
    return {key: len(reports) for key, reports in found.items()}
