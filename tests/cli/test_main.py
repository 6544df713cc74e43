import subprocess
import sys
import time

import pytest

from sayso import __version__
from sayso.cli import main as command_line
from sayso.errors import UsageError


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        command_line.main(arguments)
    return int(stop.value.code or 0)


def test_help_and_version_are_results(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    assert run("--version") == 0
    shown = capsys.readouterr()
    assert "dossier" in shown.out
    assert __version__ in shown.out
    assert shown.err == ""


def test_help_loads_nothing_heavy() -> None:
    heavy = "{'spacy', 'numpy', 'pyarrow', 'rich', 'jinja2', 'lxml', 'httpx', 'trafilatura'}"
    code = (
        "import sys, sayso.cli.main as m\n"
        "try: m.main(['--help'])\n"
        f"except SystemExit: assert not {heavy} & set(sys.modules)"
    )
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize("arguments", [("nonsense",), ("dossier", "--nonsense"), ("demo", "circus")])
def test_misuse_is_code_2_and_says_so(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    assert "Error" in capsys.readouterr().err


def test_an_error_raised_on_purpose_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise UsageError("nothing is called\nthat")

    monkeypatch.setattr(command_line.cli, "main", fail)
    assert run("dossier") == 2
    assert capsys.readouterr().err == "sayso: nothing is called that\n"


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command_line.cli, "main", stop)
    assert run("dossier") == 130
    assert capsys.readouterr().err == "sayso: stopped\n"
