"""Who says so at the end of a sentence, and what only looks like somebody's word."""

import pytest
from tests.extract.facts_of import narrated, relays, said, sources

from sayso.model.report import Stance


@pytest.mark.parametrize(
    ("text", "names", "content"),
    [
        (
            "Police fired on the crowd in Lunde, a hospital official and two witnesses said.",
            {"hospital official", "two witnesses"},
            "Police fired on the crowd in Lunde",
        ),
        (
            "Rebels attacked the village of Lunde, residents and aid workers said on Monday.",
            {"residents", "aid workers"},
            "Rebels attacked the village of Lunde",
        ),
        (
            "Troops shelled a market in the town, killing nine people, the army and a local doctor said.",
            {"army", "local doctor"},
            "Troops shelled a market in the town, killing nine people",
        ),
    ],
)
def test_who_says_so_at_the_end_is_no_part_of_what_was_said(text: str, names: set[str], content: str) -> None:
    (found,) = said(text)
    assert (found.text, sources(text, found)) == (content, names)
    assert not narrated(text)


def test_what_it_is_claimed_at_the_end_of_a_sentence_is_nobodys_in_particular() -> None:
    (found,) = said("Police shot dead eight people during riots, it has been claimed.")
    assert (found.text, found.sources) == ("Police shot dead eight people during riots", ())


def test_what_an_outlet_reports_of_others_is_not_told_in_the_own_voice_of_another() -> None:
    text = "The Lunde Times reported this week that doctors at the district hospital had warned of deaths."
    (found,) = said(text)
    assert sources(text, found) == {"doctors at the district hospital"}
    assert relays(text, found) == ["Lunde Times"]
    assert not narrated(text)


def test_who_stops_short_of_confirming_something_has_not_confirmed_it() -> None:
    text = "Mirela Kovar stopped short of confirming that the dam had failed."
    (found,) = said(text)
    assert (found.stance, sources(text, found)) == (Stance.NOT_CONFIRMED, {"Mirela Kovar"})
    assert not said("Mirela Kovar stopped short of blaming the dam.")


@pytest.mark.parametrize(
    "text",
    [
        "A photographer saw four people lying motionless on Market Street.",
        "The government raised petrol prices by 40% last week as part of a plan.",
        "Broadline raised its bid for the firm on Monday to $12 billion.",
    ],
)
def test_a_deed_is_no_saying(text: str) -> None:
    assert not said(text)


def test_a_forecast_that_is_raised_is_told_with_its_unit() -> None:
    (found,) = said("The bank raised its growth forecast to 3 percent.")
    assert found.text == "its growth forecast to 3 percent"


def test_who_advises_against_something_opposes_it() -> None:
    text = "The clinic advises against travel to the coast."
    (found,) = said(text)
    assert (found.text, found.stance, sources(text, found)) == (
        "travel to the coast",
        Stance.OPPOSES,
        {"clinic"},
    )


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kovar says nine people drowned and has given a list.", "nine people drowned"),
        ("Kovar says he is tired and is leaving.", "he is tired and is leaving"),
        ("Officials say he was arrested and have opened an inquiry.", "he was arrested"),
    ],
)
def test_what_a_speaker_does_is_told_from_what_those_spoken_of_do(text: str, content: str) -> None:
    assert content in {one.text for one in said(text)}
