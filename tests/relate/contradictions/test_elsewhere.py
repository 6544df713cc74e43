"""Denials of a deed that another party tells of anywhere in the story, and what looks like one."""

from pathlib import Path

import pytest
from tests.relate.contradictions.test_flatly import denials

TOLD = (
    "The sailors were exchanged for four Reed Front spies on a bridge in Ostry, a town close to the Lunde "
    "border, dockers said."
)

BETWEEN = "\n\nThe river froze in January. Farmers lost half of their sheep.\n\n"

DENIED = "Ana Duro, the Norland minister, denied that the 12 sailors were exchanged for Reed Front prisoners."

SPILL = (
    "Dockers said that Varnholt dumped oil in the harbour on 3 May, far from the ships of the Lunde fleet."
)


def test_a_denial_is_set_against_the_deed_that_another_report_tells(tmp_path: Path) -> None:
    ((told, denied),) = denials(tmp_path, TOLD, f"{BETWEEN}{DENIED}")
    assert "for four Reed Front spies" in told
    assert "prisoners" in denied


def test_a_deed_that_is_laid_to_the_denier_is_denied(tmp_path: Path) -> None:
    ((told, denied),) = denials(tmp_path, SPILL, f"{BETWEEN}Varnholt denied dumping oil at Ostry.")
    assert "on 3 May" in told
    assert denied == "dumping oil at Ostry"


@pytest.mark.parametrize(
    "other",
    [
        "Ana Duro, the Norland minister, denied that the 12 letters were exchanged for Reed Front prisoners.",
        "Ana Duro, the Norland minister, denied that the 12 sailors were beaten by Reed Front prisoners.",
        "Ana Duro, the Norland minister, denied having said that the 12 sailors were exchanged.",
    ],
    ids=["another thing", "another deed", "the saying"],
)
def test_another_deed_or_thing_is_not_denied(tmp_path: Path, other: str) -> None:
    assert denials(tmp_path, TOLD, f"{BETWEEN}{other}") == []


@pytest.mark.parametrize(
    "other",
    [
        "Varnholt denied dumping waste at Ostry.",
        "Cale Foundry, a smith in Lunde, denied dumping oil at Ostry.",
        "Varnholt denied knowing who had dumped oil at Ostry.",
    ],
    ids=["another thing", "another doer", "only knowing of it"],
)
def test_the_deed_of_another_or_of_another_thing_is_not_denied(tmp_path: Path, other: str) -> None:
    assert denials(tmp_path, SPILL, f"{BETWEEN}{other}") == []


def test_what_a_denial_tells_by_the_way_in_another_name_is_not_denied(tmp_path: Path) -> None:
    told = "The harbour watch said three sailors had been killed at Ostry."
    rejected = (
        "Ana Duro rejected the pilots’ account of the storm, in which the union says two sailors were killed."
    )
    assert denials(tmp_path, told, f"{BETWEEN}{rejected}") == []
    denied = "Ana Duro denied that three sailors had been killed at Ostry."
    assert len(denials(tmp_path, told, f"{BETWEEN}{denied}")) == 1
