import io
import json

import pytest

from sayso.read.kinds import Kind
from sayso.read.reading import MAX_CHARACTERS, Reading
from sayso.read.tables import Columns, read


def table(text: str | bytes, kind: Kind = Kind.JSONL, columns: Columns | None = None) -> Reading:
    raw = text.encode() if isinstance(text, str) else text
    return read(io.BytesIO(raw), "feed.x", kind, columns or Columns())


def rules(reading: Reading) -> list[str]:
    return [problem.rule for problem in reading.problems]


def test_usual_names_are_guessed_in_any_letter_case() -> None:
    row = {
        "Body": "The ferry sank.",
        "Headline": "Ferry sinks",
        "LINK": "HTTPS://News.Example/a?utm_source=x#top",
        "date": "2024-05-02",
        "source": {"name": "Harbour Watch"},
        "authors": ["Ana Ruiz", "Jan Sol"],
    }
    (item,) = table(json.dumps(row)).items
    assert (item.text, item.title, item.url) == ("The ferry sank.", "Ferry sinks", "https://news.example/a")
    assert (item.published, item.outlet, item.byline) == ("2024-05-02", "Harbour Watch", "Ana Ruiz, Jan Sol")


def test_a_column_given_by_name_wins() -> None:
    (item,) = table('{"text": "short", "full": "The long text."}', columns=Columns(text="full")).items
    assert item.text == "The long text."


def test_a_column_that_is_not_there_is_said_once() -> None:
    reading = table('{"text": "One."}\n{"text": "Two."}', columns=Columns(outlet="paper"))
    assert (len(reading.items), rules(reading)) == (2, ["missing-column"])


def test_broken_lines_are_named_and_leave_the_others_their_names() -> None:
    reading = table('{"text": "One."}\n\n{"text": \n{"text": "Three."}\n[1]\n')
    assert [item.name for item in reading.items] == ["feed.x#1", "feed.x#3"]
    assert [problem.message.split(" of ")[0] for problem in reading.problems] == ["Line 3", "Line 5"]


def test_a_line_with_broken_bytes_is_read_and_named() -> None:
    reading = table('{"text": "Zoë said '.encode() + b'\xff"}')
    assert reading.items[0].text == "Zoë said \ufffd"
    assert rules(reading) == ["broken-encoding"]


def test_a_table_without_a_text_column_names_the_columns_it_has() -> None:
    reading = table('{"headline": "Ferry sinks"}')
    assert rules(reading) == ["no-text-column"]
    assert "headline" in reading.problems[0].message


def test_a_record_without_text_and_one_that_is_too_long_are_problems() -> None:
    reading = table(json.dumps({"text": " "}) + "\n" + json.dumps({"text": "x" * (MAX_CHARACTERS + 1)}))
    assert rules(reading) == ["empty", "too-large"]


@pytest.mark.parametrize(
    "text", ['[{"text": "One."}]', '{"text": "One."}', '{"status": "ok", "articles": [{"text": "One."}]}']
)
def test_json_may_be_a_list_an_object_or_an_object_around_a_list(text: str) -> None:
    assert [item.text for item in table(text, Kind.JSON).items] == ["One."]


def test_json_that_is_none_is_a_problem_with_its_line() -> None:
    reading = table('[{"text": "One."},\n{"text": }]', Kind.JSON)
    assert "Line 2" in reading.problems[0].message


def test_paragraph_lists_become_paragraphs() -> None:
    assert table('{"paragraphs": ["One.", "Two."]}').items[0].text == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("text", "kind"), [("title;text\nA;B, c\n", Kind.CSV), ("title\ttext\nA\tB, c\n", Kind.TSV)]
)
def test_csv_and_tsv(text: str, kind: Kind) -> None:
    (item,) = table(text, kind).items
    assert (item.title, item.text) == ("A", "B, c")


def test_csv_rows_may_hold_line_breaks_and_long_texts() -> None:
    long = "word " * 40_000
    reading = table(f'title,text\nA,"One.\n\nTwo."\nB,"{long}"\n', Kind.CSV)
    assert [len(item.text) for item in reading.items] == [10, 200_000]


def test_a_csv_row_with_too_many_cells_is_left_out_and_named() -> None:
    reading = table("title,text\nA,B\nC,D,E\n", Kind.CSV)
    assert (len(reading.items), rules(reading)) == (1, ["broken-line"])
    assert "Line 3" in reading.problems[0].message


def test_a_csv_in_windows_1252_is_read() -> None:
    assert (
        table("title,text\nA,The café closed.\n".encode("cp1252"), Kind.CSV).items[0].text
        == "The café closed."
    )


def test_a_table_without_records_is_a_problem() -> None:
    assert rules(table("title,text\n", Kind.CSV)) == ["nothing-readable"]
