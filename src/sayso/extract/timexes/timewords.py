"""The words of a time expression, the days they can be reckoned from, and what comes of reading them."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.extract.timexes.stretches import Stretch
from sayso.extract.timexes.timegrammar import Match
from sayso.lexicon import table
from sayso.model.report import TimeType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SOON = 31
"""Days: a day this near ahead is meant, not the one of last year; news leaves out the year of the current
year only."""

SEASON = 92
"""Days: a feast, day or month this near ahead is meant in a clause that does not speak of the past."""

QUARTERS = 4

GOES_ON = 6
"""Months: a story goes on into the next year rather than so far back."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: type, TIMEX3 value, days, and what a relative one was reckoned from.

    `cut` pieces at its end are no part of it; it begins with the token `opened` where one is given.
    """

    type: TimeType
    value: str | None = None
    stretch: Stretch | None = None
    anchor: str | None = None
    cut: int = 0
    opened: "Token | None" = None


@dataclass(frozen=True, slots=True)
class Anchors:
    """Days to reckon from.

    `published` is None when unknown, `told` the last date told. Whether the text tells `history`, and then
    `story`, the last date of what it tells, asides left out. `ancient`: the year before our era told last.
    `joined`: the year stated after this expression for both ("between March and May 1918"). `future` and
    `past`: of what the clause speaks. `message`: the report is as short as one.
    `ends_range`: the expression is the second end of a range. `before`: the date that the sentence before
    told, where this one goes on from it. `listed`: the days of a month that this expression may go on with.
    `reckoned`: "as of" leads it, so that it is near whatever was told before. `early`: the report tells of
    the day before that of its publication, and never of that.
    """

    published: date | None
    told: Stretch | None = None
    same_sentence: bool = False
    history: bool = False
    future: bool = False
    past: bool = False
    story: Stretch | None = None
    ancient: int | None = None
    joined: int | None = None
    message: bool = False
    ends_range: bool = False
    before: Stretch | None = None
    listed: Stretch | None = None
    reckoned: bool = False
    early: bool = False

    @property
    def here(self) -> date | None:
        """The day that "this year" and "on Monday" are reckoned from: publication, in a history the date
        told."""
        if self.history:
            return self.near.first if self.near else None
        return self.published

    @property
    def source(self) -> str:
        """What `here` comes from, as the anchor of an expression."""
        return "text" if self.history else "published"

    @property
    def near(self) -> Stretch | None:
        """The date told before, where an expression may lean on it: in the same sentence, or in a history."""
        if self.same_sentence and self.told is not None:
            return self.told
        return self.story if self.history else None

    @property
    def back(self) -> Stretch | None:
        """The date that words which point back ("that day", "two days later") may mean."""
        return self.near or self.before


class Words:
    """The words of a match, asked for by class letter, and what they are reckoned from."""

    def __init__(self, doc: "Doc", match: Match, anchors: Anchors) -> None:
        self.anchors = anchors
        self.doc, self.match = doc, match
        self.pieces = match.pieces
        self.letters = match.letters

    @property
    def token(self) -> "Token":
        """The first token."""
        return self.pieces[0].token

    @property
    def is_loose(self) -> bool:
        """Tell whether an article before the expression belongs to a later word: "the summer games"."""
        return self.letters[0] in "da" and self.lead > 0

    @property
    def lead(self) -> int:
        """How many pieces at the start belong to a later word: "over a" of "over a 46-day siege", "that" of
        "said that this year"."""
        last, place = self.pieces[-1].token, 0
        if self.letters.startswith("st") and self.token.lower_ == "that":
            return 1
        if self.letters[0] == "p" and self.token.dep_ == "prep" and len(self.letters) > 1:
            place = 1
        article = self.letters[place] in "da" and len(self.pieces) > place + 1
        return place + (article and self.pieces[place].token.head.i > last.i)

    @property
    def before(self) -> str:
        """The word before the expression in lower case, empty at the start of its sentence."""
        return self.token.nbor(-1).lower_ if self.token.i > self.token.sent.start else ""

    @property
    def after_it(self) -> "Token | None":
        """The token after the expression, None at the end of the text."""
        return self.doc[self.match.end] if self.match.end < len(self.doc) else None

    def word(self, code: str) -> str | None:
        """Return the first word of a class in lower case, or None."""
        at = self.letters.find(code)
        return self.pieces[at].lower_ if at >= 0 else None

    def all(self, codes: str) -> list[str]:
        """Return all words of the classes, in order."""
        return [piece.lower_ for piece, code in zip(self.pieces, self.letters, strict=True) if code in codes]

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
        return self.part(at, len(self.letters))

    def part(self, first: int, end: int) -> "Words":
        """Return the words from one place to another."""
        return Words(
            self.doc, Match(self.match.rule, self.pieces[first:end], self.letters[first:end]), self.anchors
        )

    def until(self, code: str) -> "Words":
        """Return the words before the first of a class, all where there is none."""
        at = self.letters.find(code)
        return self if at < 0 else self.part(0, at)

    def has(self, codes: str) -> bool:
        """Tell whether a word of one of the classes is there."""
        return any(code in self.letters for code in codes)
