import json
from pathlib import Path

import pytest
from tests.compare import make

from sayso import api
from sayso.cli.main import main
from sayso.model.codec import to_json


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    a, b = tmp_path / "a.json", tmp_path / "b.json"
    a.write_text(to_json(make.before()), "utf-8")
    b.write_text(to_json(make.after()), "utf-8")
    return str(a), str(b)


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(["changes", *arguments])
    return int(stop.value.code or 0)


def test_it_tells_what_moved_first(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*files) == 0
    shown = capsys.readouterr().out
    assert "Moved: killed: at least 2 → 5" in shown
    assert "1 new article" in shown.splitlines()[0]


def test_nothing_is_told_where_nothing_changed(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(files[0], files[0]) == 0
    assert capsys.readouterr().out.strip() == "Nothing changed."


def test_json_is_one_document(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*files, "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert rows[0]["kind"] == "figure-moved"
    assert rows[0]["shown"]["text"] == "killed: at least 2 → 5"


def test_the_feed_is_written_beside_the_text(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*files, "--atom", str(tmp_path / "feed.xml")) == 0
    assert make.read_back((tmp_path / "feed.xml").read_bytes()).entries
    assert "feed:" in capsys.readouterr().err


def test_files_of_two_stories_are_told_of(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.json"
    other.write_text(to_json(make.dossier(("tuesday.txt", make.TUESDAY))), "utf-8")
    assert run(files[0], str(other)) == 0
    assert "no article in common" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    ["", "{}", "[" * 100_000, '{"format": "sayso-dossier/1"}', '{"format": "sayso-dossier/9"}', "\x00\xff"],
)
def test_what_is_no_dossier_file_is_misuse(
    text: str, files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text(text, "utf-8")
    assert run(files[0], str(broken)) == 2
    assert capsys.readouterr().err.startswith("sayso: ")


def test_a_file_that_is_not_there_is_misuse(files: tuple[str, str]) -> None:
    assert run(files[0], "nowhere.json") == 2


@pytest.fixture
def db(tmp_path: Path) -> str:
    (tmp_path / "monday.txt").write_text(make.MONDAY, "utf-8")
    (tmp_path / "tuesday.txt").write_text(make.TUESDAY, "utf-8")
    path = tmp_path / "desk.db"
    with api.open_desk(path) as desk:
        desk.add([str(tmp_path / "monday.txt")])
        desk.add([str(tmp_path / "tuesday.txt")])
    return str(path)


def test_the_log_of_a_database(db: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    feed = tmp_path / "feed.xml"
    assert run("--db", db, "--since", "24h", "--atom", str(feed)) == 0
    assert "Moved: killed: at least 2 → 5" in capsys.readouterr().out
    entries = make.read_back(feed.read_bytes()).entries
    assert entries[0].updated.endswith("Z")
    assert len({one.id for one in entries}) == len(entries)
    assert run("--db", db, "--json") == 0
    assert {row["story"] for row in json.loads(capsys.readouterr().out)} == {1}


def test_last_is_since_it_was_last_asked(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--db", db, "--since", "last") == 0
    assert "Moved" in capsys.readouterr().out
    assert run("--db", db, "--since", "last") == 0
    assert capsys.readouterr().out.strip() == "Nothing changed."


@pytest.mark.parametrize("arguments", [(), ("one.json",), ("a.json", "b.json", "c.json")])
def test_neither_two_files_nor_a_database_is_misuse(
    arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SAYSO_DB", raising=False)
    assert run(*arguments) == 2
