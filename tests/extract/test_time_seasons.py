"""Seasons, feasts and the parts of a stretch, as of 15 May 2024."""

import pytest
from tests.extract.figures_of import times_of


@pytest.mark.parametrize(
    ("text", "found", "value", "first", "last"),
    [
        # A winter is that of the year of its January.
        ("The dam froze last winter.", "last winter", "2024-WI", "2023-12-01", "2024-02-29"),
        ("The dam will be mended next winter.", "next winter", "2025-WI", "2024-12-01", "2025-02-28"),
        (
            "The dam was built in the winter of 1962.",
            "the winter of 1962",
            "1962-WI",
            "1961-12-01",
            "1963-02-28",
        ),
        ("The dam will be mended this spring.", "this spring", "2024-SP", "2024-03-01", "2024-05-31"),
        ("The dam will be mended this summer.", "this summer", "2024-SU", "2024-06-01", "2024-08-31"),
        ("The pit shut last fall.", "last fall", "2023-FA", "2023-09-01", "2023-11-30"),
        ("It was shut in the fall of 2019.", "the fall of 2019", "2019-FA", "2019-09-01", "2019-11-30"),
        # A part of a feast, its eve, a feast that has "Day" in its name.
        (
            "The hall burned on Christmas night.",
            "Christmas night",
            "2023-12-25TNI",
            "2023-12-25",
            "2023-12-25",
        ),
        ("The hall burned on Christmas Eve.", "Christmas Eve", "2023-12-24", "2023-12-24", "2023-12-24"),
        ("The hall burned on New Year's Eve.", "New Year's Eve", "2023-12-31", "2023-12-31", "2023-12-31"),
        ("The hall burned on New Year's Day.", "New Year's Day", "2024-01-01", "2024-01-01", "2024-01-01"),
        ("The hall burned on Boxing Day.", "Boxing Day", "2023-12-26", "2023-12-26", "2023-12-26"),
        (
            "Cards are sold by Valentine's Day 2025.",
            "Valentine's Day 2025",
            "2025-02-14",
            "2025-02-14",
            "2025-02-14",
        ),
        # A part of a stretch.
        (
            "It rained in the latter part of 2019.",
            "the latter part of 2019",
            "2019",
            "2019-07-02",
            "2019-12-31",
        ),
        (
            "It rained in the early part of the year.",
            "the early part of the year",
            "2024",
            "2024-01-01",
            "2024-07-01",
        ),
        (
            "The firm lost money in the last quarter.",
            "the last quarter",
            "2024-Q1",
            "2024-01-01",
            "2024-03-31",
        ),
        ("The pumps failed 48 hours ago.", "48 hours ago", "2024-05-13", "2024-05-13", "2024-05-13"),
    ],
)
def test_a_season_feast_or_part_has_its_days(
    text: str, found: str, value: str, first: str, last: str
) -> None:
    (only,) = times_of(text)
    assert (only.text, only.value) == (found, value)
    assert only.moment is not None
    assert (only.moment.from_, only.moment.to) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "The fall in prices surprised the growers.",
        "A sharp fall was feared by all.",
        "He mourned the city's fall.",
        "The council has a fall-back plan.",
        "The climber did not survive the fall.",
        "She wrote a book on the Arab Spring.",
        "Boxing is her life.",
        "A new year's supply was bought.",
        "They waited for the end of days.",
    ],
)
def test_what_only_looks_like_a_season_or_feast_dates_nothing(text: str) -> None:
    assert [one for one in times_of(text) if one.moment is not None] == []


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("The fair opens on June 4 (Tuesday) at last.", ["June 4", "Tuesday"], ["2024-06-04", "2024-06-04"]),
        (
            "The fair was shut on March 5 (Friday is free).",
            ["March 5", "Friday"],
            ["2024-03-05", "2024-05-10"],
        ),
        ("The siege (14 August-24 August) was long.", ["14 August-24 August"], ["2023-08-14/2023-08-24"]),
        (
            "The siege (5 September-12 September) was long.",
            ["5 September-12 September"],
            ["2023-09-05/2023-09-12"],
        ),
        ("Cases rose from a low in January of 114 to 250.", ["January"], ["2024-01"]),
        ("It was the worst storm to date.", ["date"], ["PRESENT_REF"]),
        ("He wanted to date her.", [], []),
        ("FRIDAY the 10th... how do you like me.", ["FRIDAY the 10th"], ["2024-05-10"]),
        ("It was the last day to apply.", ["the last day"], ["P1D"]),
        ("They kept watch in the last days of the war.", ["the last days"], ["PXD"]),
        ("After a months-long siege the town fell.", ["months-long"], ["PXM"]),
    ],
)
def test_an_expression_beside_another_or_a_number(text: str, found: list[str], value: list[str]) -> None:
    read = times_of(text)
    assert [one.text for one in read] == found
    assert [one.value for one in read] == value


def test_the_last_day_to_do_a_thing_is_not_yesterday() -> None:
    assert [one.moment for one in times_of("Last day to send in the forms.")] == [None]


def test_the_week_of_a_message_is_the_one_it_is_sent_in() -> None:
    (only,) = times_of("A quiet supper to end off the week!")
    assert (only.text, only.value) == ("the week", "2024-W20")


def test_the_week_of_a_longer_report_is_a_length() -> None:
    (only,) = times_of(
        "A quiet supper to end off the week. " + "The cook was glad of it, and so were we. " * 8
    )
    assert (only.value, only.moment) == ("P1W", None)


def test_a_clause_without_subject_and_auxiliary_speaks_of_the_past() -> None:
    (only,) = times_of("Survived the exam this Tuesday with help.")
    assert only.value == "2024-05-14"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge fell in March last year.", "2023-03"),
        ("The bridge fell on March 3 last year.", "2023-03-03"),
        ("The bridge fell last year, in March.", "2023-03"),
        ("The bridge opened in July this year.", "2024-07"),
        # What "last year" says nothing of.
        ("Prices rose in April from last year.", "2024-04"),
        ("In March, last year's winner came back.", "2024-03"),
        ("The bridge fell on May 3 last week.", "2024-05-03"),
    ],
)
def test_last_year_beside_a_month_is_the_year_of_it(text: str, value: str) -> None:
    assert value in [one.value for one in times_of(text)]
