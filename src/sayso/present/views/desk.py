"""Stories in a list, and how one stands, as a desk tells them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a list: the number to call it by, what it is about, its days, and what its first claim rests
    on; `changed` is when its dossier last did (ISO, UTC), `at_work` whether it is being related anew."""

    number: int
    title: str
    articles: int
    outlets: int
    begins: str | None
    ends: str | None
    claims: int
    conflicts: int
    first_claim: str | None
    origins_low: int | None
    origins_high: int | None
    changed: str
    at_work: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How a story stands: `mark` is another one whenever its dossier is."""

    number: int
    mark: str
    at_work: bool


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """The claim that a number calls: its story, and its id there."""

    story: int
    claim: str


@dataclass(frozen=True, slots=True)
class ArticlePlace:
    """Where an article is: its story, and the id of the text that stands."""

    story: int
    report: str


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """One text of an article: its id, when it was met first, whether it is the one that stands, and the story
    that it is in."""

    report: str
    seen: str
    current: bool
    story: int | None
