"""`sayso search`: sentences of a database by their words or their meaning."""

import json
from datetime import datetime
from pathlib import Path

import click

from sayso.cli.desks import database_option, opened
from sayso.cli.options import DAY
from sayso.cli.outputs import NOTHING_USABLE, console, tell


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@database_option
@click.option("--words", "by", flag_value="words", help="Only what holds the words.")
@click.option("--meaning", "by", flag_value="meaning", help="Only by what is meant, whatever the words.")
@click.option("--outlet", metavar="NAME", help="Only articles of this outlet.")
@click.option("--source", metavar="NAME", help="Only what this party says, under any of its names.")
@click.option("--measure", metavar="NAME", help="Only with a number of this: killed, injured, money …")
@click.option("--since", type=DAY, metavar="DATE", help="Only articles from this day on.")
@click.option("--until", type=DAY, metavar="DATE", help="Only articles up to this day.")
@click.option("--kind", type=click.Choice(["statement", "figure", "article"]), help="Only hits of this kind.")
@click.option("-n", "--limit", type=click.IntRange(1, 1000), default=10, show_default=True)
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
@click.pass_context
def command(
    ctx: click.Context,
    words: tuple[str, ...],
    db: Path | None,
    by: str | None,
    outlet: str | None,
    source: str | None,
    measure: str | None,
    since: datetime | None,
    until: datetime | None,
    kind: str | None,
    limit: int,
    json_: bool,
) -> None:
    """Look for sentences in a database, by their words and by what is meant; copies of one are one hit.

    All words must be there, in whatever form; quotation marks hold a phrase together, a minus leaves out.

    Example: sayso search 'toll "car deck" -rescue' --db desk.db
    """
    from sayso.model.codec import to_plain
    from sayso.model.search import By, Filters, HitKind

    filters = Filters(
        outlet=outlet,
        source=source,
        measure=measure,
        since=since.date().isoformat() if since else None,
        until=until.date().isoformat() if until else None,
        kind=HitKind(kind) if kind else None,
    )
    with opened(db) as desk:
        found = desk.search(" ".join(words), by=By(by) if by else By.BOTH, filters=filters, limit=limit)
    if not found:
        tell("sayso: nothing found; fewer words find more, and --meaning finds other words")
        ctx.exit(NOTHING_USABLE)
    if json_:
        click.echo(json.dumps([to_plain(one) for one in found], ensure_ascii=False, indent=2))
        return
    from sayso.present.hits import present

    console().print(present(found))
