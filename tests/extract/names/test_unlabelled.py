import pytest
from tests.extract.facts_of import facts_of

from sayso.annotate import annotate
from sayso.extract import mentions
from sayso.model.report import EntityKind


def names_of(text: str) -> dict[str, EntityKind]:
    report = facts_of(text).report
    return {name.text: name.kind for name in mentions.extract(report, next(iter(annotate([report]))))}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Tarnsby, a village of about 90 households, was worst hit.", "Tarnsby", EntityKind.PLACE),
        ("The Kolmsig river, blocked by a slide, broke loose.", "Kolmsig river", EntityKind.PLACE),
        ("In July the Kolmsig Khola drowned four people.", "Kolmsig Khola", EntityKind.PLACE),
        (
            "The toll from the sinking of the ferry Corvena Brilda had risen.",
            "Corvena Brilda",
            EntityKind.OTHER,
        ),
    ],
)
def test_the_words_beside_a_name_show_it(text: str, name: str, kind: EntityKind) -> None:
    assert names_of(text).get(name) is kind


@pytest.mark.parametrize(
    "text",
    [
        "Parents, a village teacher said, were worst hit.",
        "The old river, blocked by a slide, broke loose.",
        "The crew of the ferry said the toll had risen.",
    ],
)
def test_what_looks_like_such_a_name_and_is_none(text: str) -> None:
    assert names_of(text) == {}


def test_a_word_for_kin_is_no_part_of_a_name() -> None:
    facts = facts_of("Wife Sioned Parry told how it was.")
    assert "Sioned Parry" in {one.name for one in facts.entities}


def test_a_title_of_another_country_is_no_part_of_a_name() -> None:
    assert set(names_of("Mallam Garba Odile spoke. Alhaji Lai Koro and Shri Arun Batra left.")) == {
        "Garba Odile", "Lai Koro", "Arun Batra",
    }  # fmt: skip


def test_a_body_whose_name_reads_like_a_title_is_one_by_its_whole_name() -> None:
    text = "The opposition Forum for Change said 11 of its supporters had been killed."
    assert [one.name for one in facts_of(text).entities] == ["Forum for Change"]
