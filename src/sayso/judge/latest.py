"""Of decisions on one thing the latest counts; the earlier ones stay, and say so."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.model.decision import Decision, Found, Setting, Standing, What, in_order
from sayso.model.names import key
from sayso.model.relation import RefKind


@dataclass(frozen=True, slots=True)
class Log:
    """A desk's decisions in order of time, and the ids of those that somebody undid."""

    decisions: tuple[Decision, ...]
    undone: frozenset[str]

    @staticmethod
    def of(decisions: Sequence[Decision]) -> "Log":
        """Read a log, in any order; an undoing that was undone undoes nothing."""
        ordered = in_order(decisions)
        undone: set[str] = set()
        for one in reversed(ordered):
            if one.what is What.UNDO and one.id not in undone:
                undone.add(one.about.id)
        return Log(tuple(ordered), frozenset(undone))

    def on(self, here: Callable[[Decision], bool]) -> list[Decision]:
        """Return the decisions that are about something `here`, and what was undone or undoes among them."""
        kept: set[str] = set()
        for one in self.decisions:
            if one.about.id in kept if one.what is What.UNDO else here(one):
                kept.add(one.id)
        return [one for one in self.decisions if one.id in kept]


def latest(found: Sequence[Found], undone: frozenset[str]) -> tuple[Found, ...]:
    """Return what was found, in order of time, each decision with its standing, and of a correction only the
    fields that no later one sets."""
    taken: set[Hashable] = set()
    made = []
    for one in reversed(found):
        if one.decision.id in undone:
            made.append(_standing(one, Standing.UNDONE))
            continue
        slots = dict(_slots(one))
        free = [slot for slot in slots if slot not in taken]
        taken |= slots.keys()
        left = tuple(setting for slot, setting in slots.items() if slot in free and setting)
        standing = Standing.HOLDS if free else Standing.REPLACED
        made.append(_standing(replace(one, set=left), standing))
    return tuple(reversed(made))


def _standing(found: Found, standing: Standing) -> Found:
    return replace(found, decision=replace(found.decision, standing=standing))


def _slots(found: Found) -> Iterator[tuple[Hashable, Setting | None]]:
    """Yield what a decision settles: each slot holds one decision at a time."""
    one = found.decision
    thing = _thing(found.about, one.about.kind)
    other = _thing(found.with_, one.with_.kind if one.with_ else one.about.kind)
    if one.what is What.CORRECT:
        yield from (((thing, setting.field), setting) for setting in one.set)
    elif one.what in (What.MERGE, What.APART):
        yield frozenset((thing, other)), None
    elif one.what is What.UNDO:
        yield one.id, None
    else:
        yield (one.about.kind, _type(one), thing, other), None


def _thing(names: Sequence[str], kind: RefKind) -> Hashable:
    """What a decision is about: a claim is known by its first fact, for its members change."""
    if kind is RefKind.ENTITY:
        return tuple(map(key, names))
    return min(names, default="") if kind is RefKind.CLAIM else frozenset(names)


def _type(decision: Decision) -> str:
    typed = decision.about.kind is RefKind.CONFLICT and decision.signs
    return decision.signs[0].text if typed else ""
