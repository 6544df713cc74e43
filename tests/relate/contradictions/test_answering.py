"""Denials in words of their own that answer what stands right before them, and what looks like one."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.relate.make import apart, entity, facts, report, statement

from sayso import api
from sayso.model.relation import ConflictType
from sayso.model.report import EntityKind, Span, Stance

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
        (
            "Ana Duro blamed Cale Foundry for a leak at its mill. Cale Foundry denied involvement.",
            "Cale Foundry for a leak at its mill",
            "involvement",
        ),
        (
            "Ana Duro said the raid was paid for by Cale Foundry. Cale Foundry denied being behind it.",
            "the raid was paid for by Cale Foundry",
            "being behind it",
        ),
        (
            "Ana Duro said Cale Foundry had hidden a leak.\n\nIt rained. Cale Foundry denied Duro's claims.",
            "Cale Foundry had hidden a leak",
            "Duro's claims",
        ),
        (
            "Ana Duro said that Ivo Maro had hidden a leak. Maro's lawyers disputed those allegations.",
            "that Ivo Maro had hidden a leak",
            "those allegations",
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
        "Ana Duro said the raid was paid for by dockers. Cale Foundry denied being behind it.",
        "Ivo Maro said that oil had leaked. Cale Foundry rejected Duro's claims.",
        "Ana Duro said that Ivo Maro had hidden a leak. Pell's lawyers disputed those allegations.",
        "Dockers knew that Cale Foundry had hidden a leak. Cale Foundry denied that claim.",
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
        "done by others",
        "another's claims",
        "another's lawyers",
        "only known",
    ],
)
def test_what_only_stands_near_it_is_not_answered(text: str, tmp_path: Path) -> None:
    assert denials(tmp_path, text) == []


@pytest.mark.parametrize(("met", "wanted"), [("the mayor", 1), ("Zoran Pell", 0)])
def test_he_behind_the_name_of_another_may_be_that_other(met: str, wanted: int) -> None:
    text = f"Police accused Ivo Maro of hiding oil. When guards met {met}, he denied dumping oil."
    one = report("a", text)
    cue, he, denied = (
        Span(text.rindex(word), text.rindex(word) + len(word), word) for word in ("accused", "he", "denied")
    )
    told = statement(one, "Ivo Maro of hiding oil", "Police", cue=cue)
    denial = replace(statement(one, "dumping oil", "Ivo Maro", stance=Stance.DENIES, cue=denied), source=he)
    people = [entity(name, EntityKind.PERSON) for name in ("Ivo Maro", "Zoran Pell")]
    item = facts(one, [told, denial], names=("Ivo Maro", "Zoran Pell"))
    assert len(apart([item], [entity("Police"), *people])) == wanted
