"""What the pipeline labels as names: taken where it can be trusted, cut to what is a name, with the sort that
its words tell."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extract.names import bounds
from sayso.extract.names.kinds import Found, sorted_by_words
from sayso.extract.names.listings import is_part_of_another
from sayso.extract.names.runs import before_a_person, is_body, is_body_noun, without_staff
from sayso.extract.sentences import Tokens, text_of
from sayso.lexicon import gazetteer, given_names, words
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Span

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


FULL = 2
"""Words in a given name and a surname."""


def labelled(shown: Sequence["Span"], tokens: Tokens, entities: Iterable["Span"]) -> Iterator[Found]:
    """Yield the names in the entities of the pipeline that stand whole in a sentence shown."""
    for entity in _within(shown, entities):
        kind = EntityKind.PERSON if bounds.is_person(tokens, entity) else _kind(entity)
        if kind is not None:
            for first, last in bounds.pieces(tokens, entity):
                yield from _named(tokens, entity, first, last, kind)


def _kind(entity: "Span") -> EntityKind | None:
    """The sort of an entity by its label; "Forum for Change" without quotation marks is no title."""
    titled = entity.start > 0 and entity.doc[entity.start - 1].is_quote
    if entity.label_ == "WORK_OF_ART" and len(entity) > 1 and is_body_noun(entity[0]) and not titled:
        return EntityKind.ORGANISATION
    return _KINDS.get(entity.label_)


def _within(shown: Sequence["Span"], entities: Iterable["Span"]) -> Iterator["Span"]:
    """The entities that stand whole in a sentence shown."""
    starts = [sentence.start for sentence in shown]
    for entity in entities:
        at = bisect_right(starts, entity.start) - 1
        if at >= 0 and entity.end <= shown[at].end:
            yield entity


def _named(tokens: Tokens, entity: "Span", first: int, last: int, kind: EntityKind) -> Iterator[Found]:
    """The name at tokens `first` to `last` of an entity of the pipeline, with its sort."""
    if kind is EntityKind.ORGANISATION:
        last = without_staff(tokens, first, before_a_person(tokens, first, last))
    inside = tokens[first:last]
    text = text_of(inside)
    if (
        _only_says_where(tokens, first, last)
        or _is_portfolio(tokens, first, last)
        or _names_nobody(inside, text, kind)
        or is_part_of_another(tokens, first, last)
    ):
        return
    if gazetteer.demonym(text) is not None:
        kind = EntityKind.GROUP
    if kind is EntityKind.PLACE and _goes_on_as_a_person(tokens, entity, text):
        return
    if kind is EntityKind.PLACE and _is_kin(tokens, first, last):
        kind = EntityKind.PERSON
    if kind is EntityKind.ORGANISATION and (_apposed(entity) or _belongs(tokens, first, last)):
        kind = EntityKind.PERSON
    if kind is EntityKind.PERSON and (is_body(inside) or (last - first == 1 and text.isupper())):
        kind = EntityKind.ORGANISATION
    yield first, last, sorted_by_words(inside, kind), None


def _goes_on_as_a_person(tokens: Tokens, entity: "Span", text: str) -> bool:
    """A lone word for no known place right before what is called a person: "Sadrik Kovar"."""
    behind = tokens[entity.end] if entity.end < len(tokens) else None
    if behind is None or len(entity) > 1 or gazetteer.find(text) is not None:
        return False
    return behind.ent_type_ == "PERSON" and entity.root.head.i == behind.i


def _only_says_where(tokens: Tokens, first: int, last: int) -> bool:
    """A lone noun for a body before a role in small letters: "Council leader Ana Kovar"."""
    if last - first > 1 or last >= len(tokens) or not is_body_noun(tokens[first]):
        return False
    return tokens[last].is_lower and tokens[last].lower_ in words("offices", "people")


def _is_portfolio(tokens: Tokens, first: int, last: int) -> bool:
    """A lone word for what a minister is of, before the office: "Interior Minister Ana Kovar"."""
    if last - first > 1 or last >= len(tokens) or tokens[first].lower_ not in words("offices", "portfolios"):
        return False
    return tokens[last].lower_ in words("offices", "ministers")


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
    return root.dep_ == "appos" and bool(spoken) and not is_body(tuple(entity))


def _is_kin(tokens: Tokens, first: int, last: int) -> bool:
    """A given name behind a word for kin and a comma: "her daughter, Nadia"."""
    if last - first > 1 or first < 2 or tokens[first - 1].text != ",":
        return False
    kin = tokens[first - 2].lower_ in words("mentions", "kin")
    return kin and given_names.gender(tokens[first].text) is not None


def _belongs(tokens: Tokens, first: int, last: int) -> bool:
    """A given name and a surname before what sort of body their bearer is of: "Ana Kovar of the group"."""
    if last - first != FULL or given_names.gender(tokens[first].text) is None or is_body(tokens[first:last]):
        return False
    following = [token.lower_ for token in tokens[last : last + 3]]
    return following[:2] == ["of", "the"] and following[-1] in words("mentions", "groups_called")
