"""`sayso review`, on a database and on files."""

import json
import sqlite3
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
import pytest

from sayso.cli.main import main

FLOOD = str(files("sayso") / "examples" / "flood")


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    return int(stop.value.code or 0)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database of the flood and its dossier file."""
    folder = tmp_path_factory.mktemp("desk")
    assert run("add", FLOOD, "--db", str(folder / "desk.db")) == 0
    assert run("show", "1", "--db", str(folder / "desk.db"), "--json", str(folder / "story.json")) == 0
    return folder


@pytest.fixture
def desk(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same as a copy, in the current folder."""
    for name in ("desk.db", "story.json"):
        (tmp_path / name).write_bytes((made / name).read_bytes())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_BY", "A. B.")
    return tmp_path


def story(path: str = "story.json") -> Any:
    return json.loads(Path(path).read_text("utf-8"))


def figure(text: str) -> str:
    found: str = next(one["id"] for one in story()["figures"] if one["text"] == text)
    return found


def shown() -> Any:
    assert run("show", "1", "--db", "desk.db", "--json", "now.json") == 0
    return story("now.json")


def test_a_decision_goes_into_the_database_and_into_its_story(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("review", "reject", figure("52")[:8], "--db", "desk.db", "--note", "of the day before") == 0
    assert "rejected: figure “52” (missing)" in capsys.readouterr().out
    (decision,) = shown()["decisions"]
    assert (decision["by"], decision["note"], decision["standing"]) == ("A. B.", "of the day before", "holds")
    assert all(figure("52") not in track["figures"] for track in story("now.json")["tracks"])
    assert run("review", "list", "--db", "desk.db") == 0
    assert "of the day before" in " ".join(capsys.readouterr().out.split())
    assert run("why", figure("52")[:8], "--db", "desk.db") == 1
    assert "“52”: rejected by A. B. because: of the day before" in capsys.readouterr().err


def test_a_replay_on_another_database_and_a_log_file_give_the_same_bytes(desk: Path) -> None:
    assert run("review", "reject", figure("52"), "--db", "desk.db") == 0
    assert run("review", "correct", figure("48"), "low=40", "high=open", "--db", "desk.db") == 0
    assert run("review", "merge", "Deurapani", "Tokshe", "--db", "desk.db") == 0
    assert run("review", "undo", "1", "--db", "desk.db") == 0
    assert run("review", "export", "log.jsonl", "--db", "desk.db") == 0
    shown()
    assert run("add", FLOOD, "--db", "other.db") == 0
    assert run("review", "replay", "log.jsonl", "--db", "other.db") == 0
    assert run("review", "replay", "log.jsonl", "--db", "other.db") == 0
    assert run("show", "1", "--db", "other.db", "--json", "other.json") == 0
    assert run("dossier", FLOOD, "--decisions", "log.jsonl", "--json", "files.json") == 0
    assert Path("now.json").read_bytes() == Path("other.json").read_bytes() == Path("files.json").read_bytes()
    standings = [one["standing"] for one in story("now.json")["decisions"]]
    assert standings == ["undone", "holds", "holds", "holds"]


def test_without_a_database_a_log_file_is_added_to(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ("--dossier", "story.json", "--decisions", "log.jsonl")
    assert run("review", "accept", figure("52"), *where) == 0
    Path("log.jsonl").write_text(Path("log.jsonl").read_text("utf-8").rstrip("\n"), "utf-8")
    assert run("review", "reject", figure("48"), *where, "--json") == 0
    line = capsys.readouterr().out.splitlines()[-1]
    assert Path("log.jsonl").read_text("utf-8").splitlines()[-1] == line
    assert run("review", "list", "--decisions", "log.jsonl", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_a_decision_outlives_a_new_edition_and_tells_when_the_sentence_is_gone(
    desk: Path, tmp_path: Path
) -> None:
    page = tmp_path / "edition" / "03-npb-news.txt"
    page.parent.mkdir()
    text = (Path(FLOOD) / page.name).read_text("utf-8")
    assert "52 missing" in text
    assert run("review", "reject", figure("52"), "--db", "desk.db") == 0
    page.write_text(text + "\nThe bridge at Simalgaun was reopened on Friday.\n", "utf-8")
    assert run("add", str(page), "--db", "desk.db") == 0
    (decision,) = shown()["decisions"]
    (moved,) = (one for one in story("now.json")["figures"] if one["text"] == "52")
    assert decision["standing"] == "holds"
    assert (decision["about"]["id"], moved["track"]) == (moved["id"], None)
    assert moved["id"] != figure("52")
    page.write_text(text.replace("and 52 missing", "and counted the missing"), "utf-8")
    assert run("add", str(page), "--db", "desk.db") == 0
    assert [one["standing"] for one in shown()["decisions"]] == ["unmatched"]
    (problem,) = (one for one in story("now.json")["problems"] if one["rule"] == "nothing-to-stand-on")
    assert "A. B." in problem["message"]
    with sqlite3.connect("desk.db") as connection:
        assert connection.execute("SELECT what, standing, by FROM reviewed").fetchall() == [
            ("reject", "unmatched", "A. B.")
        ]


def test_the_log_of_a_database_cannot_be_changed(desk: Path) -> None:
    assert run("review", "accept", figure("52"), "--db", "desk.db") == 0
    with sqlite3.connect("desk.db") as connection:
        for statement in ("DELETE FROM decisions", "UPDATE decisions SET by = 'C. D.'"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
                connection.execute(statement)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("reject", "ffffffff", "--db", "desk.db"), "nothing here has an id"),
        (("reject", "Nobody Atall", "--db", "desk.db"), "nothing here has an id"),
        (("undo", "7", "--db", "desk.db"), "is no decision of this log"),
        (("correct", "Tokshe", "size", "--db", "desk.db"), "FIELD=VALUE"),
        (("accept", "ffffffff"), "name the database"),
        (("accept", "ffffffff", "--dossier", "story.json"), "name the log as well"),
        (("export", "story.json", "--db", "desk.db"), "there already"),
        (("walk", "--db", "desk.db"), "needs a terminal"),
    ],
)
def test_misuse_is_told(
    desk: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    told: str,
) -> None:
    monkeypatch.delenv("SAYSO_DB", raising=False)
    assert run("review", *arguments) == 2
    assert told in capsys.readouterr().err


def test_a_walk_decides_by_single_keys_and_goes_on_where_it_stopped(
    desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = iter("xasq")
    monkeypatch.setattr(click, "getchar", lambda: next(keys))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run("review", "walk", "--db", "desk.db") == 0
    first = capsys.readouterr()
    assert "1 of " in first.out
    assert "1 decided" in first.err
    (decision,) = shown()["decisions"]
    assert decision["what"] == "accept"
    capsys.readouterr()
    keys = iter("rq")
    monkeypatch.setattr(click, "prompt", lambda *_, **__: "misread")
    assert run("review", "walk", "1", "--db", "desk.db") == 0
    again = capsys.readouterr().out
    assert decision["about"]["id"][:8] not in again.split("in the claim")[0]
    assert [one["note"] for one in shown()["decisions"]] == ["", "misread"]
