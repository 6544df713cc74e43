"""A line with who says it and where, as it may be pasted into a draft."""

from sayso.model.relation import Claim
from sayso.model.report import Figure
from sayso.present import sentences
from sayso.present.called import safe
from sayso.present.index import Fact, Index
from sayso.present.views.common import Cite

_QUOTATION_MARKS = "\"'“”‘’«»„"
"""What a sentence may begin and end with that is quoted as a whole; `copying.ts` takes off the same."""


def fact(index: Index, stated: Fact) -> Cite:
    """Return a fact's sentence with its speaker and article."""
    sentence = sentences.whole(index, stated).strip(_QUOTATION_MARKS)
    sum_of = " (sum by sayso)" if isinstance(stated, Figure) and stated.derived_from else ""
    speaker = "" if index.unsourced(stated) else f"{index.speaker(stated)}: "
    url = _url(index, stated.report)
    return Cite(f"{speaker}“", sentence, f"”{sum_of}{place(index, stated.report)}", url)


def place(index: Index, report: str) -> str:
    """Return what stands behind a sentence of an article: its outlet and day in brackets."""
    return f" ({index.outlet(report)}, {index.dated(report)})"


def claim(index: Index, speaker: str, text: str, counts: str, told: Claim) -> Cite:
    """Return a claim with its speaker and what it rests on; the address is that of its first article."""
    first = told.first.report if told.first else ""
    return Cite(f"{speaker}: " if speaker else "", text, f" ({counts})", _url(index, first))


def _url(index: Index, report: str) -> str | None:
    """Return where an article was published, unless the article stands on the same page and says so."""
    known = index.reports.get(report)
    return safe(known.url) if known and not index.whole else None
