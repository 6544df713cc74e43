"""Stretches between quotation marks, in every typographic form that English news uses.

Straight and curly double marks, guillemets, and single marks in outlets that use those (an apostrophe is told
apart by what stands beside it). A quote that runs over several paragraphs opens each of them and closes only
the last: each paragraph gives one quote, and `unclosed` says that the next goes on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model.report import BlockRole, Report

_CLOSERS = {"“": "”", "„": "“”", "«": "»", '"': '"'}
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\S)(.{2,400}?)(?<=\S)[’'](?![\w])", re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?,…][\"'”’»]*$")

SCARE_WORDS = 3
"""A quote of so few words or fewer, without end punctuation, is a term, a title or a distancing mark,
not an utterance."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: outer span with its marks, and whether the speaker goes on in the next paragraph."""

    start: int
    end: int
    text: str
    unclosed: bool = False

    @property
    def utterance(self) -> bool:
        """Whether it is long enough, or ends like a sentence, so that somebody must have said it."""
        return (
            len(self.text.split()) > SCARE_WORDS
            or _SENTENCE_END.search(self.text.strip("\"“”'‘’«»„")) is not None
        )

    def holds(self, offset: int) -> bool:
        """Say whether the character at `offset` stands inside."""
        return self.start <= offset < self.end


def quotes(report: Report) -> tuple[Quote, ...]:
    """Return the quotes of a report in order, outermost only."""
    found: list[Quote] = []
    for block in report.blocks:
        if block.role is not BlockRole.HEADER:
            found += _in_block(report.text, block.start, block.end)
    return tuple(found)


def _in_block(text: str, start: int, end: int) -> list[Quote]:
    doubles = list(_doubles(text, start, end))
    singles = [
        Quote(match.start(), match.end(), match[0])
        for match in _SINGLE.finditer(text, start, end)
        if not any(quote.start <= match.start() < quote.end for quote in doubles)
    ]
    return sorted([*doubles, *singles], key=lambda quote: quote.start)


def _doubles(text: str, start: int, end: int) -> Iterator[Quote]:
    position = start
    while position < end:
        closers = _CLOSERS.get(text[position])
        if closers is None:
            position += 1
            continue
        close = next((i for i in range(position + 1, end) if text[i] in closers), None)
        if close is None:
            if text[position + 1 : end].strip():
                yield Quote(position, end, text[position:end], unclosed=True)
            return
        yield Quote(position, close + 1, text[position : close + 1])
        position = close + 1
