"""Who says what by the way a text is set: the paragraph below "She wrote:", a quotation signed behind a dash,
and the labels of a transcript."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.sayings.drafts import Attribution, draft
from sayso.extract.sayings.quotes import LABEL, Quote
from sayso.extract.sayings.sources import Source
from sayso.extract.sayings.speakers import OPENING
from sayso.extract.sayings.voices import persons
from sayso.extract.sentences import tokens_in
from sayso.lexicon import words
from sayso.model.blocks import block_at
from sayso.model.report import Block, BlockRole, Pair, Report, Stance, StatementKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST_TAIL = 40
"""Characters at most between a cue and the colon that ends its paragraph: "wrote on Facebook on Monday:"."""

LEAST_LABELLED = 2
"""Paragraphs with a speaker's label that make a transcript; one may be a heading ("KOVAR: the facts")."""

LEAST_SAID = 7
"""Words, label and marks included, of the shortest turn that says something: not "KOVAR: Thank you."."""

_UNDER = frozenset({BlockRole.PARAGRAPH, BlockRole.CREDIT, BlockRole.BOILERPLATE})
"""What a signature below a quotation may have been taken for."""

_SIGNED = re.compile(r"\s*(?P<dash>--?|[–—―])\s*(?=[^\W\d_])(?P<name>[^\n]{2,79}[^\s.])\.?\s*")
_NAMED = re.compile(r"(?:[A-Z][\w.'’-]* ){0,4}[A-Z][\w.'’-]+(?=:\s)")
"""A speaker's label that is written like any name."""

_SPEAKING = re.compile(r"\b(?:I|we|you|my|our|your|me|us)\b", re.IGNORECASE)
"""Words that a turn of speech has and a portrait ("Kovar: The mayor has said …") has not."""


def told_below(report: Report, one: Attribution) -> Attribution:
    """Return an attribution with the paragraph below as its content, where it has none yet and a colon ends
    its own: "The governor wrote:"; a quotation there has been given to it already."""
    if one.parts or one.cue is None or report.text.startswith("to ", one.cue[0]):
        return one
    own = block_at(report, one.cue[0])
    if own is None or not 0 < own.end - one.cue[1] <= LONGEST_TAIL:
        return one
    below = _below(report, own)
    if (
        below is None
        or below.role is not BlockRole.PARAGRAPH
        or not report.text[one.cue[1] : own.end].endswith(":")
        or report.text[below.start] in OPENING
    ):
        return one
    end = below.end - 1 if report.text[below.end - 1] == "." else below.end
    return replace(one, parts=((below.start, end),))


def _below(report: Report, block: Block) -> Block | None:
    """The block right below another one."""
    index = bisect_right(report.blocks, block.start, key=lambda one: one.start)
    return report.blocks[index] if index < len(report.blocks) else None


def signed(report: Report, doc: "Doc", marks: Sequence[Quote]) -> Iterator[tuple[Quote, Attribution]]:
    """Yield the quotations that fill a paragraph but for a name behind a dash, in it or below it."""
    for mark in marks:
        block = block_at(report, mark.start)
        if block is None or block.start != mark.start or not mark.utterance or mark.unclosed:
            continue
        alone = block.end == mark.end
        under = _below(report, block) if alone else block
        if under is None or under.role not in _UNDER:
            continue
        found = _SIGNED.fullmatch(report.text, under.start if alone else mark.end, under.end)
        name = _name(tokens_in(doc, *found.span("name"))) if found is not None else None
        if found is None or name is None:
            continue
        dash = tokens_in(doc, *found.span("dash"))[0]
        inside = tokens_in(doc, mark.start, found.end())
        whole = doc[inside[0].i : inside[-1].i + 1]
        speaker = Source(*found.span("name"), (name.i,))
        parts = ((mark.start, mark.end),)
        said = draft(doc, whole, speaker, (dash.i, dash.i + 1), dash, parts, Stance.ASSERTS, False)
        yield mark, replace(said, cue=found.span("dash"))


def _name(signature: Sequence["Token"]) -> "Token | None":
    """The last word of the name with which a signature begins; None where it tells more than who signs."""
    if not signature or any(word.pos_ in {"VERB", "AUX"} for word in signature):
        return None
    if all(word.text[0].isupper() for word in signature):
        return signature[-1]  # "— Economist": the parser takes a paper's name for a noun
    if signature[0].pos_ != "PROPN":
        return None
    end = next((at for at, word in enumerate(signature) if word.pos_ != "PROPN"), len(signature))
    return signature[end - 1]


def labelled(report: Report, doc: "Doc") -> Iterator[Attribution]:
    """Yield the paragraphs of a transcript, each said by the one whose name opens it, in capitals ("KOVAR: We
    had no pumps") or as any name."""
    found = _labels(report, doc)
    found = found if len(found) >= LEAST_LABELLED else _turns(report, doc)
    for block, (label, who) in found if len(found) >= LEAST_LABELLED else ():
        # A label that was taken for the place of a dateline stands alone.
        below = _below(report, block) if block.role is BlockRole.DATELINE else block
        start = _label_start(report, block)
        inside = tokens_in(doc, start, below.end) if below is not None else ()
        colon = next((word for word in inside if word.text == ":"), None)
        if below is None or colon is None or len(inside) <= LEAST_SAID:
            continue
        whole = doc[inside[0].i : inside[-1].i + 1]
        end = below.end - 1 if report.text[below.end - 1] == "." else below.end
        first = next(word.idx for word in inside if word.i > colon.i and not word.is_space)
        parts = ((first, end), *(_going_on(report, below) if start > block.start else ()))
        speaker = Source(start, label, (who if who is not None else colon.i - 1,))
        said = draft(doc, whole, speaker, (colon.i, colon.i + 1), colon, parts, Stance.ASSERTS, False)
        yield replace(said, kind=StatementKind.DIRECT)


def _going_on(report: Report, block: Block) -> Iterator[Pair]:
    """The paragraphs below a turn that open with a quotation mark and no label, where that mark opens each
    paragraph of a transcript: the same speaker goes on."""
    below = _below(report, block)
    while below is not None and report.text[below.start] in OPENING:
        start = _label_start(report, below)
        if LABEL.match(report.text, start, below.end) or report.text[start] in "([":
            return
        yield start, below.end - (report.text[below.end - 1] == ".")
        below = _below(report, below)


def _label_start(report: Report, block: Block) -> int:
    """Where the label of a paragraph begins: behind the quotation mark that opens each paragraph of a
    transcript which is quoted as a whole."""
    return block.start + (report.text[block.start] in OPENING)


def _labels(report: Report, doc: "Doc") -> list[tuple[Block, tuple[int, int | None]]]:
    """The paragraphs that a name in capitals opens, with the end of the label and the token of the full name
    it stands for, None of a role. Where one names somebody known, one that comes again is somebody too."""
    known: list[tuple[Block, tuple[int, int | None]]] = []
    others: dict[str, list[tuple[Block, tuple[int, int | None]]]] = {}
    for block in report.blocks:
        spoken = block.role in {BlockRole.PARAGRAPH, BlockRole.DATELINE}
        label = LABEL.match(report.text, _label_start(report, block), block.end) if spoken else None
        last = label[0].split()[-1].lower() if label is not None else ""
        if label is None:
            continue
        if last in persons(doc) or last in words("offices", "people"):
            known.append((block, (label.end(), persons(doc).get(last))))
        else:
            others.setdefault(label[0], []).append((block, (label.end(), None)))
    again = [one for turns in others.values() if known and len(turns) > 1 for one in turns]
    return sorted([*known, *again], key=lambda one: one[0].start)


def _turns(report: Report, doc: "Doc") -> list[tuple[Block, tuple[int, int | None]]]:
    """The paragraphs that a name before a colon opens ("Kovar: We had no pumps"), where one of the names
    comes again and most that stands behind them is spoken to somebody: a list of candidates is no
    transcript."""
    found: list[tuple[Block, tuple[int, int | None]]] = []
    names: Counter[str] = Counter()
    for block in report.blocks:
        label = _NAMED.match(report.text, block.start, block.end)
        last = label[0].split()[-1].lower() if label is not None else ""
        if label is None or block.role is not BlockRole.PARAGRAPH or last not in persons(doc):
            continue
        names[last] += 1
        if report.text[label.end() + 1 : block.end].lstrip()[:1] not in OPENING:
            found.append((block, (label.end(), persons(doc)[last])))
    spoken = sum(_SPEAKING.search(report.text, end, block.end) is not None for block, (end, _) in found)
    return found if max(names.values(), default=0) > 1 and 2 * spoken > len(found) else []
