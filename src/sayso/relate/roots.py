"""The root of one statement or figure: whose own words or own reporting it rests on (DESIGN §4.6)."""

from dataclasses import dataclass

from sayso.model.relation import Certainty, Ref
from sayso.model.report import Report, Stance, Statement
from sayso.relate.bounds import light
from sayso.relate.media import entity_named, is_media, same_outlet
from sayso.relate.view import View

_WITHHELD = frozenset({Stance.DECLINES, Stance.NOT_CONFIRMED})
"""Stances of a party that gives no word: that it gave none is the outlet's own statement."""


@dataclass(frozen=True, slots=True)
class Root:
    """One root: `key` is equal for roots that are one origin; `narrated` marks those that are the outlet's
    own voice.
    """

    key: str
    entity: str | None
    certainty: Certainty
    why: str
    narrated: bool = False
    relies: bool = False


def roots(story: View, ref: Ref) -> tuple[Root, ...]:
    """Return the roots of a statement or figure, one for each party it is attributed to; never empty."""
    statement = story.statement_of(ref)
    sources = story.sources(ref) or (statement.sources if statement else ())
    report = _report(story, ref)
    if not sources or (statement and statement.stance in _WITHHELD):
        return (_unattributed(story, report, statement),)
    joint = len({story.authority(source) for source in sources}) > 1
    return tuple(root for source in sources for root in _of_source(story, report, statement, source, joint))


def _report(story: View, ref: Ref) -> Report:
    fact = story.statements.get(ref.id) or story.figures[ref.id]
    return story.report(fact.report)


def _of_source(
    story: View, report: Report, statement: Statement | None, source: str, joint: bool
) -> tuple[Root, ...]:
    name = story.name(source)
    if is_media(story, source):
        why = f"{outlet(report)} has it from {name}, which does not show from whom it has it"
        return (Root(source, source, Certainty.UNKNOWN, why),)
    basis = _basis(story, statement, source)
    if basis:
        return tuple(_relied(story, report, source, relied) for relied in basis)
    if joint:
        why = f"{outlet(report)} names {name} only together with others"
        return (Root(story.authority(source), source, Certainty.POSSIBLE, why),)
    if statement and not story.named(source) and _only_told_of(story, statement):
        why = f"{_chain(story, report, statement, name)}: not named, and known from others only"
        return (Root(story.authority(source), source, Certainty.POSSIBLE, why, relies=True),)
    return (Root(story.authority(source), source, Certainty.SHOWN, _chain(story, report, statement, name)),)


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
        why = f"{outlet(report)} quotes {name}, which has it from {basis}"
        return Root(story.authority(relied), relied, Certainty.SHOWN, why)
    why = f"{outlet(report)} quotes {name}, which rests on {basis}: not named, so not shown to be independent"
    return Root(story.authority(source), source, Certainty.POSSIBLE, why, relies=True)


def _chain(story: View, report: Report, statement: Statement | None, name: str) -> str:
    """The way from the outlet to the source in plain words, outermost first."""
    own = outlet(report)
    relays = [story.name(relay.entity) for relay in reversed(statement.relays)] if statement else []
    relays = [relay for relay in relays if not same_outlet(relay, own)]  # "told this paper"
    told = (own, *relays)
    agencies = [agency for agency in report.agencies if not any(same_outlet(agency, one) for one in told)]
    steps = [own, *(f"which credits {step}" for step in [*agencies, *relays])]
    channel = f" ({statement.channel})" if statement and statement.channel else ""
    return f"{', '.join(steps)}{',' if len(steps) > 1 else ''} quotes {name}{channel}"


def _unattributed(story: View, report: Report, statement: Statement | None) -> Root:
    if statement and statement.own_reporting:
        why = f"{outlet(report)}'s own reporting: “{statement.own_reporting.text}”"
        return Root(_own_key(report), _own_entity(story, report), Certainty.SHOWN, why, narrated=True)
    if statement and statement.source and statement.stance not in _WITHHELD:
        why = f"{outlet(report)} names a source that could not be settled: “{statement.source.text}”"
        return Root(f"unsettled:{report.id}", None, Certainty.UNKNOWN, why)
    hearsay = statement is not None and statement.source is None and statement.cue is not None
    how = "tells it as hearsay" if hearsay else "says so in its own words"
    why = f"{outlet(report)} {how}, and not from whom it has it"
    return Root(unknown_key(story, report), None, Certainty.UNKNOWN, why, narrated=True)


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
