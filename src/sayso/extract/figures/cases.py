"""A number in its text, as the rules see it that tell whether it is a figure."""

from dataclasses import dataclass

from sayso.extract.figures.numberwords import Number
from sayso.extract.sentences import Tokens


@dataclass(frozen=True, slots=True)
class Case:
    """A number in its text: the noun that it counts (a token number, or None), and the tokens of time
    expressions."""

    doc: Tokens
    number: Number
    counted: int | None
    busy: frozenset[int]
