"""Which reports the dossier from cold is made of."""

from collections.abc import Callable
from pathlib import Path

import pytest
from bench.folders import AbsentData

from bench import speed


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], set[str]]:
    """The folders that are read when a benchmark is given this one."""

    def of(data: Path) -> set[str]:
        commands: list[list[str]] = []

        def median(command: list[str]) -> float:
            commands.append(command)
            return 1.0

        monkeypatch.setattr(speed, "_median", median)
        monkeypatch.setattr(speed, "_warm", lambda folder: {"folder": str(folder)})
        folder = speed.run(data)["folder"]
        return {folder, *(part for command in commands for part in command if part.startswith(str(data)))}

    return of


def test_of_a_folder_with_many_sets_only_the_usual_one_is_read(
    tmp_path: Path, read: Callable[[Path], set[str]]
) -> None:
    usual = tmp_path / "kursk" / "reports"
    usual.mkdir(parents=True)
    (usual / "a.txt").write_text("A dam failed at Aske.", "utf-8")
    (tmp_path / "readme.txt").write_text("Of another set.", "utf-8")
    assert read(tmp_path) == {str(usual)}
    assert read(usual) == {str(usual)}


def test_a_folder_without_reports_is_absent_data(tmp_path: Path, read: Callable[[Path], set[str]]) -> None:
    with pytest.raises(AbsentData):
        read(tmp_path)
