from pathlib import Path

import pytest
from bench.distortions import KINDS, Distortion, distortions
from bench.folders import AbsentData

from bench import distortion
from sayso import api
from sayso.model.codec import to_json
from sayso.model.dossier import Dossier

FIRST = """Quay collapse in Norwich

NORWICH, May 3, 2024 - Nine workers were killed when a quay collapsed in Norwich on Thursday, police said.

Helen Marsh, the harbour master, said 64 people were rescued. "We were not warned of the cracks," Marsh said.

The quay was reportedly closed in 2021.
"""
SECOND = """Norwich quay: Lund answers

LEEDS, May 4, 2024 - Peter Lund told reporters on Friday that the owner had inspected the quay in Norwich.
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
        (tmp_path / name).write_text(text, "utf-8")
    return api.dossier([str(tmp_path)])


def changed(dossier: Dossier, kind: str) -> list[str]:
    texts = {one.id: one.text for one in dossier.reports}
    found = (one for one in distortions(dossier) if one.kind == kind)
    return [f"{texts[one.report][slice(*one.place)]} → {one.words}" for one in found]


def test_a_place_is_found_for_each_kind_of_change(dossier: Dossier) -> None:
    assert changed(dossier, "number") == ["Nine → Fourteen", "64 → 96"]
    assert changed(dossier, "measure") == ["killed → injured", "rescued → killed"]
    assert changed(dossier, "extent") == ["Nine → Half of the nine", "64 → half of the 64"]
    assert changed(dossier, "polarity")[0] == "were → were not"
    assert "were not → were" in changed(dossier, "polarity")
    assert "Thursday → Sunday" in changed(dossier, "date")
    assert changed(dossier, "hedge") == ["reportedly  → "]


def test_an_edit_moves_what_stands_behind_it(dossier: Dossier) -> None:
    report = dossier.reports[0]
    edit = Distortion("number", report.id, "", (5, 9), "xx")
    assert distortion.moved([edit], 4) == 4
    assert distortion.moved([edit], 20) == 18
    assert distortion.rewritten(report, [edit]).text == f"{report.text[:5]}xx{report.text[9:]}"


def test_a_dossier_file_can_be_tested(dossier: Dossier, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "quay.json").write_text(to_json(dossier), "utf-8")
    (folder / "other.json").write_text("{}", "utf-8")
    result = distortion.run(folder)
    assert result["all"]["number"] == {"made": 2, "unread": 0, "taken": 0}
    assert result["all"]["polarity"]["taken"] == 0
    assert set(result["all"]) == {*KINDS, distortion.CONTROL}
    assert "| number | 2 | 0 | 0 | 0.000 |" in distortion.table(result)


def test_a_folder_without_dossiers_is_absent_data(tmp_path: Path) -> None:
    with pytest.raises(AbsentData):
        distortion.run(tmp_path)
