import pytest
from tests.extract.figures_of import figures_of


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("time", "The bridge fell on 3 March 2021 at 10:30 a.m. after two days of rain."),
        ("years-old", "The 34-year-old pilot was there."),
        ("years-old", "The 2,900 year-old cave was there."),
        ("top", "The top three seeds were there."),
        ("name", "The S&P 500 companies were there."),
        ("year", "Tarn's 2018 sales were there."),
        ("age", "A cook aged 61 was there."),
        ("age", "Ada Cole, 45, was there."),
        ("age", "The class is for people under 30."),
        ("age", "Users 10 and older may enter."),
        ("moment", "At one point he fell."),
        ("moment", "It shook for a few moments."),
        ("moment", "It burned for the past few nights."),
        ("pronoun", "The plan, the one providing aid, is shut."),
        ("chosen", "Kovar is one of the few that remain."),
        ("results", "Their poor test scores fell."),
        ("one-by-name", "It hired one Ana Maria Kovar."),
        ("age", "Ida Kovar, 67 of Brod, was there."),
        ("hotline", "A 911 call was made, and she dialled 999."),
        ("nought", "The zero tolerance policy failed."),
        ("parent", "The mum-of-four Ada Cole wept."),
        ("parent", "She is a mother of two."),
        ("speaker", "One official said so."),
        ("score", "The Rams (4-11) lost."),
        ("ratio", "Around nine in ten Democrats agree."),
        ("ratio", "Roughly four-in-ten Americans agree."),
        ("labelled", "The category 5 storm passed."),
        ("counter", "2 of 25 photos: the harbour at dawn."),
        ("counter", "Photo 7 of 12 shows the harbour."),
        ("foreign", "It was posted on 14 сентября."),
        ("counter", "Slideshow (9 images)"),
        ("year", "Final 2014 numbers were out."),
        ("labelled", "Tactical Group No. 84 was there."),
        ("labelled", "They invoked Article 5 of the treaty."),
        ("labelled", "They cut sections 3-5 of the law."),
        ("formation", "The 84 Brigade was there."),
        ("formation", "The 7th Brigade was there."),
        ("name", "A Boeing 737 was there."),
        ("name", "The F-16 was there."),
        ("name", "World War II was over."),
        ("address", "They met at 10 Downing Street."),
        ("phone", "Call 555-123-4567 for help."),
        ("score", "Rovers beat City 3-1."),
        ("ratio", "One in five is out of work."),
        ("labelled", "A Category 1 hurricane was there."),
        ("manner", "It has 16 times as many as there were."),
        ("tellings", "Kovar gave three accounts of it."),
        ("ratio", "Three out of every four houses were there."),
        ("idiom", "One of the guards slept."),
        ("idiom", "No one was there, and they saw one another."),
        ("idiom", "On the one hand it was late."),
        ("manner", "The names were spelled in two ways."),
        ("manner", "The names were counted two times."),
        ("oneness", "Both offices now work from one list."),
        ("oneness", "Not one manager called."),
        ("example", "One such case is well known."),
        ("one-by-name", "It is a hard question, but one McDowell has shrugged off."),
        ("of-anothers-clause", "It is one of only nine Marlow has granted."),
        ("age", "She is 39 today."),
        ("name", "The Group of Seven was there."),
        ("ago", "Just two summers ago the yard was full."),
        ("url", "Read more at www.example.org/2/45 now."),
        ("listed", "1. Open the valve."),
        ("year", "The 2003 election was close."),
        ("hyphened", "A four-door car was there."),
        ("glued", "The 5G network was there."),
        ("glued", "The PS5 was there."),
        ("fold", "Sales grew sixfold there."),
        ("bare-one", "He wanted one."),
    ],
)
def test_numbers_that_count_nothing_are_no_figures(rule: str, text: str) -> None:
    assert [figure.text for figure in figures_of(text)] == []


def test_what_stands_beside_such_numbers_is_still_found() -> None:
    found = figures_of("Ada Cole, 45, of 10 Downing Street saw three ships on 3 March.")
    assert [(figure.text, figure.measure) for figure in found] == [("three ships", "ship")]


def test_a_percentage_is_a_figure() -> None:
    (only,) = figures_of("The tax rose by 4 percent.")
    assert (only.measure, only.unit, only.low) == ("share", "percent", 4)


def test_a_count_before_in_and_another_count_is_no_ratio() -> None:
    found = figures_of("The rebels killed 12 in three raids.")
    assert [(figure.low, figure.measure) for figure in found] == [(12, "killed"), (3, "raid")]


def test_one_such_thing_that_is_acted_on_is_counted() -> None:
    (only,) = figures_of("The log recorded one such warning.")
    assert (only.text, only.measure) == ("one such warning", "warning")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The home takes under 30 people.", "under 30 people"),
        ("They were held at one station.", "one station"),
        ("She made 912 calls in a year.", "912 calls"),
        ("She kept two of the 25 photos.", "two of the 25 photos"),
        ("There were zero survivors.", "zero survivors"),
        ("A group of four boys fled.", "four boys"),
        ("They arrested one official.", "one official"),
        ("One Palestinian was killed.", "One Palestinian"),
        ("One Marine was killed.", "One Marine"),
        ("A few were killed.", "A few"),
        ("Scores were killed.", "Scores"),
        ("In the vote, 12 of Brod's guards left.", "12 of Brod's guards"),
        ("The yard was full for two summers.", "two summers"),
        ("The estimate (14 to 20) is rough.", "14 to 20"),
        ("Nine in ten cells lay 40 men.", "40 men"),
        ("The unit 12 men strong fled.", "12 men"),
        ("He broke 14 piñatas.", "14 piñatas"),
        ("She kept the album of 9 images.", "9 images"),
        ("Some 2014 men were there.", "Some 2014 men"),
        ("The group shot dead 20 children ages 6 and 7.", "20 children"),
    ],
)
def test_what_looks_alike_is_counted(text: str, figure: str) -> None:
    assert figure in [one.text for one in figures_of(text)]
