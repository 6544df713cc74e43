import gzip
import json
from pathlib import Path

import pytest
from bench.folders import AbsentData

from bench import desk

TEXT = (
    "The vintners of Torvik expect a poor harvest this year after frost in April, Odran Feeley said. "
    "Feeley, who heads the Torvik vintners, said that {share} vines in ten had been lost to the frost."
)


def test_it_fills_a_database_and_looks_at_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "SAMPLE", 1)
    monkeypatch.setattr(desk, "DRAWN", 1)
    rows = [
        {"url": f"https://n.example/{share}", "text": TEXT.format(share=share), "title": None, "outlet": None}
        for share in ("two", "three", "four")
    ]
    lines = [json.dumps({**row, "byline": None, "published": None}) for row in rows]
    with gzip.open(tmp_path / "articles.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join(lines))
    result = desk.run(tmp_path, size=3, keep=tmp_path / "kept.db")
    assert (result["articles"], result["stories"]) == (3, 1)
    assert result["look_milliseconds"]["story"]["median"] > 0
    assert "one_more.more_milliseconds" in desk.table(result)
    assert result["by_chance"]["reports_where_dearest"] == [3]
    assert (tmp_path / "kept.db").exists()


def test_without_its_data_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(AbsentData):
        desk.run(tmp_path)
