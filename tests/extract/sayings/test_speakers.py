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
