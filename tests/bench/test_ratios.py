import gzip
import json
from pathlib import Path

import pytest
from bench.folders import AbsentData
from bench.peers import costs

from bench import ratios

TEXT = (
    "The vintners of Torvik expect a poor harvest this year after frost in April, Odran Feeley said. "
    "Feeley, who heads the Torvik vintners, said that {share} vines in ten had been lost to the frost."
)


@pytest.fixture
def stream(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("RUNS", "WARMING", "COLD"):
        monkeypatch.setattr(ratios, name, 1)
    rows = [
        {"url": f"https://n.example/{share}", "text": TEXT.format(share=share), "title": None, "outlet": None}
        for share in ("two", "three", "four")
    ]
    lines = [json.dumps({**row, "byline": None, "published": None}) for row in rows]
    with gzip.open(tmp_path / "articles.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join(lines))
    return tmp_path


def test_ratios_are_measured_and_shown_with_their_goals(
    stream: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ratios, "_peer", lambda name, _texts, _work: {"textacy": 0.5}.get(name))
    result = ratios.run(stream, size=2, keep=stream)
    assert result["articles"] == 2
    assert result["pass"]["of_pipeline_as_it_comes"] > 0
    assert result["pass"]["extract"] > 0
    assert (result["peers"]["textacy_seconds"], "quantulum3_seconds" in result["peers"]) == (0.5, False)
    assert result["cold"]["of_bare_spacy"] > 0
    shown = ratios.table(result)
    assert "pass.extract.quantities" in shown
    assert "(goal: 1.30 or less)" in shown


def test_without_its_data_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(AbsentData):
        ratios.run(tmp_path)


def test_a_peer_that_fails_over_a_text_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text('{"text": "12"}\n{"text": "a dozen"}\n', "utf-8")
    monkeypatch.setitem(costs.PEERS, "quantulum3", lambda texts: (texts, int))
    monkeypatch.setattr("sys.argv", ["costs", "quantulum3", str(path)])
    costs.main()
    told = capsys.readouterr()
    assert json.loads(told.out)["failed"] == 1
    assert "ValueError" in told.err
