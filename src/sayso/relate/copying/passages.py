"""What of a report can show copying: its sentences outside furniture, and which of them only quote."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.kept import of_words
from sayso.lexicon import words
from sayso.model.blocks import MUTED, role
from sayso.model.plain import plain
from sayso.model.report import BlockRole, Facts, Pair, Report

SHORTEST = 6
"""Words of the shortest sentence that is compared; shorter ones are alike by chance."""

QUOTED = 0.6
"""Share of a sentence between quotation marks from which it only quotes."""

_POST = 280
"""Characters of the longest post that stands in one line with its author's name:
X lets a post be no longer."""

_SET_APART = MUTED | {BlockRole.CREDIT, BlockRole.HEADLINE, BlockRole.CAPTION}
_WORD = re.compile(r"\w+")
_QUOTE = re.compile(
    r"\"[^\"\n]*(?:\"|$)|''[^\n]*?(?:''|$)|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w)){12,}?'(?!\w)", re.MULTILINE
)
_POSTED = re.compile(r"(?:^|\s)[-—–]\s?[^\n()]{2,60} \(@\w+\)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence made ready for comparison: its report, span and lower-case words,
    those outside quotation marks as they are written (others empty), whether most of it is quotation,
    and whether it names or counts anything.
    """

    report: str
    span: Pair
    words: tuple[str, ...]
    own: tuple[str, ...]
    quoted: bool = False
    telling: bool = True


@of_words
def sentences(facts: Facts) -> list[Sentence]:
    """Return the sentences of a report that can show copying: long enough, outside headers, headlines,
    captions, credits and boilerplate. The captions are the text of a report that has no other.
    """
    report = facts.report
    quotes = [part for one in facts.statements if one.kind == "direct" for part in one.parts]
    quotes = _merged([*quotes, *_quotes(report.text), *_posts(report)])
    names = [word.start for word in facts.words if word.pos in {"PROPN", "NUM"}]
    apart = _SET_APART if _has_body(report) else _SET_APART - {BlockRole.CAPTION}
    found = [
        _sentence(report, span, quotes, names)
        for span in facts.sentences
        if role(report, span[0]) not in apart
    ]
    return [sentence for sentence in found if len(sentence.words) >= SHORTEST]


def spoken_anywhere(groups: Mapping[str, Sequence[Sentence]]) -> dict[str, list[Sentence]]:
    """Return the sentences of all reports; what one of them quotes, word for word, is quotation in all."""
    known = {one.words for group in groups.values() for one in group if one.quoted}
    return {
        id_: [replace(one, quoted=True) if one.words in known else one for one in group]
        for id_, group in groups.items()
    }


def _sentence(report: Report, span: Pair, quotes: Sequence[Pair], names: Sequence[int]) -> Sentence:
    inside = list(_touching(span, quotes))
    text = plain(report.text[span[0] : span[1]])
    written = tuple(_WORD.findall(text))
    quoted = [
        any(start <= span[0] + word.start() < end for start, end in inside)
        for word in (_WORD.finditer(text) if inside else ())
    ]
    own = ("" if said else word for word, said in zip(written, quoted, strict=True))
    return Sentence(
        report.id,
        span,
        tuple(map(str.lower, written)),
        tuple(own) if inside else written,
        sum(quoted) > QUOTED * len(quoted),
        _telling(report, span, names),
    )


def _has_body(report: Report) -> bool:
    return not report.blocks or any(block.role is BlockRole.PARAGRAPH for block in report.blocks)


def _telling(report: Report, span: Pair, names: Sequence[int]) -> bool:
    """A sentence that tells of something names or counts; that of a page ("Be the first to know") does not,
    or speaks of what the page sells."""
    lowered = report.text[span[0] : span[1]].lower()
    if any(word in lowered for word in words("relate", "page")):
        return False
    at = bisect_right(names, span[0] - 1)
    return (at < len(names) and names[at] < span[1]) or bool(re.search(r"\d", lowered))


def _quotes(text: str) -> Iterator[Pair]:
    """What stands between quotation marks, or from one to the end of its paragraph."""
    return (match.span() for match in _QUOTE.finditer(plain(text)))


def _posts(report: Report) -> Iterator[Pair]:
    """Posts set into the text, each before its author's name: `— Ana Ruiz (@anaruiz) May 3, 2024`."""
    starts = [block.start for block in report.blocks]
    for match in _POSTED.finditer(report.text):
        name = match.start() + len(match[0]) - len(match[0].lstrip())
        end = report.text.find("\n", match.end())
        at = bisect_right(starts, name) - 1
        first = (
            starts[at - 1]
            if at > 0 and starts[at] == name
            else max(name - _POST, starts[at] if at >= 0 else 0, 0)
        )
        yield first, end if end >= 0 else len(report.text)


def _merged(spans: Sequence[Pair]) -> list[Pair]:
    """Overlapping spans as one, in order."""
    made: list[Pair] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], end))
        else:
            made.append((start, end))
    return made


def _touching(span: Pair, quotes: Sequence[Pair]) -> Iterator[Pair]:
    at = max(bisect_right(quotes, (span[0], span[0])) - 1, 0)
    for quote in quotes[at:]:
        if quote[0] >= span[1]:
            return
        yield quote
