"""Members that cannot both hold, each with its type, what it is about and what was compared (DESIGN §4.7).

Prefer none over a wrong one: figures are compared inside one track only, utterances only between named
speakers, and of many like pairs one is kept.
"""

from collections.abc import Sequence

from sayso.model.relation import Claim, Conflict, Resolved, Track
from sayso.relate import beside, dates, definitions, denials, firsts, misquotes, retorts, rivals
from sayso.relate.units import Unit, units
from sayso.relate.view import view


def relate(
    resolved: Resolved,
    claims: Sequence[Claim],
    tracks: Sequence[Track],
    found: Sequence[Unit] | None = None,
) -> tuple[Conflict, ...]:
    """Return the conflicts of a story, by id; `found` are its units where they are known already."""
    story = view(resolved)
    found = units(story) if found is None else found
    conflicts = [
        *rivals.relate(story, tracks),
        *definitions.relate(story),
        *beside.relate(story),
        *misquotes.relate(story),
        *denials.relate(story, found, claims),
        *retorts.relate(story, found, claims),
        *firsts.relate(story, found),
        *dates.relate(story, found),
    ]
    return tuple(sorted({one.id: one for one in conflicts}.values(), key=lambda one: one.id))
