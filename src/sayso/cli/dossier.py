"""`sayso dossier`: articles in, one dossier a story out; no database."""

from datetime import datetime
from pathlib import Path

import click

from sayso.cli.columns import columns_of
from sayso.cli.inputs import standard_input
from sayso.cli.options import DECISIONS, column_option, file_options, one_story_option, until_option
from sayso.cli.outputs import Outputs, deliver, tell
from sayso.cli.progress import progress
from sayso.present.policies import DEFAULT, POLICIES

DEFAULT_PAGE = Path("dossier.html")
"""Where the page goes when it is only to be opened."""


@click.command("dossier")
@click.argument("inputs", nargs=-1, metavar="PATH|URL...")
@click.option(
    "-o",
    "--output",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the page: FILE.html.",
)
@click.option("--open", "open_", is_flag=True, help="Open the page in the browser.")
@click.option("--json", "json_", metavar="FILE|-", help="Write the dossier file; - for standard output.")
@click.option(
    "--tables",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write CSV and Parquet tables into DIR, coder sheets (sheet_figures, sheet_tracks) among them.",
)
@click.option(
    "--policy",
    type=click.Choice(tuple(POLICIES)),
    default=DEFAULT,
    show_default=True,
    help="On the page and in sheet_tracks: which stated figure is the best of a track. "
    + "; ".join(f"{one.name}: {one.why}" for one in POLICIES.values())
    + ". A number is never sayso's own.",
)
@until_option
@one_story_option
@click.option(
    "--share", is_flag=True, help="Keep only the sentences that carry facts, to pass the dossier on."
)
@column_option(
    "In tables read: KEY is called NAME, as in text=body. In coder sheets written: KEY is called NAME, "
    "as in deaths_low=fatalities."
)
@file_options(
    names="Names that are one entity or never are: a TOML file with `same` and `different`.",
    sides="Who stands with whom and answers to whom: a TOML file with [sides] and [authorities].",
    vague="What vague numbers stand for: a TOML file with rows such as dozens = {low = 12, high = 12}.",
    decisions=DECISIONS,
)
@click.pass_context
def command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    page: Path | None,
    open_: bool,
    json_: str | None,
    tables: Path | None,
    until: datetime | None,
    one_story: bool,
    share: bool,
    columns: tuple[str, ...],
    names: Path | None,
    sides: Path | None,
    vague: Path | None,
    decisions: Path | None,
    policy: str,
) -> None:
    """Show who says so: files, folders, archives, feeds, URLs, or pasted articles on standard input (-)."""
    from sayso import api

    page = page or (DEFAULT_PAGE if open_ else None)
    read, written = columns_of(columns)
    outputs = Outputs(page, open_, json_, tables, share, policy, written)
    wanted, stdin = standard_input(inputs)
    with progress() as bar:
        result = api.dossiers(
            wanted,
            columns=read,
            until=until.date() if until else None,
            stdin=stdin,
            names=names,
            sides=sides,
            vague=vague,
            decisions=decisions,
            one_story=one_story,
            progress=bar,
        )
    code = deliver(result.dossiers, result.problems, outputs)
    if len(result.dossiers) > 1:
        tell("sayso: with --one-story all these articles are taken as one story")
    ctx.exit(code)
