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
    ("text", "content"),
    [
        (
            "Kovar told the council that 900 men left, a figure that port officials described as too low.",
            "that 900 men left",
        ),
        (
            "The union said that the law would cost jobs, a claim that Kovar and her backers called false.",
            "that the law would cost jobs",
        ),
    ],
)
def test_what_others_hold_of_a_saying_is_no_part_of_it(text: str, content: str) -> None:
    assert said(text)[0].text == content
    assert all(one.within is None for one in said(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kovar made a claim that the union called false.",
        "Kovar said that the pumps were unsafe, a claim that he had made in May.",
    ],
)
def test_a_clause_about_a_claim_is_not_what_is_claimed(text: str) -> None:
    assert not any(one.cue and one.cue.text.endswith("claim") for one in said(text))


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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The prosecutor said she needed more time, prompting lawyers to accuse her of stalling.",
            ["she needed more time", "her of stalling"],
        ),
        (
            "The mayor said the dam broke, forcing families to leave.",
            ["the dam broke, forcing families to leave"],
        ),
    ],
)
def test_whom_a_saying_brought_to_speak_tells_the_outlet(text: str, told: list[str]) -> None:
    assert [one.text for one in said(text)] == told
