"""Counts that only say how many spoke are no figures; those of whom something is told are."""

import pytest
from tests.extract.facts_of import facts_of


@pytest.mark.parametrize(
    "text",
    [
        "Two witnesses said the truck had been parked there since noon.",
        "Several officials told Radio Brod that the dam was safe.",
        "The dam was safe, according to two officials who saw it.",
    ],
)
def test_a_few_who_say_something_are_no_figure(text: str) -> None:
    assert not facts_of(text).figures


@pytest.mark.parametrize(
    "text",
    [
        "Two witnesses were killed, police said.",
        "Fifty witnesses said the truck had been parked there since noon.",
        "Only two witnesses said the truck had been parked there since noon.",
        "Two judges opposed the plan.",
        "Three of the four witnesses said the truck had been parked there since noon.",
    ],
)
def test_who_is_told_of_or_counts_is_one(text: str) -> None:
    assert facts_of(text).figures
