"""Attributions of one report: source, cue and content of everything that the report says somebody said.

Cues propose contents by their frames (`cues`, `contents`),
quotation marks correct and complete them (`quotes`), and what no cue claims is narrated.
Sources stay spans here; `links` finds out who they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.extract import colons, contents, cues, sources
from sayso.extract.quotes import Quote, quotes
from sayso.extract.sentences import block_at, role, sentences
from sayso.lexicon import table
from sayso.model.report import BlockRole, Pair, Report, Stance, StatementKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

OPENING = frozenset("\"“„«‘'")
"""Characters that open a quote."""

FLOATING_GAP = 3
"""Characters at most (space, quotation mark) between a sentence and a quote that goes on from it."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution, sources unresolved: token indices point into the Doc that `links` sees as well.

    `heads` are the tokens that head the source's parties; `cue_token` the word that introduces the content,
    None for a quote that floats on from the sentence before.
    `parenthetical` marks a cue set beside the clause it reports ("…, according to X"),
    which is what a relay looks like.
    """

    sentence: Pair
    source: Pair | None
    heads: tuple[int, ...]
    cue: Pair | None
    cue_token: int | None
    parts: tuple[Pair, ...]
    kind: StatementKind
    stance: Stance
    parenthetical: bool = False

    @property
    def start(self) -> int:
        """First character of the content."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """End of the content."""
        return self.parts[-1][1]


def extract(report: Report, doc: "Doc") -> tuple[Attribution, ...]:
    """Return the attributions of a report in order of their content, then cue."""
    marks = quotes(report)
    shown = sentences(report, doc)
    proposed = [found for sentence in shown for found in _in_sentence(report, doc, sentence, marks)]
    complete = _with_quotes(report, shown, proposed, marks)
    kept = [_shaped(doc, one, marks) for one in complete if one.parts]
    return tuple(sorted(_distinct(kept), key=lambda one: (one.start, one.end, one.cue or (0, 0))))


def _in_sentence(
    report: Report, doc: "Doc", sentence: "Span", marks: Sequence[Quote]
) -> Iterator[Attribution]:
    yield from _according(sentence, marks)
    yield from _colons(report, sentence, marks)
    verbal = [_verb(doc, cue, sentence) for cue in cues.verbs(sentence) if not _quoted(cue, marks)]
    by_verb = [found for found in verbal if found is not None]
    yield from by_verb
    for noun in cues.nouns(sentence):
        if not _quoted(noun, marks):
            found = _noun(noun, sentence)
            if found is not None:
                yield found
    done = {one.cue_token for one in by_verb if one.parts or _after_quote(one, marks)}
    yield from (one for one in _trailing(sentence, marks) if one.cue_token not in done)


def _after_quote(one: Attribution, marks: Sequence[Quote]) -> bool:
    """A cue right after a quote, whose content the quote is."""
    return one.cue is not None and any(0 <= one.cue[0] - mark.end <= FLOATING_GAP for mark in marks)


def _colons(report: Report, sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    """ "Mayor: no danger": what stands before the colon is the source, what follows the content."""
    headline = role(report, sentence.start_char) in {BlockRole.HEADLINE, BlockRole.SUBHEAD}
    for colon, speaker in colons.colons(sentence, marks, headline):
        parts = contents.pieces(range(colon.i + 1, sentence.end), sentence, set())
        yield _attribution(
            sentence.doc, sentence, speaker, (colon.i, colon.i + 1), colon, parts, Stance.ASSERTS, False
        )


def _verb(doc: "Doc", cue: "Token", sentence: "Span") -> Attribution | None:
    lemma = cue.lemma_.lower()
    frame = cues.verb_frames()[lemma]
    head = sources.subject(cue)
    if head is None or not sources.can_speak(head, lemma) or _copies_itself(head, cue) or _left_unsaid(cue):
        return None
    speaker = sources.source(head)
    first, last = cues.group(cue)
    inside = contents.of_verb(cue, frame)
    if not inside and "clause" in frame.frames:
        inside = contents.before(
            cue, min(token.i for token in sentence if token.idx >= speaker.start), sentence
        )
    blocked = set(range(first, last)) | _tokens_within(speaker, sentence)
    parts = contents.pieces(
        (i for i in inside if sentence.start <= i < sentence.end), sentence, blocked - _passive(cue)
    )
    if not parts and "quote" not in frame.frames:
        return None
    if frame.stance is Stance.DECLINES and not parts:
        return None
    around = cue.dep_ in {"parataxis", "advcl"} and bool(parts)
    return _attribution(doc, sentence, speaker, (first, last), cue, parts, cues.stance(cue), around)


def _copies_itself(head: "Token", cue: "Token") -> bool:
    """A cue in the passive without an agent has no source ("was said to be")."""
    return head.i == cue.i


def _left_unsaid(cue: "Token") -> bool:
    """ "Refused to say how many": what is not said is the content of the refusal alone."""
    frame = cues.verb_frames().get(cue.head.lemma_.lower())
    return cue.dep_ == "xcomp" and frame is not None and frame.stance is Stance.DECLINES


def _passive(cue: "Token") -> set[int]:
    return {token.i for child in cue.children if child.dep_ == "nsubjpass" for token in child.subtree}


def _noun(noun: "Token", sentence: "Span") -> Attribution | None:
    """ "The mayor's claim that …", "issued a warning that …": the owner of the noun, or who makes it,
    is the source."""
    clause = cues.that_clause(noun)
    head = _owner(noun)
    if clause is None or head is None or not sources.can_speak(head, noun.lemma_.lower()):
        return None
    speaker = sources.source(head)
    parts = contents.pieces(contents.of_noun(clause), sentence, {noun.i})
    return _attribution(
        noun.doc, sentence, speaker, (noun.i, noun.i + 1), noun, parts, cues.stance(noun), False
    )


def _owner(noun: "Token") -> "Token | None":
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in table("cues")["light"]["lemmas"]:
        return sources.subject(verb)
    return None


def _according(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    """ "According to X": X is the source, the clause it hangs on the content."""
    doc = sentence.doc
    for token in sentence:
        if token.lower_ != "according" or _quoted(token, marks):
            continue
        to = next((child for child in token.children if child.lower_ == "to"), None)
        head = (
            next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
        )
        if head is None or to is None:
            continue
        speaker = sources.source(head)
        blocked = {token.i, to.i} | _tokens_within(speaker, sentence)
        parts = contents.pieces(contents.of_according(token, sentence), sentence, blocked)
        yield _attribution(doc, sentence, speaker, (token.i, to.i + 1), token, parts, Stance.ASSERTS, True)


def _trailing(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    """ "…, reports Yonhap news agency.": a reporting word after a comma and a name to the end of the
    sentence."""
    doc = sentence.doc
    forms = table("cues")["parenthetical"]["forms"]
    for token in sentence:
        if (
            token.i <= sentence.start + 3
            or token.lower_ not in forms
            or doc[token.i - 1].text not in {",", '"'}
        ):
            continue
        following = _to_comma(sentence, token)
        if (
            not following
            or len(following) > 8
            or following[0].pos_ not in {"PROPN", "DET"}
            or _quoted(token, marks)
        ):
            continue
        if any(inner.pos_ in {"VERB", "AUX", "ADP"} for inner in following):
            continue
        speaker = sources.Source(following[0].idx, following[-1].idx + len(following[-1]), (following[-1].i,))
        parts = contents.pieces(range(sentence.start, token.i - 1), sentence, set())
        yield _attribution(doc, sentence, speaker, (token.i, token.i + 1), token, parts, Stance.ASSERTS, True)


def _to_comma(sentence: "Span", token: "Token") -> list["Token"]:
    """The words after a token up to a comma, behind which stands who or what the name is."""
    rest = [inner for inner in sentence if inner.i > token.i]
    stop = next((inner.i for inner in rest if inner.text == ","), sentence.end)
    return [inner for inner in rest if inner.i < stop and not inner.is_punct]


def _attribution(
    doc: "Doc",
    sentence: "Span",
    speaker: sources.Source,
    group: tuple[int, int],
    cue: "Token",
    parts: tuple[Pair, ...],
    stance: Stance,
    parenthetical: bool,
) -> Attribution:
    last = doc[group[1] - 1]
    return Attribution(
        sentence=(sentence.start_char, sentence.end_char),
        source=(speaker.start, speaker.end),
        heads=speaker.heads,
        cue=(doc[group[0]].idx, last.idx + len(last)),
        cue_token=cue.i,
        parts=parts,
        kind=StatementKind.INDIRECT,
        stance=stance,
        parenthetical=parenthetical,
    )


def _tokens_within(speaker: sources.Source, sentence: "Span") -> set[int]:
    return {token.i for token in sentence if speaker.start <= token.idx < speaker.end}


def _quoted(token: "Token", marks: Sequence[Quote]) -> bool:
    return any(mark.holds(token.idx) for mark in marks if mark.utterance)


def _with_quotes(
    report: Report, shown: Sequence["Span"], proposed: Sequence[Attribution], marks: Sequence[Quote]
) -> list[Attribution]:
    """Give each utterance in quotation marks to the cue beside it, to the one it runs on from,
    or to the speaker before it."""
    done = list(proposed)
    running: int | None = None
    for mark in marks:
        if not mark.utterance or not _within_shown(mark, shown):
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


def _run_end(marks: Sequence[Quote], mark: Quote) -> Quote:
    """The quote that closes a run of paragraphs which `mark` opens; the last of all where none does."""
    run = [other for other in marks if other.start >= mark.start]
    return next((other for other in run if not other.unclosed), run[-1])


def _within_shown(mark: Quote, shown: Sequence["Span"]) -> bool:
    return any(sentence.start_char < mark.end and mark.start < sentence.end_char for sentence in shown)


def _beside(report: Report, done: Sequence[Attribution], mark: Quote, shown: Sequence["Span"]) -> int | None:
    """The nearest cue in a sentence that the quote touches, whose frame takes quotes;
    a content already around it comes first."""
    for i, one in enumerate(done):
        if one.cue is not None and report.text[one.cue[0] : mark.start].strip() == ":":
            return i
    around = [
        i
        for i, one in enumerate(done)
        if one.cue_token is not None and any(s < mark.end and mark.start < e for s, e in one.parts)
    ]
    if around:
        return min(around, key=lambda i: (done[i].parenthetical, _gap(done[i], mark)))
    touched = [
        (s.start_char, s.end_char) for s in shown if s.start_char < mark.end and mark.start < s.end_char
    ]
    near = [
        i
        for i, one in enumerate(done)
        if one.cue_token is not None and one.sentence in touched and _same_block(report, one, mark)
    ]
    return min(near, key=lambda i: _gap(done[i], mark)) if near else None


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
    if running is None:
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
    """Who goes on speaking in a quote that no cue claims."""
    return (
        _speaker_before(report, done, mark)
        or _speaker_of_paragraph_before(report, done, mark)
        or _subject_before(report, shown, mark)
    )


def _speaker_before(report: Report, done: Sequence[Attribution], mark: Quote) -> Attribution | None:
    """The attribution whose sentence ends right before a quote that no cue claims: in the same paragraph,
    or in the one before where the quote is a paragraph by itself."""
    alone = _fills_block(report, mark)
    before = [
        one
        for one in done
        if one.source is not None
        and one.parts
        and (alone or _same_block(report, one, mark))
        and one.sentence[1] <= mark.start
        and mark.start - one.sentence[1] <= FLOATING_GAP
    ]
    return max(before, key=lambda one: (not one.parenthetical, one.sentence, one.cue or (0, 0)), default=None)


def _fills_block(report: Report, mark: Quote) -> bool:
    block = block_at(report, mark.start)
    return block is not None and (block.start, block.end) == (mark.start, mark.end)


def _subject_before(report: Report, shown: Sequence["Span"], mark: Quote) -> Attribution | None:
    """The person whom the sentence right before a quote is about, in the same paragraph: "Kovar was blunt.
    “…”"."""
    for sentence in shown:
        gap = mark.start - sentence.end_char
        if not 0 <= gap <= FLOATING_GAP or block_at(report, sentence.start_char) != block_at(
            report, mark.start
        ):
            continue
        head = sources.subject(sentence.root)
        if head is not None and sources.is_person(head):
            none = (sentence.root.i, sentence.root.i + 1)
            speaker = sources.source(head)
            return _attribution(
                sentence.doc, sentence, speaker, none, sentence.root, (), Stance.ASSERTS, False
            )
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
    free = [mark for mark in marks if not _holds_cue(one, mark)]
    return replace(one, parts=_joined(report.text, [_over_marks(part, free) for part in one.parts]))


def _over_marks(part: Pair, marks: Sequence[Quote]) -> Pair:
    start, end = part
    for mark in marks:
        if mark.start < end and start < mark.end:
            start, end = min(start, mark.start), max(end, mark.end)
    return start, end


def _holds_cue(one: Attribution, mark: Quote) -> bool:
    return any(span is not None and mark.holds(span[0]) for span in (one.cue, one.source))


def _joined(text: str, parts: Sequence[Pair]) -> tuple[Pair, ...]:
    """Sort spans and join those that overlap or are parted by white space and punctuation only."""
    joined: list[Pair] = []
    for start, end in sorted(parts):
        if joined and not any(character.isalnum() for character in text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def _shaped(doc: "Doc", one: Attribution, marks: Sequence[Quote]) -> Attribution:
    """Name the kind by how much of the content stands in quotation marks."""
    inside = [mark for mark in marks if any(s < mark.end and mark.start < e for s, e in one.parts)]
    if not inside:
        return one
    bare = sum(
        1
        for s, e in one.parts
        for token in doc.char_span(s, e, alignment_mode="expand") or ()
        if token.is_alpha and not any(m.holds(token.idx) for m in inside)
    )
    return replace(one, kind=StatementKind.MIXED if bare > 1 else StatementKind.DIRECT)


def _distinct(found: Sequence[Attribution]) -> list[Attribution]:
    """Drop an attribution whose cue and content another one already has,
    and cues inside another's cue group."""
    kept: dict[tuple[Pair | None, tuple[Pair, ...]], Attribution] = {}
    for one in found:
        kept.setdefault((one.cue, one.parts), one)
    return list(kept.values())
