"""The option that names the database, for all commands that live with one."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from sayso.cli.options import FILE, Command
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.api import Desk

VARIABLE = "SAYSO_DB"
"""The environment variable that names the database where `--db` does not."""


def database_option(command: Command) -> Command:
    """Give a command the option `--db`, as the argument `db`."""
    option = click.option(
        "--db",
        type=FILE,
        envvar=VARIABLE,
        metavar="FILE",
        help=f"The database, desk.db; or name it once in {VARIABLE}.",
    )
    return option(command)


def opened(db: Path | None, *, create: bool = False) -> "Desk":
    """Return the desk that a command is to work on; raise `UsageError` when none is named."""
    from sayso import api

    return api.open_desk(named(db), create=create)


def named(db: Path | None) -> Path:
    """Return the database that a command is to work on; raise `UsageError` when none is named."""
    if db is None:
        raise UsageError(f"name the database: --db desk.db, or set {VARIABLE}")
    return db


def database_meant(ctx: click.Context, db: Path | None, inputs: tuple[str, ...]) -> Path | None:
    """Return the database for a command that takes articles or a database: None where articles are named.

    Raises `UsageError` where both are; a database that only the environment names gives way to articles.
    """
    if not inputs or db is None:
        return db
    if ctx.get_parameter_source("db") is ParameterSource.ENVIRONMENT:
        return None
    raise UsageError("name articles or a database, not both")
