"""Where results go: the first screen, pages, JSON, tables. Results to standard output, all else to standard
error.
"""

import sys
import webbrowser
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.errors import UsageError
from sayso.model.dossier import Dossier
from sayso.model.report import Problem
from sayso.present.policies import DEFAULT, POLICIES

if TYPE_CHECKING:
    from rich.console import Console

STANDARD_OUTPUT = "-"

NOTHING_USABLE = 1

_PLAIN_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Outputs:
    """What the user asked for; `json` is a path or `-` for standard output. `policy` tells which
    figure of a track is best, on the page and in the coder sheets; `columns` what those call their columns.
    """

    page: Path | None = None
    open: bool = False
    json: str | None = None
    tables: Path | None = None
    share: bool = False
    policy: str = DEFAULT
    columns: Mapping[str, str] = field(default_factory=dict)


def deliver(dossiers: Sequence[Dossier], problems: Sequence[Problem], outputs: Outputs) -> int:
    """Write and show the dossiers, the largest first; return the exit code.

    All problems go to standard error, those of a story's reports as well. Raises `UsageError` when a file
    cannot be
    written.
    """
    of_stories = (problem for dossier in dossiers for problem in dossier.problems)
    for problem in dict.fromkeys([*problems, *of_stories]):
        tell(f"{problem.name}: {problem.message}")
    if not dossiers:
        tell("sayso: nothing usable in the input")
        return NOTHING_USABLE
    chosen = tuple(map(_shared, dossiers)) if outputs.share else tuple(dossiers)
    if outputs.json != STANDARD_OUTPUT:
        _screen(chosen)
    elif len(chosen) > 1:
        tell(f"{len(chosen)} stories: {len(chosen)} JSON documents, one after the other, the largest first")
    _files(chosen, outputs)
    return 0


def numbered(path: Path, place: int) -> Path:
    """Return the path for the story at `place`, counted from 0: `dossier.html`, then `dossier-2.html`."""
    return path if place == 0 else path.with_name(f"{path.stem}-{place + 1}{path.suffix}")


def _files(dossiers: Sequence[Dossier], outputs: Outputs) -> None:
    for place, dossier in enumerate(dossiers):
        if outputs.page:
            path = numbered(outputs.page, place)
            _write("page", path, partial(_write_page, dossier, outputs.policy))
            if outputs.open and place == 0:
                webbrowser.open(path.resolve().as_uri())
        if outputs.json == STANDARD_OUTPUT:
            click.echo(_json(dossier), nl=False)
        elif outputs.json:
            path = numbered(Path(outputs.json), place)
            _write("JSON", path, partial(_write_json, dossier))
        if outputs.tables:
            path = numbered(outputs.tables, place)
            _write("tables", path, partial(_write_tables, dossier, outputs))


def _write(what: str, path: Path, write: Callable[[Path], None]) -> None:
    try:
        write(path)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
    tell(f"{what}: {path}")


def _write_page(dossier: Dossier, policy: str, path: Path) -> None:
    from sayso.present.pages import present

    _write_text(path, present(dossier, POLICIES[policy]))


def _write_json(dossier: Dossier, path: Path) -> None:
    _write_text(path, _json(dossier))


def _write_tables(dossier: Dossier, outputs: Outputs, path: Path) -> None:
    from sayso.present.tables import present

    present(dossier, path, POLICIES[outputs.policy], outputs.columns)


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _json(dossier: Dossier) -> str:
    from sayso.model.codec import to_json

    return to_json(dossier)


def _shared(dossier: Dossier) -> Dossier:
    from sayso.present.share import present

    return present(dossier)


def _screen(dossiers: Sequence[Dossier]) -> None:
    """Print the first screen of the largest story, and one line for each other one."""
    from sayso.present.terminal import present
    from sayso.present.words import plural, printable

    screen = console()
    if len(dossiers) > 1:
        screen.print(f"{len(dossiers)} stories; the largest first\n")
    screen.print(present(dossiers[0]))
    for place, dossier in enumerate(dossiers[1:], 2):
        screen.print(f"story {place}: {printable(dossier.title)}, {plural(len(dossier.reports), 'article')}")


def console() -> "Console":
    """Return a console on standard output that reads nothing in a text as markup."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else _PLAIN_WIDTH
    return Console(width=width, highlight=False, markup=False, emoji=False)


def _line(text: str) -> str:
    from sayso.present.words import printable

    return printable(text)


def tell(text: str) -> None:
    """Print a line to standard error, whatever it holds made harmless."""
    click.echo(_line(text), err=True)
