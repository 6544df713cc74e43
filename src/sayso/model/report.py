"""What one report says: the report itself, and the statements, figures, times and mentions found in it.

Offsets count Unicode code points of `Report.text`; `report.text[fact.start:fact.end] == fact.text` always.
Dates are ISO 8601 strings (`2024-12-14`), so that values sort as text and go into JSON as they are.
"""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.grammar import Frame, Word

Pair = tuple[int, int]
"""A bare span: start and end, half open."""

Number = float | int
"""A number as its text has it: 5 stays 5, and 5.0 stays 5.0, in a file and out of it."""


class Precision(StrEnum):
    """How finely a moment is known."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"


class Basis(StrEnum):
    """What a moment rests on."""

    METADATA = "metadata"
    TEXT = "text"
    DATELINE = "dateline"
    EXPRESSION = "expression"
    INFERRED = "inferred"
    REVIEW = "review"


class BlockRole(StrEnum):
    """What part a block of a report plays; nothing is extracted from `header`,
    `dateline` and `boilerplate`."""

    HEADER = "header"
    DATELINE = "dateline"
    HEADLINE = "headline"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    PARAGRAPH = "paragraph"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


class EntityKind(StrEnum):
    """What sort of thing an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    EVENT = "event"
    OTHER = "other"


class StatementKind(StrEnum):
    """How a statement's content is put."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NARRATED = "narrated"


class Stance(StrEnum):
    """What the source does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DECLINES = "declines"
    NOT_CONFIRMED = "not-confirmed"
    CONFIRMS = "confirms"
    WARNS = "warns"
    PROMISES = "promises"
    ESTIMATES = "estimates"
    ASKS = "asks"
    WANTS = "wants"
    SUPPORTS = "supports"
    OPPOSES = "opposes"


class Extent(StrEnum):
    """Over what a figure counts (DESIGN §4.4)."""

    LEVEL = "level"
    CUMULATIVE = "cumulative"
    IN_PERIOD = "in-period"
    NEW_SINCE = "new-since"
    PART = "part"


class Change(StrEnum):
    """Which way a figure says that something moved, by as much as it says: "rose 5 %", "down 12"."""

    UP = "up"
    DOWN = "down"


class TimeType(StrEnum):
    """TIMEX3 types of time expressions."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Stage(StrEnum):
    """Where a problem was met."""

    READ = "read"
    CLEAN = "clean"
    ANNOTATE = "annotate"
    EXTRACT = "extract"
    GATHER = "gather"
    RESOLVE = "resolve"
    RELATE = "relate"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a report's text: `start` and `end` in code points, half open, and the text itself."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of time by its first and last day (or minute); an end that is not known is None."""

    from_: str | None
    to: str | None
    precision: Precision
    basis: Basis


@dataclass(frozen=True, slots=True)
class Placed:
    """Where other reports put a report that carries no date; open ends are None."""

    from_: str | None
    to: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the input: which report (None when none was made of it), where, which rule,
    in plain words."""

    report: str | None
    name: str
    stage: Stage
    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Received:
    """One item as received, before cleaning: what `read` hands to `clean`.

    `name` is the base name of the file (with `#n` for the n-th of several in one file) or the URL;
    `raw` the bytes that the id is made of; `text` the article's text as the format gave it,
    paragraphs parted by newlines. Whatever metadata the format carries is given as found, unparsed;
    `published` and `updated` may be any date text.
    """

    name: str
    raw: bytes
    text: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None
    published: str | None = None
    updated: str | None = None
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like stretch of the text and its role."""

    start: int
    end: int
    role: BlockRole


@dataclass(frozen=True, slots=True)
class Report:
    """One published item in canonical form."""

    id: str
    name: str
    url: str | None
    title: str | None
    outlet: str | None
    agencies: tuple[str, ...]
    byline: str | None
    language: str | None
    published: Moment | None
    updated: Moment | None
    seen: str | None
    placed: Placed | None
    text: str
    blocks: tuple[Block, ...] = ()
    dateline_place: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3-like time expression; `value` and `moment` are None while unresolved."""

    id: str
    report: str
    start: int
    end: int
    text: str
    type: TimeType
    value: str | None
    moment: Moment | None
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb that a time expression dates: which one, where the verb stands, its lemma, the words that tell
    of it, when it was, is or will be, and whether those words are a clause of the verb's own, with its
    subject."""

    report: str
    time: str
    start: int
    end: int
    lemma: str
    clause: Pair
    moment: Moment
    own: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a text where an entity is named, described or meant by a pronoun."""

    id: str
    report: str
    start: int
    end: int
    text: str
    entity: str


OPEN = "open:"
"""Prefix of the key of what a report means by "the company" or "the captain" and nowhere names: kept only
where another report shows whom it means."""


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """An entity as one report knows it, before the reports of a story are brought together.

    `named` is False for a source known by description alone ("a senior official").
    `gazetteer` is the key of a place. `key` is what the report's register gathered it under;
    one that starts with `place:geo`, `gov:`, `group:geo` or `body:` means the same in every report.
    `answers_to` is the id of the local entity that it belongs to, `answers_why` the words that show it;
    `media` marks agencies and outlets. `serves` is what an office or body of a state is of when the words
    name none: "state", or "place" where it may be a part's or a town's as well (police, officials).
    `post` is an office of a country or region that somebody holds: its gazetteer key and the office. `sorts`
    are the nouns that the words beside a body's name call it by ("company", "airline").
    """

    id: str
    report: str
    key: str
    name: str
    kind: EntityKind
    names: tuple[str, ...]
    named: bool = True
    office: str | None = None
    gazetteer: str | None = None
    government: bool = False
    answers_to: str | None = None
    answers_why: str | None = None
    media: bool = False
    serves: str | None = None
    post: str | None = None
    sorts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relay:
    """One party that passed a statement on, and the words that say so."""

    entity: str
    mention: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what: a source, a cue and a content (PARC, PolNeAR);
    narrated ones have neither source nor cue, nor has a quotation whose speaker is not found, which is
    `direct`. Hearsay ("is believed to have died") has a cue and no source;
    a source whose bearer is not settled is kept as its words, with no `sources`.

    `start`, `end`, `text` are the envelope of the content and `parts` its pieces;
    `also` gives further places where the same report prints the same statement (a caption that repeats the
    body). `own_reporting` holds the words that show the outlet gathered it itself ("told us",
    "a reporter saw").
    """

    id: str
    report: str
    start: int
    end: int
    text: str
    parts: tuple[Pair, ...]
    sentence: Pair
    kind: StatementKind
    stance: Stance
    hedges: tuple[Span, ...]
    sources: tuple[str, ...]
    source: Span | None
    cue: Span | None
    channel: str | None
    said: Moment | None
    event: Moment | None
    relays: tuple[Relay, ...]
    relies_on: tuple[str, ...]
    within: str | None
    joint: bool = False
    own_reporting: Span | None = None
    also: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated quantity; `low` or `high` None is an open end,
    `vague` marks bounds that come from the lexicon, `change` a number by which something rose or fell: it is
    no level. `about` is whose share, price or length it is, in the report's words."""

    id: str
    report: str
    start: int
    end: int
    text: str
    sentence: Pair
    measure: str
    low: Number | None
    high: Number | None
    approximate: bool
    unit: str
    who: str | None
    who_entity: str | None
    who_side: str | None
    where: str | None
    as_of: Moment | None
    during: Moment | None
    extent: Extent
    part_of: str | None
    derived_from: tuple[str, ...]
    statement: str | None
    sources: tuple[str, ...]
    track: str | None
    vague: bool = False
    change: Change | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one report says, as values; what `extract` hands on.
    Entity ids in it are local until `resolve`."""

    report: Report
    sentences: tuple[Pair, ...]
    words: tuple[Word, ...]
    entities: tuple[LocalEntity, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    problems: tuple[Problem, ...] = ()
    frames: tuple[Frame, ...] = ()
    deeds: tuple[Deed, ...] = ()
