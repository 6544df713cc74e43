"""What people decide in review, how a decision is known again when ids change, and what follows from the
decisions on one story.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sayso.errors import DataError
from sayso.model.ids import content_id
from sayso.model.relation import Ref, RefKind
from sayso.model.report import Moment, Number

LOG_FORMAT = "sayso-decision/1"
"""The name and major version of a line of a decision log; keys may be added within it, never renamed."""


class What(StrEnum):
    """What a reviewer does: with a fact, a claim, a conflict, a derivation or an entity, or with an earlier
    decision (`undo`)."""

    ACCEPT = "accept"
    REJECT = "reject"
    MERGE = "merge"
    APART = "apart"
    CORRECT = "correct"
    UNDO = "undo"


class Standing(StrEnum):
    """What became of a decision: it holds, a later one on the same thing replaced it, somebody undid it, or
    what it is about is not there any more."""

    HOLDS = "holds"
    REPLACED = "replaced"
    UNDONE = "undone"
    UNMATCHED = "unmatched"


FIELDS: dict[RefKind, tuple[str, ...]] = {
    RefKind.STATEMENT: ("source", "stance", "kind"),
    RefKind.FIGURE: ("low", "high", "measure", "who", "extent", "as_of"),
    RefKind.ENTITY: ("name", "authority", "side", "kind"),
}
"""What can be corrected of what."""


FACTS = (RefKind.STATEMENT, RefKind.FIGURE)
"""What one report says."""

ALONE = {
    What.ACCEPT: (*FACTS, RefKind.CLAIM, RefKind.CONFLICT, RefKind.DERIVATION, RefKind.ENTITY),
    What.REJECT: (*FACTS, RefKind.CONFLICT, RefKind.DERIVATION),
    What.CORRECT: tuple(FIELDS),
    What.UNDO: (RefKind.DECISION,),
}
"""What can be decided of which things."""

TWO = {
    What.MERGE: {(RefKind.CLAIM, RefKind.CLAIM), (RefKind.ENTITY, RefKind.ENTITY)},
    What.APART: {(RefKind.ENTITY, RefKind.ENTITY), *((one, RefKind.CLAIM) for one in FACTS)},
    What.REJECT: {(RefKind.CLAIM, RefKind.ENTITY)},
}
"""What can be decided of which two things; who is rejected beside a claim is no origin of it."""


def possible(what: What, about: RefKind, other: RefKind | None) -> bool:
    """Say whether something can be decided of a thing of that kind, or of two."""
    if other is None:
        return about in ALONE.get(what, ())
    return (about, other) in TWO.get(what, ())


@dataclass(frozen=True, slots=True)
class Setting:
    """One field and its value as text; None is an open end, or nobody. Dates are ISO 8601, a stretch of days
    `first/last`."""

    field: str
    value: str | None


def written(found: Any) -> str | None:
    """Return a value that sayso found as the text that would set it."""
    if isinstance(found, Moment):
        return found.from_ if found.from_ == found.to else f"{found.from_ or '..'}/{found.to or '..'}"
    if isinstance(found, float | int):
        return f"{found:.15g}"
    return None if found is None else str(found)


@dataclass(frozen=True, slots=True)
class Sign:
    """By what a thing is known again when its id is another: the report it stands in, and its words.

    `text` is a fact's own text, a claim's, an entity's name, a conflict's type or a derivation's kind;
    `names` are an entity's, or the words for a statement's source. Of facts of one report that are alike in
    all this, `nth` counts from 0. Signs of a claim, conflict, derivation or entity are followed by those of
    what it consists of or stands in.
    """

    kind: RefKind
    id: str
    text: str
    report: str | None = None
    url: str | None = None
    name: str | None = None
    outlet: str | None = None
    sentence: str | None = None
    measure: str | None = None
    low: Number | None = None
    high: Number | None = None
    names: tuple[str, ...] = ()
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided in review: `about` what, with what else where two things are meant (the other of
    two to merge or keep apart, the claim that a fact does not belong to, the entity that is no origin of a
    claim).

    `set` holds what is corrected, `was` what sayso found there. `signs` tell what it is about, `with_signs`
    what `with` is, in the words of the reports; `standing` is set in a dossier. `at` is a time in UTC.
    """

    about: Ref
    what: What
    note: str
    by: str
    at: str
    id: str = ""
    with_: Ref | None = None
    set: tuple[Setting, ...] = ()
    was: tuple[Setting, ...] = ()
    signs: tuple[Sign, ...] = ()
    with_signs: tuple[Sign, ...] = ()
    standing: Standing = Standing.HOLDS

    @property
    def places(self) -> frozenset[str]:
        """By what names its articles can be found: their ids, URLs and names."""
        signs = (*self.signs, *self.with_signs)
        return frozenset(place for sign in signs for place in (sign.report, sign.url, sign.name) if place)


def identified(decision: Decision) -> Decision:
    """Return a decision under its id: the hash of who decided what about which thing, when, and why.

    Raises `DataError` where its time is none.
    """
    decision = replace(decision, at=moment(decision.at))
    about, other = decision.about, decision.with_
    parts = (about.kind, about.id, other.kind if other else "", other.id if other else "", decision.what)
    settings = (text for one in decision.set for text in (one.field, repr(one.value)))
    id_ = content_id("decision", *parts, decision.at, decision.by, decision.note, *settings)
    return replace(decision, id=id_)


def moment(text: str) -> str:
    """Return a time in UTC to the millisecond: `2031-03-05T08:10:00.000Z`; one without a zone is UTC."""
    try:
        found = datetime.fromisoformat(text)
        found = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise DataError(f"{text!r} is no time") from error
    return found.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def in_order(decisions: Iterable[Decision]) -> list[Decision]:
    """Return decisions in order of time, each once."""
    return sorted({one.id: one for one in decisions}.values(), key=lambda one: (one.at, one.id))


@dataclass(frozen=True, slots=True)
class Found:
    """A decision on one story, with the facts, reports or names of entities that it is about there; of a
    correction, what no later one sets otherwise.
    """

    decision: Decision
    about: tuple[str, ...]
    with_: tuple[str, ...] = ()
    set: tuple[Setting, ...] = ()

    @property
    def holds(self) -> bool:
        """Say whether something follows from it."""
        return self.decision.standing is Standing.HOLDS


Pairs = frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What follows from the decisions on one story, in ids of its facts.

    `rejected` facts take no part in anything, nor do sums of the parts in `sums`. `together` are two sets of
    facts whose claims are one, in order of time; `apart` pairs of facts that are never in one claim.
    `conflicts` are the types and pairs that are none. `derivations` are the reports with the report or the
    names of whom they do not draw on, `origins` facts of a claim with the report or the names of who is no
    origin of it. `found` are all decisions on the story.
    """

    found: tuple[Found, ...] = ()
    rejected: frozenset[str] = frozenset()
    sums: Pairs = frozenset()
    together: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    apart: Pairs = frozenset()
    conflicts: frozenset[tuple[str, frozenset[str]]] = frozenset()
    derivations: tuple[tuple[str, frozenset[str]], ...] = ()
    origins: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()


NO_RULINGS = Rulings()
"""A story on which nobody decided anything."""
