"""What happened when."""

from dataclasses import dataclass

from sayso.present.views.common import Cite, Link


@dataclass(frozen=True, slots=True)
class EventView:
    """One dated event and where it is told."""

    anchor: str
    when: str
    basis: str
    text: str
    href: str | None
    told: tuple[Link, ...]
    cite: Cite
