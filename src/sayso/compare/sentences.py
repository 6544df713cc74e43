"""The sentences of a report's text, found by marks alone: a dossier file does not hold them.

A wrong end in one revision is a wrong end in the other, so that sentences that did not change still match.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from sayso.lexicon import words
from sayso.model.report import Pair, Report

_END = re.compile(r"[.!?…]['\"’”»)\]]*(?=\s)")
_PARAGRAPH = re.compile(r"[^\n]+")
_LAST_WORD = re.compile(r"\S+\Z")
_REACH = 24
"""Characters before a full stop in which its word is looked for; no abbreviation is longer."""


def sentences(report: Report, kept_whole: Iterable[Pair] = ()) -> tuple[Pair, ...]:
    """Return the spans of a report's sentences in order, without white space around them.

    `kept_whole` are spans known to be one sentence (those that facts stand in): none is cut inside.
    """
    whole = _joined(kept_whole)
    return tuple(
        span
        for paragraph in _PARAGRAPH.finditer(report.text)
        for span in _cut(report.text, paragraph.start(), paragraph.end(), whole)
    )


def _joined(spans: Iterable[Pair]) -> list[Pair]:
    """The spans in order, those that overlap made one."""
    found: list[Pair] = []
    for start, end in sorted(set(spans)):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _cut(text: str, start: int, end: int, whole: list[Pair]) -> Iterator[Pair]:
    at = start
    for mark in _END.finditer(text, start, end):
        stop = mark.end()
        if _ends(text, mark.start(), stop, end) and not _inside(whole, stop):
            yield from _bare(text, at, stop)
            at = stop
    yield from _bare(text, at, end)


def _inside(whole: list[Pair], place: int) -> bool:
    index = bisect_left(whole, place, key=lambda span: span[0]) - 1
    return index >= 0 and place < whole[index][1]


def _ends(text: str, mark: int, stop: int, end: int) -> bool:
    """Say whether a sentence ends at a mark: a large letter, a digit or a quotation mark follows, and no
    abbreviation ("Gen.", "J.") stands before."""
    following = text[stop : min(end, stop + 8)].lstrip().lstrip("\"'“‘«([")[:1]
    if following.islower():
        return False
    if text[mark] != ".":
        return True
    word = _LAST_WORD.search(text[max(0, mark - _REACH) : mark])
    bare = word.group().lstrip("\"'“‘«([") if word else ""
    return not (len(bare) == 1 and bare.isupper()) and f"{bare}." not in words("offices", "titles")


def _bare(text: str, start: int, end: int) -> Iterator[Pair]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
