"""One more of those counted, told without a number."""

import pytest
from tests.extract.figures_of import figures_of

from sayso.model.report import Extent


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two men were attacked, one killed and the other injured.", ("the other injured", "injured")),
        ("One person was killed and another was seriously injured.", ("another", "injured")),
        ("One man was killed and another man was wounded.", ("another man", "injured")),
        ("One officer was killed and a second was wounded.", ("a second", "injured")),
        ("He killed one woman and injured another.", ("another", "injured")),
        ("One miner died and another was missing.", ("another", "missing")),
    ],
)
def test_one_more_without_a_number_counts_one(text: str, told: tuple[str, str]) -> None:
    ones = [(one.text, one.measure) for one in figures_of(text) if one.low == one.high == 1]
    assert told in ones


def test_another_who_died_comes_to_those_told_before() -> None:
    (one, toll) = figures_of("Another victim died in hospital, taking the toll to 23.")
    assert (one.low, one.extent, toll.low) == (1, Extent.NEW_SINCE, 23)


@pytest.mark.parametrize(
    "text",
    [
        "The sailors hurt one another in the dark.",
        "Another blast shook the port.",
        "A second later the wall fell.",
        "The other was never found.",
        "Talcamar killed the plan and another was drawn up.",
        "He spoke of Ana Kovar, another nurse who died.",
        "A man lays on top of a woman as others flee the grounds.",
    ],
)
def test_what_counts_no_one_more(text: str) -> None:
    assert not figures_of(text)
