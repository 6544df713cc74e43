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
_CURLY = re.compile("[“”]")
_OPENER = re.compile("[“„«\"]|''|``")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?=\S)(.{2,400}?)(?<=\S)[’'](?![\w])", re.DOTALL)
_OPENS_SINGLE = re.compile(r"[‘'](?=[A-Z])")
_ADDED_SINGLE = re.compile(r"(?<=[:,] )[‘'](?=[A-Z])")
_SHUTS_SINGLE = re.compile(r"(?<=[.,!?…])[’'](?!\w)")
_TYPED = re.compile(r"(?<=[\w.,!?…])(?:''|’’)(?![\w'’])")
_SINGLE_OPENS = re.compile(r"(?<![\w'’])['‘](?=\w)")
_SENTENCE_END = re.compile(r"[.!?,…][\"'”’»]*$")

LABEL = re.compile(r"(?=[A-Z]{2})[A-Z][A-Z.'’ -]{1,30}(?=:(?:\s|$))", re.MULTILINE)
"""Who speaks a turn of a transcript: "KOVAR: …"."""

LONGEST_LEAD = 60
"""Characters before and behind a quotation that may show it to be a title."""

_WORKS = (
    "book|show|program(?:me)?|film|movie|song|album|novel|series|podcast|column|magazine|broadcast|memoir|documentary"
    "|essay|play|single|track|hit|ballad|sitcom|musical|poem|painting"
)
_NAMING = re.compile(rf"(?:[A-Za-z][’']s?|\b(?:of|on|called|titled|entitled|named|(?:{_WORKS}))[,:]?)\s+$")
_LABELLED = re.compile(r"\b(?:titled|entitled|subtitled|headlined|classified as|marked|stamped)\s+$")
"""What stands before words that something bears, be they with capitals or not."""

_NAMED = re.compile(
    rf",?\s*(?:the|an?|his|her|its|their)\s(?:[\w’'-]+\s){{0,5}}(?:{_WORKS})"
    r"(?=[,.;]|\s(?:that|which|he|she|they|by|from|of|about|for)\b)"
)
"""What a quotation is, right behind it: "“Can’t Stop the Rain,” the single she wrote"."""

_CAPITALS = re.compile(
    r"[“\"‘']\s*(?:(?:[A-Z0-9][\w’'-]*|&)[:!?,.]?\s+(?:(?:a|an|the|of|in|on|at|to|and|or|for|with|by|from)\s+){0,3}){0,7}"
    r"[A-Z0-9][\w’'-]*[.,!?]*[”\"’']"
)
"""Up to eight words with a capital, small ones between."""

_STOPS = frozenset(",.?!")
_LEADING_IN = frozenset(",:")
_LEADS = frozenset("([—–-“‘'")
"""What may stand right before a straight mark that opens, white space aside."""

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
    title = not unclosed and _is_title(
        words, text[max(start - LONGEST_LEAD, 0) : start], text[end : end + LONGEST_LEAD]
    )
    return Quote(start, end, words, not title and _is_utterance(words), unclosed, title)


def _is_title(words: str, before: str, behind: str) -> bool:
    """Whether a quotation names a work: "on NBC's “Meet the Press”", "in his book “Honest Signals”", "“Can’t
    Stop the Rain,” the single she wrote", "in a note headlined “We must act”"."""
    lead = before.rpartition("\n")[2]
    if _LABELLED.search(lead):
        return True
    told = _NAMING.search(lead) is not None or _NAMED.match(behind) is not None
    return told and _CAPITALS.fullmatch(words) is not None


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
    opener = _TURNED.match(text, start, end) or _next_opener(text, start, end)
    while opener is not None:
        close = _close(opener[0], text, opener.end(), end)
        if close is None:
            if text[opener.end() : end].strip():
                yield _quote(text, opener.start(), end, unclosed=True)
            return
        yield _quote(text, opener.start(), close)
        opener = _next_opener(text, close, end)


def _next_opener(text: str, start: int, end: int) -> re.Match[str] | None:
    """The next mark that may open a quotation: not one that closes what nothing opened ("…, he left," she
    said. "We stayed."), nor one that nothing closes before the next is led in ("a "firm hand. He said, "We
    go."")."""
    for mark in _OPENER.finditer(text, start, end):
        stray = mark[0] == '"' and (_shuts(text, mark.start(), end) or _left_behind(text, mark.end(), end))
        if not stray:
            return mark
    return None


def _close(opener: str, text: str, inside: int, end: int) -> int | None:
    """Return the end of a quote. Typists mix straight and curly marks: one of the other sort closes it where
    it comes first and can open or close nothing else."""
    close = _first_of(_CLOSERS[opener], text, inside, end)
    if opener == "“":
        mixed = _turned_round(text, inside, close or end) or _straight(text, inside, close or end)
        return mixed or _typed(text, inside, close or end) or _around(text, inside, end) or close
    if opener == '"':
        curly = _first_of(("”",), text, inside, close or end)
        if curly is not None and "“" not in text[inside:curly]:
            return curly
        return _typed(text, inside, close or end) or _outermost(text, inside, end) or close
    return close


def _around(text: str, inside: int, end: int) -> int | None:
    """Return the end of a quotation in curly marks that holds another one in such marks ("“He called it
    “hell” and left,” she said"), or None where it holds none, or a mark is missing."""
    depth, held = 1, False
    for mark in _CURLY.finditer(text, inside, end):
        if mark[0] == "”":
            depth -= 1
        elif text[mark.start() - 1] in _LEADS or text[mark.start() - 1].isspace():
            depth, held = depth + 1, True
        if not depth:
            return mark.end() if held else None
    return None


def _turned_round(text: str, inside: int, end: int) -> int | None:
    """Return the end of a quotation that an opening mark closes by a slip: "“Never,“ she said", or None."""
    at = text.find("“", inside, end)
    slipped = at > inside and (text[at - 1] in _STOPS or text[at - 1].isalnum())
    return at + 1 if slipped and text[at + 1 : at + 2].isspace() else None


def _typed(text: str, inside: int, end: int) -> int | None:
    """Return the end of a quotation that two single marks close, typed for a double one ("…,'' she said"), or
    None; where single marks stand inside, they may be theirs."""
    found = _TYPED.search(text, inside, end)
    return found.end() if found and not _SINGLE_OPENS.search(text, inside, found.start()) else None


def _straight(text: str, inside: int, end: int) -> int | None:
    """Return the end of a quotation with a curly opening mark that a straight one closes ("“Never," she said.
    "Not once.”"), or None where such marks but open and close words within it ("“He said "never" to us”")."""
    open_within = 0
    for at in _places(text, inside, end):
        if _opens(text, at):
            open_within += 1
        elif text[at - 1].isdigit() and end < len(text):
            continue  # a measure in inches
        elif not open_within:
            return at + 1
        else:
            open_within -= 1
    return None


def _outermost(text: str, inside: int, end: int) -> int | None:
    """Return the end of a quotation in straight marks that holds another one in such marks ("I heard "Stop,"
    and ran," he said), or None; where a mark is missing, it ends with the first that closes."""
    places = _places(text, inside, end)
    if not places or not _opens(text, places[0]):
        return None
    depth, first = 1, None
    for at in places:
        depth += 1 if _opens(text, at) else -1
        first = at + 1 if first is None and not _opens(text, at) else first
        if not depth:
            return at + 1
    return first


def _left_behind(text: str, inside: int, end: int) -> bool:
    """Say whether a comma or colon leads in another quotation within one that then is not closed."""
    at = text.find('"', inside, end)
    led_in = at > inside + 1 and text[at - 2] in _LEADING_IN and text[at - 1] == " " and _opens(text, at)
    return led_in and sum(1 if _opens(text, one) else -1 for one in _places(text, inside, end)) >= 0


def _places(text: str, start: int, end: int) -> list[int]:
    """Where straight double marks stand."""
    return [start + at for at, one in enumerate(text[start:end]) if one == '"']


def _opens(text: str, at: int) -> bool:
    """Say whether a straight mark stands where one opens: behind white space, a bracket or a dash, and right
    before what is quoted."""
    before, behind = text[at - 1 : at] if at else " ", text[at + 1 : at + 2]
    return (before.isspace() or before in _LEADS) and bool(behind) and not behind.isspace()


def _shuts(text: str, at: int, end: int) -> bool:
    """Say whether a straight mark stands where one closes: right behind a word or stop, and before white
    space, a stop or the end."""
    before, behind = text[at - 1 : at] if at else " ", text[at + 1 : min(at + 2, end)]
    return (before.isalnum() or before in _STOPS) and (not behind or behind.isspace() or behind in _STOPS)


def _first_of(closers: tuple[str, ...], text: str, inside: int, end: int) -> int | None:
    ends = [at + len(closer) for closer in closers if (at := text.find(closer, inside, end)) >= 0]
    return min(ends, default=None)
