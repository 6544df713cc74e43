"""Numbers that news articles showed to be misread: what each rule reads, and what looks alike."""

import pytest
from tests.extract.figures_of import figures_of


def bounds(text: str) -> list[tuple[float | None, float | None]]:
    return [(one.low, one.high) for one in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        # by how much, and to where
        ("The number of unemployed rose 164,000 to 12.2 million.", [(164_000, 164_000), (12.2e6, 12.2e6)]),
        ("Prices rose 10 to 20 percent.", [(10, 20)]),
        # either way
        ("It has a margin of error of plus or minus 3.4 percentage points.", [(3.4, 3.4)]),
        ("It has a margin of error of plus-or-minus 3.7 percentage points.", [(3.7, 3.7)]),
        ("It was minus 5 degrees.", [(-5, -5)]),
        # a part of one in a hundred
        ("They are just half of one percent of the refugees.", [(0.5, 0.5)]),
        ("Half of the homes burned.", [(50, 50)]),
        # a part of a time
        ("They fought for three-quarters of a century.", []),
        ("Three-quarters of the mill burned.", [(75, 75)]),
        # no year
        ("The stay came, but not before 1300 same-sex couples had filed.", [(1300, 1300)]),
        ("He died before 1300.", []),
    ],
)
def test_what_a_number_says(text: str, read: list[tuple[float, float]]) -> None:
    assert bounds(text) == read


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Deaths from the virus surpassed 1,900.", "killed"),
        ("Sales surpassed 1,900.", "count"),
        ("There were 22,819 write-in votes cast.", "votes"),
        ("All 2,220 precincts reporting went to him.", "precinct"),
        ("They came with 16 Catholics.", "catholic"),
    ],
)
def test_what_a_number_counts(text: str, measure: str) -> None:
    assert [one.measure for one in figures_of(text)] == [measure]


def test_a_count_since_the_start_of_its_sentence_is_cumulative() -> None:
    (found,) = figures_of(
        "Since the virus surfaced in Kosla in December, more than 3,500 people have been infected."
    )
    assert found.extent == "cumulative"
    (found,) = figures_of("Since 1970 the law has required every bank to report what exceeds $10,000.")
    assert found.extent == "level"


def test_how_much_something_was_then_is_as_of_then() -> None:
    (found,) = figures_of("In 2014, the budget was $3.5 trillion.")
    assert found.as_of is not None
    assert (found.as_of.from_, found.as_of.to) == ("2014-01-01", "2014-12-31")


@pytest.mark.parametrize(
    "text",
    ["The budget was $3.5 trillion, up from March.", "The 2014 budget was $3.5 trillion.",
     "By around late March the limit will be $3.5 trillion."],
)  # fmt: skip
def test_other_times_are_not_that_of_the_amount(text: str) -> None:
    assert [one.as_of and one.as_of.from_ for one in figures_of(text)] == [None]
    assert [one.during for one in figures_of(text)] == [None]
