"""How one document changed from one revision to the next: its sentences, and the facts that this touched."""

from dataclasses import dataclass

from sayso.compare.alignment import Alignment, align, differing
from sayso.compare.documents import Document
from sayso.compare.touches import Touched, touched
from sayso.model.change import Edit, EditKind, Revision
from sayso.model.report import Facts, Pair


@dataclass(frozen=True, slots=True)
class Revised:
    """A revision, and which facts of it are the same, new and gone."""

    revision: Revision
    touched: Touched


def diff(before: Facts, after: Facts) -> Revision:
    """Return how a document changed, from what is known of its two revisions."""
    return compare(Document.of(before), Document.of(after)).revision


def compare(before: Document, after: Document) -> Revised:
    """Return how a document changed and which of its facts still stand; the same text twice has no edits."""
    alignment = align(before, after)
    found = touched(before, after, alignment)
    edits = tuple(sorted(_edits(before, after, alignment), key=_place))
    revision = Revision(before.report.id, after.report.id, edits, found.touches, len(alignment.kept))
    return Revised(revision, found)


def _edits(before: Document, after: Document, alignment: Alignment) -> list[Edit]:
    here, there = before.sentences, after.sentences
    return [
        *(_edited(before, after, here[i], there[j]) for i, j in alignment.edited),
        *(Edit(EditKind.REMOVED, here[i], None, (here[i],), ()) for i in alignment.removed),
        *(Edit(EditKind.ADDED, None, there[j], (), (there[j],)) for j in alignment.added),
    ]


def _edited(before: Document, after: Document, here: Pair, there: Pair) -> Edit:
    removed, added = differing(before.report.text[slice(*here)], after.report.text[slice(*there)])
    return Edit(EditKind.EDITED, here, there, _shifted(removed, here[0]), _shifted(added, there[0]))


def _shifted(spans: tuple[Pair, ...], by: int) -> tuple[Pair, ...]:
    return tuple((start + by, end + by) for start, end in spans)


def _place(edit: Edit) -> tuple[Pair, str]:
    """Where an edit stands: in the later text, and what is only in the earlier one by its place there."""
    return edit.after or edit.before or (0, 0), edit.kind
