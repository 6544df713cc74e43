"""The one thin layer over SQLite: opening, migrations, transactions, questions by name, errors in plain
words.

A question is one file of `sql/`; its parameters are named. Every write stands in `transaction()`, which takes
the write lock at once (`BEGIN IMMEDIATE`) and waits for other writers; readers never wait (WAL).
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from sayso.errors import NoSuchInput, StoreError

APPLICATION = 0x73617973
"""What marks the file as a database of sayso: `PRAGMA application_id`, the letters "says"."""

WAIT_SECONDS = 60.0
"""How long a writer waits for the others. Writing takes milliseconds, so only a hung process lets it run
out."""

Row = sqlite3.Row

_PARAMETER = re.compile(r"(?<![:\w]):(\w+)")


class Database:
    """An open database; one connection, for one thread."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the file and bring it to the newest shape; with `create`, make it when it is not there.

        Raises:
            NoSuchInput: there is no such file, and none is to be made.
            StoreError: the file is no database of sayso, of a newer version, damaged, or may not be opened.
        """
        self.path = path
        if not create and not path.exists():
            raise NoSuchInput(f"there is no database {path}; make one with: sayso add ARTICLES --db {path}")
        with self._told():
            self._connection = _connect(path)
        with ExitStack() as undone:
            undone.callback(self.close)
            with self._told():
                self._opened()
            undone.pop_all()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do all that is written in the block, or nothing of it."""
        with self._told():
            self._connection.execute("BEGIN IMMEDIATE")
            with self._ended_by("COMMIT"):
                yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all questions of the block see one state of the file; inside a block of its kind, or of a
        transaction, it changes nothing."""
        if self._connection.in_transaction:
            yield
            return
        with self._told():
            self._connection.execute("BEGIN")
            with self._ended_by("ROLLBACK"):
                yield

    def state(self) -> tuple[int, int]:
        """Return two numbers that differ from those before when anything was written to the file since, by
        others or by this connection."""
        with self._told():
            others: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return others, self._connection.total_changes

    def rows(self, question: str, **values: object) -> list[Row]:
        """Return the answer to a question: the rows of `sql/QUESTION.sql`."""
        with self._told():
            return self._connection.execute(_question(question), values).fetchall()

    def row(self, question: str, **values: object) -> Row | None:
        """Return the first row of an answer, None for an empty one."""
        return next(iter(self.rows(question, **values)), None)

    def value(self, question: str, **values: object) -> Any:
        """Return the first value of the first row, None for an empty answer."""
        row = self.row(question, **values)
        return None if row is None else row[0]

    def run(self, question: str, **values: object) -> int:
        """Write by a question, and return the number of the row that it put in last."""
        with self._told():
            return self._connection.execute(_question(question), values).lastrowid or 0

    def run_many(self, question: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Write by a question once for each row of values."""
        with self._told():
            self._connection.executemany(_question(question), rows)

    @property
    def foreign_writes(self) -> int:
        """A number that changes when another connection has written; what was kept at hand may be out of date
        then. Inside a transaction or snapshot it is that of the state seen there."""
        with self._told():
            found: int = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return found

    def purge(self) -> None:
        """Leave no trace of what was deleted: in the search tables, in the log beside the file."""
        for index in ("reports_index", "statements_index", "figures_index"):
            with self.transaction():
                self.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
        with self._told():
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def execute(self, text: str, values: Iterable[object] = ()) -> list[Row]:
        """Run SQL that is put together from the schema (`store/facts.py`), never from input."""
        with self._told():
            return self._connection.execute(text, tuple(values)).fetchall()

    def execute_many(self, text: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run SQL that is put together from the schema, once for each row."""
        with self._told():
            self._connection.executemany(text, rows)

    @contextmanager
    def _ended_by(self, end: str) -> Iterator[None]:
        try:
            yield
            self._connection.execute(end)
        finally:
            if self._connection.in_transaction:  # the block or its end failed
                self._connection.execute("ROLLBACK")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise _in_words(self.path, error) from error

    def _opened(self) -> None:
        """Prepare the file. Where its folder is read-only, SQLite cannot make the files that it shares with
        others: open it to be looked at, as long as nobody writes it."""
        try:
            self._prepare()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _NOT_TO_BE_WRITTEN or not _at_rest(self.path):
                raise
            self._connection.close()
            self._connection = _connect(self.path, to_look=True)
            self._prepare()

    def _prepare(self) -> None:
        """Check what the file is, and bring it to the newest shape; several processes may try at once."""
        for pragma in ("foreign_keys = ON", "synchronous = NORMAL", "secure_delete = ON"):
            self._connection.execute(f"PRAGMA {pragma}")
        scripts = migrations()
        version = self._version()
        if version == len(scripts):
            self._check_triggers(scripts)
            return
        if version > len(scripts):
            raise StoreError(
                f"{self.path} was made by a newer sayso (shape {version}; this one knows {len(scripts)}): "
                "install that one to use it"
            )
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("BEGIN IMMEDIATE")
        with self._ended_by("COMMIT"):
            for number, script in enumerate(scripts[self._version() :], self._version() + 1):
                for statement in _statements(script):
                    self._connection.execute(statement)
                self._connection.execute(f"PRAGMA user_version = {number}")
            self._connection.execute(f"PRAGMA application_id = {APPLICATION}")

    def _check_triggers(self, scripts: Iterable[str]) -> None:
        """Refuse a file in which somebody has hidden statements that run when sayso writes."""
        found = self._connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        known = "\n".join(scripts)
        for row in found:
            if row["sql"] not in known:
                raise StoreError(f"{self.path} has a trigger {row['name']!r} that sayso did not make")

    def _version(self) -> int:
        """The number of migrations that the file has seen; raises for a file that is not sayso's."""
        application = self._connection.execute("PRAGMA application_id").fetchone()[0]
        version: int = self._connection.execute("PRAGMA user_version").fetchone()[0]
        empty = self._connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
        if application != APPLICATION and not (empty and version == 0 and application == 0):
            raise StoreError(f"{self.path} is a database of another program, not one of sayso")
        return version


def migrations() -> tuple[str, ...]:
    """Return the scripts that make the schema, in order."""
    folder = resources.files("sayso.store") / "migrations"
    files = sorted((one for one in folder.iterdir() if one.name.endswith(".sql")), key=lambda one: one.name)
    return tuple(one.read_text("utf-8") for one in files)


def _connect(path: Path, *, to_look: bool = False) -> sqlite3.Connection:
    """Open for writing; or to look at a file that nobody writes."""
    where = f"{path.resolve().as_uri()}?immutable=1" if to_look else str(path)
    connection = sqlite3.connect(where, timeout=WAIT_SECONDS, isolation_level=None, uri=to_look)
    connection.row_factory = sqlite3.Row
    return connection


def _at_rest(path: Path) -> bool:
    """Say whether a file is there whose log holds nothing that is not in it yet."""
    log = path.with_name(f"{path.name}-wal")
    return path.is_file() and not (log.exists() and log.stat().st_size)


def _statements(script: str) -> Iterator[str]:
    """Part a script into statements: `executescript` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def parameters(text: str) -> tuple[str, ...]:
    """Return the names of the parameters of a question."""
    return tuple(dict.fromkeys(_PARAMETER.findall(text)))


@cache
def _question(name: str) -> str:
    return (resources.files("sayso.store") / "sql" / f"{name}.sql").read_text("utf-8")


_NOT_TO_BE_WRITTEN = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY})

_WORDS = {
    sqlite3.SQLITE_NOTADB: "{path} is not a database",
    sqlite3.SQLITE_CORRUPT: "{path} is damaged; take the last copy, or add its articles to a new database",
    sqlite3.SQLITE_FULL: "the disk is full: {path} was left as it was before",
    sqlite3.SQLITE_READONLY: "{path} cannot be written: the file or its folder is read-only",
    sqlite3.SQLITE_CANTOPEN: "{path} cannot be opened: is the folder there, and may you write in it?",
    sqlite3.SQLITE_BUSY: "{path} is being written by another sayso that does not finish; try again",
    sqlite3.SQLITE_LOCKED: "{path} is being written by another sayso that does not finish; try again",
    sqlite3.SQLITE_IOERR: "{path} cannot be read or written: the disk or network folder fails",
    sqlite3.SQLITE_PERM: "{path} may not be opened",
    sqlite3.SQLITE_AUTH: "{path} may not be opened",
}
"""What SQLite's primary result codes mean to whoever runs a desk."""


def _in_words(path: Path, error: sqlite3.DatabaseError) -> Exception:
    """Return the error to raise: in words where it is the file's, as it is where it is a mistake of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    words = _WORDS.get(code & 0xFF) if code is not None else None
    return error if words is None else StoreError(words.format(path=path))
