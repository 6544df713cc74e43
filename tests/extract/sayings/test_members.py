import pytest
from tests.extract.facts_of import said, sources


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Mirela Kovar, the former pilot and chairman of the union, said it was wrong.", {"Mirela Kovar"}),
        (
            "Sen. Mirela Kovar, Brod Liberal and vice chairman of the panel, said it was wrong.",
            {"Mirela Kovar"},
        ),
        (
            "Mirela Kovar, Odran Feeley and the chairman of the union said it was wrong.",
            {"Mirela Kovar", "Odran Feeley", "chairman of the union"},
        ),
    ],
)
def test_roles_that_share_a_determiner_behind_a_name_are_no_further_party(
    text: str, parties: set[str]
) -> None:
    assert sources(text, said(text)[0]) == parties


def test_a_thing_in_a_row_that_a_relative_clause_began_is_no_party() -> None:
    text = (
        "The airmen, who suffered black eyes, head contusions and a chipped tooth, said they were attacked."
    )
    assert sources(text, said(text)[0]) == {"airmen"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("One lawmaker, Sen. Mirela Kovar, R-Brod, said it was wrong.", {"Mirela Kovar"}),
        (
            "Mr. Kovar and his running mate, Rep. Odran Feeley, said it was wrong.",
            {"Kovar", "Odran Feeley"},
        ),
        ("A provincial official, deputy police chief Odran Feeley, said it was wrong.", {"Odran Feeley"}),
        ("Longtime opera critic and former editor Odran Feeley said it was wrong.", {"Odran Feeley"}),
        ("The critic and Odran Feeley said it was wrong.", {"critic", "Odran Feeley"}),
        ("BRODA Director and Founder John Feeley said it was wrong.", {"John Feeley"}),
        ("Council Leader and President John Feeley said it was wrong.", {"Council Leader", "John Feeley"}),
        ("An official, a friend of Mirela Kovar, said it was wrong.", {"official"}),
    ],
)
def test_a_name_behind_a_noun_and_a_comma_is_who_the_noun_means(text: str, parties: set[str]) -> None:
    assert sources(text, said(text)[0]) == parties


def test_names_before_what_they_are_together_are_each_a_party() -> None:
    text = "Mr. Kovar and Gov. Odran Feeley, heroes to many conservatives for their policy, say it was wrong."
    assert sources(text, said(text)[0]) == {"Kovar", "Odran Feeley"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The president and chief executive of the bank said the vault was empty.", 1),
        ("The president and the chief executive of the bank said the vault was empty.", 2),
        ("The president and prime minister said the vault was empty.", 2),
    ],
)
def test_two_posts_of_one_body_are_one_person(text: str, parties: int) -> None:
    (only,) = said(text)
    assert len(only.sources) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Two senators, Mirela Kovar and Odran Feeley, said it was wrong.",
            {"Mirela Kovar", "Odran Feeley"},
        ),
        ("The owners, Mirela Kovar and Odran Feeley, said it was dark.", {"Mirela Kovar", "Odran Feeley"}),
        ("The owners and Mirela Kovar said it was dark.", {"owners", "Mirela Kovar"}),
    ],
)
def test_names_between_commas_behind_a_role_in_the_plural_are_theirs(text: str, parties: set[str]) -> None:
    (only,) = said(text)
    assert sources(text, only) == parties
