"""Which documents of two dossiers are new, gone, or the same document in another revision."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.compare.sentences import sentences
from sayso.model.dossier import Dossier
from sayso.model.plain import plain
from sayso.model.report import Facts, Figure, Pair, Report, Statement

ALIKE = 0.2
"""Share of the shorter text's sentences that two files of one name must have in common to be one document: a
base name ("article.txt") is no address, and two texts without a fifth in common are two articles."""


@dataclass(frozen=True, slots=True)
class Document:
    """One revision of a document with all that it says: sentences in order, statements, figures."""

    report: Report
    sentences: tuple[Pair, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]

    @staticmethod
    def of(facts: Facts) -> "Document":
        """Return the document of one report's facts."""
        return Document(facts.report, facts.sentences, facts.statements, facts.figures)

    def words(self, span: Pair) -> str:
        """Return what stands in a span, quotation marks and white space made plain: what is compared."""
        return " ".join(plain(self.report.text[slice(*span)]).split())


@dataclass(frozen=True, slots=True)
class Documents:
    """The reports of two dossiers: ids of those that are new and gone, and, for each later id of a document
    that changed, its earlier one. `moved` are pairs of one text under two names, the later id first."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    edited: dict[str, str]
    moved: dict[str, str]


def documents(dossier: Dossier, wanted: Iterable[str]) -> dict[str, Document]:
    """Return the documents of a dossier with these report ids."""
    ids = set(wanted)
    said: dict[str, list[Statement]] = defaultdict(list)
    counted: dict[str, list[Figure]] = defaultdict(list)
    for statement in dossier.statements:
        said[statement.report].append(statement)
    for figure in dossier.figures:
        counted[figure.report].append(figure)
    return {one.id: _document(one, said[one.id], counted[one.id]) for one in dossier.reports if one.id in ids}


def _document(report: Report, said: list[Statement], counted: list[Figure]) -> Document:
    whole = [one.sentence for one in said] + [one.sentence for one in counted]
    return Document(report, sentences(report, whole), tuple(said), tuple(counted))


def compare(before: Dossier, after: Dossier) -> Documents:
    """Pair what stands in one dossier only: by URL or name, then by equal text."""
    earlier = {one.id: one for one in before.reports}
    later = {one.id: one for one in after.reports}
    left = {id_: one for id_, one in earlier.items() if id_ not in later}
    came = {id_: one for id_, one in later.items() if id_ not in earlier}
    edited = _edited(left, came)
    left = {id_: one for id_, one in left.items() if id_ not in edited.values()}
    came = {id_: one for id_, one in came.items() if id_ not in edited}
    moved = _moved(left, came)
    return Documents(
        tuple(sorted(came.keys() - moved.keys())),
        tuple(sorted(left.keys() - set(moved.values()))),
        edited,
        moved,
    )


def _edited(left: dict[str, Report], came: dict[str, Report]) -> dict[str, str]:
    by_key: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(left):
        by_key[_key(left[id_])].append(id_)
    found = {}
    for id_ in sorted(came):
        kept = by_key[_key(came[id_])]
        if kept and (came[id_].url or _alike(left[kept[0]], came[id_])):
            found[id_] = kept.pop(0)
    return found


def _key(report: Report) -> str:
    return report.url or report.name


def _alike(one: Report, other: Report) -> bool:
    first, second = ({plain(line).strip() for line in _lines(report)} for report in (one, other))
    return len(first & second) >= ALIKE * max(1, min(len(first), len(second)))


def _lines(report: Report) -> Iterable[str]:
    return (report.text[slice(*span)] for span in sentences(report))


def _moved(left: dict[str, Report], came: dict[str, Report]) -> dict[str, str]:
    """Pair files that hold one text under two names: nothing changed but the name."""
    by_text: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(left):
        by_text[left[id_].text].append(id_)
    return {id_: kept.pop(0) for id_ in sorted(came) if (kept := by_text.get(came[id_].text, []))}
