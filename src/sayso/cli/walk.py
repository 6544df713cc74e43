"""`sayso review walk`: a story's facts on the terminal, one after another; one key decides each."""

import shlex
import sys

import click

from sayso.cli.outputs import console, tell
from sayso.cli.reviews import Job
from sayso.cli.reviews import settings as settings_of
from sayso.errors import DataError, UsageError
from sayso.model.decision import FIELDS
from sayso.model.relation import RefKind
from sayso.model.report import Figure
from sayso.present.agenda import Ask, present
from sayso.present.words import printable
from sayso.run.reviewing import Reviewed

KEYS = "a accept · r reject · c correct · o out of its claim · s skip · q stop"
_STOP = frozenset("q\x03\x04")
_VERBS = {"a": "accept", "r": "reject", "o": "apart"}


def walk(job: Job, story: int | None) -> None:
    """Ask after each fact that nobody has decided on, until there is none or the reviewer stops."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "a walk needs a terminal; elsewhere: sayso review accept, reject, merge, apart, correct"
        )
    with job.opened() as reviewed:
        asked = present(reviewed.story(story))
        decided = 0
        for number, ask in enumerate(asked, 1):
            _show(ask, f"{number} of {len(asked)}")
            answer = _answer(job, reviewed, ask)
            if answer is None:
                break
            decided += answer
    tell(f"{decided} decided, {len(asked) - decided} left; the same command goes on")


def _show(ask: Ask, place: str) -> None:
    screen = console()
    screen.print()
    screen.print(printable(f"{place}   {ask.why}   {ask.fact.id[:8]}"), style="cyan")
    screen.print(printable(ask.sentence), style="bold")
    screen.print(printable(f"read as: {ask.reading}"))
    if ask.claim:
        screen.print(printable(f"in the claim: {ask.claim}"), style="dim")
    screen.print(KEYS, style="dim")


def _answer(job: Job, reviewed: Reviewed, ask: Ask) -> bool | None:
    """Take one key and do what it says; whether something was decided, None to stop."""
    while True:
        key = click.getchar().lower()
        if key in _STOP:
            return None
        if key in ("s", " ", "\r", "\n"):
            return False
        if key not in ("c", *_VERBS):
            tell(KEYS)
            continue
        try:
            _decide(job, reviewed, ask, key)
        except (UsageError, DataError) as error:
            tell(str(error))
            continue
        return True


def _decide(job: Job, reviewed: Reviewed, ask: Ask, key: str) -> None:
    settings: dict[str, str | None] = {}
    if key == "c":
        kind = RefKind.FIGURE if isinstance(ask.fact, Figure) else RefKind.STATEMENT
        known = ", ".join(FIELDS[kind])
        settings = settings_of(_words(click.prompt(f"FIELD=VALUE ({known})", prompt_suffix=": ")))
    note = "" if key == "a" else click.prompt("because", default="", show_default=False)
    job.on(reviewed, _VERBS.get(key, "correct"), ask.fact.id, settings, note)


def _words(text: str) -> list[str]:
    """Part what was typed as a shell does: `who="North Korean soldiers" low=40`."""
    try:
        return shlex.split(text)
    except ValueError as error:
        raise UsageError(f"{error}: {text}") from error
