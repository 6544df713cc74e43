"""What passes between a benchmark and a peer, one JSON object a line: texts in, what was found in them out.

Runs in the peers' environments as well as in the project's, so it needs nothing beyond Python.
"""

import argparse
import json
import re
import resource
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

Row = dict[str, Any]
"""One quantity or time expression as a peer's script writes it."""


class Expression(NamedTuple):
    """A time expression as a peer gave it: where it stands, and its TIMEX3 value, empty for none."""

    start: int
    end: int
    value: str


WARMING = 10
"""Texts run once before the clock starts: lazy loading and compiled expressions are not charged to a peer."""

_END = re.compile(r"[.!?][\"'”’)]*(?:\s|$)|\n+")


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a benchmark: the name it is scored under, and the day it was published, if known."""

    name: str
    text: str
    day: str | None = None


Find = Callable[[Text], list[Row]]
"""What a peer does."""


def write_texts(texts: Iterable[Text], path: Path) -> None:
    """Write the texts of a benchmark for the peers."""
    rows = ({"name": one.name, "text": one.text, "day": one.day} for one in texts)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def read_texts(path: Path) -> list[Text]:
    """Return the texts that `write_texts` wrote."""
    return [Text(**json.loads(line)) for line in path.read_text("utf-8").split("\n") if line]


def read_found(path: Path) -> dict[str, list[Row]]:
    """Return what a peer found, by the name of the text."""
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    return {row["name"]: row["found"] for row in rows}


def read_expressions(path: Path) -> dict[str, list[Expression]]:
    """Return the time expressions that a peer found, by the name of the text."""
    return {
        name: [Expression(row["start"], row["end"], row["value"]) for row in rows]
        for name, rows in read_found(path).items()
    }


def per_thousand_sentences(texts: Iterable[Text], found: Path) -> float:
    """Return the processor seconds that a peer's file took for 1,000 sentences, counted by their end
    marks."""
    seconds = sum(json.loads(line)["seconds"] for line in found.read_text("utf-8").split("\n") if line)
    return 1000 * float(seconds) / sum(map(sentences, texts))


def sentences(text: Text) -> int:
    """Return roughly how many sentences a text has; a text without an end mark is one."""
    return sum(1 for piece in _END.split(text.text) if piece.strip())


def main(about: str | None, peers: Mapping[str, Callable[[], Find]]) -> None:
    """Run one of `peers` over a file of texts; print what it finds, with the seconds each text took."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peer", choices=sorted(peers))
    parser.add_argument("texts", type=Path, help="what `python -m bench.peers --texts` wrote")
    options = parser.parse_args()
    texts = read_texts(options.texts)
    find, failed = peers[options.peer](), 0
    for one in texts[:WARMING]:
        _tried(find, one)
    for one in texts:
        start = _clock()
        found = _tried(find, one)
        seconds = _clock() - start
        failed += found is None
        print(json.dumps({"name": one.name, "seconds": seconds, "found": found or []}, ensure_ascii=False))
    print(f"{options.peer}: {len(texts)} texts, {failed} given up", file=sys.stderr)


def _clock() -> float:
    """Seconds of processor time of this process and of those it started: what else the machine does counts
    not."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


RAISED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What a library may raise over a text that it cannot read; anything else ends the run."""


def _tried(find: Find, text: Text) -> list[Row] | None:
    """What the peer finds, or None where it raises: that text is lost to it."""
    try:
        return find(text)
    except RAISED as error:
        print(f"{text.name}: {type(error).__name__}: {error}"[:200], file=sys.stderr)
        return None


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a text that hold something, each with its offset."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield at, line.rstrip()
        at += len(line)


def widest(rows: Iterable[Row]) -> list[Row]:
    """Return the rows that no longer one overlaps, in the order of the text."""
    kept: list[Row] = []
    for row in sorted(rows, key=lambda one: (one["start"] - one["end"], one["start"])):
        if all(row["end"] <= other["start"] or other["end"] <= row["start"] for other in kept):
            kept.append(row)
    return sorted(kept, key=lambda one: int(one["start"]))
