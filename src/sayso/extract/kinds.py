"""What sort of thing a name names: the words beside it beat what the pipeline guesses,
and one name keeps one sort in a report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.lexicon import words
from sayso.model.names import bare
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

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

    In order: what a word beside any mention tells; for a lone word that the pipeline calls a person,
    and that no full name in the report ends with, no longer a person (news gives the full name first);
    else the sort most mentions have.
    """
    told: dict[str, EntityKind] = {}
    votes: dict[str, Counter[EntityKind]] = {}
    for name in names:
        kind = _told(doc, name)
        if kind is not None:
            told.setdefault(bare(name.text), kind)
        votes.setdefault(bare(name.text), Counter())[name.kind] += 1
    surnames = {
        bare(name.text).split()[-1] for name in names if name.kind is EntityKind.PERSON and " " in name.text
    }
    kinds = [_settled(name, told, votes, surnames) for name in names]
    return tuple(
        name if name.kind is kind else replace(name, kind=kind)
        for name, kind in zip(names, kinds, strict=True)
    )


def _settled(
    name: Name, told: dict[str, EntityKind], votes: dict[str, Counter[EntityKind]], surnames: set[str]
) -> EntityKind:
    plain = bare(name.text)
    if name.place is not None or name.kind is EntityKind.GROUP:
        return name.kind
    if plain in told:
        return told[plain]
    if plain in surnames:
        return EntityKind.PERSON
    kind = max(sorted(votes[plain]), key=lambda one: votes[plain][one])
    if kind is EntityKind.PERSON and " " not in plain:
        return EntityKind.ORGANISATION if votes[plain][EntityKind.ORGANISATION] else EntityKind.OTHER
    return kind


def _told(doc: "Doc", name: Name) -> EntityKind | None:
    """What the words beside a name tell: "X, a spokesman", "the firm X", "X's chief executive"."""
    if name.place is not None or name.kind is EntityKind.GROUP:
        return None
    before = doc[name.first - 1] if name.first else None
    if before is not None and before.pos_ == "NOUN" and _is_sort_of_body(before.lemma_.lower()):
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


def _is_sort_of_body(lemma: str) -> bool:
    return lemma in words("offices", "firms") or lemma in words("offices", "bodies")


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
