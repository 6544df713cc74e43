"""What all commands of `sayso review` share: where the log is, who decides, and taking a decision."""

import functools
import getpass
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.desks import VARIABLE, database_option, opened
from sayso.cli.options import FILE
from sayso.cli.outputs import tell
from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.judge.taking import By, Meant
    from sayso.model.decision import Decision
    from sayso.model.dossier import Dossier
    from sayso.run.reviewing import Reviewed

BY = "SAYSO_BY"
"""The environment variable that names who decides, where `--by` does not."""

NOBODY = frozenset({"none", "open", ""})
"""Values that mean nobody, or an open end."""


@dataclass(frozen=True, slots=True)
class Job:
    """One call of `sayso review`: where the stories and the log are, and who decides why."""

    db: Path | None = None
    dossier: Path | None = None
    log: Path | None = None
    by: str | None = None
    note: str = ""
    story: int | None = None
    json: bool = False

    @contextmanager
    def opened(self) -> "Iterator[Reviewed]":
        """Open what is reviewed: a database, or a dossier file with a log beside it."""
        from sayso.run.reviewing import OfDesk, OfFiles

        if self.log is not None:
            yield OfFiles(self.dossier, self.log)
            return
        if self.dossier is not None:
            raise UsageError("name the log as well: --decisions decisions.jsonl")
        if self.db is None:
            raise UsageError(
                f"name the database: --db desk.db, or set {VARIABLE}; "
                "without one: --dossier story.json --decisions decisions.jsonl"
            )
        with opened(self.db) as desk:
            yield OfDesk(desk)

    def each(self, what: str, ids: Sequence[str], origin: str | None = None) -> None:
        """Decide the same about several things."""
        with self.opened() as reviewed:
            made: list[Decision] = []
            for id_ in dict.fromkeys(ids):
                made.append(self._made(reviewed, what, (id_, origin), made))
            self.take(reviewed, made)

    def two(self, what: str, first: str, second: str | None) -> None:
        """Decide about two things, or about a fact and its claim; for claims, facts of them will do."""
        with self.opened() as reviewed:
            self.take(reviewed, [self._made(reviewed, what, (first, second))])

    def correct(self, id_: str, settings: Mapping[str, str | None]) -> None:
        """Put right what was read of a thing."""
        with self.opened() as reviewed:
            self.on(reviewed, "correct", id_, settings)

    def on(
        self,
        reviewed: "Reviewed",
        what: str,
        id_: str,
        settings: Mapping[str, str | None],
        note: str | None = None,
    ) -> None:
        """Decide about one thing in what is open already; a `note` goes before that of the call."""
        job = self if note is None else replace(self, note=note or self.note)
        job.take(reviewed, [job._made(reviewed, what, (id_, None), (), settings)])

    def _made(
        self,
        reviewed: "Reviewed",
        what: str,
        names: tuple[str, str | None],
        before: "Sequence[Decision]" = (),
        settings: Mapping[str, str | None] = MappingProxyType({}),
    ) -> "Decision":
        """Make a decision on one thing or two, after those made `before` it."""
        from sayso.judge.taking import decide
        from sayso.model.decision import Setting, What
        from sayso.run.reviewing import claims_meant

        one = self._meant(reviewed, names[0])
        other = self._meant(reviewed, names[1], one.dossier) if names[1] else None
        one, other = claims_meant(What(what), one, other)
        values = [Setting(field, value) for field, value in settings.items()]
        return decide(What(what), one, self.signed(reviewed, before), other, values)

    def undo(self, numbers: Sequence[str]) -> None:
        """Undo decisions by their place in the log, or by their ids."""
        from sayso.judge.taking import undo

        with self.opened() as reviewed:
            log = reviewed.log()
            made: list[Decision] = []
            for number in dict.fromkeys(numbers):
                made.append(undo(_numbered(log, number), self.signed(reviewed, made)))
            self.take(reviewed, made)

    def signed(self, reviewed: "Reviewed", made: "Sequence[Decision]" = ()) -> "By":
        """Return who decides, why, and when: after all of the log, and after what was `made` just now."""
        from sayso.judge.taking import By
        from sayso.run.reviewing import after, one_line

        at = after(made[-1].at if made else reviewed.last(), datetime.now(UTC))
        return By(one_line(self.by or login()), at, one_line(self.note))

    def take(self, reviewed: "Reviewed", made: "Sequence[Decision]") -> None:
        """Put decisions into the log, and say what was decided."""
        from sayso.present import decided
        from sayso.present.words import printable
        from sayso.read.decisions import line

        for one in reviewed.decide(made):
            text = line(one) if self.json else printable(f"{one.id[:8]}  {decided.line(one)}")
            click.echo(text)
        if self.log is not None:
            tell(f"in {self.log}; to see it: sayso dossier ARTICLES --decisions {self.log}")

    def _meant(self, reviewed: "Reviewed", text: str, beside: "Dossier | None" = None) -> "Meant":
        from sayso.run.reviewing import meant

        story = reviewed.story(self.story) if self.story and beside is None else beside
        return meant(reviewed, text, story)


def settings(values: Sequence[str]) -> dict[str, str | None]:
    """Return fields and values from `FIELD=VALUE`; None for nobody, or an open end."""
    pairs = [value.partition("=") for value in values]
    if not pairs or not all(equals for _, equals, _ in pairs):
        raise UsageError("say what to correct as FIELD=VALUE, as in low=48")
    return {field: None if value.lower() in NOBODY else value for field, _, value in pairs}


def on_log(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say where the stories and the log are, as the argument `job`."""

    @functools.wraps(function)
    def run(db: Path | None, dossier: Path | None, log: Path | None, **rest: Any) -> None:
        function(job=Job(db, dossier, log), **rest)

    return _places(run)


def signed(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command also the options that sign a decision, in the argument `job`."""

    @functools.wraps(function)
    def run(
        db: Path | None,
        dossier: Path | None,
        log: Path | None,
        by: str | None,
        note: str,
        on: int | None,
        json_: bool,
        **rest: Any,
    ) -> None:
        function(job=Job(db, dossier, log, by, note, on, json_), **rest)

    for option in (
        click.option("--json", "json_", is_flag=True, help="Print the decisions as lines of a log."),
        click.option(
            "--story", "on", type=click.IntRange(1), help="The story, where a name stands in several."
        ),
        click.option("--by", envvar=BY, metavar="NAME", help=f"Who decides; else {BY}, else the login name."),
        click.option("--note", default="", metavar="TEXT", help="Why: shown beside the fact."),
    ):
        run = option(run)
    return _places(run)


def _places(run: Callable[..., None]) -> Callable[..., None]:
    run = click.option(
        "--decisions", "log", type=FILE, metavar="FILE", help="The log, in place of a database."
    )(run)
    run = click.option("--dossier", type=FILE, metavar="FILE", help="The dossier file beside it.")(run)
    return database_option(run)


def _numbered(log: "Sequence[Decision]", number: str) -> "Decision":
    """The decision of a number in the list, or with an id that begins so."""
    if number.isdigit() and 0 < int(number) <= len(log):
        return log[int(number) - 1]
    found = [one for one in log if len(number) >= 4 and one.id.startswith(number.lower())]
    if len(found) != 1:
        raise UsageError(f"{number!r} is no decision of this log; see: sayso review list")
    return found[0]


def login() -> str:
    """Return the login name; raises `UsageError` where there is none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise UsageError("say who decides: --by NAME") from error
