"""A line with who says it and where, as it may be pasted into a draft."""

from sayso.model.relation import Claim
from sayso.model.report import Figure
from sayso.present import sentences
from sayso.present.index import Fact, Index, safe
from sayso.present.views.common import Cite

_QUOTATION_MARKS = "\"'“”‘’«»„"


def fact(index: Index, stated: Fact) -> Cite:
    """Return a fact's sentence with its speaker and article."""
    sentence = sentences.whole(index, stated).strip(_QUOTATION_MARKS)
    outlet, day = index.outlet(stated.report), index.dated(stated.report)
    sum_of = " (sum by sayso)" if isinstance(stated, Figure) and stated.derived_from else ""
    told = f"“{sentence}”{sum_of} ({outlet}, {day})"
    return Cite(
        told if index.unsourced(stated) else f"{index.speaker(stated)}: {told}", _url(index, stated.report)
    )


def claim(index: Index, speaker: str, text: str, counts: str, told: Claim) -> Cite:
    """Return a claim with its speaker and what it rests on; the address is that of its first article."""
    first = told.first.report if told.first else ""
    return Cite(f"{speaker}: {text} ({counts})" if speaker else f"{text} ({counts})", _url(index, first))


def _url(index: Index, report: str) -> str | None:
    known = index.reports.get(report)
    return safe(known.url) if known else None
