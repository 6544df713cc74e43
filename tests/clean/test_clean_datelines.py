import pytest

from sayso.clean.datelines import dateline

REST = "The ferry left port at noon, police said."


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("Lima, May 2 (XYZ) ", "Lima", "XYZ"),
        ("LIMA, Peru, May 2, 2024 (Harbourwire) — ", "Lima, Peru", "Harbourwire"),
        ("PORT VELL (HWS) - ", "Port Vell", "HWS"),
        ("LONDON (AP) _ ", "London", "Associated Press"),
        ("SEOUL, South Korea (AP) — ", "Seoul, South Korea", "Associated Press"),
        ("GLASGOW/TURNBERRY, Scotland — ", "Glasgow/Turnberry, Scotland", None),
        ("RIO DE JANEIRO -- ", "Rio de Janeiro", None),
        ("NEW DELHI: ", "New Delhi", None),
        ("GOTHENBURG. ", "Gothenburg", None),
        ("(CNN) ", None, "CNN"),
        ("(Reuters) - ", None, "Reuters"),
    ],
)
def test_a_dateline_gives_place_and_agency(opening: str, place: str | None, agency: str | None) -> None:
    found = dateline(opening + REST)
    assert found is not None
    assert (found.length, found.place, found.agency) == (len(opening), place, agency)


def test_the_date_of_a_dateline_is_kept_without_inventing_a_year() -> None:
    found = dateline("LIMA, May 2 (XYZ) — " + REST)
    assert found is not None
    assert found.stamp is not None
    assert (found.stamp.year, found.stamp.month, found.stamp.day) == (None, 5, 2)


@pytest.mark.parametrize(
    "sentence",
    [
        "Lima – the capital of Peru – was quiet on Monday, police said.",
        "UPDATE: The ferry left port at noon, police said.",
        "WATCH — The ferry left port at noon, police said.",
        "The Maritime Authority (MA) said the ferry had left port.",
        "NATO (the alliance) said the ferry had left port.",
        "Ana Ruiz (Port Vell) scored the winning goal on Monday night.",
        "At least 20 people – most of them crew – were rescued.",
        "(L-R) Ana Ruiz and Jan Sol at the quay in Port Vell.",
        "(LIMA) Ana Ruiz was at the quay in Port Vell.",
        "THE HARBOUR COURIER – the news of the coast in your language",
    ],
)
def test_a_sentence_is_no_dateline(sentence: str) -> None:
    assert dateline(sentence) is None
