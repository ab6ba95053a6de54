import numpy as np
import pytest

from dragoman.relate.outlook.baselines import count_rates, expect_no_change, look_back
from dragoman.relate.outlook.calendar import lay_out
from dragoman.relate.outlook.questions import (
    BETTER,
    LEAST_BAND,
    RELATION,
    RUN_IN,
    SAME,
    UNKNOWN,
    VISITS,
    WORSE,
    find_band,
)
from dragoman.relate.outlook.traits import TRAITS
from dragoman.relate.outlook.windows import mean_until, sum_after, sum_until

from .pairs import make_months


def test_windows():
    values = np.array([1, 2, 4, 8])
    assert sum_until(values, 2).tolist() == [1, 3, 6, 12]
    assert mean_until(values, 2).tolist() == [1, 1.5, 3, 6]
    assert sum_after(values, 2).tolist() == [6, 12]
    assert sum_after(values, 9).tolist() == []


def test_the_band_leaves_a_third_of_past_moves_within():
    moves = np.linspace(-3, 3, 301)
    assert np.mean(np.abs(moves) <= find_band(moves)) == pytest.approx(1 / 3, abs=0.01)
    assert find_band(moves / 100) == LEAST_BAND
    assert find_band(np.array([])) == LEAST_BAND


def test_the_band_knows_only_moves_that_are_over():
    level = np.concatenate((np.arange(40) % 2 * 1.0, np.arange(20) * 5.0))
    calendar = lay_out(make_months(level))
    early = RELATION.answer(calendar, 1, 39)
    assert set(early[RUN_IN:39]) == {SAME}
    assert set(early[40:]) == {BETTER}
    assert set(early[:RUN_IN]) == {UNKNOWN}


def test_better_same_worse():
    level = np.array([0.0] * 20 + [1, 1, 1, 0, 0.05])
    answers = RELATION.answer(lay_out(make_months(level)), 1, 18).tolist()
    assert answers[18:] == [SAME, BETTER, SAME, SAME, WORSE, SAME]


def test_a_visit_in_any_of_the_months_ahead():
    calendar = lay_out(make_months(np.zeros(6), visits=[1, 0, 0, 2, 0, 0]))
    assert VISITS.answer(calendar, 2, 5).tolist() == [1, 0, 0, 1]
    assert look_back(calendar, 2).tolist() == [1, 1, 0, 1, 1, 0]


def test_no_change_is_as_sure_as_its_past_allows():
    stays = expect_no_change(RELATION, np.array([SAME] * 5 + [BETTER] * 2), np.zeros(7, dtype=int))
    assert stays[0].tolist() == stays[1].tolist() == pytest.approx([0.2, 0.6, 0.2])
    repeats = expect_no_change(VISITS, np.array([0, 0, 1, 1, 1]), np.array([1, 1, 1, 0, 0]))
    assert repeats[0].tolist() == pytest.approx([0.25, 0.75])
    assert repeats[1].tolist() == pytest.approx([0.6, 0.4])
    assert count_rates(np.array([0]), 2).tolist() == pytest.approx([2 / 3, 1 / 3])


@pytest.mark.parametrize(
    "name, horizon, wanted",
    [("gap", 1, 0.0), ("since", 1, np.log1p(9)), ("visits", 1, np.log(2)), ("yearly", 3, 1.0), ("yearly", 1, 0.0)],
)
def test_traits_of_the_last_month(name, horizon, wanted):
    visits = [0] * 30
    visits[20] = 1  # nine months before the last; three months ahead a year ago
    calendar = lay_out(make_months([1.0] * 30, visits=visits))
    assert TRAITS[name](calendar, horizon)[-1] == pytest.approx(wanted)


def test_traits_of_late():
    acts = [3] * 27 + [9] * 3
    calendar = lay_out(make_months(np.zeros(30), acts=acts))
    assert TRAITS["acts"](calendar, 1)[-1] == pytest.approx(np.log((9 + 1 / 3) / (4.5 + 1 / 3)))
    assert TRAITS["conflict"](calendar, 1)[-1] == pytest.approx(0)
