import pytest
from tests.extract.facts_of import facts_of


def owner(text: str, name: str) -> str | None:
    """The name of whom the entity with `name` among its names answers to."""
    facts = facts_of(text)
    by_id = {one.id: one for one in facts.entities}
    (found,) = [one for one in facts.entities if name in one.names]
    return by_id[found.answers_to].name if found.answers_to else None


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("Mirela Kovar, regional officer of the AMWU union, met the miners.", "Mirela Kovar", "AMWU"),
        (
            "Lunde Harbour Authority crews left. The authority's spokesman, Odran Feeley, met them.",
            "Odran Feeley",
            "Lunde Harbour Authority",
        ),
        ("They met Talcamar Motors spokesman Odran Feeley.", "Odran Feeley", "Talcamar Motors"),
        ("The firm Talcamar shut. They met company spokesman Odran Feeley.", "Odran Feeley", "Talcamar"),
        ("Mirela Kovar, who runs the ferry company Talcamar, left.", "Mirela Kovar", "Talcamar"),
        ("They met Polish leader Andrej Wolan.", "Andrej Wolan", "Poland"),
        (
            "A spokesman for the home ministry said it was late.",
            "spokesman for the home ministry",
            "home ministry",
        ),
        ("Poland's Maritime Authority sent a tug.", "Maritime Authority", "Poland"),
        ("Talcamar Motors bought Brodel Castings in 2011.", "Brodel Castings", "Talcamar Motors"),
        (
            "The Lunde Institute closed. They asked Mirela Kovar, an economist at the institute, twice.",
            "Mirela Kovar",
            "Lunde Institute",
        ),
    ],
)
def test_words_beside_a_name_tell_whom_it_answers_to(text: str, name: str, body: str) -> None:
    assert owner(text, name) == body


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mirela Kovar, a customer of the firm Talcamar, left.", "Mirela Kovar"),
        ("They met former Polish minister Andrej Wolan.", "Andrej Wolan"),
        ("They met Polish rebel commander Andrej Wolan.", "Andrej Wolan"),
        ("The firm Talcamar shut its mill in Lunde, the company said.", "Lunde"),
        ("They met Reuters correspondent Odran Feeley at the Lunde Council.", "Odran Feeley"),
        ("Mirela Kovar, the minister said, was late.", "Mirela Kovar"),
        ("Talcamar Motors may buy Brodel Castings in May.", "Brodel Castings"),
        ("Talcamar Motors visited Brodel Castings in May.", "Brodel Castings"),
    ],
)
def test_a_customer_a_rebel_and_who_was_in_office_answer_to_nobody(text: str, name: str) -> None:
    assert owner(text, name) is None


def test_a_fan_of_a_team_answers_to_nobody() -> None:
    assert owner("Mirela Kovar, a die-hard Brod United fan, said it was late.", "Mirela Kovar") is None


def test_initials_of_a_title_are_its_holder() -> None:
    facts = facts_of("CDO speaks on the flood. Chief District Officer Bimal Rana met the mayor.")
    (found,) = [one for one in facts.entities if "Bimal Rana" in one.names]
    short = next(one for one in facts.mentions if one.text == "CDO")
    assert short.entity == found.id


def test_initials_of_another_title_are_not() -> None:
    facts = facts_of("The CFO left. Chief District Officer Bimal Rana met the mayor.")
    (found,) = [one for one in facts.entities if "Bimal Rana" in one.names]
    assert found.id not in {one.entity for one in facts.mentions if one.text == "CFO"}


def test_a_unit_of_a_body_answers_to_it() -> None:
    facts = facts_of("Rescue Group No. 8 of the Brod Fire Service left.")
    by_id = {one.id: one for one in facts.entities}
    owner = next(one.answers_to for one in facts.entities if one.name == "Rescue Group No. 8")
    assert owner is not None
    assert by_id[owner].name == "Brod Fire Service"


def test_a_body_of_a_place_answers_to_nobody_for_that() -> None:
    facts = facts_of("Rescue Group No. 8 of the Tarn Valley left.")
    assert all(one.answers_to is None for one in facts.entities)


LOWER = "The Harbour Authority spoke.\n\n{} gave a lower number. Its spokeswoman, Milla Neira, said so."


def test_a_name_right_before_its_spokeswoman_is_a_body_whatever_it_looks_like() -> None:
    assert owner(LOWER.format("Naviera Brenn"), "Milla Neira") == "Naviera Brenn"


def test_a_name_with_a_given_name_right_before_its_spokeswoman_is_no_body() -> None:
    assert owner(LOWER.format("Paula Brenn"), "Milla Neira") == "Harbour Authority"


ITS = "The {} said on Monday it had shelled the town, and its {}, Milla Neira, said the war was won."


def test_a_president_is_not_that_of_the_army_named_before() -> None:
    assert owner(ITS.format("military", "president"), "Milla Neira") is None


def test_a_spokeswoman_is_that_of_the_army_named_before() -> None:
    assert owner(ITS.format("military", "spokeswoman"), "Milla Neira") == "military"
