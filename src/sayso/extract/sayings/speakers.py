"""Whose each quotation is: the cue beside it, the quote it runs on from, or the speaker right before it.

Cues have proposed attributions by grammar; quotation marks correct and complete their contents here.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.sayings import sources, subjects, voices
from sayso.extract.sayings.drafts import Attribution, draft
from sayso.extract.sayings.quotes import Quote
from sayso.model.blocks import HEADINGS, block_at
from sayso.model.report import BlockRole, Pair, Report, Stance

if TYPE_CHECKING:
    from spacy.tokens import Span

OPENING = frozenset("\"“„«‘'")
"""Characters that open a quote."""

FLOATING_GAP = 3
"""Characters at most (space, quotation mark) between a sentence and a quote that goes on from it."""

SHORT_TAG = 25
"""Characters at most behind the cue of a sentence that does nothing but name a speaker ("Kovar said on
Monday.")."""


def with_quotes(
    report: Report, shown: Sequence["Span"], proposed: Sequence[Attribution], marks: Sequence[Quote]
) -> list[Attribution]:
    """Give each utterance in quotation marks to the cue beside it, to the one it runs on from,
    or to the speaker before it."""
    done = list(proposed)
    running: int | None = None
    for mark in marks:
        if not mark.utterance or not _within_shown(mark, shown) or _in_a_source(report, done, mark):
            continue
        owner = _beside(report, done, mark, shown)
        if owner is None and _continues(report, marks, mark, done, running):
            owner = running
        if owner is None and mark.unclosed:
            owner = _beside(report, done, _run_end(marks, mark), shown)
        if owner is not None:
            done[owner] = replace(
                done[owner], parts=_joined(report.text, [*done[owner].parts, (mark.start, mark.end)])
            )
            running = owner
        elif (before := _before(report, shown, done, mark)) is not None:
            done.append(_floating(before, mark))
            running = len(done) - 1
    return [_stretched(report, one, marks) for one in done]


def _in_a_source(report: Report, done: Sequence[Attribution], mark: Quote) -> bool:
    """Words that are part of who speaks: "the host of “Morning,” said", "Kovar, who gave it “no star”"."""
    behind_comma = report.text[: mark.start].rstrip()[-1:] == ","
    return any(
        one.source is not None
        and one.source[0] < mark.start
        and (mark.end <= one.source[1] or (mark.start < one.source[1] and not behind_comma))
        for one in done
    )


def _run_end(marks: Sequence[Quote], mark: Quote) -> Quote:
    """The quote that closes a run of paragraphs which `mark` opens; the last of all where none does."""
    run = [other for other in marks if other.start >= mark.start]
    return next((other for other in run if not other.unclosed), run[-1])


def _within_shown(mark: Quote, shown: Sequence["Span"]) -> bool:
    return any(sentence.start_char < mark.end and mark.start < sentence.end_char for sentence in shown)


def _beside(report: Report, done: Sequence[Attribution], mark: Quote, shown: Sequence["Span"]) -> int | None:
    """The cue whose content the quote is: one right after it ("“…!” she said."), one whose content lies
    around it, or the nearest in a sentence that it touches and that takes quotes."""
    for i, one in enumerate(done):
        if one.cue is not None and _colon_before(report, one.cue, mark):
            return i
    tags = [i for i, one in enumerate(done) if _tags(report, one, mark)]
    if tags:
        return min(tags, key=lambda i: _gap(done[i], mark))
    around = [
        i
        for i, one in enumerate(done)
        if one.cue_token is not None and any(s < mark.end and mark.start < e for s, e in one.parts)
    ]
    if around:
        return min(around, key=lambda i: (done[i].parenthetical, _gap(done[i], mark)))
    openers = [i for i, one in enumerate(done) if _introduces(report, one, mark)]
    if openers:
        return min(openers, key=lambda i: _gap(done[i], mark))
    touched = [
        (s.start_char, s.end_char) for s in shown if s.start_char < mark.end and mark.start < s.end_char
    ]
    near = [
        i
        for i, one in enumerate(done)
        if one.cue_token is not None
        and one.sentence in touched
        and _same_block(report, one, mark)
        and (_touches(report, one, mark) or not (one.parts or _over(one, mark, shown)))
    ]
    near = near or [
        i for i, one in enumerate(done) if one.sentence in touched and _in_first_person(one, mark, shown)
    ]
    return min(near, key=lambda i: _gap(done[i], mark)) if near else None


def _in_first_person(one: Attribution, mark: Quote, shown: Sequence["Span"]) -> bool:
    """ "Kovar said he is calm, but now, “I feel giddy”": a clause joined to a cue, in whose own words its
    speaker goes on."""
    cue = shown[0].doc[one.cue_token] if one.cue_token is not None else None
    joined = (child for child in cue.rights if child.dep_ == "conj") if cue is not None else ()
    own = (noun for verb in joined for noun in verb.lefts if noun.dep_ == "nsubj")
    return any(noun.lower_ in {"i", "we"} and mark.holds(noun.idx) for noun in own)


def _over(one: Attribution, mark: Quote, shown: Sequence["Span"]) -> bool:
    """Whether a cue stands in a relative clause that is over before a quotation: "Kovar, who offered himself,
    died as a man of “quiet courage”"."""
    cue = shown[0].doc[one.cue_token] if one.cue_token is not None else None
    return (
        cue is not None
        and cue.dep_ == "relcl"
        and mark.start > cue.right_edge.idx + len(cue.right_edge) + FLOATING_GAP
    )


def _colon_before(report: Report, cue: Pair, mark: Quote) -> bool:
    """The cue is a colon, and nothing stands between it and the quote."""
    between = slice(cue[0] + 1, mark.start)
    return report.text[cue[0]] == ":" and cue[0] < mark.start and not report.text[between].strip()


def _tags(report: Report, one: Attribution, mark: Quote) -> bool:
    """A source and cue without a content of their own stand right after the quote, in the same paragraph."""
    if one.cue is None or one.source is None or min(one.cue[0], one.source[0]) < mark.end:
        return False
    if not _same_block(report, one, mark):
        return False
    if one.parts and not _split(report, one):
        return False
    if mark.text.rstrip("\"”'’»").endswith(".") and (one.parts or _says_more(one) or _quotes(report, one)):
        # A quotation that ends in a full stop is over: what follows is another sentence, or a mere "he said".
        return False
    first = min(one.cue[0], one.source[0])
    return not report.text[mark.end : first].strip(" ,-—–")


def _says_more(one: Attribution) -> bool:
    """Whether a sentence behind a quotation does more than name who speaks: "Kovar, having heard both,
    agreed."."""
    assert one.cue is not None
    assert one.source is not None
    first, second = sorted((one.cue, one.source))
    return one.sentence[1] - one.cue[1] > SHORT_TAG or second[0] - first[1] > SHORT_TAG


def _quotes(report: Report, one: Attribution) -> bool:
    """Whether a sentence quotes other words behind its cue: "He “never left.” Kovar called him “a liar.”"."""
    assert one.cue is not None
    return any(mark in report.text[one.cue[1] : one.sentence[1]] for mark in "“„«")


def _split(report: Report, one: Attribution) -> bool:
    """ "“Judge,” she said, “I was …”": the content goes on in quotation marks behind the cue."""
    assert one.cue is not None
    start = one.parts[0][0]
    # The content that the parser found begins behind the mark.
    start -= report.text[start] not in OPENING and report.text[start - 1] in OPENING
    return report.text[start] in OPENING and not report.text[one.cue[1] : start].strip(" ,")


def _introduces(report: Report, one: Attribution, mark: Quote) -> bool:
    """A sentence that ends in a colon or comma right before the quote, perhaps in the paragraph before, and
    whose cue has no content of its own."""
    if one.parts or one.cue is None or one.cue[1] > mark.start or mark.start - one.sentence[1] > FLOATING_GAP:
        return False
    return report.text[one.cue[1] : mark.start].rstrip().endswith((":", ","))


def _touches(report: Report, one: Attribution, mark: Quote) -> bool:
    """Nothing but punctuation stands between a content, or its cue, and the quote."""
    ends = [*one.parts, *([one.cue] if one.cue else [])]
    between = [
        report.text[e : mark.start] if e <= mark.start else report.text[mark.end : s]
        for s, e in ends
        if e <= mark.start or s >= mark.end
    ]
    return any(not any(character.isalnum() for character in words) for words in between)


def _gap(one: Attribution, mark: Quote) -> int:
    points = [point for span in (one.cue, one.source) if span is not None for point in span]
    return min(
        max(0, mark.start - max(points)) if max(points) <= mark.start else max(0, min(points) - mark.end),
        10**6,
    )


def _same_block(report: Report, one: Attribution, mark: Quote) -> bool:
    return block_at(report, one.sentence[0]) == block_at(report, mark.start)


def _continues(
    report: Report, marks: Sequence[Quote], mark: Quote, done: Sequence[Attribution], running: int | None
) -> bool:
    """A quote goes on from one still open in the paragraph before, or from a split quote right before it."""
    if running is None or any(_within(done[running], other) for other in done):
        # "The firm says it expects “a loss,” Kovar said. “It is sad.”": it is she who goes on.
        return False
    previous = max(
        (other for other in marks if other.end <= mark.start and other.utterance),
        key=lambda q: q.end,
        default=None,
    )
    if previous is None or (previous.start, previous.end) not in _quote_parts(done[running], previous):
        return False
    if previous.unclosed:
        return True
    between = (max(previous.end, done[running].sentence[1]), mark.start)
    return _same_block(report, done[running], mark) and report.text[between[0] : between[1]].strip() == ""


def _quote_parts(one: Attribution, mark: Quote) -> list[Pair]:
    return [(mark.start, mark.end) for start, end in one.parts if start <= mark.start and mark.end <= end]


def _before(
    report: Report, shown: Sequence["Span"], done: Sequence[Attribution], mark: Quote
) -> Attribution | None:
    """Who goes on speaking in a quote that no cue claims; nobody in one that the page only sets out large."""
    if _pulled(report, mark):
        return None
    return (
        _speaker_before(report, done, mark)
        or _speaker_of_paragraph_before(report, done, mark)
        or _subject_before(report, shown, mark)
    )


def _speaker_before(report: Report, done: Sequence[Attribution], mark: Quote) -> Attribution | None:
    """The attribution whose sentence ends right before a quote that no cue claims: in the same paragraph,
    or in the one before where the quote is a paragraph by itself."""
    alone = _fills_block(report, mark)
    if alone and _heads(report, mark):
        # A sub-heading tells what comes, not what was said last.
        return None
    before = [
        one
        for one in done
        if one.source is not None
        and one.parts
        and (alone or _same_block(report, one, mark))
        and one.sentence[1] <= mark.start
        and mark.start - one.sentence[1] <= FLOATING_GAP
    ]
    outer = [one for one in before if not any(_within(one, other) for other in before)]
    return max(outer, key=lambda one: (not one.parenthetical, one.sentence, one.cue or (0, 0)), default=None)


def _within(one: Attribution, other: Attribution) -> bool:
    """Whether the source of an attribution stands in what another one tells."""
    return (
        one is not other
        and one.source is not None
        and any(start <= one.source[0] < end for start, end in other.parts)
    )


def _pulled(report: Report, mark: Quote) -> bool:
    """Whether a paragraph that is a quotation prints words of the text a second time."""
    words = report.text[mark.start + 1 : mark.inner_end]
    return _fills_block(report, mark) and report.text.count(words) > 1


def _fills_block(report: Report, mark: Quote) -> bool:
    block = block_at(report, mark.start)
    return block is not None and (block.start, block.end) == (mark.start, mark.end)


def _heads(report: Report, mark: Quote) -> bool:
    block = block_at(report, mark.start)
    return block is not None and block.role in HEADINGS


def _subject_before(report: Report, shown: Sequence["Span"], mark: Quote) -> Attribution | None:
    """The person whom the sentence right before a quote is about, in the same paragraph: "Kovar was blunt.
    “…”"."""
    for sentence in shown:
        gap = mark.start - sentence.end_char
        if not 0 <= gap <= FLOATING_GAP or block_at(report, sentence.start_char) != block_at(
            report, mark.start
        ):
            continue
        head = subjects.subject(sentence.root)
        if head is not None and voices.is_person(head):
            none = (sentence.root.i, sentence.root.i + 1)
            speaker = sources.source(head)
            return draft(sentence.doc, sentence, speaker, none, sentence.root, (), Stance.ASSERTS, False)
    return None


def _speaker_of_paragraph_before(
    report: Report, done: Sequence[Attribution], mark: Quote
) -> Attribution | None:
    """A paragraph that is a quote and nothing else goes on for whom the paragraph before quotes."""
    block = block_at(report, mark.start)
    if (
        block is None
        or mark.start != block.start
        or block.end - mark.end > 1
        or block.role is not BlockRole.PARAGRAPH
    ):
        return None
    index = report.blocks.index(block)
    before = report.blocks[index - 1] if index else None
    if before is None or before.role is not BlockRole.PARAGRAPH:
        return None
    quoted = [
        one
        for one in done
        if one.source is not None
        and one.parts
        and before.start <= one.start < before.end
        and any(report.text[start] in OPENING for start, _ in one.parts)
    ]
    return max(quoted, key=lambda one: (one.end, not one.parenthetical), default=None)


def _floating(before: Attribution, mark: Quote) -> Attribution:
    return replace(
        before,
        sentence=(mark.start, mark.end),
        cue=None,
        cue_token=None,
        parts=((mark.start, mark.end),),
        stance=Stance.ASSERTS,
        parenthetical=False,
    )


def _stretched(report: Report, one: Attribution, marks: Sequence[Quote]) -> Attribution:
    """A content that starts or ends inside quotation marks takes the marks and what they hold."""
    outside = [span[0] for span in (one.cue, one.source) if span is not None]
    free = [mark for mark in marks if not any(map(mark.holds, outside))]
    return replace(one, parts=_joined(report.text, [_over_marks(part, free) for part in one.parts]))


def _over_marks(part: Pair, marks: Sequence[Quote]) -> Pair:
    start, end = part
    for mark in marks:
        if mark.start < end and start < mark.end:
            start, end = min(start, mark.start), max(end, mark.end)
    return start, end


def _joined(text: str, parts: Sequence[Pair]) -> tuple[Pair, ...]:
    """Sort spans and join those that overlap or are parted by white space and punctuation only."""
    joined: list[Pair] = []
    for start, end in sorted(parts):
        if joined and not any(character.isalnum() for character in text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)
