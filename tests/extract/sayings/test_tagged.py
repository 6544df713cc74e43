"""Who is named between a quotation and the verb that tells whose it is."""

import pytest
from tests.extract.facts_of import pieces, said

from sayso.model.report import Statement, StatementKind

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
