"""Whom a report credits without its words being here: agencies of datelines and credit lines,
and outlets that it quotes or that passed on what it reports.
"""

from collections.abc import Iterator

from sayso.model.ids import content_id
from sayso.model.relation import Derivation, DerivationKind, DerivedFrom
from sayso.model.report import Facts, Report
from sayso.relate.media import credited, is_media, same_outlet
from sayso.relate.moments import before, known
from sayso.relate.view import View


def relate(story: View) -> Iterator[Derivation]:
    """Yield the credits of each report of a story."""
    for facts in story.facts.values():
        yield from _agencies(story, facts.report)
        for passed_on in sorted(_passed_on(story, facts)):
            yield from _relayed(story, facts.report, passed_on)


def _agencies(story: View, report: Report) -> Iterator[Derivation]:
    for name in credited(report):
        entity = next(
            (one.id for one in story.entities.values() if any(same_outlet(name, n) for n in one.names)), None
        )
        if entity:
            yield _credit(report.id, DerivedFrom(entity=entity), f"credited to {name}")


def _passed_on(story: View, facts: Facts) -> set[str]:
    """The agencies and outlets that the report's statements come from or through."""
    relays = {relay.entity for one in facts.statements for relay in one.relays}
    sources = {source for one in facts.statements for source in one.sources if story.named(source)}
    return {one for one in relays | sources if is_media(story, one)}


def _relayed(story: View, report: Report, relay: str) -> Iterator[Derivation]:
    """What an agency or outlet passed on: from its report, when the story has one such that came out before,
    else from the entity. A report is never credited to its own outlet or agency this way.
    """
    names = story.entities[relay].names if relay in story.entities else ()
    own = [name for name in (report.outlet, *report.agencies) if name]
    if any(same_outlet(one, name) for one in own for name in names):
        return
    passed = f"passes on what {story.name(relay)} reported"
    reports = [facts.report for facts in story.facts.values() if facts.report.id != report.id]
    theirs = [
        one
        for one in reports
        if one.outlet
        and any(same_outlet(one.outlet, name) for name in names)
        and not before(known(report), known(one))
    ]
    if len(theirs) == 1:
        yield _credit(report.id, DerivedFrom(report=theirs[0].id), passed)
    else:
        yield _credit(report.id, DerivedFrom(entity=relay), passed)


def _credit(report: str, source: DerivedFrom, why: str) -> Derivation:
    id_ = content_id("derivation", report, source.report or source.entity, "credit")
    return Derivation(id_, report, source, DerivationKind.CREDITED, 0.0, why, ())
