"""Denials that point back at what another party said, and what looks like one."""

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
    from dataclasses import replace

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
