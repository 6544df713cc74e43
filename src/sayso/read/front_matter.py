"""Front matter: lines of `key: value` between two lines of `---` before an article, as clippers, note takers
and site generators write what they know of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.read.tables import is_usual

_DIVIDER = re.compile(r"^---[ \t]*\r?$\n?", re.MULTILINE)
"""A line that parts articles, opens and closes front matter, and in Markdown is a rule within an article."""

_KEY = re.compile(r"([^\W\d][\w .-]{0,40}):(?:[ \t]+(.*))?")
_ITEM = re.compile(r"\s*-[ \t]+(.*)")
_CONTINUED = re.compile(r"[ \t]+\S.*")
_FOLDED = re.compile(r"[|>][+-]?")
_LINKED = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
"""What a note of its own is called in the notes of others: [[name]], or [[note|name]]."""


@dataclass(frozen=True, slots=True)
class Part:
    """An article as it stands in a text: `head` holds the values of its front matter, empty where it has
    none."""

    head: Mapping[str, str | list[str]]
    text: str
    whole: str


def parts(text: str, *, ruled: bool) -> Iterator[Part]:
    """Yield the articles of a text that have words, in order.

    A line of `---` parts two articles, unless the first has front matter or `ruled` says that the text is
    Markdown: there it is a rule, and only the front matter of another article ends one.
    """
    head: Mapping[str, str | list[str]] = {}
    held: list[str] = []
    top = ""
    pieces = _DIVIDER.split(text)
    for place, piece in enumerate(pieces):
        found = values(piece) if 0 < place < len(pieces) - 1 else {}
        if found or not (head or ruled):
            yield from _part(head, held, top)
            held, head, top = [], found, piece if found else ""
        if not found:
            held.append(piece)
    yield from _part(head, held, top)


def _part(head: Mapping[str, str | list[str]], held: list[str], top: str) -> Iterator[Part]:
    text = "\n\n".join(piece for piece in held if piece.strip())
    if text:
        yield Part(head, text, f"{top}\n{text}" if head else text)


def values(piece: str) -> dict[str, str | list[str]]:
    """Return what a block of front matter says by key; nothing where a line of it is none of front matter's,
    or no key is one that describes an article."""
    found: dict[str, str | list[str]] = {}
    key = ""
    for line in filter(str.strip, piece.splitlines()):
        named, item = _KEY.fullmatch(line.rstrip()), _ITEM.fullmatch(line.rstrip())
        if named:
            key = named[1].strip()
            found[key] = _value(named[2] or "")
        elif key and item:
            found[key] = [*_listed(found[key]), _scalar(item[1])]
        elif key and _CONTINUED.fullmatch(line):
            found[key] = " ".join([*_listed(found[key]), _scalar(line)])
        elif not line.startswith("#"):
            return {}
    return found if any(map(is_usual, found)) else {}


def _value(written: str) -> str | list[str]:
    if _FOLDED.fullmatch(written.strip()):
        return ""
    bare = written.strip()
    if bare.startswith("[") and bare.endswith("]") and not _LINKED.fullmatch(bare):
        return [_scalar(one) for one in bare[1:-1].split(",")]
    return _scalar(bare)


def _listed(value: str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _scalar(written: str) -> str:
    """A value without its quotation marks, and without the brackets of a link to a note."""
    bare = written.strip()
    if len(bare) > 1 and bare[0] == bare[-1] == '"':
        bare = bare[1:-1].replace('\\"', '"')
    elif len(bare) > 1 and bare[0] == bare[-1] == "'":
        bare = bare[1:-1].replace("''", "'")
    return _LINKED.sub(r"\1", bare)
