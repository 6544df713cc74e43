"""`sayso add`: articles into the database; only the stories that they touch are related again."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.columns import columns_of
from sayso.cli.desks import database_option, opened
from sayso.cli.inputs import standard_input
from sayso.cli.options import column_option, file_options, until_option
from sayso.cli.outputs import NOTHING_USABLE, tell
from sayso.cli.progress import progress

if TYPE_CHECKING:
    from sayso.api import Added, Desk


@click.command("add")
@click.argument("inputs", nargs=-1, metavar="PATH|URL...")
@database_option
@until_option
@column_option("In tables: KEY is called NAME, as in text=body.")
@file_options(
    names="Names that are one entity or never are, for this database from now on: see sayso dossier.",
    sides="Who stands with whom and answers to whom, for this database from now on.",
    vague="What vague numbers stand for; only with the first articles of a database.",
)
@click.option("--json", "json_", is_flag=True, help="Print what came of it as JSON.")
@click.pass_context
def command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    db: Path | None,
    until: datetime | None,
    columns: tuple[str, ...],
    names: Path | None,
    sides: Path | None,
    vague: Path | None,
    json_: bool,
) -> None:
    """Add articles to a database: files, folders, URLs, or pasted articles on standard input (-).

    An article that is there already is left alone; one that changed is a new revision. An add that was
    stopped goes on where it was when it is run again.

    Example: sayso add articles/ --db desk.db
    """
    from sayso import api

    wanted, stdin = standard_input(inputs)
    read, _ = columns_of(columns)
    with opened(db, create=True) as desk:
        api.settle(desk, names=names, sides=sides, vague=vague)
        with progress() as bar:
            added = desk.add(
                wanted, columns=read, until=until.date() if until else None, stdin=stdin, progress=bar
            )
        for problem in added.problems:
            tell(f"{problem.name}: {problem.message}")
        if json_:
            click.echo(json.dumps(_plain(added), ensure_ascii=False, indent=2))
        else:
            _summary(desk, added)
    if not (added.new or added.changed or added.known):
        tell("sayso: nothing usable in the input")
        ctx.exit(NOTHING_USABLE)


def _plain(added: "Added") -> dict[str, object]:
    from sayso.model.codec import to_plain

    found: dict[str, object] = to_plain(added)
    return found


def _summary(desk: "Desk", added: "Added") -> None:
    from sayso.present.words import plural, printable

    parts = [
        f"{plural(len(added.new), 'new article')}",
        f"{len(added.changed)} changed" if added.changed else "",
        f"{len(added.known)} already there" if added.known else "",
        f"{plural(len(added.problems), 'problem')}" if added.problems else "",
    ]
    click.echo(", ".join(filter(None, parts)))
    for name in added.changed:
        click.echo(f"changed: {printable(name)}")
    rows = {row.handle: row for row in desk.stories() if row.handle in added.stories}
    for row in rows.values():
        click.echo(f"story {row.handle}: {printable(row.title or '')}, {plural(row.reports, 'article')}")
