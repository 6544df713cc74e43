"""`sayso changes`: what is otherwise than before, between two dossier files or in a database."""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.desks import database_option, opened
from sayso.cli.options import file_options
from sayso.cli.outputs import console, tell
from sayso.cli.since import LAST, since
from sayso.errors import NoSuchInput, UsageError
from sayso.model.dossier import Dossier

if TYPE_CHECKING:
    from sayso.api import Noted

LARGEST = 512 * 2**20
"""Bytes of a dossier file that is read: more than any story's."""


@click.command("changes")
@click.argument("files", nargs=-1, metavar="[A.json B.json]", type=click.Path(path_type=Path))
@database_option
@click.option(
    "--since",
    "start",
    default="yesterday",
    show_default=True,
    metavar="WHEN",
    help="In a database: since a day (2026-11-21), yesterday, 24h, 3d, or last: since this was last asked.",
)
@click.option("--story", type=click.IntRange(1), help="In a database: only the story of this number.")
@click.option("--json", "json_", is_flag=True, help="Print JSON: each change with all that it points at.")
@file_options(atom="Write an Atom feed, an entry a change.")
@click.option(
    "--all", "everything", is_flag=True, help="Show the smaller changes too, and put them in the feed."
)
def command(
    files: tuple[Path, ...],
    db: Path | None,
    start: str,
    story: int | None,
    json_: bool,
    atom: Path | None,
    everything: bool,
) -> None:
    """Tell what changed, what a desk must know first before the rest: in a database since yesterday, or from
    A to B, two dossier files of one story.

    Example: sayso changes --db desk.db --since 24h

    Example: sayso changes monday.json tuesday.json
    """
    if files:
        _between(files, json_, atom, everything)
    else:
        _logged(db, start, story, json_, atom, everything)


def _between(files: Sequence[Path], json_: bool, atom: Path | None, everything: bool) -> None:
    from sayso import api
    from sayso.present import changes, news

    if len(files) != 2:
        raise UsageError(
            "name two dossier files, the earlier one first; or none, and a database: --db desk.db"
        )
    earlier, later = map(_read, files)
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


def _logged(
    db: Path | None, start: str, story: int | None, json_: bool, atom: Path | None, everything: bool
) -> None:
    from sayso.present import logs

    with opened(db) as desk:
        if start == LAST:
            found = desk.unread_changes(story)
        else:
            found = desk.changes(since(start, datetime.now().astimezone()), story)
        if atom is not None:
            _write(atom, logs.feed(desk.database.path.name, found, everything=everything))
        if json_:
            click.echo(json.dumps([_plain(one) for one in found], ensure_ascii=False, indent=2))
        else:
            console().print(logs.present(found, everything=everything))
        if start == LAST and story is None:
            desk.mark_read(found)


def _plain(one: "Noted") -> object:
    return {"at": one.at, "story": one.story, "title": one.title, **one.change, "shown": one.shown}


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
