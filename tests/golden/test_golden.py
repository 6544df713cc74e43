"""The shipped examples and the golden cases give the dossiers that were read and accepted."""

import random

import pytest
from tests.golden.cases import EXAMPLES, OWN, expected, inputs, rendered

from sayso import api
from sayso.model.codec import from_json, to_json
from sayso.model.dossier import Dossier
from sayso.model.report import Figure, Mention, Statement, TimeExpression


@pytest.fixture(scope="module", params=(*EXAMPLES, *OWN))
def case(request: pytest.FixtureRequest) -> tuple[str, Dossier]:
    name = str(request.param)
    return name, api.dossier(inputs(name))


def test_the_dossier_is_the_one_that_was_accepted(case: tuple[str, Dossier]) -> None:
    name, dossier = case
    assert rendered(dossier) == expected(name).read_text("utf-8"), (
        "read the diff: python -m tests.golden.cases"
    )


def test_every_fact_points_at_the_characters_that_state_it(case: tuple[str, Dossier]) -> None:
    _, dossier = case
    texts = {report.id: report.text for report in dossier.reports}
    stated = [figure for figure in dossier.figures if not figure.derived_from]
    facts: list[Statement | Figure | TimeExpression | Mention] = [
        *dossier.statements,
        *stated,
        *dossier.times,
        *dossier.mentions,
    ]
    for fact in facts:
        assert texts[fact.report][fact.start : fact.end] == fact.text
    for statement in dossier.statements:
        for span in (
            statement.source,
            statement.cue,
            *statement.hedges,
            *(relay.mention for relay in statement.relays),
        ):
            assert span is None or texts[statement.report][span.start : span.end] == span.text


def test_the_dossier_file_reads_back_as_it_was_written(case: tuple[str, Dossier]) -> None:
    _, dossier = case
    assert from_json(to_json(dossier)) == dossier


def test_files_in_another_order_give_the_same_bytes(case: tuple[str, Dossier]) -> None:
    name, dossier = case
    shuffled = inputs(name)
    random.Random(7).shuffle(shuffled)
    assert to_json(api.dossier(shuffled)) == to_json(dossier)


def test_no_id_stands_for_two_facts(case: tuple[str, Dossier]) -> None:
    _, dossier = case
    for facts in (
        dossier.statements,
        dossier.figures,
        dossier.times,
        dossier.mentions,
        dossier.claims,
        dossier.entities,
    ):
        ids = [fact.id for fact in facts]
        assert len(ids) == len(set(ids))


def test_every_reference_leads_somewhere(case: tuple[str, Dossier]) -> None:
    _, dossier = case
    known = {fact.id for facts in (dossier.statements, dossier.figures) for fact in facts}
    entities = {entity.id for entity in dossier.entities}
    assert all(member.id in known for claim in dossier.claims for member in claim.members)
    assert all(source in entities for statement in dossier.statements for source in statement.sources)
    assert all(
        origin.entity is None or origin.entity in entities
        for claim in dossier.claims
        for origin in claim.origins
    )
    assert all({conflict.a.id, conflict.b.id} <= known for conflict in dossier.conflicts)
