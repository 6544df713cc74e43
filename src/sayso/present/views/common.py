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
    readers.
    """

    text: str
    href: str | None = None
    note: str = ""
    colour: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a panel on the first screen: what it is about, then its values in order."""

    label: str
    values: tuple[Link, ...]
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A fact with its speaker, shown away from its article; `places` lead to it in the text, several for one
    wording.

    `opening` and `closing` are quotation marks where the words are the speaker's own; `aside` lists what else
    the reader must know: hedges, via whom, the channel, the kind.
    """

    opening: str
    text: str
    closing: str
    speaker: str
    stance: str
    when: str
    places: tuple[Link, ...]
    aside: tuple[str, ...]
    amount: str = ""
