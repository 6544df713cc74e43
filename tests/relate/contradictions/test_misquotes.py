"""One quotation given to two speakers, and two names of one speaker."""

from dataclasses import replace

from tests.relate.make import apart, entity, facts, report, statement

from sayso.model.relation import ConflictType, Entity
from sayso.model.report import EntityKind, Span, StatementKind


def given_to(*speakers: tuple[Entity, str]) -> list[ConflictType]:
    """The conflicts of one quotation that each report gives to a speaker, in words of its own for them."""
    quote = '"About sixty of the crew could be offered other work in the spring"'
    found = []
    for name, (who, said) in zip("ab", speakers, strict=True):
        one = report(name, f"{quote}, a post said.")
        made = statement(one, quote, who.name, kind=StatementKind.DIRECT)
        found.append(facts(one, [replace(made, source=Span(0, 0, said))]))
    return [one.type for one in apart(found, [who for who, _ in speakers])]


def test_one_speaker_under_two_names_is_not_misquoted() -> None:
    duro, maro = entity("Ana Mantzar", EntityKind.PERSON), entity("Ivo Maro", EntityKind.PERSON)
    assert given_to((duro, "Ana Mantzar"), (maro, "Ivo Maro")) == [ConflictType.MISQUOTE]
    misspelt, surname = entity("Matzar", EntityKind.PERSON), entity("Mantzar", EntityKind.PERSON)
    assert given_to((duro, "Ana Mantzar"), (misspelt, "Matzar")) == []
    assert given_to((duro, "Ana Mantzar"), (surname, "Mantzar")) == []


def test_who_is_only_described_or_speaks_for_the_other_is_not_misquoted() -> None:
    duro, maro = entity("Ana Mantzar", EntityKind.PERSON), entity("Ivo Maro", EntityKind.PERSON)
    islander = entity("Norlander", EntityKind.PERSON)
    assert given_to((duro, "Ana Mantzar"), (islander, "the 46-year-old Norlander")) == []
    assert given_to((duro, "Ana Mantzar"), (maro, "Mantzar spokesman Ivo Maro")) == []
