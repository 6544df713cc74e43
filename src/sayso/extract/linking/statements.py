"""The statements of a report: one of each attribution, the sentences told in the outlet's own voice, and
which statement stands within which other one."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract.linking import channels, circumstances
from sayso.extract.linking.relays import Sourced
from sayso.extract.referents.register import Register
from sayso.extract.sayings.cues import lemma, verb_frames
from sayso.extract.sayings.quotes import quotes
from sayso.extract.sayings.remarks import counting
from sayso.extract.sentences import tokens_of, without_boxes
from sayso.model.blocks import role
from sayso.model.ids import content_id
from sayso.model.report import (
    BlockRole,
    Pair,
    Relay,
    Report,
    Stance,
    Statement,
    StatementKind,
    TimeExpression,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

COVERED = 0.5
"""Share of a sentence that attributions must cover for it not to be narrated as well."""

SHORTEST_NARRATION = 4
"""Words that a sentence in the outlet's own voice must have to state something."""


def statements(
    report: Report,
    doc: "Doc",
    book: Register,
    shown: Sequence["Span"],
    sourced: Sequence[Sourced],
    times: Sequence[TimeExpression],
    spoken: Sequence[Sourced],
) -> list[Statement]:
    """Return the statements of a report; `shown` are its sentences, `sourced` its attributions with their
    sources, `times` its time expressions. `spoken` are these and all others that were found: one that only
    passes on what somebody else says is no statement, but no word of the outlet either."""
    found = [_statement(report, doc, book, one, times) for one in sourced]
    found += _narrated(report, doc, shown, spoken, times)
    return _nested(_folded(found))


def _statement(
    report: Report, doc: "Doc", book: Register, one: Sourced, times: Sequence[TimeExpression]
) -> Statement:
    base = one.base
    source = circumstances.span(report, *base.source) if base.source else None
    return Statement(
        id=content_id("statement", report.id, base.start, base.end, source.text if source else ""),
        report=report.id,
        start=base.start,
        end=base.end,
        text=report.text[base.start : base.end],
        parts=base.parts,
        sentence=base.sentence,
        kind=base.kind,
        stance=base.stance,
        hedges=(*circumstances.doubts(report, doc, base), *circumstances.hedges(report, doc, base.parts)),
        sources=tuple(sorted(book.local_id(key) for key in one.sources)),
        source=source,
        cue=circumstances.span(report, *base.cue) if base.cue else None,
        # What stands around a quotation tells of the quotation, not of what is told inside it.
        channel=None if base.quoted else channels.channel(report, doc, base),
        said=None if base.quoted else circumstances.said(doc, base, times),
        event=circumstances.event(doc, base.parts, times),
        relays=tuple(
            Relay(book.local_id(key), circumstances.span(report, *where)) for key, where in one.relays
        ),
        relies_on=tuple(sorted(book.local_id(key) for key in one.relies_on)),
        within=None,
        joint=len(one.sources) > 1,
        own_reporting=(
            None if base.quoted else circumstances.own_reporting(report, *base.sentence, base.parts)
        ),
    )


def _narrated(
    report: Report,
    doc: "Doc",
    shown: Sequence["Span"],
    spoken: Sequence[Sourced],
    times: Sequence[TimeExpression],
) -> list[Statement]:
    """Every sentence that states something and that no attribution covers is told in the outlet's own
    voice; of others what it remarks behind them is. Within quotation marks it is somebody's, and whose is not
    known."""
    found = []
    marks = [mark for mark in quotes(report) if mark.utterance]
    cues = frozenset(one.base.cue_token for one in spoken if one.base.cue_token is not None)
    told = _told(spoken)
    for sentence in shown:
        if role(report, sentence.start_char) in {BlockRole.CREDIT, BlockRole.HEADER} or not _states(sentence):
            continue
        start, end = sentence.start_char, sentence.end_char
        if _told_by_another(sentence, cues) or _covered(sentence, told) >= COVERED:
            behind = counting(sentence)
            if behind is None or _within(told, behind.idx):
                continue
            start = behind.idx
        quoted = any(mark.start <= start and end <= mark.end for mark in marks)
        kind = StatementKind.DIRECT if quoted else StatementKind.NARRATED
        end = end - 1 if report.text[end - 1] == "." else end
        whole = sentence.start_char, sentence.end_char
        found.append(_unattributed(report, doc, kind, start, end, whole, times))
    return found


def _told_by_another(sentence: "Span", cues: Set[int]) -> bool:
    """The main verb of the sentence is a cue: the outlet's voice is in it only to say who speaks. "She wrote
    on Monday:" introduces what stands elsewhere."""
    root = sentence.root
    frame = verb_frames().get(lemma(root)) if tokens_of(sentence)[-1].text.endswith(":") else None
    if frame is not None and "quote" in frame.frames and any(each.dep_ == "nsubj" for each in root.children):
        return True
    return root.i in cues or any(child.i in cues and child.dep_ == "xcomp" for child in root.children)


def _states(sentence: "Span") -> bool:
    words = [token for token in tokens_of(sentence) if token.is_alpha]
    return len(words) >= SHORTEST_NARRATION and any(token.pos_ in {"VERB", "AUX"} for token in words)


def _told(sourced: Sequence[Sourced]) -> list[Pair]:
    """What attributions cover with content, cue or source: spans apart from each other, in order."""
    joined: list[Pair] = []
    for start, end in sorted(
        span for one in sourced for span in (*one.base.parts, one.base.cue, one.base.source) if span
    ):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _within(told: Sequence[Pair], place: int) -> bool:
    """Say whether a place stands in one of some spans apart from each other, in order."""
    first = bisect_right(told, place, key=lambda span: span[1])
    return first < len(told) and told[first][0] <= place


def _covered(sentence: "Span", told: Sequence[Pair]) -> float:
    """The share of a sentence's tokens that stand in spans apart from each other, in order."""
    first = bisect_right(told, sentence.start_char, key=lambda span: span[1])
    last = bisect_left(told, sentence.end_char, key=lambda span: span[0])
    near = told[first:last]
    if not near:
        return 0.0
    inside = sum(1 for token in tokens_of(sentence) if any(start <= token.idx < end for start, end in near))
    return inside / len(sentence)


def _unattributed(
    report: Report,
    doc: "Doc",
    kind: StatementKind,
    start: int,
    end: int,
    sentence: Pair,
    times: Sequence[TimeExpression],
) -> Statement:
    parts = tuple(without_boxes(doc, start, end))
    return Statement(
        id=content_id("statement", report.id, start, end, ""),
        report=report.id,
        start=start,
        end=end,
        text=report.text[start:end],
        parts=parts,
        sentence=sentence,
        kind=kind,
        stance=Stance.ASSERTS,
        hedges=circumstances.hedges(report, doc, parts),
        sources=(),
        source=None,
        cue=None,
        channel=None,
        said=None,
        event=circumstances.event(doc, parts, times),
        relays=(),
        relies_on=(),
        within=None,
        own_reporting=(
            circumstances.own_reporting(report, start, end, ()) if kind is StatementKind.NARRATED else None
        ),
    )


def _folded(statements: Sequence[Statement]) -> list[Statement]:
    """One statement for words that the report prints twice (a caption or sub-heading that repeats the
    body)."""
    kept: dict[tuple[str, tuple[str, ...]], Statement] = {}
    for one in sorted(statements, key=lambda item: (-item.start, -item.end)):
        same = (" ".join(one.text.lower().split()), one.sources)
        if same in kept:
            later = kept[same]
            kept[same] = replace(later, also=tuple(sorted((*later.also, (one.start, one.end)))))
        else:
            kept[same] = one
    return list(kept.values())


def _nested(statements: Sequence[Statement]) -> list[Statement]:
    """Give each statement the smallest other one whose content holds its cue."""
    done = []
    for one in statements:
        at = one.cue.start if one.cue is not None else -1
        holders = [
            other
            for other in statements
            if other.start <= at < other.end and other is not one and any(s <= at < e for s, e in other.parts)
        ]
        holder = min(holders, key=lambda item: (item.end - item.start, item.id), default=None)
        done.append(_told_on(one, holder) if holder else one)
    return done


def _told_on(one: Statement, holder: Statement) -> Statement:
    """A statement inside another one: who makes the other one passes it on, unless both are one voice."""
    inner = replace(one, within=holder.id)
    if holder.source is None or set(one.sources) & set(holder.sources):
        return inner
    known = {relay.entity for relay in one.relays}
    passed = [Relay(entity, holder.source) for entity in holder.sources if entity not in known]
    further = [relay for relay in holder.relays if relay.entity not in known]
    return replace(inner, relays=(*one.relays, *passed, *further))
