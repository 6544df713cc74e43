"""Figures against gold: what counts as found, and each attribute."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bench.scoring import Index

from bench import figures
from sayso import api

TEXT = """Bridge falls in Tarn

3 March 2023

Mayor Ada Quill said on Thursday that 40 people were hurt in Tarn, including six divers. Route 9 is shut.
"""

GOLD: dict[str, Any] = {"at": "40 people", "low": 40, "high": 40, "measure": "injured", "source": ["quill"]}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder: Path = tmp_path_factory.mktemp("bridge")
    (folder / "01-bridge.txt").write_text(TEXT)
    return Index.of(api.dossiers([str(folder)]).dossiers[0], 2)


def found(index: Index, *items: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Found and total of each measure."""
    scores = figures.score(index, {"01": items})
    return {name: (one.found, one.total) for name, one in scores.items()}


def test_a_figure_with_its_measure_and_source_is_found(index: Index) -> None:
    scores = found(index, GOLD)
    assert (scores["bounds"], scores["with measure"], scores["with source"]) == ((1, 1), (1, 1), (1, 1))
    assert scores["precision"] == (1, 2)  # the six divers are not in this gold


@pytest.mark.parametrize(
    ("change", "steps"),
    [
        ({"high": None}, ((0, 1), (0, 1), (0, 1))),
        ({"measure": "killed"}, ((1, 1), (0, 1), (0, 1))),
        ({"source": ["none"]}, ((1, 1), (1, 1), (0, 1))),
    ],
)
def test_each_step_asks_for_more(
    index: Index, change: dict[str, Any], steps: tuple[tuple[int, int], ...]
) -> None:
    scores = found(index, {**GOLD, **change})
    assert (scores["bounds"], scores["with measure"], scores["with source"]) == steps
    assert scores["precision"][0] == 0


def test_an_optional_figure_is_right_and_never_missed(index: Index) -> None:
    scores = found(index, {**GOLD, "optional": True})
    assert scores["bounds"] == (0, 0)
    assert scores["precision"] == (1, 2)


def test_a_part_is_right_only_with_its_whole(index: Index) -> None:
    part = {"at": "six divers", "low": 6, "high": 6, "measure": "injured", "source": ["quill"]}
    assert found(index, {**part, "extent": "part", "part_of": "40 people"})["part of"] == (1, 1)
    assert found(index, {**part, "extent": "part", "part_of": "Route 9"})["part of"] == (0, 1)


def test_no_later_than_is_no_day_stated(index: Index) -> None:
    assert found(index, GOLD)["as of"] == (1, 1)
    assert found(index, {**GOLD, "as_of": "2023-03-02"})["as of"] == (0, 1)


def test_numbers_taken_wrongly_are_listed(index: Index) -> None:
    assert figures.taken(index, {"01": ["Route 9", "3 March 2023"]}) == []
    assert figures.taken(index, {"01": [["40 people", 0]]}) == ["01 40 people"]


@pytest.mark.parametrize("measures", [("men", "man"), ("bodies", "body"), ("boats", "boat")])
def test_a_measure_under_its_own_noun_may_stand_in_either_number(measures: tuple[str, str]) -> None:
    assert figures.singular(measures[0]) == measures[1]


def test_a_miss_shows_the_figure_and_whose_it_is(index: Index) -> None:
    one = min(index.figures("01"), key=lambda figure: figure.start)
    assert figures.shown(index, "01", one) == "01 40 people (injured [40, 40] ← Ada Quill)"
    assert figures.shown(index, "01", replace(one, sources=())).endswith("← none)")
