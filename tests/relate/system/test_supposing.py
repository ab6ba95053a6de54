import pytest

from dragoman.model.errors import UsageError
from dragoman.model.network import Tie
from dragoman.relate.system import judge_sign, suppose


@pytest.mark.parametrize(("low", "high", "sign"), [(0.1, 3, 1), (-3, -0.1, -1), (-1, 1, 0), (0, 2, 0), (-2, 0, 0)])
def test_a_sign_needs_the_whole_interval_on_one_side(low, high, sign):
    assert judge_sign(low, high) == sign


def test_a_supposed_level_replaces_or_adds():
    known = [Tie("PAK", "USA", -2.5, -4.0, -1.0, -1, acts=12), Tie("IND", "PAK", -2.5, -4.0, -1.0, -1, acts=3)]
    assert suppose(known, {("USA", "PAK"): 6.0, ("RUS", "PAK"): 0.0}) == (
        known[1],
        Tie("PAK", "RUS", 0.0, 0.0, 0.0, 0, supposed=True),
        Tie("PAK", "USA", 6.0, 6.0, 6.0, 1, supposed=True),
    )


@pytest.mark.parametrize(
    "levels", [{("PAK", "USA"): 10.5}, {("PAK", "USA"): float("nan")}, {("PAK", "PAK"): 1.0}, {("A", "B"): 1.0, ("B", "A"): 2.0}]
)
def test_what_cannot_be_supposed(levels):
    with pytest.raises(UsageError):
        suppose([], levels)
