"""The first screen: what is said, on whose say-so, and the panels beside it."""

from collections.abc import Iterable, Iterator

from sayso.model.relation import Claim
from sayso.model.report import Moment, Precision, Report
from sayso.present import claims, copied, decided, panels, words
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
        lines=tuple(_line(index, claim) for claim in chosen),
        more=max(len(index.ranked) - len(chosen), 0),
        panels=panels.view(index),
    )


def _chosen(index: Index) -> tuple[Claim, ...]:
    """Return the weightiest claims, of those with one and the same wording only the first."""
    return tuple(claim for claim in index.ranked if index.first_with(claim) is claim)[:LINES]


def _counts(index: Index) -> Iterator[str]:
    """Yield how many articles there are, how many of them copy another's text, of which days, how many
    without one, what could not be read, and whose headline the title is: it is not sayso's own.
    """
    reports = index.dossier.reports
    dated = [report.published for report in reports if report.published]
    undated = [report for report in reports if report.published is None]
    again = copied.repeated(index)
    copies = f", {again} of them {'a copy' if again == 1 else 'copies'}" if again else ""
    yield words.plural(len(reports), "article") + copies
    if dated:
        yield (f"{len(dated)} " if undated else "") + f"published {_days(dated)}"
    if undated:
        yield f"{len(undated) if dated else 'none'} {'without' if dated else 'with'} a date{_placed(undated)}"
    if index.decided:
        held = {one.id for found in index.decided.values() for one in found}
        yield words.plural(len(held), "decision in review", "decisions in review")
    if index.dossier.problems:
        yield f"{len(index.dossier.problems)} could not be read"
    if whose := next((one for one in reports if one.title == index.dossier.title), None):
        yield f"headline: {index.outlet(whose.id)}"


def _days(dated: Iterable[Moment]) -> str:
    """Return the days from the first publication to the last, in words."""
    ends = sorted(day[:10] for one in dated if (day := one.from_ or one.to))
    return words.stretch(ends[0], ends[-1], Precision.DAY) if ends else words.NO_DATE


def _placed(undated: Iterable[Report]) -> str:
    """Return before when none of the articles without a date can be, where that is settled for each."""
    starts = [report.placed.from_ if report.placed else None for report in undated]
    known = [start for start in starts if start]
    if len(known) < len(starts):
        return ""
    return f", {words.stretch(min(known), min(known), Precision.DAY)} or later"


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
        reviewed=decided.short(index, claim),
    )
