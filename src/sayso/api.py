"""The Python API: the same verbs as the command line, giving values instead of text.

For example:

    from sayso import api
    result = api.dossiers(["reports/"])
    print(result.dossiers[0].claims[0].text, result.problems)
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from sayso.errors import UsageError
from sayso.lexicon.house import in_force
from sayso.model.change import Change
from sayso.model.dossier import Dossier
from sayso.model.report import Problem
from sayso.model.search import By, Filters, Hit, HitKind
from sayso.model.watch import Event, FollowedFeed, Round
from sayso.present.queries import Answer, find, rejected
from sayso.read.choices import read as read_choices
from sayso.read.decisions import read as read_decisions
from sayso.read.tables import Columns
from sayso.read.vague import read as read_vague
from sayso.run.direct import Progress, Result, quiet, run
from sayso.run.outcome import Outcome

if TYPE_CHECKING:
    from sayso.run.desk import Added, Desk, Forgotten, open_desk
    from sayso.run.watched import Plan
    from sayso.store.changes import Noted
    from sayso.store.dossiers import Related
    from sayso.store.reports import Revision
    from sayso.store.stories import StoryRow

__all__ = [
    "Added",
    "Answer",
    "By",
    "Columns",
    "Desk",
    "Event",
    "Filters",
    "FollowedFeed",
    "Forgotten",
    "Hit",
    "HitKind",
    "Noted",
    "Outcome",
    "Related",
    "Result",
    "Revision",
    "Round",
    "StoryRow",
    "bulk",
    "changes",
    "dossier",
    "dossiers",
    "open_desk",
    "settle",
    "watch",
    "why",
]

_OF_DATABASES = {
    "Added": "sayso.run.desk",
    "Desk": "sayso.run.desk",
    "Forgotten": "sayso.run.desk",
    "open_desk": "sayso.run.desk",
    "Noted": "sayso.store.changes",
    "Related": "sayso.store.dossiers",
    "Revision": "sayso.store.reports",
    "StoryRow": "sayso.store.stories",
}
"""Where that is which only whoever keeps a database needs."""


def __getattr__(name: str) -> Any:
    """Import what belongs to databases at first use: a dossier needs none of it."""
    if name not in _OF_DATABASES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_OF_DATABASES[name]), name)


def dossiers(
    inputs: Sequence[str],
    *,
    columns: Columns | None = None,
    until: date | None = None,
    stdin: BinaryIO | None = None,
    names: Path | None = None,
    sides: Path | None = None,
    vague: Path | None = None,
    decisions: Path | None = None,
    one_story: bool = False,
    progress: Progress | None = None,
) -> Result:
    """Return a dossier for each story in `inputs`, largest first, and the problems that belong to none.

    `inputs` are paths, folders, globs, http(s) URLs, and `-` for `stdin`. Only URLs are fetched.
    `names` and `sides` are files in which the user settles them (`sayso.read.choices`), `vague` one with
    bounds of vague numbers (`sayso.read.vague`), `decisions` a log of what reviewers decided
    (`sayso.read.decisions`). With `one_story` all reports are one story, however little alike.
    Raises `UsageError` when no input is named, or such a file cannot be used.
    """
    if not inputs:
        raise UsageError("no input: name files, folders or URLs, or pipe articles in")
    choices, log = read_choices(names, sides), read_decisions(decisions)
    with in_force(read_vague(vague)):
        result = run(
            inputs,
            columns=columns,
            until=until,
            stdin=stdin,
            choices=choices,
            decisions=log.decisions,
            one_story=one_story,
            progress=progress,
        )
    return replace(result, problems=(*log.problems, *result.problems))


def bulk(
    source: str,
    out: Path,
    *,
    ray: str | None = None,
    workers: int | None = None,
    columns: Columns | None = None,
    names: Path | None = None,
    sides: Path | None = None,
    vague: Path | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Write the tables of all stories under `source`, a file, a folder or a pattern, into the folder `out`.

    It runs in processes of this machine, or on the Ray cluster at the address `ray`. What is wrong with an
    input is a row of the table `problems`. Raises `MissingExtra` where Daft or Ray is not installed.
    """
    from sayso.run.bulk import bulk as run_bulk
    from sayso.run.engine import Engine
    from sayso.run.workers import Settings

    settings = Settings(columns or Columns(), read_choices(names, sides), read_vague(vague))
    return run_bulk(source, out, Engine(ray, workers), settings, progress or quiet)


def dossier(inputs: Sequence[str]) -> Dossier:
    """Return the dossier of the largest story in `inputs`;
    raise `UsageError` when nothing in them can be read."""
    result = dossiers(inputs)
    if not result.dossiers:
        raise UsageError("; ".join(one.message for one in result.problems) or "nothing usable in the input")
    return result.dossiers[0]


def why(
    wanted: str,
    inputs: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    decisions: Path | None = None,
    one_story: bool = False,
    progress: Progress | None = None,
) -> tuple[tuple[Answer, ...], tuple[Problem, ...]]:
    """Return the claims in `inputs` that `wanted` means: a number, words, or an id or its beginning.

    There is one answer for each story that has some, the largest story first; with them comes what could not
    be read, and which facts that are meant somebody rejected. `one_story` is as in `dossiers`.

    Raises `UsageError` when no input is named, or nothing is asked for.
    """
    if not wanted.strip():
        raise UsageError("nothing asked for: name a number, words, or an id")
    result = dossiers(inputs, stdin=stdin, decisions=decisions, one_story=one_story, progress=progress)
    answers = tuple(Answer(one, find(one, wanted)) for one in result.dossiers)
    of_stories = (problem for one in result.dossiers for problem in (*one.problems, *rejected(one, wanted)))
    problems = tuple(dict.fromkeys([*result.problems, *of_stories]))
    return tuple(one for one in answers if one.claims), problems


def changes(before: Dossier | None, after: Dossier) -> tuple[Change, ...]:
    """Return what changed from one state of a story to the next, the weightiest first.

    Without an earlier state each article is new, and nothing else is told.
    """
    from sayso.compare.dossiers import compare

    return compare(before, after)


def settle(
    desk: "Desk", *, names: Path | None = None, sides: Path | None = None, vague: Path | None = None
) -> None:
    """Settle names and sides, or bounds of vague numbers, for a database, from the files in which the user
    does so; None leaves what was. Raises `UsageError` when a file cannot be used."""
    chosen = read_choices(names, sides) if names or sides else None
    desk.settle_choices(chosen, read_vague(vague) if vague else None)


def watch(
    desk: "Desk",
    feeds: Sequence[str] = (),
    *,
    plan: "Plan | None" = None,
    tell: Callable[[Event], None] | None = None,
) -> Round:
    """Look once at feeds (URLs of feeds or of pages that name one, OPML files; without any, all that the
    database follows), add what they bring, and return what came of it.

    `tell` hears of each feed and article as it comes; `plan` says how often and how politely. Raises
    `UsageError` when something named is no feed and no list.
    """
    import time

    from sayso.run.watch import Watch, follow
    from sayso.run.watched import Plan

    named = follow(desk, feeds, time.time())
    chosen = plan or Plan(feeds=named or None)
    return Watch(desk, chosen, tell or (lambda _: None), _rest).once()


def _rest(seconds: float) -> bool:
    import time

    time.sleep(seconds)
    return True
