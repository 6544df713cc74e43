import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from database_docs import described
from sayso.errors import NoSuchInput, StoreError
from sayso.store import database as layer
from sayso.store.database import APPLICATION, Database, migrations


def version(path: Path) -> tuple[object, ...]:
    with sqlite3.connect(path) as connection:
        return tuple(
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "journal_mode")
        )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


def test_a_new_file_is_marked_and_at_the_newest_shape(path: Path) -> None:
    Database(path, create=True).close()
    assert version(path) == (APPLICATION, len(migrations()), "wal")
    Database(path).close()


def test_a_file_that_is_not_there_is_not_made_by_looking(path: Path) -> None:
    with pytest.raises(NoSuchInput, match="sayso add"):
        Database(path)
    assert not path.exists()


@pytest.mark.parametrize(
    "content", [b"The lower dam at Aske failed on 3 May, the mayor said.\n" * 40, b"\x00" * 4096]
)
def test_a_file_that_is_no_database_is_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match="not a database"):
        Database(path, create=True)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_left_alone(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE cooks (name)")
    with pytest.raises(StoreError, match="another program"):
        Database(path, create=True)


def test_a_newer_file_asks_for_the_newer_program(path: Path) -> None:
    Database(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer sayso"):
        Database(path)


def test_an_older_file_is_brought_up_with_what_it_holds(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Database(path, create=True).close()
    later = (*migrations(), "CREATE TABLE notes (text TEXT);\nINSERT INTO notes SELECT 'kept; whole';\n")
    monkeypatch.setattr(layer, "migrations", lambda: later)
    database = Database(path)
    assert database.execute("SELECT text FROM notes")[0][0] == "kept; whole"
    assert version(path)[1] == len(later)


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Database(path, create=True).close()
    before = version(path)
    broken = (*migrations(), "CREATE TABLE notes (text TEXT);\nINSERT INTO nowhere VALUES (1);\n")
    monkeypatch.setattr(layer, "migrations", lambda: broken)
    with pytest.raises(sqlite3.OperationalError):
        Database(path)
    assert version(path) == before


def test_a_hidden_trigger_is_refused(path: Path) -> None:
    Database(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TRIGGER sly AFTER INSERT ON reports BEGIN DELETE FROM stories; END")
    with pytest.raises(StoreError, match="trigger 'sly'"):
        Database(path)


def fill(database: Database, rows: int, then: Exception | None = None) -> None:
    with database.transaction():
        for number in range(rows):
            database.run("settle_setting", key=str(number), value="x" * 4000)
        if then:
            raise then


def test_a_block_that_fails_writes_nothing(path: Path) -> None:
    database = Database(path, create=True)
    with pytest.raises(KeyError):
        fill(database, 1, KeyError())
    assert database.value("setting", key="0") is None
    database.close()


def test_a_full_disk_is_said_in_words(path: Path) -> None:
    database = Database(path, create=True)
    database.execute("PRAGMA max_page_count = 1")
    with pytest.raises(StoreError, match="disk is full"):
        fill(database, 200)
    assert database.value("setting", key="0") is None
    database.close()


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        Database(tmp_path / "nowhere" / "desk.db", create=True)


def test_every_question_is_sql_that_fits_the_schema(path: Path) -> None:
    database = Database(path, create=True)
    folder = Path(layer.__file__).parent / "sql"
    for file in sorted(folder.iterdir()):
        text = file.read_text("utf-8")
        names = dict.fromkeys(layer.parameters(text))
        database._connection.execute(f"EXPLAIN {text}", names)
    database.close()


def test_every_table_and_column_is_described() -> None:
    for table in described():
        assert table.about, table.name
        if table.kind == "TABLE":
            assert all(about for _, about in table.columns.values()), table.name


def test_every_table_of_the_file_is_on_the_page(path: Path) -> None:
    database = Database(path, create=True)
    rows = database.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
    there = {row[0] for row in rows if not row[0].startswith("sqlite_")}
    database.close()
    shown = {table.name for table in described()}
    assert all("_index_" in name for name in there - shown)


def as_nobody(call: Callable[[], object]) -> str:
    """Call in a process that may not write what is not its own; return what it gives, or the error."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            told = str(call())
            os.write(writing, told.encode())
        except StoreError as error:
            os.write(writing, str(error).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        return pipe.read()


def test_a_read_only_folder_can_be_looked_at_and_not_written(path: Path, tmp_path: Path) -> None:
    def look() -> object:
        return Database(path).value("reports_count")

    def add() -> None:
        fill(Database(path), 1)

    Database(path, create=True).close()
    for folder in tmp_path.parents:
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        assert as_nobody(look) == "0"
        assert "cannot be written" in as_nobody(add)
    finally:
        tmp_path.chmod(0o755)
