"""Options that several commands have: name and type stand here once, what they are for with each command."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

FILE = click.Path(path_type=Path, dir_okay=False)
DAY = click.DateTime(["%Y-%m-%d"])

DECISIONS = "What reviewers decided: a log of JSON lines, as sayso review writes it."
"""What the file of `--decisions` holds."""


def until_option(command: Command) -> Command:
    """Give a command the option `--until`, as the argument `until`."""
    option = click.option(
        "--until", type=DAY, metavar="DATE", help="Only articles up to this day, 2024-12-31."
    )
    return option(command)


def one_story_option(command: Command) -> Command:
    """Give a command the flag `--one-story`, as the argument `one_story`."""
    told = "Take all articles as one story; without it they are parted by what they tell of."
    return click.option("--one-story", is_flag=True, help=told)(command)


def column_option(told: str) -> Callable[[Command], Command]:
    """Give a command the option `--column`, any number of times, as the argument `columns`."""
    return click.option("--column", "columns", multiple=True, metavar="KEY=NAME", help=told)


def file_options(**told: str) -> Callable[[Command], Command]:
    """Give a command an option for each of these files of the user's (`names`, `sides` …), in this order; the
    text says what it holds."""

    def given(command: Command) -> Command:
        for name, text in reversed(told.items()):
            command = click.option(f"--{name}", type=FILE, metavar="FILE", help=text)(command)
        return command

    return given
