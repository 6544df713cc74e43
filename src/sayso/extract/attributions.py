"""Attributions of one report: source, cue and content of everything that the report says somebody said.

Cues propose contents by their frames (`cues`, `contents`),
quotation marks correct and complete them (`quotes`), and what no cue claims is narrated.
Sources stay spans here; `links` finds out who they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract import colons, contents, cues, sources
from sayso.extract.drafts import Attribution, draft
from sayso.extract.quotes import Quote, quotes
from sayso.extract.sentences import sentences
from sayso.extract.speakers import FLOATING_GAP, with_quotes
from sayso.lexicon import table
from sayso.model.blocks import role
from sayso.model.report import BlockRole, Pair, Report, Stance, StatementKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


def extract(report: Report, doc: "Doc") -> tuple[Attribution, ...]:
    """Return the attributions of a report in order of their content, then cue."""
    marks = quotes(report)
    shown = sentences(report, doc)
    proposed = [found for sentence in shown for found in _in_sentence(report, doc, sentence, marks)]
    complete = with_quotes(report, shown, proposed, marks)
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
        yield draft(
            sentence.doc, sentence, speaker, (colon.i, colon.i + 1), colon, parts, Stance.ASSERTS, False
        )


def _verb(doc: "Doc", cue: "Token", sentence: "Span") -> Attribution | None:
    lemma = cue.lemma_.lower()
    frame = cues.verb_frames()[lemma]
    head = sources.subject(cue)
    if head is None or not sources.can_speak(head, lemma) or _copies_itself(head, cue) or _left_unsaid(cue):
        return None
    if _only_asked(cue):
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
    return draft(doc, sentence, speaker, (first, last), cue, parts, cues.stance(cue), around)


def _only_asked(cue: "Token") -> bool:
    """What stands under "whether" or "if" is asked or supposed; nobody is shown to have said it."""
    clause = cue
    while clause.head.i != clause.i:
        if any(child.dep_ == "mark" and child.lower_ in {"whether", "if"} for child in clause.children):
            return True
        clause = clause.head
    return False


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
    return draft(noun.doc, sentence, speaker, (noun.i, noun.i + 1), noun, parts, cues.stance(noun), False)


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
        yield draft(doc, sentence, speaker, (token.i, to.i + 1), token, parts, Stance.ASSERTS, True)


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
        yield draft(doc, sentence, speaker, (token.i, token.i + 1), token, parts, Stance.ASSERTS, True)


def _to_comma(sentence: "Span", token: "Token") -> list["Token"]:
    """The words after a token up to a comma, behind which stands who or what the name is."""
    rest = [inner for inner in sentence if inner.i > token.i]
    stop = next((inner.i for inner in rest if inner.text == ","), sentence.end)
    return [inner for inner in rest if inner.i < stop and not inner.is_punct]


def _tokens_within(speaker: sources.Source, sentence: "Span") -> set[int]:
    return {token.i for token in sentence if speaker.start <= token.idx < speaker.end}


def _quoted(token: "Token", marks: Sequence[Quote]) -> bool:
    return any(mark.holds(token.idx) for mark in marks if mark.utterance)


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
