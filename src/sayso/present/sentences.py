"""A fact in its sentence."""

import re
from collections.abc import Iterator

from sayso.model.report import Statement
from sayso.present.index import Fact, Index
from sayso.present.views.common import Piece


def pieces(index: Index, fact: Fact) -> Iterator[Piece]:
    """Yield the sentence around a fact, the fact's own words marked."""
    report = index.reports.get(fact.report)
    if report is None:
        yield Piece(" ".join(fact.text.split()), marked=True)
        return
    at, end = min(fact.sentence[0], fact.start), max(fact.sentence[1], fact.end)
    for start, stop in (fact.parts if isinstance(fact, Statement) else ()) or ((fact.start, fact.end),):
        if at < start:
            yield Piece(single(report.text[at:start]))
        if at < stop:
            yield Piece(single(report.text[max(at, start) : stop]), marked=True)
        at = max(at, stop)
    if at < end:
        yield Piece(single(report.text[at:end]))


def single(text: str) -> str:
    """Return the text with its white space made single."""
    return re.sub(r"\s+", " ", text)


def whole(index: Index, fact: Fact) -> str:
    """Return the sentence around a fact; the sentences, where its words run on."""
    return "".join(piece.text for piece in pieces(index, fact)).strip()
