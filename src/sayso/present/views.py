"""What a page shows, as frozen values in plain words: made from a dossier, read by the template and the
terminal.

Nothing here is HTML; the template escapes every text. `href` values are anchors on the page (`#…`) or http(s)
URLs.
"""

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
class Line:
    """One claim on the first screen."""

    when: str
    speaker: str
    text: str
    href: str
    counts: str
    sides: str
    glyph: Glyph
    disputed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a panel on the first screen: what it is about, then its values in order."""

    label: str
    values: tuple[Link, ...]
    href: str | None = None


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
    """The first screen."""

    title: str
    counts: tuple[str, ...]
    span: str
    lines: tuple[Line, ...]
    more: int
    panels: tuple[Panel, ...]


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


@dataclass(frozen=True, slots=True)
class OriginView:
    """One party that a claim is traced to, with the facts that rest on it."""

    name: str
    side: str
    certainty: str
    shown: bool
    why: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Bearers:
    """The facts that bear on a claim otherwise than by asserting it."""

    label: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a rendering's words; `marked` where another rendering has something else."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class RenderingView:
    """One way an utterance is told: its words, whether they stand in quotation marks, what differs in plain
    words, and the articles that tell it so.
    """

    pieces: tuple[Piece, ...]
    how: str
    differs: tuple[str, ...]
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class UtteranceView:
    """One utterance in its renderings."""

    head: str
    renderings: tuple[RenderingView, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim with everything it rests on."""

    anchor: str
    when: str
    speaker: str
    text: str
    counts: str
    support: str
    glyph: Glyph
    origins: tuple[OriginView, ...]
    against: tuple[Bearers, ...]
    disputes: tuple[Link, ...]
    first: Link | None
    rank: str
    minor: bool
    notes: tuple[str, ...]
    utterances: tuple[UtteranceView, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure in a chart: `x` in per cent of the width, `top` and `bottom` in pixels, `from_x` where its
    time begins.

    `open_top` and `open_bottom` mark bounds that are not known, `early` a beginning that is not known;
    `hollow` marks what is off the line: sums by sayso, parts, counts of one period.
    """

    number: int
    href: str
    note: str
    x: float
    from_x: float
    top: float
    bottom: float
    open_top: bool
    open_bottom: bool
    early: bool
    hollow: bool
    colour: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on an axis, at `at`: per cent of the width, or pixels from the top."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line between two marks of one source: its figure moved. Ends in per cent of the width and pixels."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A track drawn: bounds upwards, as-of dates to the right, undated figures in their own lane."""

    title: str
    height: int
    floor: float
    rows: tuple[Tick, ...]
    days: tuple[Tick, ...]
    lane: float | None
    marks: tuple[Mark, ...]
    strokes: tuple[Stroke, ...]
    logarithmic: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure in the table under a chart; `depth` 1 for a part under its whole."""

    anchor: str
    number: int
    amount: str
    as_of: str
    speaker: str
    article: str
    href: str
    sentence: str
    notes: tuple[str, ...]
    depth: int
    colour: int


@dataclass(frozen=True, slots=True)
class TrackView:
    """One figure over time."""

    anchor: str
    title: str
    chart: Chart | None
    rows: tuple[FigureRow, ...]
    legend: tuple[Link, ...]
    estimate: str = ""


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two facts facing each other, and why."""

    anchor: str
    name: str
    about: str
    time: str
    why: str
    left: Quote
    right: Quote


@dataclass(frozen=True, slots=True)
class EventView:
    """One dated event and where it is told."""

    anchor: str
    when: str
    basis: str
    text: str
    href: str | None
    told: tuple[Link, ...]


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
    """A fact beside the text: who said it or what it counts, and the claims and conflicts it belongs to."""

    anchor: str
    href: str
    kind: str
    head: str
    detail: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a text with its facts beside it."""

    role: str
    tokens: tuple[Token, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article in full."""

    anchor: str
    title: str
    outlet: str
    when: str
    details: tuple[str, ...]
    url: str | None
    draws_on: tuple[Row, ...]
    drawn_by: tuple[Link, ...]
    paragraphs: tuple[Paragraph, ...]


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


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page of one story."""

    opening: Opening
    claims: tuple[ClaimView, ...]
    minor_claims: tuple[ClaimView, ...]
    tracks: tuple[TrackView, ...]
    conflicts: tuple[ConflictView, ...]
    moves: tuple[ConflictView, ...]
    events: tuple[EventView, ...]
    articles: tuple[ArticleView, ...]
    missing: tuple[MissingView, ...]
    problems: tuple[ProblemView, ...]
    made_with: tuple[str, ...]
