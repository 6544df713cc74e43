"""The house rules that no linter holds: locks, versions, and what may stand in no file."""

import os
import re
import shutil
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import sayso

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUPS = PROJECT["dependency-groups"]
LOCKS = {
    "run": [*PROJECT["project"]["dependencies"], *GROUPS["build"]],
    "dev": [*PROJECT["project"]["dependencies"], *GROUPS["build"], *GROUPS["dev"]],
}
OWN = ("src", "tests", "bench", "tools", "docs", "requirements", ".ci")
BINARY = {".npy", ".png", ".pyc"}
PIN = re.compile(
    r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^ ;\\]+)(?P<rest>(?:.*\\\n)*.*)", re.MULTILINE
)

# Put together here, so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:" + "|".join(("home", "root", "work", "opt", "Users")) + r")/\w")
INDEX_HOSTS = re.compile(
    "|".join(("py" + r"pi\.", "python" + "hosted", "--extra-" + "index", "--find-" + "links"))
)


def pins(lock: str) -> dict[str, list[str]]:
    """The versions pinned for each package; several where they depend on the Python version."""
    found: dict[str, list[str]] = {}
    for pin in PIN.finditer((ROOT / "requirements" / f"{lock}.lock").read_text("utf-8")):
        assert "--hash=sha256:" in pin["rest"], f"{pin['name']} has no hash"
        found.setdefault(pin["name"], []).append(pin["version"])
    return found


def own_files() -> Iterator[Path]:
    """Every text file of the project that is not made by a tool's cache."""
    nested = chain.from_iterable((ROOT / folder).rglob("*") for folder in OWN)
    top = (
        path
        for path in ROOT.iterdir()
        if path.suffix in {".md", ".toml"} or path.name in {"Makefile", "NOTICE"}
    )
    for path in chain(nested, top):
        if (
            path.is_file()
            and path.suffix not in BINARY
            and not any(part.startswith("__pyc") for part in path.parts)
        ):
            yield path


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_holds_every_requirement_in_a_version_that_fits(lock: str) -> None:
    locked = pins(lock)
    for requirement in map(Requirement, filter(lambda one: isinstance(one, str), LOCKS[lock])):
        versions = locked.get(requirement.name, [])
        assert versions, f"{requirement.name} is not locked; run: make lock"
        assert all(map(requirement.specifier.contains, versions)), (
            f"{requirement} but {versions}; run: make lock"
        )


def test_development_runs_on_the_locked_run_time_versions() -> None:
    run, dev = pins("run"), pins("dev")
    assert {name: dev.get(name) for name in run} == run


def test_versions_are_one() -> None:
    assert sayso.__version__ == PROJECT["project"]["version"]
    assert f"## {sayso.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_no_file_names_a_machine_or_a_package_host() -> None:
    for path in own_files():
        text = path.read_text("utf-8")
        assert not MACHINE_PATHS.search(text), f"{path.name} holds the path of a machine"
        assert not INDEX_HOSTS.search(text), f"{path.name} names a package host"


def test_nothing_is_left_to_do_in_the_source() -> None:
    left = re.compile("|".join((r"\bTO" + "DO", r"\bFIX" + "ME")) + r"\b")
    for path in (ROOT / "src").rglob("*.py"):
        assert not left.search(path.read_text("utf-8")), f"{path.name} has something left to do"


def test_scripts_can_be_run() -> None:
    for script in (ROOT / ".ci" / "run", ROOT / "tools" / "install_system.sh"):
        assert os.access(script, os.X_OK), f"{script.name} is not executable"


@pytest.mark.skipif("CI" not in os.environ, reason="only CI must have a browser")
def test_ci_has_a_browser() -> None:
    assert any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
