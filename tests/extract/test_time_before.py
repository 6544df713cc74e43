"""Dates that words point back to: told in the sentence before, in brackets behind, or in the same list."""

import pytest
from tests.extract.figures_of import times_of

WAR = "War broke out in May 1911. It ended in June 1914. In March 1915 the king fled. "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("She was hurt on 3 May 2021. She left hospital five days later.", "2021-05-08"),
        ("She was hurt on 3 May 2021. She died early the next morning.", "2021-05-04TMO"),
        ("The mill asked for a siren in June. It was bought that same month.", "2023-06"),
        ("The shop closed in June, Ida Kovar said. It burned that same month, Kovar said.", "2023-06"),
        ("A shaft fell in on Friday. Two miners were freed that night.", "2024-05-10TNI"),
    ],
)
def test_a_date_goes_on_from_the_sentence_before(text: str, value: str) -> None:
    assert times_of(text)[-1].value == value


@pytest.mark.parametrize(
    "text",
    [
        "She was hurt on 3 May 2021.\n\nShe left hospital five days later.",
        "She was hurt on 3 May 2021. “I left five days later,” she said.",
        "She was hurt on 3 May 2021. Her mother wept. She left hospital five days later.",
        "The shop closed on 3 May, police said. Five days later it burned, Ida Kovar said.",
        "The bridge will open on 3 June. It was tested the day before.",
        "Nobody saw her. She died early the next morning.",
    ],
)
def test_a_date_told_elsewhere_stays_open(text: str) -> None:
    last = times_of(text)[-1]
    assert (last.value, last.moment) == (None, None)


def test_what_points_back_means_the_date_in_brackets_behind() -> None:
    later, year = times_of("The duke died two years later (in 1911).")
    assert later.value == year.value == "1911"
    assert times_of("The duke died two years later (aged 1911 days).")[0].value is None


def test_days_go_on_in_a_list() -> None:
    found = times_of("The class meets on June 2-3, 9-10 and 16-17.")
    assert [item.value for item in found] == [
        "2024-06-02/2024-06-03", "2024-06-09/2024-06-10", "2024-06-16/2024-06-17",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["They won 3-1, 9-10 in all.", "They met on June 2-3, and lost 1-0."])
def test_scores_are_no_days_of_a_list(text: str) -> None:
    assert all(item.text not in ("9-10", "1-0") for item in times_of(text))


def test_a_season_has_the_year_of_the_noun_that_it_describes() -> None:
    assert times_of("The Spring Offensive of 1918 failed.")[0].value == "1918-SP"
    assert times_of("In spring the mayor spoke of 1918.")[0].value != "1918-SP"


def test_that_year_is_the_year_told_last() -> None:
    assert times_of(WAR + "By 1914 it had stalled. In August of that year he fell.")[-1].value == "1914-08"


def test_what_goes_on_for_the_next_year_is_a_length() -> None:
    assert times_of("They fought on for the next year.")[-1].value == "P1Y"
    assert times_of(WAR + "The next year they fought on.")[-1].value == "1916"


@pytest.mark.parametrize(
    "text",
    [
        "The speaker carried the day.",
        "The Long March from the south wore them out.",
        "It ended the post-Second World War order.",
    ],
)
def test_words_of_idioms_and_names_are_no_time(text: str) -> None:
    assert times_of(text) == ()


def test_the_same_words_elsewhere_are() -> None:
    assert [item.value for item in times_of("It rained the whole day.")] == ["P1D"]
    assert [item.value for item in times_of("She showed a 30-second clip.")] == ["PT30S"]
    assert [item.value for item in times_of("It fell in March 1934.")] == ["1934-03"]


def test_years_before_our_era_are_joined_by_a_hyphen_too() -> None:
    assert [item.value for item in times_of("They fought in 396-395 BC.")] == ["BC0396/BC0395"]


def test_a_day_behind_a_comma_dates_a_time_of_day() -> None:
    assert [item.value for item in times_of("It sank at 9:34 p.m., March 19, 2003.")] == ["2003-03-19T21:34"]


def test_last_night_goes_on_until_morning() -> None:
    (night,) = times_of("Two men were hurt last night.")
    assert night.moment is not None
    assert (night.value, night.moment.from_, night.moment.to) == ("2024-05-14TNI", "2024-05-14", "2024-05-15")
