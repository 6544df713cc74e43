"""What holds between the reports of one story."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.report import EntityKind, Facts, Moment, Number, Pair, Report


class RefKind(StrEnum):
    """What a reference points at."""

    STATEMENT = "statement"
    FIGURE = "figure"
    CLAIM = "claim"
    TIME = "time"
    REPORT = "report"
    ENTITY = "entity"
    CONFLICT = "conflict"
    DERIVATION = "derivation"
    DECISION = "decision"


class Bearing(StrEnum):
    """How a member bears on its claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DECLINES = "declines"
    NOT_CONFIRMED = "not-confirmed"
    ASKS = "asks"


class Certainty(StrEnum):
    """Whether an origin is shown to be independent (DESIGN §4.6)."""

    SHOWN = "shown"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Support(StrEnum):
    """What a claim rests on, counted in shown origins and their sides."""

    UNTRACED = "untraced"
    ONE_ORIGIN = "one-origin"
    SEVERAL_ORIGINS_ONE_SIDE = "several-origins-one-side"
    SEVERAL_SIDES = "several-sides"


class ConflictType(StrEnum):
    """Why two members cannot both hold, or look as if they could not (DESIGN §4.7)."""

    FIGURE = "figure"
    UPDATE = "update"
    SCOPE = "scope"
    DEFINITION = "definition"
    FIRST = "first"
    DENIAL = "denial"
    MISQUOTE = "misquote"
    DATE = "date"


class About(StrEnum):
    """Whether a conflict is about the fact or about what was said."""

    FACT = "fact"
    SAYING = "saying"


class When(StrEnum):
    """How the two members of a conflict stand in time."""

    SAME = "same"
    LATER = "later"
    UNKNOWN = "unknown"


class DerivationKind(StrEnum):
    """How a report draws on another report or on an agency (DESIGN §4.8)."""

    IDENTICAL = "identical"
    COPIED = "copied"
    EDITED_COPY = "edited-copy"
    PARAPHRASE = "paraphrase"
    EXCERPT = "excerpt"
    SHARED_AGENCY = "shared-agency"
    CREDITED = "credited"
    LINK = "link"


class GapKind(StrEnum):
    """What the reports do not say."""

    SILENT_PARTY = "silent-party"
    UNDATED_REPORT = "undated-report"
    UNDATED_FIGURE = "undated-figure"
    UNNAMED_SOURCE = "unnamed-source"
    NO_OWN_REPORTING = "no-own-reporting"
    UNKEPT_PROMISE = "unkept-promise"
    UNKNOWN_OUTLET = "unknown-outlet"


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a fact or another thing in the dossier."""

    kind: RefKind
    id: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Two names taken for one entity: the score and the rule, in plain words."""

    a: str
    b: str
    score: Number
    why: str


@dataclass(frozen=True, slots=True)
class EntityPlace:
    """Where a place lies: ISO country code, first-level region, `country` / `region` / `city`,
    and coordinates."""

    country: str
    admin1: str | None
    level: str
    lat: Number | None
    lon: Number | None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or group under all its spellings in one story.

    `named` is False for a source known by description only.
    `government` marks a capital or country name that stands for its government, kept apart from the place.
    `authority` and `side` are entity ids, None when nothing shows them;
    an entity that answers to nobody is its own authority.
    """

    id: str
    name: str
    kind: EntityKind
    names: tuple[str, ...]
    authority: str | None
    side: str | None
    place: EntityPlace | None
    merged: tuple[Merge, ...]
    named: bool = True
    government: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of the same developing event; `why` gives, for each edge,
    the two reports and what they share."""

    id: str
    reports: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolved:
    """One story after `resolve`: its reports in order of id,
    their facts with entity ids that hold across reports."""

    story: Story
    facts: tuple[Facts, ...]
    entities: tuple[Entity, ...]

    @property
    def reports(self) -> tuple[Report, ...]:
        """The story's reports, in order of id."""
        return tuple(facts.report for facts in self.facts)


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two sentences that match: their spans in the deriving report (`a`) and in its source (`b`)."""

    a: Pair
    b: Pair


@dataclass(frozen=True, slots=True)
class DerivedFrom:
    """What a report draws on: exactly one of a report id and an entity id."""

    report: str | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Derivation:
    """Report `report` draws on `from_`; `share` is the part of its sentences that are aligned,
    0 without copied text."""

    id: str
    report: str
    from_: DerivedFrom
    kind: DerivationKind
    share: Number
    why: str
    evidence: tuple[Aligned, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A statement or figure that belongs to a claim, and how it bears on it. A statement that tells the claim
    in one clause only has the pieces of that clause for `parts`; none where all of it tells it."""

    kind: RefKind
    id: str
    bearing: Bearing
    why: str = ""
    parts: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """A root of a claim: the party whose own words or own reporting the `members` rest on."""

    entity: str | None
    authority: str | None
    side: str | None
    certainty: Certainty
    why: str
    members: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class First:
    """Where a claim is seen first among the reports."""

    report: str
    moment: Moment | None


@dataclass(frozen=True, slots=True)
class Claim:
    """What several members assert alike, and how many independent origins stand behind it, as an interval."""

    id: str
    text: str
    text_from: Ref
    rank: Number
    rank_why: str
    members: tuple[Member, ...]
    origins: tuple[Origin, ...]
    origins_low: int
    origins_high: int
    sides: tuple[str, ...]
    support: Support
    disputed_by: tuple[str, ...]
    first: First | None
    wording_confirmed: bool = True

    @property
    def whole(self) -> tuple[Member, ...]:
        """The members that tell the claim with all that they say, not in one clause of it."""
        return tuple(member for member in self.members if not member.parts)


class Differs(StrEnum):
    """In what one rendering of an utterance differs from another."""

    QUOTED_WORDS = "quoted-words"
    HEDGE = "hedge"
    FIGURE = "figure"
    SPEAKER = "speaker"
    CHANNEL = "channel"
    RELAY = "relay"


@dataclass(frozen=True, slots=True)
class Difference:
    """What a rendering has (`here`) where others have something else (`there`); either may be empty: a hedge
    that is lost is only `there`. `spans` are the places of what is here in the text of the rendering's first
    fact.
    """

    kind: Differs
    here: tuple[str, ...]
    there: tuple[str, ...]
    spans: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way an utterance is told: the facts that tell it in these words, those of copies among them, and in
    what it differs from the others.
    """

    facts: tuple[Ref, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something said once and told in several ways by several reports, within one claim.

    `wording_confirmed` is False where two of them put different words between quotation marks; renderings
    come in order of the first fact's id.
    """

    id: str
    claim: str
    sources: tuple[str, ...]
    wording_confirmed: bool
    renderings: tuple[Rendering, ...]


@dataclass(frozen=True, slots=True)
class Track:
    """One figure followed through time and sources; `figures` in time order, undated ones last."""

    id: str
    measure: str
    who_entity: str | None
    where: str | None
    figures: tuple[str, ...]
    who: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two members that cannot both hold, the type of that, and what was compared, in plain words."""

    id: str
    type: ConflictType
    about: About
    time: When
    a: Ref
    b: Ref
    why: str


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """A dated event, told by one or more members."""

    id: str
    when: Moment
    text: str
    members: tuple[Ref, ...]
    claim: str | None


@dataclass(frozen=True, slots=True)
class Lead:
    """A root or credit that the reports name but the corpus lacks: what to fetch next."""

    entity: str | None
    what: str
    named_by: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the reports do not say; `about` holds ids of reports, entities or facts."""

    kind: GapKind
    text: str
    about: tuple[str, ...]
