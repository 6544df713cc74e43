from pathlib import Path

import pytest
from bench.folders import AbsentData, find


def test_the_usual_folder_goes_before_others_that_hold_files_of_its_kind(tmp_path: Path) -> None:
    for name in ("other", "temporal"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.tml").write_text("<TimeML/>", "utf-8")
    assert find(tmp_path, "temporal", "**/*.tml") == tmp_path / "temporal"
    assert find(tmp_path / "other", "temporal", "**/*.tml") == tmp_path / "other"


def test_a_folder_with_nothing_to_measure_on_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(AbsentData, match="temporal"):
        find(tmp_path, "temporal", "**/*.tml")
