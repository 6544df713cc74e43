"""What a source does with what it tells: the stance that the content's own verb gives a plain "said"."""

import pytest
from tests.extract.facts_of import said

from sayso.model.report import Stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Mirela Kovar said she had no comment.", Stance.DECLINES),
        ("Mirela Kovar said she had no umbrella.", Stance.ASSERTS),
        ("“We are not going to run a commentary on rumours,” Mirela Kovar said.", Stance.DECLINES),
        ("“We are not going to run a ferry on Sundays,” Mirela Kovar said.", Stance.ASSERTS),
        ("“I am not in a position to confirm any figure,” Mirela Kovar said.", Stance.NOT_CONFIRMED),
        ("Mirela Kovar said she was in no position to say.", Stance.DECLINES),
        ("The union said it was unable to confirm the figure.", Stance.NOT_CONFIRMED),
        ("The union said it was unable to pay the fine.", Stance.ASSERTS),
        ("Mirela Kovar said she would not give him the keys.", Stance.ASSERTS),
        ("Mirela Kovar said she would not give a reason.", Stance.DECLINES),
    ],
)
def test_what_is_left_unsaid_in_the_content_is_no_assertion(text: str, stance: Stance) -> None:
    assert {one.stance for one in said(text)} == {stance}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("“We will pay for the pumps,” Mirela Kovar said.", Stance.PROMISES),
        ("“He will pay for the pumps,” Mirela Kovar said.", Stance.ASSERTS),
        ("Odran Feeley said he “will pay” for the pumps.", Stance.PROMISES),
        ("“We will judge them by their deeds,” Mirela Kovar said.", Stance.ASSERTS),
        ("“I would pay for the pumps,” Mirela Kovar said.", Stance.ASSERTS),
        ("Mirela Kovar said she would pay for the pumps.", Stance.PROMISES),
        ("Mirela Kovar said she would need more time.", Stance.ASSERTS),
    ],
)
def test_who_will_see_or_would_pay_promises_nothing(text: str, stance: Stance) -> None:
    assert [one.stance for one in said(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The police have not ruled out arson.", Stance.NOT_CONFIRMED),
        ("The police ruled out arson.", Stance.DENIES),
        ("The mayor would not rule out accepting the plan.", Stance.NOT_CONFIRMED),
    ],
)
def test_what_is_not_ruled_out_is_left_open(text: str, stance: Stance) -> None:
    assert [one.stance for one in said(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The harbour office declined comment.", ["comment"]),
        ("The harbour office declined the invitation.", []),
        ("The clerk did not give a reason.", ["a reason"]),
        ("The clerk did not give a wedding present.", []),
    ],
)
def test_what_is_kept_back(text: str, content: list[str]) -> None:
    found = said(text)
    assert [one.text for one in found] == content
    assert all(one.stance is Stance.DECLINES for one in found)


def test_what_is_denied_was_not_said() -> None:
    (only,) = said("The minister denied telling the union that the mine was safe.")
    assert (only.stance, only.text) == (Stance.DENIES, "telling the union that the mine was safe")
    assert {
        one.stance for one in said("The minister recalled telling the union that the mine was safe.")
    } == {Stance.ASSERTS}


def test_what_is_done_without_telling_is_not_told() -> None:
    assert said("The board moved the office without ever telling clerks that it was ill.") == ()
    assert said("The board moved the office after telling clerks that it was ill.") != ()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Mirela Kovar cannot support the plan.", Stance.OPPOSES),
        ("Mirela Kovar has not endorsed the plan.", Stance.NOT_CONFIRMED),
        ("Mirela Kovar endorsed the plan.", Stance.SUPPORTS),
        ("The union does not oppose the plan.", Stance.ASSERTS),
        ("The union opposes the plan.", Stance.OPPOSES),
        ("The mayor has not promised to rebuild the bridge.", Stance.NOT_CONFIRMED),
        ("“I agree with the mayor that the road is vital,” Mirela Kovar said.", Stance.ASSERTS),
        ("“I agree to pay for the road,” Mirela Kovar said.", Stance.PROMISES),
    ],
)
def test_a_stand_that_is_not_taken(text: str, stance: Stance) -> None:
    assert max(said(text), key=lambda one: len(one.text)).stance is stance


@pytest.mark.parametrize(
    ("nothing", "told"),
    [
        ("The union did not call for a strike.", "The union called for a strike."),
        ("Forecasters had not warned of floods.", "Forecasters had warned of floods."),
        ("Clerks are not criticizing Kovar for the delay.", "Clerks blame Kovar for the delay."),
        (
            "Why would the mayor say that the bridge is safe?",
            "Why did the mayor say that the bridge is safe?",
        ),
        ("You might wonder why the bridge is shut.", "She wonders why the bridge is shut."),
    ],
)
def test_what_never_was_said(nothing: str, told: str) -> None:
    assert said(nothing) == ()
    assert said(told) != ()


def test_what_one_is_urged_to_say_is_not_said_yet() -> None:
    (only,) = said("Mirela Kovar asked that the court deny the claim.")
    assert only.stance is Stance.ASKS
    assert len(said("Mirela Kovar said that the court denied the claim.")) == 2


def test_what_is_not_regretted_is_one_statement() -> None:
    (only,) = said("Mirela Kovar did not regret criticising the board.")
    assert only.text == "criticising the board"


def test_a_bracket_that_a_content_opens_closes_it() -> None:
    (only,) = said("Mirela Kovar called for a ban on nets (which let small fish through).")
    assert only.text.endswith("through)")


def test_what_no_lawmaker_calls_for_is_asked_for_by_nobody() -> None:
    assert not said("After the vote in Lunde, no lawmaker is calling for a ban on the sale of old boats.")


def test_what_makes_somebody_answer_is_not_the_answer() -> None:
    text = "Forcing a veto of the bill will cause every candidate to answer a question – what would you do?"
    assert not [one for one in said(text) if "veto" in one.text]


def test_a_refusal_that_is_denied_tells_of_no_silence() -> None:
    assert not [
        one
        for one in said("The minister had not refused to release his books.")
        if one.stance is Stance.DECLINES
    ]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Police have not named the driver nor announced a motive.", []),
        ("The harbour office has not announced a date.", []),
        ("The harbour office did not announce the sale until Friday.", [Stance.ASSERTS]),
        ("The harbour office did not deny the report.", [Stance.ASSERTS]),
        ("Officials have neither confirmed the toll nor named the driver.", [Stance.NOT_CONFIRMED]),
        ("The harbour office did not close and announced a date.", [Stance.ASSERTS]),
    ],
)
def test_what_is_not_put_out_is_told_by_nobody(text: str, stances: list[Stance]) -> None:
    assert [one.stance for one in said(text)] == stances


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The harbour office is working to confirm the number of the dead.", Stance.NOT_CONFIRMED),
        ("Police are trying to confirm who sent the letter.", Stance.NOT_CONFIRMED),
        ("Police were able to confirm the names.", Stance.CONFIRMS),
        ("Mirela Kovar tried to deny the affair.", Stance.DENIES),
    ],
)
def test_who_tries_to_confirm_has_not_confirmed(text: str, stance: Stance) -> None:
    assert [one.stance for one in said(text)] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Talcamar said it had offered the union a meeting.", Stance.ASSERTS),
        ("Talcamar said it would offer the union a meeting.", Stance.PROMISES),
    ],
)
def test_what_was_offered_before_is_no_promise_now(text: str, stance: Stance) -> None:
    assert [one.stance for one in said(text)][:1] == [stance]
