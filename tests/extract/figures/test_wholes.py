"""Parts and their wholes, and bare numbers that lean on the count before them."""

import pytest
from tests.extract.figures_of import figures_of

from sayso.model.report import Extent


@pytest.mark.parametrize(
    "text",
    [
        "43 people died. Twelve of the dead were women.",
        "The site has 640 workers. About 60 of the 640 may stay.",
        "Forty people were hurt, 12 seriously.",
        "They shot 40 men, including two boys.",
    ],
)
def test_a_part_names_its_whole(text: str) -> None:
    parts = [one for one in figures_of(text) if one.extent is Extent.PART]
    wholes = {one.id: one.low for one in figures_of(text)}
    assert [wholes[one.part_of or ""] for one in parts] in ([43], [640], [40])


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Six of the boat's 40 passengers are missing.", 40),
        ("Two of its 14 schools were destroyed.", 14),
        ("Around 50 of 700 people on the boat were saved.", 700),
        ("Three people were shot, two fatally.", 3),
        ("41 people died. The dead include a guard and three nuns.", 41),
        ("41 people died. Two nuns were among the dead.", 41),
        ("41 people died on Monday. Two nuns were among the dead.", 41),
        ("Crews rescued 101 people. Eighteen of the survivors were treated for burns.", 101),
    ],
)
def test_some_of_a_whole_are_a_part_of_it(text: str, whole: int) -> None:
    parts = [one for one in figures_of(text) if one.extent is Extent.PART]
    wholes = {one.id: one.low for one in figures_of(text)}
    assert parts
    assert {wholes[one.part_of or ""] for one in parts} == {whole}


@pytest.mark.parametrize(
    "text",
    [
        "Dozens of the firm's cars and 12 buses burned.",
        "Three people were shot, two on Monday.",
        "41 people died. The report includes three nuns.",
        "Last year 41 guards were killed. Three of the dead were nuns.",
    ],
)
def test_what_only_stands_beside_is_no_part(text: str) -> None:
    assert all(one.part_of is None for one in figures_of(text))


def test_what_befell_some_of_them_is_said_behind_whom() -> None:
    whole, part = sorted(
        figures_of("The ward took in 20 people, four of whom were injured."), key=lambda one: -(one.low or 0)
    )
    assert (part.measure, part.who, part.part_of) == ("injured", "people", whole.id)
    assert whole.measure == "people"


def test_a_share_is_part_of_the_quantity_that_it_is_of() -> None:
    share, area = figures_of("They hold more than 40 percent of the 984 square kilometres.")
    assert (share.measure, share.extent, share.part_of) == ("share", Extent.PART, area.id)


def test_a_part_of_a_whole_without_a_number_is_a_part_still() -> None:
    (only,) = figures_of("At least 60 of the people are islanders.")
    assert (only.extent, only.part_of) == (Extent.PART, None)


def test_a_count_of_a_kind_is_no_part() -> None:
    (only,) = figures_of("Dozens of people died.")
    assert only.extent is not Extent.PART


def test_a_smaller_count_cannot_hold_a_larger_part() -> None:
    *_, last = figures_of("Three people died. Twelve of the dead were found.")
    assert last.part_of is None


@pytest.mark.parametrize(
    ("text", "found", "measure"),
    [
        ("Several of the injured were treated and 51 were taken away.", "51", "injured"),
        ("Eight states have passed laws, while 17 have had bills proposed.", "17", "state"),
        ("Two tourists were injured, one seriously.", "one", "injured"),
    ],
)
def test_a_bare_subject_counts_what_was_counted_before(text: str, found: str, measure: str) -> None:
    *_, last = figures_of(text)
    assert (last.text, last.measure) == (found, measure)


@pytest.mark.parametrize(
    "text", ["Two guards slept and one was late.", "Two guards left in 51 cars and he is 40."]
)
def test_a_number_that_is_no_subject_of_a_plural_verb_does_not(text: str) -> None:
    assert not {one.text for one in figures_of(text)} & {"one", "40"}


def test_the_largest_count_of_the_dead_is_the_whole() -> None:
    found = figures_of("The blast killed 43 people. It killed 19 fishermen. Twelve of the dead were women.")
    assert {one.id: one.low for one in found}[found[-1].part_of or ""] == 43


def test_families_are_counted_as_families() -> None:
    (only,) = figures_of("The flood displaced 400 families.")
    assert (only.measure, only.unit) == ("displaced", "thing")


def test_those_among_the_killed_are_killed_and_part_of_them() -> None:
    kenyans, chadians, whole = figures_of("Three Kenyans and two Chadians were among the 84 people killed.")
    assert whole.extent is not Extent.PART
    for one in (kenyans, chadians):
        assert (one.measure, one.extent, one.part_of) == ("killed", Extent.PART, whole.id)


@pytest.mark.parametrize(
    "text",
    [
        "Three nuns stood among the 84 people who waited.",
        "Three nuns spoke, and the 84 people killed were named.",
        "Ninety monks were among the 84 people killed.",
    ],
)
def test_who_stands_among_others_is_no_part_of_the_killed(text: str) -> None:
    assert figures_of(text)[0].extent is not Extent.PART


def test_a_deed_goes_on_behind_the_ages_of_those_counted() -> None:
    _, adults = figures_of("He shot dead 20 children ages 6 and 7, plus six adults.")
    assert adults.measure == "killed"
    _, adults = figures_of("He shot dead 20 children ages 6 and 7 before six adults came.")
    assert adults.measure == "adult"


def test_a_share_is_no_part_of_another_share() -> None:
    _, share = figures_of("It was told by 69% of men and by women, of whom 48% wept.")
    assert share.part_of is None


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("The toll was lowered from 45 to 38. Nine of the dead were women.", 9, 38),
        ("Police at first said 45 died. The toll now stands at 38. Nine of the dead were women.", 9, 38),
        ("40 people died. Earlier, police had put the toll at 31. Nine of the dead were women.", 9, 40),
        ("40 people died. The toll in Brod alone was 31. Nine of the dead were women.", 9, 40),
        ("Over 500 were killed since 2015. 38 people died in Brod. Nine of the dead were women.", 9, 38),
        ("The ministry cut the toll from 26 to 19. Seven bodies had been counted twice.", 7, 26),
        ("Of the 40 dead, 12 were children.", 12, 40),
        ("Of the 120 passengers, 12 died.", 12, 120),
        ("Twelve of the 40 who died were children.", 12, 40),
        ("They met five guards - four women and one man.", 4, 5),
        ("Seven people, five men and two women, were killed.", 2, 7),
    ],
)
def test_the_whole_of_a_part_is_the_count_that_stands(text: str, part: int, whole: int) -> None:
    figures = figures_of(text)
    wholes = {one.id: one.low for one in figures}
    (meant,) = [one.part_of for one in figures if one.low == part]
    assert meant is not None
    assert wholes[meant] == whole


@pytest.mark.parametrize(
    "text",
    [
        "The ministry raised the toll from 19 to 26. Seven bodies had been found.",
        "Seven people, four men and two women, were killed.",
        "On the 40 ships, 12 were hurt.",
        "He killed 27 students and five teachers. Lima: 22 dead.",
    ],
)
def test_what_only_looks_like_a_part(text: str) -> None:
    assert all(one.part_of is None for one in figures_of(text))
