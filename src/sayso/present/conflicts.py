"""Where the articles disagree: two facts facing each other."""

from sayso.model.relation import Conflict, ConflictType
from sayso.model.report import Figure
from sayso.present import decided, quotes, words
from sayso.present.index import Fact, Index
from sayso.present.views.conflicts import ConflictView


def view(index: Index, *, moved: bool) -> tuple[ConflictView, ...]:
    """Return the conflicts whose two facts the dossier holds, those of the weightiest claims first: movement
    of one figure when `moved`, else all others.
    """
    chosen = (one for one in index.dossier.conflicts if (one.type is ConflictType.UPDATE) is moved)
    found = (_view(index, one) for one in sorted(chosen, key=lambda one: _order(index, one)))
    return tuple(filter(None, found))


def _order(index: Index, conflict: Conflict) -> tuple[float, int, str]:
    ranks = [claim.rank for ref in (conflict.a, conflict.b) for claim in index.claims_of.get(ref.id, ())]
    return -max(ranks, default=0), list(ConflictType).index(conflict.type), conflict.id


def _view(index: Index, conflict: Conflict) -> ConflictView | None:
    pair = index.pair(conflict)
    if pair is None:
        return None
    return ConflictView(
        anchor=f"x-{conflict.id}",
        name=words.CONFLICT[conflict.type],
        title=_title(index, *pair),
        about=words.ABOUT[conflict.about],
        time="" if conflict.type is ConflictType.FIRST else words.TIME[conflict.time],
        why="; ".join((index.spoken(conflict.why), *decided.marks(index, conflict.id))),
        left=quotes.view(index, pair[0]),
        right=quotes.view(index, pair[1]),
    )


def _title(index: Index, left: Fact, right: Fact) -> str:
    """Return what two figures count, in the wording of the longer; empty for statements."""
    if not (isinstance(left, Figure) and isinstance(right, Figure)):
        return ""
    return words.capital(max((quotes.figure_what(index, one) for one in (left, right)), key=len))
