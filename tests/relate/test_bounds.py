"""Two numbers of which one is the other, rounded."""

import pytest
from tests.relate.make import figure, report

from sayso.relate.bounds import same_value


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (984, 980, True),
        (984, 976, False),
        (7265, 7230, False),
        (7265, 7300, True),
        (1_204_000, 1_200_000, True),
        (5967.34, 5967, True),
        (206, 204, False),
        (96, 95, False),
    ],
)
def test_a_number_is_another_one_only_where_it_is_that_one_rounded(
    one: float, other: float, same: bool
) -> None:
    told = report("a", "It counted 12 ships and 15 boats.")
    a, b = (
        figure(told, text, "count", low=n, high=n) for text, n in (("12 ships", one), ("15 boats", other))
    )
    assert (same_value(a, b), same_value(b, a)) == (same, same)
