"""The sentences of a report from which facts are taken: those outside headers, datelines and boilerplate."""

from typing import TYPE_CHECKING

from sayso.model.blocks import MUTED, role
from sayso.model.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def sentences(report: Report, doc: "Doc") -> tuple["Span", ...]:
    """Return the spaCy sentences of `doc` that stand in a block that states something, in order;
    blank ones are left out."""
    found = (_trimmed(sentence) for sentence in doc.sents)
    return tuple(span for span in found if span is not None and role(report, span.start_char) not in MUTED)


def _trimmed(sentence: "Span") -> "Span | None":
    start, end = sentence.start, sentence.end
    while start < end and sentence.doc[start].is_space:
        start += 1
    while end > start and sentence.doc[end - 1].is_space:
        end -= 1
    return sentence.doc[start:end] if start < end else None
