"""Members that cannot both hold, each with its type, what it is about and what was compared (DESIGN §4.7).

Prefer none over a wrong one: figures are compared inside one track only, utterances only between named
speakers, and of many like pairs one is kept.
"""

from collections.abc import Iterable, Sequence

from sayso.model.relation import About, Claim, Conflict, ConflictType, Resolved, Track
from sayso.relate.contradictions import (
    answering,
    beside,
    corrections,
    dates,
    definitions,
    denials,
    echoes,
    elsewhere,
    falsehoods,
    firsts,
    flatly,
    holding,
    misquotes,
    pointing,
    retorts,
    rivals,
)
from sayso.relate.matching.units import Unit, units
from sayso.relate.view import View, view


def relate(
    resolved: Resolved,
    claims: Sequence[Claim],
    tracks: Sequence[Track],
    found: Sequence[Unit] | None = None,
) -> tuple[Conflict, ...]:
    """Return the conflicts of a story, by id; `found` are its units where they are known already."""
    story = view(resolved)
    found = units(story) if found is None else found
    taken_back = list(corrections.relate(story))
    conflicts = [
        *taken_back,
        *_but_for(taken_back, rivals.relate(story, tracks)),
        *definitions.relate(story),
        *beside.relate(story),
        *misquotes.relate(story),
        *_answered_once(
            story,
            claims,
            _and_elsewhere(
                [
                    *flatly.relate(story, found),
                    *denials.relate(story, found, claims),
                    *pointing.relate(story, found),
                    *answering.relate(story, found),
                    *retorts.relate(story, found, claims),
                    *holding.relate(story, found),
                    *falsehoods.relate(story, found),
                    *echoes.relate(story, found),
                ],
                elsewhere.relate(story, found),
            ),
        ),
        *firsts.relate(story, found),
        *dates.relate(story, found),
    ]
    return tuple(sorted({one.id: one for one in conflicts}.values(), key=lambda one: one.id))


def _but_for(taken_back: Sequence[Conflict], found: Iterable[Conflict]) -> Iterable[Conflict]:
    """Leave out a number said to be moved to another speaker where the outlet itself says whose it is."""
    settled = {one.a for one in taken_back}
    return (one for one in found if one.type is not ConflictType.MISQUOTE or one.a not in settled)


def _and_elsewhere(found: Sequence[Conflict], more: Iterable[Conflict]) -> list[Conflict]:
    """Denials, and those of a deed told elsewhere of which nothing nearer was found to be denied."""
    settled = {one.b for one in found}
    return [*found, *(one for one in more if one.b not in settled)]


def _answered_once(story: View, claims: Sequence[Claim], found: Sequence[Conflict]) -> Iterable[Conflict]:
    """Of denials of one claim by one party, the first: those in the plainest words come first."""
    home = {member.id: claim.id for claim in claims for member in claim.whole}
    seen: set[tuple[str, str]] = set()
    for one in found:
        said = story.statements.get(one.b.id)
        parties = {story.authority(source) for source in said.sources} if said else set()
        marks = {(home.get(one.a.id, one.a.id), party) for party in parties}
        if one.type is not ConflictType.DENIAL or one.about is not About.FACT or not marks & seen:
            seen |= marks if one.about is About.FACT else set()
            yield one
