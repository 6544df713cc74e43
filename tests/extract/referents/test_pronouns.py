"""Whom "he", "it" and "they" mean where they say something."""

from tests.extract.facts_of import said, sources


def speaker(text: str, content: str) -> set[str]:
    """Who says what begins so."""
    (only,) = (one for one in said(text) if one.text.lstrip("“").startswith(content))
    return sources(text, only)


def test_who_goes_on_is_the_one_who_told_of_another() -> None:
    text = "In the past, John Feeley noted, Peter Kovar has praised the dam. He added: “We all paid for it.”"
    assert speaker(text, "We all") == {"John Feeley"}


def test_who_denies_it_is_the_one_of_whom_it_was_told() -> None:
    text = "Odran Feeley said that Peter Kovar had sold the pumps. He denied that he had seen them."
    assert speaker(text, "that he had") == {"Peter Kovar"}
