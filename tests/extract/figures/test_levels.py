"""As of when a level of money, a share or things holds, where its clause says so."""

import pytest
from tests.extract.figures_of import figures_of

from sayso.model.report import Basis, Extent


@pytest.mark.parametrize(
    ("text", "at", "day"),
    [
        ("The mill had £3 million in the bank at the end of March.", 0, "2024-03-31"),
        ("It owed £3 million at the start of 2024.", 0, "2024-01-01"),
        ("The mill ended April with £9 million in cash.", 0, "2024-04-30"),
        ("The mill ended April with £9 million, up from £7 million at the end of March.", 1, "2024-03-31"),
        ("The deficit peaked at £9 million in 2009.", 0, "2009-12-31"),
        ("The deficit fell to £7 million last year.", 0, "2023-12-31"),
        ("The rate ticked up to 7.6% from 7.5% in April.", 1, "2024-04-30"),
        ("Last year's deficit was £7 million.", 0, "2023-12-31"),
        ("The index reached a record high of 14,253 on Tuesday.", 0, "2024-05-14"),
        ("In 2016, the county was carrying about £19 million in debt.", 0, "2016-12-31"),
        ("In 2016 the mill had 300 workers.", 0, "2016-12-31"),
        ("Last year, the mill employed 300 people.", 0, "2023-12-31"),
    ],
)
def test_a_level_holds_at_the_time_that_its_clause_says(text: str, at: int, day: str) -> None:
    figure = figures_of(text)[at]
    assert figure.extent is Extent.LEVEL
    assert figure.during is None
    assert figure.as_of is not None
    assert (figure.as_of.to, figure.as_of.basis) == (day, Basis.EXPRESSION)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("The rate ticked up to 7.6% from 7.5% in April.", 0),
        ("The deficit will fall to £7 million in 2025.", 0),
        ("The mill has 300 workers and lost £4 million in 2016.", 0),
        ("The mill was fined £3 million before it shut at the end of March.", 0),
        ("Last year's flood left a debt of £7 million.", 0),
    ],
)
def test_the_time_of_something_else_is_not_the_levels(text: str, at: int) -> None:
    figure = figures_of(text)[at]
    assert figure.as_of is not None
    assert figure.as_of.from_ is None


def test_who_was_hurt_at_the_end_of_a_month_was_hurt_in_it() -> None:
    (hurt,) = figures_of("The storm killed 12 people at the end of March 2023.")
    assert hurt.extent is Extent.IN_PERIOD
