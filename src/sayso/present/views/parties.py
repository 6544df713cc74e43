"""Who speaks: everything about one party."""

from dataclasses import dataclass

from sayso.present.views.common import Link


@dataclass(frozen=True, slots=True)
class PartyView:
    """One party that speaks, passes on, or answers for others: under which names, on which side, and what it
    says.

    `merged` tells why its names are taken for one; `said` leads to the claims that are traced to it, `more`
    counts those left out.
    """

    anchor: str
    name: str
    kind: str
    names: tuple[str, ...]
    answers_to: Link | None
    side: Link | None
    merged: tuple[str, ...]
    said: tuple[Link, ...]
    more: int
    places: int
