"""Nothing connects that was not asked to fetch, and nothing heavy is loaded before it is needed."""

import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

HEAVY = (
    "spacy", "numpy", "pyarrow", "jinja2", "httpx", "lxml", "trafilatura", "tokenizers", "rich",
    "feedparser", "protego",
)  # fmt: skip

BLOCKED = """
import sys

NETWORK = {f"socket.{what}" for what in "connect getaddrinfo gethostbyname sendto sendmsg bind".split()}

def watch(event, arguments):
    if event in NETWORK:
        raise AssertionError(f"{event} {arguments[1:]}")

sys.addaudithook(watch)
"""
"""An audit hook sees every connection that Python makes, and no library can take it off."""

LOADED = "import json, sys; print(json.dumps(sorted(sys.modules)))"


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `code` in a fresh interpreter."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def heavy_in(run: subprocess.CompletedProcess[str]) -> list[str]:
    """The heavy modules among those that a run lists in the last line of its output."""
    assert run.returncode == 0, run.stderr
    return sorted(set(HEAVY) & set(json.loads(run.stdout.splitlines()[-1])))


def test_the_dossier_command_opens_no_connection(tmp_path: Path) -> None:
    outputs = [
        "-o",
        str(tmp_path / "d.html"),
        "--json",
        str(tmp_path / "d.json"),
        "--tables",
        str(tmp_path / "t"),
    ]
    command = f"{BLOCKED}\nfrom sayso.cli.main import main; main(sys.argv[1:])"
    run = python(command, "dossier", str(files("sayso") / "examples" / "ferry"), *outputs)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "d.html").stat().st_size > 0


def test_the_block_would_be_noticed() -> None:
    run = python(f"{BLOCKED}\nimport socket; socket.create_connection(('127.0.0.1', 9))")
    assert "AssertionError" in run.stderr


def test_importing_sayso_loads_nothing_heavy() -> None:
    assert not heavy_in(python(f"import sayso; {LOADED}"))


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["dossier", "--help"], ["demo", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = f"""
import sys
from sayso.cli.main import main
try:
    main(sys.argv[1:])
except SystemExit as stop:
    assert not stop.code
{LOADED}
"""
    assert not heavy_in(python(code, *arguments))
