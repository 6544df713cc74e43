"""What sort of thing a name names: the words beside it beat what the pipeline guesses,
and one name keeps one sort in a report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.lexicon import given_names, words
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
    gazetteer key, title before it."""

    first: int
    last: int
    start: int
    end: int
    text: str
    kind: EntityKind
    place: str | None = None
    title: str | None = None


def agreed(doc: "Doc", names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names with the sort that their report as a whole shows.

    In order: what a word beside any mention tells; a person for the surname, or the known given name, of
    somebody named in full; for another lone word that the pipeline calls a person, and that is no given
    name, no longer a person (news gives the full name first); else the sort most mentions have.
    """
    told: dict[str, EntityKind] = {}
    votes: dict[str, Counter[EntityKind]] = {}
    for name in names:
        kind = _told(doc, name)
        if kind is not None:
            told.setdefault(bare(name.text), kind)
        votes.setdefault(bare(name.text), Counter())[name.kind] += 1
    full = [bare(name.text).split() for name in names if name.kind is EntityKind.PERSON and " " in name.text]
    parts = {parts[-1] for parts in full} | {parts[0] for parts in full if given_names.gender(parts[0])}
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
    if name.title or (name.last - name.first > 1 and introduced(doc, name.first, name.last)):
        return EntityKind.PERSON
    return None


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


def sorted_by_words(name: Sequence["Token"], kind: EntityKind) -> EntityKind:
    """Return the sort that the words of a name tell ("Brod Festival", "Lower Brod Cemetery", a product known
    by name), else `kind`, which the pipeline gave."""
    text = " ".join(token.text for token in name)
    if text in words("mentions", "organisations"):
        return EntityKind.ORGANISATION
    if text in words("mentions", "products"):
        return EntityKind.OTHER
    if text in words("mentions", "places"):
        return EntityKind.PLACE
    if (
        kind not in _ASKED
        or len(name) < 2
        or (kind is EntityKind.PERSON and given_names.gender(name[0].text))
    ):
        return kind
    head = next((i for i, token in enumerate(name) if i and token.lower_ in {"of", "for"}), len(name))
    last = name[head - 1].lower_
    if last in words("mentions", "event_endings"):
        return EntityKind.EVENT
    return EntityKind.PLACE if last in words("mentions", "place_endings") else kind


_ASKED = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE})
