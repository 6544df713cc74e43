import pytest
from tests.extract.facts_of import entity, facts_of, pieces, relays, said, sources


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("Reuters reported that the harbour master said the ferry had sunk.", "harbour master", ["Reuters"]),
        ("“We are out of water,” the mayor told the BBC.", "mayor", ["BBC"]),
        ("The mayor told Reuters the wells were dry.", "mayor", ["Reuters"]),
        ("The mayor said the wells were dry, Yonhap news agency reported.", "mayor", ["Yonhap"]),
        ("The mayor said the wells were dry, reports Yonhap news agency.", "mayor", ["Yonhap"]),
        ("The mayor said the wells were dry, according to Reuters.", "mayor", ["Reuters"]),
        ("“We are out of water,” the mayor said in an interview with Radio Brod.", "mayor", ["Radio Brod"]),
        ("“We are dry,” the mayor was quoted as saying by the Corvina agency.", "mayor", ["Corvina"]),
        ("“We are dry,” the mayor told the Brod Times-News.", "mayor", ["Brod Times-News"]),
        ("The mayor told The Courier last month that the wells were dry.", "mayor", ["Courier"]),
        ("“We are dry,” the mayor told a daily briefing.", "mayor", []),
        ("“We are dry,” the mayor wrote in an e-mail obtained by the Brod Post.", "mayor", ["Brod Post"]),
        ("The mayor gave the toll of 26 to Radio Brod.", "mayor", ["Radio Brod"]),
        ("The mayor gave Radio Brod a toll of 26.", "mayor", ["Radio Brod"]),
        ("The clerk said the mayor gave the yard to Radio Brod.", "clerk", []),
        ("State radio quoted the mayor as saying the wells were dry.", "mayor", ["State radio"]),
        ("“We are dry,” state radio quoted the mayor as telling reporters.", "mayor", ["state radio"]),
        ("State radio cited a witness as saying the wells were dry.", "witness", ["State radio"]),
        ("“We are dry,” the mayor told the Sambad Agency, a local news service.", "mayor", ["Sambad Agency"]),
        ("The affair, first reported by the Guardian, has no basis, the minister said.", "minister", []),
    ],
)
def test_an_outlet_that_passes_a_statement_on_is_a_relay(text: str, source: str, via: list[str]) -> None:
    (only,) = said(text)
    assert sources(text, only) == {source}
    assert relays(text, only) == via


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        (
            "“I will not resign,” the mayor replied, according to a source in the hall.",
            "mayor",
            "source in the hall",
        ),
        ("The mayor said, according to two clerks, that the wells were dry.", "mayor", "two clerks"),
        ("Nine goats died, Reuters said, according to a miner.", "miner", "Reuters"),
        ("Reuters reported that the wells were dry, according to a miner.", "miner", "Reuters"),
        ("According to a miner, the wells were dry, as reported by the brewery.", "brewery", "miner"),
    ],
)
def test_who_tells_what_another_said_is_not_the_one_who_said_it(text: str, source: str, via: str) -> None:
    (only,) = said(text)
    assert sources(text, only) == {source}
    assert relays(text, only) == [via]


def test_who_tells_of_more_than_what_another_said_keeps_the_rest() -> None:
    text = "Talks failed when the rebels demanded a ransom for the miners, according to a clerk."
    outer, inner = said(text)
    assert (sources(text, outer), sources(text, inner)) == ({"clerk"}, {"rebels"})
    assert relays(text, inner) == ["clerk"]


def test_what_somebody_plans_by_anothers_word_is_told_by_that_one() -> None:
    text = "Ana Kovar plans to visit Brod on Sunday, according to a clerk."
    outer, inner = sorted(said(text), key=lambda one: one.start)
    assert (sources(text, outer), outer.text) == ({"clerk"}, "Ana Kovar plans to visit Brod on Sunday")
    assert (sources(text, inner), relays(text, inner)) == ({"Ana Kovar"}, ["clerk"])


def test_what_somebody_did_while_talks_stalled_is_no_report_of_it() -> None:
    text = "Talks stalled as Ana Kovar urged the mayor to buy pumps, according to three clerks."
    assert {(one.text, *sources(text, one)) for one in said(text)} == {
        ("Talks stalled", "three clerks"),
        ("the mayor to buy pumps", "Ana Kovar"),
    }


def test_an_agency_that_says_something_itself_is_its_source() -> None:
    text = "The harbour will close on Friday, reports Corvina news agency."
    (only,) = said(text)
    assert sources(text, only) == {"Corvina"}
    assert entity(text, only.sources[0]).media
    assert only.relays == ()


def test_an_agency_that_cites_a_ministry_relies_on_it_and_the_citing_is_no_statement() -> None:
    text = "The crossing was shelled overnight, Corvina news agency reported, citing the Polish army."
    (only,) = said(text)
    assert pieces(only, text) == ("The crossing was shelled overnight",)
    assert [entity(text, id_).name for id_ in only.relies_on] == ["Polish army"]


def test_a_relay_keeps_the_words_that_name_it() -> None:
    (only,) = said("“We are out of water,” the mayor told the BBC.")
    assert [relay.mention.text for relay in only.relays] == ["BBC"]


def test_what_the_same_one_goes_on_to_say_came_through_the_same_outlet() -> None:
    text = "The minister told the Brod Courier the wells were dry. He said the army would bring water."
    assert [relays(text, one) for one in said(text)] == [["Brod Courier"], ["Brod Courier"]]


def test_what_is_said_to_others_or_elsewhere_came_through_no_outlet() -> None:
    later = "The mayor told Reuters the wells were dry. At a news conference later, he said help was coming."
    assert [relays(later, one) for one in said(later)] == [["Reuters"], []]
    two = "The mayor said the wells were dry, while the governor told Reuters help would come."
    assert [relays(two, one) for one in said(two)] == [[], ["Reuters"]]


def test_a_noun_for_an_outlet_named_before_is_that_outlet() -> None:
    text = (
        "The mayor told Radio Brod that 12 were dead. “Help us,” the mayor was quoted as saying by the radio."
    )
    assert [relays(text, one) for one in said(text)] == [["Radio Brod"], ["Radio Brod"]]


@pytest.mark.parametrize(
    ("before", "noun", "via"),
    [
        ("the Brod Courier", "the newspaper", ["Brod Courier"]),
        ("Brod Radio", "the newspaper", ["newspaper"]),
        ("Reuters", "the newspaper", ["newspaper"]),
        ("the BBC", "the agency", []),
        ("Reuters", "the agency", ["Reuters"]),
    ],
)
def test_the_paper_is_the_outlet_named_last_that_may_be_one(before: str, noun: str, via: list[str]) -> None:
    text = f"The mayor told {before} the wells were dry. “Nobody came,” an eyewitness told {noun}."
    (last,) = (one for one in said(text) if one.text.startswith("“Nobody"))
    assert relays(text, last) == via


def test_a_paper_that_somebody_has_is_no_outlet() -> None:
    text = "The Brod Courier said the road was shut. “We have the paper,” the mayor said."
    names = {one.text for one in facts_of(text).mentions}
    assert "paper" not in names


def test_who_tells_of_a_telling_at_the_end_of_its_sentence_is_no_part_of_it() -> None:
    text = "Kovar told police the dam was old, according to court documents."
    told = next(one for one in said(text) if sources(text, one) == {"Kovar"})
    assert (told.text, relays(text, told)) == ("the dam was old", ["court documents"])
    text = "The mayor said the dam, according to court documents, was old."
    assert any("was old" in one.text for one in said(text) if sources(text, one) == {"mayor"})


def test_an_outlet_in_a_clause_about_who_speaks_passed_nothing_on() -> None:
    text = "Mirela Kovar, who leads the board of Reuters, said that the deal was good."
    (only,) = said(text)
    assert relays(text, only) == []
