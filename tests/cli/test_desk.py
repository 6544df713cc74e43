"""The commands on a database, on the articles that come with sayso."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from sayso.cli.main import main

FLOOD = Path(str(files("sayso").joinpath("examples", "flood")))
TWO = [str(one) for one in sorted(FLOOD.glob("*.txt"))[:2]]


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    return int(stop.value.code or 0)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_DB", "desk.db")


def test_articles_go_in_and_stories_come_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("add", *TWO) == 0
    assert "2 new articles" in capsys.readouterr().out
    assert run("add", *TWO) == 0
    assert "2 already there" in capsys.readouterr().out
    assert run("stories") == 0
    assert "origin" in capsys.readouterr().out
    assert run("stories", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["reports"] == 2
    assert run("show", str(row["handle"]), "--json", "-") == 0
    kept = capsys.readouterr().out
    assert run("dossier", *TWO, "--json", "-") == 0
    assert capsys.readouterr().out == kept


def test_stories_are_found_by_words_of_their_titles_and_by_days(capsys: pytest.CaptureFixture[str]) -> None:
    run("add", *TWO)
    capsys.readouterr()
    assert run("stories", "RÍVER", "flood", "--until", "2024-01-01") == 0
    assert "River" in capsys.readouterr().out.title()
    assert run("stories", "--since", "2030-01-01") == 1
    assert run("stories", "unicorn") == 1
    assert "no such story" in capsys.readouterr().err


def test_looking_makes_no_database(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("stories") == 2
    assert "no database desk.db" in capsys.readouterr().err
    assert not Path("desk.db").exists()


def test_a_database_has_to_be_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SAYSO_DB")
    assert run("add", *TWO) == 2
    assert "--db" in capsys.readouterr().err


def test_nothing_usable_is_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("add", "nowhere.txt") == 1
    assert "nowhere.txt" in capsys.readouterr().err
    assert run("stories") == 1
    assert run("show", "4") == 2
    assert "no story 4" in capsys.readouterr().err


def test_why_asks_the_database_or_the_articles_named(capsys: pytest.CaptureFixture[str]) -> None:
    run("add", *TWO)
    capsys.readouterr()
    assert run("why", "river") == 0
    kept = capsys.readouterr().out
    assert run("why", "river", *TWO) == 0
    assert capsys.readouterr().out == kept
    assert run("why", "river", *TWO, "--db", "desk.db") == 2


def test_an_article_is_removed_after_a_yes(capsys: pytest.CaptureFixture[str]) -> None:
    run("add", *TWO)
    name = Path(TWO[0]).name
    assert run("forget", name) == 2
    assert "--yes" in capsys.readouterr().err
    assert run("forget", name, "--yes") == 0
    assert f"removed {name}: 1 revision" in capsys.readouterr().out
    assert run("forget", name, "--yes") == 2
    assert run("refresh", "--json") == 0
    assert json.loads(capsys.readouterr().out)["changed"] == []
