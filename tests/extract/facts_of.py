"""What the pipeline finds in an invented report: shared by the tests of statements, entities and stories."""

from functools import cache

from sayso.clean.report import clean
from sayso.model.report import Facts, LocalEntity, Received, Report, Statement, StatementKind
from sayso.run import stages

PUBLISHED = "2024-05-15"
"""A Wednesday."""


@cache
def report_of(text: str, published: str | None = PUBLISHED, name: str = "report.txt") -> Report:
    """The text as `clean` makes a report of it."""
    report = clean(
        Received(name=name, raw=text.encode(), text=text, language="en", published=published)
    ).report
    assert report is not None
    return report


@cache
def facts_of(text: str, published: str | None = PUBLISHED, name: str = "report.txt") -> Facts:
    """All that the report says; kept for the session, for the same sentence serves several tests."""
    return next(iter(stages.facts([report_of(text, published, name)])))


def said(text: str, published: str | None = PUBLISHED) -> tuple[Statement, ...]:
    """The statements that are attributed to somebody, named or not, in order of their content."""
    found = (one for one in facts_of(text, published).statements if one.source or one.cue)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def narrated(text: str) -> tuple[Statement, ...]:
    """The statements in the outlet's own voice, in order."""
    found = (one for one in facts_of(text).statements if one.kind is StatementKind.NARRATED)
    return tuple(sorted(found, key=lambda one: one.start))


def pieces(one: Statement, text: str) -> tuple[str, ...]:
    """The words of a statement's content, piece by piece; `text` is the report's."""
    return tuple(text[start:end] for start, end in one.parts)


def entity(text: str, id_: str, published: str | None = PUBLISHED) -> LocalEntity:
    """The entity of a report with an id."""
    return next(one for one in facts_of(text, published).entities if one.id == id_)


def sources(text: str, one: Statement) -> set[str]:
    """The names of a statement's sources."""
    return {entity(text, id_).name for id_ in one.sources}


def relays(text: str, one: Statement) -> list[str]:
    """The names of those who passed a statement on, innermost first."""
    return [entity(text, relay.entity).name for relay in one.relays]


def owner(text: str, one: LocalEntity) -> str | None:
    """The name of whom an entity answers to, in the end."""
    while one.answers_to is not None:
        one = entity(text, one.answers_to)
    return one.name
