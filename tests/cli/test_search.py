import json
from importlib.resources import files
from pathlib import Path

import pytest

from sayso import api
from sayso.cli.main import main

REPORT = str(files("sayso").joinpath("examples", "ferry", "02-meridiana-toll-17.txt"))


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("search") / "desk.db"
    with api.open_desk(path) as desk:
        desk.add([REPORT])
    return str(path)


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(["search", *arguments])
    return int(stop.value.code or 0)


def test_it_shows_the_sentence_who_says_it_and_where(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("captain", "warned", "--db", db) == 0
    shown = capsys.readouterr().out
    assert "the captain had been warned twice" in " ".join(shown.split())
    assert "port official in Puerto Llancay" in shown
    assert "Agencia Meridiana, 2023-06-13, story 1" in shown


def test_json_is_one_document(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("toll -captain", "--db", db, "--words", "--json") == 0
    (first, *_) = json.loads(capsys.readouterr().out)
    assert first["places"][0]["story"] == 1
    assert first["marks"]


def test_nothing_found_is_code_1(db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("unicorns", "--db", db, "--words") == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "nothing found" in shown.err


def test_nothing_looked_for_is_misuse(db: str) -> None:
    assert run("--db", db) == 2
    assert run("-", "--db", db) == 2
