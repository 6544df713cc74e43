"""Whose a quotation is that no cue's own clause holds."""

from tests.extract.facts_of import said, sources


def test_a_relative_clause_that_is_over_takes_no_quotation_behind_it() -> None:
    text = "A clerk who offered herself up died, and Ana Kovar was honoured for “quiet and plain courage.”"
    assert not [one for one in said(text) if one.text.startswith("“")]


def test_a_relative_clause_keeps_the_quotation_within_it() -> None:
    text = "Ana Kovar, who said “we are out of water,” left on Monday."
    (only,) = said(text)
    assert (only.text, sources(text, only)) == ("“we are out of water,”", {"Ana Kovar"})


def test_a_sentence_behind_a_full_stop_that_does_more_than_name_the_speaker_takes_no_quotation() -> None:
    text = (
        "The court ruled that she was no “aggrieved party at all.” Kovar, after hearing both sides, agreed."
    )
    assert {*map(frozenset, (sources(text, one) for one in said(text)))} == {frozenset({"court"})}


def test_a_mere_tag_behind_a_full_stop_takes_its_quotation() -> None:
    text = "“We are out of water.” Kovar said."
    (only,) = said(text)
    assert sources(text, only) == {"Kovar"}


def test_reporters_who_are_told_something_have_not_said_it() -> None:
    text = "“We heard a bang – well, several bangs,” shopper Christian Gilbert told reporters."
    (only,) = said(text)
    assert sources(text, only) == {"Christian Gilbert"}


def test_a_verb_before_the_name_and_a_colon_tells_who_speaks() -> None:
    (only,) = said("The board met in Lunde.\n\nSaid Feeley: “I do not see that she cares for the port.”")
    assert only.source is not None
    assert only.source.text == "Feeley"


def test_a_verb_before_the_name_and_what_it_is_about_tells_who_speaks() -> None:
    text = (
        "The board met in Lunde.\n\nAdded Feeley of the charges against Kovar: “Much of it is decades ago.”"
    )
    (only,) = said(text)
    assert only.source is not None
    assert only.source.text == "Feeley"


def test_a_number_of_those_who_can_speak_speaks() -> None:
    (only,) = said("Nine of the council's 12 members stood up and vowed to end the works.")
    assert only.source is not None
    assert only.source.text.startswith("Nine of the council")


def test_whatever_somebody_says_tells_of_no_saying() -> None:
    text = "One clerk told the Lunde Post that whatever she says “you are going to ask for more of it.”"
    assert [one.source and one.source.text for one in said(text)] == ["One clerk"]
