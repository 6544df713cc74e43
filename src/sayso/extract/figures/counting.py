"""A quantity before it is made a figure, and where it is read: what the files of figures hand each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extract.figures.countwords import Counted, Governed
from sayso.extract.figures.numberwords import Number
from sayso.extract.figures.units import Unit
from sayso.model.report import Change, Figure, Report, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

PERSON = "person"
THING = "thing"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts, before it is made a figure; all positions are tokens of the doc."""

    number: Number
    noun: Counted | None
    unit: Unit | None
    governed: Governed | None
    whom: Counted | None = None
    """The noun that stands elsewhere: "the number of soldiers ranges from ..."."""
    change: Change | None = None
    """Which way something moved by the number."""
    about: tuple[int, int] | None = None
    """The noun phrase that a measured number is about: "shares" of "shares rose 3 %"."""
    told: Figure | None = None
    """The figure told before that a number without a noun takes up: "the 640", "60 of the 640"."""

    @property
    def end(self) -> int:
        """One past the last token of the number with its unit."""
        return self.unit.end if self.unit else self.number.end

    @property
    def anchor(self) -> int:
        """Token whose clause the figure stands in: what gives the measure, else the noun, else the number."""
        if self.governed is not None:
            return self.governed.by
        return self.noun.head if self.noun else self.number.first


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure is read: its report and Doc, its sentence, and the time expressions in that sentence;
    `told` are the figures of the report before that sentence."""

    report: Report
    doc: "Doc"
    sentence: "Span"
    times: tuple[TimeExpression, ...]
    told: Sequence[Figure] = ()
