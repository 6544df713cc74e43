"""`sayso forget`: an article out of the database, with all that rests on it alone."""

import json
from pathlib import Path

import click

from sayso.cli.desks import database_option, opened
from sayso.cli.outputs import tell
from sayso.cli.progress import progress
from sayso.errors import UsageError


@click.command("forget")
@click.argument("which", metavar="URL|NAME|ID")
@database_option
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "json_", is_flag=True, help="Print what was removed as JSON.")
def command(which: str, db: Path | None, yes: bool, json_: bool) -> None:
    """Remove an article from a database: all its revisions, and what rests on it alone.

    Its stories are related again without it. What is removed cannot be brought back but by adding it again.

    Example: sayso forget https://news.example/dam --db desk.db
    """
    from sayso.model.codec import to_plain
    from sayso.present.words import plural, printable

    with opened(db) as desk:
        for one in desk.meant(which):
            tell(f"{one.name}  {one.title or ''}  seen {one.seen}  {one.id}")
        if not yes:
            _ask()
        with progress() as bar:
            gone = desk.forget(which, progress=bar)
    if json_:
        click.echo(json.dumps(to_plain(gone), ensure_ascii=False, indent=2))
        return
    names = ", ".join(dict.fromkeys(printable(one.name) for one in gone.reports))
    click.echo(f"removed {names}: {plural(len(gone.reports), 'revision')}")


def _ask() -> None:
    import sys

    if not sys.stdin.isatty():
        raise UsageError("nobody is there to be asked: say --yes to remove it")
    click.confirm("Remove this for good?", abort=True, err=True)
