import json
import webbrowser
from pathlib import Path

import pytest
from tests.present.make import make_dossier, make_empty

from sayso.cli.outputs import Outputs, deliver, numbered
from sayso.errors import UsageError
from sayso.model.report import Problem, Stage

LOST = Problem(None, "lost.txt", Stage.READ, "missing", "there is no such file\x1b[31m")


def test_the_screen_is_the_result_and_the_rest_goes_to_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "a page.html"
    assert deliver([make_dossier()], [LOST], Outputs(page=page)) == 0
    shown = capsys.readouterr()
    assert "Ines Dahl: A spillway gate" in shown.out
    assert "lost.txt: there is no such file�[31m" in shown.err
    assert str(page) in shown.err
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_nothing_usable_is_code_1_with_the_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    assert deliver([], [LOST], Outputs()) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "lost.txt" in shown.err
    assert "nothing usable" in shown.err


def test_json_on_standard_output_is_all_there_is_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert deliver([make_dossier()], [], Outputs(json="-")) == 0
    assert json.loads(capsys.readouterr().out)["format"] == "sayso-dossier/1"


def test_several_stories_are_several_files_and_it_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outputs = Outputs(page=tmp_path / "d.html", json=str(tmp_path / "d.json"), tables=tmp_path / "sheets")
    assert deliver([make_dossier(), make_empty()], [], outputs) == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"d.html", "d-2.html", "d.json", "d-2.json", "sheets", "sheets-2"}
    shown = capsys.readouterr().out
    assert "2 stories" in shown
    assert "story 2: Nothing, 1 article" in shown


def test_sharing_goes_into_every_output(tmp_path: Path) -> None:
    deliver(
        [make_dossier()], [], Outputs(json=str(tmp_path / "d.json"), page=tmp_path / "d.html", share=True)
    )
    assert "Reporting by" not in (tmp_path / "d.json").read_text("utf-8")
    assert "Reporting by" not in (tmp_path / "d.html").read_text("utf-8")


def test_a_file_that_cannot_be_written_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot write"):
        deliver([make_empty()], [], Outputs(page=tmp_path / "no" / "such" / "folder.html"))


def test_open_opens_the_page_of_the_largest_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    deliver([make_empty(), make_empty()], [], Outputs(page=tmp_path / "d.html", open=True))
    assert opened == [(tmp_path / "d.html").resolve().as_uri()]


def test_later_stories_get_a_number() -> None:
    assert numbered(Path("x/dossier.html"), 0) == Path("x/dossier.html")
    assert numbered(Path("x/dossier.html"), 1) == Path("x/dossier-2.html")
