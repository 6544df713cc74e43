"""`sayso why`: one claim down to its roots."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.desks import database_meant, database_option, opened
from sayso.cli.inputs import standard_input
from sayso.cli.options import DECISIONS, file_options, one_story_option
from sayso.cli.outputs import NOTHING_USABLE, console, tell
from sayso.cli.progress import progress
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.api import Answer
    from sayso.model.report import Problem


@click.command("why")
@click.argument("wanted", metavar="WORDS|NUMBER|ID")
@click.argument("inputs", nargs=-1, metavar="PATH|URL...")
@database_option
@file_options(decisions=DECISIONS)
@one_story_option
@click.option("--json", "json_", is_flag=True, help="Print JSON: each claim with its facts and conflicts.")
@click.pass_context
def command(
    ctx: click.Context,
    wanted: str,
    inputs: tuple[str, ...],
    db: Path | None,
    decisions: Path | None,
    one_story: bool,
    json_: bool,
) -> None:
    """Follow a claim to its roots: who said so, via whom, in which words, and who says otherwise.

    Name the claim by a number that it states ("4,000"), by words ("pumps failed"), or by an id from the JSON.
    Articles are those named, or, with --db, those of a database. The likeliest claims come first; of all
    others a line with the id is shown.
    """
    answers, problems = _asked(wanted, inputs, database_meant(ctx, db, inputs), decisions, one_story)
    for problem in problems:
        tell(f"{problem.name}: {problem.message}")
    if not answers:
        tell(f"sayso: no article says anything of {wanted!r}")
        ctx.exit(NOTHING_USABLE)
    _show(answers, as_json=json_)


def _asked(
    wanted: str, inputs: tuple[str, ...], db: Path | None, decisions: Path | None, one_story: bool
) -> "tuple[Sequence[Answer], Sequence[Problem]]":
    from sayso import api

    if db is not None:
        if decisions is not None:
            raise UsageError("--decisions goes with articles; a database has its own")
        if one_story:
            raise UsageError("--one-story goes with articles; a database parts its own")
        with opened(db) as desk:
            return desk.why(wanted), desk.rejected(wanted)
    named, stdin = standard_input(inputs)
    with progress() as bar:
        return api.why(wanted, named, stdin=stdin, decisions=decisions, one_story=one_story, progress=bar)


def _show(answers: "Sequence[Answer]", *, as_json: bool) -> None:
    from sayso.present import whys

    if as_json:
        rows = [row for one in answers for row in whys.plain(one.dossier, one.claims)]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for one in answers:
        if len(answers) > 1:
            tell(one.dossier.title if one.story is None else f"story {one.story}: {one.dossier.title}")
        console().print(whys.present(one.dossier, one.claims))
