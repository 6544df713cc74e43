"""A log of decisions: a text file with one JSON object a line, each a `Decision` with its `format`.

The file is only ever added to. What a line cannot be read as is a problem with its number, never an error:
the other lines count.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sayso.errors import DataError, NoSuchInput
from sayso.model.codec import from_plain, to_plain
from sayso.model.decision import FACTS, LOG_FORMAT, Decision, Sign, Standing, What, identified, possible
from sayso.model.relation import RefKind
from sayso.model.report import Problem, Stage

_PARTS = {
    RefKind.STATEMENT: (),
    RefKind.FIGURE: (RefKind.FIGURE,),
    RefKind.CLAIM: FACTS,
    RefKind.CONFLICT: FACTS,
    RefKind.ENTITY: (RefKind.REPORT,),
    RefKind.REPORT: (),
}
"""What the signs behind the first are of: facts of a claim, parts of a sum, where an entity is named."""

LARGEST_LOG = 200_000_000
"""Bytes; a decision takes about a thousand, so this is more than a desk decides in its life."""

LONGEST_LINE = 1_000_000
"""Characters; a decision about a claim with all its signs takes some ten thousand."""


@dataclass(frozen=True, slots=True)
class LogRead:
    """The decisions of a file, in its order, and the lines that are none."""

    decisions: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(path: Path | None) -> LogRead:
    """Return the decisions of a file, none for no file; raise `NoSuchInput` for one that cannot be read."""
    if path is None:
        return LogRead()
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST_LOG + 1)
    except OSError as error:
        raise NoSuchInput(f"{path}: {error.strerror or error}") from error
    if len(raw) > LARGEST_LOG:
        raise NoSuchInput(f"{path} is larger than {LARGEST_LOG:,} bytes: is it the right file?")
    return parsed(raw.decode("utf-8-sig", "replace"), path.name)


def parsed(text: str, name: str) -> LogRead:
    """Return the decisions of a log's text; `name` is what problems call it."""
    decisions: list[Decision] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            decisions.append(decision(line))
        except DataError as error:
            message = f"line {number} of {name} is left out: {error}."
            problems.append(Problem(None, name, Stage.REVIEW, "not-a-decision", message))
    return LogRead(tuple(decisions), tuple(problems))


def decision(line: str) -> Decision:
    """Return the decision of one line; raise `DataError` that says what is wrong with it."""
    if len(line) > LONGEST_LINE:
        raise DataError(f"it has more than {LONGEST_LINE:,} characters")
    plain = _object(line)
    if plain.get("format") != LOG_FORMAT:
        raise DataError(f"its format is not {LOG_FORMAT}")
    made = from_plain(Decision, plain)
    assert isinstance(made, Decision)
    for sign in (*made.signs, *made.with_signs):
        _check(sign)
    made = replace(made, standing=Standing.HOLDS, was=())
    found = identified(made)
    if made.id and made.id != found.id:
        raise DataError("its id is not that of what it says")
    _check_what(found)
    return found


def line(one: Decision) -> str:
    """Return a decision as a line of a log, without the line break."""
    plain = to_plain(replace(one, was=(), standing=Standing.HOLDS))
    for key in ("signs", "with_signs"):
        plain[key] = [_short(sign) for sign in plain[key]]
    kept = {key: value for key, value in plain.items() if value not in (None, []) and key != "standing"}
    return json.dumps({"format": LOG_FORMAT, **kept}, ensure_ascii=False)


def lines(decisions: Iterable[Decision]) -> Iterator[str]:
    """Yield the lines of a log with their line breaks."""
    return (line(one) + "\n" for one in decisions)


def _short(sign: dict[str, Any]) -> dict[str, Any]:
    """Return a sign without what it has nothing to say of: a reader takes the default."""
    return {
        key: value for key, value in sign.items() if value not in (None, []) and (key, value) != ("nth", 0)
    }


def _check_what(one: Decision) -> None:
    """Raise `DataError` for what cannot be decided, or cannot be found again."""
    other = one.with_.kind if one.with_ else None
    if not possible(one.what, one.about.kind, other) or (one.what is What.CORRECT) != bool(one.set):
        raise DataError(f"to {one.what} a {one.about.kind} so means nothing")
    known = [(one.about.kind, one.signs), (other, one.with_signs)]
    if one.what is not What.UNDO and not all(_starts(kind, signs) for kind, signs in known):
        raise DataError("it does not say by what it is known again (signs)")


def _starts(kind: RefKind | None, signs: Sequence[Sign]) -> bool:
    """Say whether signs are those of a thing of a kind; a conflict and a derivation have two ends."""
    if kind is None or not signs:
        return kind is None and not signs
    whole = len(signs) == 3 or kind not in (RefKind.CONFLICT, RefKind.DERIVATION)
    facts = kind is RefKind.DERIVATION or all(one.kind in _PARTS[kind] for one in signs[1:])
    return signs[0].kind is kind and whole and facts


def _check(sign: Sign) -> None:
    """Raise `DataError` for numbers that do not fit what holds numbers."""
    try:
        float(sign.low or 0) + float(sign.high or 0)
    except OverflowError as error:
        raise DataError("it has a number that is too large") from error
    if not 0 <= sign.nth < LONGEST_LINE:
        raise DataError(f"there is no {sign.nth}th of a kind")


def _object(line_: str) -> dict[str, Any]:
    try:
        plain = json.loads(line_, parse_constant=_refuse)
        json.dumps(plain, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise DataError("it is no JSON in UTF-8") from error
    if not isinstance(plain, dict):
        raise DataError("it is no JSON object")
    return plain


def _refuse(name: str) -> None:
    raise ValueError(name)
