import json
from importlib.resources import files
from pathlib import Path

import pytest

from sayso.cli.main import main

FERRY = str(files("sayso").joinpath("examples", "ferry"))


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(["why", *arguments])
    return int(stop.value.code or 0)


def test_it_follows_a_number_to_its_roots(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("17", FERRY) == 0
    assert "traced to Maritime Authority" in capsys.readouterr().out


def test_json_is_one_document_and_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("17", FERRY, "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert any(fact["text"] == "17" for row in rows for fact in row["facts"])


def test_what_nobody_says_is_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("unicorns", FERRY) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "no article says anything of 'unicorns'" in shown.err


@pytest.mark.parametrize("arguments", [(), (" ", FERRY)])
def test_misuse_is_code_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments) == 2


def test_articles_of_a_database_are_not_taken_as_one_story(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("17", "--db", str(tmp_path / "desk.db"), "--one-story") == 2
    assert "a database parts its own" in capsys.readouterr().err
