import pytest
from tests.extract.facts_of import narrated, said, sources

from sayso.model.report import StatementKind


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody told us that the river was rising.” — Mirela Kovar, mayor of Lunde",
        "“Nobody told us that the river was rising.”\n\n― Mirela Kovar",
        "“Nobody told us that the river was rising.”― Mirela Kovar.",
    ],
)
def test_a_quotation_is_signed_behind_a_dash(text: str) -> None:
    (only,) = said(f"The tunnel in Lunde flooded on Monday night.\n\n{text}")
    assert (only.kind, only.text) == (StatementKind.DIRECT, "“Nobody told us that the river was rising.”")
    assert sources(f"The tunnel in Lunde flooded on Monday night.\n\n{text}", only) == {"Mirela Kovar"}


def test_a_dash_with_a_clause_behind_it_signs_nothing() -> None:
    assert said("“Nobody told us that the river was rising.” – Kovar left the room.") == ()


def test_the_paragraph_below_a_colon_is_what_was_said() -> None:
    text = (
        "The bridge is shut.\n\nThe governor wrote on Monday:\n\nIt was built for carts. Nobody checked it."
    )
    (only,) = said(text)
    assert only.text == "It was built for carts. Nobody checked it"
    assert sources(text, only) == {"governor"}


def test_a_paragraph_below_a_full_stop_is_the_outlets_own() -> None:
    text = "The governor wrote on Monday.\n\nThe bridge was built for carts."
    assert "The bridge was built for carts" in {one.text for one in narrated(text)}


def test_the_labels_of_a_transcript_say_who_speaks() -> None:
    text = (
        "John Kovar, the mayor, met Mary Feeley.\n\nThey met on Monday.\n\n"
        "KOVAR: We had no pumps at all. Nobody told us.\n\n"
        "FEELEY: You had six pumps and you sold them.\n\nKOVAR: You’re welcome."
    )
    spoken = [one for one in said(text) if one.kind is StatementKind.DIRECT]
    assert [(sources(text, one), one.text) for one in spoken] == [
        ({"John Kovar"}, "We had no pumps at all. Nobody told us"),
        ({"Mary Feeley"}, "You had six pumps and you sold them"),
    ]


def test_a_transcript_may_be_quoted_as_a_whole() -> None:
    text = (
        "John Kovar, the mayor, met the press.\n\nThey met on Monday in the town hall of Lunde.\n\n"
        "“KOVAR: We had no pumps at all. Nobody told us.\n\n"
        "“FEELEY: You had six pumps and you sold them.\n\n"
        "“KOVAR: We sold two of them to the county in May.\n\n“The others are of no use to anybody.\n\n"
        "“FEELEY: And what did you do with the other four?"
    )
    spoken = [one for one in said(text) if one.kind is StatementKind.DIRECT]
    assert [one.text for one in spoken] == [
        "We had no pumps at all. Nobody told us",
        "You had six pumps and you sold them",
        "We sold two of them to the county in May.\n\n“The others are of no use to anybody",
        "And what did you do with the other four?",
    ]


def test_a_word_in_capitals_that_comes_once_is_no_speaker() -> None:
    text = (
        "John Kovar, the mayor, met the press.\n\nUPDATE: The dam has burst and nobody is hurt so far.\n\n"
        "KOVAR: We had no pumps at all. Nobody told us.\n\nKOVAR: We sold two of them to the county in May."
    )
    assert "The dam has burst" not in {one.text[:18] for one in said(text)}


def test_the_names_that_open_the_turns_of_an_interview_say_who_speaks() -> None:
    text = (
        "Lead by hand.\n\nJohn Kovar, the mayor, met the press on Monday in Brannock.\n\n"
        "Courier: What will you do about the dam?\n\n"
        "Mayor John Kovar: We will buy six pumps before the winter comes.\n\n"
        "Courier: And who pays for all of them?\n\nKovar: I hope that the county will pay half of it."
    )
    spoken = [one for one in said(text) if one.kind is StatementKind.DIRECT]
    assert [(sources(text, one), one.text) for one in spoken] == [
        ({"John Kovar"}, "We will buy six pumps before the winter comes"),
        ({"John Kovar"}, "I hope that the county will pay half of it"),
    ]


def test_a_portrait_of_each_candidate_is_no_transcript() -> None:
    text = (
        "John Kovar and Mary Feeley want to be mayor.\n\n"
        "John Kovar: The former pilot has backed the dam since the flood.\n\n"
        "Mary Feeley: The farmer has fought the dam for most of the last ten years.\n\n"
        "Kovar: The polls put him far behind in the valley."
    )
    assert not [one for one in said(text) if one.kind is StatementKind.DIRECT]


def test_a_label_that_names_nobody_is_no_speaker() -> None:
    text = "Mirela Kovar left.\n\nBREAKING: The dam has burst in the night.\n\nUPDATE: Nobody is hurt so far."
    assert said(text) == ()


INTERVIEW = (
    "Mirela Kovar, the mayor, met Odran Feeley on Monday.\n\n"
    "{asks}: Do you think that the bridge is safe by now?\n\n"
    "Mirela Kovar: I know that the bridge is old. The owner promised that he would mend it.\n\n"
    "{asks}: He told the council that he has no money for it.\n\n"
    "Kovar: We will not pay for it a second time."
)


@pytest.mark.parametrize("asks", ["Odran Feeley", "Courier"])
def test_the_turns_of_an_interview_are_who_speaks(asks: str) -> None:
    text = INTERVIEW.format(asks=asks)
    told = {one.text: one for one in said(text)}
    own = told["I know that the bridge is old. The owner promised that he would mend it"]
    inner = told["that the bridge is old"]
    assert sources(text, own) == sources(text, inner) == {"Mirela Kovar"}
    assert inner.within == own.id
    assert sources(text, told["that he would mend it"]) == {"owner"}
    assert sources(text, told["We will not pay for it a second time"]) == {"Mirela Kovar"}


def test_he_in_somebodys_turn_is_somebody_else() -> None:
    text = INTERVIEW.format(asks="Odran Feeley")
    told = {one.text: one for one in said(text)}
    assert sources(text, told["that he has no money for it"]) == {"owner"}


def test_notes_on_people_are_no_interview() -> None:
    text = (
        "Mary Kovar and John Feeley played in Lunde on Monday.\n\n"
        "Kovar: A good first half and a slow second one, with two shots.\n\n"
        "Feeley: Late in every tackle and off the field by half past eight."
    )
    assert [one for one in said(text) if one.kind is StatementKind.DIRECT] == []


def test_a_paper_signs_a_quotation_by_a_noun_in_capitals() -> None:
    (only,) = said(
        "The board met in Lunde.\n\n“It is a strong weapon, but the room for error is vast.” — Economist"
    )
    assert only.source is not None
    assert only.source.text == "Economist"
