"""What the docs tell a reader to type is run here, and what they point at is there."""

import io
import re
import shlex
import shutil
import sqlite3
import sys
from contextlib import closing
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

import sayso
from sayso import api
from sayso.cli.main import main
from sayso.judge.taking import By, Meant, decide
from sayso.model.codec import from_json, to_json
from sayso.model.decision import Decision, What
from sayso.read.decisions import lines as lines_of_log

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
IN_TEXT = re.compile(r"`(?P<path>(?:[\w.{}-]+/)+[\w.*-]*|[\w-]+\.(?:toml|lock|sh))`")
HOMES = ("", "src/sayso", "src/sayso/lexicon", "src/sayso/lexicon/en", "bench")
FILES = {"same = ": "names.toml", "[sides]": "sides.toml", "[plurals]": "vague.toml"}
"""What a TOML block in the docs holds, and the name under which the commands there use it."""

Example = tuple[str, str]

pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""Daft leaves the pipes to its processes for the collector to close."""


def examples(language: str) -> list[Example]:
    """The page and the text of each code block in `language`."""
    found = ((page.name, BLOCK.finditer(page.read_text("utf-8"))) for page in PAGES)
    return [
        (name, block["code"]) for name, blocks in found for block in blocks if block["language"] == language
    ]


def lines(program: str) -> list[str]:
    """Each line of the shell blocks that runs `program`, without its comment."""
    code = (line.partition(" #")[0].strip() for _, block in examples("sh") for line in block.splitlines())
    return sorted({line for line in code if line.split(" ")[0] == program})


@cache
def _dossier_file() -> str:
    """The dossier file of two articles, made once."""
    flood = Path(str(files("sayso") / "examples" / "flood"))
    return to_json(api.dossier([str(one) for one in sorted(flood.iterdir())[:2]]))


@cache
def _decisions() -> tuple[Decision, ...]:
    """What somebody decided about the first claim of two articles."""
    story = from_json(_dossier_file())
    by = By("A. Brenn", "2022-08-20T21:40:00Z", "read twice")
    return (decide(What.ACCEPT, Meant(story, story.claims[0]), by),)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: Path) -> Path:
    """A folder with the inputs that the docs speak of: `articles/`, `clippings/`, `export.csv`,
    `pasted.txt`, `desk.db`, and the TOML files that they show."""
    flood = Path(str(files("sayso") / "examples" / "flood"))
    (tmp_path / "articles").mkdir()
    for report in sorted(flood.iterdir())[:2]:
        shutil.copy(report, tmp_path / "articles")
    text = (flood / "01-himal-courier.txt").read_text("utf-8")
    (tmp_path / "clippings").mkdir()
    head = "---\ntitle: Flood\nsource: https://himal-courier.example/flood\n---\n"
    (tmp_path / "clippings" / "flood.md").write_text(head + text, "utf-8")
    (tmp_path / "pasted.txt").write_text(f"{text}\n---\n{text.upper()}\n", "utf-8")
    quoted = text.replace('"', '""')
    (tmp_path / "decisions.jsonl").write_text("".join(lines_of_log(_decisions())), "utf-8")
    (tmp_path / "export.csv").write_text(f'body\n"{quoted}"\n', "utf-8")
    for day in ("monday", "tuesday"):
        (tmp_path / f"{day}.json").write_text(_dossier_file(), "utf-8")
    for name, code in examples("toml"):
        shown = next((file for key, file in FILES.items() if key in code), None)
        assert shown, f"{name} shows a TOML file of no command"
        (tmp_path / shown).write_text(code, "utf-8")
    shutil.copy(database, tmp_path / "desk.db")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the docs: it holds two articles of the flood."""
    path = tmp_path_factory.mktemp("desk") / "desk.db"
    flood = files("sayso") / "examples" / "flood"
    with sayso.open(path) as open_desk:
        open_desk.add(sorted(str(report) for report in flood.iterdir())[:2])
        open_desk.decide(_decisions())
    return path


@pytest.mark.parametrize("line", lines("sayso"))
@pytest.mark.usefixtures("desk")
def test_every_command_in_the_docs_works(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    command, _, piped = line.partition(" < ")
    if piped:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(piped).read_bytes()), "utf-8"))
    with pytest.raises(SystemExit) as stop:
        main(shlex.split(command)[1:])
    assert not stop.value.code


@pytest.mark.parametrize(("page", "code"), examples("python"))
def test_every_python_example_in_the_docs_runs(page: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, page, "exec"), {"__name__": "example"})


@pytest.mark.parametrize(("page", "code"), examples("sql"))
def test_every_question_in_the_docs_has_an_answer(page: str, code: str, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        for question in code.strip().removesuffix(";").split(";\n"):
            assert connection.execute(question).fetchall(), f"{page}: {question}"


@pytest.mark.parametrize("line", lines("make"))
def test_every_make_target_in_the_docs_is_there(line: str) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert line.split(" ")[1] in targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    for link in LINK.finditer(page.read_text("utf-8")):
        target = link["target"].partition("#")[0]
        if target and "://" not in target:
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.parent.name == "rooms"], ids=lambda page: page.name
)
def test_every_file_that_a_room_names_is_there(page: Path) -> None:
    for named in IN_TEXT.finditer(page.read_text("utf-8")):
        path = named["path"]
        assert any(list((ROOT / home).glob(path)) for home in HOMES), f"{page.name}: {path}"
