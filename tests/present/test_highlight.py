from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.present.highlight import Highlight, highlight

TEXT = "The mayor said that four people were dead and forty missing."

spans = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
        lambda ends: Highlight(min(ends), max(ends), "c", anchor=f"at-{ends}")
    ),
    max_size=12,
)


@settings(deadline=None)
@given(spans, st.integers(0, 30), st.integers(30, len(TEXT)))
def test_text_is_kept_and_elements_nest(found: list[Highlight], start: int, end: int) -> None:
    tokens = highlight(TEXT, start, end, found)
    assert "".join(token.text for token in tokens) == TEXT[start:end]
    depth = 0
    for token in tokens:
        depth += token.open - token.close
        assert depth >= 0
    assert depth == 0


@settings(deadline=None)
@given(spans)
def test_an_anchor_is_given_once_and_every_letter_of_a_span_is_marked(found: list[Highlight]) -> None:
    tokens = highlight(TEXT, 0, len(TEXT), found)
    wanted = sorted(str(span.anchor) for span in found if span.start < span.end)
    assert sorted(token.anchor for token in tokens if token.anchor) == wanted
    depth, here = 0, 0
    for token in tokens:
        depth += token.open - token.close
        for _ in token.text:
            assert depth == sum(span.start <= here < span.end for span in found)
            here += 1


def test_crossing_spans_are_cut_where_they_cross() -> None:
    tokens = highlight("abcd", 0, 4, [Highlight(0, 3, "x", "x"), Highlight(1, 4, "y", "y")])
    shape = "".join("(" if token.open else ")" if token.close else token.text for token in tokens)
    assert shape == "(a(bc))(d)"
