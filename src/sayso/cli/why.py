"""`sayso why`: one claim down to its roots."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.inputs import standard_input
from sayso.cli.outputs import NOTHING_USABLE, console, tell
from sayso.cli.progress import progress

if TYPE_CHECKING:
    from sayso.api import Answer


@click.command("why")
@click.argument("wanted", metavar="WORDS|NUMBER|ID")
@click.argument("inputs", nargs=-1, metavar="PATH|URL...")
@click.option(
    "--decisions",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="What reviewers decided: a log of JSON lines, as sayso review writes it.",
)
@click.option("--json", "json_", is_flag=True, help="Print JSON: each claim with its facts and conflicts.")
@click.pass_context
def command(
    ctx: click.Context, wanted: str, inputs: tuple[str, ...], decisions: Path | None, json_: bool
) -> None:
    """Follow a claim to its roots: who said so, via whom, in which words, and who says otherwise.

    Name the claim by a number that it states ("4,000"), by words ("pumps failed"), or by an id from the JSON.
    The likeliest claims come first; of all others a line with the id is shown.
    """
    from sayso import api

    named, stdin = standard_input(inputs)
    with progress() as bar:
        answers, problems = api.why(wanted, named, stdin=stdin, decisions=decisions, progress=bar)
    for problem in problems:
        tell(f"{problem.name}: {problem.message}")
    if not answers:
        tell(f"sayso: no article says anything of {wanted!r}")
        ctx.exit(NOTHING_USABLE)
    _show(answers, as_json=json_)


def _show(answers: "Sequence[Answer]", *, as_json: bool) -> None:
    from sayso.present import whys

    if as_json:
        rows = [row for one in answers for row in whys.plain(one.dossier, one.claims)]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for one in answers:
        if len(answers) > 1:
            tell(one.dossier.title)
        console().print(whys.present(one.dossier, one.claims))
