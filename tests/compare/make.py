"""Dossiers of short reports, made by the whole program; each set of reports is read once."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sayso import api
from sayso.model.change import Change, ChangeKind
from sayso.model.dossier import Dossier
from sayso.present.changes import view

MONDAY = """Published: 4 March 2019

Two dead in Orvelle mill fire

ORVELLE, March 4, 2019 (Kestrel News) - At least two people were killed when a fire broke out in a paper \
mill in Orvelle on Monday, the Orvelle fire brigade said.

The mill's manager, Pavo Lindqvist, said the sprinklers had been inspected in January.

Union leader Marit Oster said workers had reportedly complained about blocked exits.
"""

TUESDAY = """Published: 5 March 2019

Orvelle mill fire toll rises to five

ORVELLE, March 5, 2019 (The Orvelle Herald) - The death toll from the fire in the Orvelle paper mill rose to \
five on Tuesday, the Orvelle fire brigade said.

Pavo Lindqvist, the manager of the mill, denied that exits had been blocked. "No exit was blocked," he said.
"""


@cache
def dossier(*texts: tuple[str, str]) -> Dossier:
    """The dossier of reports given as names and texts."""
    with TemporaryDirectory() as folder:
        for name, text in texts:
            Path(folder, name).write_text(text, "utf-8")
        return api.dossier([folder])


def before() -> Dossier:
    return dossier(("monday.txt", MONDAY))


def after() -> Dossier:
    return dossier(("monday.txt", MONDAY), ("tuesday.txt", TUESDAY))


def edited(old: str, new: str) -> Dossier:
    """Monday's report with one passage put otherwise."""
    assert old in MONDAY
    return dossier(("monday.txt", MONDAY.replace(old, new)))


def read_back(feed: bytes) -> Any:
    """What a feed reader makes of a feed."""
    import feedparser

    return feedparser.parse(feed)  # type: ignore[attr-defined, no-untyped-call]


def kinds(found: tuple[Change, ...]) -> list[ChangeKind]:
    return [one.kind for one in found]


def told(earlier: Dossier, later: Dossier) -> dict[str, str]:
    """What is told of each kind, the weightiest of it."""
    found = api.changes(earlier, later)
    return {one.kind: one.text for one in reversed(view(earlier, later, found))}
