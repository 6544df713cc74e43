"""What each decision is about in one story: facts, reports, names of entities; nothing where it is gone."""

from collections.abc import Iterable, Sequence

from sayso.errors import DataError
from sayso.judge.matching import FACTS, Shelf
from sayso.judge.values import NAMES, value
from sayso.model.decision import Decision, Found, Sign, What
from sayso.model.names import key
from sayso.model.relation import RefKind


def find(shelf: Shelf, decision: Decision) -> Found | str:
    """Return what a decision is about in a story's reports, or, in plain words, why it finds nothing there or
    cannot be followed."""
    if decision.what is What.UNDO:
        return Found(decision, (decision.about.id,))
    try:
        _check(shelf, decision)
    except DataError as error:
        return str(error)
    about = _things(shelf, decision.about.kind, decision.signs)
    other = _things(shelf, decision.with_.kind, decision.with_signs) if decision.with_ else ()
    if not about or (decision.with_ and not other):
        return _gone(shelf, decision, decision.with_signs if about else decision.signs)
    return Found(decision, about, other, decision.set)


def _check(shelf: Shelf, decision: Decision) -> None:
    """Raise `DataError` for what cannot be set."""
    for setting in decision.set:
        found = value(decision.about.kind, setting)
        if setting.field in NAMES and found is not None and key(found) not in shelf.names:
            raise DataError(f"no article of this story names {found}")
    bounds = {
        one.field: value(decision.about.kind, one) for one in decision.set if one.field in ("low", "high")
    }
    low, high = bounds.get("low"), bounds.get("high")
    if low is not None and high is not None and low > high:
        raise DataError(f"low {low:g} is above high {high:g}")


def _things(shelf: Shelf, kind: RefKind, signs: Sequence[Sign]) -> tuple[str, ...]:
    """Return the ids of the facts that a thing is or consists of, of the reports it stands between, or the
    name of an entity."""
    if not signs:
        return ()
    if kind is RefKind.ENTITY:
        return _known(shelf.entity(one) for one in signs[:1])
    if kind is RefKind.REPORT:
        return _known(_report(shelf, one) for one in signs[:1])
    if kind in FACTS and len(signs) == 1:
        return _known(shelf.fact(one) for one in signs)
    parts = signs[1:]
    found = _known(_part(shelf, one) for one in parts)
    # A claim is known by what is left of it; a sum, a conflict, a derivation needs both of its ends.
    return found if len(found) == len(parts) or kind is RefKind.CLAIM else ()


def _part(shelf: Shelf, sign: Sign) -> str | None:
    if sign.kind is RefKind.ENTITY:
        return shelf.entity(sign)
    return shelf.fact(sign) if sign.kind in FACTS else _report(shelf, sign)


def _report(shelf: Shelf, sign: Sign) -> str | None:
    return next((one.id for one in shelf.reports_of(sign)), None)


def _known(found: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in found if one))


def _gone(shelf: Shelf, decision: Decision, signs: Sequence[Sign]) -> str:
    """Say what is gone: the article, or its words."""
    placed = [one for one in signs if one.name]
    missing = next((one for one in placed if not shelf.reports_of(one)), None)
    if decision.about.kind is RefKind.ENTITY:
        return "no article of this story has that name any more"
    if missing is not None:
        return f"{missing.outlet or missing.name} is not among these articles any more"
    return "its article does not say so any more"
