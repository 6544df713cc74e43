"""Through whom a statement came that no attribution wraps: the outlet that somebody told it,
that quotes somebody as saying it, or that first had the post in which it stands;
and what the same one goes on to say.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from sayso.extract.linking.channels import channel
from sayso.extract.linking.relays import Sourced
from sayso.extract.names.kinds import Name
from sayso.extract.referents.parties import Parties
from sayso.extract.sayings.voices import object_of
from sayso.extract.sentences import all_sentences, text, tokens_of
from sayso.lexicon import choice, words
from sayso.lexicon.media import is_short_name, names_outlet
from sayso.model.report import EntityKind, Pair, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_BEFORE = 12
"""Tokens before a name in which the words stand that make it a conduit."""

_ADDRESSING = frozenset({"tell", "inform", "assure", "remind"})

_APPOSED = re.compile(r",? (?:an?|the) ([^,.;\n]{3,60})")

_MODIFYING = frozenset({"amod", "compound", "nmod"})
"""What a word hangs by that only tells of another one: "told a daily briefing"."""

_Conduit = tuple[str, Pair]


def through(report: Report, doc: "Doc", parties: Parties, found: Sequence[Sourced]) -> tuple[Sourced, ...]:
    """Return the attributions, in their order, with the outlets through which they came as relays."""
    made = list(found)
    for sentence, inside in _by_sentence(doc, made):
        for entity, span in _conduits(sentence, parties):
            number = min(inside, key=lambda at: _distance(made[at], span))
            made[number] = _with_relay(made[number], entity, span)
    made = [_given(doc, parties, _quoting(doc, parties, one)) for one in made]
    told = {id(one) for one, was in zip(made, found, strict=True) if one.relays != was.relays}
    done: dict[int, Sourced] = {}
    last: Sourced | None = None
    for one in made:
        if one.base.cue is None or one.base.quoted:
            continue
        goes_on = last is not None and (id(last) in told or _quoted(doc, one))
        now = _continued(report, doc, last, one) if last is not None and goes_on else one
        told |= {id(now)} if now is not one else set()
        last = done[id(one)] = now
    return tuple(done.get(id(one), one) for one in made)


def _by_sentence(doc: "Doc", found: Sequence[Sourced]) -> Iterator[tuple["Span", list[int]]]:
    """The sentences in which something is said, with the numbers of the attributions whose cues they hold."""
    held: dict[int, list[int]] = defaultdict(list)
    shown = all_sentences(doc)
    starts = [sentence.start_char for sentence in shown]
    for number, one in enumerate(found):
        if one.base.cue is not None and not one.base.quoted:
            held[bisect_right(starts, one.base.cue[0]) - 1].append(number)
    return ((shown[at], numbers) for at, numbers in held.items())


def _distance(one: Sourced, span: Pair) -> tuple[int, int]:
    assert one.base.cue is not None
    return abs(one.base.cue[0] - span[0]), one.base.start


def _with_relay(one: Sourced, entity: str, span: Pair) -> Sourced:
    if entity in one.sources or any(entity == key for key, _ in one.relays):
        return one
    return replace(one, relays=(*one.relays, (entity, span)))


def _conduits(sentence: "Span", parties: Parties) -> Iterator[_Conduit]:
    for token in tokens_of(sentence):
        named = parties.book.by_token.get(token.i)
        if named is not None and named[0].first == token.i:
            doc = sentence.doc
            outlet = _is_outlet(doc, parties, *named) or _goes_by_a_noun(doc, parties, *named)
            if outlet and _before(sentence, token.i, "conduits"):
                parties.book.records[named[1]].media = True
                yield named[1], (named[0].start, named[0].end)
        elif (
            named is None
            and token.lemma_.lower() in words("media", "nouns")
            and token.dep_ not in _MODIFYING
            and _before(sentence, token.i, "by")
        ):
            yield from ((key, (token.idx, token.idx + len(token))) for key in _outlets(parties, token))


def _before(sentence: "Span", at: int, slot: str) -> bool:
    """Whether the words before a name are such as "told the", "in an interview with state-run"."""
    before = sentence.doc[max(at - _BEFORE, sentence.start) : at].text.lower()
    return _patterns(slot).search(before + " ") is not None


@cache
def _patterns(slot: str) -> re.Pattern[str]:
    phrases, between = choice("media", slot), choice("media", "between")
    return re.compile(
        rf"\b(?:{phrases})\s+(?:\S+ (?:and|&)\s+|(?:{between}|[\w’'-]+-(?:run|owned|based))\s+)*$"
    )


def _is_outlet(doc: "Doc", parties: Parties, name: Name, entity: str) -> bool:
    """An outlet by its name, or by what is set beside it: "X, a regional news service", "the X agency"."""
    record = parties.book.records[entity]
    if record.media or record.kind in {EntityKind.PERSON, EntityKind.PLACE}:
        return record.media
    beside = _APPOSED.match(text(doc), name.end)
    called = name.last < len(doc) and doc[name.last].lower_ in words("media", "nouns")
    record.media = called or (beside is not None and names_outlet(beside.group(1)))
    return record.media


def _goes_by_a_noun(doc: "Doc", parties: Parties, name: Name, entity: str) -> bool:
    """ "Told the Courier", of which the report gives no longer name."""
    article = name.first > 0 and doc[name.first - 1].lower_ == "the"
    kind = parties.book.records[entity].kind
    return article and is_short_name(name.text) and kind in {EntityKind.ORGANISATION, EntityKind.OTHER}


def _outlets(parties: Parties, noun: "Token") -> Iterator[str]:
    """The outlets that a noun means: "the radio"."""
    return (key for key in parties.resolve(noun) if parties.book.records[key].media)


def _quoting(doc: "Doc", parties: Parties, one: Sourced) -> Sourced:
    """ "The radio quoted X as saying": the subject passes it on."""
    cue = None if one.base.cue_token is None or one.base.quoted else doc[one.base.cue_token]
    while cue is not None and cue.head.i != cue.i and cue.lemma_.lower() not in words("media", "quoting"):
        cue = cue.head if cue.dep_ in {"pcomp", "prep", "xcomp", "ccomp", "conj"} else None
    if cue is None or cue.lemma_.lower() not in words("media", "quoting"):
        return one
    for child in cue.children:
        for key in _outlets(parties, child) if child.dep_ == "nsubj" else ():
            one = _with_relay(one, key, (child.idx, child.idx + len(child)))
    return one


def _given(doc: "Doc", parties: Parties, one: Sourced) -> Sourced:
    """ "Gave the figure to the radio", "gave the radio the figure": what an outlet was given it passes on."""
    cue = None if one.base.cue_token is None or one.base.quoted else doc[one.base.cue_token]
    if cue is None or cue.lemma_.lower() not in words("cues", "giving"):
        return one
    for child in cue.children:
        to = child.lower_ == "to"
        whom = (object_of(child) or child) if to else child
        named = parties.book.by_token.get(whom.i)
        span = (named[0].start, named[0].end) if named is not None else (whom.idx, whom.idx + len(whom))
        for key in _outlets(parties, whom) if to or child.dep_ == "dative" else ():
            one = _with_relay(one, key, span)
    return one


def _quoted(doc: "Doc", one: Sourced) -> bool:
    """ "… was quoted as saying", by whoever had the words before."""
    cue = None if one.base.cue_token is None else doc[one.base.cue_token]
    above = [] if cue is None else [cue, *islice(cue.ancestors, 2)]
    return any(token.lemma_.lower() in words("media", "quoting") and token.tag_ == "VBN" for token in above)


def _continued(report: Report, doc: "Doc", last: Sourced, one: Sourced) -> Sourced:
    """What the same one says in the next sentence was said to the same outlet,
    unless it says to whom or where."""
    if one.relays or not one.sources or not last.relays or last.sources != one.sources:
        return one
    if _long_past(report, last) or not _follows(doc, last, one) or _said_elsewhere(report, doc, one):
        return one
    return replace(one, relays=last.relays)


def _long_past(report: Report, one: Sourced) -> bool:
    """What somebody "had told" an outlet was said on another occasion than what follows."""
    return one.base.cue is not None and report.text[slice(*one.base.cue)].lower().startswith("had ")


def _follows(doc: "Doc", last: Sourced, one: Sourced) -> bool:
    """The one stands in the sentence after the other, or in the same."""
    assert one.base.cue is not None
    assert last.base.cue is not None
    end = max(last.base.cue[1], last.base.end)
    start = min(one.base.cue[0], one.base.start)
    between = doc.char_span(min(end, start), max(end, start), alignment_mode="contract")
    return between is None or sum(bool(token.is_sent_start) for token in between if not token.is_space) <= 1


def _said_elsewhere(report: Report, doc: "Doc", one: Sourced) -> bool:
    cue = None if one.base.cue_token is None else doc[one.base.cue_token]
    told = cue is not None and any(child.dep_ in {"dobj", "dative"} for child in cue.children)
    addressed = cue is not None and told and cue.lemma_.lower() in _ADDRESSING
    return addressed or channel(report, doc, one.base) is not None
