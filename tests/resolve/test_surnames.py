"""Whom a lone surname means that the pipeline takes for a body's name in a report with no more than that."""

from tests.extract.facts_of import facts_of
from tests.resolve.story_of import all_named, named, story_of

from sayso.model.report import EntityKind

FULL = "Viktor Salin, the governor, said on Tuesday that nine men had left. Salin said that they were safe."
ALONE = "Salin said on Wednesday that six people remained in hospital."


def test_the_pipeline_takes_a_surname_alone_for_a_body() -> None:
    (one,) = facts_of(ALONE).entities
    assert one.kind is EntityKind.ORGANISATION


def test_a_lone_word_that_speaks_is_the_one_bearer_whom_another_report_calls_so() -> None:
    one = named(story_of(FULL, ALONE), "Viktor Salin")
    assert (one.names, one.kind) == (("Salin", "Viktor Salin"), EntityKind.PERSON)


def test_it_is_neither_of_two_bearers() -> None:
    other = "Olga Salin, a surgeon, said on Tuesday that nine men had left. Salin said that they were safe."
    assert ("Salin",) in [one.names for one in all_named(story_of(FULL, other, ALONE), "Salin")]


def test_it_is_no_person_whom_no_report_calls_so() -> None:
    other = "Viktor Salin, the governor, said on Tuesday that nine men had left."
    assert named(story_of(other, ALONE), "Salin").names == ("Salin",)


def test_it_is_no_person_where_a_body_has_the_word_in_its_name() -> None:
    body = "Salin Foundry Company said on Tuesday that nine men had left."
    assert named(story_of(FULL, body, ALONE), "Viktor Salin").kind is EntityKind.PERSON
    assert ("Salin",) in [one.names for one in all_named(story_of(FULL, body, ALONE), "Salin")]
