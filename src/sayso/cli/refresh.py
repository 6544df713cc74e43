"""`sayso refresh`: read and relate anew what another version has made."""

import json
from pathlib import Path

import click

from sayso.cli.desks import database_option, opened
from sayso.cli.progress import progress


@click.command("refresh")
@database_option
@click.option("--json", "json_", is_flag=True, help="Print what was made anew as JSON.")
def command(db: Path | None, json_: bool) -> None:
    """Read and relate anew what another version of sayso has made.

    Each article remembers by which versions it was read; what this one has read is left alone. It can be
    stopped, and goes on where it was.

    Example: sayso refresh --db desk.db
    """
    from sayso.model.codec import to_plain
    from sayso.present.words import plural

    with opened(db) as desk, progress() as bar:
        made = desk.refresh(progress=bar)
    if json_:
        click.echo(json.dumps(to_plain(made), ensure_ascii=False, indent=2))
        return
    read, related = plural(len(made.changed), "article"), plural(len(made.stories), "story", "stories")
    click.echo(f"{read} read anew, {related} related anew")
