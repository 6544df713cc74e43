"""What is missing: what to fetch next, what the articles do not say, and what could not be read."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.model.relation import Gap, GapKind, Lead
from sayso.present import words
from sayso.present.index import Index, fact_anchor
from sayso.present.views.common import Link, Row
from sayso.present.views.missing import MissingView, ProblemView

_SAID_BY_HEADING = {GapKind.UNNAMED_SOURCE, GapKind.UNKNOWN_OUTLET}
"""The gaps whose text says no more than the heading and a name."""


def view(index: Index) -> tuple[MissingView, ...]:
    """Return the leads, then the gaps, each kind under its heading; nothing for kinds without any."""
    kinds = ((words.GAP[kind], tuple(_gaps(index, kind))) for kind in GapKind)
    everything = (("Fetch next: named, but not among these articles", tuple(_leads(index))), *kinds)
    return tuple(MissingView(name, rows) for name, rows in everything if rows)


def problems(index: Index) -> tuple[ProblemView, ...]:
    """Return what could not be read, in plain words."""
    return tuple(
        ProblemView(
            name=problem.name,
            href=f"#r-{problem.report}" if problem.report in index.reports else None,
            stage=words.STAGE[problem.stage],
            message=problem.message,
        )
        for problem in index.dossier.problems
    )


def _leads(index: Index) -> Iterator[Row]:
    """Yield what to fetch, what is called the same once, each with the articles that name it."""
    found: dict[str, dict[str, Link]] = {}
    for lead in index.dossier.leads:
        named = found.setdefault(index.lead(lead), {})
        for report, link in _named_by(index, lead):
            named.setdefault(report, link)
    for what, named in found.items():
        yield Row(what, tuple(named.values()))


def _named_by(index: Index, lead: Lead) -> Iterator[tuple[str, Link]]:
    for ref in lead.named_by:
        if ref.id in index.reports:
            yield ref.id, Link(index.outlet(ref.id), f"#r-{ref.id}")
        elif (fact := index.find(ref)) is not None:
            link = Link(index.outlet(fact.report), f"#{fact_anchor(fact.id)}", index.speaker(fact))
            yield fact.report, link


def _gaps(index: Index, kind: GapKind) -> Iterator[Row]:
    """Yield the gaps of a kind; where the heading says what is missing, all that lack it on one line."""
    gaps = [gap for gap in index.dossier.gaps if gap.kind is kind]
    if kind in _SAID_BY_HEADING:
        links = dict.fromkeys(link for gap in gaps for link in _about(index, gap))
        left = tuple(Row(index.spoken(gap.text), ()) for gap in gaps if not tuple(_about(index, gap)))
        yield from (Row("", tuple(links)), *left) if links else left
        return
    for gap in gaps:
        yield _gap(index, gap, tuple(_about(index, gap)))


def _gap(index: Index, gap: Gap, about: tuple[Link, ...]) -> Row:
    """Return a gap in words; a figure by its own, and what is said of one article after the link to it."""
    figure = index.facts.get(gap.about[0]) if len(gap.about) == 1 else None
    if gap.kind is GapKind.UNDATED_FIGURE and figure is not None:
        return Row(f"“{words.clip(words.unpaired(figure.text), 120)}”", about)
    text = index.spoken(gap.text)
    if len(about) == 1 and text.startswith(f"{about[0].text} "):
        return Row("", (replace(about[0], who=text[len(about[0].text) + 1 :]),))
    return Row(text, about)


def _about(index: Index, gap: Gap) -> Iterator[Link]:
    for key in gap.about:
        if key in index.reports:
            yield Link(index.outlet(key), f"#r-{key}")
        elif (fact := index.facts.get(key)) is not None:
            yield Link(index.outlet(fact.report), f"#{fact_anchor(fact.id)}", index.speaker(fact))
        elif href := index.party_href(key):
            yield Link(words.capital(index.name(key)), href)
