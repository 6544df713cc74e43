"""Over what a figure counts, and as of when."""

import pytest
from tests.extract.figures_of import PUBLISHED, figures_of

from sayso.model.report import Basis, Change, Extent, Figure


def days(figure: Figure) -> tuple[str | None, str | None] | None:
    return (figure.during.from_, figure.during.to) if figure.during else None


def test_the_day_of_an_event_is_not_the_day_of_its_count() -> None:
    for text in (
        "A ferry sank on Monday, killing at least nine people.",
        "At least nine people died when a ferry sank on Monday.",
    ):
        (only,) = figures_of(text)
        assert (only.extent, days(only)) == (Extent.LEVEL, None)
        assert only.as_of is not None
        assert (only.as_of.from_, only.as_of.to, only.as_of.basis) == (None, PUBLISHED, Basis.INFERRED)


def test_the_count_of_an_event_long_over_is_that_of_its_day() -> None:
    (only,) = figures_of("A gunman opened fire in November 2009, killing 13 people.")
    assert (only.extent, days(only)) == (Extent.IN_PERIOD, ("2009-11-01", "2009-11-30"))


@pytest.mark.parametrize(
    ("text", "during"),
    [
        ("The floods of 2009 killed 12 people.", ("2009-01-01", "2009-12-31")),
        ("Last year's floods killed 12 people.", ("2023-01-01", "2023-12-31")),
        ("Twelve people died in the floods of 2009.", ("2009-01-01", "2009-12-31")),
        ("Twelve people died in Monday's floods.", None),
        ("The victims of 2009 met as the fire killed 12 people.", None),
    ],
)
def test_what_a_past_event_killed_is_of_the_time_that_names_it(
    text: str, during: tuple[str, str] | None
) -> None:
    (only,) = figures_of(text)
    assert days(only) == during


def test_a_day_said_with_the_count_itself_bounds_it() -> None:
    (only,) = figures_of("Nine people died on Monday.")
    assert (only.extent, days(only)) == (Extent.IN_PERIOD, ("2024-05-13", "2024-05-13"))


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the model projected 82,000 deaths.",
        "We were grieved on Monday to learn of the deaths of two members.",
        "Nine people died. Updated: 13 May 2024.",
    ],
)
def test_a_day_of_saying_or_learning_or_of_the_page_bounds_no_count(text: str) -> None:
    assert {(one.extent, days(one)) for one in figures_of(text)} == {(Extent.LEVEL, None)}


def test_a_toll_is_as_of_the_day_it_was_reached() -> None:
    (only,) = figures_of("The search was called off on Friday as the death toll reached 41.")
    assert (only.extent, days(only)) == (Extent.CUMULATIVE, None)
    assert only.as_of is not None
    assert only.as_of.from_ == "2024-05-10"


def test_the_first_since_a_year_counts_nothing_from_it_on() -> None:
    (old,) = figures_of("It is the first crash since 1959, when two passengers died.")
    assert (old.extent, days(old)) == (Extent.IN_PERIOD, ("1959-01-01", "1959-12-31"))
    (worst,) = figures_of("The blast, the deadliest since 2015, killed 12 people.")
    assert worst.extent is Extent.LEVEL


def test_a_count_since_a_day_goes_on_from_it() -> None:
    (only,) = figures_of("Since October at least 300 people have been killed, most of them farmers.")
    assert only.extent is Extent.CUMULATIVE


@pytest.mark.parametrize(
    "text",
    [
        "He killed two guards, wounding 22 others.",
        "Two guards died. Dozens more were injured.",
        "The tram overturned, trapping five people and injuring another 40.",
    ],
)
def test_more_that_befell_otherwise_adds_to_nothing(text: str) -> None:
    *_, last = figures_of(text)
    assert (last.measure, last.extent) == ("injured", Extent.LEVEL)


def test_more_of_the_same_is_new_since() -> None:
    _, new = figures_of("Nine people have died. Another three died overnight.")
    assert (new.measure, new.extent) == ("killed", Extent.NEW_SINCE)


@pytest.mark.parametrize(
    "text",
    [
        "The site lost 27 million pounds last year.",
        "The firm shed 410 jobs in 2023.",
        "Output fell 3 percent in 2023.",
    ],
)
def test_what_comes_and_goes_in_a_time_is_bounded_by_it(text: str) -> None:
    (only,) = figures_of(text)
    assert (only.extent, days(only)) == (Extent.IN_PERIOD, ("2023-01-01", "2023-12-31"))


@pytest.mark.parametrize(
    "text", ["The site had 410 jobs in 2023.", "The firm said in 2023 that it lost 410 jobs."]
)
def test_what_is_there_or_is_said_in_a_time_is_not(text: str) -> None:
    (only,) = figures_of(text)
    assert (only.extent, only.during) == (Extent.LEVEL, None)


def test_as_of_a_day_holds_for_every_count_of_its_sentence() -> None:
    found = figures_of("As of noon on Friday 12 people had died, 3 of them boys, and 26 were missing.")
    assert {one.as_of.from_ for one in found if one.as_of} == {"2024-05-10"}
    assert [one.extent for one in found] == [Extent.LEVEL, Extent.PART, Extent.LEVEL]


@pytest.mark.parametrize("text", ["26 people were missing on Friday.", "Ten remained missing on Friday."])
def test_how_things_stand_on_a_day_is_as_of_it(text: str) -> None:
    (only,) = figures_of(text)
    assert (only.measure, only.extent, days(only)) == ("missing", Extent.LEVEL, None)
    assert only.as_of is not None
    assert only.as_of.from_ == "2024-05-10"


def test_who_went_missing_on_a_day_did_so_in_it() -> None:
    (only,) = figures_of("Thirty people went missing on Friday.")
    assert (only.extent, days(only)) == (Extent.IN_PERIOD, ("2024-05-10", "2024-05-10"))


def test_two_days_that_are_joined_are_one_period() -> None:
    (only,) = figures_of("Crews recovered 14 bodies on Monday and Tuesday.")
    assert days(only) == ("2024-05-13", "2024-05-14")


def test_a_change_since_a_day_runs_from_it_and_says_nothing_of_what_follows() -> None:
    share, lost = figures_of("Bills have risen 38 percent since 2021, and the site lost £27 million.")
    assert (share.extent, days(share)) == (Extent.IN_PERIOD, ("2021-01-01", None))
    assert (lost.extent, days(lost)) == (Extent.LEVEL, None)


@pytest.mark.parametrize(
    "text",
    [
        "Friday's count shows an increase of 40 deaths.",
        "It is higher than it was five days ago, when a count of 40 deaths was announced.",
    ],
)
def test_a_day_that_names_a_count_or_its_telling_bounds_nothing(text: str) -> None:
    assert {one.during for one in figures_of(text)} == {None}


def test_a_share_that_something_is_up_by_since_a_day_runs_from_it() -> None:
    (share,) = figures_of("He blamed energy bills, up 38 per cent since 2021.")
    assert (share.extent, days(share)) == (Extent.IN_PERIOD, ("2021-01-01", None))


def test_a_day_to_come_is_no_day_of_a_count() -> None:
    (only,) = figures_of("The model projected 82,000 deaths by August 4.")
    assert only.as_of is not None
    assert only.as_of.from_ is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The blasts killed 12 people in the past two weeks.", "2024-05-01", PUBLISHED),
        ("The blasts have killed 40 people in the last 24 hours.", "2024-05-14", PUBLISHED),
        ("The firm lost $266 million in the first nine months of 2015.", "2015-01-01", "2015-09-30"),
        ("The firm lost $266 million in the last three months of 2015.", "2015-10-01", "2015-12-31"),
    ],
)
def test_a_length_of_known_days_is_a_period(text: str, first: str, last: str) -> None:
    (only,) = figures_of(text)
    assert (only.extent, days(only)) == (Extent.IN_PERIOD, (first, last))


def test_what_was_killed_over_years_stays_a_sum() -> None:
    (only,) = figures_of("The war has killed 4,000 people in the past nine years.")
    assert (only.extent, days(only)) == (Extent.CUMULATIVE, None)


@pytest.mark.parametrize(
    "text",
    [
        "Police failed on Monday to find the suspect in the killing of two guards.",
        "The man was charged on Monday with the murder of two guards.",
    ],
)
def test_a_deed_that_something_else_is_about_has_a_day_of_its_own(text: str) -> None:
    assert [days(one) for one in figures_of(text) if one.measure == "killed"] == [None]


def test_the_day_of_a_deed_itself_is_its_own() -> None:
    (only,) = figures_of("The killing of two guards on Monday shocked the town.")
    assert days(only) == ("2024-05-13", "2024-05-13")


@pytest.mark.parametrize("joint", ["and another", ", as well as another", "plus another"])
def test_another_that_is_joined_to_its_like_counts_the_same_deed(joint: str) -> None:
    _, more = figures_of(f"The strike killed 14 fighters {joint} five people.".replace(" ,", ","))
    assert (more.measure, more.extent) == ("killed", Extent.LEVEL)


def test_another_of_a_later_sentence_adds_to_what_was_told() -> None:
    *_, more = figures_of("The strike killed 14 people. On Tuesday it killed another five people.")
    assert more.extent is Extent.NEW_SINCE


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "He blamed energy bills, up 38 per cent since 2021, and a £27m loss last year.",
            "2023-01-01",
            "2023-12-31",
        ),
        ("The plant made a profit of £8m in 2022.", "2022-01-01", "2022-12-31"),
        ("The plant had $3 billion in sales last year.", "2023-01-01", "2023-12-31"),
        ("The founder pocketed £1.4m in 2022.", "2022-01-01", "2022-12-31"),
    ],
)
def test_what_came_or_went_is_counted_in_the_time_behind_it(text: str, first: str, last: str) -> None:
    *_, money = figures_of(text)
    assert (money.extent, days(money)) == (Extent.IN_PERIOD, (first, last))


def test_what_is_held_is_not_counted_in_the_time_behind_it() -> None:
    (only,) = figures_of("The fund has a stake of £8m in 2022 bonds.")
    assert (only.extent, days(only)) == (Extent.LEVEL, None)


@pytest.mark.parametrize(
    "text",
    [
        "The monsoon kills hundreds of people every year.",
        "The flood killed 12 people in three days.",
        "The firm put £90m into the foundry in 12 years.",
    ],
)
def test_what_is_counted_over_a_time_without_days_is_no_level(text: str) -> None:
    (only,) = figures_of(text)
    assert (only.extent, days(only)) == (Extent.IN_PERIOD, None)


@pytest.mark.parametrize(
    "text",
    [
        "The flood killed 12 people, who had waited for three days.",
        "The flood killed 12 people, the Harbour Daily said.",
    ],
)
def test_a_time_that_another_verb_or_name_has_leaves_a_level(text: str) -> None:
    assert figures_of(text)[0].extent is Extent.LEVEL


def as_of(figure: Figure) -> str | None:
    return figure.as_of.from_ if figure.as_of else None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nine people were killed and 31 are missing. He said the figures were as of noon on Tuesday.",
         ["2024-05-14", "2024-05-14"]),
        ("Nine people were killed and 31 are missing. The toll was as of Monday.", ["2024-05-13", None]),
        # The day of something else.
        ("Nine people were killed and 31 are missing. The bridge was shut as of Monday.", [None, None]),
        ("Nine people were killed and 31 are missing. The figures came on Tuesday.", [None, None]),
    ],
)  # fmt: skip
def test_figures_are_as_of_the_day_that_a_later_sentence_says(text: str, told: list[str | None]) -> None:
    assert [as_of(one) for one in figures_of(text)] == told


def test_how_many_were_so_on_a_day_holds_as_of_that_day() -> None:
    (only,) = figures_of("Some 40,000 homes were without power on Tuesday.")
    assert (only.extent, as_of(only)) == (Extent.LEVEL, "2024-05-14")


def test_how_many_there_were_in_a_year_is_not_as_of_that_year() -> None:
    (only,) = figures_of("There were about 20 fires last year.")
    assert as_of(only) is None


@pytest.mark.parametrize(
    "text",
    [
        "The worst flood in 50 years killed 12 people.",
        "The fire, the third in the past week, killed 12 people.",
        "It was the deadliest blast in the past ten years, killing 12 people.",
    ],
)
def test_how_long_it_is_the_worst_is_no_time_of_its_count(text: str) -> None:
    (only,) = figures_of(text)
    assert (only.extent, days(only)) == (Extent.LEVEL, None)


def test_what_several_floods_killed_over_years_is_a_sum() -> None:
    (only,) = figures_of("Floods in the past 50 years killed 1,200 people.")
    assert only.extent is Extent.CUMULATIVE


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("The flu kills 40,000 people a year.", Extent.IN_PERIOD),
        ("The tram served 27,000 passengers last year.", Extent.IN_PERIOD),
        ("The fair draws thousands of visitors every year.", Extent.IN_PERIOD),
        ("The debt will be paid in eight annual instalments.", Extent.LEVEL),
        ("Families making £1,500 a month must move.", Extent.LEVEL),
        ("The tram has 27,000 passengers.", Extent.LEVEL),
        ("Twelve people have already died.", Extent.CUMULATIVE),
        ("The 3,000 guards already in the valley stayed.", Extent.LEVEL),
        ("The mill is already £3 million in debt.", Extent.LEVEL),
    ],
)
def test_what_is_counted_again_and_again_or_so_far(text: str, extent: Extent) -> None:
    (figure,) = figures_of(text)
    assert figure.extent is extent


def test_since_as_an_adverb_is_of_its_own_verb() -> None:
    lost, gained = figures_of("The valley lost 8,000 jobs and has since gained back 6,000 jobs.")
    assert (lost.extent, gained.extent) == (Extent.LEVEL, Extent.CUMULATIVE)


def test_a_difference_between_two_times_is_a_change_and_adds_nothing() -> None:
    (more,) = figures_of("Some 900 more people died in 2018 than in 2016.")
    assert (more.extent, more.change) == (Extent.IN_PERIOD, Change.UP)
    (new,) = figures_of("Some 900 more people died in 2018, rather than none.")
    assert (new.extent, new.change) == (Extent.NEW_SINCE, None)


@pytest.mark.parametrize("lead", ["following an", "three days after the", "before the"])
def test_the_day_of_another_deed_is_not_that_of_the_count(lead: str) -> None:
    (dead,) = figures_of(f"Four guards died {lead} April 19 raid.")
    assert dead.during is None


@pytest.mark.parametrize(
    "text", ["Four guards died in the April 9 raid.", "Kovar left after the April 9 murder of four guards."]
)
def test_the_day_of_the_deed_itself_is(text: str) -> None:
    (dead,) = figures_of(text)
    assert days(dead) == ("2024-04-09", "2024-04-09")


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("The attacks in November that killed 130 people shook Lima.", "2023-11-30"),
        ("Last year's fires, which killed nine people, began in Brod.", "2023-12-31"),
        ("The 2015 attacks that killed 130 people are still on trial.", "2015-12-31"),
    ],
)
def test_the_day_of_what_did_it_is_that_of_its_deed(text: str, to: str) -> None:
    (one,) = figures_of(text)
    assert one.during is not None
    assert one.during.to == to


def test_a_day_before_who_did_it_is_another_deed() -> None:
    (one,) = figures_of("They held the man in March 2023 who killed nine people.")
    assert one.during is None


def test_a_period_that_still_runs_is_told_up_to_its_report() -> None:
    (one,) = figures_of("This year 40 people have been killed.")
    assert one.during is not None
    assert one.as_of is not None
    assert (one.during.to, one.as_of.from_, one.as_of.to) == ("2024-12-31", None, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("Since taking office, the mayor has spent $5 million on roads.", Extent.CUMULATIVE),
        (
            "Since the hearing was set, it came out that he signed a will, putting $5 million aside.",
            Extent.LEVEL,
        ),
    ],
)
def test_what_went_since_a_day_is_a_sum(text: str, extent: Extent) -> None:
    (one,) = figures_of(text)
    assert one.extent is extent


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("He robbed a mill in 2012 before killing two guards.", "2012-12-31"),
        ("A gunman entered a club on June 12 last year and killed 49 people.", "2023-06-12"),
    ],
)
def test_a_deed_has_the_finest_day_told_with_it(text: str, to: str) -> None:
    (one,) = figures_of(text)
    assert one.during is not None
    assert one.during.to == to


def test_a_senator_is_a_person() -> None:
    (one,) = figures_of("Two U.S. Senators were hurt.")
    assert one.unit == "person"
