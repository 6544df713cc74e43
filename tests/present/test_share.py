from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.present.make import make_dossier

from sayso.model.codec import from_json, to_json
from sayso.present.pages import present as page
from sayso.present.pages import view
from sayso.present.share import blank, present


def test_facts_keep_their_words_and_the_rest_is_blank() -> None:
    full = make_dossier()
    shared = present(full)
    texts = {report.id: report.text for report in shared.reports}
    facts: Iterable[Any] = chain(shared.statements, shared.figures, shared.mentions, shared.times)
    for fact in facts:
        assert texts[fact.report][fact.start : fact.end] == fact.text
    for before, after in zip(full.reports, shared.reports, strict=True):
        assert len(before.text) == len(after.text)
    assert "Reporting by" not in texts["a1"]
    assert "CORVELL, March 4" not in texts["a1"]


def test_what_an_outlet_alone_tells_is_not_passed_on_unless_something_leans_on_it() -> None:
    full = make_dossier()
    bare = present(replace(full, figures=(), tracks=(), conflicts=()))
    kept = {statement.id for statement in bare.statements}
    assert "s13" not in kept
    assert "s1" in kept
    assert "c4" not in {claim.id for claim in bare.claims}
    assert "Four hundred houses" not in "".join(report.text for report in bare.reports)


def test_a_shared_dossier_is_a_dossier_with_a_page() -> None:
    shared = present(make_dossier())
    assert from_json(to_json(shared)) == shared
    assert "Ines Dahl" in page(shared)


def test_the_page_of_a_shared_dossier_marks_what_was_left_out() -> None:
    articles = {article.anchor: article for article in view(present(make_dossier())).articles}
    assert articles["r-a1"].cut
    texts = ["".join(token.text for token in paragraph.tokens) for paragraph in articles["r-a1"].paragraphs]
    assert texts[0].startswith("A spillway gate")
    assert not any(article.cut for article in view(make_dossier()).articles)


@settings(deadline=None)
@given(
    st.text(),
    st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: (min(pair), max(pair)))),
)
def test_blanking_never_changes_the_length(text: str, spans: list[tuple[int, int]]) -> None:
    kept = blank(text, spans)
    assert len(kept) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, kept, strict=True))
