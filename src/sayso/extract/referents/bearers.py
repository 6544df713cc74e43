"""Who of the people of a report bears a name: by full name, surname or given name; and their sex where it
shows."""

from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.extract.names.kinds import Name
from sayso.lexicon import given_names, words
from sayso.lexicon.given_names import goes_by
from sayso.model.names import bare, key, same_person, without_number
from sayso.model.report import EntityKind

if TYPE_CHECKING:
    from sayso.extract.referents.register import Record, Register

LEAD = 600
"""Code points of a headline and a lead, which may call somebody by a given name first and give the full one
after."""


def bearers(book: "Register", name: Name, sex: str | None) -> "tuple[list[Record], bool]":
    """Return who is already known by a name, the one meant first, and whether only by a given name."""
    matches = [
        record
        for record in book.records.values()
        if record.kind is EntityKind.PERSON
        and record.named
        and is_person(record, name.text)
        and (sex is None or gender(record) in {None, sex})
        and not _comes_up_later(record, name)
    ]
    if len(matches) > 1 and len(key(name.text)) == 1:
        matches = _by_surname(book, name, matches)
    alone = _by_given_name(book, name) if not matches else []
    return alone or matches or _by_short_name(book, name), bool(alone)


def _comes_up_later(record: "Record", name: Name) -> bool:
    """Say whether a surname stands before somebody's kin of that surname comes up, past the lead: it is that
    somebody's, though the report nowhere has the full name ("Kovar … her father, Ivo Kovar")."""
    at, kin = record.introduced or (0, False)
    return kin and at >= LEAD and name.start < at and len(key(name.text)) == 1


def sex_told(name: Name) -> str | None:
    """Return the sex that a title tells, or that everybody knows of who goes by a name alone."""
    return _told_by(set((name.title or "").lower().split())) or _known_sex(bare(name.text))


def gender(record: "Record") -> str | None:
    """Return "f" or "m" where titles, roles or the given name of a person tell it, else None."""
    said = {word.lower() for name in record.names for word in name.split()} | record.beside
    if (told := _told_by(said) or _well_known(record)) is not None:
        return told
    full = [name for name in sorted(record.names) if len(name.split()) > 1]
    if any(map(given_names.family_first, full)):
        return None
    given = (name.split()[0] for name in full or sorted(record.names))
    return next((sex for sex in map(given_names.gender, given) if sex), None)


def is_person(record: "Record", text: str) -> bool:
    """Return whether a name can be that of somebody: a full one only where his full names agree, which "Brod
    Kovar" and "Ana Kovar" do not, whoever is "Kovar"."""
    full = [known for known in record.names if len(key(known)) > 1] if len(key(text)) > 1 else []
    return any(_one_person(known, text) for known in full or record.names)


@lru_cache(maxsize=32768)
def _one_person(known: str, text: str) -> bool:
    """Whether two names can be of one person; the same ones are asked about at each mention."""
    bearer = without_number(text)
    known = without_number(known)
    return (
        same_person(known, bearer) is not None or goes_by(known, bearer) or _by_both_surnames(known, bearer)
    )


def _by_both_surnames(full: str, alone: str) -> bool:
    """Say whether the two surnames of a full name stand alone: "O'Malley Kovar" for "Ana O'Malley Kovar"; not
    "Mirela Kovar" for "Ana Mirela Kovar"."""
    said, words_of = key(alone), key(full)
    given = bare(alone).split()[0] if said else ""
    return len(said) == 2 and words_of[1:] == said and given_names.gender(given) is None


def _by_surname(book: "Register", name: Name, found: "list[Record]") -> "list[Record]":
    """The one bearer of a surname whom it means alone: the only one introduced so far, and not as somebody's
    kin, who keeps it when others come up; else the one who is nobody's kin, for kin go by the full name."""
    met = [one for one in found if one.introduced is not None and one.introduced[0] < name.start]
    if len(met) == 1 and met[0].introduced is not None and not met[0].introduced[1]:
        book.surnamed.setdefault(key(name.text), met[0].key)
        return met
    kept = [one for one in met if one.key == book.surnamed.get(key(name.text))]
    others = [one for one in found if not one.kin]
    return kept or (others if len(others) == 1 else [])


def _by_short_name(book: "Register", name: Name) -> "list[Record]":
    """The one person of the surname whose given name is this one in short: "Jim Kovar", "James Kovar"; not
    where a "Jr." tells two of one name apart, nor of kin."""
    given, *rest = bare(name.text).split() or [""]
    if len(rest) != 1 or name.kin:
        return []
    bearers = [
        record
        for record in book.records.values()
        if record.kind is EntityKind.PERSON
        and not record.kin
        and any(_in_short(given, rest[0], known) for known in record.names)
    ]
    return bearers if len(bearers) == 1 else []


def _in_short(given: str, surname: str, known: str) -> bool:
    words_of = bare(known).split()
    return (
        len(words_of) > 1
        and words_of[-1] == surname
        and bool(given_names.roots(given) & given_names.roots(words_of[0]))
    )


def _by_given_name(book: "Register", name_said: Name) -> "list[Record]":
    """The one person named in full, before or in the lead, whose given name stands alone: "Ana" after "Ana
    Kovar"; not whoever is credited at the end."""
    if given_names.gender(bare(name_said.text)) is None:
        return []
    bearers = [
        record
        for record in book.records.values()
        if record.kind is EntityKind.PERSON
        and any(name.split()[0] == bare(name_said.text) and " " in name for name in record.names)
    ]
    introduced = bearers[0].introduced if len(bearers) == 1 else None
    return bearers if introduced is not None and introduced[0] < max(name_said.start, LEAD) else []


def _well_known(record: "Record") -> str | None:
    """The sex of who goes by one word everywhere, and by no other name here."""
    if any(" " in name for name in record.names):
        return None
    return next((sex for sex in map(_known_sex, sorted(record.names)) if sex), None)


def _known_sex(name: str) -> str | None:
    """The sex of the bearer of a lone name that everybody knows: "Obama" is not Michelle Obama."""
    lists = (("f", "women"), ("m", "men"))
    return next((sex for sex, slot in lists if name in words("mentions", slot)), None)


def _told_by(said: set[str]) -> str | None:
    """The sex that one of some titles and roles tells."""
    return next((told for told in ("f", "m") if said & words("gender", told)), None)
