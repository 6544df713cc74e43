"""The commands over the whole pipeline, on the articles that come with sayso."""

import io
import json
from importlib import resources
from pathlib import Path

import pytest

from sayso.cli.main import main

pytest.importorskip("sayso.api", reason="the Python API is not there yet")

FERRY = Path(str(resources.files("sayso").joinpath("examples", "ferry")))


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    return int(stop.value.code or 0)


def test_the_demo_writes_a_page_and_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("demo", "ferry") == 0
    shown = capsys.readouterr()
    assert "articles" in shown.out
    assert "page: sayso-ferry.html" in shown.err
    assert (tmp_path / "sayso-ferry.html").stat().st_size < 1_500_000


def test_articles_become_a_dossier_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("dossier", str(FERRY), "--json", "-", "--tables", str(tmp_path)) == 0
    assert json.loads(capsys.readouterr().out)["format"] == "sayso-dossier/1"
    assert (tmp_path / "figures.csv").exists()


def test_pasted_articles_are_read_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pasted = io.TextIOWrapper(io.BytesIO(b"Gate breaks\n\nFour people died, mayor Ines Dahl said.\n"))
    monkeypatch.setattr("sys.stdin", pasted)
    assert run("dossier", "-") == 0
    assert "1 article" in capsys.readouterr().out


def test_a_path_that_is_not_there_is_code_1_and_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("dossier", "no-such-folder") in {1, 2}
    assert "no-such-folder" in capsys.readouterr().err


def test_a_column_without_a_name_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("dossier", str(FERRY), "--column", "text") == 2
    assert "KEY=NAME" in capsys.readouterr().err
