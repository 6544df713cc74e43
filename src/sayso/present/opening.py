"""The first screen: what is said, on whose say-so, and the panels beside it."""

from collections.abc import Iterator

from sayso.model.relation import Claim
from sayso.present import claims, panels, words
from sayso.present.index import Index
from sayso.present.views.opening import Line, Opening

LINES = 6
"""Claims on the first screen: what a laptop shows without scrolling."""


def view(index: Index) -> Opening:
    """Return the first screen of a dossier."""
    chosen = _chosen(index)
    return Opening(
        title=index.dossier.title,
        counts=tuple(_counts(index)),
        span=words.moment(index.dossier.span) if index.dossier.span else "",
        lines=tuple(_line(index, claim) for claim in chosen),
        more=max(len(index.ranked) - len(chosen), 0),
        panels=panels.view(index),
    )


def _chosen(index: Index) -> tuple[Claim, ...]:
    """Return the weightiest claims, of those with one and the same wording only the first."""
    by_text: dict[str, Claim] = {}
    for claim in index.ranked:
        by_text.setdefault(claim.text, claim)
    return tuple(by_text.values())[:LINES]


def _counts(index: Index) -> Iterator[str]:
    reports = index.dossier.reports
    dated = sum(report.published is not None for report in reports)
    yield words.plural(len(reports), "article") + ("" if dated == len(reports) else f" ({dated} dated)")
    if index.dossier.problems:
        yield f"{len(index.dossier.problems)} could not be read"


def _line(index: Index, claim: Claim) -> Line:
    sides, speaker = claims.sides(index, claim), claims.speaker(index, claim)
    return Line(
        when=claims.when(index, claim),
        speaker=claims.introduction(index, claim),
        text=claims.text(index, claim),
        href=f"#{claims.anchor(claim)}",
        counts=claims.counts(index, claim),
        sides="" if sides == speaker else sides,
        glyph=claims.glyph(index, claim),
        disputed=bool(claim.disputed_by),
    )
