"""What a careful reader of news would not take a number for, and whose and where he would put it."""

import pytest
from tests.extract.facts_of import facts_of
from tests.extract.figures_of import figures_of

from sayso.model.report import Extent


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The blast killed two miners, bringing the toll up to 14.", 14, 14),
        ("The ferry can bring up to 14 guests.", None, 14),
        ("The tax will go up to 25 percent.", 25, 25),
        ("Trade grew by better than three percent.", 3, None),
        ("It is 29 times as much as the roughly $14 million spent on wells.", 14_000_000, 14_000_000),
        ("It spent as much as $14 million on wells.", None, 14_000_000),
    ],
)
def test_words_before_a_number_move_its_bounds_where_they_are_about_it(
    text: str, low: float | None, high: float | None
) -> None:
    assert (low, high) in [(one.low, one.high) for one in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Talks on the phase-four deal began.", []),
        ("Talks on the four deals began.", ["four deals"]),
        ("He met likely 2024 candidates and scrapped these 2018 tariffs.", []),
        ("He met an estimated 2018 candidates.", ["an estimated 2018 candidates"]),
        ("Two nurses cast “no” votes.", ["Two nurses"]),
        ("Six out of 10 miners have a plan.", []),
        ("Ten out of 12 miners have a plan.", ["12 miners"]),
        ("Six out of every 10 miners have a plan.", []),
        ("The mill has three times as many miners.", []),
        ("The miner rang three times as he left.", ["three times"]),
        ("They outnumbered us about 120 to 1.", []),
        ("The union laid off 5,400 miners.", ["5,400 miners"]),
        ("The bill helps 5,400 laid-off miners.", ["5,400 laid-off miners"]),
        ("That leaves seven toss-up states.", ["seven toss-up states"]),
        ("The court closed 400 pending asylum cases.", ["400 pending asylum cases"]),
    ],
)
def test_what_counts_nothing_is_no_figure_and_what_counts_has_its_noun(text: str, found: list[str]) -> None:
    assert [one.text for one in figures_of(text)] == found


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The debt has soared past $22 million.", 22_000_000, None),
        ("Cases pushed past 12,000.", 12_000, None),
        ("The bus rolled past 12 houses.", 12, 12),
        ("The bus pushed past the 12 houses.", 12, 12),
    ],
)
def test_what_soars_past_a_number_is_more(text: str, low: float, high: float | None) -> None:
    (only,) = figures_of(text)
    assert (only.low, only.high) == (low, high)


def test_money_with_capitals_is_money() -> None:
    paid, bars = figures_of("They paid Tens of Billions of Dollars for the two Bars.")
    assert (paid.measure, paid.unit, bars.measure) == ("money", "USD", "bar")


def test_who_acts_by_an_office_is_a_person() -> None:
    (one,) = figures_of("The governor met four sheriffs.")
    assert one.unit == "person"


def test_new_cases_are_those_added() -> None:
    cases, wards = figures_of("The ministry reported 143 new cases and opened three new wards.")
    assert (cases.extent, wards.extent) == (Extent.NEW_SINCE, Extent.LEVEL)


def test_a_share_is_no_part_of_a_single_thing() -> None:
    _, share = figures_of(
        "One stain is left: voters think he lied, including 45 percent who call it a crime."
    )
    assert (share.extent, share.part_of) == (Extent.LEVEL, None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Twelve miners died in Lima on Friday.", "Lima"),
        ("Twelve miners died in Lima and Bogota on Friday.", None),
        ("Twelve miners died on Friday, sparking protests in Lima.", None),
        ("A bus fell into a river on Friday, killing twelve miners in Lima.", "Lima"),
        ("Fees made up 38 percent nationally, and 47 percent in Lima.", None),
        ("Fees made up 38 percent in Lima.", "Lima"),
    ],
)
def test_a_figure_is_where_it_alone_is_said_to_be(text: str, place: str | None) -> None:
    facts = facts_of(text)
    names = {one.id: one.name for one in facts.entities}
    assert names.get(facts.figures[0].where or "") == place


def test_a_share_of_others_is_not_the_word_of_a_share() -> None:
    facts = facts_of("Nearly half of miners said the mayor had failed, and 4 percent had no opinion.")
    assert facts.figures[-1].sources == ()
    facts = facts_of("The pollster said half of miners backed the mayor, and 4 percent had no opinion.")
    assert facts.figures[-1].sources != ()
