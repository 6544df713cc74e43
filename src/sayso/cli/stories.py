"""`sayso stories`: what stories the database has."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.desks import database_option, opened
from sayso.cli.options import DAY
from sayso.cli.outputs import NOTHING_USABLE, console, tell

if TYPE_CHECKING:
    from rich.table import Table

    from sayso.api import StoryRow


@click.command("stories")
@click.argument("words", nargs=-1)
@database_option
@click.option("--since", type=DAY, metavar="DATE", help="Only stories that go on after this day.")
@click.option("--until", type=DAY, metavar="DATE", help="Only stories that began by this day.")
@click.option("-n", "--limit", type=click.IntRange(1), help="At most so many.")
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
@click.pass_context
def command(
    ctx: click.Context,
    words: tuple[str, ...],
    db: Path | None,
    since: datetime | None,
    until: datetime | None,
    limit: int | None,
    json_: bool,
) -> None:
    """List the stories of a database, the one that changed last first; WORDS are looked for in their titles.

    The number before a title is the one to call the story by: sayso show 12. It stays when articles are
    added.

    Example: sayso stories flood --since 2024-05-01 --db desk.db
    """
    with opened(db) as desk:
        found = desk.stories(since and since.date(), until and until.date())
    rows = [row for row in found if _titled(row, words)][:limit]
    if not rows:
        tell("sayso: no such story" if found or words else "sayso: the database has no story")
        ctx.exit(NOTHING_USABLE)
    if json_:
        from sayso.model.codec import to_plain

        click.echo(json.dumps([to_plain(row) for row in rows], ensure_ascii=False, indent=2))
        return
    console().print(_table(rows))


def _titled(row: "StoryRow", words: tuple[str, ...]) -> bool:
    """Say whether all words stand in a title; letter case and accents do not count."""
    from anyascii import anyascii

    title = anyascii(row.title or "").lower()
    return all(anyascii(word).lower() in title for word in words)


def _table(rows: "list[StoryRow]") -> "Table":
    from rich.table import Table

    from sayso.present.words import printable

    table = Table(box=None, pad_edge=False, header_style="dim")
    for name, right in (
        ("", True),
        ("title", False),
        ("articles", True),
        ("days", False),
        ("first claim", False),
    ):
        table.add_column(name, justify="right" if right else "left", no_wrap=name != "title")
    table.add_column("changed", no_wrap=True)
    for row in rows:
        table.add_row(
            str(row.handle),
            printable(row.title or ""),
            str(row.reports),
            _days(row),
            _origins(row),
            (row.changed or "")[:16].replace("T", " "),
        )
    return table


def _days(row: "StoryRow") -> str:
    ends = [end for end in (row.span_from, row.span_to) if end]
    return " – ".join(dict.fromkeys(ends)) or "no date"


def _origins(row: "StoryRow") -> str:
    from sayso.present.words import plural

    low, high = row.origins_low, row.origins_high
    if low is None or high is None:
        return "no claim"
    return plural(low, "origin") if low == high else f"{low} to {high} origins"
