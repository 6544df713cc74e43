"""The files in which a user settles names and sides: `--names FILE` and `--sides FILE`, both TOML.

same = [["Volodko Serhiensky", "Volodya"], ["the Board", "River Board"]]
different = [["Arvo Brenn", "A. Brenn"]]

[sides]                                # a party, and who stands with it
"Norland" = ["Norland Rescue Service", "Eastmark"]
[authorities]                          # somebody, and whom they answer to
"River Board" = "Norland"
"""

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from sayso.errors import UsageError
from sayso.model.choices import Choices
from sayso.read.own_files import own_table

NAMES = ("same", "different")
SIDES = ("sides", "authorities")


def read(names: Path | None, sides: Path | None) -> Choices:
    """Return what the two files settle.

    Raises `NoSuchInput` for a file that is not there and `UsageError` for one that is no TOML or has other
    keys or values than those above; the message names the file and the key.
    """
    named, sided = own_table(names, NAMES), own_table(sides, SIDES)
    same = tuple(_group(names, "same", group) for group in _list(names, named, "same"))
    different = (_group(names, "different", group) for group in _list(names, named, "different"))
    return Choices(
        same=same,
        different=tuple(pair for group in different for pair in combinations(group, 2)),
        sides=tuple(
            (head, member)
            for head, members in _mapping(sides, sided, "sides").items()
            for member in _strings(sides, "sides", members)
        ),
        authorities=tuple(
            (name, _string(sides, "authorities", owner))
            for name, owner in _mapping(sides, sided, "authorities").items()
        ),
    )


def _list(path: Path | None, table: Mapping[str, Any], key: str) -> list[Any]:
    value = table.get(key, [])
    if not isinstance(value, list):
        raise _wrong(path, key, "a list of lists of names")
    return value


def _mapping(path: Path | None, table: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise _wrong(path, key, "a table, as in [sides]")
    return value


def _group(path: Path | None, key: str, value: Any) -> tuple[str, ...]:
    names = _strings(path, key, value)
    if len(names) < 2:
        raise _wrong(path, key, "two names or more in each list")
    return names


def _strings(path: Path | None, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _wrong(path, key, "lists of names")
    return tuple(_string(path, key, item) for item in value)


def _string(path: Path | None, key: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(path, key, "names in quotation marks")
    return value


def _wrong(path: Path | None, key: str, wanted: str) -> UsageError:
    return UsageError(f"{path}: {key!r} wants {wanted}")
