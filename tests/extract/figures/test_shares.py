"""What befell some of a whole did not befall all of it."""

import pytest
from tests.extract.figures_of import figures_of


@pytest.mark.parametrize(
    ("text", "whole", "measure"),
    [
        ("Three of the 12 miners died.", 12, "miner"),
        ("Six of the boat's 40 passengers are missing.", 40, "passenger"),
        ("Only one of the club's 20 members survived.", 20, "member"),
        ("Most of the 30 guards were wounded.", 30, "guard"),
        ("The blast killed three of the 12 miners.", 12, "miner"),
    ],
)
def test_a_whole_is_not_what_some_of_it_are(text: str, whole: int, measure: str) -> None:
    assert [one.measure for one in figures_of(text) if one.low == whole] == [measure]


@pytest.mark.parametrize(
    ("text", "whole", "measure"),
    [
        ("Three of the 12 people killed were nuns.", 12, "killed"),
        ("Three of the 12 wounded guards died.", 12, "injured"),
        ("Most of the 41 dead were miners.", 41, "killed"),
        ("Three of the 12 people who drowned were nuns.", 12, "killed"),
        ("The town mourned the deaths of 12 miners.", 12, "killed"),
    ],
)
def test_a_whole_is_what_all_of_it_are_said_to_be(text: str, whole: int, measure: str) -> None:
    assert [one.measure for one in figures_of(text) if one.low == whole] == [measure]
