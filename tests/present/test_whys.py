"""Which claims somebody means, and how the chain of one is shown; on the dossier of the tests' own story."""

import io

import pytest
from rich.console import Console
from tests.present.make import make_dossier

from sayso.model.dossier import Dossier
from sayso.present import whys
from sayso.present.queries import find


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return make_dossier()


def shown(dossier: Dossier, wanted: str) -> str:
    stream = io.StringIO()
    Console(file=stream, width=80, highlight=False).print(whys.present(dossier, find(dossier, wanted)))
    return stream.getvalue()


def test_words_mean_the_claims_that_hold_them_all(dossier: Dossier) -> None:
    (first, *_) = find(dossier, "spillway gate")
    assert "spillway gate" in first.text
    assert find(dossier, "spillway unicorn") == ()


def test_an_id_or_its_beginning_means_its_claim(dossier: Dossier) -> None:
    claim = next(one for one in dossier.claims if one.members)
    assert claim in find(dossier, claim.id)
    assert claim in find(dossier, claim.members[0].id)


def test_a_number_means_claims_with_that_figure_however_it_is_written(dossier: Dossier) -> None:
    members = {member.id: claim for claim in dossier.claims for member in claim.members}
    figure = next(one for one in dossier.figures if one.low and one.statement in members)
    assert members[figure.statement or ""] in find(dossier, f"{figure.low:.0f}")
    assert find(dossier, "987,654,321") == ()


def test_the_chain_names_who_it_is_traced_to_and_quotes_the_articles(dossier: Dossier) -> None:
    text = shown(dossier, "spillway gate")
    assert max(map(len, text.splitlines())) <= 80
    assert "traced to Ines Dahl" in text
    assert "2 articles → 1 origin" in text


def test_json_has_all_that_a_claim_rests_on(dossier: Dossier) -> None:
    (first, *_) = whys.plain(dossier, find(dossier, "spillway gate"))
    assert set(first) == {"story", "claim", "facts", "conflicts", "derivations", "renderings"}
    assert {one["id"] for one in first["facts"]} <= {one["id"] for one in first["claim"]["members"]}


def test_nothing_asked_means_nothing(dossier: Dossier) -> None:
    assert find(dossier, "  ") == ()
