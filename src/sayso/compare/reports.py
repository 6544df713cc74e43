"""Articles that are new, gone, or changed."""

from collections.abc import Iterator

from sayso.compare.making import change
from sayso.compare.matching import Matched
from sayso.compare.weights import of_revision
from sayso.model.change import Change, ChangeKind
from sayso.model.relation import Ref, RefKind


def compare(matched: Matched) -> Iterator[Change]:
    """Yield a change for each article; one whose text is the same under another name is none."""
    for id_ in matched.documents.new:
        yield new(id_)
    for id_ in matched.documents.gone:
        yield change(ChangeKind.REPORT_GONE, id_, [id_], before=[Ref(RefKind.REPORT, id_)])
    for later, earlier in sorted(matched.documents.edited.items()):
        revised = matched.revised.get(later)
        if revised is not None and revised.revision.edits:
            yield change(
                ChangeKind.REPORT_EDITED,
                later,
                [later],
                before=[Ref(RefKind.REPORT, earlier)],
                after=[Ref(RefKind.REPORT, later)],
                weight=of_revision(revised.revision),
                revision=revised.revision,
            )


def new(report: str) -> Change:
    """Return the change that an article is new."""
    return change(ChangeKind.REPORT_NEW, report, [report], after=[Ref(RefKind.REPORT, report)])
