import pytest
from tests.extract.facts_of import facts_of, said

from sayso.extract.sayings.cues import verb_frames
from sayso.model.report import Stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Mirela Kovar said the quay was safe.", Stance.ASSERTS),
        ("The ministry confirmed that two bridges were closed.", Stance.CONFIRMS),
        ("The firm denied that it had dumped waste in the river.", Stance.DENIES),
        ("The firm rejected the allegation.", Stance.DENIES),
        ("The spokeswoman declined to comment.", Stance.DECLINES),
        ("The navy refused to say how many ships were lost.", Stance.DECLINES),
        ("The company did not respond to a request for comment.", Stance.DECLINES),
        ("The ministry did not comment on the death toll.", Stance.DECLINES),
        ("The ministry has not confirmed the death toll.", Stance.NOT_CONFIRMED),
        ("The ministry could not confirm that two bridges had collapsed.", Stance.NOT_CONFIRMED),
        ("The company has yet to confirm the deaths.", Stance.NOT_CONFIRMED),
        ("Neither the army nor the police confirmed the arrests.", Stance.NOT_CONFIRMED),
        ("No official confirmed the arrests.", Stance.NOT_CONFIRMED),
        ("The city’s No. 2 official said the attack was over.", Stance.ASSERTS),
        ("Claims emerged on Monday that the boat was old.", Stance.ASSERTS),
        ("The firm did not deny the report.", Stance.ASSERTS),
        ("Forecasters warned of heavy rain in the northern valleys.", Stance.WARNS),
        ("The ministry issued a warning that the dam could fail within days.", Stance.WARNS),
        ("The minister promised to rebuild the bridge.", Stance.PROMISES),
        ("Engineers estimated that repairs would take a year.", Stance.ESTIMATES),
        ("The mayor asked whether the bridge was safe.", Stance.ASKS),
        ("The union called for an inquiry.", Stance.ASKS),
        ("The general criticised the minister for the delay.", Stance.ASSERTS),
    ],
)
def test_a_cue_tells_what_the_source_does(text: str, stance: Stance) -> None:
    (only,) = said(text)
    assert only.stance is stance


@pytest.mark.parametrize(
    "text",
    [
        "The rector refused to resign.",
        "The players' refusal to stand angered the club.",
        "The widower never returned their greetings.",
    ],
)
def test_who_refuses_to_act_has_not_declined_to_say(text: str) -> None:
    assert all(one.stance is not Stance.DECLINES for one in facts_of(text).statements)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The ministry has not confirmed the death toll.", "has not confirmed"),
        ("The plan was rejected by the union.", "was rejected"),
        ("According to the water board, the river has fallen.", "According to"),
        ("The mayor’s claim that the bridge was safe is false.", "claim"),
        ("The road was shut, police said.", "said"),
        ("The mayor went on to discuss the tunnel.", "went on to discuss"),
        ("Ninety women have come forward to report abuse by the coach.", "have come forward to report"),
        ("The union was able to confirm the figure.", "was able to confirm"),
    ],
)
def test_a_cue_takes_in_its_verb_group(text: str, cue: str) -> None:
    (only,) = said(text)
    assert only.cue is not None
    assert only.cue.text == cue


def test_a_reporting_word_inside_a_quotation_is_the_speakers_and_no_cue() -> None:
    (only,) = said("“They told us nothing and they said it twice,” said Mirela Kovar.")
    assert only.source is not None
    assert only.source.text == "Mirela Kovar"


def test_a_verb_in_two_groups_has_the_frames_of_both() -> None:
    assert verb_frames()["reply"].frames >= {"clause", "quote", "answer"}
    assert verb_frames()["conclude"].frames >= {"clause", "quote"}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“We are dry,” replied the mayor.", Stance.ASSERTS),
        ("The mayor did not reply to questions.", Stance.DECLINES),
        ("The mayor told reporters that the wells were dry.", Stance.ASSERTS),
        ("The mayor told residents to boil the water.", Stance.ASKS),
        ("The mayor called the plan an insult.", Stance.ASSERTS),
        ("The mayor called for calm.", Stance.ASKS),
    ],
)
def test_the_complement_of_a_verb_tells_which_of_its_stances_counts(text: str, stance: Stance) -> None:
    (only,) = said(text)
    assert only.stance is stance


def test_the_group_of_a_cue_that_is_yet_to_come_holds_yet() -> None:
    (only,) = said("The company has yet to confirm the deaths.")
    assert only.cue is not None
    assert only.cue.text == "has yet to confirm"


def test_what_people_will_see_is_nothing_that_they_say() -> None:
    assert said("Visitors to Ostry will see a safe zone for families set up at the feast.") == ()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“I agree with him on that,” Mirela Kovar said.", Stance.ASSERTS),
        ("Mirela Kovar said she agreed.", Stance.ASSERTS),
        ("Mirela Kovar said she had agreed to pay.", Stance.PROMISES),
        ("Mirela Kovar said she promised help.", Stance.PROMISES),
    ],
)
def test_who_agrees_promises_only_what_is_agreed_to(text: str, stance: Stance) -> None:
    assert said(text)[0].stance is stance


def test_what_somebody_ought_not_to_say_or_nobody_backed_is_not_said() -> None:
    assert said("Mr Kovar should not speak ill of the dam.") == ()
    assert said("Not a single senator backed the plan.") == ()
    assert [one.text for one in said("A senator backed the plan.")] == ["the plan"]


def test_an_answer_is_no_word_for_what_it_answers() -> None:
    assert said("Owners want to close the mill; dockers say no way.") == ()
    assert [one.text for one in said("Owners want to close the mill, dockers say.")] == [
        "Owners want to close the mill"
    ]
    assert [one.text for one in said("Nobody was hurt, police said no later than Monday.")] == [
        "Nobody was hurt"
    ]


def test_what_not_any_of_a_kind_recognised_is_nobodys_word() -> None:
    assert said("The coin has not been recognised by any bank.") == ()
    assert [one.text for one in said("The coin has not been recognised by the bank.")] == ["The coin"]


def test_what_somebody_reportedly_said_is_one_statement() -> None:
    (only,) = said("One clerk reportedly said that he was joking.")
    assert only.source is not None
