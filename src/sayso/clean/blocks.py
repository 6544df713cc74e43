"""A report's text in blocks, each with the part it plays: header, headline, caption, paragraph …

Lines that are furniture by themselves (lexicon/en/boilerplate.toml, dates, bylines, bread crumbs) get their
role first. The first line that reads as prose opens the body; above it the headline is looked for, below it
short lines without a final stop are subheads where prose follows, and leftovers of the page where none
does.
"""

import re
from collections.abc import Iterable, Iterator

from sayso.clean import patterns
from sayso.clean.datelines import dateline, wire
from sayso.clean.lines import (
    MAX_HEADER,
    Line,
    byline,
    ends_sentence,
    is_header,
    is_list_item,
    labelled,
    lines,
    piece_of,
)
from sayso.clean.names import agency, is_capitals, is_name, is_outlet, is_section, parts
from sayso.lexicon.embeds import signature
from sayso.model.report import Block, BlockRole

_MIN_PROSE, _LONG = 4, 25
"""Words: a shorter line is no prose even with a full stop, a longer one is prose even without."""

_MAX_SUBHEAD = 14
_MAX_HEADLINE = 30
"""Words of the longest subhead and headline."""

_LEAST_LINK = 6
"""Words of the shortest headline of another story, set in capitals; subheads in capitals are shorter."""

_DATELINE_WITHIN = 8
"""Among how many paragraphs the one with the dateline is looked for: a standfirst, a summary in points stand
before it."""

_LONG_CAPTION = 400
"""Characters: of a longer line that ends in a photo credit, only the last sentence is the caption."""

_BARE_CREDIT = 9
"""Words of the longest line that is no more than a photo credit."""

_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+(?=[\"“‘'A-Z0-9])")

Piece = tuple[Line, BlockRole]


def split(text: str, title: str | None = None, outlets: tuple[str, ...] = ()) -> tuple[Block, ...]:
    """Return the blocks of a canonical text: in order, not overlapping, over every character but white
    space and the
    marks that part two pieces of one line ("Headline | Outlet").

    `title` is the headline that metadata gives, `outlets` are names under which the report's outlet is known.
    """
    found = [piece for line in lines(text) for piece in _fixed(text, line, outlets)]
    pieces = list(_captioned(list(_placed(found, title))))
    parted = (one for piece in _datelined(text, pieces) for one in _boxed(text, *piece))
    return tuple(Block(line.start, line.end, role) for line, role in parted)


def _fixed(text: str, line: Line, outlets: tuple[str, ...]) -> Iterator[tuple[Line, BlockRole | None]]:
    """The line in pieces with the roles they have by themselves; None is open."""
    pictures = patterns.marks(line.text)
    if pictures:
        yield from _gallery(text, line, pictures)
        return
    opening = None if is_header(line.text) else patterns.start_of(line.text)
    while opening is not None:
        yield piece_of(text, line.start, line.start + opening.length), opening.role
        line = piece_of(text, line.start + opening.length, line.end)
        if not line.text or opening.then is not None:
            yield from [(line, opening.then)] if line.text else []
            return
        opening = patterns.start_of(line.text)
    yield from _unlabelled(text, line, outlets)


def _unlabelled(text: str, line: Line, outlets: tuple[str, ...]) -> Iterator[tuple[Line, BlockRole | None]]:
    """The pieces of a line behind the labels that open it."""
    signed = signature(line.text, 0, len(line.text))
    if signed is not None:
        # A post set into the text, or its signature alone, which is no dated header line.
        yield line, BlockRole.PARAGRAPH if signed.start else BlockRole.CREDIT
        return
    length = 0 if is_header(line.text) else _opening(line.text, outlets)
    if length:
        yield piece_of(text, line.start, line.start + length), BlockRole.HEADER
        line = piece_of(text, line.start + length, line.end)
    if not line.text:
        return
    role = BlockRole.HEADER if is_header(line.text) else patterns.role_of(line.text)
    if role is not None:
        yield line, role
        return
    yield from _ended(text, line)


def _gallery(text: str, line: Line, pictures: list[tuple[int, int]]) -> Iterator[Piece]:
    """The captions of a gallery in one line, each ended by a mark ("Hide Caption 3 of 8")."""
    at = 0
    for start, end in [*pictures, (len(line.text), len(line.text))]:
        caption = piece_of(text, line.start + at, line.start + start)
        opening = patterns.start_of(caption.text)
        if opening is not None:
            yield piece_of(text, caption.start, caption.start + opening.length), opening.role
            caption = piece_of(text, caption.start + opening.length, caption.end)
        if caption.text:
            yield caption, BlockRole.CAPTION
        if start < end:
            yield piece_of(text, line.start + start, line.start + end), BlockRole.BOILERPLATE
        at = end


def _ended(text: str, line: Line) -> Iterator[tuple[Line, BlockRole | None]]:
    """A line that may end in a credit or a photo credit."""
    end = patterns.end_of(line.text)
    if end is None:
        yield line, None
        return
    at, role = end
    if role is BlockRole.CAPTION:
        at = _caption_start(line.text, at)
    if at > 0:
        yield piece_of(text, line.start, line.start + at), None
    yield piece_of(text, line.start + at, line.end), role


def _caption_start(line: str, credit: int) -> int:
    """The sentence with its credit is the caption; in a short line, or one that starts like a caption,
    all."""
    if len(line) <= _LONG_CAPTION:
        return 0
    ends = [match.end() for match in _SENTENCE_END.finditer(line, 0, max(credit - 2, 0))]
    if ends and patterns.describes(line[: ends[0]]):
        return 0
    return ends[-1] if ends else credit


def _opening(line: str, outlets: tuple[str, ...]) -> int:
    """Length of a labelled date, and of section labels and outlet names after it, that open a longer line."""
    stamp, label = next(iter(labelled(line[:MAX_HEADER])), (None, ""))
    if stamp is None or not label or stamp.start != len(label) or stamp.year is None:
        return 0
    at = stamp.end
    while True:
        word = re.compile(r"[\s|/>»:,-]*([^\s|/>»]+)").match(line, at)
        if word is None or not _label_word(line, word, outlets):
            return at
        at = word.end()


def _label_word(line: str, word: re.Match[str], outlets: tuple[str, ...]) -> bool:
    """A section label in capitals or before a capital, or the outlet's name in one word."""
    label, rest = word.group(1), line[word.end() :].lstrip(" |/>»")
    if label in outlets:
        return True
    return is_section(label) and label[0].isupper() and (is_capitals(label) or rest[:1].isupper())


def _placed(found: list[tuple[Line, BlockRole | None]], title: str | None) -> Iterator[Piece]:
    open_lines = [line for line, role in found if role is None]
    body = _body_start(open_lines, title)
    last = max((line.start for line in open_lines if _is_prose(line)), default=-1)
    head = dict(_head([line for line in open_lines if line.start < body], title))
    shouts = all(is_capitals(line.text) for line in open_lines if _is_prose(line))
    for line, role in found:
        if role is not None:
            yield line, role
        elif line in head:
            yield from _cut_title(line, head[line])
        else:
            yield line, BlockRole.BOILERPLATE if _is_link(line, shouts) else _body_role(line, last, title)


def _captioned(pieces: list[Piece]) -> Iterator[Piece]:
    """A paragraph that reads like a caption, beside a line that is all photo credit, is the caption."""
    bare = [role is BlockRole.CAPTION and line.count() <= _BARE_CREDIT for line, role in pieces]
    for number, (line, role) in enumerate(pieces):
        beside = any(bare[max(number - 1, 0) : number]) or any(bare[number + 1 : number + 2])
        caption = beside and role is BlockRole.PARAGRAPH and patterns.describes(line.text)
        yield line, BlockRole.CAPTION if caption else role


def _body_start(open_lines: Iterable[Line], title: str | None) -> int:
    """Where the first line of prose starts; far behind the text where there is none."""
    wanted = _letters(title or "")
    for line in open_lines:
        if _is_prose(line) and _letters(line.text) != wanted:
            return line.start
    return 10**9


def _is_prose(line: Line) -> bool:
    if line.count() > _LONG or (line.count() >= _MIN_PROSE and wire(line.text)):
        return True
    stop = ends_sentence(line.text) and not re.search(r"[!?][\"'”’]?$", line.text)
    return line.count() >= _MIN_PROSE and (stop or is_list_item(line.text))


def _letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


def _head(above: list[Line], title: str | None) -> Iterator[Piece]:
    """Roles of the open lines above the body: one headline, mastheads before, names and standfirsts after
    it."""
    headline = _headline(above, title)
    for line in above:
        if headline is not None and _letters(line.text) == _letters(headline.text):
            yield line, BlockRole.HEADLINE
        elif (title or (headline and line.start > headline.start)) and not _is_label(line):
            yield line, BlockRole.SUBHEAD
        else:
            yield line, BlockRole.HEADER


def _headline(above: list[Line], title: str | None) -> Line | None:
    """The line that starts with the title; where no title is given, the first that looks like one."""
    wanted = _letters(title or "")
    for line in above:
        if len(wanted) > 3 and _letters(line.text).startswith(wanted):
            return line
    if len(wanted) > 3:
        return None
    likely = [line for line in above if not _is_label(line) and 3 <= line.count() <= _MAX_HEADLINE]
    capitals = [
        line for line in above if is_capitals(line.text) and line.count() >= 3 and not is_outlet(line.text)
    ]
    return next(iter([*likely, *capitals]), None)


def _is_label(line: Line) -> bool:
    """Mastheads, mottos of two words, names of people, rows of labels."""
    first = (parts(line.text) or [line.text])[0]
    if line.count() <= 2 or is_outlet(first) or agency(first) or byline(line.text):
        return True
    if is_capitals(first) and is_name(first, most=4):
        return True
    return is_name(line.text.partition(",")[0], most=3) and is_name(line.text.replace(",", " "), most=6)


def _cut_title(line: Line, role: BlockRole) -> Iterator[Piece]:
    """A page title gives the outlet after a bar: `Nine dead in storm | Harbour Watch`."""
    cut = line.text.rfind(" | ")
    if role is not BlockRole.HEADLINE or cut <= 0 or len(line.text[:cut].split()) < 3:
        yield line, role
        return
    yield Line(line.start, line.start + len(line.text[:cut].rstrip()), line.text[:cut].rstrip()), role
    rest = line.text[cut + 3 :].lstrip()
    yield Line(line.start + line.text.rfind(rest), line.end, rest), BlockRole.HEADER


def _is_link(line: Line, shouts: bool) -> bool:
    """Whether a long line in capitals, in a text that else has small letters, is a link to another story:
    "MAYOR OF LUNDE LEAVES TOWN AFTER FLOOD, CLERK SAYS"."""
    if shouts or line.count() < _LEAST_LINK or not is_capitals(line.text):
        return False
    return not (_spoken(line.text) or line.text.endswith("?") or line.text[0] in "“‘\"'")


def _body_role(line: Line, last: int, title: str | None) -> BlockRole:
    if _is_prose(line) or is_list_item(line.text):
        return BlockRole.PARAGRAPH
    if title and _letters(line.text) == _letters(title):
        return BlockRole.HEADLINE
    if line.count() > _MAX_SUBHEAD or _spoken(line.text) or line.text.endswith((":", ",", ";", "-", "—")):
        return BlockRole.PARAGRAPH
    if 0 <= last < line.start:
        return BlockRole.BOILERPLATE
    return BlockRole.SUBHEAD if last >= 0 else BlockRole.PARAGRAPH


def _spoken(text: str) -> bool:
    """A short line of speech ends in a stop, inside or outside the quotation marks: “Never.”"""
    return ends_sentence(text) and not (text.endswith("?") and not text.startswith(("“", '"', "‘", "'")))


def _datelined(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """Part the first dateline from its paragraph."""
    at = _opening_paragraph(pieces)
    for number, (line, role) in enumerate(pieces):
        found = dateline(line.text) if number == at else None
        if found is None:
            yield line, role
            continue
        yield piece_of(text, line.start, line.start + found.length), BlockRole.DATELINE
        yield piece_of(text, line.start + found.length, line.end), BlockRole.PARAGRAPH


def _boxed(text: str, line: Line, role: BlockRole) -> Iterator[Piece]:
    """A paragraph in which boxes of other stories stand, in pieces; the paragraph goes on behind each."""
    at = line.start
    for start, end in patterns.boxes(line.text) if role is BlockRole.PARAGRAPH else ():
        yield piece_of(text, at, line.start + start), role
        yield piece_of(text, line.start + start, line.start + end), BlockRole.BOILERPLATE
        at = line.start + end
    rest = piece_of(text, at, line.end)
    if rest.text:
        yield rest, role


def _opening_paragraph(pieces: list[Piece]) -> int | None:
    """The number of the paragraph with the dateline: among the first, or the only one with a known agency's.

    That is how a gallery is followed by its report; a page of many agencies' openings is a list of links.
    """
    paragraphs = [number for number, (_, role) in enumerate(pieces) if role is BlockRole.PARAGRAPH]
    for number in paragraphs[:_DATELINE_WITHIN]:
        if dateline(pieces[number][0].text):
            return number
    later = ((wire(pieces[number][0].text), number) for number in paragraphs[_DATELINE_WITHIN:])
    wired = [(name, number) for name, number in later if name]
    return wired[0][1] if len({name for name, _ in wired}) == 1 else None
