"""`sayso changes`: what is otherwise than before, between two dossier files."""

import json
from pathlib import Path

import click

from sayso.cli.outputs import console, tell
from sayso.errors import NoSuchInput, UsageError
from sayso.model.dossier import Dossier

LARGEST = 512 * 2**20
"""Bytes of a dossier file that is read: more than any story's."""


@click.command("changes")
@click.argument("before", metavar="A.json", type=click.Path(path_type=Path))
@click.argument("after", metavar="B.json", type=click.Path(path_type=Path))
@click.option("--json", "json_", is_flag=True, help="Print JSON: each change with all that it points at.")
@click.option(
    "--atom",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write an Atom feed, an entry a change.",
)
@click.option("--all", "everything", is_flag=True, help="Show the smaller changes too.")
def command(before: Path, after: Path, json_: bool, atom: Path | None, everything: bool) -> None:
    """Tell what changed from A to B, two dossier files of one story; what a desk must know first comes first.

    For example: sayso dossier articles/ --json monday.json; a day later, sayso dossier articles/ --json
    tuesday.json; then sayso changes monday.json tuesday.json
    """
    from sayso import api
    from sayso.present import changes, news

    earlier, later = _read(before), _read(after)
    _warn(earlier, later)
    found = api.changes(earlier, later)
    views = changes.view(earlier, later, found)
    if atom is not None:
        from sayso.present.atom import of_files

        _write(atom, of_files(later, views, everything=everything))
    if json_:
        click.echo(json.dumps(news.plain(found, views), ensure_ascii=False, indent=2))
    else:
        console().print(news.present(later.title, views, everything=everything))


def _read(path: Path) -> Dossier:
    from sayso.model.codec import from_json

    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"{path} is too large for a dossier file")
        return from_json(path.read_bytes())
    except FileNotFoundError as error:
        raise NoSuchInput(f"no such file: {path}") from error
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from error


def _warn(before: Dossier, after: Dossier) -> None:
    """Tell on standard error what makes two files hard to compare."""
    if before.made_with != after.made_with:
        tell("sayso: the two files were made by different versions; only what articles changed is told")
    names = {one.url or one.name for one in before.reports}
    if not any((one.url or one.name) in names for one in after.reports):
        tell("sayso: the two files have no article in common; are they of one story?")


def _write(path: Path, text: bytes) -> None:
    try:
        path.write_bytes(text)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
    tell(f"feed: {path}")
