"""Killed at any moment, or several at once: the file opens, nothing is half there or doubled, and the next
add reaches the bytes of an undisturbed run."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.run import working

from sayso.errors import NoSuchInput
from sayso.model.codec import to_json
from sayso.run import stages
from sayso.run.desk import Desk, open_desk

KILLS = int(os.environ.get("SAYSO_KILLS", "5"))
SECONDS = float(os.environ.get("SAYSO_RACE_SECONDS", "3"))
ALL = [str(number) for number in range(len(working.ITEMS))]


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = tmp_path_factory.mktemp("facts") / "facts.json"
    working.write_facts(path)
    before = stages.facts
    working.use(path)
    yield path
    stages.facts = before


@pytest.fixture(scope="module")
def undisturbed(facts: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    with open_desk(tmp_path_factory.mktemp("whole") / "desk.db") as desk:
        desk.add_received(working.ITEMS)
        return shown(desk)


def shown(desk: Desk) -> set[str]:
    return {to_json(desk.dossier(row.handle)) for row in desk.stories()}


def started(facts: Path, database: Path, *work: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.run.working", str(facts), str(database), *work]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    assert process.stdout
    process.stdout.readline()
    return process


def ended(process: subprocess.Popen[bytes]) -> str:
    _, errors = process.communicate(timeout=120)
    return errors.decode()


def check(desk: Desk) -> None:
    """Hold what a file must be like after any moment."""
    database = desk.database
    assert [row[0] for row in database.execute("PRAGMA integrity_check")] == ["ok"]
    assert database.execute("PRAGMA foreign_key_check") == []
    for index in ("reports_index", "statements_index", "figures_index"):
        database.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 0)")
    half = "SELECT id FROM reports WHERE number NOT IN (SELECT report FROM facts)"
    assert database.execute(half) == []
    current = "SELECT document FROM reports WHERE current GROUP BY document HAVING count(*) > 1"
    assert database.execute(current) == []
    apart = "SELECT number FROM reports WHERE current <> (number IN (SELECT report FROM profiles))"
    assert database.execute(apart) == []
    for table in ("statements", "figures", "mentions", "times"):
        assert database.execute(f"SELECT id FROM {table} GROUP BY id HAVING count(*) > 1") == []
    for row in desk.stories():
        assert desk.dossier(row.handle)


def took(facts: Path, database: Path) -> float:
    process = started(facts, database, *ALL)
    began = time.perf_counter()
    assert ended(process) == ""
    return time.perf_counter() - began


def test_killed_at_any_moment_it_goes_on_where_it_was(
    facts: Path, undisturbed: set[str], tmp_path: Path
) -> None:
    whole = took(facts, tmp_path / "timed.db")
    moments = random.Random(7)
    for number in range(KILLS):
        path = tmp_path / f"desk-{number}.db"
        process = started(facts, path, *ALL)
        time.sleep(moments.uniform(0, whole))
        process.kill()
        ended(process)
        with open_desk(path) as desk:
            check(desk)
            desk.add_received(working.ITEMS)
            check(desk)
            assert shown(desk) == undisturbed
        path.unlink()


def test_two_writers_and_four_readers_at_once(facts: Path, undisturbed: set[str], tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    random_ = random.Random(3)
    until = time.monotonic() + SECONDS
    with open_desk(path) as desk, ExitStack() as stack:
        readers = [started(facts, path, "look") for _ in range(4)]
        for reader in readers:
            stack.callback(reader.kill)
        while True:
            orders = [random_.sample(ALL, len(ALL)) for _ in range(2)]
            writers = [started(facts, path, *order) for order in orders]
            assert [ended(writer) for writer in writers] == ["", ""]
            check(desk)
            assert shown(desk) == undisturbed
            if time.monotonic() > until:
                break
            for name in random_.sample(["a.txt", "d.txt", "e.txt", working.URL], 2):
                desk.forget(name)
        for reader in readers:
            assert reader.poll() is None, ended(reader)
            reader.kill()
            assert ended(reader) == ""


def test_what_is_forgotten_leaves_no_trace(facts: Path, tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with open_desk(path) as desk:
        desk.add_received(working.ITEMS)
        gone = desk.forget(working.URL)
        assert len(gone.reports) == 2
        check(desk)
        with pytest.raises(NoSuchInput):
            desk.forget(working.URL)
        with open_desk(tmp_path / "never.db") as never:
            never.add_received([item for item in working.ITEMS if item.url is None])
            assert shown(desk) == shown(never)
    held = path.read_bytes()
    assert b"news.example" not in held
    assert b"55 houses" not in held
    assert b"40 houses" in held
