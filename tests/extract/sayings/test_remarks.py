"""What an outlet remarks behind what somebody says is its own, and what the source goes on to say is not."""

import pytest
from tests.extract.facts_of import narrated, said


@pytest.mark.parametrize(
    ("text", "content", "remark"),
    [
        (
            "The envoys claim that Norland lost 90 men in May, marking the first time it retreated.",
            "that Norland lost 90 men in May",
            "marking the first time it retreated",
        ),
        (
            "Mirela Kovar said on Friday that she had resigned, making her the third mayor to go.",
            "that she had resigned",
            "making her the third mayor to go",
        ),
    ],
)
def test_what_an_outlet_counts_behind_a_saying_is_its_own(text: str, content: str, remark: str) -> None:
    assert [one.text for one in said(text)] == [content]
    assert [one.text for one in narrated(text)] == [remark]


@pytest.mark.parametrize(
    "text",
    [
        "Mirela Kovar said that the ramp had been rebuilt, making it easier to board.",
        "Mirela Kovar said that the men went from house to house, marking doors.",
        "“The harbour was shut, marking the first time in a year,” Mirela Kovar said.",
    ],
)
def test_what_the_source_goes_on_to_say_is_no_remark(text: str) -> None:
    assert narrated(text) == ()
