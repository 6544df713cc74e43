"""The option that names the database, for all commands that live with one."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.api import Desk

VARIABLE = "SAYSO_DB"
"""The environment variable that names the database where `--db` does not."""

Command = TypeVar("Command", bound=Callable[..., Any])


def database_option(command: Command) -> Command:
    """Give a command the option `--db`, as the argument `db`."""
    option = click.option(
        "--db",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar=VARIABLE,
        metavar="FILE",
        help=f"The database, desk.db; or name it once in {VARIABLE}.",
    )
    return option(command)


def opened(db: Path | None, *, create: bool = False) -> "Desk":
    """Return the desk that a command is to work on; raise `UsageError` when none is named."""
    from sayso import api

    if db is None:
        raise UsageError(f"name the database: --db desk.db, or set {VARIABLE}")
    return api.open_desk(db, create=create)
