"""Each article in full, every fact marked, the facts beside the text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sayso.model.relation import Conflict, ConflictType, Derivation
from sayso.model.report import Block, BlockRole, Figure, Report, StatementKind
from sayso.present import cites, claims, decided, quotes, words
from sayso.present.called import safe
from sayso.present.highlight import Highlight, highlight
from sayso.present.index import Fact, Index, fact_anchor
from sayso.present.views.articles import ArticleView, Note, Paragraph, Token
from sayso.present.views.common import Link, Row

_LEFT_OUT = re.compile(" {3,}")

_BLANK = " " * 40
"""So many blanks in a row stand in no text that `clean` has made; `share` leaves them."""


def view(index: Index) -> tuple[ArticleView, ...]:
    """Return the articles, dated ones first in order of publication, then the others by outlet."""
    return tuple(_article(index, report) for report in ordered(index))


def view_of(index: Index, report: str) -> ArticleView:
    """Return one article by itself."""
    return _article(index, index.reports[report])


def ordered(index: Index) -> tuple[Report, ...]:
    """Return the articles as they follow each other on the page."""
    return tuple(sorted(index.dossier.reports, key=lambda report: _order(index, report)))


def _order(index: Index, report: Report) -> tuple[str, str, str]:
    published = (report.published.from_ or report.published.to) if report.published else None
    return published or "9999", index.outlet(report.id), report.id


def _article(index: Index, report: Report) -> ArticleView:
    facts = index.facts_of.get(report.id, ())
    return ArticleView(
        anchor=f"r-{report.id}",
        title=report.title or words.clip(words.file(report.name), 120),
        language=index.language(report.id),
        cut=_cut(report),
        outlet=index.outlet(report.id),
        when=index.dated(report.id),
        details=tuple(_details(index, report)),
        url=safe(report.url),
        draws_on=_draws_on(index, report),
        drawn_by=tuple(_drawn_by(index, report)),
        paragraphs=tuple(_paragraphs(index, report, facts)),
        cited=f"”{cites.place(index, report.id)}",
        derivations=tuple(one.id for one in index.derivations_of.get(report.id, ())),
    )


def _details(index: Index, report: Report) -> Iterator[str]:
    if report.byline:
        yield report.byline
    credited = {link.text for row in _draws_on(index, report) for link in row.values}
    if agencies := tuple(agency for agency in report.agencies if agency not in credited):
        yield f"credits {words.joined(agencies)}"
    if report.updated:
        yield f"updated {words.moment(report.updated)}"
    if report.published is None and report.placed is not None:
        yield f"placed {words.placed(report.placed)}: {index.spoken(report.placed.why)}"
    if report.name not in {index.outlet(report.id), report.url}:
        yield report.name


def _cut(report: Report) -> bool:
    """Whether a text holds only the sentences of its facts: `share` leaves blanks where the others were."""
    return _BLANK in report.text


def _draws_on(index: Index, report: Report) -> tuple[Row, ...]:
    return tuple(_drawn(index, item) for item in index.derivations_of.get(report.id, ()))


def _drawn(index: Index, item: Derivation) -> Row:
    source = item.from_.report
    name = index.outlet(source) if source else index.name(item.from_.entity) or "someone not named"
    share = f" ({round(item.share * 100)}% of its sentences)" if item.share else ""
    link = Link(name + share, f"#r-{source}" if source in index.reports else None, index.spoken(item.why))
    return Row(words.DERIVATION[item.kind], (link,))


def _drawn_by(index: Index, report: Report) -> Iterator[Link]:
    for item in index.dossier.derivations:
        if item.from_.report == report.id:
            yield Link(index.outlet(item.report), f"#r-{item.report}", index.spoken(item.why))


def _paragraphs(index: Index, report: Report, facts: tuple[Fact, ...]) -> Iterator[Paragraph]:
    marks = (*_marks(index, facts), *_datelines(report))
    for start, end, role in _stretches(report):
        beside = sorted(
            (fact for fact in facts if start <= fact.start < end), key=lambda fact: (fact.start, -fact.end)
        )
        if not report.text[start:end].strip():
            continue
        if role == BlockRole.HEADLINE and not beside and report.text[start:end] == report.title:
            continue
        tokens = highlight(report.text, start, end, marks)
        shown = tuple(_with_gaps(tokens)) if _cut(report) else tokens
        places = _places(start, tokens, shown)
        yield Paragraph(role, shown, tuple(_note(index, fact, places) for fact in beside))


def _places(start: int, tokens: Iterable[Token], shown: Iterable[Token]) -> dict[int, int]:
    """Return, for each place of a text where a token begins or ends, the place where it is shown in its
    paragraph, as UTF-16 counts characters."""
    found, at = {start: 0}, 0
    for token, instead in zip(tokens, shown, strict=True):
        start += len(token.text)
        at += len(instead.text) + sum(letter > "\uffff" for letter in instead.text)
        found[start] = at
    return found


def _with_gaps(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the pieces of a text of which only sentences were passed on, with a mark for what was left out,
    but not where a paragraph begins.
    """
    begun = False
    for token in tokens:
        text = token.text if begun else token.text.lstrip(" ")
        begun = begun or bool(text)
        yield replace(token, text=_LEFT_OUT.sub(" … ", text)) if token.text else token


def _stretches(report: Report) -> Iterator[tuple[int, int, str]]:
    """Yield the blocks, those on one line as one, and lines that belong to no block; none that is blank."""
    here = 0
    for block in (*_lines(report), Block(len(report.text), len(report.text), BlockRole.PARAGRAPH)):
        yield from _unblocked(report.text, here, block.start)
        if block.end > block.start:
            yield block.start, block.end, block.role.value
        here = max(here, block.end)


def _lines(report: Report) -> list[Block]:
    lines: list[Block] = []
    for block in sorted(report.blocks, key=lambda block: (block.start, block.end)):
        if lines and block.start < lines[-1].end:
            continue
        goes_on = bool(lines) and "\n" not in report.text[lines[-1].end : block.start]
        start = lines.pop().start if goes_on else block.start
        lines.append(Block(start, block.end, block.role))
    return lines


def _unblocked(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    here = start
    for line in text[start:end].split("\n"):
        if line.strip():
            yield here, here + len(line), BlockRole.PARAGRAPH.value
        here += len(line) + 1


def _marks(index: Index, facts: tuple[Fact, ...]) -> Iterator[Highlight]:
    for fact in facts:
        yield Highlight(fact.start, fact.end, _classes(index, fact), fact_anchor(fact.id))
    for start, end in {fact.sentence for fact in facts}:
        yield Highlight(start, end, "sentence", tag="span")


def _datelines(report: Report) -> Iterator[Highlight]:
    for block in report.blocks:
        if block.role is BlockRole.DATELINE:
            yield Highlight(block.start, block.end, "dateline", tag="span")


def _classes(index: Index, fact: Fact) -> str:
    kind = "figure" if isinstance(fact, Figure) else fact.kind.value
    return f"{kind} rejected" if decided.rejected(index, fact.id) else kind


def _noteworthy(index: Index, fact: Fact) -> bool:
    """Whether a fact has a note in words; what one outlet alone narrates has only the way to its claim."""
    if isinstance(fact, Figure) or fact.kind is not StatementKind.NARRATED or fact.id in index.decided:
        return True
    repeated = any(len(claim.members) > 1 for claim in index.claims_of.get(fact.id, ()))
    return repeated or fact.id in index.conflicts_of


def _note(index: Index, fact: Fact, places: Mapping[int, int]) -> Note:
    if isinstance(fact, Figure):
        kind, head, first = "figure", quotes.counted(index, fact), _figure_speaker(index, fact)
    elif not _noteworthy(index, fact):
        kind, head, first = "own", "own words", ""
    else:
        stance = "" if index.narrated(fact) else words.STANCE[fact.stance]
        kind, head, first = "said", index.speaker(fact), stance
    return Note(
        anchor=f"n-{fact.id}",
        href=f"#{fact_anchor(fact.id)}",
        kind=kind,
        head=head,
        detail="" if kind == "own" else ", ".join(filter(None, (first, *quotes.asides(index, fact)))),
        links=tuple(_links(index, fact)),
        cite=None if kind == "own" else cites.fact(index, fact),
        said=None if kind == "own" else _said(fact, places),
    )


def _said(fact: Fact, places: Mapping[int, int]) -> tuple[int, int] | None:
    """Return where the sentence of a fact is shown in its paragraph; None where it is not all in there."""
    first = places.get(min(fact.sentence[0], fact.start))
    last = places.get(max(fact.sentence[1], fact.end))
    return None if first is None or last is None else (first, last)


def _figure_speaker(index: Index, figure: Figure) -> str:
    """Return who states a figure, unless the note of its statement says so just above."""
    statement = index.facts.get(figure.statement or "")
    above = statement is not None and _noteworthy(index, statement)
    return (
        ""
        if above and statement and index.speaker(statement) == index.speaker(figure)
        else index.speaker(figure)
    )


def _links(index: Index, fact: Fact) -> Iterator[Link]:
    """Yield the way back: the claims of a fact, its row over time, its conflicts."""
    for claim in index.claims_of.get(fact.id, ()):
        yield Link(claims.counts(index, claim), f"#{claims.anchor(claim)}")
    if isinstance(fact, Figure) and fact.part_of is None:
        yield Link("over time", f"#f-{fact.id}")
    kinds: dict[ConflictType, list[Conflict]] = {}
    for conflict in index.conflicts_of.get(fact.id, ()):
        if index.pair(conflict):
            kinds.setdefault(conflict.type, []).append(conflict)
    for kind, found in kinds.items():
        count = f" ({len(found)})" if len(found) > 1 else ""
        yield Link(words.CONFLICT[kind].lower() + count, f"#x-{found[0].id}", index.spoken(found[0].why))
