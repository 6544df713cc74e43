"""What the reports do not say: silent parties, missing dates, unnamed sources, no reporting of their own."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.model.blocks import HEADINGS, role
from sayso.model.relation import (
    Bearing,
    Claim,
    Conflict,
    ConflictType,
    Derivation,
    Entity,
    Gap,
    GapKind,
    Resolved,
)
from sayso.model.report import EntityKind, Stance
from sayso.relate.moments import stated
from sayso.relate.roots import outlet
from sayso.relate.view import View, view

MOSTLY = 0.5
"""Share of a report's sentences that stand in another from which it counts as having nothing much of its own;
and share
of the reports that must speak of a party before its silence is worth telling."""


def relate(
    resolved: Resolved,
    derivations: Sequence[Derivation],
    claims: Sequence[Claim],
    conflicts: Sequence[Conflict],
) -> tuple[Gap, ...]:
    """Return the gaps of a story, by kind and text."""
    story = view(resolved)
    gaps = [
        *_silent(story),
        *_undated_reports(story),
        *_undated_figures(story, conflicts),
        *_unnamed(story),
        *_nothing_own(story, derivations),
        *_promises(story, claims),
        *_unknown_outlets(story),
    ]
    return tuple(sorted(gaps, key=lambda gap: (gap.kind, gap.text, gap.about)))


def _silent(story: View) -> Iterable[Gap]:
    """A side, or a body that answers to nobody, that much is said about and that nobody quotes."""
    spoken = {story.authority(source) for one in story.statements.values() for source in one.sources}
    spoken |= {side for party in spoken if (side := story.side(party)) == party}
    told: dict[str, set[str]] = defaultdict(set)
    for facts in story.facts.values():
        for mention in facts.mentions:
            told[story.authority(mention.entity)].add(facts.report.id)
    for party in sorted(told):
        entity = story.entities.get(party)
        speaks = entity and entity.named and (entity.government or entity.side == entity.id)
        if (
            entity
            and speaks
            and party not in spoken
            and len(told[party]) >= max(2, MOSTLY * len(story.facts))
        ):
            refused = _withheld(story, party)
            words = "is only said to have withheld word" if refused else "is not quoted on anything"
            yield Gap(GapKind.SILENT_PARTY, f"{entity.name} {words} in these reports.", (party, *refused))


def _withheld(story: View, party: str) -> tuple[str, ...]:
    """Statements that tell of the party's refusal or missing confirmation."""
    silent = {Stance.DECLINES, Stance.NOT_CONFIRMED}
    return tuple(
        sorted(
            one.id
            for one in story.statements.values()
            if one.stance in silent and any(story.authority(source) == party for source in one.sources)
        )
    )


def _undated_reports(story: View) -> Iterable[Gap]:
    for facts in story.facts.values():
        report = facts.report
        if report.published is None:
            placed = f"; {report.placed.why}" if report.placed else ""
            yield Gap(GapKind.UNDATED_REPORT, f"{outlet(report)} carries no date{placed}.", (report.id,))


def _undated_figures(story: View, conflicts: Sequence[Conflict]) -> Iterable[Gap]:
    """Figures in a conflict for which no day is stated: the gap may be one of timing."""
    ids = {ref.id for one in conflicts if one.type is ConflictType.FIGURE for ref in (one.a, one.b)}
    for id_ in sorted(ids):
        figure = story.figures[id_]
        if stated(figure.as_of) is None and stated(figure.during) is None:
            where = outlet(story.report(figure.report))
            yield Gap(
                GapKind.UNDATED_FIGURE, f"“{figure.text}” ({where}): as of which day is not said.", (id_,)
            )


def _unnamed(story: View) -> Iterable[Gap]:
    """One gap for each description, though several unnamed people share it. Whom only a heading calls by what
    they are ("Minister cannot confirm aid"), the text below it names; so does who says whose body speaks
    ("Kovar's office")."""
    spoken = {
        source
        for one in story.statements.values()
        if role(story.report(one.report), one.start) not in HEADINGS
        for source in one.sources
    }
    kinds = {EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP}
    described: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(spoken & story.entities.keys()):
        entity = story.entities[id_]
        if not entity.named and entity.kind in kinds and not _is_whose_body(entity):
            described[entity.name].append(id_)
    for name, ids in described.items():
        yield Gap(GapKind.UNNAMED_SOURCE, f"A source is not named: {name}.", tuple(ids))


def _is_whose_body(entity: Entity) -> bool:
    """Say whether a description is that of somebody's body: "Kovar's office", "Norland's general staff"."""
    whose, _, body = entity.name.replace("’", "'").partition("'s ")
    return entity.kind is EntityKind.ORGANISATION and bool(body) and not whose.islower()


def _nothing_own(story: View, derivations: Sequence[Derivation]) -> Iterable[Gap]:
    copied: dict[str, float] = defaultdict(float)
    for one in derivations:
        copied[one.report] = max(copied[one.report], one.share)
    for id_, facts in story.facts.items():
        if copied[id_] >= MOSTLY and not any(one.own_reporting for one in facts.statements):
            where = f"{copied[id_]:.0%} of its sentences stand in another"
            text = f"{outlet(facts.report)} shows no reporting of its own: {where}."
            yield Gap(GapKind.NO_OWN_REPORTING, text, (id_,))


def _promises(story: View, claims: Sequence[Claim]) -> Iterable[Gap]:
    for claim in claims:
        members = [
            story.statements[m.id]
            for m in claim.members
            if m.id in story.statements and m.bearing is Bearing.ASSERTS
        ]
        promised = [one for one in members if one.stance is Stance.PROMISES]
        if promised and len(promised) == len(members):
            yield Gap(
                GapKind.UNKEPT_PROMISE,
                f"Promised, and no report says whether it was kept: {claim.text}",
                (claim.id,),
            )


def _unknown_outlets(story: View) -> Iterable[Gap]:
    for facts in story.facts.values():
        if facts.report.outlet is None and not facts.report.agencies:
            yield Gap(
                GapKind.UNKNOWN_OUTLET,
                f"{facts.report.name} does not say which outlet it is from.",
                (facts.report.id,),
            )
