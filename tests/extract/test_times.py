from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.extract.figures_of import times_of

from sayso.extract.timexes.stretches import easter
from sayso.model.report import Precision, TimeType


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("The mine closed on 3 March 2021.", "3 March 2021", "2021-03-03"),
        ("The mine closed on March 3, 2021.", "March 3, 2021", "2021-03-03"),
        ("The log is dated 2021-03-03 in full.", "2021-03-03", "2021-03-03"),
        ("The mine closed on December 17.", "December 17", "2023-12-17"),
        ("The fair opens on May 20.", "May 20", "2024-05-20"),
        ("The mine closed on Friday.", "Friday", "2024-05-10"),
        ("The mine closed on Wednesday.", "Wednesday", "2024-05-15"),
        ("The mine will close on Friday.", "Friday", "2024-05-17"),
        ("The mine closed on Thursday.", "Thursday", "2024-05-16"),
        ("The mine closed last Thursday.", "last Thursday", "2024-05-09"),
        ("It flooded in late December.", "late December", "2023-12"),
        ("It has been shut since October.", "October", "2023-10"),
        ("It flooded last month.", "last month", "2024-04"),
        ("It flooded last week.", "last week", "2024-W19"),
        ("It flooded three days ago.", "three days ago", "2024-05-12"),
        ("It flooded yesterday.", "yesterday", "2024-05-14"),
        ("It was built in the 1990s.", "the 1990s", "199"),
        ("It was built in 1987.", "1987", "1987"),
        ("The strike lasted three days.", "three days", "P3D"),
        ("They meet every week.", "every week", "P1W"),
        ("It sank on the night of 3 May.", "the night of 3 May", "2024-05-03TNI"),
        ("It sank on Saturday night.", "Saturday night", "2024-05-11TNI"),
    ],
)
def test_an_expression_has_its_span_and_value(text: str, found: str, value: str) -> None:
    (only,) = times_of(text)
    assert (only.text, only.value) == (found, value)
    assert text[only.start : only.end] == found


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Shells fell on December 14-15.", "2023-12-14", "2023-12-15"),
        ("Shells fell on 14 and 15 December 2022.", "2022-12-14", "2022-12-15"),
        ("Shells fell in the night of 3 to 4 May.", "2024-05-03", "2024-05-04"),
        ("Shells fell earlier this month.", "2024-05-01", "2024-05-15"),
        ("Shells fell in late December.", "2023-12-16", "2023-12-31"),
        ("Shells fell last week.", "2024-05-06", "2024-05-12"),
    ],
)
def test_a_stretch_of_days_is_one_moment(text: str, first: str, last: str) -> None:
    (only,) = times_of(text)
    assert only.moment is not None
    assert (only.moment.from_, only.moment.to) == (first, last)


def test_a_full_date_has_no_anchor_and_a_relative_one_is_reckoned_from_publication() -> None:
    full, relative = times_of("It burned on 3 March 2021 and was rebuilt last year.")
    assert (full.anchor, relative.anchor) == (None, "published")
    assert relative.moment is not None
    assert relative.moment.precision is Precision.YEAR


@pytest.mark.parametrize(
    "text", ["The mine closed on Friday.", "It flooded last month.", "It fell yesterday."]
)
def test_without_a_publication_day_a_relative_time_stays_unresolved(text: str) -> None:
    (only,) = times_of(text, published=None)
    assert (only.value, only.moment, only.anchor) == (None, None, None)


def test_without_a_publication_day_a_date_keeps_what_it_states() -> None:
    day, month = times_of("It burned on December 17 and again in March.", published=None)
    assert (day.value, month.value) == ("XXXX-12-17", "XXXX-03")
    assert day.moment is None


def test_that_same_month_is_unresolved_when_its_antecedent_stands_elsewhere() -> None:
    *_, last = times_of("The dam broke on 3 March 2021, police said. That same month he left, Kovar said.")
    assert (last.text, last.value, last.moment) == ("That same month", None, None)


def test_a_day_later_leans_on_a_date_in_the_same_sentence() -> None:
    _, later = times_of("He was seized on 3 March 2021 and died two days later.")
    assert (later.value, later.anchor) == ("2021-03-05", "text")


def test_a_date_that_no_calendar_has_gets_no_value() -> None:
    (only,) = times_of("The note is dated 29 February 2023.")
    assert (only.value, only.moment) == (None, None)


def test_a_date_that_reads_in_two_ways_gets_no_value() -> None:
    both, one = times_of("The forms say 03/04/2021 and 25/04/2021.")
    assert (both.value, one.value) == (None, "2021-04-25")


def test_a_history_takes_the_year_told_last() -> None:
    found = times_of(
        "War broke out in 1911. It ended in 1914. In March 1915 the king fled. He returned in May."
    )
    assert found[-1].value == "1915-05"


def test_news_with_some_background_is_no_history() -> None:
    *_, last = times_of(
        "Built in 2011, sold in 2013 and 2016, it is shut now. It opens today, yet this year it lost money."
    )
    assert (last.text, last.value) == ("this year", "2024")


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and he came second.",
        "World War II shaped the town.",
        "They march to the sea.",
        "In all, 12 people were told.",
        "A 34-year-old clerk was told.",
        "He scored in the first quarter of the game.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert times_of(text) == ()


def test_a_number_after_a_month_counts_its_noun() -> None:
    (only,) = times_of("In May 12 people died there.")
    assert (only.text, only.type) == ("May", TimeType.DATE)


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("The boat left at 5:40 p.m. on Monday.", "5:40 p.m. on Monday", "2024-05-13T17:40"),
        ("The bank shut at 9am on 12 May.", "9am on 12 May", "2024-05-12T09:00"),
        ("The count is as of noon on Friday.", "noon on Friday", "2024-05-10T12:00"),
        ("It broke in the early hours of Tuesday.", "the early hours of Tuesday", "2024-05-14TMO"),
        ("The road was cut late on Monday.", "late on Monday", "2024-05-13TNI"),
        ("She died overnight.", "overnight", "2024-05-14TNI"),
        ("He worked there for twenty-two years.", "twenty-two years", "P22Y"),
        ("They waited half an hour.", "half an hour", "PT30M"),
        ("They waited two and a half hours.", "two and a half hours", "PT2H30M"),
        ("It took a year and a half.", "a year and a half", "P1Y6M"),
        ("They packed boxes for weeks.", "weeks", "PXW"),
        ("Every hour counts.", "Every hour", "PT1H"),
        ("Profit fell in the first quarter.", "the first quarter", "2024-Q1"),
        ("The pumps had failed since Easter.", "Easter", "2024-03-31"),
    ],
)
def test_an_expression_has_its_whole_span_and_value(text: str, found: str, value: str) -> None:
    (only,) = times_of(text)
    assert (only.text, only.value) == (found, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mill will close by the end of September.", "2024-09"),
        ("No notices would be issued before 15 August.", "2024-08-15"),
        ("They planned to shut the mill by the end of July.", "2024-07"),
        ("The ovens could go cold as early as July.", "2024-07"),
        ("It hopes to be on the ballot in November.", "2024-11"),
        ("The club wants to open shops in December.", "2024-12"),
        ("The club tried to open shops in December.", "2023-12"),
        ("Talks would start on Monday.", "2024-05-20"),
        ("The vote is due on Friday.", "2024-05-17"),
        ("Rain was forecast until Thursday.", "2024-05-16"),
        ("Classes are suspended until Monday.", "2024-05-20"),
        ("Classes were suspended until Monday.", "2024-05-13"),
        ("He could not be reached on Monday.", "2024-05-13"),
        ("The war began as early as November.", "2023-11"),
        ("The hall will be able to open on Monday.", "2024-05-20"),
        ("The hall was able to open on Monday.", "2024-05-13"),
        ("It will be their first fall since a slump in July.", "2023-07"),
        ("The guild vowed it would answer the Friday killing of a guard.", "2024-05-10"),
        ("The guild will answer Friday’s attack.", "2024-05-10"),
        ("The guild will answer at the Friday rally.", "2024-05-17"),
    ],
)
def test_a_clause_about_the_future_takes_the_coming_day(text: str, value: str) -> None:
    (only,) = times_of(text)
    assert only.value == value


def test_a_clock_time_takes_the_day_of_the_one_before_it_in_the_sentence() -> None:
    _, call = times_of("The boat left at 5:40 p.m. on Monday and called at 6:52 p.m. for help.")
    assert call.value == "2024-05-13T18:52"


def test_easter_is_reckoned_and_the_island_is_none() -> None:
    assert [easter(year).isoformat() for year in (1999, 2000, 2023, 2025)] == [
        "1999-04-04", "2000-04-23", "2023-04-09", "2025-04-20",
    ]  # fmt: skip
    assert times_of("He flew to Easter Island.") == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet="0123456789 ,.-/:'\"()$%MayJune Friday lastago\nthe of two days", max_size=80))
def test_any_text_gives_times_in_order_with_their_own_words(text: str) -> None:
    found = times_of(text)
    assert all(text[item.start : item.end] == item.text for item in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The trial begins on Monday.", "2024-05-20"),
        ("The board is meeting on Friday.", "2024-05-17"),
        ("The ministers meet Friday.", "2024-05-17"),
        ("He must appear in court on Friday.", "2024-05-17"),
        ("The talks began on Monday.", "2024-05-13"),
        ("Opening Friday, the fair drew a crowd.", "2024-05-10"),
        ("Fears grow after the talks on Monday.", "2024-05-13"),
        ("Bomb kills nine on Monday.", "2024-05-13"),
    ],
)
def test_what_is_on_a_calendar_comes_on_the_day_told_in_the_present(text: str, value: str) -> None:
    (only,) = times_of(text)
    assert only.value == value


def test_a_month_behind_as_of_is_near_whatever_was_told_before() -> None:
    _, month = times_of("It opened in 2003 and held 40 beds as of March.")
    assert month.value == "2024-03"
    _, month = times_of("It opened in May 2003 and shut in June.")
    assert month.value == "2003-06"


def test_days_of_one_month_ahead_are_of_one_year() -> None:
    _, other = times_of("They will be away from 17 to 19 August and again on 21 August.")
    assert other.value == "2024-08-21"
