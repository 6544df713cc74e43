import pytest
from tests.extract.facts_of import facts_of

from sayso.annotate import annotate
from sayso.extract import mentions


def names_of(text: str) -> set[str]:
    report = facts_of(text).report
    return {name.text for name in mentions.extract(report, next(iter(annotate([report]))))}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ana Kovar spoke for the town. Flags will fly at half-mast on all halls.", "Flags"),
        ("The shops reopened.\n\nScenes after the flood were described as grim.", "Scenes"),
        ("Astrophysicist Professor Ana Kovar of Lunde University said the dish was ready.", "Astrophysicist"),
        ("The heroin came by sea. Heroin is readily available in the port.", "Heroin"),
    ],
)
def test_a_word_with_a_capital_only_where_a_sentence_opens_names_nobody(text: str, word: str) -> None:
    assert word not in names_of(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Talcamar will fly twice a week from Brod.", "Talcamar"),
        ("Congress met on Tuesday. The vote was put off.", "Congress"),
        ("Facebook has banned the adverts.", "Facebook"),
    ],
)
def test_a_name_that_opens_a_sentence_stays_one(text: str, word: str) -> None:
    assert word in names_of(text)


def test_a_pronoun_does_not_mean_a_word_that_opened_a_sentence() -> None:
    facts = facts_of("Flags will fly at half-mast on all halls. “We will never give in,” he said.")
    assert not [one for one in facts.statements if one.sources]
