"""`sayso show`: one story of the database, as `sayso dossier` shows it."""

from pathlib import Path

import click

from sayso.cli.desks import database_option, opened
from sayso.cli.dossier import DEFAULT_PAGE
from sayso.cli.outputs import Outputs, deliver
from sayso.present.policies import DEFAULT, POLICIES


@click.command("show")
@click.argument("story", type=click.IntRange(1))
@database_option
@click.option(
    "-o",
    "--output",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the page: FILE.html.",
)
@click.option("--open", "open_", is_flag=True, help="Open the page in the browser.")
@click.option("--json", "json_", metavar="FILE|-", help="Write the dossier file; - for standard output.")
@click.option("--tables", type=click.Path(path_type=Path, file_okay=False), help="Write tables into DIR.")
@click.option("--policy", type=click.Choice(tuple(POLICIES)), default=DEFAULT, show_default=True)
@click.option(
    "--share", is_flag=True, help="Keep only the sentences that carry facts, to pass the dossier on."
)
@click.pass_context
def command(
    ctx: click.Context,
    story: int,
    db: Path | None,
    page: Path | None,
    open_: bool,
    json_: str | None,
    tables: Path | None,
    policy: str,
    share: bool,
) -> None:
    """Show a story of a database by its number, which sayso stories lists.

    Example: sayso show 12 --db desk.db -o story.html
    """
    with opened(db) as desk:
        dossier = desk.dossier(story)
    page = page or (DEFAULT_PAGE if open_ else None)
    ctx.exit(deliver([dossier], (), Outputs(page, open_, json_, tables, share, policy)))
