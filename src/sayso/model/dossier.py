"""The dossier: everything sayso knows about one story."""

from dataclasses import dataclass

from sayso.model.decision import Decision
from sayso.model.relation import (
    Claim,
    Conflict,
    Derivation,
    Entity,
    Gap,
    Lead,
    TimelineItem,
    Track,
    Utterance,
)
from sayso.model.report import Figure, Mention, Moment, Problem, Report, Statement, TimeExpression

FORMAT = "sayso-dossier/1"
"""The name and major version of the file format; keys may be added within a major version, never renamed."""


@dataclass(frozen=True, slots=True)
class MadeWith:
    """The versions that made a dossier: sayso itself, the spaCy pipeline, the lexicon's content hash."""

    sayso: str
    pipeline: str
    lexicon: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """One story: its reports, what each says, and what holds between them.
    Lists are sorted by id unless said otherwise."""

    format: str
    made_with: MadeWith
    title: str
    span: Moment | None
    reports: tuple[Report, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    tracks: tuple[Track, ...]
    conflicts: tuple[Conflict, ...]
    derivations: tuple[Derivation, ...]
    timeline: tuple[TimelineItem, ...]
    leads: tuple[Lead, ...]
    gaps: tuple[Gap, ...]
    decisions: tuple[Decision, ...]
    problems: tuple[Problem, ...]
    renderings: tuple[Utterance, ...] = ()
