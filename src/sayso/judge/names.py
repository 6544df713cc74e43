"""What people decided about names and sides, as the choices that `resolve` goes by."""

from collections.abc import Iterable
from dataclasses import replace

from sayso.model.choices import Choices
from sayso.model.decision import Found, What
from sayso.model.relation import RefKind

_Pairs = tuple[tuple[str, str], ...]


def choices(found: Iterable[Found], own: Choices) -> Choices:
    """Return the user's `own` choices with those that the decisions on a story's entities make."""
    held = [one for one in found if one.holds and one.decision.about.kind is RefKind.ENTITY]
    return replace(
        own,
        same=(*own.same, *_two(held, What.MERGE)),
        different=(*own.different, *_two(held, What.APART)),
        sides=(*own.sides, *((side, name) for name, side in _set(held, "side"))),
        authorities=(*own.authorities, *_set(held, "authority")),
        shown=(*own.shown, *_set(held, "name")),
        kinds=(*own.kinds, *_set(held, "kind")),
    )


def _two(held: Iterable[Found], what: What) -> _Pairs:
    return tuple((one.about[0], one.with_[0]) for one in held if one.decision.what is what)


def _set(held: Iterable[Found], field: str) -> _Pairs:
    """The names of entities with what is set of them."""
    return tuple(
        (one.about[0], setting.value)
        for one in held
        for setting in one.set
        if setting.field == field and setting.value is not None
    )
