"""Attributions of one report: source, cue and content of everything that the report says somebody said.

Cues propose contents by their frames (`cues`, `contents`),
quotation marks correct and complete them (`quotes`), and what no cue claims is narrated.
Sources stay spans here; `links` finds out who they are.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sayso.extract.sayings import (
    according,
    asides,
    colons,
    cues,
    embeds,
    extents,
    idioms,
    layouts,
    rebuffs,
    sources,
    stances,
    tagged,
    tails,
    unsaid,
    verbs,
    voices,
)
from sayso.extract.sayings.drafts import Attribution, draft
from sayso.extract.sayings.hearsay import hearsay
from sayso.extract.sayings.nominals import Nominal, nominals
from sayso.extract.sayings.quotes import Quote, quoted, quotes
from sayso.extract.sayings.silences import silences
from sayso.extract.sayings.soundings import soundings
from sayso.extract.sayings.speakers import FLOATING_GAP, with_quotes
from sayso.extract.sayings.wordings import wordings
from sayso.extract.sentences import begin_before, sentences, tokens_in, tokens_of, worded
from sayso.lexicon import words
from sayso.model.blocks import block_at, role
from sayso.model.report import BlockRole, Pair, Report, Stance, StatementKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_ACCORDING = frozenset({"according", "per"})
_POINTING = frozenset({"this", "that", "these", "those"})

REACH = max(FLOATING_GAP, colons.NEXT)
"""Characters at most between a sentence and a quotation that its words may introduce or run on from."""


def extract(report: Report, doc: "Doc") -> tuple[Attribution, ...]:
    """Return the attributions of a report in order of their content, then cue."""
    found_posts = embeds.posts(report)
    marks: Sequence[Quote] = embeds.outside_posts(found_posts, quotes(report))
    shown = sentences(report, doc)
    beside = list(_beside(shown, marks))
    proposed = [found for sentence, near in beside for found in _in_sentence(report, sentence, near)]
    signed = dict(layouts.signed(report, doc, marks))
    turns = list(layouts.labelled(report, doc))
    spoken = {start - 1 for turn in turns for start, _ in turn.parts}
    marks = [mark for mark in marks if mark.start not in spoken]
    complete = with_quotes(report, shown, proposed, [mark for mark in marks if mark not in signed])
    colon_cues = {one.cue for one in turns}
    complete = [one for one in complete if one.cue not in colon_cues] + [*signed.values(), *turns]
    kept = [
        _shaped(doc, one, marks) for one in map(partial(layouts.told_below, report), complete) if one.parts
    ]
    kept += [found for sentence, near in beside for found in _in_quotations(sentence, near)]
    kept = [*embeds.inside_posts(found_posts, kept), *embeds.attributed(doc, found_posts)]
    return tuple(
        sorted(_told_by_all(_distinct(kept)), key=lambda one: (one.start, one.end, one.cue or (0, 0)))
    )


def _beside(shown: Sequence["Span"], marks: Sequence[Quote]) -> Iterator[tuple["Span", Sequence[Quote]]]:
    """Each sentence with the quotations in it and right beside it; both come in order."""
    first = 0
    for sentence in shown:
        start, end = sentence.start_char, sentence.end_char
        while first < len(marks) and marks[first].end < start - REACH:
            first += 1
        last = bisect_right(marks, end + REACH, lo=first, key=lambda mark: mark.start)
        yield sentence, marks[first:last]


def _in_sentence(report: Report, sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    yield from _according(sentence, marks)
    yield from _soundings(sentence, marks)
    yield from _wordings(sentence, marks)
    yield from _colons(report, sentence, marks)
    nominal = [one for one in nominals(sentence) if not quoted(one.cue, marks)]
    light = {one.verb.i for one in nominal if one.verb is not None}
    denied = rebuffs.rebuff(sentence)
    if denied is not None and not quoted(denied.cue, marks):
        light |= {denied.noun, denied.cue.i}
        by_verb = [_rebuff(denied, sentence), *_verbs(sentence, light, marks)]
    else:
        by_verb = list(_verbs(sentence, light, marks))
    by_verb = list(_by_tags(sentence, marks, by_verb))
    yield from by_verb
    yield from (found for one in nominal if (found := _nominal(one, sentence)) is not None)
    yield from _hearsay(sentence, marks)
    yield from _silences(sentence, marks)
    done = {one.cue_token for one in by_verb if one.parts or _after_quote(one, marks)}
    free = [mark for mark in marks if mark.utterance]
    yield from (one for one in tails.tails(sentence, free) if one.cue_token not in done)


def _verbs(sentence: "Span", light: Set[int], marks: Sequence[Quote]) -> Iterator[Attribution]:
    """What is told by the verbs outside quotations, light ones (which lend themselves to a noun) left out."""
    for cue in tokens_of(sentence):
        if cues.verbal(cue) and cue.i not in light and not quoted(cue, marks) and not _in_title(cue, marks):
            frame = cues.frame(cue) or cues.frame(cue, _beside_quote(cue, marks))
            found = verbs.told(cue, frame, sentence, marks) if frame is not None else None
            if found is not None:
                yield found


def _by_tags(
    sentence: "Span", marks: Sequence[Quote], by_verb: Sequence[Attribution]
) -> Iterator[Attribution]:
    """What verbs tell, with the tags of quotations: a tag names its speaker in full, and is a cue where the
    grammar finds none."""
    doc = sentence.doc
    tags = {cue.i: speaker for speaker, cue in tagged.tagged(sentence, marks)}
    for one in by_verb:
        speaker = tags.pop(one.cue_token, None) if one.cue_token is not None else None
        yield one if speaker is None else _in_full(one, speaker)
    for at, speaker in tags.items():
        yield draft(doc, sentence, speaker, (at, at + 1), doc[at], (), Stance.ASSERTS, False)


def _in_full(one: Attribution, speaker: sources.Source) -> Attribution:
    """The attribution to the source of which it has but the end; as it is where it has another."""
    if one.source is None or not speaker.start < one.source[0] < speaker.end:
        return one
    heads = tuple(dict.fromkeys((*speaker.heads, *one.heads)))
    return replace(one, source=(speaker.start, speaker.end), heads=heads)


def _in_quotations(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    """What the words of a quotation say that somebody said: "“They told us the road was safe,” she said"; or
    that somebody is sure of: "“I am confident that it will hold,” she said"."""
    if not any(mark.utterance and _meet(mark, sentence) for mark in marks):
        return
    for found in (*_told_inside(sentence, marks), *_felt_inside(sentence, marks)):
        doc, cue = sentence.doc, found.cue
        mark = next((mark for mark in marks if cue is not None and mark.holds(cue[0])), None)
        if mark is None or not found.parts or found.source is None or not mark.holds(found.source[0]):
            continue
        if any(not voices.can_speak(doc[head]) or doc[head].lower_ in unsaid.NO_ONE for head in found.heads):
            continue
        clipped = ((max(s, mark.start + 1), min(e, mark.inner_end)) for s, e in found.parts)
        inside = tuple((s, e) for s, e in clipped if s < e)
        if inside:
            yield replace(found, parts=inside, quoted=True)


def _meet(mark: Quote, sentence: "Span") -> bool:
    return mark.start < sentence.end_char and sentence.start_char < mark.end


def _told_inside(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    for cue in tokens_of(sentence):
        if cues.verbal(cue) and quoted(cue, marks) and cues.tells(cue) and not stances.negated(cue):
            frame = cues.frame(cue)
            found = verbs.told(cue, frame, sentence, ()) if frame is not None else None
            if found is not None:
                yield found


def _felt_inside(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    for one in nominals(sentence):
        verb = one.verb or one.cue
        clausal = cues.that_clause(one.cue) is not None or cues.tells(verb)
        # "They must send a message that …" tells of nothing that was said; "I am proud that …" and "you are
        # amazed that …" but feel.
        sure = one.head is None or one.head.lower_ not in cues.TALKING or _settles(one)
        if clausal and sure and quoted(one.cue, marks) and verb.tag_ != "VB" and not stances.negated(verb):
            found = _nominal(one, sentence)
            if found is not None:
                yield found


def _settles(one: Nominal) -> bool:
    """Whether somebody tells by a noun or adjective what he takes to be so, or leaves open."""
    forms = {one.cue.lower_, cues.lemma(one.cue)}
    return one.stance is not Stance.ASSERTS or not forms.isdisjoint(
        words("cues", "unbelief.sure") | {"doubt"}
    )


def _beside_quote(cue: "Token", marks: Sequence[Quote]) -> bool:
    """A finite verb with a subject of its own that nothing but the subject parts from an utterance: "“Go,”
    she barked"."""
    own = next((child for child in cue.children if child.dep_ == "nsubj"), None) if marks else None
    if own is None or any(child.dep_ in {"dobj", "xcomp"} for child in cue.children):
        # "“…” The plan changed the debate" goes on with the outlet's own words.
        return False
    first = min(own.left_edge.idx, cue.idx)
    last = max(cue.idx + len(cue), own.idx + len(own))
    behind = cue.doc[max(cue.i, own.i) + 1 : max(cue.i, own.i) + 2].text
    return any(
        mark.utterance
        and (
            (0 <= first - mark.end <= 1 and mark.text[-2:-1] != ".")
            or (behind in {",", ":"} and 1 <= mark.start - last <= 2)
        )
        for mark in marks
    )


def _after_quote(one: Attribution, marks: Sequence[Quote]) -> bool:
    """A cue right after a quote, whose content the quote is."""
    return one.cue is not None and any(0 <= one.cue[0] - mark.end <= FLOATING_GAP for mark in marks)


def _colons(report: Report, sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    """ "Mayor: no danger": what stands before the colon is the source, what follows the content; "12 dead in
    mill fire: police" the other way round."""
    headline = role(report, sentence.start_char) in {BlockRole.HEADLINE, BlockRole.SUBHEAD}
    sentence = _whole_headline(report, sentence) if headline else sentence
    found = [
        (colon, speaker, range(colon.i + 1, sentence.end))
        for colon, speaker in colons.colons(sentence, marks, headline)
    ]
    behind = colons.trailing(sentence, headline)
    if behind is not None:
        found.append((*behind, range(sentence.start, behind[0].i)))
    for colon, speaker, told in found:
        parts, cue = extents.pieces(told, sentence, set()), (colon.i, colon.i + 1)
        yield draft(sentence.doc, sentence, speaker, cue, colon, parts, Stance.ASSERTS, False)


def _whole_headline(report: Report, sentence: "Span") -> "Span":
    """ "Police: | nine hurt in mill fire": a headline that the parser parted at its colon, in one."""
    block = block_at(report, sentence.start_char)
    if block is None or sentence[-1].text != ":":
        return sentence
    return sentence.doc[sentence.start : tokens_in(sentence.doc, block.start, block.end)[-1].i + 1]


def _nominal(one: Nominal, sentence: "Span") -> Attribution | None:
    """ "The mayor's claim that …", "issued a warning that …", "is confident that …"; not "did not return the
    paper's request for comment"."""
    if cues.lemma(one.cue) in words("cues", "refused.asked") and {
        one.cue.doc[index].lower_ for index in one.inside
    } <= words("cues", "refused.wanted"):
        return None
    if idioms.softens(one.cue, one.head) or (one.verb is not None and unsaid.only_asked(one.verb)):
        return None
    speaker = sources.source(one.head, one.verb or one.cue) if one.head is not None else None
    blocked = set(range(*one.group)) | (
        sources.tokens_within(speaker, sentence) if speaker is not None else set()
    )
    inside = asides.without_next_word(set(one.inside), one.cue)
    parts = () if unsaid.refuses_to_act(one.cue, one.stance) else extents.pieces(inside, sentence, blocked)
    return (
        draft(one.cue.doc, sentence, speaker, one.group, one.cue, parts, one.stance, False) if parts else None
    )


def _rebuff(found: rebuffs.Rebuff, sentence: "Span") -> Attribution:
    """ "…, a charge Sarvia denies": who denies what stands before."""
    parts = extents.pieces(range(found.first, found.noun + 1), sentence, set())
    return draft(sentence.doc, sentence, found.who, found.group, found.cue, parts, Stance.DENIES, False)


def _hearsay(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    for cue, group, inside in hearsay(sentence):
        parts = extents.pieces(inside, sentence, set(range(*group)))
        if parts and not quoted(cue, marks):
            yield draft(cue.doc, sentence, None, group, cue, parts, Stance.ASSERTS, False)


def _silences(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    for one in silences(sentence):
        if not quoted(one.cue, marks):
            parts = ((one.wanted.idx, one.wanted.idx + len(one.wanted)),)
            speaker = sources.source(one.head)
            yield draft(one.cue.doc, sentence, speaker, one.group, one.cue, parts, Stance.DECLINES, False)


def _according(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    """ "According to X": X is the source, the clause it hangs on the content."""
    doc = sentence.doc
    for token in worded(sentence, _ACCORDING):
        if quoted(token, marks) or (token.lower_ == "per" and not _per_name(token)):
            continue
        to = next((child for child in token.children if child.lower_ == "to"), None)
        to = token if token.lower_ == "per" else to
        head = voices.object_of(to) or voices.misread_object(to)
        if head is None or to is None or _by_measure(head):
            continue
        inside = according.told(token, sentence) - sources.tokens_within(sources.source(head), sentence)
        rest = set()
        if token.i == sentence.start and not _has_subject(inside - {token.i, to.i}, doc):
            rest = according.behind_comma(head, sentence)
            inside = rest or inside
            if not rest and head.right_edge.i + 1 in inside:
                # "According to Kovar the ferry was late": the parser took the subject for who says so.
                continue
        speaker = sources.source(head, unless=rest)
        blocked = {token.i, to.i} | sources.tokens_within(speaker, sentence)
        inside = according.without_role(inside, head) - blocked
        parts = extents.pieces(extents.tidied(inside, token, sentence), sentence, blocked)
        parts = _pointed_at(token, sentence) or parts
        yield draft(doc, sentence, speaker, (token.i, to.i + 1), token, parts, Stance.ASSERTS, True)


def _per_name(token: "Token") -> bool:
    """ "Nine died, per Reuters": a body or person by name behind a comma; not "per head"."""
    name = voices.object_of(token)
    named = name is not None and name.pos_ == "PROPN" and name.ent_type_ in {"ORG", "PERSON"}
    return named and token.i > 0 and token.nbor(-1).text in {",", '"'}


def _pointed_at(token: "Token", sentence: "Span") -> tuple[Pair, ...]:
    """ "That's according to the poll": the sentence before is what it tells; nothing where more is said."""
    doc, start = sentence.doc, sentence.start
    alone = token.i == start + 2 and doc[start + 1].lemma_ == "be" and start > 0
    if not alone or doc[start].lower_ not in {"that", "this"}:
        return ()
    first = begin_before(doc[start])
    return extents.pieces(range(first, start), doc[first:start], set())


def _soundings(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    """ "In the poll, Kovar led": the poll is the source."""
    for cue, noun in soundings(sentence):
        speaker = sources.source(noun)
        blocked = {cue.i} | sources.tokens_within(speaker, sentence)
        inside = extents.tidied(according.told(cue, sentence) - blocked, cue, sentence)
        parts = extents.pieces(inside, sentence, blocked)
        if parts and not quoted(cue, marks):
            yield draft(sentence.doc, sentence, speaker, (cue.i, cue.i + 1), cue, parts, Stance.ASSERTS, True)


def _wordings(sentence: "Span", marks: Sequence[Quote]) -> Iterator[Attribution]:
    """ "In the words of the mayor, “…”": the quotation beside such a phrase is hers."""
    for one in wordings(sentence, marks):
        group, parts = (one.cue.i, one.end), ((one.mark.start, one.mark.end),)
        yield draft(sentence.doc, sentence, one.speaker, group, one.cue, parts, Stance.ASSERTS, False)


def _has_subject(inside: Set[int], doc: "Doc") -> bool:
    """Say whether a clause does not begin with its verb."""
    return bool(inside) and doc[min(inside)].pos_ not in {"VERB", "AUX"}


def _by_measure(head: "Token") -> bool:
    """ "Vary according to size", "went according to plan": what is done by a measure is said by nobody; "the
    union's plan" says, and so does "that plan"."""
    named = any(
        (child.dep_ == "poss" and child.tag_ != "PRP$") or child.lower_ in _POINTING
        for child in head.children
    )
    return head.pos_ == "NOUN" and head.lemma_.lower() in words("cues", "measures") and not named


def _in_title(token: "Token", marks: Sequence[Quote]) -> bool:
    return any(mark.holds(token.idx) for mark in marks if mark.title)


def _shaped(doc: "Doc", one: Attribution, marks: Sequence[Quote]) -> Attribution:
    """Name the kind by how much of the content stands in quotation marks."""
    inside = [mark for mark in marks if any(s < mark.end and mark.start < e for s, e in one.parts)]
    if not inside:
        return one
    bare = sum(
        1
        for s, e in one.parts
        for token in tokens_in(doc, s, e)
        if token.is_alpha and not any(m.holds(token.idx) for m in inside)
    )
    # "“We never sold it,” the firm denied": its very words say what it holds, not what it denies.
    own = one.stance is Stance.DENIES and not bare and _utters(doc, one.parts[0])
    kind = StatementKind.MIXED if bare > 1 else StatementKind.DIRECT
    return replace(one, kind=kind, stance=Stance.ASSERTS if own else one.stance)


def _utters(doc: "Doc", part: Pair) -> bool:
    """Say whether a quotation is a sentence of its own, and not what is denied ("denied “any wrong”", "“that
    it was sold”")."""
    inside = tokens_in(doc, *part)
    words_of = [token for token in inside if token.is_alpha]
    subjects_of = (token for token in inside if token.dep_ in {"nsubj", "nsubjpass", "expl"})
    return bool(words_of) and words_of[0].lower_ != "that" and any(one.head in inside for one in subjects_of)


def _told_by_all(found: Sequence[Attribution]) -> list[Attribution]:
    """Hearsay within what somebody is said to have said is that one's, a hedge in its content and no more; so
    it is within the words that say so ("a clerk reportedly said")."""
    return [
        one
        for one in found
        if one.source is not None
        or one.cue is None
        or not any(
            other.source is not None
            and any(s <= one.cue[0] < e for s, e in (*other.parts, *([other.cue] if other.cue else [])))
            for other in found
        )
    ]


def _distinct(found: Sequence[Attribution]) -> list[Attribution]:
    """Drop an attribution whose cue and content another one already has,
    and cues inside another's cue group."""
    kept: dict[tuple[Pair | None, tuple[Pair, ...]], Attribution] = {}
    for one in found:
        kept.setdefault((one.cue, one.parts), one)
    return list(kept.values())
