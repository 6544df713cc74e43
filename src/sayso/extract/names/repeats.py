"""Where a report uses a name again that was found elsewhere in it: the same words, and surnames of people."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.extract.names import bounds
from sayso.extract.names.kinds import NAMED, Found, Name, alone
from sayso.extract.sentences import texts
from sayso.extract.sentences import tokens as tokens_of
from sayso.lexicon import idf, words
from sayso.lexicon.bodies import core, shortened
from sayso.model.names import bare
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LONGEST_TAKEN_FOR_A_WORD = 6
"""Letters from which on a word that English lacks is a name where a sentence opens with it, too."""


def again(doc: "Doc", shown: Sequence["Span"], names: Sequence[Name]) -> Iterator[Found]:
    """Yield the places in the sentences shown where one of `names` stands and was not found, or but a place
    that is its end: "Brod | Norland" of the firm."""
    tokens, said = tokens_of(doc), texts(doc)
    taken = {index for name in names for index in range(name.first, name.last)}
    places = {name.last: name.first for name in names if name.kind is EntityKind.PLACE}
    known = _known(tokens, names)
    for sentence in shown:
        for at in [at for at in range(sentence.start, sentence.end) if said[at] in known]:
            found = _at(tokens, at, sentence.end, known, taken, places) if at not in taken else None
            if found is None:
                continue
            first, last, kind, place = found
            if kind is EntityKind.PERSON:
                first, last = bounds.person(tokens, first, last, sentence.start, sentence.end, taken)
            taken.update(range(first, last))
            yield first, last, kind, place


_Known = dict[str, list[tuple[tuple[str, ...], EntityKind, str | None]]]
"""Names by their first word, the longest first."""


def _known(tokens: Sequence["Token"], names: Sequence[Name]) -> _Known:
    """Return the names worth looking for; of people the surname too, and a given name known as one; of bodies
    the name without the words for what sort they are."""
    found: dict[tuple[str, ...], tuple[EntityKind, str | None]] = {}
    for name in names:
        if name.kind in NAMED:
            said = tuple(token.text for token in tokens[name.first : name.last])
            found.setdefault(said, (name.kind, name.place))
            if name.kind is EntityKind.PERSON and len(said) > 1:
                for part in alone(bare(name.text).split()):
                    found.setdefault((part,), (EntityKind.PERSON, None))
            if name.kind is EntityKind.ORGANISATION and shortened(core(name.text), name.text):
                found.setdefault(tuple(core(name.text).split()), (EntityKind.ORGANISATION, None))
    known: _Known = {}
    for said in sorted(found, key=lambda one: (-len(one), one)):
        known.setdefault(said[0], []).append((said, *found[said]))
    return known


def _at(
    tokens: Sequence["Token"], at: int, end: int, known: _Known, taken: set[int], places: Mapping[int, int]
) -> Found | None:
    for said, kind, place in known[tokens[at].text]:
        last = at + len(said)
        own = places.get(last, last) if kind is EntityKind.ORGANISATION else last
        if (
            last <= end
            and taken.isdisjoint(range(at, own))
            and at < own
            and all(token.text == word for token, word in zip(tokens[at:last], said, strict=True))
            and (len(said) > 1 or _is_a_name(tokens, at, kind))
        ):
            return at, last, kind, place
    return None


def _is_a_name(tokens: Sequence["Token"], at: int, kind: EntityKind) -> bool:
    """Whether a lone word that was a name elsewhere is one here: where it has a capital, and is a proper noun
    or at least no common word inside its sentence."""
    token = tokens[at]
    if not token.text[0].isupper() or token.text in words("mentions", "not_names"):
        return False
    if at + 1 < len(tokens) and tokens[at + 1].text == "$":
        return False
    if token.pos_ == "PROPN":
        return True
    rare = idf.weight(token.lower_) >= idf.weight("")
    return (
        token.pos_ in {"NOUN", "ADJ", "VERB", "X"}
        and (rare or (kind is EntityKind.PERSON and not token.is_sent_start))
        and (not token.is_sent_start or len(token) >= LONGEST_TAKEN_FOR_A_WORD)
    )
