"""The distortion test: how often is a claim restated wrongly taken for the same as the true one?

Statements of the three shipped stories, or of the dossier files under `--data`, are restated with one change
each (`distortions.py`): a number, a measure (killed for injured), an extent (a part for the whole), an actor,
a place, a date, the polarity, the speaker, or a hedge dropped. The article with the change joins the story as
one report more, which is resolved and gathered as any other. A distortion is *taken for the same* when

- number, measure, extent, actor, place, date, polarity: one claim holds the true and the changed statement,
  or the true and the changed figure, with the same bearing; a statement that tells a claim in one clause only
  is held where the change stands in that.
- speaker: the same content of another speaker belongs to the same claim. It counts when the changed statement
  is put down to an origin that the true one stands behind as well, or when the same quoted words count as two
  shown origins.
- hedge: it belongs to the same claim, too. It counts when the two statements do not differ in their hedges,
  which the page shows, so that nothing shows that one was lost.

A changed sentence from which no statement is read is counted as `unread` and never as taken. `unchanged` is
the control: the same places without a change; it says how many restatements the test would have seen. What it
leaves out: reports keep their outlet, and all their other sentences.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from bench.distortions import KINDS, Distortion, distortions, hedges
from bench.examples import STORIES
from bench.folders import AbsentData
from sayso import api
from sayso.embed import embed
from sayso.errors import DataError
from sayso.model.codec import from_json
from sayso.model.dossier import Dossier
from sayso.model.ids import content_id
from sayso.model.relation import Certainty, Claim, Member, Story
from sayso.model.report import Facts, Pair, Report, Statement, StatementKind
from sayso.relate import claims, conflicts, origins, sums, tracks, whom
from sayso.relate.view import View, view
from sayso.resolve.story import resolve
from sayso.run import stages

GOAL = 0.05
"""Share of distortions that may be taken for the same; for polarity and numbers it is none."""

CONTROL = "unchanged"


@dataclass(frozen=True)
class _Told:
    """A story with one changed report in it, what was gathered, and the changes in order."""

    story: View
    claims: tuple[Claim, ...]
    true: str
    changed: str
    edits: tuple[Distortion, ...]


def run(data: Path | None = None) -> dict[str, Any]:
    """Return, by story and in all, how many distortions of each kind were made, unread and taken."""
    result: dict[str, Any] = {}
    for name, dossier in _dossiers(data):
        result[name] = _scored(dossier)
    kinds = (*KINDS, CONTROL)
    result["all"] = {
        kind: {key: sum(one[kind][key] for one in result.values()) for key in ("made", "unread", "taken")}
        for kind in kinds
    }
    changed = [result["all"][kind] for kind in KINDS]
    made, taken = sum(one["made"] for one in changed), sum(one["taken"] for one in changed)
    missed = {name: one.pop("missed") for name, one in result.items() if name != "all"}
    return {**result, "share": round(taken / made, 4) if made else 0.0, "goal": GOAL, "missed": missed}


def table(result: Mapping[str, Any]) -> str:
    """Return one row a kind, and every distortion that was taken for the same."""
    lines = ["| distortion | made | unread | taken for the same | share |", "|---|---|---|---|---|"]
    for kind, one in result["all"].items():
        share = one["taken"] / one["made"] if one["made"] else 0.0
        lines.append(f"| {kind} | {one['made']} | {one['unread']} | {one['taken']} | {share:.3f} |")
    lines.append(f"| all changed | | | | {result['share']} (goal {result['goal']}) |")
    return "\n".join(
        [*lines, *(f"  {name} {item}" for name, rows in result["missed"].items() for item in rows)]
    )


def _dossiers(data: Path | None) -> Iterator[tuple[str, Dossier]]:
    if data is None:
        for story in STORIES:
            yield story, api.dossier([str(files("sayso.examples").joinpath(story))])
        return
    found = [data] if data.is_file() else sorted(data.rglob("*.json"))
    read = [(path.stem, dossier) for path in found if (dossier := _read(path)) is not None]
    if not read:
        raise AbsentData(f"{data} holds no dossier file")
    yield from read


def _read(path: Path) -> Dossier | None:
    try:
        return from_json(path.read_bytes())
    except DataError:
        return None


def _scored(dossier: Dossier) -> dict[str, Any]:
    counts: dict[str, Any] = {kind: {"made": 0, "unread": 0, "taken": 0} for kind in (*KINDS, CONTROL)}
    missed = []
    facts = {one.report.id: one for one in stages.facts(dossier.reports)}
    for told in _retold(facts, _with_control(dossier)):
        for one in told.edits:
            verdict = _taken(told, one)
            counts[one.kind]["made"] += 1
            counts[one.kind]["unread"] += verdict is None
            counts[one.kind]["taken"] += bool(verdict)
            if verdict and one.kind != CONTROL:
                missed.append(f"{one.kind}: {_shown(facts[one.report].report, one)}")
    return {**counts, "missed": missed}


def _with_control(dossier: Dossier) -> list[Distortion]:
    """Every distortion, and the places of those of polarity without a change."""
    made = distortions(dossier)
    texts = {one.id: one.text for one in dossier.reports}
    same = (
        replace(one, kind=CONTROL, words=texts[one.report][one.place[0] : one.place[1]])
        for one in made
        if one.kind == "polarity"
    )
    return [*made, *same]


def _shown(report: Report, one: Distortion) -> str:
    start, end = one.place
    before, after = report.text[max(0, start - 70) : start], report.text[end : end + 60]
    return " ".join(f"{before}[{report.text[start:end]} → {one.words}]{after}".split())


def _retold(facts: Mapping[str, Facts], made: Sequence[Distortion]) -> Iterator[_Told]:
    """Yield the story with each changed report; changes of one kind in other sentences share a report."""
    for report, edits in _batches(facts, made):
        true = facts[report].report
        changed = rewritten(true, edits)
        (found,) = stages.facts([changed])
        story = Story("retold", tuple(sorted((*facts, changed.id))), ())
        resolved = sums.relate(whom.relate(resolve(story, [*facts.values(), found])))
        gathered = claims.relate(resolved, embed)
        if edits[0].kind == "speaker":
            apart = conflicts.relate(resolved, gathered, tracks.relate(resolved))
            gathered = origins.relate(resolved, (), apart, gathered)
        yield _Told(view(resolved), gathered, true.id, changed.id, edits)


def _batches(
    facts: Mapping[str, Facts], made: Sequence[Distortion]
) -> Iterator[tuple[str, tuple[Distortion, ...]]]:
    batches: dict[tuple[str, str, int], list[Distortion]] = defaultdict(list)
    used: dict[tuple[str, str, Pair], int] = defaultdict(int)
    sentences = {one.id: one.sentence for item in facts.values() for one in item.statements}
    for one in made:
        if one.statement in sentences:
            key = one.report, one.kind, sentences[one.statement]
            batches[one.report, one.kind, used[key]].append(one)
            used[key] += 1
    for (report, _, _), edits in sorted(batches.items()):
        yield report, tuple(sorted(edits, key=lambda one: one.place))


def rewritten(report: Report, edits: Sequence[Distortion]) -> Report:
    """Return a report with other words in some places, in order and apart from each other, under an id of its
    own."""
    pieces, at = [], 0
    for one in edits:
        pieces += [report.text[at : one.place[0]], one.words]
        at = one.place[1]
    blocks = tuple(
        replace(block, start=moved(edits, block.start), end=moved(edits, block.end))
        for block in report.blocks
    )
    id_ = content_id("report", report.id, edits[0].kind, *edits[0].place)
    return replace(report, id=id_, text="".join([*pieces, report.text[at:]]), blocks=blocks)


def moved(edits: Sequence[Distortion], offset: int) -> int:
    """Return where an offset of a report stands when the edits are made."""
    before = (one for one in edits if one.place[1] <= offset and one.place[0] < offset)
    return offset + sum(len(one.words) - (one.place[1] - one.place[0]) for one in before)


def _taken(told: _Told, one: Distortion) -> bool | None:
    """Whether a distortion is taken for the same; None when no statement of it was read."""
    true, changed = told.story.statements[one.statement], _changed(told, one)
    if changed is None:
        return None
    if one.kind == "speaker":
        return _one_origin(told, true, changed)
    if one.kind == "hedge":
        return len(hedges(true)) == len(hedges(changed)) and _together(told, one, true.id, changed.id)
    pairs = [(true.id, changed.id), *_figures(told, one)]
    return any(_together(told, one, a, b) for a, b in pairs)


def _changed(told: _Told, one: Distortion) -> Statement | None:
    """The statement of the changed report in the place of the true one: with the most of its words."""
    true = told.story.statements[one.statement]
    start, end = moved(told.edits, true.start), moved(told.edits, true.end)
    place = moved(told.edits, one.place[0])
    near = [
        item
        for item in told.story.facts[told.changed].statements
        if item.start < end
        and start < item.end
        and (item.kind is true.kind if one.kind == "speaker" else item.start <= place <= item.end)
    ]
    return max(near, key=lambda item: (_shared((start, end), (item.start, item.end)), item.id), default=None)


def _shared(a: Pair, b: Pair) -> float:
    """What two spans have in common, as a share of what either covers."""
    return (min(a[1], b[1]) - max(a[0], b[0])) / (max(a[1], b[1]) - min(a[0], b[0]))


def _figures(told: _Told, one: Distortion) -> Iterator[tuple[str, str]]:
    """The figure that was changed, and what stands in its place."""
    true = told.story.figures.get(one.figure or "")
    if true is not None:
        start, end = moved(told.edits, true.start), moved(told.edits, true.end)
        for item in told.story.facts[told.changed].figures:
            if item.start < end and start < item.end:
                yield true.id, item.id


def _together(told: _Told, one: Distortion, a: str, b: str) -> bool:
    """Whether one claim holds both with the same bearing, with what was changed in them."""
    places = {a: one.place[0], b: moved(told.edits, one.place[0])}
    for claim in told.claims:
        bearings = {
            member.id: member.bearing
            for member in claim.members
            if member.id in places and _covers(member, places[member.id])
        }
        if len(bearings) == len(places):
            return bearings[a] is bearings[b]
    return False


def _covers(member: Member, place: int) -> bool:
    """Whether what a member tells takes in a place of its report."""
    return not member.parts or any(start <= place < end for start, end in member.parts)


def _one_origin(told: _Told, true: Statement, changed: Statement) -> bool:
    for claim in told.claims:
        ids = {member.id for member in claim.members}
        if true.id in ids and changed.id in ids:
            behind = [{ref.id for ref in origin.members} for origin in claim.origins]
            shown = [
                ids
                for ids, origin in zip(behind, claim.origins, strict=True)
                if origin.certainty is Certainty.SHOWN
            ]
            split = any(true.id in ids for ids in shown) and any(changed.id in ids for ids in shown)
            direct = true.kind is changed.kind is StatementKind.DIRECT
            return any({true.id, changed.id} <= ids for ids in behind) or (split and direct)
    return False
