"""Names in one report: people, organisations, places and groups, each with its span and kind.

The small pipeline's entities are taken where they can be trusted,
corrected by the gazetteer (it calls Kursk a product) and completed by runs of capitals around a noun that
names a body ("Security Service of Ukraine").
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extract.kinds import Name, agreed, introduced
from sayso.extract.sentences import sentences
from sayso.lexicon import gazetteer, table, words
from sayso.model.names import bare
from sayso.model.report import EntityKind, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_KINDS = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
    "NORP": EntityKind.GROUP,
    "EVENT": EntityKind.EVENT,
    "PRODUCT": EntityKind.OTHER,
}
"""OntoNotes labels of the pipeline to entity kinds; numbers, dates, works and languages name nobody."""

_LINKS = frozenset({"of", "for", "the", "de", "del", "la", "du", "&"})
"""Small words that may stand inside a body's name."""

LONGEST_PERSON = 4
"""Words in the longest personal name that a role beside it alone may show."""

_LONGEST_PLACE = 6
"""Words in the longest place name looked up."""


def extract(report: Report, doc: "Doc") -> tuple[Name, ...]:
    """Return the names of a report in order, none overlapping another; longer ones win."""
    found: list[tuple[int, int, EntityKind, str | None]] = []
    for sentence in sentences(report, doc):
        found += _credited(report, sentence)
        found += _bodies(sentence)
        found += _places(sentence)
        found += _entities(sentence)
    names = [_name(report, doc, *item) for item in _without_overlaps(found)]
    names += [_name(report, doc, *item) for item in _overlooked(report, doc, names)]
    return agreed(doc, sorted(names, key=lambda name: name.first))


def _overlooked(
    report: Report, doc: "Doc", names: list[Name]
) -> Iterator[tuple[int, int, EntityKind, str | None]]:
    """Names the pipeline missed: a run of capitals that a role beside it introduces,
    and surnames of people named in full."""
    taken = {index for name in names for index in range(name.first, name.last)}
    full: set[str] = {
        bare(name.text).split()[-1] for name in names if name.kind is EntityKind.PERSON and " " in name.text
    }
    for sentence in sentences(report, doc):
        for first, last in _capital_runs(sentence):
            if (
                taken.isdisjoint(range(first, last))
                and last - first <= LONGEST_PERSON
                and introduced(doc, first, last)
            ):
                taken.update(range(first, last))
                full.add(doc[last - 1].text)
                yield first, last, EntityKind.PERSON, None
    for sentence in sentences(report, doc):
        for token in sentence:
            if token.i not in taken and token.text in full and token.pos_ in {"PROPN", "NOUN", "ADJ"}:
                yield token.i, token.i + 1, EntityKind.PERSON, None


def _credited(report: Report, sentence: "Span") -> Iterator[tuple[int, int, EntityKind, str | None]]:
    """The short names of the agencies that the report credits, wherever the text uses them."""
    for token in sentence:
        if token.text[0].isupper() and token.lower_ in {agency.lower() for agency in report.agencies}:
            yield token.i, token.i + 1, EntityKind.ORGANISATION, None


def _entities(sentence: "Span") -> Iterator[tuple[int, int, EntityKind, str | None]]:
    for entity in sentence.ents:
        kind = _KINDS.get(entity.label_)
        bounds = _trimmed(entity)
        if kind is None or bounds is None:
            continue
        first, last = bounds
        text = entity.doc[first:last].text
        if (
            kind is EntityKind.PERSON
            and last - first > 1
            and all(gazetteer.find(t.text) for t in entity.doc[first:last])
        ):
            continue
        if not any(character.isupper() for character in text) or _is_adjective(entity.doc[first:last]):
            continue
        if text in words("mentions", "not_names"):
            continue
        if gazetteer.demonym(text):
            kind = EntityKind.GROUP
        if kind is EntityKind.ORGANISATION and _apposed(entity):
            kind = EntityKind.PERSON
        if kind is EntityKind.PERSON and _is_body(entity.doc[first:last]):
            kind = EntityKind.ORGANISATION
        if kind is EntityKind.PERSON and last - first == 1 and entity.doc[first].text.isupper():
            kind = EntityKind.ORGANISATION
        yield first, last, kind, None


def _trimmed(entity: "Span") -> tuple[int, int] | None:
    """Cut articles, titles, possessives, stray punctuation and small letters off both ends of an entity."""
    doc, first, last = entity.doc, entity.start, entity.end
    while first < last and (
        _is_title(doc[first])
        or doc[first].lower_ == "the"
        or doc[first].is_punct
        or doc[first].is_space
        or _leads(doc[first], entity)
        or (
            last - first > 1
            and doc[first].is_sent_start
            and doc[first].lower_ in words("mentions", "openers")
        )
    ):
        first += 1
    while last > first and (
        doc[last - 1].tag_ == "POS"
        or doc[last - 1].is_punct
        or doc[last - 1].is_space
        or (doc[last - 1].is_lower and entity.label_ == "PERSON")
    ):
        last -= 1
    return (first, last) if first < last else None


def _leads(token: "Token", entity: "Span") -> bool:
    """A demonym or small word in front of a person's name belongs to the office, not to the name."""
    return (
        entity.label_ == "PERSON"
        and len(entity) > 1
        and (token.is_lower or gazetteer.demonym(token.text) is not None)
    )


def _is_title(token: "Token") -> bool:
    return token.text in words("offices", "titles")


def _is_adjective(span: "Span") -> bool:
    """A demonym that describes ("Ukrainian forces") names nobody by itself."""
    last = span[-1]
    return gazetteer.demonym(span.text) is not None and last.pos_ == "ADJ"


def _apposed(entity: "Span") -> bool:
    """A name right after what its bearer does: "the general secretary, X"; an owner may be a body."""
    root = entity.root
    forms = {root.head.lower_, root.head.lemma_.lower()}
    spoken = forms & words("offices", "people") and not forms & words("offices", "bodies")
    return root.dep_ == "appos" and bool(spoken) and not _is_body(entity)


def _is_body(span: "Span") -> bool:
    return any(token.lower_ in words("offices", "bodies") for token in span) and len(span) > 1


def _bodies(sentence: "Span") -> Iterator[tuple[int, int, EntityKind, str | None]]:
    """Runs of capitalised words and small links that hold a noun for a body: names of organisations."""
    known = table("offices")["known"]
    for first, last in _capital_runs(sentence):
        run = sentence.doc[first:last]
        if run.text in known or _names_body(run):
            yield first, last, EntityKind.ORGANISATION, None


def _names_body(run: "Span") -> bool:
    inner = [token for token in run if token.text[0].isupper()]
    if len(inner) < 2 or run[0].lower_ in {"president", "minister"}:
        return False
    if run[-1].text in words("media", "name_endings"):
        return True
    head_words = [token for token in inner if token.lower_ in words("offices", "bodies")]
    opens_alone = gazetteer.demonym(inner[0].text) is not None or inner[0] in head_words
    return len(head_words) > 1 or (bool(head_words) and not opens_alone)


def _capital_runs(sentence: "Span") -> Iterator[tuple[int, int]]:
    doc, position, end = sentence.doc, sentence.start, sentence.end
    while position < end:
        if not _is_capital(doc[position]) or (
            position == sentence.start and doc[position].pos_ not in {"PROPN", "NOUN", "ADJ"}
        ):
            position += 1
            continue
        stop = position + 1
        while stop < end:
            ahead = stop
            while ahead < end and (doc[ahead].lower_ in _LINKS or doc[ahead].lower_ == "no."):
                ahead += 1
            if ahead < end and _is_capital(doc[ahead]) and (ahead == stop or ahead - stop <= 2):
                stop = ahead + 1
            else:
                break
        first = position
        while first < stop and (_is_title(doc[first]) or doc[first].lower_ == "the"):
            first += 1
        if stop - first > 1 or (stop - first == 1 and doc[first].text in table("offices")["known"]):
            yield first, stop
        position = stop


def _is_capital(token: "Token") -> bool:
    return (
        token.text[0].isupper()
        and token.is_alpha
        and not (token.is_sent_start and token.pos_ in {"DET", "PRON", "ADP", "ADV", "SCONJ", "CCONJ"})
    )


def _places(sentence: "Span") -> Iterator[tuple[int, int, EntityKind, str | None]]:
    """The longest gazetteer name at each capitalised word;
    one that is also an ordinary word or name needs the pipeline's voice."""
    doc, position = sentence.doc, sentence.start
    while position < sentence.end:
        width = _place_width(doc, position, sentence.end)
        if width:
            place = gazetteer.find(doc[position : position + width].text)
            if place is not None:
                yield position, position + width, EntityKind.PLACE, place.key
        position += max(width, 1)


def _place_width(doc: "Doc", position: int, end: int) -> int:
    if not doc[position].text[0].isupper():
        return 0
    for width in range(min(_LONGEST_PLACE, end - position), 0, -1):
        span = doc[position : position + width]
        place = gazetteer.find(span.text)
        if place is not None and (not gazetteer.ambiguous(span.text) or _looks_placed(span)):
            return width
    return 0


def _looks_placed(span: "Span") -> bool:
    """The pipeline calls it a place, or it follows a preposition of place and is no part of a longer name."""
    return all(token.ent_type_ in {"GPE", "LOC"} for token in span)


def _without_overlaps(
    found: list[tuple[int, int, EntityKind, str | None]],
) -> list[tuple[int, int, EntityKind, str | None]]:
    """Keep the longest at each place; among equals the gazetteer's reading, then the first found."""
    order = sorted(range(len(found)), key=lambda i: (found[i][0] - found[i][1], found[i][3] is None, i))
    taken: set[int] = set()
    kept = []
    for index in order:
        span = range(found[index][0], found[index][1])
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(found[index])
    return sorted(kept, key=lambda item: item[0])


def _name(report: Report, doc: "Doc", first: int, last: int, kind: EntityKind, place: str | None) -> Name:
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    return Name(first, last, start, end, report.text[start:end], kind, place, _title_before(doc, first))


def _title_before(doc: "Doc", first: int) -> str | None:
    """The titles right before a name: `President`, `Foreign Minister`."""
    begin = first
    while begin > 0 and (
        _is_title(doc[begin - 1])
        or (
            begin < first
            and doc[begin - 1].text.istitle()
            and doc[begin - 1].pos_ == "PROPN"
            and doc[begin - 1].ent_type_ != "PERSON"
        )
    ):
        begin -= 1
    return doc[begin:first].text if begin < first else None
