"""Figures whose sentence was read wrongly once: what befell the counted, over what, and what is no more than
likely."""

import pytest
from tests.extract.figures_of import figures_of


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("There were 12 suspected cases and 14 confirmed cases of cholera.", ["suspected case", "case"]),
        ("The ministry reported 30 deaths and 12 probable deaths.", ["killed", "probable death"]),
        ("Guards killed 12 suspected militants.", ["killed"]),
    ],
)
def test_what_is_only_likely_is_another_count(text: str, measures: list[str]) -> None:
    assert [one.measure for one in figures_of(text)] == measures


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The bodies of two women washed ashore in Brod.", "killed"),
        ("Rescuers pulled the bodies of 12 migrants from the sea.", "killed"),
        ("The governing bodies of 12 players met.", "player"),
        ("Nine miners were killed. At least 31 others were being treated.", "injured"),
        ("Twelve clerks were being treated as suspects.", "clerk"),
        ("Forty people were taken to a clinic.", "injured"),
        ("Forty people were taken to a match.", "people"),
    ],
)
def test_what_befell_the_counted(text: str, measure: str) -> None:
    assert figures_of(text)[-1].measure == measure


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("Since taking office in 2017, Kovar has appointed two judges.", "cumulative"),
        ("Since taking office in 2017, Kovar has had two aides.", "level"),
        ("Kovar released a man who had been in jail since 2003.", "level"),
        ("Kovar has released 12 men since 2003.", "cumulative"),
    ],
)
def test_since_counts_from_a_start_on(text: str, extent: str) -> None:
    (found,) = figures_of(text)
    assert found.extent == extent


def test_no_quantity_is_about_a_day() -> None:
    (found,) = figures_of("Brod was forecast to get its first snow Thursday, 1 to 3 inches.")
    assert found.about != "Thursday"


@pytest.mark.parametrize(
    "text",
    [
        "He carried .357 Magnum rounds.",
        "The towns saw a foot or two of snow.",
        "Few doubted that the plan would pass.",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    assert not figures_of(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The fund lost .5 percent.", ".5 percent"),
        ("The towns lost a mill or three of their ships.", "three of their ships"),
        ("A few doubted that the plan would pass.", "A few"),
    ],
)
def test_what_looks_alike_counts(text: str, told: str) -> None:
    assert told in [one.text for one in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "measure", "who"),
    [
        ("The firm employed two co-defendants.", "defendant", "co-defendants"),
        ("Several recent break-ins were reported.", "break-in", "recent break-ins"),
        ("The inns had 12 guests.", "guest", "guests"),
        (
            "Kovar attacked four minority, progressive lawmakers.",
            "lawmaker",
            "minority, progressive lawmakers",
        ),
        ("Kovar sold 12 beer, and local officers watched.", "beer", "beer"),
        ("Thousands marched through Brod.", "people", None),
        ("Thousands were without power.", "people", None),
        ("Thousands were sold in Brod.", "count", None),
    ],
)
def test_what_is_counted(text: str, measure: str, who: str | None) -> None:
    (found,) = figures_of(text)
    assert (found.measure, found.who) == (measure, who)


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("They donated $4,000 at the July 2018 fundraiser.", "in-period"),
        ("They donated $4,000 to the July 2018 fundraiser.", "level"),
        ("Some 11 percent of households moved in 2015.", "in-period"),
        ("Some 11 percent of households had power in 2015.", "level"),
        ("Thousands marched in Brod on Monday.", "in-period"),
        ("Thousands lived in Brod on Monday.", "level"),
    ],
)
def test_what_was_done_in_a_time_is_counted_in_it(text: str, extent: str) -> None:
    assert figures_of(text)[0].extent == extent


def test_a_margin_is_no_fall() -> None:
    (margin,) = figures_of("Kovar lost the state by 8 points in the 2016 election.")
    assert (margin.change, margin.extent) == (None, "in-period")
    (fall,) = figures_of("Shares lost 8 points on Monday.")
    assert fall.change == "down"
