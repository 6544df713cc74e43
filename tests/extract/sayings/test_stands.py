"""What parties want, back, ask for and leave open, by frames that look past an object."""

import pytest
from tests.extract.facts_of import pieces, relays, said, sources

from sayso.model.report import Stance


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Mirela Kovar wants the council to sell the ferry.",
            "Mirela Kovar",
            "the council to sell the ferry",
        ),
        ("Four in ten voters want the ferry to be sold.", "Four in ten voters", "the ferry to be sold"),
        ("Kovar wants lower taxes and more buses.", "Kovar", "lower taxes and more buses"),
        ("Kovar left early because she wants to catch the ferry.", "she", "to catch the ferry"),
        ("The bishop, who wants to close the yard, left early.", "who", "to close the yard"),
        ("Kovar would like to see a new bridge.", "Kovar", "to see a new bridge"),
        ("The union is backing Mirela Kovar.", "The union", "Mirela Kovar"),
        ("The ministers have both supported building a dam.", "The ministers", "building a dam"),
        (
            "Mirela Kovar was supported by a majority of the miners.",
            "a majority of the miners",
            "Mirela Kovar",
        ),
    ],
)
def test_what_somebody_wants_or_backs_is_a_statement(text: str, source: str, content: str) -> None:
    (only,) = said(text)
    assert only.source is not None
    assert (only.source.text, only.text) == (source, content)


@pytest.mark.parametrize(
    "text",
    [
        "Kovar liked to sing in the choir.",
        "The council did not want to sell the ferry.",
        "The pillar supported the roof.",
        "The council was supported by police.",
        "Police backed the van into the yard.",
        "We want to go home.",
    ],
)
def test_what_only_looks_like_a_wish_or_a_stand_is_none(text: str) -> None:
    assert said(text) == ()


def test_a_wish_within_what_is_told_is_no_statement_of_its_own() -> None:
    (only,) = said("The guard said the union wants to buy the yard.")
    assert only.text == "the union wants to buy the yard"


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The union is calling for Kovar to resign.", "is calling for", "Kovar to resign"),
        (
            "The union also called for all candidates to open their books.",
            "also called for",
            "all candidates to open their books",
        ),
        ("The parents pushed the council to act.", "pushed", "the council to act"),
    ],
)
def test_who_is_to_do_what_is_asked_for(text: str, cue: str, content: str) -> None:
    (only,) = said(text)
    assert only.cue is not None
    assert (only.cue.text, only.text, only.stance.value) == (cue, content, "asks")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor was hurt in what police called an accident.", ("what", "an accident")),
        ("The mayor left after what he called a “disgrace.”", ("what", "a “disgrace.”")),
    ],
)
def test_what_gets_a_name_may_be_a_pronoun_before_the_cue(text: str, content: tuple[str, ...]) -> None:
    (only,) = said(text)
    assert pieces(only, text) == content


def test_a_relative_clause_with_who_says_so_in_its_midst_is_what_they_say() -> None:
    (only,) = said("The bill, which residents say left a hole in the budget, was dropped.")
    assert only.source is not None
    assert (only.source.text, only.text) == ("residents", "left a hole in the budget")


def test_a_question_left_open_is_declined() -> None:
    (only,) = said("The ferry firm has not said when the night route will reopen.")
    assert (only.text, only.stance.value) == ("when the night route will reopen", "declines")


@pytest.mark.parametrize(
    "text", ["The clerk did not complain when the road was shut.", "The mayor died when the road was shut."]
)
def test_when_something_was_not_done_is_no_question(text: str) -> None:
    assert said(text) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "A Tarn poll out Monday showed Kovar with a healthy lead in the north.",
            "Kovar with a healthy lead in the north",
        ),
        ("Recent polls show Kovar ahead by three points.", "Kovar ahead by three points"),
    ],
)
def test_a_poll_shows_who_is_ahead(text: str, content: str) -> None:
    (only,) = said(text)
    assert only.text == content


def test_a_bare_name_that_a_poll_shows_tells_nothing() -> None:
    assert said("The poll shows Kovar.") == ()


def test_a_charge_behind_who_makes_it_is_no_part_of_the_source() -> None:
    text = "The miner was accused by the newspaper of selling the drill."
    (only,) = said(text)
    assert only.source is not None
    assert only.source.text == "the newspaper"
    assert pieces(only, text) == ("The miner", "of selling the drill")


def test_what_somebody_does_meanwhile_is_no_part_of_the_source() -> None:
    (only,) = said("Others, reacting to the delay, shouted that the bus had gone.")
    assert only.source is not None
    assert only.source.text == "Others"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Kovar pointed to the union as the chief obstacle.", "the union as the chief obstacle"),
        ("Kovar referred to the plan as a fraud.", "the plan as a fraud"),
    ],
)
def test_what_something_is_taken_for_goes_with_it(text: str, content: str) -> None:
    (only,) = said(text)
    assert only.text == content


def test_whom_words_mean_is_not_said() -> None:
    found = said("“He must go,” Mirela Kovar said, referring to the mayor.")
    assert [one.text for one in found] == ["“He must go,”"]


def test_a_reason_with_a_verb_of_learning_stays_in_the_content() -> None:
    (only,) = said("Supporters hope this is a pause as insurers learn the rules and wait.")
    assert only.text == "this is a pause as insurers learn the rules and wait"


def test_who_tells_before_a_colon_is_not_told_of_behind_it() -> None:
    (only,) = said("The poll found that his weakness is his name: 42 percent do not know him.")
    assert only.source is not None
    assert only.source.text == "The poll"


def test_what_a_call_is_for_goes_with_it() -> None:
    found = said("Kovar defended her call to raise the wage.")
    assert "her call to raise the wage" in [one.text for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Mirela Kovar has said that she plans to strike, according to a union organiser.",
        "Mirela Kovar plans to visit Brod on Sunday, according to an aide.",
    ],
)
def test_who_tells_that_another_said_or_plans_something_is_not_who_does(text: str) -> None:
    hers = next(one for one in said(text) if sources(text, one) == {"Mirela Kovar"})
    assert len(relays(text, hers)) == 1


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Kovar wants lower taxes.", "wants"),
        ("The crew hopes to cross the strait in June.", "wants"),
        ("The union backed the plan.", "supports"),
        ("The bishop’s support for the strike surprised the council.", "supports"),
        ("The farmers opposed the plan.", "opposes"),
        ("The crew plans to cross the strait in June.", "asserts"),
    ],
)
def test_who_wants_or_takes_a_side_does_not_only_say_so(text: str, stance: str) -> None:
    (only,) = said(text)
    assert only.stance.value == stance


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (
            "Mirela Kovar issued a statement saying the dam is weak.",
            "Mirela Kovar",
            "issued a statement saying",
        ),
        ("The union signed a letter calling the plan a fraud.", "The union", "signed a letter calling"),
        ("The police found a letter saying the dam is weak.", "a letter", "saying"),
    ],
)
def test_a_statement_is_the_word_of_whoever_issues_it(text: str, source: str, cue: str) -> None:
    (only,) = said(text)
    assert only.source is not None
    assert only.cue is not None
    assert (only.source.text, only.cue.text) == (source, cue)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The union said it wants Kovar to resign.", "wants"),
        ("The union said it opposes the plan.", "opposes"),
        ("The union said it does not oppose the plan.", "asserts"),
        ("The union said it backed down.", "asserts"),
    ],
)
def test_a_stand_that_somebody_says_they_take_is_one_statement(text: str, stance: str) -> None:
    (only,) = said(text)
    assert only.stance.value == stance


def test_what_they_say_that_another_wants_is_two() -> None:
    found = said("Mirela Kovar said the union opposes the plan.")
    assert [one.stance.value for one in found] == ["asserts", "opposes"]


@pytest.mark.parametrize(
    ("text", "cue", "content", "stance"),
    [
        ("The growers took issue with the fees.", "took issue with", "the fees", Stance.OPPOSES),
        ("The union celebrated the ruling.", "celebrated", "the ruling", Stance.SUPPORTS),
        ("Mirela Kovar requested an audit.", "requested", "an audit", Stance.ASKS),
        (
            "Mirela Kovar took the rare step of publicly rebuking Brod for its delays.",
            "publicly rebuking",
            "Brod for its delays",
            Stance.ASSERTS,
        ),
        (
            "Mirela Kovar went as far as accusing Brod of fraud.",
            "accusing",
            "Brod of fraud",
            Stance.ASSERTS,
        ),
    ],
)
def test_turns_of_phrase_for_a_stand(text: str, cue: str, content: str, stance: Stance) -> None:
    (only,) = said(text)
    assert (only.cue and only.cue.text, only.text, only.stance) == (cue, content, stance)


@pytest.mark.parametrize(
    "text",
    [
        "The growers took the issue to the court.",
        "The bank took issue after issue of new bonds.",
        "The crowd cheered the runner.",
        "Mirela Kovar took the first step of the stairs.",
    ],
)
def test_what_only_looks_like_a_turn_of_phrase_for_a_stand(text: str) -> None:
    assert not said(text)


def test_what_others_could_say_yet_is_only_said_by_who_thinks_so() -> None:
    (only,) = said("Some traders believe the bank could announce a new loan before June.")
    assert only.text == "the bank could announce a new loan before June"
    both = said("Some traders believe the bank has announced a new loan.")
    assert [one.text for one in both] == ["the bank has announced a new loan", "a new loan"]
