"""The words of a time expression, the days they can be reckoned from, and what comes of reading them."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.extract.stretches import Stretch
from sayso.extract.timegrammar import Match
from sayso.lexicon import table
from sayso.model.report import TimeType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SOON = 31
"""Days: a day this near ahead is meant, not the one of last year; news leaves out the year of the current
year only."""

QUARTERS = 4

HALF_YEAR = 6
"""Months: a story goes on into the next year rather than so far back."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: type, TIMEX3 value, days, and what a relative one was reckoned from."""

    type: TimeType
    value: str | None = None
    stretch: Stretch | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Anchors:
    """Days to reckon from: publication (None when unknown), the last date told, and whether the text tells
    history."""

    published: date | None
    told: Stretch | None = None
    same_sentence: bool = False
    history: bool = False
    future: bool = False

    @property
    def here(self) -> date | None:
        """The day that "this year" and "on Monday" are reckoned from: publication, in a history the date
        told."""
        if self.history:
            return self.told.first if self.told else None
        return self.published

    @property
    def source(self) -> str:
        """What `here` comes from, as the anchor of an expression."""
        return "text" if self.history else "published"

    @property
    def near(self) -> Stretch | None:
        """The date told before, where an expression may lean on it: in the same sentence, or in a history."""
        return self.told if self.same_sentence or self.history else None


class Words:
    """The words of a match, asked for by class letter, and what they are reckoned from."""

    def __init__(self, doc: "Doc", match: Match, anchors: Anchors) -> None:
        self.anchors = anchors
        self.doc, self.match = doc, match
        self.tokens: tuple[Token, ...] = tuple(doc[match.first : match.end])
        self.letters = match.letters

    def word(self, code: str) -> str | None:
        """Return the first word of a class in lower case, or None."""
        at = self.letters.find(code)
        return self.tokens[at].lower_ if at >= 0 else None

    def all(self, codes: str) -> list[str]:
        """Return all words of the classes, in order."""
        return [token.lower_ for token, code in zip(self.tokens, self.letters, strict=True) if code in codes]

    def look(self, code: str, slot: str) -> object:
        """Return what the times lexicon says under `slot` of the first word of a class, or None."""
        word = self.word(code)
        rows = table("times")[slot]
        return (
            None
            if word is None
            else rows.get(word, rows.get(word.rstrip("."), rows.get(word.removesuffix("s"))))
        )

    def number(self, code: str, slot: str) -> int | None:
        """Return `look` as a whole number."""
        found = self.look(code, slot)
        return found if isinstance(found, int) else None

    def after(self, codes: str) -> "Words | None":
        """Return the words from the first of one of the classes on, or None where there is none."""
        at = next((place for place, code in enumerate(self.letters) if code in codes), None)
        if at is None:
            return None
        rest = Match(self.match.rule, self.match.first + at, self.match.end, self.letters[at:])
        return Words(self.doc, rest, self.anchors)

    def has(self, codes: str) -> bool:
        """Tell whether a word of one of the classes is there."""
        return any(code in self.letters for code in codes)
