"""The patterns of lexicon/en/boilerplate.toml, compiled once, and the role they give a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.lexicon import table
from sayso.model.report import BlockRole


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Alternatives of one role by where they must be found."""

    role: BlockRole
    line: re.Pattern[str]
    whole: re.Pattern[str]
    anywhere: re.Pattern[str]
    end: re.Pattern[str]


MAX_FURNITURE = 600
"""Characters: a longer line is a body paragraph, whatever it mentions."""

_MAX_END = 400
"""Characters of the longest credit that ends a line."""


def role_of(line: str) -> BlockRole | None:
    """Return boilerplate, credit or caption for a line (stripped) that is as a whole one of these, else
    None."""
    if len(line) > MAX_FURNITURE:
        return None
    for patterns in _patterns():
        if patterns.line.match(line) or patterns.whole.fullmatch(line) or patterns.anywhere.search(line):
            return patterns.role
    return None


def end_of(line: str) -> tuple[int, BlockRole] | None:
    """Return where the credit or photo credit that ends a line (stripped) begins, and its role."""
    for patterns in _patterns():
        found = patterns.end.search(line, max(0, len(line) - _MAX_END))
        if found is not None and found.group().strip():
            return found.start(), patterns.role
    return None


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a line: its length, its role, and the role of the rest, None where that is open."""

    length: int
    role: BlockRole
    then: BlockRole | None


def start_of(line: str) -> Opening | None:
    """Return the label or caption that opens a line (stripped) and is no part of what follows, or None."""
    for pattern, role, then in _starts():
        found = pattern.match(line)
        if found is not None and found.end():
            return Opening(found.end(), role, then)
    return None


def marks(line: str) -> list[tuple[int, int]]:
    """Return where in a line stand the marks that end each caption of a gallery; none in any other line."""
    return [found.span() for found in _marks().finditer(line)]


def boxes(line: str) -> list[tuple[int, int]]:
    """Return where boxes of other stories stand in the middle of a line's sentences, in order."""
    found = sorted(match.span("box") for pattern in _boxes() for match in pattern.finditer(line))
    return [one for one, before in zip(found, [(0, 0), *found], strict=False) if one[0] >= before[1]]


def describes(line: str) -> bool:
    """Say whether a line reads like the caption of a picture; to be asked of lines beside a photo credit."""
    return _captions().search(line) is not None


def corrects(line: str) -> bool:
    """Say whether a line tells that the outlet has corrected its own article."""
    return _corrections().match(line) is not None


@cache
def _corrections() -> re.Pattern[str]:
    return _any_of([entry for entry in _entries() if entry.get("corrects")])


@cache
def _starts() -> tuple[tuple[re.Pattern[str], BlockRole, BlockRole | None], ...]:
    return tuple(
        (
            re.compile(entry["regex"], re.IGNORECASE),
            BlockRole(entry["role"]),
            BlockRole(entry["then"]) if "then" in entry else None,
        )
        for entry in _entries("start")
    )


@cache
def _marks() -> re.Pattern[str]:
    return _any_of(_entries("mark"))


@cache
def _boxes() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry["regex"]) for entry in _entries("inside"))


@cache
def _captions() -> re.Pattern[str]:
    return _any_of(_entries("beside"))


@cache
def _patterns() -> tuple[_Patterns, ...]:
    return tuple(_compiled(role) for role in (BlockRole.CREDIT, BlockRole.CAPTION, BlockRole.BOILERPLATE))


def _compiled(role: BlockRole) -> _Patterns:
    def of_role(where: str, after: str = "") -> re.Pattern[str]:
        return _any_of([entry for entry in _entries(where) if entry["role"] == role], after)

    return _Patterns(role, of_role("line"), of_role("whole"), of_role("any"), of_role("end", r"\s*$"))


def _entries(where: str | None = None) -> list[dict[str, Any]]:
    """The entries of the table that are looked for in one place of a line, or all."""
    entries: list[dict[str, Any]] = table("boilerplate")["patterns"]
    return [entry for entry in entries if where in (None, entry["where"])]


def _any_of(entries: Sequence[dict[str, Any]], after: str = "") -> re.Pattern[str]:
    """One pattern for the expressions of several entries; it finds nothing where there are none."""
    parts = [f"(?:{entry['regex']})" for entry in entries]
    return re.compile(f"(?:{'|'.join(parts) or '(?!)'}){after}", re.IGNORECASE)
