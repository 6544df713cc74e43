"""Who promises for those they speak for."""

import pytest
from tests.extract.facts_of import said

from sayso.model.report import Stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        (
            "Odran Feeley, a spokesman for the ferry company Talcamar, said the company would pay for it.",
            Stance.PROMISES,
        ),
        (
            "Odran Feeley, a spokesman for the ferry company Talcamar, said the company would lose money.",
            Stance.ASSERTS,
        ),
        ("Odran Feeley, a passenger on the ferry, said Talcamar would pay for the funerals.", Stance.ASSERTS),
        ("Chilean President Odran Feeley said Chile would send two ships.", Stance.PROMISES),
        ("Chilean President Odran Feeley said Peru would send two ships.", Stance.ASSERTS),
    ],
)
def test_who_speaks_for_somebody_promises_what_they_will_do(text: str, stance: Stance) -> None:
    assert [one.stance for one in said(text)] == [stance]
