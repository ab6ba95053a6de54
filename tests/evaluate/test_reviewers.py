import pytest
from statsmodels.stats.inter_rater import cohens_kappa

from dragoman.evaluate.reviewers import compare_verdicts

NAMES = ("accepted", "corrected", "rejected")


def pairs_of(table):
    return [(NAMES[i], NAMES[j]) for i, row in enumerate(table) for j, n in enumerate(row) for _ in range(n)]


@pytest.mark.parametrize(
    "table",
    [[[20, 5, 2], [10, 15, 3], [1, 2, 9]], [[40, 0, 0], [0, 7, 0], [0, 0, 5]], [[0, 9, 0], [8, 0, 0], [0, 0, 1]]],
)
def test_kappa_and_interval_are_those_of_statsmodels(table):
    found, known = compare_verdicts(pairs_of(table), NAMES), cohens_kappa(table)
    assert found.counts == tuple(map(tuple, table)) and found.total == sum(map(sum, table))
    assert found.kappa == pytest.approx(known.kappa)
    assert found.interval == pytest.approx((max(-1, known.kappa_low), min(1, known.kappa_upp)), abs=1e-4)


@pytest.mark.parametrize("pairs", [[], [("accepted", "accepted")] * 4])
def test_where_nothing_can_be_compared_there_is_no_kappa(pairs):
    found = compare_verdicts(pairs, NAMES)
    assert found.kappa is None and found.interval is None and found.agreed == len(pairs)
