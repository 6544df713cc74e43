"""Numbers as nobody should write them: never a crash, never an invented value, in time that grows evenly."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.figures_of import figures_of

from sayso.annotate import pipeline
from sayso.extract.figures.numbers import LARGEST, numbers
from sayso.extract.figures.numberwords import Number
from sayso.model.plain import plain

_HEAP = """
1 12 007 000 1,000 1,000,00 1.234 1.234,5 12¹ m² 12[3] ½ 3½ 1/2 9/11 1e999 10 ^ 6 - – ~ > < = % $ €
( ) [ ] , . ٣ １２ Ⅻ ⑫ 五 a an the and or to of between from than more less at least over under
nearly minus negative half third quarters dozen dozens hundred hundreds thousand million lakh
crore one two twenty eighty point through equal people degrees
"""
PIECES = [*_HEAP.split(), "\u202f", "\u00a0", "\u200f", "\n"]


def _read(text: str) -> tuple[Number, ...]:
    doc = pipeline().make_doc(plain(text))
    return numbers(tuple(doc)) if len(doc) else ()


def _hold(text: str) -> None:
    length, floor = len(pipeline().make_doc(plain(text))), 0
    for number in _read(text):
        assert floor <= number.first <= number.core < number.end <= length
        assert number.low is not None or number.high is not None
        assert number.low is None or number.high is None or number.low <= number.high
        assert all(abs(end) <= LARGEST for end in (number.low, number.high) if end is not None)
        floor = number.end


@settings(deadline=None)
@given(st.text())
def test_any_text_gives_numbers_in_order_with_ends_in_order(text: str) -> None:
    _hold(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_any_heap_of_number_words_gives_numbers_with_ends_in_order(pieces: list[str]) -> None:
    _hold(" ".join(pieces))
    _hold("".join(pieces))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14))
def test_figures_of_any_heap_are_spans_of_the_text(pieces: list[str]) -> None:
    text = f"They saw {' '.join(pieces)} there."
    for figure in figures_of(text):
        assert text[figure.start : figure.end] == figure.text
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@pytest.mark.parametrize(
    "piece",
    ["1 000 ", "a million ", "million ", "minus ", "twenty ", "one and ", "5 to ", "5 or ", "half a ",
     "at least ", "1-", "1,", "9", "(", "hundred and ", "more than 5 but less than ", "5-6 "],
)  # fmt: skip
def test_the_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    words = [tuple(pipeline().make_doc(piece * many)) for many in (500, 4000)]
    took = []
    for tokens in words:
        start = perf_counter()
        numbers(tokens)
        took.append(perf_counter() - start)
    assert took[1] < 8 * 6 * took[0] + 0.2


@pytest.mark.parametrize(
    "text",
    [
        "They had 1,000,00 people there.",
        "They had 00012 people there.",
        "They had 000 people there.",
        "They had 1 000 000 000 000 000 000 000 000 000 000 people there.",
        "They had 12¹ people there.",
        "They had 10^6 people there.",
        "They had 10^6 km of road.",
        "They had 10² people there.",
        "They had Ⅻ people and ⑫ dogs there.",
        "They had 12–9 people there.",
        "They had 5-10-15 crates.",
        "Between 10 and 5 people were killed.",
        "More than fewer than 5 people died.",
        "They had 1.500 people there.",
        "They had 1.234.567 people there.",
        "They had 12,34 people there.",
        "One two three people were killed.",
        "In nineteen eighty-four people fled.",
        "In 1984 people fled.",
        "Louis XIV killed XII people.",
        "It ran on 192.168.0.1 with release 3.11.7 of it.",
        "Call 555-1234 or (020) 7946 0958 or +1-222-222-2222 or 1-800-555-0199 now.",
        "The report of 12.5.2020 and that of 2020-05-12 came.",
        "They counted 12 345 people there.",
        "At 10 200 people came.",
        "They won 21-14 with scores of 6-4 before.",
    ],
)
def test_what_is_no_count_gives_no_figure(text: str) -> None:
    assert figures_of(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They had ١٢٣ people there.", 123),
        ("They had １２３ people there.", 123),
        ("They killed 12[3] people there.", 12),
        ("In twenty twenty 5 people were killed.", 5),
        ("They (the (((12 people)))) left.", 12),
        ("They had 12-15 people there.", 12),
        ("They had 1.5 million people there.", 1_500_000),
        ("They had 700-1200 people there.", 700),
        ("Some 1984 people fled.", 1984),
        ("On May 12 300 people fled.", 300),
        ("More than 1/3 of the homes were lost.", 33.33),
        ("They had two-hundred people there.", 200),
    ],
)
def test_what_looks_as_bad_and_is_a_count(text: str, value: float) -> None:
    (only,) = figures_of(text)
    assert only.low == value
