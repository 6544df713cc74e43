"""Figures of nought."""

import pytest
from tests.extract.figures_of import figures_of

from sayso.model.report import Extent


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("There were no injuries.", "injured"),
        ("No one was injured in the fire.", "injured"),
        ("Nobody was hurt, police said.", "injured"),
        ("No one died in the fire.", "killed"),
    ],
)
def test_what_befell_nobody_is_a_nought(text: str, measure: str) -> None:
    (one,) = figures_of(text)
    assert (one.low, one.high, one.measure, one.extent) == (0, 0, measure, Extent.LEVEL)


@pytest.mark.parametrize(
    "text",
    ["No guards were wounded in the raid.", "No one on the tanker was hurt.", "No one was hurt at the mill."],
)
def test_a_nought_of_some_is_a_part(text: str) -> None:
    (one,) = figures_of(text)
    assert (one.low, one.extent) == (0, Extent.PART)


@pytest.mark.parametrize(
    "text",
    [
        "There were no more survivors.",
        "No one else was hurt.",
        "No one should be killed for that.",
        "If no one is hurt, the race goes on.",
        "No deals were killed.",
        "No one knows who was killed.",
        "No one has killed the plan.",
    ],
)
def test_what_leaves_it_open_is_no_nought(text: str) -> None:
    assert not figures_of(text)
