"""`sayso demo`: the whole job on articles that come with sayso."""

from importlib import resources
from pathlib import Path

import click

from sayso.cli.outputs import Outputs, deliver
from sayso.cli.progress import progress

STORIES = ("ferry", "factory", "flood")


@click.command("demo")
@click.argument("story", type=click.Choice(STORIES), default=STORIES[0])
@click.option(
    "-o", "--output", "page", type=click.Path(path_type=Path, dir_okay=False), help="Where to write the page."
)
@click.option("--open", "open_", is_flag=True, help="Open the page in the browser.")
@click.pass_context
def command(ctx: click.Context, story: str, page: Path | None, open_: bool) -> None:
    """See it work: invented articles on a ferry, a factory or a flood, read into a page."""
    from sayso import api

    with resources.as_file(resources.files("sayso").joinpath("examples", story)) as folder, progress() as bar:
        result = api.dossiers([str(folder)], progress=bar)
    outputs = Outputs(page or Path(f"sayso-{story}.html"), open_)
    ctx.exit(deliver(result.dossiers, result.problems, outputs))
