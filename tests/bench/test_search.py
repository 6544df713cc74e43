from importlib.resources import files
from pathlib import Path

import pytest
from bench.folders import AbsentData

from bench import search
from sayso.run.desk import Desk


def test_searches_are_words_of_titles() -> None:
    titles = ["Ferry sinks off Huaimo", "A b c", "Mayor of Rauñe denies flooding", "Divers bring bodies"]
    assert search.queries(titles) == ["Ferry", "Mayor Rauñe", "Divers bring bodies"]


def test_every_way_of_looking_is_measured(tmp_path: Path) -> None:
    with Desk(tmp_path / "desk.db", create=True) as desk:
        desk.add([str(files("sayso").joinpath("examples", "ferry", "02-meridiana-toll-17.txt"))])
    found = search.run(tmp_path)
    assert found["articles"] == found["queries"] == 1
    assert "meaning" in search.table(found)


def test_without_a_database_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(AbsentData, match="sayso add"):
        search.run(tmp_path)
