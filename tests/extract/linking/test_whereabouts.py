"""Where those counted are: not where something else of the sentence happened."""

import pytest
from tests.extract.facts_of import facts_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # what only describes another thing
        ("The truce signed in Lima has been broken 249 times.", None),
        ("Eighty strikers met outside a station that serves towns near Lima.", None),
        # what is found there is there
        ("Police showed 12 guns found in Lima.", "Lima"),
        # what happened in what is described happened there
        ("A blast that hit a market in Lima killed 12 people.", "Lima"),
        # of another time
        ("Since the virus came up in Lima in May, 3,500 people have been infected.", None),
        ("Twelve people died when a bus fell into a river in Lima.", "Lima"),
        ("The plane crashed while landing in Lima, killing 12 people.", "Lima"),
        # one of those counted
        ("In Chile, storms killed two people: a driver in Arica, who was swept away, and a woman.", "Chile"),
        # some of those counted
        # countries told of before are nowhere
        ("Talks between the two countries were held in Lima.", None),
        ("Talks between two guilds were held in Lima.", "Lima"),
        ("The state has 59 confirmed cases, with most of them linked to a park in Lima.", None),
    ],
)
def test_a_place_of_something_else_is_not_where_they_are(text: str, place: str | None) -> None:
    facts = facts_of(text)
    names = {one.id: one.name for one in facts.entities}
    assert names.get(facts.figures[0].where or "") == place
