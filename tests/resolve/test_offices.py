"""Who an office or the sort of a body shows to be one, across reports that give no name."""

import pytest
from tests.resolve.story_of import all_named, meant, named, story_of

LEFT = "said on Monday that the boat had left."


@pytest.mark.parametrize("noun", ["captain", "skipper"])
def test_an_office_held_once_in_a_story_is_its_named_holders(noun: str) -> None:
    found = story_of(f"The captain, Odran Feeley, {LEFT}", f"Crews say that the {noun} was told.")
    assert meant(found, noun) == {"Odran Feeley"}


@pytest.mark.parametrize(
    "other",
    [
        f"The captain, Ilse Brenn, {LEFT} Crews say that the captain was told.",
        f"A ship's captain {LEFT} Crews say that the captain was told.",
        "Crews say that the former captain was told.",
        "Crews say that the captain of the Brodel was told.",
    ],
)
def test_another_holder_of_the_office_is_another_one(other: str) -> None:
    assert "Odran Feeley" not in meant(story_of(f"The captain, Odran Feeley, {LEFT}", other), "captain")


@pytest.mark.parametrize("said", ["Police", "Local police"])
def test_police_of_a_story_that_names_one_force_are_that_force(said: str) -> None:
    found = story_of(f"The Brod Police Department {LEFT}", f"{said} {LEFT}")
    assert meant(found, said) == {"Brod Police Department"}


@pytest.mark.parametrize("other", ["Tarn police", "Police in Tarn", "The Tarn Police Department"])
def test_police_of_a_story_with_two_forces_are_neither(other: str) -> None:
    found = story_of(f"The Brod Police Department {LEFT}", f"Police {LEFT}", f"{other} {LEFT}")
    assert meant(found, "Police") == {"Police"}


def test_a_department_is_the_governments_of_another_report() -> None:
    found = story_of(
        f"The government's hydrology department {LEFT} Chile is cold.", f"The hydrology department {LEFT}"
    )
    assert len(meant(found, "hydrology department")) == 1


def test_a_department_without_a_field_is_nobodys() -> None:
    found = story_of(f"The department {LEFT}", f"The government's department {LEFT}")
    assert len({one.id for one in found.entities if "department" in one.name}) == 2


@pytest.mark.parametrize("other", ["The university's", "The county"])
def test_a_department_that_two_have_is_two(other: str) -> None:
    found = story_of(
        f"The government's hydrology department {LEFT}",
        f"{other} hydrology department {LEFT}",
        f"The hydrology department {LEFT}",
    )
    assert len({one.id for one in found.entities if "hydrology department" in one.name}) == 3


def test_ministers_are_the_government_of_those_named() -> None:
    found = story_of(
        f"The Welsh Government {LEFT} Odran Feeley, the Welsh economy minister, {LEFT}",
        f"Ministers {LEFT} Economy minister Odran Feeley {LEFT}",
    )
    assert meant(found, "Ministers") == {"Welsh Government"}


def test_ministers_of_whom_none_is_named_are_themselves() -> None:
    found = story_of(
        f"The Welsh Government {LEFT} Odran Feeley, the Welsh economy minister, {LEFT}", f"Ministers {LEFT}"
    )
    assert meant(found, "Ministers") == {"Ministers"}


def test_the_chief_of_a_body_in_a_headline_is_its_one_head() -> None:
    found = story_of(f"Talcamar chief executive Ilse Brenn {LEFT}", "Talcamar chief: ‘We asked for nothing’")
    assert meant(found, "Talcamar chief") == {"Ilse Brenn"}


def test_who_leads_a_ward_answers_to_its_office() -> None:
    found = story_of(f"Ward chair Odran Feeley {LEFT} The ward office {LEFT}")
    assert named(found, "Odran Feeley").authority == named(found, "ward office").id


def test_who_leads_a_ward_does_not_answer_to_another_office() -> None:
    found = story_of(f"Ward chair Odran Feeley {LEFT} The tax office {LEFT}")
    assert named(found, "Odran Feeley").authority is None


def test_two_words_for_a_disaster_agency_of_one_country_are_one_body() -> None:
    found = story_of(
        f"Chile is cold. The National Calamity Management Authority {LEFT}",
        f"Chile is cold. The disaster management authority {LEFT}",
    )
    assert len(all_named(found, "disaster management authority")) == 1
    assert meant(found, "disaster management authority") == {"National Calamity Management Authority"}


@pytest.mark.parametrize("other", ["The civil protection agency", "The county disaster management authority"])
def test_another_agency_is_another_body(other: str) -> None:
    found = story_of(
        f"Chile is cold. The National Calamity Management Authority {LEFT}", f"Chile is cold. {other} {LEFT}"
    )
    said = other.removeprefix("The ")
    assert meant(found, said) == {said}
