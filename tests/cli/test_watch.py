import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.read import server as manners
from tests.read.server import Answer, Server, html

from sayso.cli.main import main

FERRY = (
    "The ferry Tern left the port of Brenn on Monday with 240 people on board, Ines Dahl, the mayor, said.\n"
    * 4
)
POLITE = ("--allow-private", "--interval", "0")


def rss(*pages: str) -> Answer:
    items = "".join(f"<item><title>Ferry {page}</title><link>{page}</link></item>" for page in pages)
    return Answer(
        f'<rss version="2.0"><channel><title>Brenn \x1b[31mPost</title>{items}</channel></rss>'.encode()
    )


@pytest.fixture
def server() -> Iterator[Server]:
    with manners.running() as found:
        found.pages |= {"/feed": rss("/a1", "/gone"), "/a1": html(FERRY, "Ferry \u202e runs")}
        yield found


@pytest.fixture
def db(tmp_path: Path) -> str:
    return str(tmp_path / "desk.db")


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(["watch", *arguments])
    return int(stop.value.code or 0)


def test_what_came_in_is_told(server: Server, db: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(f"{server.url}/feed", "--once", "--db", db, *POLITE) == 0
    shown = capsys.readouterr()
    assert "2 entries, 2 new or changed" in shown.out
    assert f"new        Ferry runs (localhost:{server.port})  {server.url}/a1" in shown.out
    assert (
        f"failed     Ferry /gone: {server.url}/gone could not be fetched: the server answered 404"
        in shown.out
    )
    assert "1 feed: 1 new article, 1 failed" in shown.err
    assert "\x1b" not in shown.out + shown.err
    assert "\u202e" not in shown.out


def test_what_came_of_each_feed_is_told_in_the_end(
    server: Server, db: str, capsys: pytest.CaptureFixture[str]
) -> None:
    server.pages["/other"] = rss("/a1", "/nowhere")
    assert run(f"{server.url}/feed", f"{server.url}/other", "--once", "--db", db, *POLITE) == 0
    told = capsys.readouterr().err
    assert told.count("Post: ") == 2
    assert "2 feeds: 1 new article, 2 failed" in told


def test_a_machine_reads_a_line_for_each_thing(
    server: Server, db: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(f"{server.url}/feed", "--once", "--json", "--db", db, *POLITE) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["event"] for line in lines] == ["feed", "article", "article", "done"]
    assert {line.get("outcome") for line in lines} == {None, "new", "failed"}
    assert lines[-1]["new"] == 1


def test_all_feeds_of_the_database_are_followed_when_none_is_named(
    server: Server, db: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run(f"{server.url}/feed", "--once", "--db", db, *POLITE)
    assert run("--once", "--db", db, *POLITE) == 0
    assert server.paths().count("/feed") == 2


def test_feeds_are_listed_and_dropped(server: Server, db: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(f"{server.url}/feed", "--once", "--db", db, *POLITE)
    capsys.readouterr()
    assert run("--list", "--db", db) == 0
    assert f"{server.url}/feed" in capsys.readouterr().out
    assert run("--list", "--json", "--db", db) == 0
    assert json.loads(capsys.readouterr().out)[0]["entries"] == 2
    assert run(f"{server.url}/feed", "--drop", "--db", db) == 0
    assert run("--list", "--db", db) == 0
    assert "no feed is followed" in capsys.readouterr().err


def test_when_no_feed_can_be_read_the_code_is_1(
    server: Server, db: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(f"{server.url}/nowhere", "--once", "--db", db, *POLITE) == 1
    assert "answered 404" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [
    ("--once",), ("nowhere.opml", "--once"), ("http://[", "--once"), ("--once", "--every", "soon"),
    ("--again", "6h,never"), ("https://post.example/feed", "--drop"), ("--drop",),
])  # fmt: skip
def test_misuse_is_code_2(db: str, arguments: tuple[str, ...]) -> None:
    main_db = Path(db)
    assert not main_db.exists()
    assert run(*arguments, "--db", db) == 2


def test_a_private_feed_is_refused_unless_it_is_allowed(
    server: Server, db: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(f"{server.url}/feed", "--once", "--db", db) == 1
    assert "private network" in capsys.readouterr().out
    assert server.asked == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stays_up_and_stops_cleanly(server: Server, db: str, number: signal.Signals) -> None:
    command = [sys.executable, "-m", "sayso", "watch", f"{server.url}/feed", "--db", db, *POLITE, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = json.loads(process.stdout.readline())
        assert first["event"] == "feed"
        article = json.loads(process.stdout.readline())
        time.sleep(0.2)
        process.send_signal(number)
        out, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert article["event"] == "article"
    assert json.loads(out.splitlines()[-1])["event"] == "done"
    assert "stopping" in err
    assert "Traceback" not in err
