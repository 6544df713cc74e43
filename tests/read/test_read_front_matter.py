import io

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.report import Received
from sayso.read import content
from sayso.read.content import Content
from sayso.read.front_matter import values
from sayso.read.tables import Columns

CLIPPED = """---
title: "Ferry sinks: 3 dead"
source: "https://harbour.example/news/ferry?utm_source=x"
author:
  - "[[Ana Ruiz]]"
  - "[[people/ben|Ben Cole]]"
published: 2026-03-10
created: 2026-03-12
tags: [clippings, ferry]
---
The ferry **sank** at dawn, [the harbour master](https://harbour.example/staff) said.

![A boat](boat.jpg)

---

> "We saw no lights," she said.
"""


def read(text: str, name: str = "clip.md", columns: Columns | None = None) -> tuple[Received, ...]:
    suffix = "." + name.rpartition(".")[2]
    return content.read(Content(io.BytesIO(text.encode()), name, suffix), columns or Columns()).items


def test_what_a_clipper_knows_of_an_article_is_read_and_is_not_its_text() -> None:
    (item,) = read(CLIPPED)
    assert (item.title, item.url) == ("Ferry sinks: 3 dead", "https://harbour.example/news/ferry")
    assert (item.byline, item.published, item.outlet) == ("Ana Ruiz, Ben Cole", "2026-03-10", None)
    assert item.text.startswith("The ferry sank at dawn, the harbour master said.")


def test_a_rule_in_markdown_parts_no_article() -> None:
    (item,) = read(CLIPPED)
    assert item.text.endswith('"We saw no lights," she said.')
    (plain,) = read("The ferry sank.\n\n---\n\nNobody was hurt.\n")
    assert plain.text == "The ferry sank.\n\nNobody was hurt."


def test_a_line_of_dashes_parts_articles_of_plain_text_that_have_no_front_matter() -> None:
    assert [item.text.strip() for item in read("The ferry sank.\n---\nNobody was hurt.", "a.txt")] == [
        "The ferry sank.",
        "Nobody was hurt.",
    ]


def test_articles_with_front_matter_follow_each_other_in_one_file() -> None:
    text = "---\ntitle: One\noutlet: A Post\n---\nThe ferry sank.\n---\ntitle: Two\n---\nNobody was hurt.\n"
    for name in ("a.txt", "a.md"):
        items = read(text, name)
        assert [(item.title, item.outlet, item.text.strip()) for item in items] == [
            ("One", "A Post", "The ferry sank."),
            ("Two", None, "Nobody was hurt."),
        ]
        assert len({item.raw for item in items}) == 2


def test_an_article_whose_lines_have_colons_is_no_front_matter() -> None:
    assert values("Ferry: what we know\nIt sank at dawn.\n") == {}
    assert values("Harbour master: no danger\nMayor: leave now\n") == {}
    assert values("Title: Ferry sinks\nURL: https://a.example/1\n") != {}


def test_values_of_front_matter_are_read_as_they_are_meant() -> None:
    piece = (
        "title: 'The ''Star'' sank'\n# of the desk\nauthors: [Ana, Ben]\nsummary: >\n  It sank\n  at dawn.\n"
    )
    assert values(piece) == {
        "title": "The 'Star' sank",
        "authors": ["Ana", "Ben"],
        "summary": "It sank at dawn.",
    }


def test_a_source_that_is_a_name_is_the_outlet() -> None:
    (item,) = read("---\ntitle: A\nsource: Harbour Post\n---\nThe ferry sank.\n")
    assert (item.outlet, item.url) == ("Harbour Post", None)


def test_keys_of_front_matter_can_be_named_as_columns_are() -> None:
    (item,) = read("---\ntitle: A\npaper: Harbour Post\n---\nIt sank.\n", columns=Columns(outlet="paper"))
    assert item.outlet == "Harbour Post"


def test_markdown_is_read_as_it_is_seen() -> None:
    text = "# Ferry sinks\n\n- *Three* dead\n- `Two` missing\n\n<p>A &amp; B</p>\n\n"
    (item,) = read(text + "| a | b |\n|---|---|\n| c | d |\n")
    assert item.text.split("\n\n") == [
        "Ferry sinks",
        "Three dead",
        "Two missing",
        "A & B",
        "a",
        "b",
        "c",
        "d",
    ]


def test_lines_of_a_paragraph_stay_lines_and_numbers_that_open_one_stay() -> None:
    (item,) = read("It sank in\n2019. Nobody\nwas hurt.\n")
    assert item.text == "It sank in\n2019. Nobody\nwas hurt."


def test_front_matter_alone_is_an_empty_file() -> None:
    reading = content.read(Content(io.BytesIO(b"---\ntitle: A\n---\n"), "a.md", ".md"), Columns())
    assert not reading.items
    assert [problem.rule for problem in reading.problems] == ["empty"]


@given(st.text(alphabet="-\n :a[]\"'>|#k", max_size=80))
def test_no_text_breaks_reading_and_all_words_of_plain_articles_stay(text: str) -> None:
    for name in ("a.txt", "a.md"):
        for item in read(text, name):
            assert item.text.strip()
