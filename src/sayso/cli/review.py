"""`sayso review`: what reviewers decide about what sayso read, kept in a log that is only ever added to."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.options import FILE
from sayso.cli.outputs import NOTHING_USABLE, console, tell
from sayso.cli.reviews import Job, on_log, settings, signed
from sayso.errors import UsageError

if TYPE_CHECKING:
    from rich.table import Table

    from sayso.model.decision import Decision


@click.group("review", short_help="Accept, reject, merge or correct what sayso read; a log keeps it.")
def command() -> None:
    """Accept, reject, merge or correct what sayso read, with a name and a note.

    Things are named by their ids, as --json, the tables and sayso why show them; the first characters are
    enough. People, places and bodies may be named by their names. Each decision goes into a log that is only
    ever added to: it outlives a rerun, a new revision of an article and a changed rule, and shows in every
    output.

    \b
    On a database:
      sayso review reject 3f2a91 --note "two villages, not one" --db desk.db
    Without one:
      sayso dossier articles/ --json story.json
      sayso review reject 3f2a91 --dossier story.json --decisions decisions.jsonl
      sayso dossier articles/ --decisions decisions.jsonl
    """


@command.command("accept")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@signed
def accept(job: Job, ids: tuple[str, ...]) -> None:
    """Mark facts, claims, conflicts or copies as looked at and right; nothing else changes.

    Example: sayso review accept 3f2a91 77c0 --by "A. B." --db desk.db
    """
    job.each("accept", ids)


@command.command("reject")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.option("--origin", metavar="NAME|ID", help="Of a claim: who is no origin of it.")
@signed
def reject(job: Job, ids: tuple[str, ...], origin: str | None) -> None:
    """Take what sayso misread out of claims, tracks, conflicts and origins; it stays visible, marked.

    It is about how sayso read, never about what is true: what a source says stays said.

    Example: sayso review reject 3f2a91 --note "a bus route, no toll" --db desk.db
    """
    job.each("reject", ids, origin)


@command.command("merge")
@click.argument("first", metavar="ID|NAME")
@click.argument("second", metavar="ID|NAME")
@signed
def merge(job: Job, first: str, second: str) -> None:
    """Say that two claims say the same, or that two names are one; a fact stands for its claim.

    Example: sayso review merge NIS "National Intelligence Service" --db desk.db
    """
    job.two("merge", first, second)


@command.command("apart")
@click.argument("first", metavar="ID|NAME")
@click.argument("second", metavar="[ID|NAME]", required=False)
@signed
def apart(job: Job, first: str, second: str | None) -> None:
    """Say that a fact does not belong to its claim, or that two names are not one.

    Example: sayso review apart 3f2a91 --note "the other bridge" --db desk.db
    """
    job.two("apart", first, second)


@command.command("correct")
@click.argument("id_", metavar="ID|NAME")
@click.argument("values", nargs=-1, required=True, metavar="FIELD=VALUE...")
@signed
def correct(job: Job, id_: str, values: tuple[str, ...]) -> None:
    """Put right what sayso read; what it had read stays in the decision.

    \b
    of a figure     low, high (open for an open end), measure, who, extent, as_of (2024-12-14)
    of a statement  source (somebody whom an article names, or none), stance, kind
    of a name       name, authority, side, kind

    Example: sayso review correct 3f2a91 low=48 high=48 --note "52 was the day before" --db desk.db
    """
    job.correct(id_, settings(values))


@command.command("undo")
@click.argument("numbers", nargs=-1, required=True, metavar="N|ID...")
@signed
def undo(job: Job, numbers: tuple[str, ...]) -> None:
    """Undo earlier decisions, by their number in sayso review list or their id; as new entries of the log.

    Example: sayso review undo 4 --note "the second edition has it" --db desk.db
    """
    job.undo(numbers)


@command.command("list")
@click.option("--json", "json_", is_flag=True, help="Print JSON: each decision with what became of it.")
@on_log
@click.pass_context
def list_(ctx: click.Context, job: Job, json_: bool) -> None:
    """List the decisions in order of time, with what became of each.

    Example: sayso review list --db desk.db
    """
    with job.opened() as reviewed:
        log = reviewed.log()
    if not log:
        tell("sayso: nobody has decided anything yet")
        ctx.exit(NOTHING_USABLE)
    if json_:
        import json

        from sayso.model.codec import to_plain

        click.echo(json.dumps([to_plain(one) for one in log], ensure_ascii=False, indent=2))
        return
    console().print(_table(log))


@command.command("export")
@click.argument("file", type=FILE)
@on_log
def export(job: Job, file: Path) -> None:
    """Write the whole log into a new file, one decision a line, to be kept or replayed elsewhere.

    Example: sayso review export decisions.jsonl --db desk.db
    """
    from sayso.run.reviewing import append

    if file.exists():
        raise UsageError(f"{file} is there already: a log is never written over")
    with job.opened() as reviewed:
        log = reviewed.log()
    append(file, log)
    tell(f"{len(log)} decisions: {file}")


@command.command("replay")
@click.argument("file", type=FILE)
@on_log
@click.pass_context
def replay(ctx: click.Context, job: Job, file: Path) -> None:
    """Take over the decisions of a log file: those that are there already once, in whatever order.

    Example: sayso review replay decisions.jsonl --db desk.db
    """
    from sayso.read.decisions import read

    found = read(file)
    for problem in found.problems:
        tell(problem.message)
    with job.opened() as reviewed:
        new = reviewed.decide(found.decisions)
    tell(f"{len(new)} new decisions, {len(found.decisions) - len(new)} known ones")
    ctx.exit(0 if found.decisions else NOTHING_USABLE)


@command.command("walk")
@click.argument("story", type=click.IntRange(1), required=False)
@signed
def walk(job: Job, story: int | None) -> None:
    """Go through a story's facts on the terminal, what matters most first; one key decides each.

    Disputed facts come first, then those of sources without a name, then those that rest on least. What was
    decided is not asked again, so a walk that was left with q goes on where it stopped.

    Example: sayso review walk 12 --db desk.db
    """
    from sayso.cli.walk import walk as go

    go(job, story)


def _table(log: "tuple[Decision, ...]") -> "Table":
    from rich.table import Table

    from sayso.present import decided
    from sayso.present.words import printable

    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("", "id", "when", "who", "what", "because", ""):
        table.add_column(name, overflow="fold", no_wrap=name in ("", "id", "when"))
    for number, one in enumerate(log, 1):
        cells = (one.id[:8], one.at[:16].replace("T", " "), one.by, decided.line(one), one.note)
        table.add_row(str(number), *map(printable, cells), decided.standing(one))
    return table
