import pytest
from tests.extract.facts_of import facts_of, sources
from tests.extract.facts_of import said as statements_of

from sayso.model.report import OPEN


def meant(text: str, said: str) -> set[str]:
    """The names of whoever mentions that end in `said` mean, those left open for other reports aside."""
    facts = facts_of(text)
    by_id = {one.id: one.name for one in facts.entities if not one.key.startswith(OPEN)}
    found = [one for one in facts.mentions if one.entity in by_id]
    return {by_id[one.entity] for one in found if one.text.endswith(said)}


def left_open(text: str) -> set[str]:
    """The nouns whose meaning another report may tell."""
    return {one.key.removeprefix(OPEN) for one in facts_of(text).entities if one.key.startswith(OPEN)}


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        ("The firm Talcamar shut its mill. Miners asked the company for help.", "company", "Talcamar"),
        (
            "Meeks said that eleven people left. A lawyer for the Pruitt family said they would sue Talcamar "
            "Amusements, alleging that the company knew that the ride was unsafe.",
            "company",
            "Talcamar Amusements",
        ),
        ("The Harbour Authority left. Crews blamed the authority.", "the authority", "Harbour Authority"),
        ("Captain Odran Feeley left. Miners blamed the captain for it.", "captain", "Odran Feeley"),
        ("The transport ministry met. Crews blamed the ministry.", "ministry", "transport ministry"),
        ("Crews asked the navy for help.", "navy", "navy"),
        ("The firm Talcamar shut. Miners left the Norwegian company.", "company", "Talcamar"),
        (
            "Miners left the AMWU union. Mirela Kovar, the AMWU's general secretary, left. "
            "They asked the union boss.",
            "union boss",
            "Mirela Kovar",
        ),
        ("Talcamar said it was sad. Talcamar shut its mill. Crews asked the company.", "company", "Talcamar"),
        (
            "The firm Talcamar shut its mill on Monday. Facebook hired a cook. Rain fell in the valley. "
            "It was cold. Crews asked the company.",
            "company",
            "Talcamar",
        ),
        (
            "Crews left the camp of Talcamar Hydropower. They asked the company.",
            "company",
            "Talcamar Hydropower",
        ),
        (
            "Talcamar Hydropower and Brodel Foods met. Crews asked the hydropower firm for help.",
            "hydropower firm",
            "Talcamar Hydropower",
        ),
        ("Crews left. Chile’s navy sent ships.", "navy", "Chile's navy"),
        ("Crews left. Norwegian police shut the road.", "police", "Norwegian police"),
        (
            "Brod Police Department officers met. Crews asked police for help.",
            "police",
            "Brod Police Department",
        ),
        ("Crews asked police for help.", "police", "police"),
        ("Brod flood: police left the valley", "police", "police"),
        (
            "Crews and disaster management authority left the valley",
            "authority",
            "disaster management authority",
        ),
        ("Talcamar’s shareholders met on Monday. They asked the company.", "company", "Talcamar"),
    ],
)
def test_a_noun_for_somebody_known_is_a_mention(text: str, said: str, name: str) -> None:
    assert meant(text, said.removeprefix("the ")) >= {name}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The firm Talcamar shut its mill. Miners asked the company that runs the port.", "company"),
        ("The firm Talcamar and the firm Brodel met. Miners asked a company for help.", "company"),
        ("Talcamar Bay is cold. Miners asked the company for help.", "company"),
        ("The town has a council. Odran Feeley is the captain.", "captain"),
        ("Miners asked the union for help.", "union"),
        ("A company spokesman left. Crews asked the company for help.", "company"),
        ("A statement from the company was late. Crews asked the company for help.", "company"),
        ("Rival teams said that it was late. Crews asked the team for help.", "team"),
        ("Its giant Brodex rocket said a lot, crews said. Crews asked the giant for help.", "giant"),
        ("Crews met Brodel, the company's first mill. Brodel was cold. They asked the company.", "company"),
        ("The firm Talcamar shut its mill. Crews did their business in the business.", "business"),
        ("Crews and river authority left the valley", "authority"),
        ("Talcamar Hydropower left. Crews asked the shipping firm for help.", "shipping firm"),
        ("New Talcamar left the port. Crews asked the new owner for help.", "new owner"),
        ("The firm Talcamar met the firm Brodel. Tarn bought a mill. Crews asked the company.", "company"),
        ("Talcamar shut its mill. Talcamar is cold. Crews asked the company.", "company"),
        ("The firm Talcamar shut its mill. Brodex left the port. Crews asked the company.", "company"),
        ("Crews left the hall of Talcamar College. They asked the company.", "company"),
        ("Miners asked a company for help. A navy sent ships.", "navy"),
        ("Crews met the Getty Images police officer.", "police"),
        ("Talcamar’s visitors met on Monday. They asked the company.", "company"),
        ("Odran Feeley, a pilot, met the crew. Miners asked the pilot for help.", "pilot"),
        ("Chief Odran Feeley and Chief Ilse Brenn met. Miners asked the chief.", "chief"),
    ],
)
def test_a_noun_for_somebody_else_is_none(text: str, said: str) -> None:
    assert meant(text, said) == set()


def test_a_firm_with_its_sort_behind_is_the_firm() -> None:
    facts = facts_of("Miners left the AMWU union. The AMWU said it was sad.")
    assert len({one.entity for one in facts.mentions if "AMWU" in one.text}) == 1


def test_a_firm_with_union_behind_is_not_the_firm() -> None:
    facts = facts_of("Talcamar said it was sad. The Talcamar union said it was glad.")
    first, second = sorted(
        (one.start, one.entity) for one in facts.mentions if one.text in {"Talcamar", "The Talcamar union"}
    )[:1] + sorted((one.start, one.entity) for one in facts.mentions if "union" in one.text)
    assert first[1] != second[1]


@pytest.mark.parametrize(
    "text", ["Moscow sent 40 trucks.", "They blamed Moscow's offensive.", "It was taken by Moscow."]
)
def test_a_capital_that_acts_is_its_government(text: str) -> None:
    assert meant(text, "Moscow") == {"Russia"}


@pytest.mark.parametrize(
    "text", ["Moscow grew by a third.", "They blamed Moscow's traffic.", "They met in Moscow."]
)
def test_a_capital_where_things_happen_is_a_place(text: str) -> None:
    assert meant(text, "Moscow") == {"Moscow"}


def test_police_are_not_the_police_union_nor_one_of_two() -> None:
    assert meant("Crews left the Brod Police Union. They asked police for help.", "police") == {"police"}
    two = "The Brod Police and the Tarn Police met. Crews asked police for help."
    assert "police" in {name.lower() for name in meant(two, " police") | meant(two, "police")}


def test_this_newspaper_is_the_reports_own_outlet() -> None:
    from dataclasses import replace

    from sayso.annotate import annotate
    from sayso.run.stages import extracted

    report = facts_of("Ana Kovar told this newspaper that the mill was shut.").report
    told = replace(report, outlet="The Brod Courier")
    facts = extracted(told, next(iter(annotate([told]))))
    by_id = {one.id: one.name for one in facts.entities}
    assert "Brod Courier" in {by_id[one.entity] for one in facts.mentions}
    bare = extracted(replace(report, outlet="www.brod.example"), next(iter(annotate([report]))))
    assert {one.name for one in bare.entities} == {"Ana Kovar"}


@pytest.mark.parametrize(
    "text",
    [
        "A furious union boss said it won. Mirela Kovar, general secretary of the union AMWU, met crews.",
        "Mirela Kovar, general secretary of the union AMWU, met crews. “We won,” the boss of the union said.",
        "Odran Feeley, boss of the firm Talcamar, left. Mirela Kovar, general secretary of the union AMWU, "
        "met crews. “We won,” the union boss said.",
    ],
)
def test_a_head_is_that_of_the_body_told(text: str) -> None:
    assert "Mirela Kovar" in meant(text, "boss") | meant(text, "union")


@pytest.mark.parametrize(
    "text",
    [
        "A furious union boss said so. Mirela Kovar, an officer of the union AMWU, met crews.",
        "Another union boss said so. Mirela Kovar, general secretary of the union AMWU, met crews.",
        "Odran Feeley, spokesman of the Brod Army, left. “We won,” the Norse ministry spokesman said.",
    ],
)
def test_a_head_of_another_body_is_another(text: str) -> None:
    assert not {"Mirela Kovar", "Odran Feeley"} & (meant(text, "boss") | meant(text, "spokesman"))


def test_the_short_name_of_the_reports_outlet_is_the_outlet() -> None:
    from dataclasses import replace

    from sayso.annotate import annotate
    from sayso.run.stages import extracted

    report = replace(
        facts_of("Ana Kovar told the Courier that the mill was shut.").report, outlet="The Brod Courier"
    )
    facts = extracted(report, next(iter(annotate([report]))))
    assert [one.media for one in facts.entities if "Brod Courier" in one.names] == [True]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Crews asked the company for help.", "company"),
        ("Crews asked the Norwegian group for help.", "norwegian group"),
        ("Crews say that the captain was told.", "captain"),
    ],
)
def test_a_noun_that_another_report_may_settle_is_left_open(text: str, noun: str) -> None:
    assert left_open(text) == {noun}


@pytest.mark.parametrize(
    "text",
    [
        "A company shut a mill. Crews asked the company for help.",
        "Three captains met. Crews say that the captain was told.",
        "Crews asked the company that runs the port for help.",
        "Crews asked the old company for help.",
        "Crews asked their captain.",
        "Crews say that the president was told.",
    ],
)
def test_a_noun_of_which_there_are_many_is_not_left_open(text: str) -> None:
    assert left_open(text) == set()


def test_who_once_held_an_office_does_not_hold_it() -> None:
    facts = facts_of("A former mayor said that it was late. Crews say the mayor left.")
    assert "mayor" not in {one.text for one in facts.mentions}


def test_the_president_is_no_vice_president() -> None:
    text = (
        "Vice President Piet Brand lost a race. The crowd cheered.\n\n"
        "“He is the strongest man I know,” the president said.\n\n"
        "“I am tired,” the vice president said."
    )
    assert [sources(text, one) for one in statements_of(text)][-2:] == [{"president"}, {"Piet Brand"}]


def test_who_is_called_both_is_the_president() -> None:
    text = (
        "President Piet Brand lost a race. Brand, a former vice president of Lunde, was tired.\n\n"
        "“I am the strongest man I know,” the president said."
    )
    assert sources(text, statements_of(text)[-1]) == {"Piet Brand"}
