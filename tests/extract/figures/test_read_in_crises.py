"""What reports of storms, blasts and outbreaks count: which noun, and whether at all."""

import pytest
from tests.extract.figures_of import figures_of, times_of

from sayso.model.report import Extent


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two surface-to-air missiles hit the plane.", [("Two surface-to-air missiles", "missile")]),
        ("His two brothers-in-law left.", [("two brothers", "brother")]),
        ("Two doses protect fully.", [("Two doses", "dose")]),
        ("It is a town of about 14,000 on the border.", [("about 14,000", "population")]),
        ("It is a list of about 14,000 on the border.", [("about 14,000", "count")]),
        # only the first are held
        (
            "It harmed 1,300 detainees, some 100 employees and others.",
            [("1,300 detainees", "arrested"), ("some 100 employees", "employee")],
        ),
        (
            "It killed 13 guards, some 10 cooks and others.",
            [("13 guards", "killed"), ("some 10 cooks", "killed")],
        ),
    ],
)
def test_a_number_counts_its_own_noun(text: str, found: list[tuple[str, str]]) -> None:
    assert sorted((one.text, one.measure) for one in figures_of(text)) == sorted(found)


@pytest.mark.parametrize(
    "text", ["He told 12 News that she was well.", "It was the largest since at least 2010."]
)
def test_a_channel_and_a_year_count_nothing(text: str) -> None:
    assert figures_of(text) == ()


def test_a_year_behind_at_least_is_a_time_where_a_word_leads_to_one() -> None:
    assert [one.text for one in times_of("It was the largest since at least 2010.")] == ["2010"]
    assert [one.text for one in figures_of("There were at least 2010 of them.")] != []


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("Some 15 countries, including 200 US soldiers, take part.", Extent.LEVEL),
        ("Some 15 soldiers, including two officers, take part.", Extent.PART),
        ("Officials confirmed 15 cases, including two children.", Extent.PART),
    ],
)
def test_people_are_no_part_of_things(text: str, extent: Extent) -> None:
    assert max(figures_of(text), key=lambda one: one.start).extent is extent


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("Two more cases of measles were confirmed in Brod.", Extent.NEW_SINCE),
        ("Two cases of measles were confirmed in Brod.", Extent.LEVEL),
        ("Two more wards were opened in Brod.", Extent.LEVEL),
    ],
)
def test_more_cases_come_on_top_of_those_there_were(text: str, extent: Extent) -> None:
    assert figures_of(text)[0].extent is extent
