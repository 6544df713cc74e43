"""Denials in words of their own, headings above their text, numbers put otherwise, firsts that were none."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.relate.make import apart, eid, entity, facts, figure, of, report, resolved, statement, time

from sayso import api
from sayso.embed import embed
from sayso.model.relation import About, Certainty, Conflict, ConflictType, Entity
from sayso.model.report import (
    Basis,
    Block,
    BlockRole,
    EntityKind,
    Facts,
    Moment,
    Precision,
    Stance,
    StatementKind,
)
from sayso.relate import claims, conflicts, derivations, origins, tracks

FIRM = entity("Talwen Group")
SPEAKER = entity("Rhys Cale", EntityKind.PERSON, authority=eid("Talwen Group"))
PARTIES = [FIRM, SPEAKER, entity("Corrie Union"), entity("Brae Council")]


def found(*reports: Facts) -> list[Conflict]:
    return apart(reports, PARTIES)


def answered(when: tuple[str, str]) -> list[Conflict]:
    text = (
        "The board of Talwen Group closed the pit in October, the union said. "
        "The firm denied that this was settled in autumn."
    )
    one = report("a", text)
    told = statement(one, "The board of Talwen Group closed the pit in October", "Corrie Union")
    denial = statement(one, "that this was settled in autumn", "Rhys Cale", stance=Stance.DENIES)
    made = facts(one, [told, denial], names=("Talwen Group",))
    times = time(one, "October", "2023-10-01", "2023-10-31"), time(one, "autumn", *when)
    return found(replace(made, times=times))


def test_the_accused_denies_what_is_told_of_the_same_time() -> None:
    (one,) = answered(("2023-09-01", "2023-11-30"))
    assert (one.type, one.why) == (ConflictType.DENIAL, "asserted by Corrie Union, denied by Rhys Cale")
    assert answered(("2023-03-01", "2023-05-31")) == []
    assert answered(("2023-10-09", "2023-10-09")) == []


def test_to_deny_having_said_it_is_about_the_saying_and_leaves_the_speaker_possible() -> None:
    said = report("a", "The union said that it ordered sixty porters out of the hall.")
    denied = report("b", "It denied saying that it ordered sixty porters out of the hall.")
    told = statement(said, "that it ordered sixty porters out of the hall", "Corrie Union")
    never = statement(
        denied,
        "saying that it ordered sixty porters out of the hall",
        "Corrie Union",
        stance=Stance.DENIES,
    )
    items = facts(said, [replace(told)], names=("Brae",)), facts(denied, [never], names=("Brae",))
    story = resolved(items, PARTIES)
    gathered = claims.relate(story, embed)
    apart = conflicts.relate(story, gathered, tracks.relate(story))
    assert [(one.type, one.about) for one in apart] == [(ConflictType.DENIAL, About.SAYING)]
    for claim in origins.relate(story, derivations.relate(story), apart, gathered):
        if told.id in {member.id for member in claim.members}:
            assert all(one.certainty is not Certainty.SHOWN for one in claim.origins)


def test_a_flat_denial_stands_against_what_is_told_of_its_own_people() -> None:
    told = report("a", "Twelve porters drowned at the quay of Talwen Group.")
    text = "“None of our people drowned in the storm,” said Rhys Cale."
    flat = report("b", text)
    quote = statement(
        flat, "“None of our people drowned in the storm,”", "Rhys Cale", kind=StatementKind.DIRECT
    )
    ours = facts(told, [statement(told, told.text)], names=("Talwen Group",))
    (one,) = found(ours, facts(flat, [quote]))
    assert one.type is ConflictType.DENIAL
    others = report("c", "Twelve porters drowned at the quay of Brae Council.")
    theirs = facts(others, [statement(others, others.text)], names=("Brae Council",))
    assert found(theirs, facts(flat, [quote])) == []


def test_a_heading_above_all_that_its_text_tells_is_apart_from_it() -> None:
    def headed(missing: int) -> list[Conflict]:
        text = f"Hundreds dead\n\nPolice found 17 people dead and {missing} missing."
        one = report("a", text)
        one = replace(
            one, blocks=(Block(0, 13, BlockRole.HEADLINE), Block(15, len(text), BlockRole.PARAGRAPH))
        )
        made = [
            figure(one, "Hundreds", "killed", 100, 999, vague=True),
            figure(one, "17 people", "killed", 17, 17),
            figure(one, f"{missing} missing", "missing", missing, missing),
        ]
        return found(facts(one, [], made))

    assert [one.type for one in headed(42)] == [ConflictType.FIGURE]
    assert headed(300) == []


def test_a_heading_among_others_is_of_another_report() -> None:
    def listed(*roles: BlockRole) -> list[Conflict]:
        text = "Police found 17 people dead.\n\nHundreds dead\n\nThe pier is shut."
        one = report("a", text)
        blocks = [Block(start, start + 13, role) for start, role in zip((0, 30, 45), roles, strict=True)]
        made = [
            figure(one, "Hundreds", "killed", 100, 999, vague=True),
            figure(one, "17 people", "killed", 17, 17),
        ]
        return found(facts(replace(one, blocks=tuple(blocks)), [], made))

    assert len(listed(BlockRole.PARAGRAPH, BlockRole.SUBHEAD, BlockRole.PARAGRAPH)) == 1
    assert listed(BlockRole.PARAGRAPH, BlockRole.SUBHEAD, BlockRole.SUBHEAD) == []


def test_a_number_put_otherwise_right_after_it_is_apart_from_it() -> None:
    def put(second: str) -> list[Conflict]:
        one = report("a", f"Rhys Cale said 90 million went into the pit. The union said {second}.")
        ours = statement(one, "90 million went into the pit", "Rhys Cale")
        theirs = statement(one, second, "Corrie Union")
        money = {"unit": "GBP", "who": None}
        made = [
            of(ours, figure(one, "90 million", "money", 90e6, 90e6, **money)),
            of(theirs, figure(one, "barely 40 million", "money", 40e6, 40e6, **money)),
        ]
        return found(facts(one, [ours, theirs], made))

    for said in ("it had been barely 40 million", "the true sum of that was barely 40 million"):
        assert [one.type for one in put(said)] == [ConflictType.FIGURE]
    assert put("the town lost barely 40 million") == []


def firsts(claim: str, earlier: str) -> list[Conflict]:
    new, old = report("a", claim, "2024-05-03"), report("b", earlier, "2024-05-04")
    then = Moment("1998-01-01", "1998-12-31", Precision.YEAR, Basis.EXPRESSION)
    items = (
        facts(new, [statement(new, claim, "Brae Council")], names=("Corrie",)),
        facts(old, [statement(old, earlier, "Corrie Union", event=then)], names=("Corrie",)),
    )
    return [one for one in found(*items) if one.type is ConflictType.FIRST]


def test_a_first_is_none_where_the_same_thing_was_so_before() -> None:
    assert (
        len(
            firsts(
                "For the first time the sea broke the wall of Corrie.",
                "In 1998 the sea broke a wall of Corrie.",
            )
        )
        == 1
    )


def test_a_first_since_then_or_of_another_deed_stands() -> None:
    earlier = "In 1998 the sea broke a wall of Corrie."
    assert firsts("For the first time since 2009 the sea broke the wall of Corrie.", earlier) == []
    assert firsts("For the first time the council carried the wall of Corrie on its list.", earlier) == []
    assert firsts("For the first time in ten years the sea broke the wall of Corrie.", earlier) == []
    assert firsts("For the first time the sea broke the wall of Corrie.", "The sea will break a wall.") == []


PAID = "Mayor Ada Brandt said that grain was stolen from the public store. "


def test_a_denial_is_shown_by_the_quotation_in_which_the_denier_goes_on(tmp_path: Path) -> None:
    denies = "But Rhys Cale, a spokesman for the union, denied that grain was stolen from the public store. "
    for quote, shown in (
        ("“Not a sack of grain has left that store,” he said.", "Not a sack"),
        ("“We do not comment on gossip,” he said.", "that grain was stolen"),
    ):
        (tmp_path / "a.txt").write_text(PAID + denies + quote, "utf-8")
        dossier = api.dossier([str(tmp_path)])
        told = {one.id: one.text for one in dossier.statements}
        (one,) = dossier.conflicts
        assert one.type is ConflictType.DENIAL
        assert told[one.a.id].startswith("that grain was stolen")
        assert shown in told[one.b.id]


def test_what_somebody_denies_having_said_is_set_beside_who_did_say_it(tmp_path: Path) -> None:
    texts = (
        "Varnholt will close its mill. “About 60 of the workers could be found work at other mills,” "
        "chief executive Ada Brandt said.",
        "Varnholt will close its mill at Ostry. Union leader Rhys Cale told The Herald that about 60 of the "
        "workers could be found work at other mills.",
        "Union leader Rhys Cale denied saying that about 60 of the workers could be found work at other"
        " mills when Varnholt closes its mill at Ostry.",
    )
    for place, text in enumerate(texts):
        (tmp_path / f"{place}.txt").write_text(text, "utf-8")
    dossier = api.dossier([str(tmp_path)])
    assert sorted((one.type, one.about) for one in dossier.conflicts) == [
        (ConflictType.DENIAL, About.SAYING),
        (ConflictType.MISQUOTE, About.SAYING),
    ]


def test_a_caption_is_no_assertion_that_a_flat_denial_answers(tmp_path: Path) -> None:
    caption = "Photo: Carts leave the store of the Corrie Union at Ostry."
    text = f"Grain missing at Ostry\n\n{caption}\n\n“Not one cart has left our store,” the Corrie Union said."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert api.dossier([str(tmp_path)]).conflicts == ()


def test_what_somebody_unnamed_tells_his_own_people_may_deny() -> None:
    leak = entity("works manager", EntityKind.PERSON, authority=eid("Talwen Group"), named=False)
    assert [one.type for one in _denied(leak)] == [ConflictType.DENIAL]


def test_what_a_named_colleague_tells_is_not_denied_by_the_firm() -> None:
    assert _denied(entity("works manager", EntityKind.PERSON, authority=eid("Talwen Group"))) == []


def _denied(teller: Entity) -> list[Conflict]:
    text = "the foundry had ignored two warnings about the moulds"
    one, two = report("a", text), report("b", text)
    told = statement(one, text, "works manager")
    denial = statement(two, text, "Talwen Group", stance=Stance.DENIES)
    return apart([facts(one, [told]), facts(two, [denial])], [FIRM, teller])


@pytest.mark.parametrize(
    ("claim", "earlier", "wanted"),
    [
        ("It was the first bridge collapse in Corrie.", "In 1998 a footbridge collapsed in Corrie.", 1),
        ("It was the first bridge collapse in Corrie.", "In 1998 a mine collapsed in Corrie.", 0),
        (
            "It was the first day after the bridge collapse in Corrie.",
            "In 1998 a bridge collapsed in Corrie.",
            0,
        ),
    ],
)
def test_a_noun_may_name_the_deed_that_was_a_first(claim: str, earlier: str, wanted: int) -> None:
    assert len(firsts(claim, earlier)) == wanted


def test_what_should_be_done_is_no_earlier_first() -> None:
    claim = "For the first time the sea broke the wall of Corrie."
    assert len(firsts(claim, "In 1998 the sea, they said, broke the wall of Corrie.")) == 1
    assert firsts(claim, "In 1998 the sea, they said, could well have broke the wall of Corrie.") == []
