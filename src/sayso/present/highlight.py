"""Overlapping spans over one text, as a stream of well nested elements."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.present.views.articles import Token


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of text to be marked, in code points, half open."""

    start: int
    end: int
    classes: str
    anchor: str | None = None
    tag: str = "mark"


def highlight(text: str, start: int, end: int, spans: Iterable[Highlight]) -> tuple[Token, ...]:
    """Return `text[start:end]` as tokens with every span marked; the text of the tokens joined is the text
    itself.

    Spans may nest, cross and reach over the ends. Where two cross, the later one is closed with the earlier
    and opened again after it, so elements always nest; an anchor is given once, where its span begins.
    """
    inside = sorted(
        (span for span in spans if span.start < end and span.end > start and span.start < span.end),
        key=lambda span: (span.start, -span.end, span.tag != "span"),
    )
    return tuple(_walk(text, start, end, inside))


def _walk(text: str, start: int, end: int, spans: Sequence[Highlight]) -> Iterator[Token]:
    stack: list[Highlight] = []
    cuts = {start, end, *(min(max(cut, start), end) for span in spans for cut in (span.start, span.end))}
    here = start
    for cut in sorted(cuts):
        if cut > here:
            yield Token(text=text[here:cut])
        here = cut
        yield from _close(stack, cut, end)
        if cut < end:
            yield from _open(stack, (span for span in spans if max(span.start, start) == cut), start)


def _close(stack: list[Highlight], cut: int, end: int) -> Iterator[Token]:
    """Close what ends here, and for a while what was opened inside it."""
    again: list[Highlight] = []
    while any(min(span.end, end) <= cut for span in stack):
        span = stack.pop()
        yield Token(close=True, tag=span.tag)
        if min(span.end, end) > cut:
            again.append(span)
    for span in reversed(again):
        stack.append(span)
        yield Token(open=True, tag=span.tag, classes=span.classes)


def _open(stack: list[Highlight], spans: Iterable[Highlight], start: int) -> Iterator[Token]:
    for span in spans:
        stack.append(span)
        anchor = span.anchor if span.start >= start else None
        yield Token(open=True, tag=span.tag, anchor=anchor, classes=span.classes)
