from pathlib import Path

from tests.extract.figures_of import report_of, times_of

from bench import dated, timex

TIMEML = """<?xml version="1.0" ?>
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2024-05-15">2024-05-15</TIMEX3></DCT>
<TEXT>It fell <TIMEX3 tid="t1" type="DATE" value="2024-05-03">3</TIMEX3>-<TIMEX3 tid="t2" type="DATE"
value="2024-05-06">6 May</TIMEX3> &amp; later.</TEXT></TimeML>"""

GUM = """# newdoc id = GUM_news_mill
# meta::dateCreated = 2024-05-15
# meta::genre = news
# newpar_block = p (1 s)
# text = It shut on 3 May 2021.
1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\tDiscourse=ROOT:1
2\tshut\tshut\tVERB\tVBD\t_\t0\troot\t_\t_
3\ton\ton\tADP\tIN\t_\t4\tcase\t_\t_
4\t3\t3\tNUM\tCD\t_\t2\tobl\t_\tXML=<date when:::"2021-05-03">
5\tMay\tMay\tPROPN\tNNP\t_\t4\tflat\t_\t_
6\t2021\t2021\tNUM\tCD\t_\t4\tflat\t_\tSpaceAfter=No|XML=</date>
7\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""

CAT = """<?xml version="1.0" ?><Document doc_name="mill">
<token t_id="1" sentence="0">It</token><token t_id="2" sentence="0">shut</token>
<token t_id="3" sentence="0">Friday</token><token t_id="4" sentence="0">.</token>
<Markables>
<TIMEX3 functionInDocument="CREATION_TIME" type="DATE" value="2024-05-15"/>
<TIMEX3 functionInDocument="NONE" type="DATE" value="2024-05-10"><token_anchor t_id="3"/></TIMEX3>
<TIMEX3 functionInDocument="NONE" type="DURATION" value="P1D"><token_anchor t_id="3"/></TIMEX3>
</Markables></Document>"""


def test_a_timeml_file_is_a_report_dated_by_its_creation(tmp_path: Path) -> None:
    path = tmp_path / "mill.tml"
    path.write_text(TIMEML, "utf-8")
    report, gold = timex.read(path)
    assert report.published is not None
    assert report.published.from_ == "2024-05-15"
    assert [report.text[start:end] for start, end, _ in gold] == ["3", "6 May"]


def test_a_range_is_compared_by_its_ends() -> None:
    text = "It fell 3-6 May."
    found = timex.unfolded(times_of(text))
    assert [(text[start:end], value) for start, end, value in found] == [
        ("3", "2024-05-03"), ("6 May", "2024-05-06"),
    ]  # fmt: skip
    counts = timex.compare(found, found)
    assert (counts["strict"], counts["value"]) == (2, 2)


def test_the_second_end_of_a_range_begins_with_its_first_word() -> None:
    text = "It lay shut (3 March - 6 May)."
    assert [text[start:end] for start, end, _ in timex.unfolded(times_of(text))] == ["3 March", "6 May"]


def test_values_of_the_same_days_are_told_from_others() -> None:
    assert timex.plain("2014-XX-XX") == timex.plain("2014")
    assert timex.plain("2014-04-17-WXX-4") == "2014-04-17"
    assert timex.plain("2014-04") != timex.plain("2014")
    counts = timex.compare([(0, 4, "2014-XX-XX")], [(0, 4, "2014")])
    assert (counts["value"], counts["same_value"]) == (0, 1)


def test_gum_dates_stand_where_they_are_marked() -> None:
    report, (gold,) = dated.of_gum("GUM_news_mill", GUM)
    assert report.text[slice(*gold.span)] == "3 May 2021"
    assert (gold.value, gold.ends) == ("2021-05-03", ("2021-05-03", "2021-05-03"))
    assert report.published is not None


def test_meantime_gives_dates_with_words_and_sets_its_text_as_prose() -> None:
    report, (gold,) = dated.of_meantime("mill", CAT)
    assert report.text == "It shut Friday."
    assert (report.text[slice(*gold.span)], gold.value) == ("Friday", "2024-05-10")


def test_a_value_is_right_by_its_days() -> None:
    report = report_of("It fell 3-6 May.")
    times = times_of(report.text)
    first = dated.Gold((8, 9), "2024-05-03", ("2024-05-03", "2024-05-03"))
    whole = dated.Gold((8, 15), "", ("2024-05-03", "2024-05-06"))
    wrong = dated.Gold((8, 15), "", ("2024-05-03", "2024-05-07"))
    assert [row.right for row in dated.judge(report, [first, whole, wrong], times)] == [True, True, False]


def test_values_are_read_as_days() -> None:
    assert dated.days("199") == ("1990-01-01", "1999-12-31")
    assert dated.days("2024-W20-WE") == ("2024-05-18", "2024-05-19")
    assert dated.days("2024-02") == ("2024-02-01", "2024-02-29")
    assert dated.days("PXD") == (None, None)


def test_beside_other_sets_only_the_usual_folders_are_read(tmp_path: Path) -> None:
    for place in ("gum/GUM_a.conllu", "meantime/corpus/b.xml", "ecbplus/topics/1/1_1ecb.xml"):
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).touch()
    assert [path.stem for path in dated._paths(tmp_path, "gum", "*.conllu")] == ["GUM_a"]
    assert [path.stem for path in dated._paths(tmp_path, "meantime", "*.xml")] == ["b"]
    assert [path.stem for path in dated._paths(tmp_path / "meantime", "meantime", "*.xml")] == ["b"]
