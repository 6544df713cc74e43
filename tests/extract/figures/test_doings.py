"""What was done with so many, or what so many did, in a time that the sentence tells."""

import pytest
from tests.extract.figures_of import figures_of

from sayso.model.report import Extent


@pytest.mark.parametrize(
    ("text", "during"),
    [
        ("Police searched 12 homes on Monday.", ("2024-05-13", "2024-05-13")),
        ("Twelve homes were searched on Monday.", ("2024-05-13", "2024-05-13")),
        ("Three teachers resigned last week.", ("2024-05-06", "2024-05-12")),
        ("Thousands of residents have marched for the past three days.", ("2024-05-12", "2024-05-15")),
        ("Guards handed leaflets to 300 drivers on Monday.", ("2024-05-13", "2024-05-13")),
    ],
)
def test_what_was_done_in_a_time_is_counted_in_it(text: str, during: tuple[str, str]) -> None:
    (only,) = figures_of(text)
    assert only.extent is Extent.IN_PERIOD
    assert only.during is not None
    assert (only.during.from_, only.during.to) == during


@pytest.mark.parametrize(
    "text",
    [
        "The firm owned 12 mills last year.",
        "The 12 judges met on Monday.",
        "Police will search 12 homes on Monday.",
        "Police did not search two homes on Monday.",
        "Police said on Monday that they searched 12 homes.",
        "The mayor spoke on Monday of 12 homes.",
        "Messages went to 5,400 phones on Tuesday.",
        "The fleet shrank from 90 ships to 72 ships last year.",
        "The firm is feared to have lost 12 guides on Monday.",
    ],
)
def test_what_only_lasts_or_was_not_done_is_not(text: str) -> None:
    assert Extent.IN_PERIOD not in [one.extent for one in figures_of(text)]
