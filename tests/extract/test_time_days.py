"""Days that are told in ways of their own: of a week that is said, planned, or with a name."""

import pytest
from tests.extract.figures_of import report_of, times_of

from sayso.annotate import annotate


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("On Friday last week, the firm shut its mill.", "Friday last week", "2024-05-10"),
        ("The firm shut its mill on Friday of this week.", "Friday of this week", "2024-05-17"),
        ("The crew left in the early hours of Wednesday.", "the early hours of Wednesday", "2024-05-15TMO"),
        ("He said that this year was dry.", "this year", "2024"),
        ("The crew paid for the hall past March 27 and left.", "March 27", "2024-03-27"),
        ("Sales fell this past March.", "this past March", "2024-03"),
        ("Sales fell in the first quarter of last year.", "the first quarter of last year", "2023-Q1"),
        ("The law will cost more over the coming decade.", "the coming decade", "P1DE"),
        ("The law will cost more over the coming year.", "the coming year", "2025"),
        ("Polls close on Election Day in Brod.", "Election Day", None),
        ("Shops were shut on Thanksgiving Day.", "Thanksgiving Day", "2023-11-23"),
        ("The pool was shut on Memorial Day.", "Memorial Day", "2024-05-27"),
        ("It was the last state before Super Tuesday.", "Super Tuesday", None),
    ],
)
def test_a_day_is_read_with_the_words_that_tell_which(text: str, found: str, value: str | None) -> None:
    assert (found, value) in [(one.text, one.value) for one in times_of(text)]


def test_a_bare_weekday_or_minute_is_part_of_no_other_word() -> None:
    assert [one.text for one in times_of("The last-minute plan failed.")] == []
    assert [one.text for one in times_of("The 30-minute film failed.")] == ["30-minute"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The union filed its papers, which sets up another vote for Friday.", "2024-05-17"),
        ("He blamed ice for Friday's crash.", "2024-05-10"),
        ("The state has a referendum coming in November.", "2024-11"),
        ("The state had a referendum in November.", "2023-11"),
        ("The goal is to isolate the sick and bury the dead by January 1.", "2025-01-01"),
        ("The town began to isolate the sick and bury the dead by January 1.", "2024-01-01"),
        ("The film, a two-hour documentary to air Friday on television, won a prize.", "2024-05-17"),
        ("The film, a documentary that aired Friday, won a prize.", "2024-05-10"),
        ("We have a long way to go until Nov. 6, and the donors will pay.", "2024-11-06"),
        ("The bill would hurt trade in the wake of Friday's weak report.", "2024-05-10"),
    ],
)
def test_what_is_planned_lies_ahead(text: str, value: str) -> None:
    assert [one.value for one in times_of(text)][-1] == value


def test_the_weekend_told_as_past_on_a_friday_is_the_last_one() -> None:
    text = "The mayor's weekend remark sparked a debate."
    assert [one.value for one in times_of(text, "2024-05-17")] == ["2024-W19-WE"]
    assert [one.value for one in times_of("The fair opens at the weekend.", "2024-05-17")] == ["2024-W20-WE"]


def test_in_a_report_written_the_day_before_a_day_of_six_days_ago_is_over() -> None:
    written = "An aide spoke on Thursday. The senate passed the bill on Saturday."
    assert [one.value for one in times_of(written, "2024-05-17")] == ["2024-05-16", "2024-05-11"]
    updated = "An aide spoke on Friday. The senate passed the bill on Saturday."
    assert [one.value for one in times_of(updated, "2024-05-17")] == ["2024-05-17", "2024-05-18"]


def test_in_october_thanksgiving_may_be_that_of_canada() -> None:
    assert [one.value for one in times_of("Shops were shut on Thanksgiving.", "2024-10-15")] == [None]


def test_the_health_organisation_is_no_pronoun() -> None:
    text = "On Friday WHO said that 40 people who fled were ill."
    tags = [token.tag_ for token in next(iter(annotate([report_of(text)]))) if token.lower_ == "who"]
    assert tags == ["NNP", "WP"]


def test_today_in_a_post_is_the_day_that_signs_it() -> None:
    text = "They will not vote today. — Mira Kovar (@mkovar) May 6, 2024\nThey drove home yesterday."
    assert [one.value for one in times_of(text)] == ["2024-05-06", "2024-05-06", "2024-05-14"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The law takes effect in August.", "2024-08"),
        ("The council takes the fight to Lima in January.", "2024-01"),
        ("Voters go to the polls in September.", "2024-09"),
        ("The city goes quiet in March.", "2024-03"),
        ("The vote is set for March.", "2025-03"),
        ("The record was set in March.", "2024-03"),
        ("The bill, to be taken up in January, split the council.", "2025-01"),
        ("The first mill to be shut in March was in Brod.", "2024-03"),
        ("The next hearing is on Monday.", "2024-05-20"),
        ("The blast is from Monday.", "2024-05-13"),
        ("Sentencing is January 12.", "2025-01-12"),
        ("The race is scheduled for April 23.", "2025-04-23"),
        ("The race was originally scheduled for April 23.", "2024-04-23"),
    ],
)
def test_what_is_planned_is_to_come(text: str, value: str) -> None:
    assert value in [one.value for one in times_of(text)]


def test_a_day_goes_into_the_next_one() -> None:
    told = times_of("Crippling blizzard likely Saturday into Sunday morning for the valley.", "2024-05-17")
    assert [one.value for one in told] == ["2024-05-18", "2024-05-19TMO"]


def test_degrees_are_no_decade() -> None:
    assert [one.text for one in times_of("Temperatures fell into the 20s in Brod.")] == []
    assert [one.value for one in times_of("The band was big in the 80s.")] == ["198"]


def test_a_month_of_a_saying_is_near_the_report_whatever_year_a_paper_is_of() -> None:
    told = times_of("According to a 2017 paper by Kovar, moving costs much, Brand wrote in April.")
    assert [one.value for one in told] == ["2017", "2024-04"]
    told = times_of("The mill was sold in 2017, and it was shut in April.")
    assert [one.value for one in told] == ["2017", "2017-04"]
