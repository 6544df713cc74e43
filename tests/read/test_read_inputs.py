import io
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.read import content as module
from sayso.read.inputs import read
from sayso.read.reading import MAX_CHARACTERS, Reading


def rules(reading: Reading) -> list[str]:
    return [problem.rule for problem in reading.problems]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text("The ferry left.")
    (tmp_path / "a.txt").write_text("The port reopened.")
    (tmp_path / ".hidden.txt").write_text("no")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.txt").write_text("The crew is safe.")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("no")
    return tmp_path


def test_a_folder_is_read_with_its_subfolders_in_the_order_of_names(news: Path) -> None:
    assert [item.name for item in read([str(news)]).items] == ["a.txt", "b.txt", "c.txt"]


def test_a_pattern_is_read(news: Path) -> None:
    assert [item.name for item in read([str(news / "**" / "*.txt")]).items] == ["a.txt", "b.txt", "c.txt"]


def test_a_missing_path_is_a_problem_and_the_rest_is_read(news: Path) -> None:
    reading = read([str(news / "gone.txt"), str(news / "x*.txt"), str(news / "a.txt")])
    assert rules(reading) == ["missing", "missing"]
    assert [item.name for item in reading.items] == ["a.txt"]


def test_the_same_file_twice_counts_once_and_is_named(news: Path) -> None:
    reading = read([str(news / "a.txt"), str(news / "a.txt")])
    assert (len(reading.items), rules(reading)) == (1, ["duplicate"])


def test_equal_names_in_two_folders_are_two_reports(news: Path) -> None:
    (news / "deep" / "a.txt").write_text("Another story.")
    assert [item.name for item in read([str(news)]).items] == ["a.txt", "b.txt", "a.txt", "c.txt"]


def test_pasted_articles_are_parted_by_a_line_of_three_hyphens() -> None:
    pasted = io.BytesIO("The ferry left.\r\n---\r\nThe port – reopened.\n--- \n\n---\n".encode())
    items = read(["-"], stdin=pasted).items
    assert [(item.name, item.text.strip()) for item in items] == [
        ("stdin#1", "The ferry left."),
        ("stdin#2", "The port – reopened."),
    ]


def test_one_pasted_article_is_numbered_too() -> None:
    assert [item.name for item in read(["-"], stdin=io.BytesIO(b"The ferry left.")).items] == ["stdin#1"]


def test_a_table_on_standard_input_is_read() -> None:
    assert [item.name for item in read(["-"], stdin=io.BytesIO(b'{"text": "One."}\n')).items] == ["stdin#1"]


def test_an_empty_and_a_binary_file_are_problems_that_name_them(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    reading = read([str(tmp_path)])
    assert rules(reading) == ["empty", "binary", "nothing-readable"]
    assert "a picture" in reading.problems[1].message


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    assert rules(read([str(tmp_path)])) == ["nothing-readable"]


def test_a_broken_byte_is_a_problem_of_the_report_that_was_made(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Zoë said “no”. ".encode() + b"\xfe")
    reading = read([str(tmp_path)])
    assert rules(reading) == ["broken-encoding"]
    assert "byte 20" in reading.problems[0].message
    assert reading.problems[0].report is not None


def test_a_text_that_is_too_long_for_a_report_is_refused(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("The ferry left. " * (MAX_CHARACTERS // 16 + 1))
    assert rules(read([str(tmp_path / "long.txt")])) == ["too-large"]


def test_a_huge_file_is_refused_but_a_huge_table_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 1000)
    (tmp_path / "a.txt").write_text("The ferry left. " * 100)
    (tmp_path / "b.jsonl").write_text('{"text": "The ferry left."}\n' * 100)
    reading = read([str(tmp_path)])
    assert set(rules(reading)) == {"too-large"}
    assert len(reading.items) == 100


def test_a_file_that_may_not_be_opened_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    assert rules(read([str(tmp_path / "link.txt")])) == ["unreadable"]


def test_a_pipe_is_read(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.write(writer, b"The ferry left.")
    os.close(writer)
    assert [item.text for item in read([f"/dev/fd/{reader}"]).items] == ["The ferry left."]
    os.close(reader)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400), st.sampled_from([".txt", ".csv", ".jsonl", ".json", ".html", ""]))
def test_no_bytes_raise(tmp_path: Path, raw: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(raw)
    reading = read([str(path)])
    assert reading.items or reading.problems
