"""What sort of thing a name names: the words beside it beat what the pipeline guesses,
and one name keeps one sort in a report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import given_names, idf, words
from sayso.model.names import bare
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

APPOSITION = 8
"""Tokens after a name's comma among which its role must stand: "X Y,
the union's regional organising secretary"."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name as it stands: token range `first` to `last` (half open), span in code points, kind,
    gazetteer key, title before it, and whether it is introduced as somebody's kin."""

    first: int
    last: int
    start: int
    end: int
    text: str
    kind: EntityKind
    place: str | None = None
    title: str | None = None
    kin: bool = False


def agreed(doc: "Doc", names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names with the sort that their report as a whole shows.

    In order: what a word beside any mention tells, or a place's preposition before most; a person for the
    surname, or the known given name, of somebody named in full; for another lone word that the pipeline
    calls a person, and that is no given name, no longer a person (news gives the full name first); else the
    sort most mentions have.
    """
    told = {bare(name.text): listed for name in names if (listed := _listed(name.text)) is not None}
    votes: dict[str, Counter[EntityKind]] = {}
    placed: Counter[str] = Counter()
    for at, name in enumerate(names):
        kind = _told(doc, name) or _told_by_person(doc, names, at)
        if kind is not None:
            told.setdefault(bare(name.text), kind)
        votes.setdefault(bare(name.text), Counter())[name.kind] += 1
        placed[bare(name.text)] += _is_placed(doc, name)
    for plain, often in placed.items():
        if often * 2 >= votes[plain].total() and often:
            told.setdefault(plain, EntityKind.PLACE)
    full = [bare(name.text).split() for name in names if name.kind is EntityKind.PERSON and " " in name.text]
    parts = {parts[-1] for parts in full if is_surname(parts)} | {
        parts[0] for parts in full if given_names.gender(parts[0])
    }
    kinds = [_settled(name, told, votes, parts) for name in names]
    return tuple(
        name if name.kind is kind else replace(name, kind=kind)
        for name, kind in zip(names, kinds, strict=True)
    )


def _settled(
    name: Name, told: dict[str, EntityKind], votes: dict[str, Counter[EntityKind]], parts: set[str]
) -> EntityKind:
    plain = bare(name.text)
    if name.place is not None or name.kind is EntityKind.GROUP:
        return name.kind
    if plain in told:
        return told[plain]
    if plain in parts:
        return EntityKind.PERSON
    kind = max(sorted(votes[plain]), key=lambda one: votes[plain][one])
    if kind is EntityKind.PERSON and " " not in plain and given_names.gender(plain) is None:
        return EntityKind.ORGANISATION if votes[plain][EntityKind.ORGANISATION] else EntityKind.OTHER
    return kind


def _told(doc: "Doc", name: Name) -> EntityKind | None:
    """What the words beside a name tell: "X, a spokesman", "the firm X", "X's chief executive"."""
    if name.place is not None or name.kind is EntityKind.GROUP:
        return None
    before = doc[name.first - 1] if name.first else None
    if before is not None and before.pos_ == "NOUN" and _says_body(before.lemma_.lower(), name):
        return EntityKind.ORGANISATION
    if (
        before is not None
        and before.lower_ in {"of", "for", "at"}
        and before.head.lemma_.lower() in words("offices", "staff")
    ):
        return EntityKind.ORGANISATION
    after = [token for token in doc[name.last : name.last + 4] if token.dep_ != "det"]
    if (
        len(after) > 1
        and after[0].tag_ == "POS"
        and any(t.lemma_.lower() in words("offices", "staff") for t in after[1:])
    ):
        return EntityKind.ORGANISATION
    body = any(token.lower_ in words("offices", "bodies") for token in doc[name.first : name.last])
    if name.title or (name.last - name.first > 1 and not body and introduced(doc, name.first, name.last)):
        return EntityKind.PERSON
    return None


def _told_by_person(doc: "Doc", names: Sequence[Name], at: int) -> EntityKind | None:
    """What the pipeline calls a person is a body behind a full name and "of" ("Ana Kovar of LWA"), and before
    one when it owns it ("LWA's Ana Kovar"), unless it is a full name too."""
    name = names[at]
    if name.kind is not EntityKind.PERSON or given_names.gender(name.text.split()[0]) is not None:
        return None
    before = names[at - 1] if at else None
    after = names[at + 1] if at + 1 < len(names) else None
    links = [token.lower_ for token in doc[before.last : name.first]] if before is not None else []
    if _is_full(before) and links in (["of"], ["of", "the"], ["from", "the"]):
        return EntityKind.ORGANISATION
    owns = after is not None and [token.tag_ for token in doc[name.last : after.first]] == ["POS"]
    return EntityKind.ORGANISATION if owns and _is_full(after) else None


def _is_placed(doc: "Doc", name: Name) -> bool:
    """Whether something happens "in" or "near" a lone word that English does not have and that the pipeline
    calls a body; not where a share or trust is held in it."""
    before = doc[name.first - 1] if name.first else None
    if before is None or before.lower_ not in words("mentions", "at_places"):
        return False
    lone = name.last - name.first == 1 and name.text.istitle() and _listed(name.text) is None
    rare = idf.weight(name.text.lower()) >= idf.weight("")
    held = before.head.lemma_.lower() in words("mentions", "held_in")
    return lone and rare and not held and name.kind is EntityKind.ORGANISATION


def _is_full(name: Name | None) -> bool:
    return name is not None and name.kind is EntityKind.PERSON and name.last - name.first > 1


def _says_body(lemma: str, name: Name) -> bool:
    """Whether the noun right before a name says that it is a body's: "the firm X"; not "secretary of state
    Ana Kovar"."""
    full = name.last - name.first > 1 and given_names.gender(name.text.split()[0]) is not None
    return lemma in words("offices", "firms") or (lemma in words("offices", "bodies") and not full)


def introduced(doc: "Doc", first: int, last: int) -> bool:
    """Say whether a role stands right before a name, or in the apposition that a comma opens after it."""
    before = doc[first - 1] if first else None
    if before is not None and before.pos_ in {"NOUN", "ADJ"} and before.lower_ in words("offices", "people"):
        return True
    if last + 1 >= len(doc) or doc[last].text != ",":
        return False
    for token in doc[last + 1 : last + 1 + APPOSITION]:
        if token.pos_ in {"VERB", "AUX"} or token.text in {",", ".", ";"}:
            return False
        if {token.lower_, token.lemma_.lower()} & words("offices", "people"):
            return True
    return False


def is_kin(tokens: Sequence["Token"], first: int, last: int) -> bool:
    """Say whether a name is introduced as somebody's kin: "his wife, X", "X, the brother of"."""
    before = [token.lower_ for token in tokens[max(first - 2, 0) : first]]
    after = [token.lower_ for token in tokens[last : last + 3]]
    kin = words("mentions", "kin")
    return (before[-1:] != [] and (before[-1] in kin or (before[-1] == "," and before[0] in kin))) or (
        after[:1] == [","] and bool(kin & set(after[1:]))
    )


def is_surname(parts: Sequence[str]) -> bool:
    """Say whether the last of a name's words can be a surname: no acronym behind words in small letters."""
    return not parts[-1].isupper() or parts[0].isupper()


def _listed(text: str) -> EntityKind | None:
    """What a well-known name names."""
    return next((kind for slot, kind in _LISTS if text in words("mentions", slot)), None)


def sorted_by_words(name: Sequence["Token"], kind: EntityKind) -> EntityKind:
    """Return the sort that the words of a name tell ("Brod Festival", "Lower Brod Cemetery", a product known
    by name), else `kind`, which the pipeline gave."""
    known = _listed(name[0].doc[name[0].i : name[-1].i + 1].text)
    if known is not None:
        return known
    if kind not in _ASKED or (len(name) < 2 and not _is_a_model(name)):
        return kind
    if name[0].text in words("mentions", "products") or _is_a_model(name):
        return EntityKind.OTHER
    if kind is EntityKind.PERSON and given_names.gender(name[0].text) is not None:
        return kind
    head = next((i for i, token in enumerate(name) if i and token.lower_ in {"of", "for"}), len(name))
    last = name[head - 1].lower_
    if kind is EntityKind.PERSON and name[-1].text in _trades():
        return EntityKind.ORGANISATION
    if last in words("mentions", "event_endings"):
        return EntityKind.EVENT
    return EntityKind.PLACE if last in words("mentions", "place_endings") else kind


def _trades() -> frozenset[str]:
    return words("bodies", "endings") | words("bodies", "trades")


def _is_a_model(name: Sequence["Token"]) -> bool:
    """Whether a name ends in a word of letters and digits, or in a number: "A380", "Talcamar 500"."""
    last = name[-1].text
    digits = any(map(str.isdigit, last))
    return digits and (len(name) > 1 or any(map(str.isalpha, last)))


@cache
def listed_by_first_word() -> dict[str, list[tuple[tuple[str, ...], EntityKind]]]:
    """Return the well-known names as words, with what they name, by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], EntityKind]]] = {}
    for slot, kind in _LISTS:
        for name in sorted(words("mentions", slot)):
            said = tuple(name.split())
            found.setdefault(said[0], []).append((said, kind))
    return found


_LISTS = (
    ("organisations", EntityKind.ORGANISATION),
    ("products", EntityKind.OTHER),
    ("places", EntityKind.PLACE),
)
"""Lists of names known everywhere, and what they name."""

_ASKED = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE})
