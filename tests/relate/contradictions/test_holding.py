"""Denials that hold what they deny, with the name of who says it, and what looks like one."""

from pathlib import Path

import pytest
from tests.relate.contradictions.test_answering import denials


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cale Foundry denied claims by Ana Duro that it had hidden a leak.", "that it had hidden a leak"),
        ("Cale Foundry rejected Ana Duro’s accusation that it hid a leak.", "that it hid a leak"),
        ("Cale Foundry disputed dockers who say oil leaked from the mill.", "oil leaked from the mill"),
    ],
)
def test_a_denial_is_set_against_the_telling_that_it_holds(text: str, told: str, tmp_path: Path) -> None:
    ((asserted, denied),) = denials(tmp_path, text)
    assert asserted == told
    assert denied.endswith(told)


@pytest.mark.parametrize(
    "text",
    [
        "Cale Foundry denied that Ana Duro had said that oil leaked from the mill.",
        "Cale Foundry denied claims of a leak, while Ana Duro said that oil ran from the mill.",
        "Cale Foundry rejected Ana Duro’s concerns about the mill.",
        "Cale Foundry denied that it knew of dockers who say oil leaked from the mill.",
        "Cale Foundry rejected the notion that a test is needed to show whether oil leaked from the mill.",
    ],
    ids=["that it was said", "not all of it", "nothing told", "inside a clause", "a thing"],
)
def test_what_stands_in_a_denial_otherwise_is_not_what_it_denies(text: str, tmp_path: Path) -> None:
    assert denials(tmp_path, text) == []
