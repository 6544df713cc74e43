import pytest
from tests.extract.facts_of import facts_of

from sayso.model.grammar import Clause, Frame


def told(text: str, lemma: str) -> Frame:
    return next(frame for frame in facts_of(text).frames if frame.lemma == lemma)


def parts(text: str, lemma: str) -> list[tuple[str, str]]:
    return [(part.role, part.lemma) for part in told(text, lemma).parts]


def test_an_active_and_a_passive_verb_have_the_same_roles() -> None:
    active = parts("The company closed the foundry.", "close")
    passive = parts("The foundry was closed by the company.", "close")
    assert sorted(active) == sorted(passive) == [("agent", "company"), ("patient", "foundry")]


def test_a_subject_is_fetched_from_the_verb_above_or_the_noun_in_front() -> None:
    assert ("agent", "company") in parts("The company plans to close the foundry.", "close")
    assert ("patient", "body") in parts("The bodies found by divers were counted.", "find")
    assert ("agent", "firm") in parts("The firm, which closed the foundry, is gone.", "close")


def test_joined_parts_fill_the_role_each() -> None:
    assert parts("The company warned the workers and the mayor.", "warn")[1:] == [
        ("patient", "worker"),
        ("patient", "mayor"),
    ]


def test_what_nobody_did_or_was_not_done_is_negated() -> None:
    assert told("The mayor was not told.", "tell").negated
    assert told("Nobody told the mayor.", "tell").negated
    assert told("Divers recovered no bodies.", "recover").negated


def test_what_never_happened_before_happened() -> None:
    assert not told("The wall had never before collapsed.", "collapse").negated
    assert told("The wall never collapsed.", "collapse").negated


@pytest.mark.parametrize(
    ("text", "lemma", "undone"),
    [
        ("The crew failed to open the gate.", "open", True),
        ("The crew was unable to open the gate.", "open", True),
        ("The failure to open the gate angered many.", "open", True),
        ("The crew failed to open the gate or warn the town.", "warn", True),
        ("The crew failed to open the gate and sank.", "sink", False),
        ("The crew did not fail to open the gate.", "open", False),
        ("The crew was not unable to open the gate.", "open", False),
        ("The crew managed to open the gate.", "open", False),
    ],
)
def test_what_somebody_failed_to_do_is_negated(text: str, lemma: str, undone: bool) -> None:
    assert told(text, lemma).negated is undone


@pytest.mark.parametrize(
    ("text", "lemma", "clause", "whole"),
    [
        ("The barge struck the wall and the pilot drowned.", "drown", Clause.JOINED, "the pilot drowned"),
        ("The pilot, who was warned twice, left.", "warn", Clause.RELATIVE, "who was warned twice"),
        ("Police met the pilot who was warned twice.", "warn", Clause.OWN, "who was warned twice"),
        ("The mayor left after the barge sank.", "sink", Clause.BESIDE, "after the barge sank"),
        ("The barge sank, killing the pilot.", "kill", Clause.BESIDE, "killing the pilot"),
        ("The mayor will leave if the barge sank.", "sink", Clause.OPEN, "if the barge sank"),
        ("The mayor said the barge sank.", "sink", Clause.OWN, "the barge sank"),
    ],
)
def test_the_clause_of_a_verb_stands_somehow_to_the_one_above(
    text: str, lemma: str, clause: Clause, whole: str
) -> None:
    found = told(text, lemma)
    assert found.clause is clause
    assert text[slice(*found.whole)] == whole
