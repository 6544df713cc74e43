"""Where in a report something stands: the block around an offset and the part it plays."""

from bisect import bisect_right
from operator import attrgetter

from sayso.model.report import Block, BlockRole, Report

MUTED = frozenset({BlockRole.HEADER, BlockRole.DATELINE, BlockRole.BOILERPLATE})
"""Roles of blocks that state nothing about the event."""

HEADINGS = frozenset({BlockRole.HEADLINE, BlockRole.SUBHEAD})
"""Roles of blocks that stand above text."""

LOUD = HEADINGS | {BlockRole.CAPTION}
"""Roles of blocks that tell again what the text tells, or what a picture shows."""

_START = attrgetter("start")


def role(report: Report, offset: int) -> BlockRole:
    """Return the role of the block at `offset`; text outside all blocks counts as a paragraph."""
    block = block_at(report, offset)
    return block.role if block else BlockRole.PARAGRAPH


def boxes(report: Report) -> tuple[Block, ...]:
    """Return the blocks of boilerplate that stand in the middle of a paragraph: what is behind one on its
    line goes on with what is before it."""
    trios = zip(report.blocks, report.blocks[1:], report.blocks[2:], strict=False)
    return tuple(
        box
        for before, box, behind in trios
        if box.role is BlockRole.BOILERPLATE
        and before.role is BlockRole.PARAGRAPH
        and behind.role is BlockRole.PARAGRAPH
        and "\n" not in report.text[before.end : behind.start]
    )


def block_at(report: Report, offset: int) -> Block | None:
    """Return the block that holds the character at `offset`, or None."""
    index = bisect_right(report.blocks, offset, key=_START) - 1
    if index >= 0 and report.blocks[index].end > offset:
        return report.blocks[index]
    return None
