"""Who is named between a quotation and the verb that tells whose it is."""

import pytest
from tests.extract.facts_of import pieces, said

from sayso.model.report import Stance, Statement, StatementKind

TOLD = "“They hope that the people of the port forget what was promised,”"


def quoted(text: str) -> list[Statement]:
    """The direct statements of a text."""
    return [one for one in said(text) if one.kind is StatementKind.DIRECT]


@pytest.mark.parametrize(
    ("tag", "who", "cue"),
    [
        ("Odran, a 26-year-old finance clerk in the port, told the Lunde Post.", "Odran", "told"),
        ("Mirela Kovar, who sits on the board and is from Lunde, tweeted of the vote.", "Mirela", "tweeted"),
        ("a longtime Kovar surrogate in the state said.", "a longtime Kovar surrogate", "said"),
        ("study authors Odran Feeley, Ana Li, and Mirela Kovar wrote.", "study authors", "wrote"),
        ("party strategist Odran Feeley, a columnist, recently wrote in a paper.", "party", "recently wrote"),
        ("Feeley admonished.", "Feeley", "admonished"),
        ("the 21-year-old said at a place in the port", "the 21-year-old", "said"),
        ("another said.", "another", "said"),
        ("said an August report published by the Delta Needs Project.", "an August report", "said"),
        ("said Sen. Mirela Kovar Kovar (Mirela) AnaBoats line up ahead of the race.", "Sen. Mirela", "said"),
    ],
)
def test_who_stands_between_a_quotation_and_its_cue_speaks(tag: str, who: str, cue: str) -> None:
    (only,) = quoted(f"The board met in Lunde.\n\n{TOLD} {tag}")
    assert only.source is not None
    assert only.cue is not None
    assert only.source.text.startswith(who)
    assert only.cue.text == cue


def test_a_name_that_is_taken_for_an_adverb_speaks_and_goes_on() -> None:
    text = "“The towns of the delta are overwhelmed,” Brantly said.\n\n“It takes all of us.”"
    assert [one.source and one.source.text for one in quoted(text)] == ["Brantly", "Brantly"]


@pytest.mark.parametrize(
    "rest",
    ["and the mayor said the road was open.", "by night, Kovar ran."],
)
def test_words_behind_a_quotation_that_are_no_tag_name_no_speaker(rest: str) -> None:
    assert not [one for one in quoted(f"{TOLD} {rest}") if one.text == TOLD]


def test_a_split_quotation_whose_second_half_the_grammar_finds_keeps_its_first() -> None:
    text = "“Although the reasons are complex,” the authors wrote, “a large part of it reflects the floods.”"
    (only,) = quoted(text)
    assert pieces(only, text) == (
        "“Although the reasons are complex,”",
        "“a large part of it reflects the floods.”",
    )


def test_a_quotation_that_is_over_is_not_the_first_half_of_the_next() -> None:
    text = "“That was the end of it.” Kovar then added, “Nobody fought.”"
    assert "“That was the end of it.”" not in [
        part for one in quoted(text) for part in pieces(one, text) if one.cue
    ]


def test_a_comma_behind_the_mark_shows_a_tag_as_well() -> None:
    text = (
        "“They hope that the port forgets what was promised”, a longtime Kovar surrogate in the state said."
    )
    (only,) = quoted(f"The board met in Lunde.\n\n{text}")
    assert only.source is not None
    assert only.source.text.startswith("a longtime Kovar surrogate")


def test_a_noun_of_saying_between_the_halves_of_a_quotation_is_their_cue() -> None:
    text = (
        "“By contrast,” Silver notes, “Kovar's other rivals combined have received slightly less than half a "
        "million worth of coverage, meaning that he was the subject of most (62 percent) of it.”"
    )
    (only,) = quoted(f"The board met in Lunde.\n\n{text}")
    assert only.cue is not None
    assert (only.cue.text, len(pieces(only, f"The board met in Lunde.\n\n{text}"))) == ("notes", 2)


def test_who_told_somebody_what_is_quoted_said_it_and_not_who_quotes_it() -> None:
    text = "Feeley also quoted former adviser Odran Kell, who told the Post “I have never seen its like.”"
    (only,) = quoted(f"The board met in Lunde.\n\n{text}")
    assert only.cue is not None
    assert only.cue.text == "told"


def test_what_somebody_never_said_is_not_asserted() -> None:
    (only,) = quoted(f"{TOLD} the clerk in the port never said.")
    assert only.stance is Stance.DECLINES


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("As Kovar notes, schools hardly ever teach a trade.", "schools hardly ever teach a trade"),
        (
            "Fifty years ago, Kovar notes, the clerks worked 40 hours a week.",
            "the clerks worked 40 hours a week",
        ),
    ],
)
def test_a_name_with_a_verb_that_the_parser_takes_for_a_noun_tells(text: str, content: str) -> None:
    (only,) = said(text)
    assert only.source is not None
    assert (only.source.text, text[slice(*only.parts[-1])]) == ("Kovar", content)


@pytest.mark.parametrize(
    "text",
    ["As Talcamar notes, bonds and shares fell, the bank sold.", "He kept maps, Kovar notes, and letters."],
)
def test_notes_in_a_list_tell_nothing(text: str) -> None:
    assert not [one for one in said(text) if one.cue and one.cue.text == "notes" and "sold" not in one.text]


def test_that_is_according_to_a_poll_tells_of_the_sentence_before() -> None:
    text = "Kovar leads by three points in Lunde. That's according to a Lunde Post poll of 900 voters."
    (only,) = said(text)
    assert only.text == "Kovar leads by three points in Lunde"


def test_that_more_is_told_according_to_a_poll_stays_in_its_sentence() -> None:
    text = "Kovar leads by three points. That is a wide margin, according to a Lunde Post poll."
    assert [one.text for one in said(text)] == ["That is a wide margin"]


def test_per_a_name_behind_a_comma_tells_who_says_so() -> None:
    (only,) = said("The yard is worth 52 million crowns, per Forbes.")
    assert (only.text, only.source and only.source.text) == ("The yard is worth 52 million crowns", "Forbes")


def test_per_head_tells_nothing() -> None:
    assert not said("The tax comes to 12 crowns, per head, in Lunde.")
