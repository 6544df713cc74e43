"""An item as received to a report in canonical form.

| rule | what it means |
|---|---|
| `empty` | nothing that could be read as text is left |
| `no-body` | only headers and leftovers of a page |
| `corrected` | the outlet says that it has corrected the article |
| `no-lexicon` | in a language that sayso has no rules for; nothing is extracted |
| `ambiguous-date`, `unreadable-date`, `dates-disagree` | see `sayso.clean.dates` |
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace

from sayso.clean.blocks import split
from sayso.clean.credits import Furniture, credited, signatures
from sayso.clean.datelines import Dateline, dateline
from sayso.clean.dates import dated
from sayso.clean.language import detect, has_lexicon
from sayso.clean.patterns import corrects
from sayso.clean.text import canonical, one_line, well_formed
from sayso.model.ids import bytes_id
from sayso.model.report import Block, BlockRole, Problem, Received, Report, Stage

_SPOKEN = frozenset({BlockRole.PARAGRAPH, BlockRole.SUBHEAD, BlockRole.CAPTION, BlockRole.HEADLINE})
"""Roles of the blocks that are written in the report's own language; furniture often is not."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The report, or None where there is nothing to report on, and what is wrong with it."""

    report: Report | None
    problems: tuple[Problem, ...] = ()


def clean(received: Received) -> Cleaned:
    """Return the report that an item holds; the same item always gives the same report. Raises nothing."""
    text = canonical(received.text)
    identity = bytes_id(received.url or received.name, received.raw)
    url = well_formed(received.url) if received.url else None
    received = replace(received, name=well_formed(received.name), url=url)
    if not any(character.isalnum() for character in text):
        return Cleaned(None, (_problem(None, received.name, "empty", f"{received.name} has no text."),))
    title = one_line(received.title)
    blocks = split(text, title, tuple(dict.fromkeys(signatures(text))))
    report, wrong = _report(received, identity, text, title, blocks)
    return Cleaned(report, tuple(_problem(identity, received.name, rule, message) for rule, message in wrong))


def _problem(report: str | None, name: str, rule: str, message: str) -> Problem:
    return Problem(report=report, name=name, stage=Stage.CLEAN, rule=rule, message=message)


def _report(
    received: Received, identity: str, text: str, title: str | None, blocks: tuple[Block, ...]
) -> tuple[Report, list[tuple[str, str]]]:
    opening = _dateline(text, blocks)
    furniture = _furniture(text, blocks)
    agency = opening.agency if opening else None
    credit = credited(furniture, one_line(received.outlet), one_line(received.byline), received.url, agency)
    stamp = opening.stamp if opening else None
    dates = dated(
        received.published, received.updated, furniture.headers, stamp, received.url, furniture.boilerplate
    )
    language = detect(" ".join(_of(text, blocks, _SPOKEN)) or text, received.language)
    report = Report(
        id=identity,
        name=received.name,
        url=received.url,
        title=title or one_line(next(_of(text, blocks, {BlockRole.HEADLINE}), None)),
        outlet=credit.outlet,
        agencies=credit.agencies,
        byline=credit.byline,
        language=language,
        published=dates.published,
        updated=dates.updated,
        seen=received.seen,
        placed=None,
        text=text,
        blocks=blocks,
        dateline_place=opening.place if opening else None,
    )
    return report, [*dates.wrong, *_warnings(report)]


def _of(text: str, blocks: tuple[Block, ...], roles: Set[BlockRole]) -> Iterator[str]:
    return (text[block.start : block.end] for block in blocks if block.role in roles)


def _warnings(report: Report) -> list[tuple[str, str]]:
    found = []
    # A gallery has nothing but captions, and they tell of the event.
    if not any(block.role in {BlockRole.PARAGRAPH, BlockRole.CAPTION} for block in report.blocks):
        what = "a title or leftovers of a page, but no article text"
        found.append(("no-body", f"{report.name} has {what}; nothing can be taken from it."))
    for block in report.blocks:
        line = report.text[block.start : block.end]
        if block.role is BlockRole.BOILERPLATE and corrects(line):
            message = f"{report.name} was corrected by its outlet: “{line}”"
            found.append(("corrected", message))
    if not has_lexicon(report.language):
        language = f"a language ({report.language}) that sayso has no rules for"
        message = f"{report.name} is in {language}; nothing can be taken from it."
        found.append(("no-lexicon", message))
    return found


def _dateline(text: str, blocks: tuple[Block, ...]) -> Dateline | None:
    """Read the dateline again with the sentence it opens, which `split` found it by."""
    at = next((block.start for block in blocks if block.role is BlockRole.DATELINE), None)
    end = next((block.end for block in blocks if at is not None and block.start > at), None)
    return None if at is None or end is None else dateline(text[at:end])


def _furniture(text: str, blocks: tuple[Block, ...]) -> Furniture:
    return Furniture(
        headers=tuple(_of(text, blocks, {BlockRole.HEADER})),
        credits=tuple(_of(text, blocks, {BlockRole.CREDIT})),
        boilerplate=tuple(_of(text, blocks, {BlockRole.BOILERPLATE})),
        body=text,
    )
