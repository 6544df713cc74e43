"""The first screen."""

from dataclasses import dataclass

from sayso.present.views.common import Glyph, Row


@dataclass(frozen=True, slots=True)
class Line:
    """One claim on the first screen; `reviewed` says what reviewers did to it or its facts."""

    when: str
    speaker: str
    text: str
    href: str
    counts: str
    sides: str
    glyph: Glyph
    disputed: bool
    reviewed: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel of the first screen; `joiner` stands between the values of a row, `more` counts the rows left
    out.
    """

    name: str
    rows: tuple[Row, ...]
    joiner: str
    href: str
    more: int = 0


@dataclass(frozen=True, slots=True)
class Opening:
    """The first screen; `counts` says how many articles there are and of which days."""

    title: str
    counts: tuple[str, ...]
    lines: tuple[Line, ...]
    more: int
    panels: tuple[Panel, ...]
