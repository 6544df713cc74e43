"""Where the articles disagree: two facts facing each other."""

from collections.abc import Iterator

from sayso.model.relation import Conflict, ConflictType
from sayso.present import quotes, words
from sayso.present.index import Index
from sayso.present.views.conflicts import ConflictView


def view(index: Index, *, moved: bool) -> tuple[ConflictView, ...]:
    """Return the conflicts whose two facts the dossier holds: movement of one figure when `moved`, else all
    others.
    """
    return tuple(_views(index, moved))


def _views(index: Index, moved: bool) -> Iterator[ConflictView]:
    order = list(ConflictType)
    for conflict in sorted(
        index.dossier.conflicts, key=lambda conflict: (order.index(conflict.type), conflict.id)
    ):
        found = _view(index, conflict) if (conflict.type is ConflictType.UPDATE) is moved else None
        if found:
            yield found


def _view(index: Index, conflict: Conflict) -> ConflictView | None:
    pair = index.pair(conflict)
    if pair is None:
        return None
    return ConflictView(
        anchor=f"x-{conflict.id}",
        name=words.CONFLICT[conflict.type],
        about=words.ABOUT[conflict.about],
        time=words.TIME[conflict.time],
        why=conflict.why,
        left=quotes.view(index, pair[0]),
        right=quotes.view(index, pair[1]),
    )
