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
