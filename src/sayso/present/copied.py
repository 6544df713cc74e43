"""What of an article is another article's text, and whose."""

from sayso.model.relation import Derivation, DerivationKind
from sayso.present.index import Fact, Index

COPIES = frozenset({DerivationKind.IDENTICAL, DerivationKind.COPIED, DerivationKind.EDITED_COPY})

COPY_FROM = 0.5
"""An article is called a copy from this share of its sentences."""

_ONE_TEXT = COPIES | {DerivationKind.SHARED_AGENCY}
_TEXTUAL = COPIES | {DerivationKind.EXCERPT, DerivationKind.PARAPHRASE}
_UNDIRECTED = "direction unknown"
_DEEPEST = 3
"""Articles that a sentence is followed back through."""


def directed(item: Derivation) -> bool:
    """Return whether a derivation takes text from one article to another, in a direction that is known."""
    return item.kind in _TEXTUAL and _UNDIRECTED not in item.why


def originals(index: Index) -> dict[str, str]:
    """Return the articles that are copies of another, with whose."""
    return {
        item.report: str(item.from_.report)
        for item in index.dossier.derivations
        if item.kind in COPIES and directed(item) and item.share >= COPY_FROM and _is_shown(index, item)
    }


def repeated(index: Index) -> int:
    """Return how many articles would not be missed if of those with one text, or one agency's, each told it
    once; whose it was first need not be known."""
    one_of = {report: report for report in index.reports}

    def first(report: str) -> str:
        while one_of[report] != report:
            report = one_of[report]
        return report

    for item in index.dossier.derivations:
        if item.kind in _ONE_TEXT and item.share >= COPY_FROM and _is_shown(index, item):
            one_of[first(item.report)] = first(str(item.from_.report))
    return sum(report != one for report, one in one_of.items())


def chain(index: Index, fact: Fact) -> list[str]:
    """Return the articles from the first that has a fact's sentence to the fact's own, each copied from the
    one before."""
    found, here = [fact.report], fact.start
    for _ in range(_DEEPEST):
        step = _before(index, found[0], here)
        if step is None or step[0] in found:
            break
        found.insert(0, step[0])
        here = step[1]
    return found


def _before(index: Index, report: str, at: int) -> tuple[str, int] | None:
    for item in index.derivations_of.get(report, ()):
        if directed(item) and _is_shown(index, item):
            for pair in item.evidence:
                if pair.a[0] <= at < pair.a[1]:
                    return str(item.from_.report), pair.b[0]
    return None


def _is_shown(index: Index, item: Derivation) -> bool:
    return item.report in index.reports and item.from_.report in index.reports
