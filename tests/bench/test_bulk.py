from collections import Counter

import pytest
from bench.load import load

from bench import bulk
from sayso.model.report import Figure, Mention, Statement


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


def test_costs_are_told_by_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BULK_REPORTS", "20,40")
    result = bulk.run(None)
    assert [row["reports"] for row in result["rows"]] == [20, 40]
    assert "growth" in bulk.table(result)
