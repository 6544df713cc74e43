"""Names in one report: people, organisations, places and groups, each with its span and kind.

The small pipeline's entities are taken where they can be trusted,
corrected by the gazetteer (it calls Kursk a product) and completed by runs of capitals around a noun that
names a body ("Security Service of Ukraine").
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from sayso.extract import bounds, repeats
from sayso.extract.bounds import is_title
from sayso.extract.kinds import Name, agreed, introduced, is_kin, listed_by_first_word, sorted_by_words
from sayso.extract.sentences import Tokens, capitals, sentences, text_of, texts
from sayso.extract.sentences import tokens as tokens_of
from sayso.lexicon import gazetteer, given_names, idf, table, words
from sayso.model.names import acronym_of
from sayso.model.report import EntityKind, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_Found: TypeAlias = tuple[int, int, EntityKind, str | None]
"""First token of a name, one past its last, its kind and gazetteer key."""

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

_LINKS = frozenset({"of", "for", "the", "&", "no."})
"""Small words that may stand inside a body's name, beside the particles that stand in any."""

_OF = frozenset({"of", "for"})
"""Links that go on with a body's name ("Port Authority of Brod"); behind other words a new name begins."""

_SIDES = frozenset({"pro", "anti", "non"})
"""Prefixes that make an adjective of a place's name."""

LONGEST_PERSON = 4
"""Words in the longest personal name that a role beside it alone may show."""

LONGEST_NAME = 10
"""Words before a bracket among which the long form of an acronym is looked for."""

_LONGEST_PLACE = 6
"""Words in the longest place name looked up."""


def extract(report: Report, doc: "Doc") -> tuple[Name, ...]:
    """Return the names of a report in order, none overlapping another; longer ones win."""
    shown, tokens = sentences(report, doc), tokens_of(doc)
    capital = [(sentence, capitals(doc, sentence)) for sentence in shown]
    runs = [run for sentence, at in capital for run in _capital_runs(tokens, sentence, at)]
    found = [*_credited(report, shown, tokens), *_well_known(doc, shown, tokens), *_bodies(tokens, runs)]
    found += [body for sentence, at in capital for body in _acronyms(tokens, sentence, at)]
    found += [place for sentence, at in capital for place in _places(tokens, sentence, at)]
    found += [name for entity in _within(shown, doc.ents) for name in _entity(tokens, entity)]
    found += [person for first, last in runs for person in _full_name(tokens, first, last)]
    names = [_name(report, tokens, *item) for item in _widened(shown, tokens, _without_overlaps(found))]
    names += [_name(report, tokens, *item) for item in _introduced(tokens, runs, names)]
    settled = agreed(tokens, sorted(names, key=lambda name: name.first))
    again = [_name(report, tokens, *item) for item in repeats.again(doc, shown, settled)]
    return agreed(tokens, sorted((*names, *again), key=lambda name: name.first)) if again else settled


def _introduced(tokens: Tokens, runs: Sequence[tuple[int, int]], names: Sequence[Name]) -> Iterator[_Found]:
    """Names the pipeline missed: a run of capitals that a role beside it introduces."""
    taken = {index for name in names for index in range(name.first, name.last)}
    for first, last in runs:
        if (
            taken.isdisjoint(range(first, last))
            and last - first <= LONGEST_PERSON
            and introduced(tokens, first, last)
        ):
            yield first, last, EntityKind.PERSON, None


def _full_name(tokens: Tokens, first: int, last: int) -> Iterator[_Found]:
    """A run that is a given name and a surname, initials or a second given name between them, whatever the
    pipeline takes it for; not where a word shows another sort of name."""
    inside = tokens[first:last]
    if not 2 <= len(inside) <= LONGEST_PERSON or given_names.gender(inside[0].text) is None:
        return
    middle = all(
        given_names.gender(token.text) or token.text.rstrip(".").isupper() or token.text in _particles()
        for token in inside[1:-1]
    )
    surname = inside[-1]
    if (
        middle
        and surname.pos_ == "PROPN"
        and surname.text.istitle()
        and not any(token.lower_ in _LINKS for token in inside)
        and gazetteer.find(text_of(tokens[first:last])) is None
        and sorted_by_words(inside, EntityKind.PERSON) is EntityKind.PERSON
        and (inside[1].is_lower or not any(token.ent_type_ in {"GPE", "LOC", "FAC"} for token in inside))
        and not _is_body(inside)
        and surname.text not in words("media", "name_endings")
        and gazetteer.demonym(surname.text) is None
        and text_of(tokens[first:last]) not in words("mentions", "organisations")
    ):
        yield first, last, EntityKind.PERSON, None


def _widened(shown: Sequence["Span"], tokens: Tokens, found: Sequence[_Found]) -> Iterator[_Found]:
    """The names with what belongs to them on either side and is no other name's."""
    taken = {index for first, last, *_ in found for index in range(first, last)}
    starts = [sentence.start for sentence in shown]
    for first, last, kind, place in found:
        sentence = shown[bisect_right(starts, first) - 1]
        begin, end = first, last
        if kind is EntityKind.PERSON:
            begin, end = bounds.person(tokens, first, last, sentence.start, sentence.end, taken)
        if taken.isdisjoint(range(last, end)):
            taken.update(range(begin, end))
            yield begin, end, kind, place
        else:
            yield begin, last, kind, place


def _credited(report: Report, shown: Sequence["Span"], tokens: Tokens) -> Iterator[_Found]:
    """The short names of the agencies that the report credits, wherever the text uses them."""
    agencies = {agency.lower() for agency in report.agencies}
    for sentence in shown if agencies else ():
        for at, token in enumerate(tokens[sentence.start : sentence.end], sentence.start):
            if token.lower_ in agencies and token.text[0].isupper():
                yield at, at + 1, EntityKind.ORGANISATION, None


def _well_known(doc: "Doc", shown: Sequence["Span"], tokens: Tokens) -> Iterator[_Found]:
    """Names known everywhere, by their list; a lone word that a sentence begins with may be a common one."""
    known, text = listed_by_first_word(), texts(doc)
    for sentence in shown:
        for at in [at for at in range(sentence.start, sentence.end) if text[at] in known]:
            for said, kind in known[text[at]]:
                last = at + len(said)
                opens = at == sentence.start and tokens[at].dep_ not in {"nsubj", "nsubjpass", "poss"}
                doubtful = len(said) == 1 and (tokens[at].pos_ != "PROPN" or opens)
                if text[at : min(last, sentence.end)] == said and not doubtful:
                    yield at, last, kind, None


def _acronyms(tokens: Tokens, sentence: "Span", capital: Iterable[int]) -> Iterator[_Found]:
    """Words in capitals that the words beside them show to be a body's: "the AMWU union", "the union AMWU",
    or in brackets behind the name whose initials they are."""
    for at in capital:
        if _is_acronym(tokens[at]) and _shown_a_body(tokens, at, sentence.start, sentence.end):
            yield at, at + 1, EntityKind.ORGANISATION, None


def _is_acronym(token: "Token") -> bool:
    plain = token.text
    return plain.isupper() and plain.isalpha() and 2 <= len(plain) <= 8 and gazetteer.find(plain) is None


def _shown_a_body(tokens: Tokens, at: int, start: int, end: int) -> bool:
    before, after = tokens[max(at - 1, start)], tokens[min(at + 1, end - 1)]
    if before.is_lower and before.lower_ in words("offices", "sorts"):
        return True
    if after.is_lower and after.lower_ in words("offices", "sorts") and not before.is_upper:
        return True
    if before.text != "(" or after.text != ")":
        return False
    run = tokens[max(at - 1 - LONGEST_NAME, start) : at - 1]
    return any(
        acronym_of(tokens[at].text, " ".join(t.text for t in run[first:])) for first in range(len(run))
    )


def _within(shown: Sequence["Span"], entities: Iterable["Span"]) -> Iterator["Span"]:
    """The entities that stand whole in a sentence shown."""
    starts = [sentence.start for sentence in shown]
    for entity in entities:
        at = bisect_right(starts, entity.start) - 1
        if at >= 0 and entity.end <= shown[at].end:
            yield entity


def _entity(tokens: Tokens, entity: "Span") -> Iterator[_Found]:
    """The names in an entity of the pipeline; nothing where it names nobody."""
    kind = _KINDS.get(entity.label_)
    if kind is not None:
        for first, last in bounds.pieces(tokens, entity):
            yield from _named(tokens, entity, first, last, kind)


def _named(tokens: Tokens, entity: "Span", first: int, last: int, kind: EntityKind) -> Iterator[_Found]:
    """The name at tokens `first` to `last` of an entity of the pipeline, with its sort."""
    if kind is EntityKind.ORGANISATION:
        last = _without_staff(tokens, first, _before_a_person(tokens, first, last))
    inside = tokens[first:last]
    text = text_of(inside)
    if (
        _only_says_where(tokens, first, last)
        or _names_nobody(inside, text, kind)
        or _is_part_of_another(tokens, first, last)
    ):
        return
    if gazetteer.demonym(text) is not None:
        kind = EntityKind.GROUP
    if kind is EntityKind.ORGANISATION and _apposed(entity):
        kind = EntityKind.PERSON
    if kind is EntityKind.PERSON and (_is_body(inside) or (last - first == 1 and text.isupper())):
        kind = EntityKind.ORGANISATION
    yield first, last, sorted_by_words(inside, kind), None


def _only_says_where(tokens: Tokens, first: int, last: int) -> bool:
    """A lone noun for a body before a role in small letters: "Council leader Ana Kovar"."""
    if last - first > 1 or last >= len(tokens) or not _is_body_noun(tokens[first]):
        return False
    return tokens[last].is_lower and tokens[last].lower_ in words("offices", "people")


def _names_nobody(inside: Tokens, text: str, kind: EntityKind) -> bool:
    """No capital, a demonym that describes ("Ukrainian forces"), a word on the list; of people, two places
    side by side, or digits."""
    describes = gazetteer.demonym(text) is not None and inside[-1].pos_ == "ADJ"
    if describes or not any(map(str.isupper, text)) or text in words("mentions", "not_names"):
        return True
    if kind is not EntityKind.PERSON:
        return False
    placed = len(inside) > 1 and all(gazetteer.find(token.text) for token in inside)
    return placed or any(map(str.isdigit, text))


def _apposed(entity: "Span") -> bool:
    """A name right after what its bearer does: "the general secretary, X"; an owner may be a body."""
    root = entity.root
    forms = {root.head.lower_, root.head.lemma_.lower()}
    spoken = forms & words("offices", "people") and not forms & words("offices", "bodies")
    return root.dep_ == "appos" and bool(spoken) and not _is_body(tuple(entity))


def _is_body(tokens: Tokens) -> bool:
    return len(tokens) > 1 and any(token.lower_ in words("offices", "bodies") for token in tokens)


def _bodies(tokens: Tokens, runs: Sequence[tuple[int, int]]) -> Iterator[_Found]:
    """Runs of capitalised words and small links that hold a noun for a body: names of organisations."""
    known = table("offices")["known"]
    for first, end in runs:
        last = _without_staff(tokens, first, end)
        if text_of(tokens[first:last]) in known or _names_body(tokens[first:last]):
            yield first, last, sorted_by_words(tokens[first:last], EntityKind.ORGANISATION), None


def _without_staff(tokens: Tokens, first: int, last: int) -> int:
    """Cut off who works for a body behind its name: "State Department Spokesperson"."""
    end = last
    while end - first > 2 and tokens[end - 1].lower_ in words("offices", "people"):
        end -= 1
    return end if _is_body_noun(tokens[end - 1]) else last


def _names_body(run: Tokens) -> bool:
    inner = [token for token in run if token.text[0].isupper()]
    if len(inner) < 2 or run[0].lower_ in {"president", "minister"}:
        return False
    if run[-1].text in words("media", "name_endings"):
        return True
    head_words = [token for token in inner if token.lower_ in words("offices", "bodies")]
    continued = any(token.lower_ in _OF for token in run)
    opens_alone = gazetteer.demonym(inner[0].text) is not None or (inner[0] in head_words and not continued)
    return len(head_words) > 1 or (bool(head_words) and not opens_alone)


def _capital_runs(tokens: Tokens, sentence: "Span", capital: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words and small links in a sentence; `capital`: the numbers of its words that
    begin with a capital."""
    stop = sentence.start
    for position in capital:
        opens = position == sentence.start and tokens[position].pos_ not in {"PROPN", "NOUN", "ADJ"}
        if position < stop or opens or not _is_capital(tokens[position]):
            continue
        stop = _end_of_run(tokens, position, sentence.end)
        first = position
        while first < stop and (is_title(tokens[first]) or tokens[first].lower_ == "the"):
            first += 1
        stop = _before_a_person(tokens, first, stop)
        if stop - first > 1 or (stop - first == 1 and tokens[first].text in table("offices")["known"]):
            yield first, stop


def _before_a_person(tokens: Tokens, first: int, stop: int) -> int:
    """Where a run goes on with a full name behind what its bearer belongs to or does ("Brod University Ana
    Kovar"), the run ends before that."""
    for at in range(first + 1, stop - 1):
        before = tokens[at - 1]
        named = stop - at <= LONGEST_PERSON and given_names.gender(tokens[at].text) is not None
        if named and (_is_body_noun(before) or before.lower_ in words("offices", "people")):
            return at
    return stop


def _end_of_run(tokens: Tokens, position: int, end: int) -> int:
    """One past the last capitalised word that goes on from the one at `position`, over at most two links."""
    stop = position + 1
    while stop < end:
        ahead = stop + _joins(tokens, position, stop, end)
        while ahead < end and _is_link(tokens[ahead]):
            ahead += 1
        if ahead == end or ahead - stop > 2 or not _is_capital(tokens[ahead]):
            break
        if tokens[stop].lower_ in _OF | {"the"} and not any(
            _is_body_noun(token) for token in tokens[position:stop]
        ):
            break
        stop = ahead + 1
    return stop


def _joins(tokens: Tokens, position: int, stop: int, end: int) -> bool:
    """Whether the "and" at `stop` stands inside a body's name: behind a common word, with the noun for a body
    close behind ("Allied Makers and Dockers Union"), or behind "Ministry of"."""
    if tokens[stop].lower_ != "and" or stop + 1 >= end or not _is_capital(tokens[stop + 1]):
        return False
    before, after = tokens[stop - 1], tokens[stop + 1]
    if not _is_common(before) or _is_body_noun(before) or _is_body_noun(after) or _is_known(after):
        return False
    behind = tokens[stop + 2] if stop + 2 < end else None
    if behind is not None and behind.text[0].isupper() and _is_body_noun(behind):
        return True
    of = next((at for at in range(position + 1, stop) if tokens[at].lower_ in _OF), None)
    return of is not None and _is_body_noun(tokens[of - 1]) and _is_common(after)


def _is_common(token: "Token") -> bool:
    """A word of English that names no place, people or person."""
    forms = {token.lower_, token.lemma_.lower(), token.lower_.removesuffix("s")}
    return any(idf.weight(form) < idf.weight("") for form in forms) and not _is_known(token)


def _is_known(token: "Token") -> bool:
    return (
        gazetteer.find(token.text) is not None
        or gazetteer.demonym(token.text) is not None
        or given_names.gender(token.text) is not None
    )


def _particles() -> frozenset[str]:
    return words("mentions", "particles")


def _is_link(token: "Token") -> bool:
    return token.lower_ in _LINKS or token.text in _particles()


def _is_body_noun(token: "Token") -> bool:
    return token.lower_ in words("offices", "bodies")


def _is_capital(token: "Token") -> bool:
    return (
        token.text[0].isupper()
        and token.is_alpha
        and not (token.is_sent_start and token.pos_ in {"DET", "PRON", "ADP", "ADV", "SCONJ", "CCONJ"})
    )


def _places(tokens: Tokens, sentence: "Span", capital: Iterable[int]) -> Iterator[_Found]:
    """The longest gazetteer name at each capitalised word of a sentence (`capital`: their numbers); one that
    is also an ordinary word or name needs the pipeline's voice."""
    stop = sentence.start
    for position in capital:
        if position >= stop and gazetteer.begins(tokens[position].text):
            place = _place_at(tokens, position, sentence.end)
            if place is not None:
                stop = place[1]
                yield place


def _place_at(tokens: Tokens, position: int, end: int) -> _Found | None:
    longest = None
    for stop in range(position + 1, min(position + _LONGEST_PLACE, end) + 1):
        span = tokens[position:stop]
        text = text_of(span)
        if not gazetteer.begins(text):
            break
        place = gazetteer.find(text)
        if place is not None and (not gazetteer.ambiguous(text) or _looks_placed(span)):
            article = (
                stop - position > 1 and span[0].lower_ == "the" and gazetteer.find(text_of(span[1:])) == place
            )
            longest = position + article, stop, EntityKind.PLACE, place.key
    return longest if longest is None or not _is_part_of_another(tokens, *longest[:2]) else None


def _is_part_of_another(tokens: Tokens, first: int, last: int) -> bool:
    """An amount of money ("US$5", "5 US dollars"), a unit behind its number ("30GB"), a side ("pro-Brod")."""
    if last < len(tokens) and (tokens[last].text == "$" or tokens[last].lemma_ == "dollar"):
        return True
    before = tokens[first - 1] if first else None
    if before is None or before.whitespace_:
        return False
    return before.like_num or (before.text == "-" and first > 1 and tokens[first - 2].lower_ in _SIDES)


def _looks_placed(span: Tokens) -> bool:
    """The pipeline calls it a place."""
    return all(token.ent_type_ in {"GPE", "LOC"} for token in span)


def _without_overlaps(found: Sequence[_Found]) -> list[_Found]:
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


def _name(report: Report, tokens: Tokens, first: int, last: int, kind: EntityKind, place: str | None) -> Name:
    start, end = tokens[first].idx, tokens[last - 1].idx + len(tokens[last - 1])
    title = _title_before(tokens, first)
    related = kind is EntityKind.PERSON and is_kin(tokens, first, last)
    return Name(first, last, start, end, report.text[start:end], kind, place, title, related)


def _title_before(tokens: Tokens, first: int) -> str | None:
    """The titles right before a name: `President`, `Foreign Minister`."""
    begin = first
    while begin > 0 and (
        is_title(tokens[begin - 1])
        or (
            begin < first
            and tokens[begin - 1].text.istitle()
            and tokens[begin - 1].pos_ == "PROPN"
            and tokens[begin - 1].ent_type_ != "PERSON"
        )
    ):
        begin -= 1
    return text_of(tokens[begin:first]) if begin < first else None
