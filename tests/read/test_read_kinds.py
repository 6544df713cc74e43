import pytest

from sayso.read.kinds import Kind, sniff


@pytest.mark.parametrize(
    ("head", "suffix", "kind"),
    [
        (b"", ".txt", Kind.EMPTY),
        (b" \n\t ", ".txt", Kind.EMPTY),
        (b"\xef\xbb\xbf", ".txt", Kind.EMPTY),
        (b"The ferry sank.", "", Kind.TEXT),
        (b"[Harbour Wire] The ferry sank.", ".txt", Kind.TEXT),
        (b"<!doctype html><html></html>", ".txt", Kind.HTML),
        (b"<!-- saved -->\n<html lang=en>", "", Kind.HTML),
        (b"<p>The ferry sank.</p>", ".html", Kind.HTML),
        (b"The ferry sank.", ".html", Kind.TEXT),
        (b'{"text": "a"}\n{"text": "b"}\n', ".txt", Kind.JSONL),
        (b'{"text": "a"}\n{"text": "b"}\n', ".json", Kind.JSONL),
        (b'{"text": "a"}', ".json", Kind.JSON),
        (b'{\n "text": "a"\n}', "", Kind.JSON),
        (b'[{"text": "a"}]', "", Kind.JSON),
        (b"{broken\n", ".jsonl", Kind.JSONL),
        (b"title,text\na,b\n", "", Kind.CSV),
        (b"title\ttext\na\tb\n", ".txt", Kind.TSV),
        (b"x;y\n1;2\n", ".csv", Kind.CSV),
    ],
)
def test_the_kind_is_told_from_bytes_before_the_suffix(head: bytes, suffix: str, kind: Kind) -> None:
    assert sniff(head, suffix).kind is kind


def test_a_pdf_under_a_text_name_is_named_for_what_it_is() -> None:
    found = sniff(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", ".txt")
    assert (found.kind, found.what) == (Kind.BINARY, "a PDF")


def test_control_characters_make_a_file_binary() -> None:
    assert sniff(bytes(range(256)) * 8, ".txt").kind is Kind.BINARY


def test_a_file_that_opens_with_many_comments_takes_no_time() -> None:
    assert sniff(b"<!-- a -->" * 5000 + b"x").kind is Kind.TEXT
    assert sniff(b"<?a?><!-- a -->\n" * 5000 + b"<html><p>x").kind is Kind.HTML
    assert sniff(b"<!-- a " * 5000 + b"x").kind is Kind.TEXT
