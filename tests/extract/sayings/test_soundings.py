import pytest
from tests.extract.facts_of import said


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "In a poll taken in May, Kovar led by five points.",
            "a poll taken in May",
            "Kovar led by five points",
        ),
        ("By one count, forty sheep died.", "one count", "forty sheep died"),
        (
            "The mayor trails his rival by nine points in a poll released on Monday.",
            "a poll released on Monday",
            "The mayor trails his rival by nine points",
        ),
    ],
)
def test_a_poll_or_a_count_tells(text: str, source: str, content: str) -> None:
    (only,) = said(text)
    assert only.source is not None
    assert (only.source.text, only.text) == (source, content)


@pytest.mark.parametrize(
    "text",
    [
        "In the harbour, Kovar led by five points.",
        "By one o’clock, forty sheep had died.",
        "Nine hundred growers voted in the poll.",
        "Kovar leads in the polls.",
    ],
)
def test_where_and_when_tell_nothing(text: str) -> None:
    assert said(text) == ()


def test_who_says_so_in_a_poll_is_who_was_asked() -> None:
    (only,) = said("In a poll taken in May, growers said that Kovar had lost.")
    assert only.source is not None
    assert only.source.text == "growers"
