"""`sayso bulk`: many reports into tables, in many processes or on a cluster."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.columns import columns_of
from sayso.cli.options import column_option, file_options
from sayso.cli.outputs import NOTHING_USABLE, tell
from sayso.cli.progress import progress

if TYPE_CHECKING:
    from sayso.api import Outcome


@click.command("bulk")
@click.argument("source", metavar="IN")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path, file_okay=False))
@click.option("--ray", metavar="ADDRESS", help="Run on the Ray cluster at this address, host:port or auto.")
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes on this machine; one for each processor if not given.",
)
@column_option("In tables: KEY is called NAME, as in text=body.")
@file_options(
    names="Names that are one entity or never are: see sayso dossier.",
    sides="Who stands with whom and answers to whom: see sayso dossier.",
    vague="What vague numbers stand for: see sayso dossier.",
)
@click.option("--json", "json_", is_flag=True, help="Print what came of it as JSON.")
@click.pass_context
def command(
    ctx: click.Context,
    source: str,
    out: Path,
    ray: str | None,
    workers: int | None,
    columns: tuple[str, ...],
    names: Path | None,
    sides: Path | None,
    vague: Path | None,
    json_: bool,
) -> None:
    """Read IN (a JSONL, Parquet or CSV file, a folder of any files, or a pattern) and write Parquet tables
    of all that is said in it into the folder OUT, for DuckDB, Polars, pandas or Daft.

    A run that was stopped goes on where it was when it is run again; one over more input reads only what is
    new.

    Example: sayso bulk articles/ tables/
    """
    from sayso import api

    read, _ = columns_of(columns)
    with progress() as bar:
        outcome = api.bulk(
            source,
            out,
            ray=ray,
            workers=workers,
            columns=read,
            names=names,
            sides=sides,
            vague=vague,
            progress=bar,
        )
    for problem in outcome.problems:
        tell(f"{problem.name}: {problem.message}")
    if json_:
        _json(outcome)
    else:
        _summary(outcome, out)
    if not outcome.stories:
        tell("sayso: nothing usable in the input")
        ctx.exit(NOTHING_USABLE)


def _json(outcome: "Outcome") -> None:
    from sayso.model.codec import to_plain

    click.echo(json.dumps(to_plain(outcome), ensure_ascii=False, indent=2))


def _summary(outcome: "Outcome", out: Path) -> None:
    from sayso.present.words import plural, printable

    parts = [
        plural(outcome.reports, "article"),
        plural(outcome.stories, "story", "stories"),
        plural(len(outcome.problems), "problem") if outcome.problems else "",
    ]
    click.echo(", ".join(filter(None, parts)))
    made = f"{plural(outcome.written, 'month')} written"
    kept = f", {outcome.kept} as they were" if outcome.kept else ""
    click.echo(f"tables: {printable(str(out))} ({made}{kept})")
