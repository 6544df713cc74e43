"""Who denies, at the end of a sentence, what the sentence has told."""

import pytest
from tests.extract.facts_of import said, sources

from sayso.model.report import Stance

OPENING = "Mirela Kovar and the envoys of Norland met the firm Tarvo Foods on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "told", "denied"),
    [
        (
            "Norland accuses Sarvia of arming the rebels, a charge Sarvia denies.",
            "Sarvia of arming the rebels",
            "a charge",
        ),
        (
            "Growers claimed that Tarvo Foods had dumped waste, something the company has repeatedly denied.",
            "that Tarvo Foods had dumped waste",
            "something",
        ),
        (
            "Feeley claims that the firm had dumped waste, a charge the town's mayor, Ana Maro, rejected.",
            "that the firm had dumped waste",
            "a charge",
        ),
        (
            "Feeley claims that the firm had dumped waste, a claim the company has called a lie.",
            "that the firm had dumped waste",
            "a claim",
        ),
        (
            "Feeley claims that the firm had dumped waste, an allegation Kovar dismissed as baseless.",
            "that the firm had dumped waste",
            "an allegation",
        ),
        (
            "The envoys claim that the masts could serve spies — claims the company denies.",
            "that the masts could serve spies",
            "claims",
        ),
    ],
)
def test_who_denies_what_stands_before(text: str, told: str, denied: str) -> None:
    found = {one.text: one.stance for one in said(OPENING + text)}
    assert found == {told: Stance.ASSERTS, denied: Stance.DENIES}


@pytest.mark.parametrize(
    "text",
    [
        "The envoys said that Norland had been offered a charge of powder, a cannon and two masts.",
        "The envoys said that the claims the company denied were filed in May, and paid in June.",
    ],
)
def test_what_stands_elsewhere_denies_nothing(text: str) -> None:
    assert Stance.DENIES not in {
        one.stance for one in said(OPENING + text) if one.text in {"a charge", "claims"}
    }


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Tarvo Foods has been accused by growers of dumping waste, a charge it rejects.", "Tarvo Foods"),
        ("Growers accused Tarvo Foods of dumping waste, a charge it rejects.", "Tarvo Foods"),
        ("Growers accused Mirela Kovar of theft, a charge Norland rejects.", "Norland"),
    ],
)
def test_it_is_the_accused_that_rejects_a_charge(text: str, who: str) -> None:
    denied = next(one for one in said(OPENING + text) if one.stance is Stance.DENIES)
    assert sources(OPENING + text, denied) == {who}


def test_who_denies_it_is_named_between_commas() -> None:
    text = "Feeley claims that the firm had dumped waste, a charge the town's mayor, Ana Maro, rejected."
    assert [sources(text, one) for one in said(text)] == [{"Feeley"}, {"Ana Maro"}]
