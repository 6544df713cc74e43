import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.relate.make import day, deed, entity, facts, figure, of, report, resolved, statement

from sayso.embed import embed
from sayso.model.codec import to_json
from sayso.model.dossier import MadeWith
from sayso.model.relation import GapKind, Resolved
from sayso.model.report import Basis, EntityKind, Stance, StatementKind
from sayso.relate import assemble
from sayso.relate.ranks import in_order

MADE_WITH = MadeWith("0", "none", "none")


def story() -> Resolved:
    toll, blame = "12 people were killed when the quay collapsed", "it had ignored warnings"
    text = f"Police said {toll}. The council denied that {blame}."
    reports = [
        report("a", text, "2024-05-03", outlet="Harbour Post"),
        report("b", text, "2024-05-04", outlet="Storr Daily", agencies=("Corrie Wire",)),
        report(
            "c", "An official said 14 people were killed. He will publish the survey, the mayor promised."
        ),
    ]
    found = []
    for one in reports[:2]:
        said = statement(
            one,
            "12 people were killed when the quay collapsed",
            "Police",
            event=day("2024-05-02", Basis.EXPRESSION),
        )
        denied = statement(one, "it had ignored warnings", "Council", stance=Stance.DENIES)
        told = facts(
            one, [said, denied], [of(said, figure(one, "12 people", "killed", 12, 12))], names=("Police",)
        )
        found.append(replace(told, deeds=(deed(one, "killed", said, day("2024-05-02", Basis.EXPRESSION)),)))
    last = reports[2]
    said = statement(last, "14 people were killed", "official", channel="X")
    promised = statement(
        last, "He will publish the survey", "Mayor", stance=Stance.PROMISES, kind=StatementKind.INDIRECT
    )
    found.append(facts(last, [said, promised], [of(said, figure(last, "14 people", "killed", 14, 14))]))
    people = [entity("official", EntityKind.PERSON, named=False), entity("Mayor", EntityKind.PERSON)]
    return resolved(found, [entity("Police"), entity("Council"), entity("Corrie Wire"), *people])


def test_every_statement_and_figure_is_in_exactly_one_claim() -> None:
    dossier = assemble.relate(story(), embed, MADE_WITH)
    members = [member.id for claim in dossier.claims for member in claim.members]
    stated = [one.id for one in dossier.statements] + [one.id for one in dossier.figures]
    assert sorted(members) == sorted(stated)


def test_the_claim_of_several_reports_with_a_toll_comes_first_and_names_its_speaker() -> None:
    first = next(in_order(assemble.relate(story(), embed, MADE_WITH).claims))
    assert first.text == "Police: 12 people were killed when the quay collapsed"
    assert "counts people: killed" in first.rank_why


def test_figures_know_their_track_and_gaps_are_told() -> None:
    dossier = assemble.relate(story(), embed, MADE_WITH)
    assert {figure.track for figure in dossier.figures} == {track.id for track in dossier.tracks}
    kinds = {gap.kind for gap in dossier.gaps}
    assert {
        GapKind.UNDATED_REPORT,
        GapKind.UNNAMED_SOURCE,
        GapKind.UNKEPT_PROMISE,
        GapKind.NO_OWN_REPORTING,
    } <= kinds
    assert [lead.what for lead in dossier.leads] == ["Corrie Wire's own report", "post on X"]


def test_a_dated_event_is_one_timeline_item_with_all_its_members() -> None:
    (item,) = assemble.relate(story(), embed, MADE_WITH).timeline
    assert (item.when.from_, len(item.members)) == ("2024-05-02", 2)


@settings(max_examples=12, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_order_of_input_gives_the_same_bytes(order: random.Random) -> None:
    one = story()
    shuffled = []
    for item in order.sample(one.facts, len(one.facts)):
        statements = tuple(order.sample(item.statements, len(item.statements)))
        shuffled.append(
            replace(item, statements=statements, figures=tuple(order.sample(item.figures, len(item.figures))))
        )
    other = replace(one, facts=tuple(shuffled), entities=tuple(order.sample(one.entities, len(one.entities))))
    assert to_json(assemble.relate(one, embed, MADE_WITH)) == to_json(
        assemble.relate(other, embed, MADE_WITH)
    )
