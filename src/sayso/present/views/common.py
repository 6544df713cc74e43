"""What views of several sections share: links, rows, quotes, and the counts of a claim."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyph:
    """How many articles rest on how many origins: `shown` ones, `possible` ones besides, and roots not
    traced.
    """

    articles: int
    shown: int
    possible: int
    untraced: int


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; `href` None when there is nowhere to go, `note` said on hover and to screen
    readers, `who` set beside the words in small letters.
    """

    text: str
    href: str | None = None
    note: str = ""
    colour: int = 0
    who: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: what it is about, then its values in order."""

    label: str
    values: tuple[Link, ...]
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Cite:
    """A line as it may be pasted elsewhere: what is `said`, with who says it before it and in which article
    behind it; `url` leads to the article where it was published, unless that is on the same page.
    """

    before: str
    said: str
    after: str
    url: str | None = None

    @property
    def text(self) -> str:
        """The line as a whole."""
        return f"{self.before}{self.said}{self.after}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words; `marked` where they are what matters: a fact in its sentence, or what another
    rendering has differently.
    """

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A fact with its speaker, shown away from its article; `places` lead to it in the text, several for one
    wording.

    `text` is the fact's words, `opening` and `closing` quotation marks around them where they are the
    speaker's own; `pieces` the sentence around them, the fact's words marked. `aside` lists what else the
    reader must know: hedges, via whom, the channel, the kind. `language` is that of the article.
    """

    opening: str
    text: str
    closing: str
    speaker: str
    stance: str
    when: str
    places: tuple[Link, ...]
    aside: tuple[str, ...]
    amount: str
    pieces: tuple[Piece, ...]
    cite: Cite
    speaker_href: str | None = None
    language: str | None = None
