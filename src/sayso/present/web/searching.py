"""Sentences looked for by words and by meaning."""

from enum import StrEnum
from typing import TypeVar

from starlette.responses import Response

from sayso.errors import UsageError
from sayso.model.codec import to_plain
from sayso.model.search import By, Filters, Hit, HitKind, Place
from sayso.present import words
from sayso.present.called import host
from sayso.present.views.common import Link, Piece
from sayso.present.web import addresses, rendering
from sayso.present.web.visits import Visit

HITS = 20
"""Hits on one page."""

MOST = 400
"""Hits that one can page through; who needs more names more words."""

WORDS = 500
"""Characters of what is looked for."""

PLACES = 8
"""Articles named under one hit."""

BY = {By.BOTH: "words and meaning", By.WORDS: "words only", By.MEANING: "meaning only"}
KINDS = {
    HitKind.STATEMENT: "who said what",
    HitKind.FIGURE: "figures",
    HitKind.ARTICLE: "other places in articles",
}

Choice = TypeVar("Choice", bound=StrEnum)


def search(visit: Visit) -> Response:
    """Answer with the sentences that fit, or with the empty form."""
    wanted, number = visit.asked("q"), visit.asked_number("page")
    found = _found(visit, min(number * HITS, MOST) + 1) if wanted else ()
    shown = found[(number - 1) * HITS : number * HITS]
    asked = {name: visit.asked(name) for name in ("q", "by", "kind", "outlet", "source", "since", "until")}
    return visit.html(
        rendering.page(
            "search",
            title=f"{wanted} · Search" if wanted else "Search",
            hits=[(hit, _pieces(hit), _claim(hit), _places(hit)) for hit in shown],
            pager=rendering.pager("/search", number, number + (len(found) > number * HITS), **asked),
            asked=asked,
            by=BY,
            kinds=KINDS,
            here="search",
        )
    )


def search_json(visit: Visit) -> Response:
    """Answer with the same as JSON."""
    return visit.json([to_plain(hit) for hit in _found(visit, HITS * visit.asked_number("page"))])


def _found(visit: Visit, limit: int) -> tuple[Hit, ...]:
    wanted = visit.asked("q")
    if len(wanted) > WORDS:
        raise UsageError(f"that is too long to look for: {WORDS} characters at most")
    since, until = visit.asked_day("since"), visit.asked_day("until")
    filters = Filters(
        outlet=visit.asked("outlet") or None,
        source=visit.asked("source") or None,
        measure=visit.asked("measure") or None,
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
        kind=_choice(visit, "kind", HitKind),
    )
    by = _choice(visit, "by", By) or By.BOTH
    return tuple(visit.desk.search(wanted, by, filters, min(limit, MOST + 1)))


def _choice(visit: Visit, name: str, kind: type[Choice]) -> Choice | None:
    asked = visit.asked(name)
    if asked and asked not in list(kind):
        raise UsageError(f"{name} is to be one of: {', '.join(kind)}")
    return kind(asked) if asked else None


def _pieces(hit: Hit) -> tuple[Piece, ...]:
    """Return a sentence with what was looked for marked."""
    pieces, at = [], 0
    for start, end in sorted(hit.marks):
        if at <= start < end <= len(hit.sentence):
            pieces += [Piece(hit.sentence[at:start]), Piece(hit.sentence[start:end], marked=True)]
            at = end
    return (*pieces, Piece(hit.sentence[at:]))


def _claim(hit: Hit) -> Link | None:
    """Return the way to the claim, in words on how many origins it rests."""
    if hit.claim is None or hit.origins_low is None or hit.origins_high is None:
        return None
    told = words.origins(hit.origins_low, hit.origins_high)
    return Link(told, addresses.claim(hit.claim))


def _places(hit: Hit) -> tuple[tuple[Link, ...], int]:
    """Return the ways to the articles, and how many more there are."""
    return tuple(map(_place, hit.places[:PLACES])), max(len(hit.places) - PLACES, 0)


def _place(place: Place) -> Link:
    name = words.isolated(place.outlet or host(place.url) or "an article")
    day = f", {place.published[:10]}" if place.published else ""
    if place.story is None:
        return Link(name + day, f"/articles/{place.report}", place.title or "")
    return Link(name + day, addresses.article(place.story, place.report), place.title or "")
