"""TOML files that a user writes by hand: what is wrong with one is told by file and key."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sayso.errors import NoSuchInput, UsageError

LARGEST_FILE = 1_000_000
"""Bytes; a longer file was not written by hand."""


def own_table(path: Path | None, keys: tuple[str, ...]) -> Mapping[str, Any]:
    """Return what a file holds, nothing for no file.

    Raises `NoSuchInput` for a file that is not there, `UsageError` for one that cannot be used or has a key
    that is not among `keys`.
    """
    if path is None:
        return {}
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise NoSuchInput(f"{path}: {error.strerror or error}") from error
    if len(raw) > LARGEST_FILE:
        raise UsageError(f"{path} is larger than {LARGEST_FILE:,} bytes: is it the right file?")
    try:
        table = tomllib.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path} is no TOML in UTF-8: {error}") from error
    unknown = sorted(set(table) - set(keys))
    if unknown:
        raise UsageError(f"{path}: unknown key {unknown[0]!r}; known are {' and '.join(keys)}")
    return table
