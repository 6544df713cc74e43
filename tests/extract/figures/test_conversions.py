"""One quantity in two units is one figure."""

import pytest
from tests.extract.figures_of import figures_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They hold 984 km² (380 square miles) of the region.", ["984 km²"]),
        ("The fire burned 4,000 hectares (9,900 acres) of forest.", ["4,000 hectares"]),
        ("It lies 5 miles (8 km) from the harbour.", ["5 miles"]),
        ("It lies 10 to 20 miles (16 to 32 km) from the harbour.", ["10 to 20 miles"]),
    ],
)
def test_a_quantity_told_again_in_another_unit_is_one_figure(text: str, told: list[str]) -> None:
    assert [one.text for one in figures_of(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # another length, another currency, and no brackets
        ("The lane is 20 miles (4 km) from the harbour.", 2),
        ("He paid £15m ($19m) for the house.", 2),
        ("They walked 5 miles and 8 km.", 2),
        ("Forty people (12 of them children) died.", 2),
    ],
)
def test_what_looks_alike_is_two_figures(text: str, told: int) -> None:
    assert len(figures_of(text)) == told


def test_the_stop_of_a_sentence_is_no_part_of_a_figure() -> None:
    assert [one.text for one in figures_of("The mill lost £15m.")] == ["£15m"]


def test_the_most_since_a_day_counts_nothing_from_then_on() -> None:
    (found,) = figures_of("Officials said 12 people had died, the most since March 3, 1959.")
    assert (found.extent, found.during) == ("level", None)
