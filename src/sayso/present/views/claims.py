"""A claim with all that it rests on."""

from dataclasses import dataclass

from sayso.present.views.common import Cite, Glyph, Link, Piece, Quote


@dataclass(frozen=True, slots=True)
class OriginView:
    """One party that a claim is traced to, with the facts that rest on it; `href` leads to the party."""

    name: str
    href: str | None
    side: str
    certainty: str
    shown: bool
    why: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Bearers:
    """The facts that bear on a claim otherwise than by asserting it."""

    label: str
    why: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class RenderingView:
    """One way an utterance is told: its words, whether they stand in quotation marks, what differs in plain
    words, and the articles that tell it so.
    """

    pieces: tuple[Piece, ...]
    how: str
    language: str | None
    differs: tuple[str, ...]
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class UtteranceView:
    """One utterance in its renderings."""

    head: str
    renderings: tuple[RenderingView, ...]


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What one outlet alone tells in its own words, traced to nobody: claims of the least weight."""

    outlet: str
    href: str
    claims: tuple["ClaimView", ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim with everything it rests on; `minor` when it stands in one article only, far down in rank.

    `about` is the figure that a claim is of, where its sentence may hold several; `again` says that a claim
    before it has the same sentence. `own_of` leads to the article that alone tells a minor claim, in its own
    words.
    """

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
    cite: Cite
    about: str
    again: bool
    own_of: Link | None
    utterances: tuple[UtteranceView, ...] = ()
