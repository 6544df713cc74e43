"""Whose people a figure counts, and where they are."""

import pytest
from tests.extract.facts_of import facts_of

from sayso.model.report import Facts, Figure


def figure(facts: Facts, text: str) -> Figure:
    return next(one for one in facts.figures if one.text == text)


def name(facts: Facts, entity: str | None) -> str | None:
    return next((one.name for one in facts.entities if one.id == entity), None)


def side(text: str, counted: str) -> str | None:
    facts = facts_of(text)
    return name(facts, figure(facts, counted).who_side)


def place(text: str, counted: str) -> str | None:
    facts = facts_of(text)
    return name(facts, figure(facts, counted).where)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Three Norwegian soldiers were killed.", "Three Norwegian soldiers"),
        ("Units of the Norwegian army lost at least 30 soldiers.", "at least 30 soldiers"),
        ("Oslo has sent 10,000 troops to the front.", "10,000 troops"),
        ("The raid has left Norwegian forces weakened, killing thousands.", "thousands"),
        ("At least 100 Norwegian soldiers died and nearly 1,000 were wounded.", "nearly 1,000"),
        ("There are 12,000 Norwegian soldiers, including 500 officers.", "500 officers"),
        ("It killed 12 Norwegian soldiers, including two officers, and wounded 40.", "40"),
        ("The first Norwegian soldiers have arrived. There are 12,000 soldiers.", "12,000 soldiers"),
    ],
)
def test_whose_people_are_counted(text: str, counted: str) -> None:
    assert side(text, counted) == "Norway"


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Norwegian forces killed 30 soldiers.", "30 soldiers"),
        ("Norway said 30 soldiers were killed.", "30 soldiers"),
        ("Three Norwegian soldiers and 40 fishermen were killed.", "40 fishermen"),
        ("The first Norwegian soldiers met Danish troops. There are 12,000 soldiers.", "12,000 soldiers"),
        ("The raid hit a Norwegian harbour, killing 40 fishermen.", "40 fishermen"),
        ("Two Norwegian-Americans were held.", "Two Norwegian-Americans"),
        ("The blast killed 12 people, including two Norwegians, and wounded 40.", "40"),
        ("Two Norwegians among 12 dead in Lima crash", "12 dead"),
    ],
)
def test_whose_people_they_are_stays_open_where_nothing_shows_it(text: str, counted: str) -> None:
    assert side(text, counted) is None


@pytest.mark.parametrize(
    ("text", "counted", "where"),
    [
        ("Four people were killed in Oslo.", "Four people", "Oslo"),
        ("A tram derailed in Oslo, killing four people.", "four people", "Oslo"),
        ("The blast in Oslo that killed four people was loud.", "four people", "Oslo"),
        ("The firm lost $5m in Oslo, and $7m in Lima.", "$5m", "Oslo"),
        ("The firm lost $5m in Oslo, and $7m in Lima.", "$7m", "Lima"),
        ("Crews rescued 30 people in Oslo and another 12 in Lima.", "another 12", "Lima"),
        ("The quake killed 12 people and hurt 40 in Oslo.", "12 people", "Oslo"),
        ("She said that 12 died and 40 were hurt in the hall, and that 20 died in Oslo.", "40", None),
        ("The group spent $5m attacking Land in Michigan, $7m against Kovar in Colorado.", "$7m", "Colorado"),
    ],
)
def test_where_they_are_counted(text: str, counted: str, where: str) -> None:
    assert place(text, counted) == where


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Four people were hurt, according to the consulate in Oslo.", "Four people"),
        # The place of another figure.
        ("Crews rescued 30 people in Brod and another 12 in Lima.", "30 people"),
        ("She has 11 wins, including two in Lima.", "11 wins"),
        ("The group has given $3m to a fund, and has spent $2m in Lima.", "$3m"),
        ("Germany has 900 troops there and its consulate is in Oslo.", "900 troops"),
        ("The strikes killed several men, after a raid left two soldiers dead in Oslo.", "several men"),
        ("Officials told reporters in Oslo that four people were hurt.", "four people"),
    ],
)
def test_a_place_of_something_else_is_not_theirs(text: str, counted: str) -> None:
    assert place(text, counted) is None


@pytest.mark.parametrize(
    "text",
    [
        "Kovar said she was horrified by a fire that left at least 12 dead.",
        "Kovar condemned the attack that killed 12 people.",
        "The group claimed responsibility for the blast that wounded 12 guards.",
    ],
)
def test_a_number_told_of_what_somebody_felt_or_judged_is_the_outlets(text: str) -> None:
    (only,) = facts_of(text).figures
    assert (only.sources, only.statement) == ((), None)


@pytest.mark.parametrize(
    "text",
    [
        "Kovar said the fire that killed 12 people began in a kitchen.",
        "Kovar said she was horrified: 12 people were killed.",
        "Kovar condemned the killing of 12 people.",
    ],
)
def test_a_number_that_somebody_tells_is_theirs(text: str) -> None:
    (only,) = facts_of(text).figures
    assert only.sources != ()


def givers(text: str, counted: str) -> set[str]:
    facts = facts_of(text)
    return {name(facts, id_) or "" for id_ in figure(facts, counted).sources}


@pytest.mark.parametrize(
    ("text", "counted", "giver"),
    [
        (
            "The Brae Workers Union said that Tarn Steel had asked for £12 million.",
            "£12 million",
            "Brae Workers Union",
        ),
        ("Tarn Steel asked the council for £12 million.", "£12 million", "Tarn Steel"),
        ("Rhys Cale blamed energy bills, up 38 per cent since 2021, and a loss.", "38 per cent", "Rhys Cale"),
        (
            "The Brae Workers Union said that Tarn Steel had said it lost £12 million.",
            "£12 million",
            "Tarn Steel",
        ),
    ],
)
def test_a_number_asked_for_is_given_by_whoever_tells_of_it(text: str, counted: str, giver: str) -> None:
    assert givers(text, counted) == {giver}
