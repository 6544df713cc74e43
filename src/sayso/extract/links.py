"""Tie together what was found in one report: sources to entities, figures to statements,
places and groups counted.

The last file that sees the Doc; what leaves it are the frozen `Facts` of the report.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extract import dated
from sayso.extract.frames import frames, never_before, undone
from sayso.extract.linking import circumstances
from sayso.extract.linking.conduits import through
from sayso.extract.linking.owners import owned
from sayso.extract.linking.relays import Sourced, chained
from sayso.extract.linking.statements import statements
from sayso.extract.linking.tellers import without_tellers
from sayso.extract.linking.undertakings import undertaken
from sayso.extract.names.kinds import Name
from sayso.extract.names.roles import opens_as_roles
from sayso.extract.referents import affiliations
from sayso.extract.referents.antecedents import Antecedents
from sayso.extract.referents.capitals import governed
from sayso.extract.referents.crowds import crowds
from sayso.extract.referents.dead import is_dead
from sayso.extract.referents.descriptions import described, introduce
from sayso.extract.referents.firms import Firms
from sayso.extract.referents.parties import Parties
from sayso.extract.referents.pronouns import Salience
from sayso.extract.referents.register import Register, register
from sayso.extract.sayings.drafts import Attribution
from sayso.extract.sayings.members import members
from sayso.extract.sayings.speakers import OPENING
from sayso.extract.sayings.voices import RELATIVE, can_speak
from sayso.extract.sentences import lemmas, lowered, sentences, text, texts, tokens_of
from sayso.lexicon import table, words
from sayso.lexicon.media import short_names, without_article
from sayso.model.grammar import Word
from sayso.model.ids import content_id
from sayso.model.names import key as spelling
from sayso.model.names import one_house
from sayso.model.report import (
    BlockRole,
    EntityKind,
    Facts,
    Figure,
    Mention,
    Pair,
    Report,
    Stance,
    StatementKind,
    TimeExpression,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_CONTENT_TAGS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})

_NEGATING = frozenset({"no", "never", "neither"})

RETORTS = frozenset({Stance.DENIES, Stance.DECLINES, Stance.CONFIRMS})
"""What one does of whom another has told something: "Kovar said the mayor had lied. He denied it"."""

FIRST_PERSON = frozenset({"i", "we", "me", "us"})


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
    affiliations.titles(doc, book, names)
    captions = [(one.start, one.end) for one in report.blocks if one.role is BlockRole.CAPTION]
    salience = Salience(book, apart=captions)
    outlet = without_article(report.outlet or "") or None
    parties = Parties(doc, book, salience, Antecedents(book, salience, Firms(book, salience), outlet))
    shown = sentences(report, doc)
    _note_subjects(parties, shown)
    introduce(doc, shown, parties)
    affiliations.note(doc, parties, names, spoken=False)
    parties.crowds = crowds(shown, book.by_token, {part for one in attributions for part in one.parts})
    found = _resolved(report, doc, parties, attributions)
    sourced = chained(found, book)
    affiliations.note(doc, parties, names, spoken=True)
    sourced = tuple(undertaken(doc, parties, one) for one in through(report, doc, parties, sourced))
    settled = statements(report, doc, book, shown, sourced, times, (*found, *sourced))
    counted = owned(doc, book, without_tellers(figures, settled), settled)
    _note_seats(book)
    mentions = _mentions(report, doc, shown, parties, names, sourced)
    used = (
        {key for name, key in book.by_token.values()}
        | {key for one in sourced for key in _keys(one)}
        | set(book.records)
    )
    return Facts(
        report=report,
        sentences=tuple((s.start_char, s.end_char) for s in shown),
        words=_words(doc, shown),
        entities=book.entities(used),
        mentions=mentions,
        times=tuple(times),
        statements=tuple(sorted(settled, key=lambda one: one.id)),
        figures=tuple(sorted(counted, key=lambda one: one.id)),
        frames=frames(doc, shown),
        deeds=dated.extract(report, doc, times),
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
    own = report.outlet or ""
    own_names = (own, without_article(own), *short_names(own))
    credited = {name.lower() for name in (*report.agencies, *own_names) if name}
    for record in book.records.values():
        if record.kind is EntityKind.PERSON:
            continue
        if any(name.lower() in credited or _is_address_of(name, own) for name in record.names):
            record.media = True
            if not {name.lower() for name in record.names}.isdisjoint(
                one.lower() for one in short_names(own)
            ):
                record.names[without_article(own)] = None


def _is_address_of(name: str, outlet: str) -> bool:
    """Whether the outlet is known by an address alone, and has the name in it: "gizette.com"."""
    return "." in outlet and name[:1].isupper() and one_house(name, outlet)


def _note_seats(book: Register) -> None:
    """Who holds an office that a described body of the report is the seat of answers to that: the mayor to
    "the municipality", the ward chair to "the ward office"."""
    for record in list(book.records.values()):
        seats = table("offices")["seats"].get(record.office or "", ())
        if record.office in words("offices", "leading"):
            seats = [*seats, *(f"{of} {body}" for of in record.told for body in words("offices", "seat_of"))]
        found = sorted({f"described:{seat}" for seat in seats} & book.records.keys())
        if record.named and record.owner is None and len(found) == 1:
            book.own(record.key, found[0], f"{record.office} and {found[0].removeprefix('described:')}")


def _note_subjects(parties: Parties, shown: Sequence["Span"]) -> None:
    """Named subjects of main clauses are who a later pronoun may mean."""
    for sentence in shown:
        for token in tokens_of(sentence):
            if token.i in parties.book.by_token and _does(token):
                name, entity = parties.book.by_token[token.i]
                if name.kind is EntityKind.PERSON or token.head.dep_ == "ROOT":
                    at = sentence.start_char if _by_the_way(token) else token.idx
                    parties.salience.note(at, _joined(parties.book, token, entity))
            elif token.dep_ == "nsubj" and (beside := parties.named_beside(token)) is not None:
                parties.salience.note(token.idx, (beside,))


def _by_the_way(subject: "Token") -> bool:
    """Whether a clause only tells when or why somebody else did something: "Feeley met the envoy before Kovar
    took office" is about Feeley."""
    clause = subject.head
    if clause.dep_ != "advcl" or clause.head.i > clause.i:
        return False
    return any(child.lower_ in words("mentions", "circumstantial") for child in clause.lefts)


def _joined(book: Register, subject: "Token", entity: str) -> tuple[str, ...]:
    """Whom a subject names together, the first one last: "Ana Kovar and Jan Brod lost. Both said …"; "he" is
    the first that fits. Of "Ana Kovar or Jan Brod" the first alone."""
    if any(child.dep_ == "cc" and child.lower_ != "and" for child in subject.children):
        return (entity,)
    others = (book.by_token.get(token.i) for token in subject.conjuncts if token.i > subject.i)
    named = [entity, *(one[1] for one in others if one is not None)]
    return tuple(reversed(dict.fromkeys(named)))


def _does(token: "Token") -> bool:
    """Whether a word is the subject of a clause with a finite verb, or who does what a passive tells: "was
    joined by Kovar"; not "that hangs on Kovar paying"."""
    if token.dep_ == "pobj":
        return token.head.dep_ == "agent" and token.head.head.dep_ == "ROOT"
    deed = token.head.dep_ == "pcomp" and token.head.tag_ == "VBG" and token.head.head.lower_ != "with"
    return token.dep_ in {"nsubj", "nsubjpass"} and not deed


def _resolved(report: Report, doc: "Doc", parties: Parties, found: Sequence[Attribution]) -> list[Sourced]:
    """Resolve sources in the order of their cues, so that each pronoun finds who spoke before it."""
    done = []
    within = _told_within([one for one in found if not _is_turn(report, one)])
    turn: Sourced | None = None
    for one in sorted(found, key=lambda item: item.cue or item.sentence):
        reliances = () if one.quoted else circumstances.relied_on(report, *one.sentence)
        if _only_cites(report, doc, one):
            continue
        if turn is not None and not _holds(turn, one):
            turn = None
        others = _named_by(doc, parties.book, one) | frozenset(turn.sources if turn is not None else ())
        on = turn is None and one.cue not in within and one.stance not in RETORTS
        begun = _begun(one) if on else None
        adding = on and _adds(doc, one)
        heads = (doc[head] for head in one.heads)
        meant = (key for head in heads for key in parties.resolve(head, others, begun=begun, adding=adding))
        keys = tuple(dict.fromkeys(meant))
        relied = _relied_on(doc, parties, reliances)
        relays = _outlets_within(doc, parties.book, one, keys)
        # Nor is who signs a post that is set into the text the one whom the text goes on about.
        aside = one.quoted or one.is_post or one.cue in within or _in_passing(report, one)
        if not aside and all(can_speak(doc[head]) for head in one.heads):
            parties.spoke(one.cue[0] if one.cue else one.sentence[1], keys)
            parties.salience.tell(one.parts, keys)
        done.append(Sourced(one, keys, relays, tuple(key for key in relied if key not in keys)))
        # "He" in somebody's turn of an interview is not that one.
        turn = done[-1] if one.cue is not None and _is_turn(report, one) else turn
    return [_speaking_for_itself(doc, one, done) for one in done]


def _adds(doc: "Doc", one: Attribution) -> bool:
    """Whether who just spoke goes on: "it added that …", "it also said that …"."""
    cue = doc[one.cue_token] if one.cue_token is not None else None
    if cue is None:
        return False
    return cue.lemma_.lower() in words("cues", "adding") or any(child.lower_ == "also" for child in cue.lefts)


def _begun(one: Attribution) -> int:
    """Where an attribution begins, with its source or with a quotation before that."""
    return min([(one.source or one.sentence)[0], *(start for start, _ in one.parts)])


def _named_by(doc: "Doc", book: Register, one: Attribution) -> frozenset[str]:
    """Whom a quotation tells of by name: "“Ms Brand was a friend,” she said" is not said by Ms Brand; and
    whom any content tells to be dead: "Jan Brand was killed, he said" is not said by Jan Brand. Nor is a
    pronoun whoever is named behind it as told or told of: "she told Ms Brand …", "she said Ms Brand …"."""
    if one.quoted or not any(doc[head].pos_ == "PRON" for head in one.heads):
        return frozenset()
    found = {book.by_token[token.i][1] for token in _told(doc, one) if token.i in book.by_token}
    behind = one.source[1] if one.source is not None else one.sentence[1]
    for part in one.parts:
        spoken = text(doc)[part[0]] in OPENING
        for token in doc.char_span(*part, alignment_mode="expand") or ():
            if token.i in book.by_token and (spoken or token.idx > behind or is_dead(token)):
                found.add(book.by_token[token.i][1])
    return frozenset(found)


def _told(doc: "Doc", one: Attribution) -> Iterator["Token"]:
    """Who is told: the objects of a cue."""
    cue = doc[one.cue_token] if one.cue_token is not None else None
    yield from (child for child in cue.rights if child.dep_ in {"dobj", "dative"}) if cue is not None else ()


def _told_within(found: Sequence[Attribution]) -> set[Pair]:
    """The cues that stand in what another source says: "X said that Y had told it so" goes on about X."""
    contents = sorted({part for one in found for part in one.parts})
    cues = sorted({one.cue for one in found if one.cue is not None})
    within: set[Pair] = set()
    reach, at = 0, 0
    for cue in cues:
        while at < len(contents) and contents[at][0] <= cue[0]:
            reach = max(reach, contents[at][1])
            at += 1
        if cue[1] <= reach:
            within.add(cue)
    return within


def _speaking_for_itself(doc: "Doc", one: Sourced, found: Sequence[Sourced]) -> Sourced:
    """ "I" and "we" are whoever is quoted, whose turn of a transcript it is, or who says so behind the words
    ("we were late, the firm says"); "he" and "they" in a quotation were made clear to those who listened, not
    to us."""
    if one.base.cue is None or not any(doc[head].pos_ == "PRON" for head in one.base.heads):
        return one
    first = any(doc[head].lower_ in FIRST_PERSON for head in one.base.heads)
    if not first:
        return replace(one, sources=()) if one.base.quoted else one
    cue = one.base.cue[0]
    around = [
        other
        for other in found
        if not other.base.quoted
        and other.base is not one.base
        and (one.base.quoted or other.base.kind is StatementKind.DIRECT or _told_first(other, cue))
        and any(start <= cue < end for start, end in other.base.parts)
    ]
    outer = min(around, key=lambda other: other.base.end - other.base.start, default=None)
    return replace(one, sources=outer.sources) if outer is not None else one


def _told_first(other: Sourced, at: int) -> bool:
    return other.base.cue is not None and at < other.base.cue[0]


def _is_turn(report: Report, one: Attribution) -> bool:
    return one.kind is StatementKind.DIRECT and one.cue is not None and report.text[slice(*one.cue)] == ":"


def _holds(outer: Sourced, one: Attribution) -> bool:
    return one.cue is not None and any(start <= one.cue[0] < end for start, end in outer.base.parts)


def _in_passing(report: Report, one: Attribution) -> bool:
    """What a relative clause says of somebody does not make that one the person spoken of: "…, who denies
    it"."""
    return one.source is not None and report.text[slice(*one.source)].lower() in RELATIVE


def _outlets_within(
    doc: "Doc", book: Register, one: Attribution, keys: Sequence[str]
) -> tuple[tuple[str, Pair], ...]:
    """An outlet named inside the source phrase passed it on: "sources in the newspaper X",
    "X's correspondent"; not "Kovar, who met X's editor"."""
    if one.source is None:
        return ()
    start, end = one.source
    person = any(book.records[key].kind is EntityKind.PERSON for key in keys)
    found = {
        entity: (name.start, name.end)
        for name, entity in book.by_token.values()
        if start <= name.start
        and name.end <= end
        and entity not in keys
        and book.records[entity].media
        and not (person and _in_a_clause(doc[name.first], start))
    }
    return tuple(sorted(found.items(), key=lambda item: item[1]))


def _in_a_clause(word: "Token", start: int) -> bool:
    """Whether a word stands in a relative clause about a noun behind a place."""
    return any(above.dep_ == "relcl" and above.head.idx >= start for above in word.ancestors)


def _only_cites(report: Report, doc: "Doc", one: Attribution) -> bool:
    """The content is but the party cited ("citing the ministry"), which `relies_on` of the real statement
    keeps; not a reason ("citing a threat to the wells")."""
    if one.cue is None or report.text[slice(*one.cue)].lower() not in words("circumstances", "citing"):
        return False
    cited = doc.char_span(*one.parts[0], alignment_mode="expand")
    return cited is None or can_speak(cited.root)


def _relied_on(doc: "Doc", parties: Parties, reliances: Sequence[Pair]) -> tuple[str, ...]:
    keys: list[str] = []
    for start, end in reliances:
        found = doc.char_span(start, end, alignment_mode="contract")
        if found is not None and found.root.pos_ in {"NOUN", "PROPN"}:
            named = (one for one in members(found.root) if found.start <= one.i < found.end)
            keys += (key for one in named for key in parties.resolve(one))
    return tuple(dict.fromkeys(keys))


def _keys(one: Sourced) -> tuple[str, ...]:
    return (*one.sources, *one.relies_on, *(key for key, _ in one.relays))


def _mentions(
    report: Report,
    doc: "Doc",
    shown: Sequence["Span"],
    parties: Parties,
    names: Sequence[Name],
    sourced: Sequence[Sourced],
) -> tuple[Mention, ...]:
    """Every name, every source phrase that no name covers, and other nouns for somebody known;
    a government under its country's name is told apart."""
    book = parties.book
    spans: dict[Pair, str] = {(name.start, name.end): _meant(doc, book, name) for name in names}
    heads = {head for one in sourced for head in one.base.heads}
    spans |= dict(described(doc, shown, parties, heads))
    for one in sourced:
        for span, key in _source_spans(doc, book, one):
            inner = [
                pair for pair in spans if span[0] <= pair[0] and pair[1] <= span[1] and spans[pair] == key
            ]
            if not inner:
                spans[span] = key
    return tuple(sorted(_values(report, book, spans.items()), key=lambda one: one.id))


def _meant(doc: "Doc", book: Register, name: Name) -> str:
    """The entity of a name; the government where a capital's name stands for one."""
    country = governed(doc, name)
    return book.government(country, name.text) if country is not None else book.by_token[name.first][1]


def _source_spans(doc: "Doc", book: Register, one: Sourced) -> Iterable[tuple[Pair, str]]:
    """The whole source where it is one party; of several the words of each up to its noun, where no names
    cover them."""
    if one.base.source is None or not one.sources:
        return
    if len(one.sources) == 1:
        yield one.base.source, one.sources[0]
    elif len(one.sources) == len(one.base.heads):
        nouns = [
            (h, key)
            for h, key in zip(one.base.heads, one.sources, strict=True)
            if doc[h].pos_ == "NOUN"
            or (doc[h].pos_ == "PROPN" and h not in book.by_token and opens_as_roles(doc[h]))
        ]
        for head, key in nouns:
            first = min(t.idx for t in (doc[head], *doc[head].lefts) if t.dep_ not in {"cc", "punct"})
            yield (first, doc[head].idx + len(doc[head])), key


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


def _words(doc: "Doc", shown: Sequence["Span"]) -> tuple[Word, ...]:
    """The content words, for whatever compares sentences later without a parse."""
    by_word, by_lemma = lowered(doc), lemmas(doc)
    told = [token for sentence in shown for token in tokens_of(sentence)]
    negating = (
        token
        for token in told
        if (by_word[token.i] in _NEGATING or token.dep_ == "neg") and not never_before(by_word, token.i)
    )
    negated = {token.head.i for token in negating if token.head.i != token.i}
    negated |= {token.i for token in told if token.pos_ == "VERB" and undone(doc, token)}
    said = texts(doc)
    return tuple(
        [
            Word(token.idx, token.idx + len(token), by_lemma[token.i], token.pos_, token.i in negated)
            for token in told
            if token.pos_ in _CONTENT_TAGS and not token.is_stop and any(map(str.isalnum, said[token.i]))
        ]
    )
