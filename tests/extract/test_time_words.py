"""Words that stand for a time without a date, and words that only look like one."""

import pytest
from tests.extract.figures_of import figures_of, times_of

from sayso.model.report import TimeType


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("The former mayor spoke.", "former", "PAST_REF"),
        ("Nobody knows the future.", "the future", "FUTURE_REF"),
        ("It was wood in the past.", "the past", "PAST_REF"),
        ("They pay him by the piece, ten per day.", "per day", "P1D"),
        ("She walks every Monday morning.", "every Monday morning", "XXXX-WXX-1"),
        ("For two bloody weeks they held out.", "two bloody weeks", "P2W"),
        ("The 46-day siege ended.", "46-day", "P46D"),
        ("In recent weeks it rained.", "recent weeks", "PXW"),
        ("It stays shut in the following months.", "the following months", "PXM"),
        ("He slept little at night.", "night", "2024-05-15TNI"),
        ("He left at 12 noon on Friday.", "12 noon on Friday", "2024-05-10T12:00"),
        ("The lamps went out in the sixties.", "the sixties", "196"),
        ("On 9/11 he was abroad.", "9/11", "2001-09-11"),
        ("Prices are above 2000 levels.", "2000", "2000"),
        ("The town hosted the 2012 Summer Games.", "2012", "2012"),
        ("A Wednesday news conference was held.", "Wednesday", "2024-05-15"),
        ("Guests arrive this weekend.", "this weekend", "2024-W20-WE"),
        ("Guests came this weekend.", "this weekend", "2024-W19-WE"),
        ("cu tmrw nite", "tmrw nite", "2024-05-16TNI"),
        ("Open this Sat, 7pm", "this Sat, 7pm", "2024-05-18T19:00"),
        ("The run took 3mins.", "3mins", "PT3M"),
        ("It fell to 49.55 Hz on 9 May, 49.52 Hz in all.", "9 May", "2024-05-09"),
        ("It grew 2.75 on 9 May.", "9 May", "2024-05-09"),
        ("It is dated 27.03.15 in ink.", "27.03.15", "2015-03-27"),
        ("The siege took a hundred days.", "a hundred days", "P100D"),
        ("It lay there one hundred and twenty years.", "one hundred and twenty years", "P120Y"),
        ("The mill shut two dozen years ago.", "two dozen years ago", "2000"),
        ("They meet every other Tuesday.", "every other Tuesday", "XXXX-WXX-2"),
        ("They meet every other week.", "every other week", "P2W"),
        ("They vote every second Friday.", "every second Friday", "XXXX-WXX-5"),
        ("It stays shut at this time.", "this time", "PRESENT_REF"),
        (
            "The quay broke at 5:34 a.m. local time on Monday.",
            "5:34 a.m. local time on Monday",
            "2024-05-13T05:34",
        ),
        ("In a letter of 14 March he resigned.", "14 March", "2024-03-14"),
    ],
)
def test_a_word_for_a_time_has_its_span_and_value(text: str, found: str, value: str) -> None:
    (only,) = times_of(text)
    assert (only.text, only.value) == (found, value)


@pytest.mark.parametrize(
    "text",
    [
        "This time they came by sea.",
        "He rejected the former.",
        "The Long March began here.",
        "In her 80s she sang.",
        "The last quarter of the game was rough.",
        "He threw for 12 yards in the third quarter.",
        "Flight 1932 was late.",
        "It sold 2000 copies.",
        "About 1000 come from the coast.",
        "Of the two, the former was shot.",
        "At this point the road ends.",
        "Mind yr step.",
    ],
)
def test_a_word_that_only_looks_like_a_time_is_none(text: str) -> None:
    assert times_of(text) == ()


@pytest.mark.parametrize("text", ["At that time the mill was shut.", "It fell during this period."])
def test_a_time_told_elsewhere_has_no_value(text: str) -> None:
    (only,) = times_of(text)
    assert (only.type, only.value, only.moment) == (TimeType.DATE, None, None)


def test_two_days_after_what_follows_is_a_length() -> None:
    (only,) = times_of("He left two days after the vote.")
    assert (only.text, only.value) == ("two days", "P2D")


def test_a_day_of_any_week_has_no_value() -> None:
    (only,) = times_of("It opened on a Wednesday.")
    assert only.value is None


@pytest.mark.parametrize(
    ("text", "head"),
    [("Three night watchmen were killed.", "night watchmen"), ("Three former guards were killed.", "guards")],
)
def test_a_bare_time_word_leaves_its_noun_to_be_counted(text: str, head: str) -> None:
    (figure,) = figures_of(text)
    assert (figure.low, figure.measure) == (3, "killed")
    assert head.split()[-1] in figure.text


@pytest.mark.parametrize(
    "text",
    [
        "In " + "9" * 6000 + " days and 0000 BC and 9999 BC and AD 0.",
        "It fell in the 0th century and in the 0th quarter of 2021.",
        "On 31 February 2021, 00/00/0000, 99.99.99 and 2021-13-45.",
        "٣١ May ٢٠٢١ and ²⁰²¹ and the ٠th century",
        "-".join(["2021"] * 300),
        "from May to " * 300,
        "the last the last of of of the first 5 of of May May 5 5 5 2021 2021 BC BC",
        "3mins-May-5-2021 mid-99999 5-6-7 May-99 Aug-0",
    ],
)
def test_no_text_makes_it_fall(text: str) -> None:
    for published in ("2024-05-15", "0001-01-01", "9999-12-31", None):
        for item in times_of(text, published):
            assert text[item.start : item.end] == item.text


@pytest.mark.parametrize(
    "text", ["At night, 40 people were killed.", "At the same time, 40 people were killed."]
)
def test_a_figure_beside_no_day_is_as_of_its_report(text: str) -> None:
    (figure,) = figures_of(text)
    assert figure.during is None
    assert figure.as_of is not None
    assert (figure.as_of.from_, figure.as_of.to) == (None, "2024-05-15")


def test_a_figure_of_a_day_told_elsewhere_is_as_of_no_known_day() -> None:
    (figure,) = figures_of("At that time 40 people were killed.")
    assert figure.as_of is None


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("He flew on Wing One last month.", "last month", "2024-04"),
        ("In this May 3, 2021 photo he smiles.", "this May 3, 2021", "2021-05-03"),
        ("This past week was dry.", "This past week", "2024-W19"),
        ("It is that last year was bad.", "last year", "2023"),
    ],
)
def test_an_expression_ends_where_its_words_end(text: str, found: str, value: str) -> None:
    assert (found, value) in [(item.text, item.value) for item in times_of(text)]
