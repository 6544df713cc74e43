import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.facts_of import facts_of, said, sources

from sayso.titlecase import names_in, sentence_case, titled

KNOWN = dict.fromkeys(("weighs", "new", "over", "a", "of", "the", "and", "clash", "to", "open"), "word")
KNOWN |= dict.fromkeys(("rules", "port", "mason", "office"), "name")

BODY = (
    "The mayor of Lunde, Mirela Kovar, will weigh new rules for the port this week. Ms. Kovar said that the "
    "Port Office of the town would close on Monday. A clash over the port had been feared since the spring, "
    "when the rules were last changed by the council."
)


def known(word: str) -> str | None:
    return KNOWN.get(word)


def test_a_headline_in_title_case_is_read_as_a_sentence() -> None:
    text = "Kovar Weighs New Rules Over a Clash"
    assert sentence_case(text, known, frozenset({"kovar"})) == "Kovar weighs new rules over a clash"


def test_what_the_body_writes_with_a_capital_keeps_it() -> None:
    names = names_in([BODY])
    assert names is not None
    assert {"kovar", "mirela", "lunde"} <= names
    assert not names & {"mayor", "port", "rules"}
    assert (
        sentence_case("New Office to Open Over the Port", known, names) == "New Office to open over the port"
    )


def test_a_short_body_shows_no_names() -> None:
    assert names_in(["Ms. Kovar said so."]) is None


@pytest.mark.parametrize("text", ["Kovar Weighs New Rules", "In Lunde, Mayor Faces a Vote Over Harbour Dues"])
def test_a_title_has_capitals_all_over(text: str) -> None:
    assert titled(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kovar weighs new rules for Lunde",
        "MAYOR WEIGHS RULES",
        "Port Shut",
        "Mirela Kovar, Odran Feeley and Ada Cole",
    ],
)
def test_other_headlines_and_rows_of_names_are_left_alone(text: str) -> None:
    assert not titled(text)


@settings(deadline=None)
@given(st.text(), st.frozensets(st.text(max_size=5), max_size=4))
def test_offsets_stay(text: str, names: frozenset[str]) -> None:
    assert len(sentence_case(text, known, names)) == len(text)


def test_no_name_is_made_of_the_verb_of_a_headline() -> None:
    text = f"Kovar Weighs New Set of Rules for Port\n\n{BODY}\n\n“It is late,” she said."
    assert {one.name for one in facts_of(text).entities if "Weigh" in one.name} == set()
    assert sources(text, said(text)[-1]) == {"Mirela Kovar"}
