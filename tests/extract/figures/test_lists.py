"""Counts that stand in a list: of several places, and of nouns that share one plural."""

import pytest
from tests.extract.figures_of import figures_of


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Four people were killed in Oslo and seven in Lima.", [("killed", 4), ("killed", 7)]),
        (
            "The quake left 12 dead in Oslo, seven in Lima and three in Brod.",
            [("killed", 12), ("killed", 7), ("killed", 3)],
        ),
        ("It killed 12 people in Oslo, seven people in Lima.", [("killed", 12), ("killed", 7)]),
        ("The firm has 12 shops in Oslo and seven in Lima.", [("shop", 12), ("shop", 7)]),
    ],
)
def test_a_list_goes_on_in_another_place(text: str, counts: list[tuple[str, int]]) -> None:
    assert [(one.measure, one.low) for one in figures_of(text)] == counts


@pytest.mark.parametrize(
    "text",
    [
        "Twelve men were killed in Oslo and 40 in all.",
        "Twelve men were killed in Oslo, and channel seven showed it.",
        "The firm paid $12 in Oslo and seven in Lima.",
    ],
)
def test_what_is_not_another_place_goes_on_with_no_list(text: str) -> None:
    assert len(figures_of(text)) == 1


def test_a_row_of_words_describes_one_plural() -> None:
    (only,) = figures_of("At least 56 state, county and local officers have been killed.")
    assert (only.measure, only.who) == ("killed", "state, county and local officers")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("They sold 12 beer, and local officers watched.", "beer"),
        ("They saw 12 dogs, cats and birds.", "dogs"),
    ],
)
def test_another_clause_or_plural_ends_the_noun(text: str, who: str) -> None:
    assert figures_of(text)[0].who == who


def test_two_small_numbers_with_a_dash_that_count_nothing_are_no_figure() -> None:
    assert figures_of("I think of him when I see 9-11 on the clock.") == ()


def test_with_a_noun_they_are_a_range() -> None:
    (only,) = figures_of("I think there were 9-11 men on the roof.")
    assert (only.low, only.high) == (9, 11)
