"""What a party calls untrue right after another has told it, and what looks like that."""

from pathlib import Path

import pytest
from tests.relate.contradictions.test_answering import denials


@pytest.mark.parametrize(
    ("text", "told", "denied"),
    [
        (
            "Ana Duro said that oil had leaked from the mill. “That is a lie,” said Ivo Maro.",
            "that oil had leaked from the mill",
            "“That is a lie,”",
        ),
        (
            "Ana Duro said the mill had poisoned the stream. Cale Foundry said that was simply untrue.",
            "the mill had poisoned the stream",
            "that was simply untrue",
        ),
        (
            "Ana Duro said that a pilot had opened the valve. Cale Foundry called the claim absurd.",
            "that a pilot had opened the valve",
            "the claim absurd",
        ),
        (
            "Dockers said that a crane at the pier had fallen twice. Cale Foundry denied this.",
            "that a crane at the pier had fallen twice",
            "this",
        ),
        (
            "Ana Duro said that no trawlers were at the pier. Residents rejected that.",
            "that no trawlers were at the pier",
            "that",
        ),
        (
            "Ana Duro said oil had leaked. “This does not correspond to reality,” Cale Foundry said.",
            "oil had leaked",
            "“This does not correspond to reality,”",
        ),
        (
            "Ana Duro said that 300 dockers had left. Cale Foundry dismissed the figure as “fantasy”.",
            "that 300 dockers had left",
            "the figure as “fantasy”",
        ),
    ],
)
def test_what_was_told_right_before_is_called_untrue(
    tmp_path: Path, text: str, told: str, denied: str
) -> None:
    assert denials(tmp_path, text) == [(told, denied)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Duro said that oil had leaked from the mill. “That is a pity,” said Ivo Maro of Cale Foundry.",
        "Ana Duro asked whether oil had leaked from the mill. “That is not true,” said Ivo Maro.",
        "Ana Duro said that oil had leaked. The valve was old. “That is a lie,” said Ivo Maro.",
        "Ana Duro pushed back on news reports that the mill would close. “This is false,” said Ivo Maro.",
        "Ana Duro said that the claim, if it held, shamed the mill. Cale Foundry called the claim absurd.",
        "Ana Duro said that Ivo Maro had opened the valve, which he denied. “That is a lie,” said Petr Osk.",
        "Ana Duro said that oil had leaked. Ivo Maro called the leak absurd.",
        "Ana Duro said that dockers had left. Cale Foundry dismissed the figure as “fantasy”.",
        "Ana Duro knew that oil had leaked. Cale Foundry denied this.",
        "Ana Duro said that she planned to sue Cale Foundry. Cale Foundry denied this.",
    ],
    ids=[
        "no verdict",
        "asked",
        "not right before",
        "of reports",
        "of the claim",
        "denied before",
        "a leak",
        "no number",
        "known",
        "planned",
    ],
)
def test_what_is_not_called_untrue(tmp_path: Path, text: str) -> None:
    assert [told for told in denials(tmp_path, text) if told[1] != "which"] == []
