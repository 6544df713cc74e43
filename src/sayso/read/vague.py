"""The file in which a user sets bounds of vague numbers: `--vague FILE`, TOML as the shipped `vague.toml`.

[plurals]                      # "dozens of people"
"dozens" = {low = 12, high = 12}
[quantifiers]                  # "several people"
"several" = {low = 3, high = 7}
"""

from collections.abc import Iterator, Mapping
from math import isfinite
from pathlib import Path
from typing import Any

from sayso.errors import UsageError
from sayso.lexicon import table as shipped_table
from sayso.lexicon.house import NONE, Bounds, House
from sayso.read.own_files import own_table

LARGEST = 1e15
"""The highest bound that may be set."""


def read(path: Path | None) -> House:
    """Return the bounds that the file sets; words that it leaves out keep the shipped ones.

    Raises `NoSuchInput` for a file that is not there and `UsageError` for one that is no TOML, has a section
    or a word that the shipped table has not, or bounds that are none; the message names file and word.
    """
    if path is None:
        return NONE
    shipped = shipped_table("vague")
    return House(tuple(_rows(path, own_table(path, tuple(shipped)), shipped)))


def _rows(
    path: Path, own: Mapping[str, Any], shipped: Mapping[str, Any]
) -> Iterator[tuple[str, str, Bounds]]:
    for section, rows in sorted(own.items()):
        if not isinstance(rows, dict):
            raise UsageError(f"{path}: {section!r} wants a table, as in [{section}]")
        for word, row in sorted(rows.items()):
            if word not in shipped[section]:
                known = ", ".join(shipped[section])
                raise UsageError(f"{path}: unknown word {word!r} in [{section}]; known are {known}")
            yield section, word, _bounds(f"{path}: {word!r} in [{section}]", row)


def _bounds(where: str, row: Any) -> Bounds:
    low, high = (_amount(row.get(end)) if isinstance(row, dict) else None for end in ("low", "high"))
    if low is None or high is None:
        raise UsageError(f"{where} wants two numbers from nought up, as in {{low = 10, high = 99}}")
    if low > high:
        raise UsageError(f"{where}: low {low} is more than high {high}")
    if high > LARGEST:
        raise UsageError(f"{where}: {high} is more than anybody counts")
    return low, high


def _amount(value: Any) -> float | None:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if number and isfinite(value) and value >= 0 else None
