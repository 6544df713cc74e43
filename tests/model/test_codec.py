import dataclasses
import json

import jsonschema
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.present.make import make_dossier, make_empty

from sayso.errors import DataError
from sayso.model.codec import from_json, from_plain, schema, to_json, to_plain
from sayso.model.dossier import Dossier, MadeWith
from sayso.model.relation import Claim, Conflict, Entity, Lead, Origin, TimelineItem, Track
from sayso.model.report import (
    Figure,
    Mention,
    Moment,
    Placed,
    Problem,
    Report,
    Span,
    Statement,
    TimeExpression,
)

RECORDS = (
    Moment, Placed, Problem, Report, Span, Mention, TimeExpression, Statement, Figure, Entity, Claim, Origin,
    Conflict, Track, TimelineItem, Lead, MadeWith,
)  # fmt: skip


@pytest.mark.parametrize("dossier", [make_dossier(), make_empty()], ids=["full", "empty"])
def test_a_dossier_survives_the_file(dossier: Dossier) -> None:
    text = to_json(dossier)
    assert from_json(text) == dossier
    assert from_json(text.encode()) == dossier
    assert to_json(from_json(text)) == text


def test_a_file_follows_the_schema() -> None:
    jsonschema.validate(json.loads(to_json(make_dossier())), schema())


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(RECORDS).flatmap(st.from_type))
def test_every_record_survives_being_made_plain(record: object) -> None:
    text = json.dumps(to_plain(record))
    assume("NaN" not in text and "Infinity" not in text)  # which are no numbers of a dossier
    assert from_plain(type(record), json.loads(text)) == record


def test_a_python_name_with_an_underscore_is_plain_in_the_file() -> None:
    assert to_plain(Placed("2024-05-11", None, "told")) == {"from": "2024-05-11", "to": None, "why": "told"}


def test_keys_of_a_newer_version_are_ignored_and_keys_with_a_default_may_lack() -> None:
    plain = {"sayso": "1", "pipeline": "p", "lexicon": "l", "vectors": "v"}
    assert from_plain(MadeWith, plain) == MadeWith("1", "p", "l")
    entity = to_plain(make_dossier().entities[0])
    del entity["government"]
    assert from_plain(Entity, entity).government is False


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not a dossier file"),
        ("[]", "format"),
        ('{"format": "sayso-dossier/9"}', "format"),
        ('{"format": "sayso-dossier/1"}', "lacks the key 'made_with'"),
    ],
)
def test_what_is_no_dossier_file_is_refused_with_the_reason(text: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        from_json(text)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("reports", {}),
        ("reports", [3]),
        ("statements", [{"id": "x"}]),
        ("made_with", None),
        ("title", 3),
        ("span", {"from": None, "to": None, "precision": "fortnight", "basis": "text"}),
    ],
)
def test_a_damaged_value_is_refused(key: str, value: object) -> None:
    plain = json.loads(to_json(make_dossier()))
    plain[key] = value
    with pytest.raises(DataError):
        from_json(json.dumps(plain))


def test_a_damaged_pair_is_refused() -> None:
    plain = json.loads(to_json(make_dossier()))
    plain["statements"][0]["sentence"] = [1, 2, 3]
    with pytest.raises(DataError):
        from_json(json.dumps(plain))


def test_every_field_of_the_dossier_is_in_its_schema() -> None:
    root = schema()["$defs"]["Dossier"]["properties"]
    assert list(root) == [field.name for field in dataclasses.fields(Dossier)]
