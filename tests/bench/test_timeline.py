"""The timeline benchmark on an article and a timeline of our own."""

from pathlib import Path

import pytest
from bench.folders import AbsentData

from bench import timeline

ARTICLE = """<TimeML><DOCID>7</DOCID>
<DCT><TIMEX3 functionInDocument="CREATION_TIME" type="DATE" value="2024-05-15">15 May</TIMEX3></DCT>
<TEXT><s id="0">Mill <EVENT eid="e1">burns</EVENT> down</s>
<s id="1">Fire <EVENT eid="e2">destroyed</EVENT> the mill on Monday .</s>
<s id="2">The firm <EVENT eid="e3">bought</EVENT> it in 2011 .</s></TEXT></TimeML>"""
TIMELINE = (
    "The mill\n0\tXXXX-XX-XX\t7-0-burns\n1\t2011-XX-XX\t7-2-bought\n2\t2024-05-14\t7-1-destroyed\t8-1-fell\n"
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "timeline-semeval2015"
    (folder / timeline.FOLDER).mkdir(parents=True)
    (folder / "timelines").mkdir()
    (folder / timeline.FOLDER / "7-Mill.tml").write_text(ARTICLE, "utf-8")
    (folder / "timelines" / "mill.txt").write_text(TIMELINE, "utf-8")
    return tmp_path


def test_dates_are_compared_at_the_precision_of_the_gold(data: Path) -> None:
    result = timeline.run(data)
    assert [result[key] for key in ("mentions", "dated", "found", "right")] == [3, 2, 2, 1]
    assert result["wrong"] == ["7-1-destroyed: 2024-05-13, wanted 2024-05-14"]
    assert "| 0.500 |" in timeline.table(result)


def test_without_its_data_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(AbsentData):
        timeline.run(tmp_path)
