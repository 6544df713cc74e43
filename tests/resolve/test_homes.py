import pytest
from tests.resolve.story_of import named, story_of

from sayso.model.relation import Resolved


def authority(found: Resolved, name: str) -> str | None:
    above = named(found, name).authority
    return next((one.name for one in found.entities if one.id == above and one.name != name), None)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("The transport ministry said the road was shut.", "transport ministry"),
        ("The navy said the road was shut.", "navy"),
        ("The National Relief Agency said the road was shut.", "National Relief Agency"),
        ("Police said the road was shut.", "Police"),
    ],
)
def test_a_body_of_a_state_is_of_the_only_country_told_of(said: str, name: str) -> None:
    assert authority(story_of(f"A dam broke in Nepal. {said}"), name) == "Nepal"


@pytest.mark.parametrize(
    ("place", "said", "name"),
    [
        ("Nepal and in Bhutan", "The transport ministry said the road was shut.", "transport ministry"),
        ("the hills", "The transport ministry said the road was shut.", "transport ministry"),
        ("Texas", "Police said the road was shut.", "Police"),
        ("the hills after the premier flew to Rome", "The navy said the road was shut.", "navy"),
        ("Nepal", "The Brodel Company said the road was shut.", "Brodel Company"),
        ("Nepal", "Odran Feeley said the road was shut.", "Odran Feeley"),
    ],
)
def test_among_several_countries_and_of_a_town_s_police_nothing_is_guessed(
    place: str, said: str, name: str
) -> None:
    assert authority(story_of(f"A dam broke in {place}. {said}"), name) is None


def test_two_towns_of_a_country_show_it() -> None:
    assert authority(story_of("Trains from Rome to Naples were late. The navy said so."), "navy") == "Italy"


def test_one_report_tells_whom_the_body_of_another_answers_to() -> None:
    found = story_of(
        "Poland's Maritime Authority said France and Spain were told.",
        "Odran Feeley, a spokesman for the Maritime Authority, said the tug was late.",
    )
    assert authority(found, "Odran Feeley") == "Poland"
