"""Ranges, shared years and parts of stretches: what two expressions side by side mean together."""

import pytest
from tests.extract.figures_of import figures_of, times_of


@pytest.mark.parametrize(
    ("text", "found", "value", "first", "last"),
    [
        ("It ran from 1994 to 2003.", "1994 to 2003", "1994/2003", "1994-01-01", "2003-12-31"),
        ("Rebels held it between 2003 and 2007.", "2003 and 2007", "2003/2007", "2003-01-01", "2007-12-31"),
        ("The war of 1990-94 ruined it.", "1990-94", "1990/1994", "1990-01-01", "1994-12-31"),
        ("It fell 14 August-24 August 1914.", "14 August-24 August 1914", "1914-08-14/1914-08-24",
         "1914-08-14", "1914-08-24"),
        ("It rained from October to March 2020.", "October to March 2020", "2019-10/2020-03",
         "2019-10-01", "2020-03-31"),
        ("Shops stay shut from 20 December to 3 January.", "20 December to 3 January",
         "2023-12-20/2024-01-03", "2023-12-20", "2024-01-03"),
        ("Shops will close from Friday to Monday.", "Friday to Monday", "2024-05-17/2024-05-20",
         "2024-05-17", "2024-05-20"),
        ("It was open 9 am to 5 pm on Monday.", "9 am to 5 pm on Monday",
         "2024-05-13T09:00/2024-05-13T17:00", "2024-05-13", "2024-05-13"),
    ],
)  # fmt: skip
def test_the_two_ends_of_a_range_are_one_expression(
    text: str, found: str, value: str, first: str, last: str
) -> None:
    (only,) = times_of(text)
    assert (only.text, only.value) == (found, value)
    assert only.moment is not None
    assert (only.moment.from_, only.moment.to) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "He was born in 1903 and died in 1984.",
        "The talks were moved from May to June.",
        "It ran from 2007 to 2003.",
        "It rained from Monday to Friday.",
    ],
)
def test_what_is_no_range_stays_two(text: str) -> None:
    assert len(times_of(text)) == 2


def test_days_written_backwards_have_no_value() -> None:
    (only,) = times_of("Rain fell from 20 to 12 May.")
    assert (only.value, only.moment) == (None, None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In March and April 2019 rains fell.", ["2019-03", "2019-04"]),
        ("It snowed in November, December and January 2019.", ["2018-11", "2018-12", "2019-01"]),
        ("In the summer and autumn of 2019 it burned.", ["2019-SU", "2019-FA"]),
    ],
)
def test_a_year_stated_last_is_shared(text: str, values: list[str]) -> None:
    assert [item.value for item in times_of(text)] == values


@pytest.mark.parametrize(
    ("text", "value", "first", "last"),
    [
        ("It grew in the last two weeks of February 2022.", "P2W", "2022-02-15", "2022-02-28"),
        ("The first ten months of 2019 were dry.", "P10M", "2019-01-01", "2019-10-31"),
        ("Output fell in the second half of 2021.", "2021-H2", "2021-07-01", "2021-12-31"),
        ("It burned on the first day of May 2021.", "2021-05-01", "2021-05-01", "2021-05-01"),
        ("It burned in the third week of May 2021.", "P1W", "2021-05-15", "2021-05-21"),
        ("It closed in mid-2007.", "2007", "2007-04-02", "2007-10-01"),
        ("Sales rose last quarter.", "2024-Q1", "2024-01-01", "2024-03-31"),
        ("It was built in the 15th century.", "14", "1400-01-01", "1499-12-31"),
    ],
)
def test_a_part_of_a_stretch_has_its_days(text: str, value: str, first: str, last: str) -> None:
    (only,) = times_of(text)
    assert only.moment is not None
    assert (only.value, only.moment.from_, only.moment.to) == (value, first, last)


def test_a_figure_takes_the_whole_range_as_its_period() -> None:
    (figure,) = figures_of("Shelling killed 30 people between 2003 and 2007.")
    assert figure.during is not None
    assert (figure.during.from_, figure.during.to) == ("2003-01-01", "2007-12-31")


def test_a_part_longer_than_its_whole_has_no_days() -> None:
    (only,) = times_of("It fell in the last 500 weeks of May 2021.")
    assert only.moment is None
