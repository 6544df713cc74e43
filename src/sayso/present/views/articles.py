"""An article in full, its facts marked and beside it."""

from dataclasses import dataclass

from sayso.present.views.common import Cite, Link, Row


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text: `open` begins an element with an id and classes, `close` ends the innermost, else
    text.
    """

    text: str = ""
    open: bool = False
    close: bool = False
    tag: str = "mark"
    anchor: str | None = None
    classes: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A fact beside the text: who said it or what it counts, and the claims and conflicts it belongs to.

    A note of kind `own`, for what one outlet alone tells, has links only. `said` is where the sentence of its
    `cite` stands in the paragraph, from and to which character (as UTF-16 counts them, for a page's script);
    None where it is not all in there.
    """

    anchor: str
    href: str
    kind: str
    head: str
    detail: str
    links: tuple[Link, ...]
    cite: Cite | None
    said: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a text with its facts beside it."""

    role: str
    tokens: tuple[Token, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article in full; `cut` when only the sentences of its facts were passed on. `cited` stands behind a
    sentence of it that is copied, `derivations` are the ids of what is told in `draws_on`."""

    anchor: str
    title: str
    language: str | None
    cut: bool
    outlet: str
    when: str
    details: tuple[str, ...]
    url: str | None
    draws_on: tuple[Row, ...]
    drawn_by: tuple[Link, ...]
    paragraphs: tuple[Paragraph, ...]
    cited: str
    derivations: tuple[str, ...]
