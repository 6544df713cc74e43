"""What sort of thing a name names: the words beside it beat what the pipeline guesses,
and one name keeps one sort in a report."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from sayso.extract.sentences import Tokens, lower_at, text_of
from sayso.lexicon import gazetteer, given_names, idf, words
from sayso.lexicon.bodies import without_place
from sayso.model.names import TWO_SURNAMES, bare
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

APPOSITION = 8
"""Tokens after a name's comma among which its role must stand: "X Y,
the union's regional organising secretary"."""


TAKEN_UP = 20
"""Tokens after a lone name among which "he" must stand to mean it."""

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")

_DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})

_TELLING = frozenset({"a", "an", "the", "who", "whose"})
"""Words that begin what is told of somebody behind a comma."""

_PERSONAL = frozenset({"he", "his", "himself", "she", "hers", "herself"})


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


Found: TypeAlias = tuple[int, int, EntityKind, str | None]
"""A name before it is one: its first token, one past its last, its kind and gazetteer key."""


def agreed(tokens: Tokens, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names with the sort that their report as a whole shows.

    In order: what is known of it everywhere; a person for the surname, or the known given name, of somebody
    named in full, and for a lone word that "he" or "who" takes up; what a word beside any mention tells, or a
    place's preposition before most; for another lone word that the pipeline calls a person, and that is no
    given name, no longer a person (news gives the full name first); else the sort most mentions have.
    """
    names = [_as_place(tokens, name) for name in names]
    told: dict[str, EntityKind] = {}
    votes: dict[str, Counter[EntityKind]] = {}
    placed: Counter[str] = Counter()
    for at, name in enumerate(names):
        kind = _told(tokens, name) or _told_by_person(tokens, names, at)
        if kind is not None:
            told.setdefault(bare(name.text), kind)
        votes.setdefault(bare(name.text), Counter())[name.kind] += 1
        placed[bare(name.text)] += _is_placed(tokens, name)
    for plain, often in placed.items():
        if often * 2 >= votes[plain].total() and often:
            told.setdefault(plain, EntityKind.PLACE)
    bodies = [name.text for name in names if name.kind is EntityKind.ORGANISATION and " " in name.text]
    told = {rest: EntityKind.ORGANISATION for body in bodies if (rest := without_place(body))} | told
    full = [bare(name.text).split() for name in names if name.kind is EntityKind.PERSON and " " in name.text]
    parts = {part for words_of in full for part in alone(words_of)}
    names = [_as_bearer(tokens, name, full) for name in names]
    known = {bare(name.text): listed for name in names if (listed := _listed(name.text)) is not None}
    things = [bare(name.text).split(" ", 1) for name in names if name.kind is EntityKind.OTHER]
    told |= {
        two[1]: EntityKind.OTHER
        for two in things
        if two[0].lower() in words("mentions", "storms") and two[1:]
    }
    known = dict.fromkeys(parts, EntityKind.PERSON) | known
    persons = {bare(names[at].text) for at in range(len(names)) if _is_taken_up(tokens, names, at, known)}
    persons -= {plain for plain, kind in told.items() if kind is EntityKind.OTHER}
    surely = told | dict.fromkeys(persons, EntityKind.PERSON) | known
    kinds = [_settled(name, surely, votes) for name in names]
    return tuple(
        name if name.kind is kind else replace(name, kind=kind)
        for name, kind in zip(names, kinds, strict=True)
    )


def _settled(name: Name, surely: dict[str, EntityKind], votes: dict[str, Counter[EntityKind]]) -> EntityKind:
    plain = bare(name.text)
    if name.place is not None or name.kind is EntityKind.GROUP:
        return name.kind
    if plain in surely:
        return surely[plain]
    kind = max(sorted(votes[plain]), key=lambda one: votes[plain][one])
    if kind is EntityKind.PERSON and " " not in plain and given_names.gender(plain) is None:
        return EntityKind.ORGANISATION if votes[plain][EntityKind.ORGANISATION] else EntityKind.OTHER
    return kind


def _as_bearer(tokens: Tokens, name: Name, full: Sequence[Sequence[str]]) -> Name:
    """Return a place's name as a person's where a title stands before it, or where somebody named in full
    bears it and no preposition of place stands before it nor a larger place behind: "Ana Houston … Houston
    left", "Houston, a Liberal, left"."""
    if name.place is None or name.last - name.first > 1:
        return name
    before = tokens[max(name.first - 1, 0)].lower_
    larger = lower_at(tokens, name.last) == "," and lower_at(tokens, name.last + 1) not in _TELLING
    if before in words("mentions", "placing") or larger:
        return name
    borne = any(bare(name.text) == parts[-1] and given_names.gender(parts[0]) for parts in full)
    titled = name.title is not None and name.title.split()[-1] in words("mentions", "personal_titles")
    return replace(name, kind=EntityKind.PERSON, place=None) if borne or titled else name


def _as_place(tokens: Tokens, name: Name) -> Name:
    """Return what the pipeline calls a people, and no list knows, as a place's name where people or things
    are "from" or "above" it."""
    if name.kind is not EntityKind.GROUP or name.last - name.first > 1 or not name.text.istitle():
        return name
    before = lower_at(tokens, name.first - 1)
    placed = before in words("mentions", "at_places") or before in {"from", "above", "below"}
    token = tokens[name.first]
    many = token.lower_.endswith("s") or token.tag_ not in {"NNP", "NNPS"}
    rare = idf.weight(token.lower_) >= idf.weight("") and (token.tag_ == "NNP" or not many)
    known = gazetteer.demonym(bare(name.text)) or gazetteer.demonym(bare(name.text).removesuffix("s"))
    return replace(name, kind=EntityKind.PLACE) if placed and rare and known is None else name


def _is_taken_up(tokens: Tokens, names: Sequence[Name], at: int, known: Container[str]) -> bool:
    """Whether "who" stands right behind a lone word that the pipeline calls a person, or "he" or "his" goes
    on in its sentence where it is the subject or owns something, before anybody else is named."""
    name = names[at]
    if name.kind is not EntityKind.PERSON or " " in name.text or bare(name.text) in known:
        return False
    if tokens[name.first].tag_ != "NNP" or tokens[max(name.first - 1, 0)].lower_ == "the":
        return False
    behind = [token.lower_ for token in tokens[name.last : name.last + 2]]
    if behind[:1] == ["who"] or behind == [",", "who"]:
        return True
    if tokens[name.last - 1].dep_ not in {"nsubj", "nsubjpass", "poss"}:
        return False
    people = (one.first for one in names[at + 1 :] if one.kind is EntityKind.PERSON)
    for token in tokens[name.last : min(next(people, len(tokens)), name.last + TAKEN_UP)]:
        if token.is_sent_start or token.lower_ in words("offices", "people"):
            return False
        if token.lower_ in _PERSONAL:
            return True
    return False


def _told(tokens: Tokens, name: Name) -> EntityKind | None:
    """What the words beside a name tell: "X, a spokesman", "the firm X", "X's chief executive"."""
    if name.place is not None or name.kind is EntityKind.GROUP:
        return None
    before = tokens[name.first - 1] if name.first else None
    if before is not None and before.pos_ in {"NOUN", "ADJ"} and _says_body(before.lemma_.lower(), name):
        return EntityKind.ORGANISATION
    if _is_thing(tokens, name):
        return EntityKind.OTHER
    if _is_called_a_body(tokens, name):
        return EntityKind.ORGANISATION
    if (
        before is not None
        and before.lower_ in {"of", "for", "at"}
        and before.head.lemma_.lower() in words("offices", "staff")
    ):
        return EntityKind.ORGANISATION
    after = [token for token in tokens[name.last : name.last + 4] if token.dep_ != "det"]
    if (
        len(after) > 1
        and after[0].tag_ == "POS"
        and any(t.lemma_.lower() in words("offices", "staff") for t in after[1:])
    ):
        return EntityKind.ORGANISATION
    body = any(token.lower_ in words("offices", "bodies") for token in tokens[name.first : name.last])
    if name.title or (name.last - name.first > 1 and not body and introduced(tokens, name.first, name.last)):
        return EntityKind.PERSON
    return None


def _is_called_a_body(tokens: Tokens, name: Name) -> bool:
    """Whether a noun for a body ends an apposition behind a name that is no person's full one: "X, a local
    newspaper"; not "X, a newspaper editor"."""
    if given_names.gender(name.text.split()[0]) is not None or lower_at(tokens, name.last) != ",":
        return False
    if lower_at(tokens, name.last + 1) not in {"a", "an", "the"}:
        return False
    behind = tokens[name.last + 2 : name.last + 2 + APPOSITION]
    end = next((at for at, token in enumerate(behind) if token.pos_ not in _DESCRIBING), len(behind))
    last = behind[end - 1] if end else None
    if last is None or last.tag_ != "NN" or (end < len(behind) and behind[end].tag_ == "POS"):
        return False
    return last.lower_ in words("offices", "sorts") or last.lower_ in words("media", "nouns")


def _is_thing(tokens: Tokens, name: Name) -> bool:
    """Whether the word right before a name says that it is a work, a craft or a storm's ("the film X", "the
    tanker X", "Hurricane X"), or the year of a work stands behind it in brackets; not a body's name, and no
    person's full one."""
    last = tokens[name.last - 1]
    full = name.last - name.first > 1 and given_names.gender(tokens[name.first].text) is not None
    if name.kind not in NAMED or full or last.lower_ in words("offices", "bodies"):
        return False
    behind = [token.text for token in tokens[name.last : name.last + 3]]
    if len(behind) == 3 and (behind[0], behind[2]) == ("(", ")") and _YEAR.fullmatch(behind[1]):
        return True
    before = tokens[name.first - 1] if name.first else last
    said = before.lower_ in words("mentions", "storms") or (
        before.is_lower and before.text in words("mentions", "things")
    )
    return said and not last.text.isupper() and not _has_own_verb(last)


def _has_own_verb(last: "Token") -> bool:
    """Whether a name is what a clause right behind a noun tells of: "the rocket Brodex is building"."""
    return last.dep_ in {"nsubj", "nsubjpass"} and last.head.dep_ in {"relcl", "acl"}


def _told_by_person(tokens: Tokens, names: Sequence[Name], at: int) -> EntityKind | None:
    """What the pipeline calls a person is a body behind a full name and "of" ("Ana Kovar of LWA"), and before
    one when it owns it ("LWA's Ana Kovar"), unless it is a full name too."""
    name = names[at]
    if name.kind is not EntityKind.PERSON or given_names.gender(name.text.split()[0]) is not None:
        return None
    before = names[at - 1] if at else None
    after = names[at + 1] if at + 1 < len(names) else None
    links = [token.lower_ for token in tokens[before.last : name.first]] if before is not None else []
    if _is_full(before) and links in (["of"], ["of", "the"], ["from", "the"]):
        return EntityKind.ORGANISATION
    owns = after is not None and [token.tag_ for token in tokens[name.last : after.first]] == ["POS"]
    return EntityKind.ORGANISATION if owns and _is_full(after) else None


def _is_placed(tokens: Tokens, name: Name) -> bool:
    """Whether something happens "in" or "near" a lone word that English does not have and that the pipeline
    calls a body; not where a share or trust is held in it."""
    before = tokens[name.first - 1] if name.first else None
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
    if full and lemma in words("offices", "people"):
        return False
    return lemma in words("offices", "firms") or (lemma in words("offices", "bodies") and not full)


def introduced(tokens: Tokens, first: int, last: int) -> bool:
    """Say whether a role stands right before a name, or in the apposition that a comma opens after it."""
    before = tokens[first - 1] if first else None
    if before is not None and before.pos_ in {"NOUN", "ADJ"} and before.lower_ in words("offices", "people"):
        return True
    if last + 1 >= len(tokens) or tokens[last].text != ",":
        return False
    for token in tokens[last + 1 : last + 1 + APPOSITION]:
        if token.pos_ in {"VERB", "AUX"} or token.text in {",", ".", ";"}:
            return False
        if {token.lower_, token.lemma_.lower()} & words("offices", "people"):
            return True
    return False


def is_kin(tokens: Sequence["Token"], first: int, last: int) -> bool:
    """Say whether a name is introduced as somebody's kin: "his wife, X", "first lady X", "X, the brother of",
    "the brother of striker X"."""
    before = [token.lower_ for token in tokens[max(first - 2, 0) : first]]
    after = [token.lower_ for token in tokens[last : last + 3]]
    kin = words("mentions", "kin")
    return (
        (before[-1:] != [] and (before[-1] in kin or (before[-1] == "," and before[0] in kin)))
        or " ".join(before) in words("mentions", "kin_titles")
        or (after[:1] == [","] and bool(kin & set(after[1:])))
        or _is_kin_of(tokens, first)
    )


def _is_kin_of(tokens: Sequence["Token"], first: int) -> bool:
    """Whether "brother of" stands before a name and what it is called by there."""
    at = first - 1
    while at > 0 and first - at < APPOSITION and tokens[at].pos_ in {"NOUN", "PROPN", "ADJ", "DET", "NUM"}:
        at -= 1
    return at > 0 and tokens[at].lower_ == "of" and tokens[at - 1].lower_ in words("mentions", "kin")


def alone(parts: Sequence[str]) -> Iterator[str]:
    """Yield the words of a full name by which its bearer goes alone: the surname, the first of two, a known
    given name."""
    if given_names.family_first(" ".join(parts)):
        yield parts[0]
        return
    if is_surname(parts):
        yield parts[-1]
        if len(parts) >= TWO_SURNAMES and all(map(_is_spelled_out, parts)):
            yield parts[-2]
    if given_names.gender(parts[0]) is not None:
        yield parts[0]


def _is_spelled_out(word: str) -> bool:
    return word[0].isupper() and len(word.rstrip(".")) > 1


def is_surname(parts: Sequence[str]) -> bool:
    """Say whether the last of a name's words can be a surname: no acronym behind words in small letters."""
    return not parts[-1].isupper() or parts[0].isupper()


def _listed(text: str) -> EntityKind | None:
    """What a well-known name names."""
    return next((kind for slot, kind in _LISTS if text in words("mentions", slot)), None)


def is_listed(text: str) -> bool:
    """Say whether a name is one that is known everywhere."""
    return _listed(text) is not None


def sorted_by_words(name: Sequence["Token"], kind: EntityKind) -> EntityKind:
    """Return the sort that the words of a name tell ("Brod Festival", "Lower Brod Cemetery", a product known
    by name), else `kind`, which the pipeline gave."""
    known = _listed(text_of(name))
    if known is not None:
        return known
    if kind not in NAMED or (len(name) < 2 and not _is_a_model(name)):
        return kind
    if name[0].text in words("mentions", "products") or _is_a_model(name) or _is_a_storm(name):
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


def _is_a_storm(name: Sequence["Token"]) -> bool:
    return name[0].lower_ in words("mentions", "storms") and name[-1].lower_ not in words("offices", "bodies")


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
    ("men", EntityKind.PERSON),
    ("women", EntityKind.PERSON),
    ("families", EntityKind.PERSON),
    ("organisations", EntityKind.ORGANISATION),
    ("products", EntityKind.OTHER),
    ("places", EntityKind.PLACE),
)
"""Lists of names known everywhere, and what they name."""

NAMED = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE})
"""Kinds whose names are looked for again, and asked of the words beside them."""
