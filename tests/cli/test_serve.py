"""`sayso serve` as a process: it says where it is, stops cleanly, and reads while others write."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from sayso.api import open_desk

EXAMPLES = Path(__file__).parents[2] / "src" / "sayso" / "examples"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "desk.db"
    with open_desk(path) as desk:
        desk.add([str(EXAMPLES / "ferry")])
    return path


@contextmanager
def served(database: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """Run the command on a free port; give the process, the address, and what it said so far."""
    command = [sys.executable, "-m", "sayso", "serve", "--db", str(database), "--port", "0", *options]
    environment = {key: value for key, value in os.environ.items() if key != "SAYSO_TOKEN"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr
        said = process.stderr.readline()
        if "0.0.0.0" in options:
            said += process.stderr.readline()
        found = re.search(r"at (http://\S+)", said)
        assert found, said
        try:
            yield process, found[1], said
        finally:
            process.kill()


@contextmanager
def asking(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=20) as client:
        assert client.get("/health").json() == {"ok": True}
        yield client


def test_what_is_decided_in_the_browser_stands_in_the_log_of_the_database(database: Path) -> None:
    with served(database, "--by", "A. Brenn") as (_, address, _), asking(address) as client:
        path = f"/stories/1/review/{client.get('/stories/1/review.json').json()[0]['fact']}"
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="(\w*)"', client.get(path).text))
        sent = {**hidden, "by": "A. Brenn", "note": "as I heard it", "what": "accept"}
        answer = client.post(path, data=sent, headers={"Origin": address})
        assert answer.status_code == 303
        assert "accepted by A. Brenn because: as I heard it" in client.get("/stories/1/page.html").text
    with open_desk(database) as desk:
        (made,) = desk.decisions()
        assert (made.what, made.by, made.note) == ("accept", "A. Brenn", "as I heard it")


def test_a_story_is_served_and_the_server_stops_when_told(database: Path) -> None:
    with served(database) as (process, address, _), asking(address) as client:
        story = re.search(r'href="(/stories/\d+)"', client.get("/stories").text)
        assert story
        assert "Who says so" in client.get(story[1]).text
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0
        assert process.stderr
        assert "Traceback" not in process.stderr.read()


def test_others_need_the_token_that_is_shown_once(database: Path) -> None:
    with served(database, "--host", "0.0.0.0") as (_, address, said), asking(address) as client:
        assert client.get("/stories").status_code == 401
        link = re.search(r"http://\S+\?token=(\S+)", said)
        assert link
        assert len(link[1]) >= 30
        assert client.get(f"/stories?token={link[1]}").status_code == 200
        assert client.get("/stories").status_code == 200


def test_it_reads_while_two_others_write(database: Path, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("harbour", "mine")]
    for folder in folders:
        folder.mkdir()
        for n in range(3):
            text = f"{folder.name} shut\nMayor Ines Dahl said on Tuesday that {n + 2} people died there."
            (folder / f"{n}.txt").write_text(text)
    with served(database) as (_, address, _), asking(address) as client:
        add = [sys.executable, "-m", "sayso", "add", "--db", str(database)]
        writers = [subprocess.Popen([*add, str(one)], stderr=subprocess.DEVNULL) for one in folders]
        while any(one.poll() is None for one in writers):
            answer = client.get("/stories")
            if answer.status_code != 429:
                assert answer.status_code == 200
                for path in re.findall(r'<h2 dir="auto"><a href="(/stories/\d+)"', answer.text):
                    assert client.get(path).status_code in {200, 404, 429}
        assert [one.returncode for one in writers] == [0, 0]
        assert client.get("/stories.json").status_code in {200, 429}


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--db", "none.db"], "there is no database"),
        (["--token", "short"], "can be guessed"),
        (["--host", "no.such.host.invalid"], "cannot listen"),
    ],
)
def test_misuse_is_told_in_a_line(database: Path, options: list[str], told: str) -> None:
    command = [sys.executable, "-m", "sayso", "serve", "--db", str(database), *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert told in done.stderr
