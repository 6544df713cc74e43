"""Denials in the words of what another party tells right before, and what only looks like one."""

from pathlib import Path

import pytest
from tests.relate.contradictions.test_answering import denials


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ana Duro said that a second blast had hurt three dockers. Cale Foundry denied there had been a "
            "second blast.",
            "that a second blast had hurt three dockers",
        ),
        (
            "Ana Duro said the crews had agreed to a pause; Cale Foundry denied that a pause was agreed.",
            "the crews had agreed to a pause",
        ),
    ],
)
def test_a_denial_in_the_words_of_what_was_told_right_before(tmp_path: Path, text: str, told: str) -> None:
    assert [one for one, _ in denials(tmp_path, text)] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Duro said that a blast had hurt three. Cale Foundry denied there had been a second blast.",
        "Ana Duro said that no second blast was heard. Cale Foundry denied there had been a second blast.",
        "Cale Foundry said that a second blast was heard. Cale Foundry denied there had been a second blast.",
    ],
    ids=["another", "negated", "its own"],
)
def test_a_denial_of_more_than_was_told_is_none_of_it(tmp_path: Path, text: str) -> None:
    assert denials(tmp_path, text) == []
