"""The coreference measures on the cases of the textbooks."""

from itertools import permutations

import pytest
from bench.coreference import Clusters, Counts, b_cubed, best_pairing, ceaf_e, conll, muc, scored
from hypothesis import given, settings
from hypothesis import strategies as st

KEY: Clusters = [{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}]
"""The example of Bagga and Baldwin (1998): two responses that one wrong link each makes."""

SMALL_JOINED: Clusters = [{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}]
LARGE_JOINED: Clusters = [{1, 2, 3, 4, 5, 8, 9, 10, 11, 12}, {6, 7}]


def shares(counts: Counts) -> tuple[float, float]:
    return round(counts.precision, 3), round(counts.recall, 3)


def test_muc_sees_one_wrong_link_as_like_another() -> None:
    assert shares(muc(KEY, SMALL_JOINED)) == shares(muc(KEY, LARGE_JOINED)) == (0.9, 1.0)


def test_b_cubed_minds_more_when_large_clusters_are_joined() -> None:
    assert shares(b_cubed(KEY, SMALL_JOINED)) == (0.762, 1.0)
    assert shares(b_cubed(KEY, LARGE_JOINED)) == (0.583, 1.0)


def test_ceaf_pairs_entities_one_to_one() -> None:
    # Luo (2005), entity similarity 2|a∩b|/(|a|+|b|): 1 + 10/12 for the first, 1 + 10/15 for the second.
    assert shares(ceaf_e(KEY, SMALL_JOINED)) == (0.917, 0.611)
    assert shares(ceaf_e(KEY, LARGE_JOINED)) == (0.833, 0.556)


def test_mentions_of_one_side_only_are_errors_there() -> None:
    # Pradhan et al. (2014): key {a,b,c} {d,e,f,g}; response {a,b} {c,d} {f,g,h,i}.
    key, response = [set("abc"), set("defg")], [set("ab"), set("cd"), set("fghi")]
    assert shares(muc(key, response)) == (0.4, 0.4)
    assert shares(b_cubed(key, response)) == (0.5, 0.417)
    assert shares(ceaf_e(key, response)) == (0.433, 0.65)
    assert conll(scored(key, response)) == pytest.approx((0.4 + 0.4545 + 0.52) / 3, abs=0.001)


def test_a_perfect_response_scores_one_and_an_empty_one_nothing() -> None:
    assert conll(scored(KEY, KEY)) == pytest.approx(1)
    assert conll(scored(KEY, [])) == 0


def test_counts_add_up_over_documents() -> None:
    assert muc(KEY, KEY) + muc(KEY, []) == Counts(9, 18, 9, 9)


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=1, max_size=5))
def test_the_best_pairing_is_as_good_as_any(worth: list[list[int]]) -> None:
    rows, columns = len(worth), 3
    if rows <= columns:
        best = max(
            sum(worth[row][column] for row, column in enumerate(order))
            for order in permutations(range(columns), rows)
        )
    else:
        best = max(
            sum(worth[row][column] for column, row in enumerate(order))
            for order in permutations(range(rows), columns)
        )
    assert best_pairing(worth) == pytest.approx(best)
