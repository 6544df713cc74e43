"""The root of one statement or figure: whose own words or own reporting it rests on (DESIGN §4.6)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model.relation import Certainty, Ref
from sayso.model.report import Report, Stance, Statement, StatementKind
from sayso.relate.bounds import light
from sayso.relate.media import entity_named, is_media, same_outlet
from sayso.relate.reasons import Reason, listed
from sayso.relate.view import View

_WITHHELD = frozenset({Stance.DECLINES, Stance.NOT_CONFIRMED})
"""Stances of a party that gives no word: that it gave none is the outlet's own statement."""


@dataclass(frozen=True, slots=True)
class Root:
    """One root: `key` is equal for roots that are one origin; `narrated` marks those that are the outlet's
    own voice, `doubt` says why it is less sure than it was.
    """

    key: str
    entity: str | None
    certainty: Certainty
    why: Reason
    narrated: bool = False
    relies: bool = False
    doubt: str = ""


def roots(story: View, ref: Ref) -> tuple[Root, ...]:
    """Return the roots of a statement or figure, one for each party it is attributed to; never empty."""
    statement = story.statement_of(ref)
    sources = story.sources(ref) or (statement.sources if statement else ())
    report = _report(story, ref)
    if not sources or (statement and statement.stance in _WITHHELD):
        return (_unattributed(story, report, statement),)
    return tuple(root for source in sources for root in _of_source(story, report, statement, source, sources))


def _report(story: View, ref: Ref) -> Report:
    fact = story.fact(ref.id)
    return story.report(fact.report)


def _of_source(
    story: View, report: Report, statement: Statement | None, source: str, sources: Sequence[str]
) -> tuple[Root, ...]:
    name, own, authority = story.name(source), outlet(report), story.authority(source)
    if is_media(story, source):
        why = Reason(own, f"has it from {name}, which does not show from whom it has it")
        return (Root(source, source, Certainty.UNKNOWN, why),)
    basis = _basis(story, statement, source)
    if basis:
        return tuple(_relied(story, report, source, relied) for relied in basis)
    beside = [one for one in sources if story.authority(one) != authority]
    if beside:
        why = Reason(own, f"names {name} only together with {listed([story.name(one) for one in beside])}")
        return (Root(authority, source, Certainty.POSSIBLE, why),)
    why = _chain(story, report, statement, source)
    if statement and not story.named(source) and _only_told_of(story, statement):
        why = replace(why, said=f"{why.said}: not named, and known from others only")
        return (Root(authority, source, Certainty.POSSIBLE, why, relies=True),)
    return (Root(authority, source, Certainty.SHOWN, why),)


def _only_told_of(story: View, statement: Statement) -> bool:
    """Another party, no outlet, tells that this one said so: "the union was told by a manager that …"."""
    return statement.within is not None and any(
        not is_media(story, relay.entity) for relay in statement.relays
    )


def _basis(story: View, statement: Statement | None, source: str) -> tuple[str, ...]:
    """What a source says it relies on: in the statement itself, or in another of the same report on the
    same matter.
    """
    if statement is None or statement.relies_on:
        return statement.relies_on if statement else ()
    matter = _matter(story, statement)
    for other in story.facts[statement.report].statements:
        if other.relies_on and source in other.sources and matter & _matter(story, other):
            return other.relies_on
    return ()


def _matter(story: View, statement: Statement) -> set[str]:
    words = story.words(statement.report, (statement.start, statement.end))
    return {word.lemma for word in words if word.pos != "PROPN" and word.lemma not in light()}


def _relied(story: View, report: Report, source: str, relied: str) -> Root:
    name, basis = story.name(source), story.name(relied)
    if story.named(relied) and not is_media(story, relied):
        why = Reason(outlet(report), f"quotes {name}, which has it from {basis}")
        return Root(story.authority(relied), relied, Certainty.SHOWN, why)
    said = f"quotes {name}, which rests on {basis}: not named, so not shown to be independent"
    return Root(
        story.authority(source), source, Certainty.POSSIBLE, Reason(outlet(report), said), relies=True
    )


def _chain(story: View, report: Report, statement: Statement | None, source: str) -> Reason:
    """The way from the outlet to the source in plain words, outermost first."""
    own = outlet(report)
    relays = [relay.entity for relay in reversed(statement.relays)] if statement else []
    media = [story.name(relay) for relay in relays if is_media(story, relay)]
    media = [name for name in media if not same_outlet(name, own)]  # "told this paper"
    told = (own, *media)
    agencies = [agency for agency in report.agencies if not any(same_outlet(agency, one) for one in told)]
    channel = f" ({statement.channel})" if statement and statement.channel else ""
    said = f"{story.name(source)}{channel}"
    others = [
        relay for relay in relays if not is_media(story, relay) and not _speaks_for(story, relay, source)
    ]
    if others:
        said = f"{listed([story.name(relay) for relay in others])} on what {said} said"
    return Reason(own, f"quotes {said}", (*agencies, *media))


def _speaks_for(story: View, relay: str, source: str) -> bool:
    """Say whether who passes it on is of the source's own house: a command through its spokesman."""
    return story.authority(relay) == story.authority(source)


def _unattributed(story: View, report: Report, statement: Statement | None) -> Root:
    own = outlet(report)
    if statement and statement.own_reporting:
        why = Reason(own, f"tells of its own reporting: “{statement.own_reporting.text}”")
        return Root(_own_key(report), _own_entity(story, report), Certainty.SHOWN, why, narrated=True)
    if statement and statement.source and statement.stance not in _WITHHELD:
        why = Reason(own, f"names a source that could not be settled: “{statement.source.text}”")
        return Root(f"unsettled:{report.id}", None, Certainty.UNKNOWN, why)
    why = Reason(own, _told(statement))
    return Root(unknown_key(story, report), None, Certainty.UNKNOWN, why, narrated=True)


def _told(statement: Statement | None) -> str:
    """How an outlet tells what it gives no source for."""
    if statement is not None and statement.source is None:
        if statement.cue is not None:
            return "tells it as hearsay, and not from whom it has it"
        if statement.kind is StatementKind.DIRECT:
            return "quotes it, and the speaker was not found"
    return "says so in its own words, and not from whom it has it"


def unknown_key(story: View, report: Report) -> str:
    """Return what the copies of one agency, or the reports of one outlet, have in common as an unknown
    root.
    """
    for agency in report.agencies:
        return entity_named(story, agency) or f"outlet:{agency.lower()}"
    return _own_key(report)


def _own_key(report: Report) -> str:
    return f"outlet:{report.outlet.lower()}" if report.outlet else f"report:{report.id}"


def _own_entity(story: View, report: Report) -> str | None:
    return entity_named(story, report.outlet) if report.outlet else None


def outlet(report: Report) -> str:
    """Return what a report is called in plain words: its outlet, else its first agency, else its file's
    name.
    """
    return report.outlet or (report.agencies[0] if report.agencies else report.name)
