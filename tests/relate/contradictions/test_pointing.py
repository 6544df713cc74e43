"""Denials that point back at what another party said, and what looks like one."""

from dataclasses import replace

import pytest
from tests.relate.make import apart, entity, facts, report, statement

from sayso.model.relation import Conflict, ConflictType
from sayso.model.report import Block, BlockRole, EntityKind, Span, Stance

COUNCIL = "Corrie Council"
PARTIES = [
    entity("Police"),
    entity(COUNCIL),
    entity("evidence", EntityKind.OTHER),
    entity("Norland", EntityKind.ORGANISATION, government=True),
]


def answered(told: str, denied: str, cue: str = "denied", by: str = COUNCIL) -> list[Conflict]:
    """The conflicts of a paragraph in which the police tell something, and somebody denies."""
    text = f"Police said {told}. The council {cue} {denied}."
    block = Block(0, len(text), BlockRole.PARAGRAPH)
    one = report("a", text)
    claim = statement(one, told, "Police")
    at = text.index(cue)
    more = {"stance": Stance.DENIES, "cue": Span(at, at + len(cue), cue)}
    start = text.index(denied, at)
    denial = statement(one, denied, by, **more)  # the words stand once
    assert denial.start == start
    item = facts(one, [claim, denial], names=(COUNCIL,))
    return apart([replace(item, report=replace(one, blocks=(block,)))], PARTIES)


@pytest.mark.parametrize(
    ("told", "denied", "cue"),
    [
        ("the pier was closed by night", "both accounts", "rejected"),
        ("the pier was closed by night", "that claim", "disputed"),
        ("Corrie Council closed the pier", "the allegations", "rejected"),
        ("Corrie Council closed the pier", "it", "denied"),
        ("they closed the pier by night", "the accusation", "rejected"),
    ],
)
def test_who_denies_an_account_or_what_is_told_of_them(told: str, denied: str, cue: str) -> None:
    (one,) = answered(told, denied, cue)
    assert one.type is ConflictType.DENIAL


@pytest.mark.parametrize(
    ("told", "denied", "cue"),
    [
        ("the pier was closed by night", "the allegations", "denied"),  # of whom nothing is told here
        ("the pier was closed by night", "it", "denied"),
        ("Corrie Council closed the pier", "it", "rejected"),  # an offer, perhaps
        ("Corrie Council closed the pier", "their request", "rejected"),
        ("Corrie Council closed the pier", "having", "denied"),
        ("he closed the pier by night", "the accusation", "denied"),  # of one person, not of a council
        ("it asked Corrie Council of the pier", "the accusation", "denied"),  # a question
    ],
)
def test_what_points_at_something_else_is_no_denial_of_what_stands_before(
    told: str, denied: str, cue: str
) -> None:
    assert answered(told, denied, cue) == []


def test_evidence_denies_nothing() -> None:
    assert answered("the pier was closed by night", "that claim", "contradicted", by="evidence") == []


def test_a_people_named_after_its_country_is_named() -> None:
    assert len(answered("Norlandic soldiers closed the pier", "it", by="Norland")) == 1
    assert answered("soldiers closed the pier", "it", by="Norland") == []


def test_what_is_not_so_accuses_nobody() -> None:
    told = "Corrie Council had closed the pier"
    assert len(answered(told, "the allegations")) == 1
    assert answered(told.replace("had", "had not"), "the allegations") == []


def test_that_claim_is_the_last_one_though_it_stands_in_the_same_sentence() -> None:
    told = "the pier was closed by night"
    text = f"Police said {told}, but the council disputed that claim."
    one = replace(report("a", text), blocks=(Block(0, len(text), BlockRole.PARAGRAPH),))
    at = text.index("disputed")
    denial = statement(
        one, "that claim", COUNCIL, stance=Stance.DENIES, cue=Span(at, at + len("disputed"), "disputed")
    )
    (found,) = apart([facts(one, [statement(one, told, "Police"), denial])], PARTIES)
    assert found.b.id == denial.id


def test_what_he_denied_behind_a_noun_points_at_the_noun() -> None:
    text = "Corrie Council closed the pier, police said. The council spoke of the deeds that it denied."
    one = replace(report("a", text), blocks=(Block(0, len(text), BlockRole.PARAGRAPH),))
    at = text.index("denied")
    told = statement(one, "Corrie Council closed the pier", "Police")
    start = text.index("that it")
    behind = replace(
        statement(one, "that it denied", COUNCIL, stance=Stance.DENIES, cue=Span(at, at + 6, "denied")),
        end=start + len("that"),
        text="that",
        parts=((start, start + len("that")),),
    )
    assert apart([facts(one, [told, behind], names=(COUNCIL,))], PARTIES) == []
