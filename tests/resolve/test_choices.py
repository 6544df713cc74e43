"""What a user settles of names and sides goes before what the rules find."""

from tests.extract.facts_of import facts_of
from tests.resolve.story_of import named, story

from sayso.model.choices import Choices
from sayso.model.relation import Resolved
from sayso.model.report import EntityKind
from sayso.resolve.entities import SETTLED
from sayso.resolve.story import resolve

FAILED = "said the dam had failed."


def settled(choices: Choices, *texts: str) -> Resolved:
    facts = tuple(facts_of(text, name=f"{number}.txt") for number, text in enumerate(texts))
    return resolve(story(facts), facts, choices)


def people(found: Resolved) -> int:
    return len([one for one in found.entities if one.kind is EntityKind.PERSON])


def test_names_that_the_user_joins_are_one_and_say_why() -> None:
    texts = (f"President Arvo Brenn {FAILED}", f"President Milla Dorenko {FAILED}")
    found = settled(Choices(same=(("Arvo Brenn", "Milla Dorenko"),)), *texts)
    assert people(found) == 1
    assert [merge.why for merge in named(found, "Arvo Brenn").merged] == [SETTLED]


def test_the_user_may_join_what_the_rules_keep_apart() -> None:
    texts = (f"President Arvo Brenn {FAILED}", f"President Milla Brenn {FAILED}")
    assert people(settled(Choices(), *texts)) == 2
    assert people(settled(Choices(same=(("Arvo Brenn", "Milla Brenn"),)), *texts)) == 1


def test_names_that_the_user_keeps_apart_are_two() -> None:
    texts = (f"President Arvo Brenn {FAILED}", f"President A. Brenn {FAILED}")
    assert people(settled(Choices(), *texts)) == 1
    assert people(settled(Choices(different=(("Arvo Brenn", "A. Brenn"),)), *texts)) == 2


def test_what_is_both_joined_and_kept_apart_stays_apart() -> None:
    texts = (f"President Arvo Brenn {FAILED}", f"President Milla Dorenko {FAILED}")
    pair = ("Arvo Brenn", "Milla Dorenko")
    assert people(settled(Choices(same=(pair,), different=(pair,)), *texts)) == 2


def test_the_user_says_whom_a_body_answers_to_and_on_which_side_it_stands() -> None:
    text = f"The River Board {FAILED} Norway {FAILED} Sweden {FAILED}"
    choices = Choices(sides=(("Sweden", "Norway"),), authorities=(("River Board", "Norway"),))
    found = settled(choices, text)
    board, norway, sweden = (
        next(one for one in found.entities if name in one.names and one.kind is EntityKind.ORGANISATION)
        for name in ("River Board", "Norway", "Sweden")
    )
    assert board.authority == norway.id
    assert (board.side, norway.side, sweden.side) == (sweden.id, sweden.id, sweden.id)
