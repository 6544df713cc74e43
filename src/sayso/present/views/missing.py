"""What is not there: leads, gaps, and what could not be read."""

from dataclasses import dataclass

from sayso.present.views.common import Row


@dataclass(frozen=True, slots=True)
class MissingView:
    """What the articles do not say, under a heading."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ProblemView:
    """Something that could not be read."""

    name: str
    href: str | None
    stage: str
    message: str
