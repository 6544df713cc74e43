"""Where it comes from: a graph, and the rows under it."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.present.views.common import Link


class Kind(StrEnum):
    """What a node stands for."""

    ORIGIN = "origin"
    LEAD = "lead"
    RELAY = "relay"
    AGENCY = "agency"
    REPORT = "report"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Node:
    """One party or article, in its column from the left; `fold` is the group it is folded into at first.

    `shown` is false for an origin that is only possible, `here` for what the articles name and the corpus
    lacks. `untraced` counts the claims of an article that lead to nobody.
    """

    kind: Kind
    name: str
    note: str
    href: str | None
    column: int
    colour: int = 0
    shown: bool = True
    here: bool = True
    untraced: int = 0
    fold: int | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A way that claims took, by the places of its nodes; `shown` is false where it is only possible."""

    nodes: tuple[int, ...]
    claims: int
    shown: bool


@dataclass(frozen=True, slots=True)
class Twin:
    """Two articles with text in common of which neither is shown to be the source."""

    nodes: tuple[int, int]
    why: str


@dataclass(frozen=True, slots=True)
class Through:
    """Through whom an origin's claims came, and to which articles."""

    relays: str
    articles: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class OriginRow:
    """An origin in words: whose, how sure, which claims rest on it, and how they came."""

    anchor: str
    name: str
    side: str
    certainty: str
    colour: int
    claims: tuple[Link, ...]
    more: int
    ways: tuple[Through, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """The nodes, the ways between them, the names of the folded groups, and the same in rows."""

    nodes: tuple[Node, ...]
    ways: tuple[Way, ...]
    twins: tuple[Twin, ...]
    folds: tuple[str, ...]
    rows: tuple[OriginRow, ...]
