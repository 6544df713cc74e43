"""One quotation given to two speakers, and two names of one speaker."""

from dataclasses import replace

from tests.relate.make import apart, entity, facts, figure, framed, of, report, resolved, statement

from sayso.embed import embed
from sayso.model.relation import Claim, ConflictType, Entity
from sayso.model.report import Block, BlockRole, EntityKind, Facts, Span, StatementKind
from sayso.relate import claims, conflicts, origins, tracks


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
    short, swapped = entity("Ana Bethu", EntityKind.PERSON), entity("Judge Ana Behtu")
    assert given_to((short, "Ana Bethu"), (swapped, "Judge Ana Behtu")) == []
    assert given_to((duro, "Ana Mantzar"), (surname, "Mantzar")) == []


def test_who_is_only_described_or_speaks_for_the_other_is_not_misquoted() -> None:
    duro, maro = entity("Ana Mantzar", EntityKind.PERSON), entity("Ivo Maro", EntityKind.PERSON)
    islander = entity("Norlander", EntityKind.PERSON)
    assert given_to((duro, "Ana Mantzar"), (islander, "the 46-year-old Norlander")) == []
    assert given_to((duro, "Ana Mantzar"), (maro, "Mantzar spokesman Ivo Maro")) == []


def count(name: str, source: str, when: str, by: str) -> Facts:
    """A report in which a party says that 171 people were aboard."""
    one = report(name, f"{source} said 171 people were aboard the Doria.", when, outlet=by)
    said = statement(one, "171 people were aboard the Doria", source)
    return facts(one, [said], [of(said, figure(one, "171 people", "aboard", 171, 171))])


def corrected(lead: str) -> Facts:
    """A later report of the Post, which says of the number who gave it."""
    said = f"{lead} said Ana Duro put it that 171 people were aboard the Doria."
    text = f"{said} That figure was given by the police."
    one = replace(
        report("c", text, "2024-05-06", outlet="Post"), blocks=(Block(0, len(text), BlockRole.PARAGRAPH),)
    )
    wrong = statement(one, "171 people were aboard the Doria", "Ana Duro")
    right = statement(one, "That figure", "Police")
    return facts(one, [wrong, right], [of(wrong, figure(one, "171 people", "aboard", 171, 171))])


def origins_of(found: list[Facts], parties: list[Entity]) -> tuple[Claim, ...]:
    """The claims of a story with their origins."""
    story = resolved(framed(found), parties)
    gathered = claims.relate(story, embed)
    return origins.relate(story, (), conflicts.relate(story, gathered, tracks.relate(story)), gathered)


def test_what_an_outlet_takes_back_is_shown_by_its_correction_and_no_origin() -> None:
    parties = [entity("Police"), entity("Ana Duro", EntityKind.PERSON)]
    first = [count("a", "Ana Duro", "2024-05-03", "Post"), count("b", "Police", "2024-05-03", "Herald")]
    correction = corrected("Correction: an article")
    (found,) = apart([*first, correction], parties)
    assert (found.type, found.a.id) == (ConflictType.MISQUOTE, first[0].figures[0].id)
    assert found.b.id == correction.statements[1].id
    claim = next(one for one in origins_of([*first, correction], parties) if len(one.members) > 1)
    assert (claim.origins_low, claim.origins_high) == (1, 1)
    assert apart([*first, corrected("The Post")], parties) == []
