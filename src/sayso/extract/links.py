"""Tie together what was found in one report: sources to entities, figures to statements,
places and groups counted.

The last file that sees the Doc; what leaves it are the frozen `Facts` of the report.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract import circumstances
from sayso.extract.drafts import Attribution
from sayso.extract.kinds import Name
from sayso.extract.parties import Parties
from sayso.extract.pronouns import Salience
from sayso.extract.register import Register, country_in, register
from sayso.extract.relays import Sourced, chained
from sayso.extract.sentences import sentences, tokens_of
from sayso.extract.sources import can_speak
from sayso.lexicon import gazetteer, table, words
from sayso.model.blocks import role
from sayso.model.ids import content_id
from sayso.model.names import key as spelling
from sayso.model.report import (
    Basis,
    BlockRole,
    EntityKind,
    Facts,
    Figure,
    Mention,
    Moment,
    Pair,
    Relay,
    Report,
    Stance,
    Statement,
    StatementKind,
    TimeExpression,
    Word,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_CONTENT_TAGS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})

RELATIVE = frozenset({"who", "which", "that", "whom"})

FIRST_PERSON = frozenset({"i", "we", "me", "us"})

COVERED = 0.5
"""Share of a sentence that attributions must cover for it not to be narrated as well."""

SHORTEST_NARRATION = 4
"""Words that a sentence in the outlet's own voice must have to state something."""


def extract(
    report: Report,
    doc: "Doc",
    names: Sequence[Name],
    times: Sequence[TimeExpression],
    figures: Sequence[Figure],
    attributions: Sequence[Attribution],
) -> Facts:
    """Return the facts of a report; `names`, `times`, `figures` and `attributions` are what the earlier files
    found in `doc`."""
    book = register(report.id, names)
    _mark_outlets(report, book)
    parties = Parties(doc, book, Salience(book))
    shown = sentences(report, doc)
    _note_subjects(parties, shown)
    sourced = chained(_resolved(report, doc, parties, attributions), book)
    sourced = tuple(_with_addressee(doc, book, one) for one in sourced)
    statements = [_statement(report, doc, book, one, times) for one in sourced]
    statements += _narrated(report, doc, shown, sourced, times)
    settled = _nested(_folded(statements))
    counted = tuple(_figure(doc, book, figure, settled) for figure in figures)
    mentions = _mentions(report, book, names, sourced)
    used = (
        {key for name, key in book.by_token.values()}
        | {key for one in sourced for key in _keys(one)}
        | set(book.records)
    )
    return Facts(
        report=report,
        sentences=tuple((s.start_char, s.end_char) for s in shown),
        words=_words(shown),
        entities=book.entities(used),
        mentions=mentions,
        times=tuple(times),
        statements=tuple(sorted(settled, key=lambda one: one.id)),
        figures=tuple(sorted(counted, key=lambda one: one.id)),
    )


def _mark_outlets(report: Report, book: Register) -> None:
    """The agencies that a report credits, and its own outlet, pass on what others say;
    a credit alone makes an entity."""
    for agency in report.agencies:
        named = any(
            agency.lower() == name.lower() for record in book.records.values() for name in record.names
        )
        if not named:
            book.add(
                f"{EntityKind.ORGANISATION}:" + " ".join(spelling(agency)), EntityKind.ORGANISATION, agency
            )
    credited = {name.lower() for name in (*report.agencies, report.outlet or "") if name}
    for record in book.records.values():
        if record.kind is not EntityKind.PERSON and any(name.lower() in credited for name in record.names):
            record.media = True


def _note_subjects(parties: Parties, shown: Sequence["Span"]) -> None:
    """Named subjects of main clauses are who a later pronoun may mean."""
    for sentence in shown:
        for token in tokens_of(sentence):
            if token.dep_ in {"nsubj", "nsubjpass"} and token.i in parties.book.by_token:
                name, entity = parties.book.by_token[token.i]
                if name.kind is EntityKind.PERSON or token.head.dep_ == "ROOT":
                    parties.spoke(token.idx, (entity,))


def _resolved(report: Report, doc: "Doc", parties: Parties, found: Sequence[Attribution]) -> list[Sourced]:
    """Resolve sources in the order of their cues, so that each pronoun finds who spoke before it."""
    done = []
    for one in sorted(found, key=lambda item: item.cue or item.sentence):
        reliances = () if one.quoted else circumstances.relied_on(report, *one.sentence)
        if _only_cites(report, one):
            continue
        keys = tuple(dict.fromkeys(key for head in one.heads for key in parties.resolve(doc[head])))
        relied = _relied_on(doc, parties, reliances)
        relays = _outlets_within(parties.book, one, keys)
        aside = one.quoted or _in_passing(report, one)
        if not aside and all(can_speak(doc[head]) for head in one.heads):
            parties.spoke(one.cue[0] if one.cue else one.sentence[1], keys)
        done.append(Sourced(one, keys, relays, tuple(key for key in relied if key not in keys)))
    return [_speaking_for_itself(doc, one, done) for one in done]


def _speaking_for_itself(doc: "Doc", one: Sourced, found: Sequence[Sourced]) -> Sourced:
    """ "I" and "we" in a quotation are whoever is quoted; "he" and "they" were made clear to those who
    listened, not
    to us."""
    if not one.base.quoted or not any(doc[head].pos_ == "PRON" for head in one.base.heads):
        return one
    if not any(doc[head].lower_ in FIRST_PERSON for head in one.base.heads):
        return replace(one, sources=())
    assert one.base.cue is not None
    cue = one.base.cue[0]
    around = [
        other
        for other in found
        if not other.base.quoted and any(start <= cue < end for start, end in other.base.parts)
    ]
    outer = min(around, key=lambda other: other.base.end - other.base.start, default=None)
    return replace(one, sources=outer.sources) if outer is not None else one


def _in_passing(report: Report, one: Attribution) -> bool:
    """What a relative clause says of somebody does not make that one the person spoken of: "…, who denies
    it"."""
    return one.source is not None and report.text[slice(*one.source)].lower() in RELATIVE


def _outlets_within(book: Register, one: Attribution, keys: Sequence[str]) -> tuple[tuple[str, Pair], ...]:
    """An outlet named inside the source phrase passed it on: "sources in the newspaper X",
    "X's correspondent"."""
    if one.source is None:
        return ()
    found = {
        entity: (name.start, name.end)
        for name, entity in book.by_token.values()
        if one.source[0] <= name.start
        and name.end <= one.source[1]
        and entity not in keys
        and book.records[entity].media
    }
    return tuple(sorted(found.items(), key=lambda item: item[1]))


def _only_cites(report: Report, one: Attribution) -> bool:
    """The content is but the party cited ("citing the ministry"), which `relies_on` of the real statement
    keeps."""
    return one.cue is not None and report.text[slice(*one.cue)].lower() in words("circumstances", "citing")


def _relied_on(doc: "Doc", parties: Parties, reliances: Sequence[Pair]) -> tuple[str, ...]:
    keys: list[str] = []
    for start, end in reliances:
        found = doc.char_span(start, end, alignment_mode="contract")
        if found is not None and found.root.pos_ in {"NOUN", "PROPN"}:
            keys += parties.resolve(found.root)
    return tuple(dict.fromkeys(keys))


def _with_addressee(doc: "Doc", book: Register, one: Sourced) -> Sourced:
    """Whom it was told to passes it on when that is an outlet: "told the BBC"."""
    if one.base.cue_token is None:
        return one
    cue = doc[one.base.cue_token]
    for child in cue.children:
        named = book.by_token.get(child.i)
        if child.dep_ in {"dobj", "dative"} and named is not None and book.records[named[1]].media:
            return replace(one, relays=(*one.relays, (named[1], (named[0].start, named[0].end))))
    return one


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
        hedges=circumstances.hedges(report, doc, base.parts),
        sources=tuple(sorted(book.local_id(key) for key in one.sources)),
        source=source,
        cue=circumstances.span(report, *base.cue) if base.cue else None,
        # What stands around a quotation tells of the quotation, not of what is told inside it.
        channel=None if base.quoted else circumstances.channel(report, base),
        said=None if base.quoted else circumstances.said(doc, base, times),
        event=circumstances.event(base.parts, times),
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
    sourced: Sequence[Sourced],
    times: Sequence[TimeExpression],
) -> list[Statement]:
    """Every sentence that states something and that no attribution covers is told in the outlet's own
    voice."""
    found = []
    for sentence in shown:
        if role(report, sentence.start_char) in {BlockRole.CREDIT, BlockRole.HEADER} or not _states(sentence):
            continue
        if _told_by_another(sentence, sourced) or _covered(sentence, sourced) >= COVERED:
            continue
        start, end = sentence.start_char, sentence.end_char
        end = end - 1 if report.text[end - 1] == "." else end
        found.append(_narration(report, doc, start, end, (sentence.start_char, sentence.end_char), times))
    return found


def _told_by_another(sentence: "Span", sourced: Sequence[Sourced]) -> bool:
    """The main verb of the sentence is a cue: the outlet's voice is in it only to say who speaks."""
    main = {sentence.root.i, *(child.i for child in sentence.root.children if child.dep_ == "xcomp")}
    return any(one.base.cue_token in main for one in sourced)


def _states(sentence: "Span") -> bool:
    words = [token for token in tokens_of(sentence) if token.is_alpha]
    return len(words) >= SHORTEST_NARRATION and any(token.pos_ in {"VERB", "AUX"} for token in words)


def _covered(sentence: "Span", sourced: Sequence[Sourced]) -> float:
    """The share of a sentence's tokens that attributions cover with content, cue or source."""
    first, last = sentence.start_char, sentence.end_char
    spans = [
        (start, end)
        for one in sourced
        for start, end in [*one.base.parts, *(pair for pair in (one.base.cue, one.base.source) if pair)]
        if start < last and first < end
    ]
    inside = sum(1 for token in tokens_of(sentence) if any(start <= token.idx < end for start, end in spans))
    return inside / len(sentence)


def _narration(
    report: Report, doc: "Doc", start: int, end: int, sentence: Pair, times: Sequence[TimeExpression]
) -> Statement:
    parts = ((start, end),)
    return Statement(
        id=content_id("statement", report.id, start, end, ""),
        report=report.id,
        start=start,
        end=end,
        text=report.text[start:end],
        parts=parts,
        sentence=sentence,
        kind=StatementKind.NARRATED,
        stance=Stance.ASSERTS,
        hedges=circumstances.hedges(report, doc, parts),
        sources=(),
        source=None,
        cue=None,
        channel=None,
        said=None,
        event=circumstances.event(parts, times),
        relays=(),
        relies_on=(),
        within=None,
        own_reporting=circumstances.own_reporting(report, start, end, ()),
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
        holders = [
            other
            for other in statements
            if other is not one
            and one.cue is not None
            and any(s <= one.cue.start < e for s, e in other.parts)
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


def _figure(doc: "Doc", book: Register, figure: Figure, statements: Sequence[Statement]) -> Figure:
    """The smallest statement around a figure tells whose it is; the words around it tell who is counted,
    and where."""
    around = [one for one in statements if _holds(one, figure)]
    owner = min(around, key=lambda one: (not one.sources, one.end - one.start, one.id), default=None)
    found = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    tokens = list(found) if found is not None else []
    return replace(
        figure,
        statement=owner.id if owner else None,
        sources=owner.sources if owner else (),
        as_of=_as_of(figure, owner),
        who_entity=_group(book, figure, tokens),
        where=_where(book, tokens),
    )


def _as_of(figure: Figure, owner: Statement | None) -> Moment | None:
    """A figure without a date of its own is as of no later than when it was said,
    where the report tells that."""
    own = figure.as_of is not None and figure.as_of.basis is not Basis.INFERRED
    if own or owner is None or owner.said is None or owner.said.to is None:
        return figure.as_of
    return Moment(None, owner.said.to, owner.said.precision, owner.said.basis)


def _holds(one: Statement, figure: Figure) -> bool:
    places = [*one.parts, *one.also]
    return any(start <= figure.start and figure.end <= end + 1 for start, end in places) or any(
        start < figure.end and figure.start < end for start, end in places
    )


def _group(book: Register, figure: Figure, tokens: Sequence["Token"]) -> str | None:
    """The group counted, when the words name its country: "North Korean soldiers"."""
    country = country_in(tokens)
    if figure.unit != "person" or country is None or figure.who is None:
        return None
    noun = figure.who.split()[-1].lower()
    kind = next((name for name, nouns in table("groups")["groups"].items() if noun in nouns), noun)
    record = book.add(f"group:{country[0]}:{kind}", EntityKind.GROUP, figure.who)
    record.place, record.plural, record.named = None, True, True
    if kind == "troops":
        book.own(record.key, book.government(country[0]), f"“{figure.who}”")
    return book.local_id(record.key)


def _where(book: Register, tokens: Sequence["Token"]) -> str | None:
    """The first place that a preposition ties to the figure's own clause; within a country,
    the finer place."""
    if not tokens:
        return None
    verb = tokens[-1]
    while verb.head.i != verb.i and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    placed = [
        book.by_token[token.i][1] for token in verb.subtree if _is_place(book, token) and _placed_by(token)
    ]
    finer = [entity for entity in placed if not _is_country(book, entity)]
    return book.local_id((finer or placed)[0]) if placed else None


def _is_place(book: Register, token: "Token") -> bool:
    return token.i in book.by_token and book.by_token[token.i][0].kind is EntityKind.PLACE


def _is_country(book: Register, entity: str) -> bool:
    place = gazetteer.get(book.records[entity].place or "")
    return place is not None and place.kind is gazetteer.PlaceKind.country


def _placed_by(token: "Token") -> bool:
    while token.dep_ in {"compound", "poss", "nmod", "amod"} and token.head.i != token.i:
        token = token.head
    return token.dep_ == "pobj" and token.head.lower_ in {
        "in",
        "at",
        "near",
        "around",
        "off",
        "outside",
        "across",
    }


def _keys(one: Sourced) -> tuple[str, ...]:
    return (*one.sources, *one.relies_on, *(key for key, _ in one.relays))


def _mentions(
    report: Report, book: Register, names: Sequence[Name], sourced: Sequence[Sourced]
) -> tuple[Mention, ...]:
    """Every name, and every source phrase that no name covers;
    a government under its country's name is told apart."""
    spans: dict[Pair, str] = {(name.start, name.end): book.by_token[name.first][1] for name in names}
    for one in sourced:
        if one.base.source is not None and len(one.sources) == 1:
            start, end = one.base.source
            inner = [
                pair
                for pair in spans
                if start <= pair[0] and pair[1] <= end and spans[pair] == one.sources[0]
            ]
            if not inner:
                spans[(start, end)] = one.sources[0]
    return tuple(sorted(_values(report, book, spans.items()), key=lambda one: one.id))


def _values(report: Report, book: Register, spans: Iterable[tuple[Pair, str]]) -> Iterable[Mention]:
    for (start, end), key in spans:
        entity = book.local_id(key)
        yield Mention(
            content_id("mention", report.id, start, end, entity),
            report.id,
            start,
            end,
            report.text[start:end],
            entity,
        )


def _words(shown: Sequence["Span"]) -> tuple[Word, ...]:
    """The content words, for whatever compares sentences later without a parse."""
    negated = {token.head.i for sentence in shown for token in tokens_of(sentence) if _negates(token)}
    return tuple(
        Word(token.idx, token.idx + len(token), token.lemma_.lower(), token.pos_, token.i in negated)
        for sentence in shown
        for token in tokens_of(sentence)
        if not token.is_stop and token.pos_ in _CONTENT_TAGS and any(c.isalnum() for c in token.text)
    )


def _negates(token: "Token") -> bool:
    return (token.dep_ == "neg" or token.lower_ in {"no", "never", "neither"}) and token.head.i != token.i
