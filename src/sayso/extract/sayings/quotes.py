"""Stretches between quotation marks, in every typographic form that English news uses.

Straight and curly double marks, guillemets, and single marks in outlets that use those (an apostrophe is told
apart by what stands beside it). A quote that runs over several paragraphs opens each of them and closes only
the last: each paragraph gives one quote, and `unclosed` says that the next goes on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.model.blocks import boxes
from sayso.model.report import Block, BlockRole, Report

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLOSERS = {
    "“": ("”",), "”": ("”",), "„": ("“", "”"), "«": ("»",), '"': ('"',), "''": ("''",), "``": ("''", "``"),
}  # fmt: skip
_TURNED = re.compile("”")
_OPENER = re.compile("[“„«\"]|''|``")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\S)(.{2,400}?)(?<=\S)[’'](?![\w])", re.DOTALL)
_OPENS_SINGLE = re.compile(r"[‘'](?=[A-Z])")
_ADDED_SINGLE = re.compile(r"(?<=[:,] )[‘'](?=[A-Z])")
_SHUTS_SINGLE = re.compile(r"(?<=[.,!?…])[’'](?!\w)")
_SENTENCE_END = re.compile(r"[.!?,…][\"'”’»]*$")

LABEL = re.compile(r"(?=[A-Z]{2})[A-Z][A-Z.'’ -]{1,30}(?=:(?:\s|$))", re.MULTILINE)
"""Who speaks a turn of a transcript: "KOVAR: …"."""

LONGEST_LEAD = 60
"""Characters before a quotation that may show it to be a title."""

_NAMING = re.compile(
    r"(?:[A-Za-z][’']s?|\b(?:of|called|titled|entitled|named|(?:book|show|programme?|film|movie|song|album|novel|series"
    r"|podcast|column|magazine|broadcast|memoir|documentary|essay|play))[,:]?)\s+$"
)
_CAPITALS = re.compile(
    r"[“\"‘']\s*(?:(?:[A-Z0-9][\w’'-]*|&)[:!?,.]?\s+(?:(?:a|an|the|of|in|on|at|to|and|or|for|with|by|from)\s+){0,3}){0,7}"
    r"[A-Z0-9][\w’'-]*[.,!?]?[”\"’']"
)
"""Up to eight words with a capital, small ones between."""

_STOPS = frozenset(",.?!")

MARKS = frozenset({'"', "''", "``", "“", "”"})
"""Tokens that are double quotation marks."""

SCARE_WORDS = 3
"""A quote of so few words or fewer, without end punctuation, is a term, a title or a distancing mark,
not an utterance."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: outer span with its marks, whether somebody must have said it (`utterance`), and whether
    the speaker goes on in the next paragraph (`unclosed`); a `title` is what a work is called."""

    start: int
    end: int
    text: str
    utterance: bool
    unclosed: bool = False
    title: bool = False

    @property
    def inner_end(self) -> int:
        """End of the words inside, before the closing mark and the stop or comma at it."""
        return self.start + len(self.text.rstrip("\"”'’»`").rstrip(",."))

    def holds(self, offset: int) -> bool:
        """Say whether the character at `offset` stands inside."""
        return self.start <= offset < self.end


def quoted(token: "Token", marks: Sequence[Quote]) -> bool:
    """Say whether a token stands in a quotation that somebody must have said."""
    return any(mark.holds(token.idx) for mark in marks if mark.utterance)


def _quote(text: str, start: int, end: int, unclosed: bool = False) -> Quote:
    words = text[start:end]
    title = not unclosed and _is_title(words, text[max(start - LONGEST_LEAD, 0) : start])
    return Quote(start, end, words, not title and _is_utterance(words), unclosed, title)


def _is_title(words: str, before: str) -> bool:
    """Whether a quotation names a work: "on NBC's “Meet the Press”", "in his book “Honest Signals”"."""
    lead = before.rpartition("\n")[2]
    return _NAMING.search(lead) is not None and _CAPITALS.fullmatch(words) is not None


def _is_utterance(words: str) -> bool:
    """Long enough, or ended like a sentence; a comma may as well end a term in small letters."""
    bare = words.strip("\"“”'‘’«»„`")
    if not any(letter.isalpha() for letter in bare):
        return False
    closed = _SENTENCE_END.search(bare) is not None
    return len(words.split()) > SCARE_WORDS or (closed and (bare[-1] != "," or bare[0].isupper()))


@lru_cache(maxsize=1)
def quotes(report: Report) -> tuple[Quote, ...]:
    """Return the quotes of a report in order, outermost only; those of the last report are kept, for two
    files of `extract` ask for them."""
    found: list[Quote] = []
    aside = set(boxes(report))
    blocks = [one for one in report.blocks if one.role is not BlockRole.HEADER and one not in aside]
    left_open = _left_open(report.text, blocks)
    for block in blocks:
        start = block.start + _stray(report.text, block.start, block.end, found)
        start += _before_turn(report.text, start, block.end)
        opened = left_open.get(block.start, block.end)
        found += _in_block(report.text, start, opened)
        if opened < block.end:
            found.append(_quote(report.text, opened, block.end, unclosed=True))
    return tuple(found)


def _left_open(text: str, blocks: Sequence[Block]) -> dict[int, int]:
    """Return where the single mark stands that a paragraph leaves open, by the start of the paragraph: at its
    head or behind "He added:", where those behind it begin with one too until one is shut."""
    found: dict[int, int] = {}
    goes_on = False
    for block in reversed(blocks):
        head = _OPENS_SINGLE.match(text, block.start, block.end)
        mark = head or _ADDED_SINGLE.search(text, block.start, block.end)
        shut = mark is not None and _SHUTS_SINGLE.search(text, mark.end(), block.end) is not None
        mixed = _OPENER.search(text, block.start, block.end) is not None
        if goes_on and mark is not None and not shut and not mixed:
            found[block.start] = mark.start()
        goes_on = head is not None and not mixed and (shut or block.start in found)
    return found


def _stray(text: str, start: int, end: int, before: list[Quote]) -> int:
    """Length of a closing mark that slipped from the paragraph before, still open, to the head of this one,
    which has no other; else nought."""
    slipped = _TURNED.match(text, start, end)
    if slipped is None or not (before and before[-1].unclosed):
        return 0
    return 0 if "”" in text[slipped.end() : end] else len(slipped[0])


def _before_turn(text: str, start: int, end: int) -> int:
    """Length of a mark that opens a turn of a transcript and closes nowhere ("“KOVAR: …"): it opens every
    paragraph of what is quoted as a whole, and is no mark of that speaker's words; else nought."""
    opener = _OPENER.match(text, start, end)
    if opener is None or LABEL.match(text, opener.end(), end) is None:
        return 0
    return 0 if _close(opener[0], text, opener.end(), end) is not None else len(opener[0])


def _in_block(text: str, start: int, end: int) -> list[Quote]:
    doubles = list(_doubles(text, start, end))
    singles = [
        _quote(text, match.start(), match.end())
        for match in _SINGLE.finditer(text, start, end)
        if not any(quote.start <= match.start() < quote.end for quote in doubles)
    ]
    return sorted([*doubles, *singles], key=lambda quote: quote.start)


def _doubles(text: str, start: int, end: int) -> Iterator[Quote]:
    """Quotes between double marks; two single marks typed for a double one are such a mark."""
    # A paragraph may open with a closing mark, where a keyboard turned it the wrong way.
    opener = _TURNED.match(text, start, end) or _OPENER.search(text, start, end)
    while opener is not None:
        close = _close(opener[0], text, opener.end(), end)
        if close is None:
            if text[opener.end() : end].strip():
                yield _quote(text, opener.start(), end, unclosed=True)
            return
        yield _quote(text, opener.start(), close)
        opener = _OPENER.search(text, close, end)


def _close(opener: str, text: str, inside: int, end: int) -> int | None:
    """Return the end of a quote. Typists mix straight and curly marks: one of the other sort closes it where
    it comes first and can open or close nothing else."""
    close = _first_of(_CLOSERS[opener], text, inside, end)
    if opener == "“" and (turned := _turned_round(text, inside, close or end)) is not None:
        return turned
    if opener == '"':
        curly = _first_of(("”",), text, inside, close or end)
        return curly if curly is not None and "“" not in text[inside:curly] else close
    if opener == "“" and (text.count('"', inside, close or end) % 2 or _shuts(text, inside, close or end)):
        return _first_of(('"',), text, inside, end)
    return close


def _turned_round(text: str, inside: int, end: int) -> int | None:
    """Return the end of a quotation that an opening mark closes by a slip: "“Never,“ she said", or None."""
    at = text.find("“", inside, end)
    slipped = at > inside and text[at - 1] in _STOPS and text[at + 1 : at + 2].isspace()
    return at + 1 if slipped else None


def _shuts(text: str, inside: int, end: int) -> bool:
    """Say whether the first straight mark of a stretch stands where one closes: "“Never," she said. "Not
    once.”"; not in "“He said "never" to us”"."""
    at = text.find('"', inside, end)
    return at > inside and text[at - 1] in _STOPS and text[at + 1 : at + 2].isspace()


def _first_of(closers: tuple[str, ...], text: str, inside: int, end: int) -> int | None:
    ends = [at + len(closer) for closer in closers if (at := text.find(closer, inside, end)) >= 0]
    return min(ends, default=None)
