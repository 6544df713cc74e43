"""Reports made by hand, and what is found in them: shared by the tests of times, numbers and figures."""

import re

from sayso.annotate import annotate
from sayso.extract import quantities, times
from sayso.model.report import (
    Basis,
    Block,
    BlockRole,
    Figure,
    Moment,
    Precision,
    Report,
    TimeExpression,
)

PUBLISHED = "2024-05-15"
"""A Wednesday."""


def report_of(text: str, published: str | None = PUBLISHED) -> Report:
    blocks = tuple(
        Block(match.start(), match.end(), BlockRole.PARAGRAPH) for match in re.finditer(r"[^\n]+", text)
    )
    moment = Moment(published, published, Precision.DAY, Basis.METADATA) if published else None
    return Report(
        id="r", name="r", url=None, title=None, outlet=None, agencies=(), byline=None, language="en",
        published=moment, updated=None, seen=None, placed=None, text=text, blocks=blocks,
    )  # fmt: skip


def times_of(text: str, published: str | None = PUBLISHED) -> tuple[TimeExpression, ...]:
    report = report_of(text, published)
    return times.extract(report, next(iter(annotate([report]))))


def figures_of(text: str, published: str | None = PUBLISHED) -> tuple[Figure, ...]:
    report = report_of(text, published)
    doc = next(iter(annotate([report])))
    return quantities.extract(report, doc, times.extract(report, doc))
