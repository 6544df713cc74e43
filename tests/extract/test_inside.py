"""What is said, thought and asked inside what somebody else says: quotations, turns of a transcript."""

import pytest
from tests.extract.facts_of import said, sources

TALK = (
    "SHAW: What do we know about the fire tonight?\n\n"
    "KOVAR: We hear that more than seventy people are safe. I think the worst is over by now.\n\n"
    "SHAW: That was Mirela Kovar in Lunde, and I am Odran Shaw.\n\n"
    "Mirela Kovar reported from Lunde for Odran Shaw on Monday evening."
)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“I am confident that the dam will hold,” Mirela Kovar said.", "that the dam will hold"),
        ("“We have no doubt that the crew lied to us,” said Mirela Kovar.", "that the crew lied to us"),
    ],
)
def test_who_is_quoted_is_sure_of_something(text: str, content: str) -> None:
    inner, outer = sorted(said(text), key=lambda one: one.end - one.start)
    assert (inner.text, inner.within) == (content, outer.id)
    assert sources(text, inner) == sources(text, outer) == {"Mirela Kovar"}
    assert inner.relays == ()


def test_who_is_quoted_as_glad_says_no_more_than_that() -> None:
    (only,) = said("“I am glad that the dam held through the night,” Mirela Kovar said.")
    assert only.within is None


def test_what_somebody_must_say_is_not_said() -> None:
    text = "“The council must send a message that the river is not for sale,” Mirela Kovar said."
    (only,) = said(text)
    assert sources(text, only) == {"Mirela Kovar"}


def test_i_and_we_in_a_transcript_are_who_speaks() -> None:
    told = {one.text: sources(TALK, one) for one in said(TALK)}
    assert told["that more than seventy people are safe"] == {"Mirela Kovar"}
    assert told["the worst is over by now"] == {"Mirela Kovar"}


def test_we_in_words_before_who_says_them_are_who_says_them() -> None:
    text = "We know that the crew lied, Mirela Kovar said."
    inner = next(one for one in said(text) if one.text == "that the crew lied")
    assert sources(text, inner) == {"Mirela Kovar"}


def test_i_in_the_outlets_own_words_is_nobody_known() -> None:
    text = "Mirela Kovar said the road was shut. I think the worst is over by now."
    own = next(one for one in said(text) if one.text == "the worst is over by now")
    assert own.sources == ()


def test_the_mayor_of_whom_somebody_speaks_is_somebody_else() -> None:
    text = "Mirela Kovar said she believed that the mayor knew the dam was weak."
    told = next(one for one in said(text) if one.text == "the dam was weak")
    assert sources(text, told) == {"mayor"}


def test_the_mayor_who_speaks_is_the_only_one_named() -> None:
    text = "Mirela Kovar denied it. The mayor said the dam was safe."
    assert sources(text, said(text)[-1]) == {"Mirela Kovar"}
