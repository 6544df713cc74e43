"""Make a decision about something in a dossier, or say why it cannot be made."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.errors import UsageError
from sayso.judge.signs import Signs
from sayso.judge.values import NAMES, value
from sayso.model.decision import FIELDS, Decision, Setting, Sign, What, identified, possible
from sayso.model.dossier import Dossier
from sayso.model.names import key
from sayso.model.relation import Claim, Conflict, Derivation, Entity, Ref, RefKind
from sayso.model.report import Figure, Report, Statement

Thing = Statement | Figure | Claim | Conflict | Derivation | Entity | Report

KINDS: dict[type, RefKind] = {
    Statement: RefKind.STATEMENT,
    Figure: RefKind.FIGURE,
    Claim: RefKind.CLAIM,
    Conflict: RefKind.CONFLICT,
    Derivation: RefKind.DERIVATION,
    Entity: RefKind.ENTITY,
    Report: RefKind.REPORT,
}

_BY_NAME = (What.MERGE, What.APART, What.CORRECT)
"""What is decided of all who have a name in a story."""

_INSTEAD = {
    (What.REJECT, RefKind.CLAIM): "reject the facts that sayso misread, take one out with apart, or name an "
    "origin that it does not have. What a source says stays said, true or not",
    (What.REJECT, RefKind.ENTITY): "correct the source of what is wrongly theirs, or keep two apart",
}


@dataclass(frozen=True, slots=True)
class By:
    """Who decides, when, and why."""

    name: str
    at: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Meant:
    """Something in one dossier; of an entity, the name that is meant."""

    dossier: Dossier
    thing: Thing
    name: str | None = None

    @property
    def kind(self) -> RefKind:
        """What sort of thing it is."""
        return KINDS[type(self.thing)]


def decide(
    what: What, meant: Meant, by: By, other: Meant | None = None, settings: Sequence[Setting] = ()
) -> Decision:
    """Return the decision to do `what` with a thing, and an `other` where two are meant; `settings` are what
    a correction sets.

    Raises `UsageError` for what cannot be decided of such a thing, `DataError` for a value that cannot be.
    """
    _check(what, meant, other)
    for setting in settings:
        _check_setting(meant, setting)
    if (what is What.CORRECT) != bool(settings):
        raise UsageError(f"say what to correct: {', '.join(FIELDS.get(meant.kind, ()))}")
    return identified(
        Decision(
            Ref(meant.kind, meant.thing.id),
            what,
            by.note,
            by.name,
            by.at,
            with_=Ref(other.kind, other.thing.id) if other else None,
            set=tuple(settings),
            signs=_signs(meant),
            with_signs=_signs(other) if other else (),
        )
    )


def undo(decision: Decision, by: By) -> Decision:
    """Return the decision that undoes an earlier one."""
    about = Ref(RefKind.DECISION, decision.id)
    return identified(Decision(about, What.UNDO, by.note, by.name, by.at))


def _signs(meant: Meant) -> tuple[Sign, ...]:
    return Signs(meant.dossier).of(meant.thing, meant.name)


def _check(what: What, meant: Meant, other: Meant | None) -> None:
    if not possible(what, meant.kind, other.kind if other else None):
        instead = _INSTEAD.get((what, meant.kind))
        hint = f": {instead}" if instead and not other else ""
        beside = f" with a {other.kind}" if other else ""
        raise UsageError(f"{what} does nothing to a {meant.kind}{beside}{hint}")
    if what is What.CORRECT and isinstance(meant.thing, Figure) and meant.thing.derived_from:
        raise UsageError("this figure is a sum by sayso: correct its parts")
    for one in filter(None, (meant, other)):
        if what in _BY_NAME and isinstance(one.thing, Entity) and not one.thing.named:
            raise UsageError(
                f"“{one.thing.name}” is no name, and may be several: correct the source of what they say"
            )
    if other and meant.thing == other.thing and meant.name == other.name:
        raise UsageError("these are one thing: name two")


def _check_setting(meant: Meant, setting: Setting) -> None:
    found = value(meant.kind, setting)
    if setting.field in NAMES and found is not None:
        known = {key(name) for one in meant.dossier.entities for name in (one.name, *one.names)}
        if key(found) not in known:
            raise UsageError(f"no article of this story names {found!r}")


def things(dossier: Dossier) -> tuple[Thing, ...]:
    """Return everything in a dossier that a decision can be about."""
    return (
        *dossier.statements,
        *dossier.figures,
        *dossier.claims,
        *dossier.conflicts,
        *dossier.derivations,
        *dossier.entities,
        *dossier.reports,
    )
