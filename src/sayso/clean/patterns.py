"""The patterns of lexicon/en/boilerplate.toml, compiled once, and the role they give a line."""

import re
from dataclasses import dataclass
from functools import cache

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
    entries = [entry["regex"] for entry in table("boilerplate")["patterns"] if entry.get("corrects")]
    return re.compile("|".join(f"(?:{entry})" for entry in entries), re.IGNORECASE)


@cache
def _starts() -> tuple[tuple[re.Pattern[str], BlockRole, BlockRole | None], ...]:
    entries = [entry for entry in table("boilerplate")["patterns"] if entry["where"] == "start"]
    return tuple(
        (
            re.compile(entry["regex"], re.IGNORECASE),
            BlockRole(entry["role"]),
            BlockRole(entry["then"]) if "then" in entry else None,
        )
        for entry in entries
    )


@cache
def _marks() -> re.Pattern[str]:
    entries = [entry["regex"] for entry in table("boilerplate")["patterns"] if entry["where"] == "mark"]
    return re.compile("|".join(f"(?:{entry})" for entry in entries), re.IGNORECASE)


@cache
def _boxes() -> tuple[re.Pattern[str], ...]:
    entries = [entry["regex"] for entry in table("boilerplate")["patterns"] if entry["where"] == "inside"]
    return tuple(map(re.compile, entries))


@cache
def _captions() -> re.Pattern[str]:
    entries = [entry["regex"] for entry in table("boilerplate")["patterns"] if entry["where"] == "beside"]
    return re.compile("|".join(f"(?:{entry})" for entry in entries), re.IGNORECASE)


@cache
def _patterns() -> tuple[_Patterns, ...]:
    return tuple(_compiled(role) for role in (BlockRole.CREDIT, BlockRole.CAPTION, BlockRole.BOILERPLATE))


def _compiled(role: BlockRole) -> _Patterns:
    entries = [entry for entry in table("boilerplate")["patterns"] if entry["role"] == role]

    def any_of(where: str, after: str = "") -> re.Pattern[str]:
        parts = [f"(?:{entry['regex']})" for entry in entries if entry["where"] == where]
        return re.compile(f"(?:{'|'.join(parts) or '(?!)'}){after}", re.IGNORECASE)

    return _Patterns(role, any_of("line"), any_of("whole"), any_of("any"), any_of("end", r"\s*$"))
