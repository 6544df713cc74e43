"""Whom "the company" means that its own report does not show to be a firm."""

from dataclasses import replace

import pytest
from tests.extract.facts_of import facts_of
from tests.resolve.story_of import all_named, meant, named, story, story_of

from sayso.resolve.story import resolve

LEFT = "said on Monday that the boat had left."


@pytest.mark.parametrize(
    ("other", "noun"),
    [
        ("Talcamar left. Rain fell. It was cold. It was late. Crews asked the company for help.", "company"),
        ("Crews say that the boat was old. They asked the company for help.", "company"),
        ("Talcamar left the port. The firm did not answer.", "firm"),
        ("Crews asked the Norwegian group for help. Talcamar left.", "Norwegian group"),
    ],
)
def test_what_one_report_calls_a_firm_is_one_in_another(other: str, noun: str) -> None:
    assert meant(story_of(f"The shipping company Talcamar, a large group, {LEFT}", other), noun) == {
        "Talcamar"
    }


@pytest.mark.parametrize(
    "other",
    [
        "Talcamar left. The firm Brodel left too. Crews asked the company for help.",
        f"Brodel Union {LEFT} Brodel Inc {LEFT} Crews asked the company for help.",
        "A company left. Crews asked the company for help. Brodel left. Talcamar left.",
    ],
)
def test_where_another_firm_may_be_meant_it_is_neither(other: str) -> None:
    assert "Talcamar" not in meant(story_of(f"The shipping company Talcamar {LEFT}", other), "company")


def test_of_two_firms_of_a_story_the_company_is_neither() -> None:
    found = story_of(
        f"The shipping company Talcamar {LEFT}",
        f"The firm Brodel {LEFT}",
        "Crews asked the company for help.",
    )
    assert meant(found, "company") == set()


def test_a_noun_that_no_report_settles_is_no_mention_and_no_entity() -> None:
    found = story_of("Crews asked the company for help.", "Crews say that the captain was told.")
    assert meant(found, "company") == meant(found, "captain") == set()
    assert not [one for one in found.entities if one.name in {"company", "captain"}]


@pytest.mark.parametrize(
    "said", ["A company source", "A manager at the plant", "A spokesman for the company"]
)
def test_who_speaks_for_the_company_answers_to_it(said: str) -> None:
    found = story_of(f"The firm Talcamar {LEFT}", f"Talcamar met crews. {said} {LEFT}")
    (speaker,) = (one for one in found.entities if one.name == said.split(" ", 1)[1])
    assert speaker.authority == named(found, "Talcamar").id


@pytest.mark.parametrize("said", ["A hotel manager", "A team source", "A manager at the hotel"])
def test_who_speaks_for_another_body_does_not(said: str) -> None:
    found = story_of(f"The firm Talcamar {LEFT}", f"Talcamar met crews. {said} {LEFT}")
    (speaker,) = (one for one in found.entities if one.name == said.split(" ", 1)[1])
    assert speaker.authority is None


def test_the_owners_of_a_body_are_whom_it_answers_to() -> None:
    found = story_of(
        f"Talcamar {LEFT} Talcamar bought Tarn Castings in 2011.",
        f"The Swedish owners of Tarn Castings {LEFT}",
    )
    assert meant(found, "Swedish owners of Tarn Castings") == {"Talcamar"}


def test_the_owners_of_another_body_are_not() -> None:
    found = story_of(
        f"Talcamar {LEFT} Talcamar bought Tarn Castings in 2011.",
        f"The Swedish owners of the Brod mill {LEFT}",
    )
    assert meant(found, "Swedish owners of the Brod mill") == {"Swedish owners of the Brod mill"}


def test_a_description_is_no_name() -> None:
    found = story_of(f"The firm Talcamar {LEFT}", "Talcamar met crews. The firm did not answer.")
    assert not all_named(found, "firm")


def test_a_captain_answers_to_whoever_runs_the_ship() -> None:
    found = story_of(f"Talcamar, the ferry's operator, {LEFT} The captain, Odran Feeley, was missing.")
    assert named(found, "Odran Feeley").authority == named(found, "Talcamar").id


@pytest.mark.parametrize(
    "text",
    [
        f"Talcamar, the ferry's operator, {LEFT} Captain Odran Feeley {LEFT}",
        f"Talcamar, a mining company, {LEFT} The captain, Odran Feeley, was missing.",
        f"Talcamar, the operator, {LEFT} Brodel, the airline, {LEFT} The captain, Odran Feeley, was missing.",
    ],
)
def test_a_captain_by_title_or_of_one_of_two_answers_to_nobody(text: str) -> None:
    assert named(story_of(text), "Odran Feeley").authority is None


def test_a_noun_left_open_is_kept_where_a_reviewer_makes_it_a_source() -> None:
    facts = facts_of("Crews worked for the company, Ana Kovar said.")
    (company,) = (one for one in facts.entities if one.name == "company")
    statements = tuple(replace(one, sources=(company.id,)) for one in facts.statements if one.sources)
    put = replace(facts, statements=statements)
    assert {one.name for one in resolve(story((put,)), (put,)).entities} >= {"company"}
