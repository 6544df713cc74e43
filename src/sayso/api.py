"""The Python API: the same verbs as the command line, giving values instead of text.

For example:

    from sayso import api
    result = api.dossiers(["reports/"])
    print(result.dossiers[0].claims[0].text, result.problems)
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from sayso.errors import UsageError
from sayso.lexicon.house import in_force
from sayso.model.dossier import Dossier
from sayso.read.choices import read as read_choices
from sayso.read.tables import Columns
from sayso.read.vague import read as read_vague
from sayso.run.direct import Progress, Result, run

__all__ = ["Columns", "Result", "dossier", "dossiers"]


def dossiers(
    inputs: Sequence[str],
    *,
    columns: Columns | None = None,
    until: date | None = None,
    stdin: BinaryIO | None = None,
    names: Path | None = None,
    sides: Path | None = None,
    vague: Path | None = None,
    progress: Progress | None = None,
) -> Result:
    """Return a dossier for each story in `inputs`, largest first, and the problems that belong to none.

    `inputs` are paths, folders, globs, http(s) URLs, and `-` for `stdin`. Only URLs are fetched.
    `names` and `sides` are files in which the user settles them (`sayso.read.choices`), `vague` one with
    bounds of vague numbers (`sayso.read.vague`).
    Raises `UsageError` when no input is named, or such a file cannot be used.
    """
    if not inputs:
        raise UsageError("no input: name files, folders or URLs, or pipe articles in")
    choices = read_choices(names, sides)
    with in_force(read_vague(vague)):
        return run(inputs, columns=columns, until=until, stdin=stdin, choices=choices, progress=progress)


def dossier(inputs: Sequence[str]) -> Dossier:
    """Return the dossier of the largest story in `inputs`;
    raise `UsageError` when nothing in them can be read."""
    result = dossiers(inputs)
    if not result.dossiers:
        raise UsageError("; ".join(one.message for one in result.problems) or "nothing usable in the input")
    return result.dossiers[0]
