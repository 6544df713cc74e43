"""The sentences of a report from which facts are taken, those outside headers, datelines and boilerplate;
and the tokens of its Doc."""

from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.model.blocks import MUTED, role
from sayso.model.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


@lru_cache(maxsize=1)
def tokens(doc: "Doc") -> tuple["Token", ...]:
    """Return the tokens of a Doc, by number; those of the last Doc are kept.

    A Doc makes a new Token each time it is asked for one, and a Span is slower still; a part of this tuple
    costs next to nothing.
    """
    return tuple(doc)


def tokens_of(sentence: "Span") -> tuple["Token", ...]:
    """Return the tokens of a sentence, from those kept of its Doc."""
    return tokens(sentence.doc)[sentence.start : sentence.end]


@lru_cache(maxsize=1)
def sentences(report: Report, doc: "Doc") -> tuple["Span", ...]:
    """Return the spaCy sentences of `doc` that stand in a block that states something, in order;
    blank ones are left out. Those of the last report are kept, for every file of `extract` asks for them."""
    found = (_trimmed(sentence) for sentence in doc.sents)
    return tuple(span for span in found if span is not None and role(report, span.start_char) not in MUTED)


def _trimmed(sentence: "Span") -> "Span | None":
    doc, start, end = sentence.doc, sentence.start, sentence.end
    while start < end and doc[start].is_space:
        start += 1
    while end > start and doc[end - 1].is_space:
        end -= 1
    if (start, end) == (sentence.start, sentence.end):
        return sentence
    return doc[start:end] if start < end else None
