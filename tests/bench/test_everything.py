import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bench.everything import Wanted

from bench import __main__, everything

Ran = tuple[Any, str, str]
ABSENT = "not measured: its data is absent"


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(everything, "TABLES", tmp_path / "MEASURED.md")
    monkeypatch.setattr(everything, "RECORD", tmp_path / "measured.json")
    monkeypatch.setattr(everything, "WORK", tmp_path / "work")
    monkeypatch.setattr(everything, "idle", lambda: 0.4)
    names = ("distortion", "muc4", "timex", "gains")
    monkeypatch.setattr(__main__, "BENCHMARKS", dict.fromkeys(names, ""))
    return tmp_path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, Ran | type[BaseException]]], list[str]]:
    """Have benchmarks come out as told; the list fills with the names of those that are run."""

    def come(ran: dict[str, Ran | type[BaseException]]) -> list[str]:
        names: list[str] = []

        def one(name: str, _: Wanted) -> Ran:
            names.append(name)
            found = ran[name]
            if isinstance(found, type):
                raise found
            return found

        monkeypatch.setattr(everything, "_one", one)
        return names

    return come


def test_what_is_measured_and_what_is_not_stand_on_one_page(written: Path, asked: Any) -> None:
    asked(
        {
            "distortion": ({"taken": 0.1}, "taken  0.1", ""),
            "muc4": (None, "", ABSENT),
            "timex": (None, "", ABSENT),
        }
    )
    result = everything.run(None)
    page = (written / "MEASURED.md").read_text("utf-8")
    assert json.loads((written / "measured.json").read_text("utf-8")) == result
    assert list(result["benchmarks"]) == ["distortion", "muc4", "timex"]
    assert "## distortion" in page
    assert "(40% idle)" in page
    assert result["versions"]["sayso"] in page
    assert f"{os.cpu_count()} cores" in page
    assert f"- muc4: {ABSENT}" in page
    assert "Not finished" not in page
    assert "muc4" in everything.table(result)


def test_a_run_that_is_stopped_keeps_what_is_done_and_goes_on(
    written: Path, asked: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    good = ({"taken": 0.1}, "taken  0.1", "")
    first = asked({"distortion": good, "muc4": (None, "", "failed: broken"), "timex": KeyboardInterrupt})
    with pytest.raises(KeyboardInterrupt):
        everything.run(None)
    assert first == ["distortion", "muc4", "timex"]
    assert "Not finished" in (written / "MEASURED.md").read_text("utf-8")
    rest = asked({"muc4": good, "timex": good})
    assert everything.run(None)["finished"]
    assert rest == ["muc4", "timex"]
    assert "1 of 3: distortion" in (told := capsys.readouterr().err)
    assert "measured before" in told
    anew = asked(dict.fromkeys(("distortion", "muc4", "timex"), good))
    everything.run(None)
    assert anew == ["distortion", "muc4", "timex"]


def test_who_is_asked_to_end_ends_what_is_under_way(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(everything, "_one", lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    with pytest.raises(KeyboardInterrupt):
        everything.run(None)
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_what_other_sources_measured_is_measured_anew(
    written: Path, asked: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = ({"taken": 0.1}, "taken  0.1", "")
    asked({"distortion": good, "muc4": KeyboardInterrupt})
    with pytest.raises(KeyboardInterrupt):
        everything.run(None)
    monkeypatch.setattr(everything, "_state", lambda _: "of other sources")
    names = asked(dict.fromkeys(("distortion", "muc4", "timex"), good))
    everything.run(None)
    assert names == ["distortion", "muc4", "timex"]


def test_a_record_that_cannot_be_read_begins_anew(written: Path, asked: Any) -> None:
    (written / "measured.json").write_text("{broken", "utf-8")
    asked(dict.fromkeys(("distortion", "muc4", "timex"), ({}, "", "")))
    assert everything.run(None)["finished"]


def test_data_that_is_absent_and_what_fails_are_told_apart(written: Path) -> None:
    assert everything._one("timex", Wanted(written)) == (None, "", ABSENT)
    assert everything._one("timex", Wanted(None))[2] == ABSENT
    assert everything._one("no-such", Wanted(written))[2].startswith("failed: ")


def test_each_is_handed_what_it_takes() -> None:
    wanted = Wanted(Path("data"), Path("peers"), 20)
    assert wanted.arguments("timex") == ["--data", "data"]
    assert wanted.arguments("examples") == []
    assert wanted.arguments("ratios") == ["--data", "data", "--keep", "peers", "--size", "20"]
    assert wanted.arguments("desk")[-1] == "20"
    assert wanted.arguments("search") == ["--data", str(everything.WORK)]


def test_what_takes_too_long_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(everything, "PATIENCE", 2)
    mark = tmp_path / "mark"
    child = f"import time; time.sleep(4); open({str(mark)!r}, 'w')"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with pytest.raises(subprocess.TimeoutExpired):
        everything._ran([sys.executable, "-c", parent])
    time.sleep(4)
    assert not mark.exists()
