"""Whose very words a quotation is that only "in the words of" introduces."""

import pytest
from tests.extract.facts_of import said, sources


@pytest.mark.parametrize(
    ("text", "content", "who"),
    [
        (
            "The roof leaked, and in the words of the prosecutor, Odran Feeley, “nobody went up to look.”",
            "“nobody went up to look.”",
            "Odran Feeley",
        ),
        (
            "The plan is a “dead letter that nobody will read,” in the words of one engineer.",
            "“dead letter that nobody will read,”",
            "one engineer",
        ),
        (
            "The yard was, in Kovar’s words, “a place where nobody wants to stay,” and it closed.",
            "“a place where nobody wants to stay,”",
            "Kovar",
        ),
    ],
)
def test_a_quotation_is_theirs_in_whose_words_it_is_put(text: str, content: str, who: str) -> None:
    (only,) = said(text)
    assert (only.text, sources(text, only)) == (content, {who})


@pytest.mark.parametrize(
    "text",
    [
        "The yard, in the words of the song, was dead, and the banner of the crowd was “Home.”",
        "In the words of the treaty no trade is named, and the port of Lunde stayed shut.",
    ],
)
def test_words_without_a_quotation_beside_them_are_nobodys(text: str) -> None:
    assert not said(text)
