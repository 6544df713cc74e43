"""What it means not to believe, not to know, to doubt."""

import pytest
from tests.extract.facts_of import said

from sayso.model.report import Stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Mirela Kovar believes that the crew lied.", Stance.ASSERTS),
        ("Mirela Kovar does not believe that the crew lied.", Stance.DENIES),
        ("Mirela Kovar did not believe that the crew had lied.", Stance.NOT_CONFIRMED),
        ("Mirela Kovar could not believe that the boat had sunk.", Stance.ASSERTS),
        ("The union does not agree that the mine is safe.", Stance.DENIES),
        ("The police do not know whether the driver was drunk.", Stance.NOT_CONFIRMED),
        ("The police knew that the driver was drunk.", Stance.ASSERTS),
        ("The union never claimed that the mine was safe.", Stance.NOT_CONFIRMED),
        ("The mayor would not confirm or deny that the dam had failed.", Stance.NOT_CONFIRMED),
        ("The mayor neither confirmed nor denied that the dam had failed.", Stance.NOT_CONFIRMED),
        ("The mayor has denied that the dam had failed.", Stance.DENIES),
        ("The engineer doubts that the pier will survive.", Stance.NOT_CONFIRMED),
        ("The engineer does not doubt that the pier will survive.", Stance.ASSERTS),
        ("The mayor is not convinced that the dam is safe.", Stance.NOT_CONFIRMED),
        ("The mayor is convinced that the dam is safe.", Stance.ASSERTS),
        ("The mayor is not surprised that the dam failed.", Stance.ASSERTS),
        ("The crew was unaware that the hatch was open.", Stance.NOT_CONFIRMED),
        ("The police have no evidence that the crew lied.", Stance.NOT_CONFIRMED),
        ("The police have evidence that the crew lied.", Stance.ASSERTS),
        ("The police have no doubt that the crew lied.", Stance.ASSERTS),
        ("The union rejected the accusation.", Stance.DENIES),
        ("The union rejected the proposal.", Stance.OPPOSES),
        ("The plan was rejected by the union.", Stance.OPPOSES),
        ("Mirela Kovar says she will never give up the land.", Stance.ASSERTS),
        ("Mirela Kovar not only said that the dam was weak but also sued the council.", Stance.ASSERTS),
    ],
)
def test_who_does_not_believe_it_does_not_say_so(text: str, stance: Stance) -> None:
    assert [one.stance for one in said(text)] == [stance]


def test_what_one_would_not_say_is_no_refusal() -> None:
    (only,) = said("“If I did not trust him, I would not say that to you,” Mirela Kovar said.")
    assert only.stance is Stance.ASSERTS
    refusing = said("Mirela Kovar said she would not comment on the crash.")
    assert {one.stance for one in refusing} == {Stance.DECLINES}


def test_what_nobody_thinks_is_nobodys_denial() -> None:
    assert said("Nobody thinks the dam is safe.") == ()


@pytest.mark.parametrize(
    ("text", "content", "stance"),
    [
        (
            "The firm denied the claims: “We have never dumped waste.”",
            "“We have never dumped waste.”",
            Stance.ASSERTS,
        ),
        ("“We have never dumped waste,” the firm denied.", "“We have never dumped waste,”", Stance.ASSERTS),
        ("The union rejected the offer: it was too low.", "it was too low", Stance.ASSERTS),
        ("The mayor denied “any wrong”.", "“any wrong”", Stance.DENIES),
        ("The mayor denied that “he was at home”.", "that “he was at home”", Stance.DENIES),
    ],
)
def test_the_words_of_who_denies_are_what_that_one_holds(text: str, content: str, stance: Stance) -> None:
    (only,) = said(text)
    assert (only.text, only.stance) == (content, stance)
