"""What the user names: files, folders, patterns, standard input and URLs."""

import glob
import io
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sayso.errors import FetchError
from sayso.model.ids import bytes_id
from sayso.model.report import Problem, Received
from sayso.read import content
from sayso.read.content import Content
from sayso.read.reading import MAX_BYTES, Reading, join, refusal, trouble
from sayso.read.tables import Columns

if TYPE_CHECKING:
    from sayso.read.fetch import Page

STANDARD_INPUT = "-"
"""The input that stands for standard input."""


def read(
    inputs: Sequence[str],
    *,
    columns: Columns | None = None,
    stdin: BinaryIO | None = None,
    allow_private: bool = False,
) -> Reading:
    """Return the reports in `inputs`, in their order, and what could not be read.

    An input is a file, a folder (read with its subfolders, in the order of names, hidden files passed
    over), a pattern such as `news/*.txt`, `-` for standard input (`stdin` in tests), or an http(s) URL, the
    only thing that opens a connection; `allow_private` lets URLs lead into private networks. Nothing that
    is wrong with an input is raised.
    """
    wanted = columns or Columns()
    return _without_duplicates(join(_one(name, wanted, stdin, allow_private) for name in inputs))


def _one(name: str, columns: Columns, stdin: BinaryIO | None, allow_private: bool) -> Reading:
    if name == STANDARD_INPUT:
        pasted = (stdin or sys.stdin.buffer).read(MAX_BYTES + 1)
        return content.read(Content(io.BytesIO(pasted), "stdin", pasted=True), columns)
    if name.lower().startswith(("http://", "https://")):
        return _url(name, columns, allow_private)
    if os.path.isdir(name):
        return _folder(name, columns)
    if os.path.lexists(name):
        return _file(name, columns)
    return _pattern(name, columns)


def _url(url: str, columns: Columns, allow_private: bool) -> Reading:
    from sayso.read.fetch import fetch

    try:
        page = fetch(url, allow_private=allow_private)
    except FetchError as error:
        return refusal(url, "not-fetched", str(error))
    return read_page(page, columns)


def read_page(page: "Page", columns: Columns) -> Reading:
    """Return the items in a page that was fetched; one that was cut at the size limit says so."""
    found = Content(io.BytesIO(page.raw), page.url, page.suffix, page.url, page.charset)
    reading = content.read(found, columns)
    if page.cut is None:
        return reading
    first = next((bytes_id(item.url or item.name, item.raw) for item in reading.items), None)
    problem = trouble(page.url, "cut", f"{page.url} {page.cut}.", first)
    return Reading(reading.items, (*reading.problems, problem))


def _folder(folder: str, columns: Columns) -> Reading:
    files = list(files_in(folder))
    name = os.path.basename(os.path.abspath(folder))
    if not files:
        return refusal(name, "nothing-readable", f"The folder {name} holds no files.")
    reading = join(_file(file, columns) for file in files)
    if reading.items:
        return reading
    problem = trouble(name, "nothing-readable", f"The folder {name} holds no file that could be read.")
    return Reading((), (*reading.problems, problem))


def files_in(folder: str) -> Iterator[str]:
    """Yield the files of a folder and its subfolders, in the order of names, hidden ones passed over."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(root, name) for name in sorted(names) if not name.startswith("."))


def _pattern(name: str, columns: Columns) -> Reading:
    found = sorted(glob.glob(name, recursive=True)) if glob.has_magic(name) else []
    if not found:
        message = f"No file matches {name}." if glob.has_magic(name) else f"{name} does not exist."
        return refusal(os.path.basename(name) or name, "missing", message)
    return join(_folder(path, columns) if os.path.isdir(path) else _file(path, columns) for path in found)


def _file(path: str, columns: Columns) -> Reading:
    """A pipe or device is read into memory, as far as the limit: it cannot seek."""
    name = os.path.basename(path)
    try:
        with open(path, "rb") as file:
            stream: BinaryIO = file if os.path.isfile(path) else io.BytesIO(file.read(MAX_BYTES + 1))
            return content.read(Content(stream, name, Path(path).suffix), columns)
    except OSError as error:
        return refusal(name, "unreadable", f"{name} could not be opened: {error.strerror or 'input error'}.")


def _without_duplicates(reading: Reading) -> Reading:
    """Two items with one id are one report; the second is named, not lost in silence."""
    kept: dict[str, Received] = {}
    repeated: list[Problem] = []
    for item in reading.items:
        key = bytes_id(item.url or item.name, item.raw)
        if key in kept:
            repeated.append(twice(item.name, key))
        else:
            kept[key] = item
    return Reading(tuple(kept.values()), (*reading.problems, *repeated))


def twice(name: str, report: str) -> Problem:
    """Return the problem of an item whose report is there already."""
    message = f"{name} was given twice with the same content; it counts once."
    return trouble(name, "duplicate", message, report)
