import json
from pathlib import Path

import pytest

from bench import __main__, everything


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(everything, "TABLES", tmp_path / "MEASURED.md")
    monkeypatch.setattr(everything, "RECORD", tmp_path / "measured.json")
    return tmp_path


def test_what_is_measured_and_what_is_not_stand_on_one_page(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(__main__, "BENCHMARKS", dict.fromkeys(("distortion", "muc4", "timex", "gains"), ""))
    absent = "not measured: its data is absent"
    ran = {
        "distortion": ({"taken": 0.1}, "taken  0.1", ""),
        "muc4": (None, "", absent),
        "timex": (None, "", absent),
    }
    monkeypatch.setattr(everything, "_one", lambda name, _data, _keep: ran[name])
    result = everything.run(None)
    page, record = (
        (written / "MEASURED.md").read_text("utf-8"),
        (written / "measured.json").read_text("utf-8"),
    )
    assert json.loads(record) == result
    assert list(result["benchmarks"]) == ["distortion", "muc4", "timex"]
    assert "## distortion" in page
    assert result["versions"]["sayso"] in page
    assert "- muc4: not measured: its data is absent" in page
    assert "muc4" in everything.table(result)


def test_data_that_is_absent_and_what_fails_are_told_apart(written: Path) -> None:
    assert everything._one("timex", written, None) == (None, "", "not measured: its data is absent")
    assert everything._one("timex", None, None)[2] == "not measured: its data is absent"
    assert everything._one("no-such", written, None)[2].startswith("failed: ")
