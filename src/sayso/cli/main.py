"""The command `sayso`: finds the sub-command, and turns every error raised on purpose into one line and a
code.

Exit codes: 0 done, 1 nothing usable in the input, 2 misuse, 130 stopped with Ctrl-C.
"""

import gc
import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from sayso import __version__
from sayso.errors import SaysoError
from sayso.heap import keep

COMMANDS = (
    "dossier",
    "why",
    "add",
    "stories",
    "show",
    "search",
    "forget",
    "refresh",
    "changes",
    "watch",
    "review",
    "serve",
    "bulk",
    "demo",
)
"""The sub-commands; each is `command` in the file of its name, loaded only when it is asked for."""

MISUSE = 2
STOPPED = 130
_PIPE_CLOSED = 141

_BETWEEN_LOOKS = (50_000, 20, 100)
"""When Python looks for garbage: after so many new objects in place of 700. A command makes hundreds of
thousands that it keeps (modules, a pipeline, facts), and would look through them again and again."""


class _Lazy(click.Group):
    """A group that imports a sub-command's file when it is named, so that starting stays fast."""

    def list_commands(self, _: click.Context) -> list[str]:
        """Return the names of the sub-commands in the order in which help shows them."""
        return list(COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """Return a sub-command by name, None for an unknown one."""
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"sayso.cli.{name}").command
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sayso")
def cli() -> None:
    """Read every report of one story and show who said what, who only repeats it, and who says otherwise.

    Start with: sayso demo
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line (`sys.argv` when `arguments` is None) and exit with its code; never shows a
    traceback for what a user or an article got wrong.
    """
    _replace_unprintable()
    gc.set_threshold(*_BETWEEN_LOOKS)
    code = _run(arguments)
    keep()  # or Python would look through all of it once more as it ends
    sys.exit(code)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code = cli.main(arguments, prog_name="sayso", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SaysoError as error:
        click.echo(f"sayso: {' '.join(str(error).split())}", err=True)
        return MISUSE
    except (click.Abort, KeyboardInterrupt):
        click.echo("sayso: stopped", err=True)
        return STOPPED
    except BrokenPipeError:
        return _pipe_closed()
    return code if isinstance(code, int) else 0


def _replace_unprintable() -> None:
    """Let output streams print `?` for what their encoding lacks, instead of failing half way."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _pipe_closed() -> int:
    """Return the code for a reader that went away; keeps Python from failing on it again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _PIPE_CLOSED
