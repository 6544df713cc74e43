import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.present.make import make_dossier, make_empty

from sayso.errors import DataError
from sayso.model.codec import to_plain
from sayso.model.dossier import Dossier
from sayso.model.report import Facts, Figure, Placed, Problem, Report, Stage, Statement
from sayso.model.wire import dumped, loaded


@pytest.mark.parametrize("dossier", [make_dossier(), make_empty()], ids=["full", "empty"])
def test_what_is_dumped_is_the_plain_json_of_the_file(dossier: Dossier) -> None:
    body = dumped(dossier)
    assert json.loads(body) == to_plain(dossier)
    assert loaded(Dossier, body) == dossier


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([Facts, Figure, Statement, Report]).flatmap(st.from_type))
def test_every_record_survives(record: object) -> None:
    plain = json.dumps(to_plain(record))
    if "NaN" not in plain and "Infinity" not in plain:  # which are no numbers of a report
        assert loaded(type(record), dumped(record)) == record
        assert loaded(type(record), plain.encode()) == record  # written by others, with spaces


@pytest.mark.parametrize("low", [5, 5.0, 0.1, 1e16, -0.0, 2**53 + 1, 2**70, 10**400])
def test_a_number_stays_as_it_is_written(low: float) -> None:
    body = dumped(figure_of(low))
    assert repr(loaded(Figure, body).low) == repr(low)


def figure_of(low: float) -> Figure:
    figure = make_dossier().figures[0]
    return Figure(**{**{name: getattr(figure, name) for name in Figure.__dataclass_fields__}, "low": low})


def test_words_of_a_text_are_never_taken_for_a_key() -> None:
    placed = Placed("2024-05-11", None, 'he said "from": and "from_": \\"from":')
    body = dumped(placed)
    assert json.loads(body) == {"from": "2024-05-11", "to": None, "why": placed.why}
    assert loaded(Placed, body) == placed


def test_half_of_a_character_survives() -> None:
    problem = Problem(None, "a\ud800b", Stage.READ, "cut", "\udfff")
    assert loaded(Problem, dumped(problem)) == problem


@pytest.mark.parametrize("body", [b"{}", b"[]", b'{"from":1,"to":null,"why":""}'])
def test_what_does_not_fit_is_refused_in_words(body: bytes) -> None:
    with pytest.raises(DataError, match=r"Placed|string"):
        loaded(Placed, body)


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b'{"from":NaN'])
def test_what_is_no_json_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"JSON|Expecting|decode"):
        loaded(Placed, body)
