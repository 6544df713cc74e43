import pytest
from tests.extract.facts_of import entity, pieces, relays, said, sources


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("Reuters reported that the harbour master said the ferry had sunk.", "harbour master", ["Reuters"]),
        ("“We are out of water,” the mayor told the BBC.", "mayor", ["BBC"]),
        ("The mayor told Reuters the wells were dry.", "mayor", ["Reuters"]),
        ("The mayor said the wells were dry, Yonhap news agency reported.", "mayor", ["Yonhap"]),
        ("The mayor said the wells were dry, reports Yonhap news agency.", "mayor", ["Yonhap"]),
        ("The mayor said the wells were dry, according to Reuters.", "mayor", ["Reuters"]),
    ],
)
def test_an_outlet_that_passes_a_statement_on_is_a_relay(text: str, source: str, via: list[str]) -> None:
    (only,) = said(text)
    assert sources(text, only) == {source}
    assert relays(text, only) == via


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
