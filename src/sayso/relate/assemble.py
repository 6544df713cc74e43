"""One story's dossier, from all that holds in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from sayso.embed import Embed
from sayso.model.decision import NO_RULINGS, Decision, Rulings
from sayso.model.dossier import FORMAT, Dossier, MadeWith
from sayso.model.relation import (
    Claim,
    Conflict,
    Derivation,
    Gap,
    Lead,
    Resolved,
    TimelineItem,
    Track,
    Utterance,
)
from sayso.model.report import BlockRole, Figure, Problem, Report
from sayso.relate import (
    claims,
    conflicts,
    derivations,
    gaps,
    leads,
    origins,
    ranks,
    renderings,
    reviewed,
    stretch,
    sums,
    timeline,
    tracks,
    whom,
    wording,
)
from sayso.relate.matching.units import units
from sayso.relate.ranks import in_order
from sayso.relate.view import viewed


@dataclass(frozen=True, slots=True)
class _Relations:
    """What the files of this folder found in one story."""

    derivations: tuple[Derivation, ...]
    claims: tuple[Claim, ...]
    tracks: tuple[Track, ...]
    conflicts: tuple[Conflict, ...]
    timeline: tuple[TimelineItem, ...]
    leads: tuple[Lead, ...]
    gaps: tuple[Gap, ...]
    renderings: tuple[Utterance, ...]


def relate(
    resolved: Resolved,
    embed: Embed,
    made_with: MadeWith,
    problems: Sequence[Problem] = (),
    rulings: Rulings = NO_RULINGS,
) -> Dossier:
    """Run the files of this folder over one story, each given what the earlier ones found, and return its
    dossier.

    `embed` turns texts into unit rows; `problems` are the story's problems from before `extract`, `rulings`
    what follows from what people decided in review. Lists are sorted by id, but the timeline and decisions by
    time, leads by how many name them, and problems by report and rule.
    """
    whole = whom.relate(resolved)
    summed = reviewed.without_sums(sums.relate(reviewed.taking_part(whole, rulings)), rulings)
    shown = reviewed.with_rejected(summed, whole) if rulings.rejected else summed
    found = _relations(summed, embed, rulings)
    decided = reviewed.decisions(rulings, found.claims, found.conflicts, resolved.entities)
    return _dossier(shown, found, made_with, problems, decided)


def _relations(resolved: Resolved, embed: Embed, rulings: Rulings) -> _Relations:
    resolved = viewed(resolved)
    derived = reviewed.derivations(resolved, derivations.relate(resolved), rulings)
    found = units(resolved.index)
    gathered = claims.relate(resolved, embed, rulings, found)
    lines = tracks.relate(resolved)
    apart = reviewed.conflicts(conflicts.relate(resolved, gathered, lines, found), rulings)
    traced = origins.relate(resolved, derived, apart, gathered, rulings)
    told = renderings.relate(resolved, traced)
    worded = wording.relate(resolved, derived, renderings.confirmed(traced, told))
    shown = ranks.relate(resolved, derived, worded, lines, apart)
    return _Relations(
        derivations=derived,
        claims=shown,
        tracks=lines,
        conflicts=apart,
        timeline=timeline.relate(resolved, shown, embed),
        leads=leads.relate(resolved, derived),
        gaps=gaps.relate(resolved, derived, shown, apart),
        renderings=told,
    )


def _dossier(
    resolved: Resolved,
    found: _Relations,
    made_with: MadeWith,
    problems: Sequence[Problem],
    decided: tuple[Decision, ...],
) -> Dossier:
    facts = resolved.facts
    track_of = {figure: track.id for track in found.tracks for figure in track.figures}
    figures = (_tracked(figure, track_of) for item in facts for figure in item.figures)
    everything = [*problems, *(problem for item in facts for problem in item.problems)]
    return Dossier(
        format=FORMAT,
        made_with=made_with,
        title=_title(resolved.reports, found.claims),
        span=stretch.relate(resolved, found.timeline),
        reports=_by_id(resolved.reports),
        entities=_by_id(resolved.entities),
        mentions=_by_id(one for item in facts for one in item.mentions),
        times=_by_id(one for item in facts for one in item.times),
        statements=_by_id(one for item in facts for one in item.statements),
        figures=_by_id(figures),
        claims=_by_id(found.claims),
        tracks=_by_id(found.tracks),
        conflicts=_by_id(found.conflicts),
        derivations=_by_id(found.derivations),
        timeline=found.timeline,
        leads=found.leads,
        gaps=found.gaps,
        decisions=decided,
        renderings=found.renderings,
        problems=tuple(sorted(dict.fromkeys(everything), key=_problem_key)),
    )


def _by_id(items: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(items, key=attrgetter("id")))


def _problem_key(problem: Problem) -> tuple[str, ...]:
    return problem.report or "", problem.name, problem.stage, problem.rule, problem.message


def _tracked(figure: Figure, track_of: dict[str, str]) -> Figure:
    return replace(figure, track=track_of[figure.id]) if figure.id in track_of else figure


def _title(reports: Sequence[Report], ranked: Sequence[Claim]) -> str:
    """The headline of the report that says most in fewest words; where none has one, the first claim."""
    heads = sorted(
        {head for report in reports if (head := _headline(report))}, key=lambda head: (len(head), head)
    )
    if heads:
        return heads[len(heads) // 2]
    return next((claim.text for claim in in_order(ranked)), "Untitled story")


def _headline(report: Report) -> str:
    blocks = (
        report.text[block.start : block.end] for block in report.blocks if block.role is BlockRole.HEADLINE
    )
    return " ".join((report.title or next(blocks, "")).split())
