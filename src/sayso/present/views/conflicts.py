"""Two facts that face each other."""

from dataclasses import dataclass

from sayso.present.views.common import Quote


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two facts facing each other, and why; `title` says what is compared, where that is a figure, `time` how
    they stand in time, where that matters.
    """

    anchor: str
    name: str
    title: str
    about: str
    time: str
    why: str
    left: Quote
    right: Quote
