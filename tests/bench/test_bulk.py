from collections import Counter
from pathlib import Path

import pytest
from bench.load import load

from bench import bulk
from sayso.model.report import Figure, Mention, Statement
from sayso.run.holdings import Holdings
from sayso.run.shelf import Shelf


def test_the_same_seed_gives_the_same_reports_and_more_begin_with_fewer() -> None:
    few, more = list(load(40, 3)), list(load(60, 3))
    assert more[:40] == few
    assert list(load(40, 4)) != few


def test_facts_stand_where_they_say() -> None:
    found = list(load(60))
    for facts in found:
        said: list[Statement | Figure | Mention] = [*facts.statements, *facts.figures, *facts.mentions]
        for one in said:
            assert facts.report.text[one.start : one.end] == one.text
    texts = Counter(facts.report.text for facts in found)
    assert any(count > 1 for count in texts.values())


def test_costs_are_told_by_size(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BULK_REPORTS", "20,64")
    result = bulk.run(None, tmp_path)
    assert [(row["reports"], row["related"]) for row in result["rows"]] == [(32, 32), (64, 64)]
    assert "growth" in bulk.table(result)
    assert [one.name for one in tmp_path.iterdir()] == ["reports"]


def test_reports_that_lie_there_are_not_made_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    bulk.fill(shelf, 64)
    held = Holdings(shelf)
    for key in bulk.keys(64):
        held.take(key)
    assert list(held.numbers) == [facts.report.id for facts in load(64)]
    (next(tmp_path.glob("*/*.arrow"))).write_bytes(b"kept")
    bulk.fill(shelf, 64)
    assert sum(path.read_bytes() == b"kept" for path in tmp_path.glob("*/*.arrow")) == 1


def test_of_many_some_are_related(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bulk, "WHOLE", 160)
    bulk.fill(Shelf(tmp_path / "reports"), 320)
    row = bulk.measure(320, tmp_path)
    assert row["reports"] == 320
    assert row["related"] is not None
    assert 0 < row["related"] < 320
    assert row["write"] is None
    assert "–" in bulk.table({"rows": [row], "growth": 1.0, "profile": 1})
