"""What reading gives: items and problems, and the limits that keep one bad input from stopping the rest."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model.report import Problem, Received, Stage

MAX_CHARACTERS = 1_000_000
"""A longer text is a book, a log or a dump, not a report: the longest news reports have about 100,000
characters."""

MAX_BYTES = 50 * 2**20
"""A longer file that is not a table is refused before it is read whole; a table is read record by record."""

MAX_LINE = 16 * 2**20
"""The longest line of a JSONL table in bytes: room for the longest report in any encoding, and for its
metadata."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Items in the order of the input, and what could not be read.

    Rules of the problems that `read` makes:

    | rule | what it means |
    |---|---|
    | `missing` | the path names nothing, or a pattern matches no file |
    | `nothing-readable` | a folder, list or table holds no file or record |
    | `unreadable` | the system refuses to open the file |
    | `binary` | the file is not text, HTML or a table, whatever its name says |
    | `empty` | the file, part or record has no text |
    | `too-large` | over the limits above |
    | `no-article` | an HTML page without an article text |
    | `broken-encoding` | bytes that fit no encoding were replaced; the offset or line is named |
    | `encoding-guessed` | not UTF-8 and nothing declared; read as the likeliest legacy encoding |
    | `broken-line` | a line or record of a table that cannot be parsed; its number is named |
    | `no-text-column` | a table without a column for the article text |
    | `missing-column` | a column that was asked for by name and is not there |
    | `duplicate` | the same name and bytes a second time |
    | `not-fetched` | a URL that could not be fetched, or may not be |
    | `cut` | a page over the limits of size or elements; its beginning was read |
    | `summary-only` | an entry of a feed that has only a summary; the article was not fetched |
    | `no-feed` | a file or page that is called a feed and is none |
    | `xml-bomb` | a feed that declares entities of its own |
    | `feed-cut` | a feed that ends in the middle; its last entry was left out |
    | `feed-long` | a feed with more entries than are read at once |
    """

    items: tuple[Received, ...] = ()
    problems: tuple[Problem, ...] = ()


def trouble(name: str, rule: str, message: str, report: str | None = None) -> Problem:
    """Return a problem met while reading; `report` is the id of the report that was made all the same."""
    return Problem(report=report, name=name, stage=Stage.READ, rule=rule, message=message)


def refusal(name: str, rule: str, message: str) -> Reading:
    """Return a reading without items and with one problem."""
    return Reading(problems=(trouble(name, rule, message),))


def join(readings: Iterable[Reading]) -> Reading:
    """Return one reading with the items and problems of all, in order."""
    parts = tuple(readings)
    return Reading(
        tuple(item for part in parts for item in part.items),
        tuple(problem for part in parts for problem in part.problems),
    )
