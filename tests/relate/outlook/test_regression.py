import numpy as np
import pytest
from scipy.optimize import minimize

from dragoman.relate.outlook.regression import PENALTY, fit_model
from dragoman.relate.outlook.scoring import WIDEST, bound_mean, calibrate, score_each


@pytest.mark.parametrize("outcomes", [2, 3])
def test_agrees_with_a_general_minimiser(outcomes):
    random = np.random.default_rng(outcomes)
    traits = random.normal(3, 2, (150, 4)).clip(-1, 7)
    answers = (random.random(150) * outcomes + (traits[:, 0] > 3)).astype(int) % outcomes
    expected = np.full((150, outcomes), 1 / outcomes)
    fit = fit_model(traits, answers, expected, 1, np.zeros((4, outcomes)))

    def loss(flat):
        weights = flat.reshape(4, outcomes)
        logits = np.log(expected) + fit.standardise(traits) @ weights
        logs = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        return -logs[np.arange(150), answers].sum() + PENALTY / 2 * (weights**2).sum()

    found = minimize(loss, np.zeros(4 * outcomes), method="BFGS", options={"gtol": 1e-8})
    assert fit.weights.ravel() == pytest.approx(found.x, abs=1e-5)


def test_the_start_does_not_matter():
    random = np.random.default_rng(0)
    traits, answers = random.normal(size=(80, 3)), random.integers(0, 3, 80)
    expected = np.full((80, 3), 1 / 3)
    near, far = (fit_model(traits, answers, expected, 2, np.full((3, 3), at)) for at in (0.0, 2.0))
    assert near.weights == pytest.approx(far.weights, abs=1e-9)


def test_a_trait_that_never_moves_weighs_nothing():
    traits = np.column_stack((np.full(50, 7.3), np.arange(50.0)))
    fit = fit_model(traits, np.arange(50) // 25, np.full((50, 2), 0.5), 1, np.zeros((2, 2)))
    assert fit.weights[0].tolist() == [0, 0]
    assert fit.weights[1, 1] > 0.1


def test_one_outcome_alone_teaches_nothing():
    traits = np.random.default_rng(0).normal(size=(50, 2))
    fit = fit_model(traits, np.zeros(50, dtype=int), np.full((50, 2), 0.5), 1, np.ones((2, 2)))
    assert fit.foretell(traits[0], np.array([0.9, 0.1])).tolist() == pytest.approx([0.9, 0.1])


def test_brier_is_summed_over_outcomes():
    chances = np.array([[1.0, 0, 0], [0, 0, 1], [0.5, 0.25, 0.25]])
    assert score_each(chances, np.array([0, 0, 0])).tolist() == pytest.approx([0, 2, 0.375])


def test_forecasts_that_are_right_lie_on_the_diagonal():
    random = np.random.default_rng(0)
    first = random.random(40000)
    came = (random.random(40000) > first).astype(int)
    bins = calibrate(np.column_stack((first, 1 - first)), came)
    assert sum(each.count for each in bins) == 40000
    assert len(bins) == 10
    assert all(abs(each.forecast - each.observed) < 0.03 for each in bins)


def test_a_certain_forecast_has_a_bin():
    bins = calibrate(np.array([[1.0, 0.0]]), np.array([0]))
    assert [(each.low, each.high, each.forecast, each.observed) for each in bins] == [(0.9, 1.0, 1.0, 1.0)]


def test_interval_of_values_that_hang_together():
    """The mean of moving sums of noise over three months: the interval should hold 0 in about 80 %."""
    held = 0
    for seed in range(200):
        noise = np.random.default_rng(seed).normal(size=122)
        low, high = bound_mean(np.convolve(noise, np.ones(3), "valid"), 3)
        held += low <= 0 <= high
    assert 0.74 <= held / 200 <= 0.86


def test_too_few_blocks_leave_everything_open():
    assert bound_mean(np.full(71, -0.5), 6) == (-WIDEST, WIDEST)
    assert bound_mean(np.full(72, -0.5), 6) == pytest.approx((-0.5, -0.5))
