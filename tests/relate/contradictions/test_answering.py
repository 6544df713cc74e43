"""Denials in words of their own that answer what stands right before them, and what looks like one."""

from pathlib import Path

import pytest

from sayso import api
from sayso.model.relation import ConflictType

KNOWN = "Cale Foundry has a mill at Ostry. Ana Duro is the mayor of Ostry.\n\n"


def denials(folder: Path, text: str) -> list[tuple[str, str]]:
    """What is denied, and in which words, in a report."""
    (folder / "0.txt").write_text(KNOWN + text, "utf-8")
    dossier = api.dossier([str(folder)])
    said = {one.id: one.text for one in dossier.statements}
    kept = [one for one in dossier.conflicts if one.type is ConflictType.DENIAL]
    return [(said[one.a.id], said[one.b.id]) for one in kept]


@pytest.mark.parametrize(
    ("text", "told", "denied"),
    [
        (
            "Ana Duro said that oil had leaked from the mill, but Cale Foundry denied polluting the river.",
            "that oil had leaked from the mill",
            "polluting the river",
        ),
        (
            "Dockers said that a pilot had opened the valve, though Cale Foundry denied any involvement.",
            "that a pilot had opened the valve",
            "any involvement",
        ),
        (
            "State news agency Lundepress said a pilot had opened the valve, but Cale Foundry denied it.",
            "a pilot had opened the valve",
            "it",
        ),
        (
            "Ana Duro accused Cale Foundry of hiding a leak at its mill. Cale Foundry denied dumping oil.",
            "Cale Foundry of hiding a leak at its mill",
            "dumping oil",
        ),
        (
            "Ana Duro accused Cale Foundry of hiding a leak. Cale Foundry denied making unlawful repairs.",
            "Cale Foundry of hiding a leak",
            "making unlawful repairs",
        ),
    ],
)
def test_a_denial_in_other_words_answers_what_stands_right_before_it(
    text: str, told: str, denied: str, tmp_path: Path
) -> None:
    assert denials(tmp_path, text) == [(told, denied)]


@pytest.mark.parametrize(
    "text",
    [
        "Cale Foundry said that oil had leaked from the mill, but it denied polluting the river.",
        "Ana Duro said that oil had leaked from the mill, and Cale Foundry, now shut, denied bribery.",
        "Ana Duro must show that Cale Foundry hid a leak, but Cale Foundry denied polluting the river.",
        "Ana Duro said that the dockers had gone home. Cale Foundry denied dumping oil.",
        "Ana Duro accused the dockers of hiding a leak at the mill. Cale Foundry denied dumping oil.",
        "Ana Duro accused Cale Foundry of hiding a leak at its mill. Cale Foundry rejected the bill on oil.",
        "Ana Duro accused Cale Foundry of hiding a leak. Cale Foundry denied making any such rude remark.",
        "A survey showed that people wanted a new mill, but Ana Duro does not believe that it would pay.",
        "Ana Duro said Ivo Brandt wanted a new road.\n\nThe plan was to offer villages a road round the mill."
        " Cale Foundry has rejected offering villages a road round the mill.",
        "Ana Duro said the budget was settled law. The council passed a budget, but Cale Foundry rejected"
        " that version.",
    ],
    ids=[
        "own",
        "no but",
        "not said yet",
        "nobody accused",
        "another accused",
        "turned down",
        "having said so",
        "not believed",
        "not done",
        "not taken",
    ],
)
def test_what_only_stands_near_it_is_not_answered(text: str, tmp_path: Path) -> None:
    assert denials(tmp_path, text) == []
