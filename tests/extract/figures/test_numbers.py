import pytest
from tests.extract.figures_of import report_of

from sayso.annotate import annotate
from sayso.extract.figures.numbers import numbers
from sayso.extract.figures.numberwords import Number
from sayso.lexicon import table


def _numbers(text: str) -> list[Number]:
    doc = next(iter(annotate([report_of(text)])))
    return [number for sentence in doc.sents for number in numbers(sentence)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3,000 crates", 3000, 3000),
        ("twenty-five crates", 25, 25),
        ("two hundred and five crates", 205, 205),
        ("two hundred thousand crates", 200_000, 200_000),
        ("3.5 million crates", 3_500_000, 3_500_000),
        ("half a million crates", 500_000, 500_000),
        ("20 grand in cash", 20_000, 20_000),
        ("11 Grand Prix wins", 11, 11),
        ("one-point-five crates", 1.5, 1.5),
        ("two grand juries", 2, 2),
        ("a dozen crates", 12, 12),
        ("more than 3,000 crates", 3000, None),
        ("at least thirty crates", 30, None),
        ("over 60 crates", 60, None),
        ("30 or more crates", 30, None),
        ("up to 40 crates", None, 40),
        ("fewer than 40 crates", None, 40),
        ("no more than 40 crates", None, 40),
        ("11,000 to 12,000 crates", 11_000, 12_000),
        ("10-12 million crates", 10_000_000, 12_000_000),
        ("between 10 and 15 crates", 10, 15),
        ("between $62 and $68", 62, 68),
        ("5% to 6%", 5, 6),
        ("about 100 crates", 100, 100),
        ("USD10m", 10_000_000, 10_000_000),
        ("£2.7m", 2_700_000, 2_700_000),
        ("$3bn-$4bn", 3_000_000_000, 4_000_000_000),
        ("$1MM", 1_000_000, 1_000_000),
        ("10M.", 10_000_000, 10_000_000),
        ("two million three hundred thousand crates", 2_300_000, 2_300_000),
        ("two thousand and five crates", 2005, 2005),
        ("three lakh crore rupees", 3e12, 3e12),
        ("ninety-five hundred crates", 9500, 9500),
        ("3 hundred and 21 crates", 321, 321),
        ("two point zero five million crates", 2_050_000, 2_050_000),
        ("one and a half crates", 1.5, 1.5),
        ("3 million and a half crates", 3_500_000, 3_500_000),
        ("five and a half million crates", 5_500_000, 5_500_000),
        ("one billion and a quarter million crates", 1_000_250_000, 1_000_250_000),
        ("half million crates", 500_000, 500_000),
        ("three quarters of a million crates", 750_000, 750_000),
        ("5 1/2 crates", 5.5, 5.5),
        ("5½ crates", 5.5, 5.5),
        ("5 ½ crates", 5.5, 5.5),
        ("1,234.5 crates", 1234.5, 1234.5),
        ("1.234,5 crates", 1234.5, 1234.5),
        ("1'234 crates", 1234, 1234),
        ("12,34,567 crates", 1_234_567, 1_234_567),
        ("1 234 567 crates", 1_234_567, 1_234_567),
        ("40 000 crates", 40_000, 40_000),
        ("12\u202f345.5 crates", 12_345.5, 12_345.5),
        ("12  million crates", 12_000_000, 12_000_000),
        ("minus 5 degrees", -5, -5),
        ("-5 degrees", -5, -5),
        ("minus $5 million", -5_000_000, -5_000_000),
        ("between minus ten and five", -10, 5),
        ("from 20 through 30 crates", 20, 30),
        ("5k-20k crates", 5000, 20_000),
        ("more than 5 but less than 10 crates", 5, 10),
        ("at most 10 and at least 5 crates", 5, 10),
        ("larger than or equal to 30", 30, None),
        ("no larger than 30", None, 30),
        ("30 or greater", 30, None),
        ("less than 30 or equal to it", None, 30),
        (">= 30", 30, None),
        ("equal to 30 or less", None, 30),
        ("more than half", 0.5, None),
        ("a hundred and three quarters", 100.75, 100.75),
        ("between one hundred and two hundred and fifty crates", 100, 250),
        ("five-to-ten crates", 5, 10),
        ("a 5-to-10-year wait", 5, 10),
        ("5 to-10 years", 5, 10),
        ("a 200,000-to-260,000-year-old skull", 200000, 260000),
        ("two (2) crates", 2, 2),
        ("two to three hundred crates", 200, 300),
        ("two to three hundred thousand crates", 200_000, 300_000),
        ("one to one hundred crates", 1, 100),
        ("-5 to -10 degrees", -10, -5),
        ("at least 12 345 crates", 12_345, None),
        ("10 ~ 20 crates", 10, 20),
        ("as few as 10 crates", None, 10),
        ("not exceeding 20 crates", None, 20),
        ("up to and including 20 crates", None, 20),
        ("above or equal to 20", 20, None),
        ("people older than 30", 30, None),
        ("never more than 30", None, 30),
        ("more than 1/2", 0.5, None),
        ("A$5.4m", 5_400_000, 5_400_000),
        ("PS2.7m", 2_700_000, 2_700_000),
        ("(PS21,700)", 21_700, 21_700),
        ("minus-130 degrees", -130, -130),
        ("sub-7 nanometer chips", None, 7),
        ("250 miles to 290 miles", 250, 290),
        ("three or four crates", 3, 4),
        ("5-10W lamps", 5, 10),
        ("prices lower than 8", None, 8),
        ("the rate ticked up to 8", 8, 8),
        ("the rate may be up to 8", None, 8),
        ("under the 8 crates", 8, 8),
        ("under the 800 mark", None, 800),
    ],
)
def test_a_number_has_its_bounds(text: str, low: float | None, high: float | None) -> None:
    (only,) = _numbers(f"They saw {text} there.")
    assert (only.low, only.high, only.vague) == (low, high, False)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("several crates", 3, 9),
        ("several hundred crates", 300, 900),
        ("a couple hundred crates", 150, 300),
        ("a couple of hundred crates", 150, 300),
        ("nearly 1,000 crates", 900, 1000),
        ("dozens of crates", 24, 99),
        ("hundreds of crates", 100, 999),
        ("tens of thousands of crates", 10_000, 99_999),
        ("a handful of crates", 3, 9),
        ("at least several hundred crates", 300, None),
    ],
)
def test_a_vague_number_takes_its_bounds_from_the_lexicon(text: str, low: float, high: float | None) -> None:
    (only,) = _numbers(f"They saw {text} there.")
    assert (only.low, only.high, only.vague) == (low, high, True)


@pytest.mark.parametrize(
    "word", ["about", "approximately", "some", "around", "an estimated", "nearly", "roughly"]
)
def test_rounding_words_are_marked(word: str) -> None:
    (only,) = _numbers(f"They saw {word} 500 crates there.")
    assert only.rounded


def test_a_letter_for_millions_may_close_the_sentence() -> None:
    assert [number.low for number in _numbers("It made a loss of £2m.")] == [2_000_000]


def test_whole_numbers_are_ints() -> None:
    (only,) = _numbers("They saw 1.1 million crates there.")
    assert repr(only.low) == "1100000"


def test_from_to_after_a_verb_of_movement_is_two_numbers() -> None:
    assert [number.low for number in _numbers("The price rose from 12 to 19.")] == [12, 19]
    assert [number.high for number in _numbers("The price ranges from 12 to 19.")] == [19]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On May 12 300 people came.", [12, 300]),
        ("The tests came back negative two days later.", [2]),
        ("They took 5 minus 3 crates.", [5, 3]),
        ("A Su -25 jet and 3 others came.", [3]),
        ("At one point two people left.", [1, 2]),
        ("They lost two million and five people died.", [2_000_000, 5]),
        ("They met in the second half of May with 3 aides.", [3]),
        ("They recall 9/11 and the 7/10 vote.", []),
        ("They rose by 200 or more than 190.", [200, 190]),
        ("They saw more than 40 and less than 10 of each.", [40, None]),
        ("Two men and a third man came.", [2]),
        ("They saw 12 (5 of them here) there.", [12, 5]),
    ],
)
def test_what_looks_like_one_number_and_is_none(text: str, values: list[float | None]) -> None:
    assert [number.low for number in _numbers(text)] == values


def test_two_numbers_that_are_no_guess_stay_two() -> None:
    assert [number.low for number in _numbers("It is 25,000 or 40,000 cheaper.")] == [25_000, 40_000]


def test_a_year_is_no_end_of_a_range() -> None:
    assert [number.low for number in _numbers("Sales rose in 2018 to 3.9 million.")] == [2018, 3_900_000]


def test_nearly_is_told_from_a_vague_word() -> None:
    assert [number.nearly for number in _numbers("They saw nearly 500 of the hundreds.")] == [True, False]


def test_a_range_written_backwards_is_two_numbers() -> None:
    assert [number.low for number in _numbers("They saw 90-20 there.")] == [90, 20]


def test_numbers_of_absurd_size_are_left_out() -> None:
    assert _numbers(f"They saw 9{'0' * 400} crates there.") == []


def test_an_ordinal_is_no_number() -> None:
    assert _numbers("The 3rd and the twenty-first came.") == []


def test_every_vague_row_has_ordered_bounds_and_a_source() -> None:
    rows = [row for group in table("vague").values() for row in group.values()]
    assert all(row["low"] <= row["high"] and row["source"] for row in rows)
