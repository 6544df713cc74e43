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
