from itertools import pairwise

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
        ("Mirela Kovar said the quay was safe.", "Mirela Kovar", EntityKind.PERSON),
        ("Polish President Andrej Wolan said the road was open.", "Andrej Wolan", EntityKind.PERSON),
        ("Shells fell near Kursk on Monday.", "Kursk", EntityKind.PLACE),
        ("The Security Service of Ukraine said the bridge was shut.", "Security Service of Ukraine",
         EntityKind.ORGANISATION),
        ("The White House said the ship had left.", "White House", EntityKind.ORGANISATION),
        ("The Lunde Water Agency said the wells were dry.", "Lunde Water Agency", EntityKind.ORGANISATION),
        ("North Korea said the ship had left.", "North Korea", EntityKind.PLACE),
        ("Its general secretary, Mererid Tannock, called the vote a disgrace.", "Mererid Tannock",
         EntityKind.PERSON),
    ],
)  # fmt: skip
def test_a_name_has_its_span_and_kind(text: str, name: str, kind: EntityKind) -> None:
    assert names_of(text).get(name) is kind


def test_a_demonym_that_only_describes_names_nobody() -> None:
    assert "Ukrainian" not in names_of("Two Ukrainian trucks left the depot.")


def test_a_title_is_no_part_of_the_name() -> None:
    text = "Foreign Minister Odran Feeley said the road was open."
    report = facts_of(text).report
    (name,) = [
        n for n in mentions.extract(report, next(iter(annotate([report])))) if n.text == "Odran Feeley"
    ]
    assert name.title == "Foreign Minister"


def test_names_do_not_overlap() -> None:
    text = "The Ministry of Defence of Ukraine and the White House said North Korea had sent ships to Kursk."
    spans = sorted((one.start, one.end) for one in facts_of(text).mentions)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@pytest.mark.xfail(strict=True, reason="“and” inside a body's name parts it in two")
def test_a_body_may_have_and_in_its_name() -> None:
    assert "Allied Makers and Metalworkers Union" in names_of(
        "The Allied Makers and Metalworkers Union said it had been given no warning."
    )


def test_a_word_that_opens_a_question_is_no_part_of_the_name() -> None:
    assert names_of("Will Ana Kovar resign, the union asked.").keys() == {"Ana Kovar"}
