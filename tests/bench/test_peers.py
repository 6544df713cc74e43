"""What passes between the figures benchmarks and other tools: texts out, finds in, recorded scores."""

import json
from pathlib import Path

from bench.peers import lines, quantities, scores, times
from bench.peers.lines import Text


def test_texts_come_back_as_they_went(tmp_path: Path) -> None:
    texts = [Text("one", "Twelve left.\nThree stayed.", "2024-05-20"), Text("two", "“None.”\u2028", None)]
    lines.write_texts(texts, tmp_path / "texts.jsonl")
    assert lines.read_texts(tmp_path / "texts.jsonl") == texts


def test_a_peers_time_is_told_by_the_thousand_sentences(tmp_path: Path) -> None:
    texts = [Text("one", "Twelve left. Three stayed."), Text("two", "None came")]
    found = tmp_path / "found.jsonl"
    found.write_text(
        "".join(json.dumps({"name": one.name, "seconds": 0.3, "found": []}) + "\n" for one in texts)
    )
    assert round(lines.per_thousand_sentences(texts, found)) == 200


def test_of_two_finds_that_overlap_the_longer_stays() -> None:
    rows = [{"start": 0, "end": 2}, {"start": 0, "end": 8}, {"start": 9, "end": 12}]
    assert lines.widest(rows) == [{"start": 0, "end": 8}, {"start": 9, "end": 12}]


def test_lines_keep_their_places() -> None:
    text = "Twelve left.\n\nThree stayed.\n"
    assert [(at, text[at : at + len(line)]) for at, line in lines.pieces(text)] == [
        (0, "Twelve left."),
        (14, "Three stayed."),
    ]


def test_the_floor_takes_numbers_in_digits_and_no_part_of_a_longer_string() -> None:
    found = quantities.numerals("The 12,500 tons, 3.5% of all, went by B52 on 1.2.3.")
    assert [row["low"] for row in found] == [12500.0, 3.5]


def test_a_range_of_middle_and_doubt_becomes_its_ends() -> None:
    class Unit:
        name = "dimensionless"

    class Told:
        value, uncertainty, unit, span = 11.0, 1.0, Unit(), (0, 8)

    row = quantities._quantulum(Told())
    assert (row["low"], row["high"], row["unit"]) == (10.0, 12.0, None)


def test_an_open_interval_is_a_bound() -> None:
    value = {"from": {"value": 3000, "unit": "unknown"}, "type": "interval"}
    (row,) = quantities._duckling({"value": value, "start": 0, "end": 15})
    assert (row["low"], row["high"], row["change"], row["unit"]) == (3000.0, 3000.0, ">", None)


def test_a_moment_is_told_as_exactly_as_its_words() -> None:
    assert [times.precision(words) for words in ("1987", "May 1987", "4 May 1987", "Tuesday", "4:30 pm")] == [
        "year",
        "month",
        "day",
        "day",
        "minute",
    ]


def test_small_words_around_a_time_are_left_out() -> None:
    line = "He came on Monday and the others in May."
    assert times.trimmed(100, line, 8, 25, "x") == {"start": 111, "end": 117, "value": "x"}


def test_a_year_before_the_first_is_a_year_bc() -> None:
    assert list(times._duckling({"value": "-0264-01-01T00:00:00.000+00:00", "grain": "year"})) == ["BC0264"]


def test_marked_words_are_found_again_in_the_text() -> None:
    text = "In May & June 2001, and in May."
    marked = '<TimeML>In <TIMEX3 tid="t1" type="DATE" value="2001-05">May</TIMEX3> &amp; June 2001, and in '
    marked += '<TIMEX3 tid="t2" type="DATE" value="2002-05">May</TIMEX3>.</TimeML>'
    assert [text[row["start"] : row["end"]] for row in times._marked(marked, text)] == ["May", "May"]
    assert [row["start"] for row in times._marked(marked, text)] == [3, 27]


def test_recorded_scores_stand_only_beside_their_own_data(tmp_path: Path) -> None:
    data = tmp_path / "data.json"
    data.write_text("[]")
    mark = scores.fingerprint([data])
    row = {
        "peer": "other",
        "version": "1",
        "data": mark,
        "measured": "2026-11-22",
        "scores": {"value": 0.5},
        "seconds": 2.0,
    }
    kept = tmp_path / "scores.json"
    kept.write_text(json.dumps([row]))
    own = {"data": mark, "value": {"f1": 0.75}}
    assert [line.split() for line in scores.beside(own, ["value"], kept)[1:]] == [
        ["sayso,", "now", "0.750"],
        ["other", "1", "0.500", "2.00"],
    ]
    data.write_text("[1]")
    assert scores.beside({**own, "data": scores.fingerprint([data])}, ["value"], kept) == []
