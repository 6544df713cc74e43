"""What changed, one change a record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A line under a change: `mark` is "-" for what stood before, "+" for what stands now, empty for a note;
    `who` says who said it, in which article, when."""

    mark: str
    text: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change in plain words: what sort it is (`label`), what changed (`text`), the sentences it rests on;
    `articles` are those that brought it, `minor` marks trifles."""

    id: str
    kind: str
    label: str
    text: str
    lines: tuple[Said, ...]
    articles: tuple[str, ...]
    weight: float
    minor: bool
