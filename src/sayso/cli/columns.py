"""What columns are called: in tables that are read, and in coder sheets that are written."""

from dataclasses import fields
from typing import TYPE_CHECKING

from sayso.errors import UsageError

if TYPE_CHECKING:
    from sayso.api import Columns


def columns_of(pairs: tuple[str, ...]) -> "tuple[Columns, dict[str, str]]":
    """Part the names of columns that are read from those of the coder sheets."""
    from sayso.read.tables import Columns

    if not pairs:
        return Columns(), {}
    from sayso.present.tables import SHEET_COLUMNS

    named = dict(pair.partition("=")[::2] for pair in pairs)
    known = [field.name for field in fields(Columns)]
    if not all(name and key in {*known, *SHEET_COLUMNS} for key, name in named.items()):
        raise UsageError(
            f"--column wants KEY=NAME, as in text=body; KEY is one of {', '.join(known)}, "
            "or a column of the coder sheets (docs/sheets.md)"
        )
    written = {key: name for key, name in named.items() if key not in known}
    final = [written.get(key, key) for key in SHEET_COLUMNS]
    if len(set(final)) < len(final):
        raise UsageError("--column gives two columns of the coder sheets one name")
    return Columns(**{key: name for key, name in named.items() if key in known}), written
