"""Lines of a canonical text, and which of them are header lines whatever stands around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.clean.names import is_name, is_section, parts
from sayso.clean.stamps import Stamp, find
from sayso.lexicon import table, words

MAX_HEADER = 160
"""Characters of the longest header line."""

_MAX_REST = 14
"""Words a header line may hold besides its dates."""

_AGO = re.compile(
    r"(?:updated|posted|published)?\s*:?\s*(?:\d+|an?)\s+(?:minute|hour|day|week|month)s?\s+ago",
    re.IGNORECASE,
)
_HOLE = "\0"
_CUT = re.compile(r"[|·•»>«()\[\],;:–—/]|\s-\s|::")
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_STOP = re.compile(r"[.!?…。！？।۔؟][\"'”’»」』)\]]*$")
_ABBREVIATED = re.compile(r"(?:\b[ap]\.m|\b[A-Z]|\bNo|\bSt|\bJr|\bSr)\.$", re.IGNORECASE)
_LIST_MARK = re.compile(r"(?:[•*·‣▪–—-]|\d{1,2}[.)])\s")
_CRUMBS = re.compile(r"»|::|>|\s\|\s|\s/\s|\s[/›→]\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of one line without the spaces around it: `text` is what stands from `start` to `end`."""

    start: int
    end: int
    text: str

    def count(self) -> int:
        """Number of words; scripts written without spaces count two characters a word."""
        return len(self.text.split()) + len(_UNSPACED.findall(self.text)) // 2


def lines(text: str) -> Iterator[Line]:
    """Yield the lines of a canonical text that hold anything, hard-wrapped paragraphs as one."""
    for chunk in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text):
        pieces = [chunk] if _wrapped(chunk.group()) else re.finditer(r"[^\n]+", chunk.group())
        base = 0 if _wrapped(chunk.group()) else chunk.start()
        for piece in pieces:
            line = piece_of(text, base + piece.start(), base + piece.end())
            if line.text:
                yield line


def piece_of(text: str, start: int, end: int) -> Line:
    """Return the stretch from `start` to `end` without the spaces around it."""
    raw = text[start:end]
    left = start + len(raw) - len(raw.lstrip())
    return Line(left, left + len(raw.strip()), raw.strip())


def _wrapped(chunk: str) -> bool:
    """Mail and old wires break lines at one width: three and more lines, all but the last about as long."""
    rows = chunk.split("\n")
    lengths = [len(row) for row in rows[:-1]]
    if len(rows) < 3 or max(lengths) > 100 or min(lengths) < 40 or len(rows[-1]) > 100:
        return False
    runs_on = sum(1 for row in rows[:-1] if not _STOP.search(row.rstrip()))
    return max(lengths) - min(lengths) <= 25 and runs_on >= 0.6 * len(lengths)


def ends_sentence(text: str) -> bool:
    """Say whether a line ends as a sentence does, and not in `p.m.` or an initial."""
    return bool(_STOP.search(text)) and not _ABBREVIATED.search(text)


def is_list_item(text: str) -> bool:
    """Say whether a line starts with a bullet or a number."""
    return bool(_LIST_MARK.match(text))


def is_header(text: str) -> bool:
    """Say whether a line is a header line by itself: dates, a byline, bread crumbs or section labels."""
    if len(text) > MAX_HEADER:
        return False
    return is_dated(text) or is_section(text) or byline(text) is not None or is_crumbs(text)


def is_crumbs(text: str) -> bool:
    """Say whether a line is a row of short labels that bars or arrows part."""
    if not _CRUMBS.search(text) or ends_sentence(text):
        return False
    labels = parts(text)
    named = [label for label in labels if is_name(label, most=4) or is_section(label)]
    return (
        len(labels) >= 2
        and 2 * len(named) > len(labels)
        and named[0] == labels[0]
        and len(labels[-1].split()) <= 6
    )


def is_dated(text: str) -> bool:
    """Say whether a line says when, and at most who and where, but tells nothing."""
    if _AGO.fullmatch(text):
        return True
    stamps = list(find(text))
    if not stamps or (ends_sentence(text) and stamps[-1].end < len(text) - 2):
        return False
    rest = text
    for stamp, label in reversed(labelled(text)):
        rest = rest[: stamp.start - len(label)] + _HOLE + rest[stamp.end :]
    if not any(stamp.year or stamp.clock or label for stamp, label in labelled(text)):
        return rest.strip(" .,") == _HOLE
    cut = [part.strip(" .\n") for part in _CUT.split(rest)]
    holes = [part for part in cut if _HOLE in part]
    others = [part for part in cut if part and _HOLE not in part]
    return all(part.replace(_HOLE, "").strip(" .&") == "" for part in holes) and _short(others)


def _short(others: list[str]) -> bool:
    return (
        all(len(part.split()) <= 6 for part in others)
        and sum(len(part.split()) for part in others) <= _MAX_REST
    )


def labelled(text: str) -> list[tuple[Stamp, str]]:
    """Return the dates in a line, each with the label that stands right before it, exactly as written, or
    ''."""
    found = []
    for stamp in find(text):
        label = _label().search(text, 0, stamp.start)
        found.append((stamp, label.group() if label else ""))
    return found


def is_update(label: str) -> bool:
    """Say whether a label announces the date of an update."""
    return label.strip(" :\t|").lower() in words("datelines", "updated_labels")


@cache
def _label() -> re.Pattern[str]:
    labels = [*table("datelines")["published_labels"], *table("datelines")["updated_labels"]]
    choice = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{choice})\s*:?\s*$", re.IGNORECASE)


def byline(text: str) -> str | None:
    """Return who signs, of a line such as `By Ana Ruiz and Jan Sol in Lima`; None for any other line."""
    match = _by().match(text)
    if (
        match is None
        or text.endswith(("?", "!", ":"))
        or (ends_sentence(text) and not _ABBREVIATED.search(text))
    ):
        return None
    who = text[match.end() :].strip()
    return who if who and is_name(who.replace(",", " "), most=12) else None


@cache
def _by() -> re.Pattern[str]:
    starts = "|".join(sorted(table("datelines")["byline_starts"], key=len, reverse=True))
    return re.compile(rf"(?:{starts})\s*:?\s+(?=[^\W\d_])", re.IGNORECASE)
