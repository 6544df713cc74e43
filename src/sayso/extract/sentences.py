"""The sentences of a report from which facts are taken: those outside headers, datelines and boilerplate."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from sayso.model.report import Block, BlockRole, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

MUTED = frozenset({BlockRole.HEADER, BlockRole.DATELINE, BlockRole.BOILERPLATE})
"""Roles of blocks that state nothing about the event."""


def sentences(report: Report, doc: "Doc") -> tuple["Span", ...]:
    """Return the spaCy sentences of `doc` that stand in a block that states something, in order;
    blank ones are left out."""
    found = (_trimmed(sentence) for sentence in doc.sents)
    return tuple(span for span in found if span is not None and role(report, span.start_char) not in MUTED)


def role(report: Report, offset: int) -> BlockRole:
    """Return the role of the block at `offset`; text outside all blocks counts as a paragraph."""
    block = block_at(report, offset)
    return block.role if block else BlockRole.PARAGRAPH


def block_at(report: Report, offset: int) -> Block | None:
    """Return the block that holds the character at `offset`, or None."""
    index = bisect_right(report.blocks, offset, key=lambda block: block.start) - 1
    if index >= 0 and report.blocks[index].end > offset:
        return report.blocks[index]
    return None


def _trimmed(sentence: "Span") -> "Span | None":
    start, end = sentence.start, sentence.end
    while start < end and sentence.doc[start].is_space:
        start += 1
    while end > start and sentence.doc[end - 1].is_space:
        end -= 1
    return sentence.doc[start:end] if start < end else None
