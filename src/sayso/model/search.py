"""What is looked for in a database, and what is found."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.report import Pair


class By(StrEnum):
    """How a search looks: by the words, by what they mean, or both."""

    WORDS = "words"
    MEANING = "meaning"
    BOTH = "both"


class HitKind(StrEnum):
    """What is found: who said what, a number, or a place in an article that states nothing."""

    STATEMENT = "statement"
    FIGURE = "figure"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a hit must be of; None for whatever. Days are ISO dates, compared with the article's own date."""

    outlet: str | None = None
    source: str | None = None
    measure: str | None = None
    since: str | None = None
    until: str | None = None
    kind: HitKind | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """An article in which a sentence stands, and the story that it is in."""

    report: str
    story: int | None
    outlet: str
    title: str | None
    url: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that was found: its words with the places of those looked for, who says it (none for the
    outlet's own words), the claim it is in and on how many origins that rests, and all articles that print
    it, the best one first.

    `claim` is the claim's handle, `origins_low` and `origins_high` its interval; None where it is in none.
    `why` tells how it was found.
    """

    kind: HitKind
    sentence: str
    marks: tuple[Pair, ...]
    sources: tuple[str, ...]
    stance: str
    amount: str
    claim: int | None
    origins_low: int | None
    origins_high: int | None
    support: str
    score: float
    why: str
    places: tuple[Place, ...]
