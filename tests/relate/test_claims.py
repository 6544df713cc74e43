from dataclasses import replace

import pytest
from tests.relate.make import day, eid, entity, facts, figure, of, report, resolved, statement

from sayso.embed import embed
from sayso.model.relation import Bearing, Claim
from sayso.model.report import Basis, Block, BlockRole, EntityKind, Facts, Stance, StatementKind
from sayso.relate import claims, whom


def told(name: str, text: str, *sources: str, **more: object) -> Facts:
    one = report(name, text)
    return facts(one, [statement(one, text, *sources, **more)])


def together(*found: Facts) -> bool:
    return len(gathered(*found)) == 1


def gathered(*found: Facts) -> tuple[Claim, ...]:
    return claims.relate(resolved(found), embed)


def counted(name: str, text: str, words: str, low: float, *sources: str, **more: object) -> Facts:
    one = report(name, text)
    said = statement(one, text, *sources)
    return facts(one, [said], [of(said, figure(one, words, "killed", low, low, **more))])


def test_two_reports_of_one_assertion_are_one_claim_with_a_reason() -> None:
    (claim,) = gathered(
        told("a", "engineers had warned of cracks in the northern wall of the dam", "Union"),
        told("b", "engineers had warned the owner of cracks in the northern wall of the dam", "Council"),
    )
    assert all("same words" in member.why for member in claim.members)


def test_another_matter_is_another_claim() -> None:
    assert not together(
        told("a", "the dam had cracks in its northern wall", "Union"),
        told("b", "the mayor opened a school", "Union"),
    )


def test_the_turned_polarity_is_never_the_same() -> None:
    yes = told("a", "the operator ordered the ferry to leave the harbour in the storm", "Union")
    no = told("b", "the operator never ordered the ferry to leave the harbour in the storm", "Union")
    assert not together(yes, no)


def test_opposite_words_are_never_the_same() -> None:
    up, down = (
        told(n, f"the lock gates at Corrie stay {word} all night for barges", "Union")
        for n, word in (("a", "open"), ("b", "close"))
    )
    assert not together(up, down)


def test_equal_figures_of_one_measure_are_the_same_in_other_words() -> None:
    assert together(
        counted("a", "26 people were killed when the river broke its banks", "26 people", 26, "Police"),
        counted("b", "the number of dead in the flood stands at 26", "26", 26, "Council", who=None),
    )


@pytest.mark.parametrize("other", [27, 40])
def test_figures_outside_each_other_s_bounds_are_never_the_same(other: float) -> None:
    assert not together(
        counted("a", "26 people were killed in the flood at Corrie", "26 people", 26, "Police"),
        counted(
            "b", f"{other} people were killed in the flood at Corrie", f"{other} people", other, "Police"
        ),
    )


def test_the_same_number_under_another_measure_is_another_claim() -> None:
    one = counted("a", "some 4000 soldiers were killed in the battle", "4000 soldiers", 4000, "Army")
    other = counted(
        "b", "some 4000 soldiers were killed or injured in the battle", "4000 soldiers", 4000, "Army"
    )
    changed = replace(other, figures=tuple(replace(f, measure="casualties") for f in other.figures))
    assert not together(one, changed)


def test_parties_in_turned_roles_are_another_claim() -> None:
    texts = "Norland attacked Sudland with drones at dawn", "Sudland attacked Norland with drones at dawn"
    found = []
    for name, text in zip("ab", texts, strict=True):
        one = report(name, text)
        found.append(facts(one, [statement(one, text, "Ministry")], names=("Norland", "Sudland")))
    assert not together(*found)


def test_days_apart_are_another_claim() -> None:
    text = "the ferry sank in the strait with nobody aboard"
    moments = [day(f"2024-05-0{n}", Basis.EXPRESSION) for n in (1, 4)]
    assert not together(
        *(told(name, text, "Police", event=when) for name, when in zip("ab", moments, strict=True))
    )


def test_a_denial_bears_against_its_claim() -> None:
    text = "the operator had ignored two warnings about the ferry"
    (claim,) = gathered(told("a", text, "Union"), told("b", text, "Operator", stance=Stance.DENIES))
    assert sorted(member.bearing for member in claim.members) == [Bearing.ASSERTS, Bearing.DENIES]


def test_figures_of_a_sentence_with_several_are_claims_of_their_own_when_others_state_them() -> None:
    text = "26 people were killed and 57 were injured when the river broke its banks"
    one = report("a", text)
    said = statement(one, text, "Police")
    both = [
        of(said, figure(one, "26 people", "killed", 26, 26)),
        of(said, figure(one, "57", "injured", 57, 57)),
    ]
    alone = counted("b", "26 people were killed when the river broke its banks", "26 people", 26, "Council")
    found = gathered(facts(one, [said], both), alone)
    killed = next(claim for claim in found if both[0].id in {member.id for member in claim.members})
    assert said.id not in {member.id for member in killed.members}
    assert both[1].id not in {member.id for member in killed.members}


def test_two_victims_who_share_a_surname_are_two() -> None:
    def death(report_name: str, who: str, *sources: str) -> Facts:
        return counted(report_name, f"{who} died in the crash on the coast road", who, 1, *sources, who=who)

    assert not together(death("a", "Martin Veiss", "Police"), death("b", "Lena Veiss", "Council"))
    assert together(death("a", "Martin Veiss", "Police"), death("b", "Veiss", "Council"))


def test_what_was_done_to_people_keeps_two_claims_apart() -> None:
    assert not together(
        counted("a", "several island rebels were killed near the border post", "several", 3, "Police"),
        told("b", "the first time island rebels were captured near the border post"),
    )


def test_a_quotation_inside_a_longer_one_of_the_same_speaker_is_the_same() -> None:
    long = "Nobody told us to stay in port that night and the paper for it is in my office"
    short, whole = (
        told(name, text, "Captain", kind=StatementKind.DIRECT)
        for name, text in (("a", "Nobody told us to stay"), ("b", long))
    )
    assert together(short, whole)


def test_short_contents_of_one_speaker_with_the_same_words_are_the_same() -> None:
    assert together(*(told(name, "both accounts", "Owner", stance=Stance.DENIES) for name in "ab"))


def test_two_places_named_in_another_order_are_no_turned_roles() -> None:
    texts = (
        "soldiers attacked two towns at dawn in the western Lunde district of Sudland",
        "soldiers attacked two towns at dawn in western Sudland, in the district of Lunde",
    )
    places = ("Sudland", "Lunde")
    found = []
    for name, text in zip("ab", texts, strict=True):
        one = report(name, text)
        found.append(facts(one, [statement(one, text, "Ministry")], names=places))
    known = [entity(name, kind=EntityKind.PLACE) for name in places]
    assert len(claims.relate(resolved(found, known), embed)) == 1
    assert len(claims.relate(resolved(found, [entity(name) for name in places]), embed)) == 2
    feast = [entity("Sudland"), entity("Lunde", kind=EntityKind.EVENT)]
    assert len(claims.relate(resolved(found, feast), embed)) == 1  # "Harvest Eve" is no party


def test_a_request_is_told_by_whoever_tells_of_it() -> None:
    text = "The union said that Tarn Steel had asked the council for twelve new furnaces"
    one = report("a", text)
    told_of = statement(one, "that Tarn Steel had asked the council for twelve new furnaces", "Union")
    asked = statement(
        one, "the council for twelve new furnaces", "Tarn Steel", stance=Stance.ASKS, within=told_of.id
    )
    (claim,) = gathered(facts(one, [told_of, asked]))
    assert [(member.id, member.bearing) for member in claim.members] == [(told_of.id, Bearing.ASSERTS)]


def test_a_request_in_an_outlet_s_own_words_is_the_asker_s() -> None:
    text = "Tarn Steel had asked the council for twelve new furnaces"
    one = report("a", text)
    outer = statement(one, text)
    asked = statement(
        one, "the council for twelve new furnaces", "Tarn Steel", stance=Stance.ASKS, within=outer.id
    )
    (claim,) = gathered(facts(one, [outer, asked]))
    assert [member.id for member in claim.members] == [asked.id]


def test_who_wants_something_does_not_say_that_it_is_so() -> None:
    text = "the council to buy twelve new furnaces"
    one = report("a", f"Tarn Steel wants {text}")
    wanted = statement(one, text, "Tarn Steel", stance=Stance.WANTS)
    (claim,) = gathered(facts(one, [wanted]))
    assert [member.bearing for member in claim.members] == [Bearing.ASKS]


def headed(head: str, text: str, *made: tuple[str, str, float]) -> Facts:
    """A report with a heading, its numbers and what each counts."""
    one = report("a", f"{head}\n{text}")
    block = Block(0, len(head), BlockRole.HEADLINE)
    figures = [
        figure(one, words, measure, n, n, who=None if measure == "count" else measure)
        for words, measure, n in made
    ]
    return facts(replace(one, blocks=(block,)), [statement(one, head), statement(one, text)], figures)


def counted_in_head(*made: tuple[str, str, float]) -> str:
    item = headed("Just 60 can stay at the mill.", "The firm keeps 60 hands and 60 looms there", *made)
    return next(
        one.measure for one in whom.relate(resolved([item])).facts[0].figures if one.text == "Just 60"
    )


def test_a_bare_number_of_a_heading_counts_what_its_text_counts() -> None:
    hands, looms = ("60 hands", "hand", 60.0), ("60 looms", "loom", 60.0)
    assert counted_in_head(("Just 60", "count", 60), hands) == "hand"
    assert counted_in_head(("Just 60", "count", 60), hands, looms) == "count"


def flooded(name: str, place: str) -> Facts:
    return counted(
        name, "the flood killed 19 people in the week", "19 people", 19, "Police", where=eid(place)
    )


def test_a_river_s_toll_is_that_of_the_town_by_it() -> None:
    places = [entity(name, EntityKind.PLACE) for name in ("Brae River", "Corrie", "Lunde")]

    def one(a: str, b: str) -> bool:
        return len(claims.relate(resolved([flooded("a", a), flooded("b", b)], places), embed)) == 1

    assert one("Brae River", "Corrie")
    assert not one("Corrie", "Lunde")
