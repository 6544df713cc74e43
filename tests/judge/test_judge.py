"""What follows from decisions, on the example stories."""

import random
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.judge.desk import Desk, dossier, facts, figure, ranked, revised, shifted, told, written

from sayso.errors import DataError, UsageError
from sayso.judge.taking import By, undo
from sayso.model.codec import to_json
from sayso.model.decision import Decision, Standing, What
from sayso.model.dossier import Dossier
from sayso.model.relation import Conflict, ConflictType, Entity, RefKind
from sayso.read.decisions import decision, line


def entity(seen: Dossier, name: str) -> Entity:
    """The entity of a name, the one shown by it before one that only bears it too."""
    return min(
        (one for one in seen.entities if name in {one.name, *one.names}), key=lambda one: one.name != name
    )


def conflict(seen: Dossier, kind: ConflictType, words: str) -> Conflict:
    return next(one for one in seen.conflicts if one.type is kind and words in one.why)


def test_accepting_changes_nothing_but_the_mark() -> None:
    desk = Desk("ferry")
    before = desk.seen()
    for thing in (before.figures[0], before.statements[0], ranked(before)[0], before.conflicts[0]):
        desk.decide(What.ACCEPT, thing)
    after = desk.seen()
    assert [one.what for one in after.decisions] == [What.ACCEPT] * 4
    assert to_json(replace(after, decisions=())) == to_json(before)


def test_a_rejected_figure_leaves_its_track_its_claim_and_its_conflicts_and_is_still_there() -> None:
    desk = Desk("flood")
    before = desk.seen()
    one = figure(before, "52", 52)
    assert conflict(before, ConflictType.FIGURE, "“52”")
    desk.decide(What.REJECT, one)
    after = desk.seen()
    assert one.track
    assert all(one.id not in track.figures for track in after.tracks)
    assert all(one.id != member.id for claim in after.claims for member in claim.members)
    assert not [made for made in after.conflicts if "“52”" in made.why]
    assert next(left for left in after.figures if left.id == one.id).track is None
    assert after.decisions[0].about.id == one.id


def test_with_a_rejected_statement_go_its_figures_but_for_one_that_is_accepted() -> None:
    desk = Desk("ferry")
    before = desk.seen()
    stated = Counter(one.statement for one in before.figures)
    statement = next(one for one in before.statements if stated[one.id] > 1)
    own = [one for one in before.figures if one.statement == statement.id and not one.derived_from]
    desk.decide(What.ACCEPT, own[0])
    desk.decide(What.REJECT, statement)
    after = desk.seen()
    members = {member.id for claim in after.claims for member in claim.members}
    assert own[0].id in members
    assert not members & {statement.id, *(one.id for one in own[1:])}
    assert {one.id for one in after.statements} == {one.id for one in before.statements}


def test_a_corrected_figure_moves_its_conflict_and_keeps_what_sayso_read() -> None:
    desk = Desk("flood")
    before = desk.seen()
    one = figure(before, "52", 52)
    desk.decide(What.CORRECT, one, low="48", high="48")
    after = desk.seen()
    put_right = next(made for made in after.figures if made.id == one.id)
    assert (put_right.low, put_right.high, put_right.text) == (48, 48, "52")
    apart = [one for one in after.conflicts if one.type is ConflictType.FIGURE]
    assert not [made for made in apart if "“52”" in made.why]
    assert [(was.field, was.value) for was in after.decisions[0].was] == [("low", "52"), ("high", "52")]


def test_a_corrected_source_makes_another_origin() -> None:
    desk = Desk("flood")
    before = desk.seen()
    named = {one.id: one.name for one in before.entities if one.named}
    claim, unnamed, speaker = next(
        (one, unnamed, named[other])
        for one in ranked(before)
        for unnamed in (origin.entity for origin in one.origins if origin.entity not in {None, *named})
        for other in (origin.entity for origin in one.origins)
        if other in named and len(one.origins) == 2 and {m.kind for m in one.members} == {RefKind.STATEMENT}
    )
    for statement in before.statements:
        if unnamed in statement.sources:
            desk.decide(What.CORRECT, statement, source=speaker)
    after = desk.seen()
    put_right = entity(after, speaker)
    moved = {one.about.id for one in desk.log}
    assert all(one.sources == (put_right.id,) for one in after.statements if one.id in moved)
    same = next(one for one in after.claims if {m.id for m in one.members} >= {m.id for m in claim.members})
    assert {origin.entity for origin in same.origins} == {put_right.id}


def test_a_member_that_does_not_belong_stands_alone_and_origins_are_counted_anew() -> None:
    desk = Desk("ferry")
    before = desk.seen()
    claim = next(one for one in ranked(before) if len(one.origins) > 1 and len(one.members) > 4)
    odd = claim.origins[-1].members
    there = told(before)
    for ref in odd:
        desk.decide(What.APART, there[ref.id], claim)
    after = desk.seen()
    gone = {ref.id for ref in odd}
    stayed = {member.id for member in claim.members} - gone
    left = [one for one in after.claims if stayed & {member.id for member in one.members}]
    assert not gone & {member.id for one in left for member in one.members}
    assert left[0].origins_high < claim.origins_high
    assert gone <= {member.id for one in after.claims for member in one.members}


def test_two_claims_that_are_the_same_are_one_until_a_later_decision() -> None:
    desk = Desk("flood")
    first, second = ranked(desk.seen())[1:3]
    desk.decide(What.MERGE, first, second)
    members = {one.id for one in (*first.members, *second.members)}
    merged = next(one for one in desk.seen().claims if first.members[0].id in {m.id for m in one.members})
    assert {one.id for one in merged.members} == members
    seen = desk.seen()
    there = told(seen)
    desk.decide(What.APART, there[second.members[0].id], merged)
    apart = next(one for one in desk.seen().claims if second.members[0].id in {m.id for m in one.members})
    assert first.members[0].id not in {one.id for one in apart.members}


def test_what_is_no_conflict_disputes_nothing() -> None:
    desk = Desk("ferry")
    before = desk.seen()
    one = conflict(before, ConflictType.FIRST, "first passenger vessel")
    desk.decide(What.REJECT, one, note="a launch is no passenger vessel")
    after = desk.seen()
    assert one.id not in {made.id for made in after.conflicts}
    assert not [claim for claim in after.claims if one.id in claim.disputed_by]
    assert after.decisions[0].about == desk.log[0].about


def test_what_is_no_origin_is_not_counted() -> None:
    desk = Desk("ferry")
    before = desk.seen()
    claim = next(one for one in ranked(before) if one.origins_low and one.origins_high > 1)
    shown = next(origin.entity for origin in claim.origins if origin.entity)
    whom = next(one for one in before.entities if one.id == shown)
    desk.decide(What.REJECT, claim, whom)
    same = next(one for one in desk.seen().claims if one.id == claim.id)
    assert (same.origins_low, same.origins_high) == (claim.origins_low - 1, claim.origins_high - 1)


def test_what_draws_on_nothing_has_its_own_roots() -> None:
    desk = Desk("ferry")
    before = desk.seen()
    for one in before.derivations:
        desk.decide(What.REJECT, one)
    assert before.derivations
    assert desk.seen().derivations == ()


def test_entities_are_merged_kept_apart_and_put_right_by_the_choices_of_names() -> None:
    desk = Desk("ferry")
    seen = desk.seen()
    desk.decide(What.MERGE, entity(seen, "Marcela Ibieta"), entity(seen, "Ignacio Bascur"))
    merged = next(one for one in desk.seen().entities if "Marcela Ibieta" in one.names)
    assert "Ignacio Bascur" in merged.names
    names = ("Marcela Ibieta", "Ignacio Bascur")
    desk.decide(What.APART, merged, merged, names=names)
    after = desk.seen()
    assert entity(after, "Marcela Ibieta").id != entity(after, "Ignacio Bascur").id
    assert [one.standing for one in after.decisions] == [Standing.REPLACED, Standing.HOLDS]
    bascur = entity(after, "Ignacio Bascur")
    desk.decide(What.CORRECT, bascur, name="Captain Bascur", kind="group", authority="Naviera Talcamar")
    captain, owner = (entity(desk.seen(), name) for name in ("Captain Bascur", "Naviera Talcamar"))
    assert captain.kind == "group"
    assert captain.authority == owner.id


def test_the_latest_counts_and_the_earlier_stays_in_the_log() -> None:
    desk = Desk("flood")
    before = desk.seen()
    one = figure(before, "52", 52)
    desk.decide(What.REJECT, one)
    desk.decide(What.CORRECT, one, low="50")
    desk.decide(What.CORRECT, one, low="51")
    desk.decide(What.ACCEPT, one)
    after = desk.seen()
    held = [Standing.REPLACED, Standing.REPLACED, Standing.HOLDS, Standing.HOLDS]
    assert [made.standing for made in after.decisions] == held
    put_right = next(made for made in after.figures if made.id == one.id)
    assert (put_right.low, put_right.high, put_right.track) == (51, 52, one.track)


def test_what_is_undone_does_nothing_and_what_is_undone_twice_does_again() -> None:
    desk = Desk("flood")
    before = written(desk.facts)
    rejected = desk.decide(What.REJECT, figure(desk.seen(), "52", 52))
    with_it = dossier(desk.facts, desk.log)
    desk.log.append(undo(rejected, By("C. D.", "2031-03-05T11:00:00.000Z", "it was right")))
    after = desk.seen()
    assert to_json(replace(after, decisions=())) == before
    assert [one.standing for one in after.decisions] == [Standing.UNDONE, Standing.HOLDS]
    desk.log.append(undo(desk.log[-1], By("A. B.", "2031-03-05T12:00:00.000Z")))
    assert replace(desk.seen(), decisions=()) == replace(with_it, decisions=())


def decided(desk: Desk) -> tuple[Decision, ...]:
    """Decisions of every kind, in one story."""
    seen = desk.seen()
    claims = ranked(seen)
    desk.decide(What.REJECT, figure(seen, "52", 52))
    desk.decide(What.CORRECT, figure(seen, "17", 17), low="16", as_of="2031-03-05")
    desk.decide(What.MERGE, claims[1], claims[2])
    desk.decide(What.ACCEPT, claims[0])
    desk.decide(What.REJECT, seen.conflicts[0])
    desk.decide(What.REJECT, seen.derivations[0])
    desk.decide(What.MERGE, entity(seen, "Deurapani"), entity(seen, "Tokshe"))
    desk.decide(What.CORRECT, seen.statements[0], stance="denies")
    desk.log.append(undo(desk.log[4], By("C. D.", "2031-03-05T11:00:00.000Z")))
    return tuple(desk.log)


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_same_log_gives_the_same_bytes_in_any_order_and_after_a_replay(shuffler: random.Random) -> None:
    desk = Desk("flood")
    log = list(decided(desk))
    once = written(desk.facts, log)
    again = [decision(line(one)) for one in log]
    assert again == log
    found = list(desk.facts)
    shuffler.shuffle(again)
    shuffler.shuffle(found)
    assert written(found, again + again[:2]) == once


def test_decisions_outlive_a_rule_that_gives_facts_other_ids() -> None:
    desk = Desk("flood")
    log = decided(desk)
    before, after = desk.seen(), dossier(shifted(desk.facts), log)
    assert [one.standing for one in after.decisions] == [one.standing for one in before.decisions]
    assert not after.problems
    assert figure(after, "52", 52).track is None
    assert [one.low for one in before.figures] == [
        next(same.low for same in after.figures if (same.report, same.start, same.end, same.measure) == place)
        for place in ((one.report, one.start, one.end, one.measure) for one in before.figures)
    ]
    assert len(after.conflicts) == len(before.conflicts)
    assert len(after.claims) == len(before.claims)
    assert after.decisions[0].about.id == figure(after, "52", 52).id != log[0].about.id


def test_decisions_outlive_a_new_revision_and_tell_when_the_sentence_went() -> None:
    desk = Desk("flood")
    one = figure(desk.seen(), "52", 52)
    desk.decide(What.REJECT, one)
    anew = revised(desk.facts, one.report)
    after = dossier(anew, desk.log)
    assert [made.standing for made in after.decisions] == [Standing.HOLDS]
    assert after.decisions[0].about.id in {made.id for made in after.figures}
    cut = [
        replace(item, figures=tuple(other for other in item.figures if other.text != "52")) for item in anew
    ]
    gone = dossier(cut, desk.log)
    assert [made.standing for made in gone.decisions] == [Standing.UNMATCHED]
    (problem,) = gone.problems
    assert problem.rule == "nothing-to-stand-on"
    assert "A. B. on 2031-03-05 (to reject “52”) finds nothing to stand on" in problem.message
    assert problem.report in {report.id for report in gone.reports}


def test_a_decision_on_another_story_does_nothing_here() -> None:
    desk = Desk("flood")
    decided(desk)
    assert written(facts("ferry"), desk.log) == written(facts("ferry"))


@pytest.mark.parametrize(
    ("what", "more", "words"),
    [
        (What.CORRECT, {"low": "many"}, "wants a number"),
        (What.CORRECT, {"as_of": "yesterday"}, "wants a day"),
        (What.CORRECT, {"extent": "huge"}, "is one of"),
        (What.CORRECT, {"text": "another"}, "can be corrected"),
        (What.CORRECT, {}, "say what to correct"),
        (What.MERGE, {}, "does nothing to a figure"),
    ],
)
def test_what_cannot_be_decided_is_refused(what: What, more: dict[str, Any], words: str) -> None:
    desk = Desk("flood")
    with pytest.raises((UsageError, DataError), match=words):
        desk.decide(what, desk.seen().figures[0], **more)


def test_a_claim_is_not_rejected_for_being_untrue() -> None:
    desk = Desk("flood")
    with pytest.raises(UsageError, match="What a source says stays said"):
        desk.decide(What.REJECT, ranked(desk.seen())[0])


def test_a_source_that_nobody_names_and_a_name_that_is_none_are_refused() -> None:
    desk = Desk("factory")
    seen = desk.seen()
    spoken = next(one for one in seen.statements if one.sources)
    with pytest.raises(UsageError, match="no article of this story names 'Nobody Atall'"):
        desk.decide(What.CORRECT, spoken, source="Nobody Atall")
    unnamed = next(one for one in seen.entities if not one.named)
    with pytest.raises(UsageError, match="is no name"):
        desk.decide(What.MERGE, unnamed, entity(seen, "Mererid Tannock"))


def test_a_hostile_value_in_a_log_is_a_problem_and_changes_nothing() -> None:
    desk = Desk("flood")
    made = desk.decide(What.CORRECT, figure(desk.seen(), "52", 52), low="48")
    bad = replace(made, set=(replace(made.set[0], value="1e999"),))
    after = dossier(desk.facts, [bad])
    assert [one.rule for one in after.problems] == ["nothing-to-stand-on"]
    assert figure(after, "52", 52)


def test_signs_tell_what_sayso_read_not_what_was_put_right() -> None:
    desk = Desk("flood")
    one = figure(desk.seen(), "52", 52)
    desk.decide(What.CORRECT, one, low="48", measure="injured")
    corrected = next(made for made in desk.seen().figures if made.id == one.id)
    later = desk.decide(What.ACCEPT, corrected)
    assert (later.signs[0].measure, later.signs[0].low) == ("missing", 52)
    assert later.about.kind is RefKind.FIGURE
