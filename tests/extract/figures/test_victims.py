"""People killed or hurt: by name, in rows, in company, over years; and sentences that look alike."""

import pytest
from tests.extract.figures_of import figures_of

from sayso.model.report import Extent


def told(text: str) -> list[tuple[str, float | None, str]]:
    return [(one.measure, one.low, one.text) for one in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Gunmen killed Colonel Ramiro Oropando outside his house.", "Colonel Ramiro Oropando"),
        ("Maria Oropando, a judge, was murdered on Monday.", "Maria Oropando"),
        (
            "The police are looking into the assassination of Senator Ramiro Oropando.",
            "Senator Ramiro Oropando",
        ),
        ("The murder on 3 May of Maria Oropando shocked the town.", "Maria Oropando"),
        ("They spoke of Maria Oropando, who was kidnapped and murdered.", "Maria Oropando"),
        ("Ramiro Oropando was gunned down in the street.", "Ramiro Oropando"),
        ("The attack took the life of Maria Oropando.", "Maria Oropando"),
        ("Maria Oropando's murder was never solved.", "Maria Oropando"),
        ("Ramiro Oropando died of his wounds after the attack.", "Ramiro Oropando"),
    ],
)
def test_a_person_killed_by_name_is_one(text: str, who: str) -> None:
    assert ("killed", 1, who) in told(text)
    assert {one.unit for one in figures_of(text) if one.measure == "killed"} == {"person"}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen tried to kill Colonel Ramiro Oropando.",
        "He was charged with the attempted murder of Ramiro Oropando.",
        "The leaflet calls for the assassination of Ramiro Oropando.",
        "They met Ramiro Oropando, whose troops had killed many.",
        "Mourners passed the body of Maria Oropando in the church.",
        "The prisoner to be killed was Ramiro Oropando.",
        "He had the mission of killing President Maria Oropando.",
        "They planned the assassination of Maria Oropando.",
        "Those who killed Monsignor never met.",
        "It would be worse if 12 guards were killed.",
        "Two sporting bodies met in May.",
        "Surgeons saved the lives of six guards.",
        "It would endanger the lives of 12 people.",
        "Maria Oropando died on Monday at the age of 93.",
        "The vote killed the Oropando bill.",
        "Peru was hurt by the fall in prices.",
        "Nobody killed Ramiro Oropando, the court said, and he was not murdered.",
    ],
)
def test_nobody_is_killed(text: str) -> None:
    assert not [one for one in told(text) if one[0] in ("killed", "injured")]


def test_a_person_is_counted_once_a_report() -> None:
    text = "Gunmen killed Ramiro Oropando. Oropando was killed at noon. The murder of Oropando was condemned."
    assert told(text) == [("killed", 1, "Ramiro Oropando")]


def test_the_driver_counts_where_nobody_single_was_told_of_before() -> None:
    assert told("The blast killed the driver and wounded two guards.") == [
        ("injured", 2, "two guards"),
        ("killed", 1, "the driver"),
    ] or sorted(told("The blast killed the driver and wounded two guards."))[1] == ("killed", 1, "the driver")
    assert told("Gunmen killed Mayor Ramiro Oropando. The mayor was murdered at home.") == [
        ("killed", 1, "Mayor Ramiro Oropando")
    ]


def test_the_name_in_a_row_of_counts_counts() -> None:
    found = told("The murder of Ramiro Oropando, two guards and his driver was condemned.")
    assert ("killed", 1, "Ramiro Oropando") in found
    assert ("killed", 2, "two guards") in found


@pytest.mark.parametrize(
    ("text", "measure", "low"),
    [
        ("The mayor was killed along with two of his bodyguards.", "killed", 2),
        ("They condemned the murder of the mayor and two guards.", "killed", 2),
        ("The court spoke of the six priests' murder.", "killed", 6),
        ("Ten other people [not named] were also injured.", "injured", 10),
        ("Two guards are among the wounded.", "injured", 2),
        ("Five gardeners were wounded by the blast.", "injured", 5),
        ("Police shot dead three men.", "killed", 3),
        ("A refugee shoots dead three men.", "killed", 3),
        ("A couple storm a party in Brod and gun down three men.", "killed", 3),
        ("They shot to death five men.", "killed", 5),
        ("Gunmen gunned down five men.", "killed", 5),
        ("Three men were hacked to death.", "killed", 3),
        ("Two guards were fatally shot.", "killed", 2),
        ("He fatally wounded two guards.", "killed", 2),
        ("He was shot to death along with two guards.", "killed", 2),
        ("On Monday 28 bodies of unidentified peasants were found.", "killed", 28),
        ("Among the dead were two nuns.", "killed", 2),
        ("The blast claimed the lives of six guards.", "killed", 6),
        ("The killers of the six priests were caught.", "killed", 6),
        ("The bodies of three Peruvians were found.", "killed", 3),
        ("Divers recovered 10 disfigured bodies of the passengers.", "killed", 10),
        ("The mother of two guards was killed.", "killed", 1),
        ("A man suspected of shooting three people, killing two, fled.", "killed", 2),
        ("They claimed responsibility for killing two guards.", "killed", 2),
        ("The wounded include two nuns.", "injured", 2),
        ("A blast wounded three and killed one.", "killed", 1),
        ("One was killed and two were wounded.", "killed", 1),
    ],
)
def test_counts_in_rows_and_company(text: str, measure: str, low: int) -> None:
    assert (measure, low) in [(one[0], one[1]) for one in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The nation became a body of cells.",
        "Nurses include two nuns.",
        "He was the one killed.",
        "The mayor came along with two of his bodyguards.",
        "The trial of the mayor and two guards began.",
    ],
)
def test_company_alone_tells_nothing(text: str) -> None:
    assert not [one for one in told(text) if one[0] in ("killed", "injured")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mayor was not injured in the blast.", [("unharmed", 1, "The mayor")]),
        ("Two guards escaped unhurt.", [("unharmed", 2, "Two guards")]),
        ("The driver was not badly injured.", []),
        ("Not a single guard was killed.", []),
        ("Neither the mayor nor his wife was killed.", []),
        ("A Peruvian was wounded.", [("injured", 1, "A Peruvian")]),
        ("One of the guards was wounded.", [("injured", 1, "One of the guards")]),
        ("Ana Oropando lost her life in the attack.", [("killed", 1, "Ana Oropando")]),
        ("Carl Stone, the father of a clerk who was killed in a crash, sued.", [("killed", 1, "a clerk")]),
        ("Thirty people are believed to have been killed.", [("killed", 30, "Thirty people")]),
        ("The body of Ana Oropando was found in the river.", [("killed", 1, "Ana Oropando")]),
    ],
)
def test_one_person_spared_or_not(text: str, found: list[tuple[str, float | None, str]]) -> None:
    assert told(text) == found


def test_whom_a_count_includes_is_a_part_of_it() -> None:
    whole, part = figures_of("Ten workers were killed, including union leader Ana Oropando.")
    assert (part.low, part.measure, part.extent, part.part_of) == (1, "killed", Extent.PART, whole.id)
    assert not [one for one in told("He met ten workers, including Ana Oropando.") if one[0] == "killed"]


def test_beasts_killed_are_no_persons() -> None:
    (figure,) = figures_of("The fire killed 12 horses.")
    assert (figure.measure, figure.unit) == ("killed", "thing")


@pytest.mark.parametrize(
    "text",
    [
        "The war has left over 70,000 dead.",
        "Over the past nine years 60 people have been killed.",
        "It resulted in 700 deaths over a nine-year period.",
        "Some 20 judges were killed during two years of fighting.",
        "The violence has claimed at least 600 lives.",
    ],
)
def test_what_years_and_wars_killed_is_a_sum(text: str) -> None:
    assert [one.extent for one in figures_of(text) if one.measure == "killed"] == [Extent.CUMULATIVE]


@pytest.mark.parametrize(
    "text",
    [
        "The war became dirty with the murder of six priests.",
        "The blast killed 12 people in ten minutes.",
        "Twelve people who had lived there for nine years died.",
    ],
)
def test_a_short_time_or_another_clause_makes_no_sum(text: str) -> None:
    assert Extent.CUMULATIVE not in [one.extent for one in figures_of(text) if one.measure == "killed"]


@pytest.mark.parametrize(
    "text",
    [
        "killed " * 800,
        "the murder of " * 300 + "Ana",
        "Ana Oropando, " * 300 + "were killed",
        "(" * 500 + "12 others",
    ],
)
def test_sentences_without_end_are_read(text: str) -> None:
    assert len(figures_of(text)) < 10


def test_one_person_is_found_once() -> None:
    assert [one.text for one in figures_of("The news of an American being murdered spread.")] == [
        "an American"
    ]


def test_a_deed_that_is_only_likely_befell_nobody() -> None:
    assert figures_of("The chance of an American being murdered there is small.") == ()


def test_what_somebody_is_counts_nobody_driven_out() -> None:
    assert figures_of("A refugee and a formerly homeless mother spoke.") == ()
    assert [one.measure for one in figures_of("A woman was displaced by the flood.")] == ["displaced"]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("His wife and son were killed.", 2),
        ("His friend and colleague was killed.", 1),
        ("Her husband and the driver were killed.", 2),
    ],
)
def test_who_is_joined_to_a_victim_counts_where_the_verb_tells_of_both(text: str, many: int) -> None:
    assert [one.low for one in figures_of(text)] == [1] * many
