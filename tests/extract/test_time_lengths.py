"""Lengths of time told by their bounds, seasons of the weather, and times of day apart from their day."""

import pytest
from tests.extract.figures_of import times_of

from sayso.model.report import TimeType


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("The search lasted three to four hours.", "three to four hours", "PT3H/PT4H"),
        ("Symptoms show within seven to 12 days.", "seven to 12 days", "P7D/P12D"),
        ("It takes two or three weeks.", "two or three weeks", "P2W/P3W"),
        ("He waited 10-12 hours.", "10-12 hours", "PT10H/PT12H"),
        ("It takes between five and six months.", "five and six months", "P5M/P6M"),
        # may as well be lengthened from the one to the other
        ("The term went from three to five years.", "five years", "P5Y"),
        ("Two and three days, he said.", "three days", "P3D"),
    ],
)
def test_a_length_told_by_its_bounds_is_one_expression(text: str, found: str, value: str) -> None:
    (only,) = times_of(text)
    assert (only.text, only.type, only.value) == (found, TimeType.DURATION, value)


def test_so_long_ago_by_bounds_is_no_one_day() -> None:
    (only,) = times_of("The mill burned two to three weeks ago.")
    assert (only.text, only.value, only.moment) == ("two to three weeks ago", None, None)


def test_an_age_by_its_bounds_is_no_time() -> None:
    assert times_of("The children were five to seven years old.") == ()


def test_a_season_of_the_weather_is_at_no_time_that_the_calendar_tells() -> None:
    (only,) = times_of("The road is shut in the rainy season.")
    assert (only.text, only.type, only.value) == ("the rainy season", TimeType.DATE, None)


def test_the_season_of_a_team_is_no_time() -> None:
    assert times_of("It was the best season of the club.") == ()


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("The quake struck at 6.05am local time (0305 GMT) on Friday.", "2024-05-10T06:05"),
        ("The quake struck at 5:34 a.m. Brod time on Friday.", "2024-05-10T05:34"),
        # in a message the day it was sent, not that of what follows
        ("The quake struck at 5:34 a.m., and on Friday it rained.", "2024-05-15T05:34"),
    ],
)
def test_a_time_of_day_has_the_day_told_behind_whose_clock_it_is(text: str, hour: str) -> None:
    assert times_of(text)[0].value == hour


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("Following Friday's raid the yard was shut.", "Friday", "2024-05-10"),
        ("He ran the following Friday.", "following Friday", "2024-05-17"),
        (
            "In the early hours of the morning a mill burned.",
            "the early hours of the morning",
            "2024-05-15TMO",
        ),
        ("By mid-morning the road was open.", "mid-morning", "2024-05-15TMO"),
    ],
)
def test_a_word_before_a_day_or_part_of_it_is_read_with_it_or_left(text: str, found: str, value: str) -> None:
    (only,) = times_of(text)
    assert (only.text, only.value) == (found, value)


def test_what_is_kept_by_day_is_no_time() -> None:
    assert times_of("The day care was shut.") == ()
