"""What holds a second origin back, rule by rule, and what looks alike and must not."""

import re
from dataclasses import replace

import pytest
from tests.relate.make import (
    eid,
    entity,
    facts,
    figure,
    framed,
    of,
    relay,
    report,
    resolved,
    statement,
    traced,
)

from sayso.embed import embed
from sayso.model.grammar import Frame, Part
from sayso.model.relation import Entity
from sayso.model.report import EntityKind, Facts, Span, Stance
from sayso.relate import claims, origins
from sayso.relate.matching.counts import presumed
from sayso.relate.view import view

TEXT = "the harbour wall had failed in three places during the storm"
CLINIC = entity("Brae Clinic")


def told(name: str, source: str, said: str = "", **more: object) -> Facts:
    one = report(name, TEXT, outlet=f"{name} Post")
    made = statement(one, TEXT, source, **more)
    return facts(one, [replace(made, source=Span(0, 0, said or source))])


def interval(*parties: Entity, stance: Stance = Stance.ASSERTS) -> tuple[int, int]:
    """The interval of a claim that each party makes in a report of its own."""
    claim = traced([told(f"r{n}", one.name, stance=stance) for n, one in enumerate(parties)], *parties)
    return claim.origins_low, claim.origins_high


def test_two_bodies_are_two_origins() -> None:
    assert interval(entity("Coast Agency"), CLINIC) == (2, 2)


def test_one_firm_under_two_names_is_not_shown_to_be_two() -> None:
    assert interval(entity("Talwen Inc."), entity("Credit company Talwen")) == (1, 2)
    assert interval(entity("Talwen Harbour Agency"), entity("Corrie Harbour Agency")) == (1, 2)


def test_a_place_or_a_sort_of_body_in_both_names_says_nothing() -> None:
    corrie = entity("Corrie", EntityKind.PLACE)
    bodies = entity("Corrie Council"), entity("Corrie Hospital")
    claim = traced([told("a", bodies[0].name), told("b", bodies[1].name)], *bodies, corrie)
    assert claim.origins_low == 2
    assert interval(entity("Vale Council"), entity("Brae Council")) == (2, 2)


def test_a_name_that_a_report_takes_for_a_person_s_is_a_person_s() -> None:
    bureau, clerk = entity("Suno"), entity("Suno", EntityKind.PERSON)
    clerk = replace(clerk, id=eid("Suno the person"))
    state = entity("Corria", EntityKind.ORGANISATION, government=True)
    claim = traced([told("a", "Suno"), told("b", "Corria")], bureau, state, clerk)
    assert (claim.origins_low, claim.origins_high) == (1, 2)


def test_authorities_of_somewhere_may_be_those_of_the_state_beside_them() -> None:
    state = entity("Corria", EntityKind.ORGANISATION, government=True)
    assert interval(state, entity("Brae Authorities")) == (1, 2)
    assert interval(entity("Brae Authorities"), entity("Talwen Group")) == (2, 2)


def test_a_group_may_hold_the_person_beside_it() -> None:
    chair = entity("Ana Duro", EntityKind.PERSON, authority=eid("Brae Clinic"))
    party = entity("Reformers", EntityKind.GROUP)
    claim = traced([told("a", "Ana Duro"), told("b", "Reformers")], chair, party, CLINIC)
    assert (claim.origins_low, claim.origins_high) == (1, 2)


def test_whom_another_party_quotes_is_known_only_through_that_party() -> None:
    coast = entity("Coast Agency")
    found = [told("a", "Brae Clinic"), told("b", "Coast Agency", relays=(relay("Brae Clinic"),))]
    claim = traced(found, coast, CLINIC)
    assert (claim.origins_low, claim.origins_high) == (1, 2)
    assert "known only from what the other tells" in claim.origins[1].why


def test_whom_only_a_pronoun_means_is_no_second_origin() -> None:
    coast = entity("Coast Agency")
    claim = traced([told("a", "Brae Clinic"), told("b", "Coast Agency", said="They")], coast, CLINIC)
    assert (claim.origins_low, claim.origins_high) == (1, 2)


def test_two_who_ask_or_deny_do_not_bear_each_other_out() -> None:
    for stance in (Stance.ASKS, Stance.WANTS, Stance.SUPPORTS, Stance.OPPOSES):
        assert interval(entity("Coast Agency"), CLINIC, stance=stance) == (1, 2)
    assert interval(entity("Coast Agency"), CLINIC, stance=Stance.CONFIRMS) == (2, 2)


def test_a_name_like_that_of_anybody_behind_the_other_origin_counts() -> None:
    state = entity("Braeland", EntityKind.ORGANISATION, government=True)
    office, party = entity("Braeland Aviation"), entity("Corra Vale")
    chief = entity("Ana Duro", EntityKind.PERSON, authority=eid("Braeland Aviation"))
    president = entity("Luis Corra", EntityKind.PERSON, authority=eid("Braeland"))
    alias = entity("President Luis Corra Vale", authority=eid("Corra Vale"))
    said = [told(f"r{n}", one.name) for n, one in enumerate((chief, president, alias))]
    claim = traced(said, state, office, party, chief, president, alias)
    assert claim.origins_low == 1


def test_a_party_known_by_what_it_is_alone_may_be_the_one_that_is_named() -> None:
    assert interval(entity("AMWU"), entity("British union")) == (1, 2)
    assert interval(CLINIC, entity("Swiss firm")) == (1, 2)
    state = entity("Corria", EntityKind.ORGANISATION, government=True)
    army = entity("Corrian army", authority=eid("Corria"))
    claim = traced([told("a", "Brae Clinic"), told("b", "Corrian army")], CLINIC, state, army)
    assert claim.origins_low == 2


def counted(name: str, source: str, content: str) -> Facts:
    """A report in which a party tells of 21 girls, and of how many days."""
    one = report(name, f"{source} said {content}.", outlet=f"{name} Post")
    said = statement(one, content, source)
    girls = figure(one, "21 girls", "girl", 21, 21, who="girls")
    days = figure(one, "300 days", "day", 300, 300, unit="thing", who="days")
    return facts(one, [said], [of(said, girls), *([of(said, days)] if name == "b" else [])])


def of_the_girls(content: str) -> tuple[int, int]:
    """The interval of the claim on 21 girls: a clinic's count, and what an agency says."""
    first = counted(
        "a", "Brae Clinic", "it had picked 21 girls from the boat, who were 300 days on the river"
    )
    later = counted("b", "Coast Agency", content)
    story = resolved(framed([first, later]), [CLINIC, entity("Coast Agency")])
    both = {item.figures[0].id for item in (first, later)}
    found = origins.relate(story, (), (), claims.relate(story, embed))
    (claim,) = (one for one in found if both <= {member.id for member in one.members})
    return claim.origins_low, claim.origins_high


def test_who_speaks_of_those_counted_as_known_is_not_shown_to_count_them() -> None:
    assert of_the_girls("after 300 days on the river the crew had picked 21 girls off a boat") == (2, 2)
    assert of_the_girls("it welcomed that the 21 girls of the boat lived after 300 days on the river") == (
        1,
        2,
    )


@pytest.mark.parametrize(
    ("told", "number", "known"),
    [
        ("two of ours were among 12 people killed", "12 people", True),
        ("many heard about the 12 people who died", "about the 12 people", True),
        ("the storm killed about 12 people", "about 12 people", False),
        ("in the end 12 people were dead", "12 people", False),
    ],
)
def test_a_number_that_is_known_already_is_presumed(told: str, number: str, known: bool) -> None:
    one = report("a", told)
    made = figure(one, number, "killed", 12, 12)
    assert presumed(view(resolved([facts(one, [], [made])])), made) is known


def test_what_stands_beside_a_party_s_own_words_may_be_the_outlet_s() -> None:
    aside = "the boat was lost after 300 days on the river, while 21 girls were picked up"
    assert of_the_girls(aside) == (1, 2)
    assert of_the_girls(aside.replace(", while", " and that")) == (2, 2)


LONG_TEXT = "the harbour wall had failed in three places because nobody ever looked at it since the storm"


def test_two_who_are_given_the_same_long_words_are_not_shown_to_be_two() -> None:
    told_alike = [
        facts(one, [statement(one, LONG_TEXT, source)])
        for name, source in (("a", "Brae Clinic"), ("b", "Coast Agency"))
        if (one := report(name, LONG_TEXT, outlet=f"{name} Post"))
    ]
    claim = traced(told_alike, CLINIC, entity("Coast Agency"))
    assert (claim.origins_low, claim.origins_high) == (1, 2)
    assert "very words of the other" in claim.origins[1].why


def toll(name: str, source: str, content: str) -> Facts:
    """A report in which a party tells of 17 people killed."""
    one = report(name, f"{source} said {content}.", outlet=f"{name} Post")
    said = statement(one, content, source)
    return facts(one, [said], [of(said, figure(one, "17 people", "killed", 17, 17))])


def of_the_toll(content: str) -> tuple[int, int]:
    """The interval of the claim that 17 were killed: the clinic's count, and what an agency says."""
    found = [
        toll("a", "Brae Clinic", "17 people were killed in the storm"),
        toll("b", "Coast Agency", content),
    ]
    claim = traced(found, CLINIC, entity("Coast Agency"))
    return claim.origins_low, claim.origins_high


def test_who_presumes_a_number_has_not_told_it() -> None:
    assert of_the_toll("17 people were killed when the storm came") == (2, 2)
    assert of_the_toll("it asked how 17 people were killed when the storm came") == (1, 2)


def how_high(said: str) -> tuple[int, int]:
    """The interval of a claim that two parties make of 770 km, the second in the words given; what stands
    right before and behind the verb fills its roles."""
    found = []
    for source, text in (("Brae Clinic", "the rocket reached an altitude of 770 km"), ("Coast Agency", said)):
        one = report(source, f"{text}.", outlet=f"{source} Post")
        number = figure(one, "770 km", "distance", 770, 770, unit="kilometre", sources=(eid(source),))
        told = facts(one, [], [number])
        verb = re.search(r"the (rocket) (reached|left) an (altitude|engine)", one.text)
        assert verb is not None
        parts = [Part(role, *verb.span(n), verb[n]) for role, n in (("agent", 1), ("patient", 3))]
        frame = Frame(*verb.span(2), verb[2], negated=False, parts=tuple(parts), main=True)
        found.append(replace(told, frames=(frame,)))
    story = resolved(found, [CLINIC, entity("Coast Agency")])
    (claim,) = origins.relate(story, (), (), claims.relate(story, embed))
    return claim.origins_low, claim.origins_high


def test_how_much_of_a_thing_it_was_is_told_with_the_thing() -> None:
    assert how_high("the rocket reached an altitude of 770 km before noon") == (2, 2)
    assert how_high("the rocket reached an altitude near its goal of 770 km") == (1, 2)


def test_what_each_tells_of_its_own_is_no_matter_of_both() -> None:
    text = "nobody carried a gun into {} on the coast"
    found = []
    for name, source, whose in (("a", "Brae Clinic", "its halls"), ("b", "Coast Agency", "its halls")):
        one = report(name, text.format(whose), outlet=f"{name} Post")
        found.append(facts(one, [statement(one, one.text, source)]))
    claim = traced(found, CLINIC, entity("Coast Agency"))
    assert (claim.origins_low, claim.origins_high) == (1, 2)


def test_a_place_is_no_second_origin_unless_it_is_a_state() -> None:
    assert interval(CLINIC, entity("Corrie", EntityKind.PLACE)) == (1, 2)
    assert interval(CLINIC, entity("Norland", EntityKind.PLACE, government=True)) == (2, 2)


def test_an_unnamed_voice_of_a_state_is_known_well() -> None:
    norland = entity("Norland", government=True)
    official = entity("senior official", EntityKind.PERSON, named=False, authority=eid("Norland"))
    paper = entity("Brae statement", EntityKind.OTHER, named=False, authority=eid("Brae Clinic"))
    coast = entity("Coast Agency")
    for unnamed, shown in ((official, 2), (paper, 1)):
        found = [told("a", coast.name), told("b", unnamed.name)]
        assert traced(found, coast, norland, CLINIC, unnamed).origins_low == shown


def test_a_ministry_of_something_is_the_something_ministry() -> None:
    assert interval(entity("Ministry of Harbours"), entity("The Norland Harbours Ministry")) == (1, 1)
