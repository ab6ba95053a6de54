"""The state-space model: against statsmodels, against plain linear algebra, and against levels that are known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.relate.levels import estimate_levels
from dragoman.relate.levels.cells import Cells
from dragoman.relate.levels.estimating import Settings, make_dynamics
from dragoman.relate.levels.filtering import Dynamics, filter_forward, smooth_back


def plain_cells(weight: np.ndarray, mean: np.ndarray, drift_weight=None, drift=None) -> Cells:
    nothing = np.zeros_like(weight)
    return Cells(
        weight, mean, nothing, nothing if drift_weight is None else drift_weight,
        nothing if drift is None else drift, np.zeros((*weight.shape, 4)),
    )  # fmt: skip


def local_level(noise: float, start: float) -> Dynamics:
    return Dynamics(np.array([noise]), np.zeros(1), 0.0, (0.0, 0.0), (start, np.zeros(1)))


def test_agrees_with_the_local_level_model_of_statsmodels():
    from statsmodels.tsa.statespace.structural import UnobservedComponents

    random = np.random.default_rng(7)
    level = np.cumsum(random.normal(0, 0.4, 80))
    seen = level + random.normal(0, 1.0, 80)
    seen[[5, 6, 30, 61]] = np.nan
    theirs = UnobservedComponents(seen, "llevel", loglikelihood_burn=0)
    theirs.ssm.initialize_known(np.array([0.0]), np.array([[25.0]]))
    result = theirs.smooth([1.0, 0.16])
    weight = (~np.isnan(seen)).astype(float)[:, None]
    cells = plain_cells(weight, np.nan_to_num(seen)[:, None])
    passed = filter_forward(cells, local_level(0.16, 25.0))
    ours = smooth_back(cells, local_level(0.16, 25.0), passed)
    assert np.allclose([s[0][0, 0] for s in ours.state], result.smoothed_state[0], atol=1e-6)
    assert np.allclose([s[2][0, 0] for s in ours.state], result.smoothed_state_cov[0, 0], atol=1e-6)
    assert np.allclose([s[0][0, 0] for s in passed.filtered], result.filtered_state[0], atol=1e-6)
    likelihood = -0.5 * (passed.log_volume[-1] + passed.distance[-1] + weight.sum() * np.log(2 * np.pi))
    assert np.isclose(likelihood[0, 0], result.llf, atol=1e-6)


@settings(deadline=None, max_examples=40)
@given(st.integers(2, 7), st.integers(0, 2**32 - 1))
def test_smoothing_equals_conditioning_a_normal_distribution(periods: int, seed: int):
    """The smoother against the joint normal distribution of all states, conditioned on all that is observed."""
    random = np.random.default_rng(seed)
    weight = random.choice([0.0, 0.5, 3.0], (periods, 1))
    drift_weight = random.choice([0.0, 0.0, 8.0], (periods, 1))
    mean, drift = random.normal(0, 3, (periods, 1)) * (weight > 0), random.normal(0, 1, (periods, 1))
    dynamics = Dynamics(np.array([0.3]), np.array([0.05]), 0.8, (0.5, 0.1), (4.0, np.array([0.2])))
    cells = plain_cells(weight, mean, drift_weight, drift)
    found = smooth_back(cells, dynamics, filter_forward(cells, dynamics))

    move = np.array([[1.0, 1.0], [0.0, 0.8]])
    expected, covariance = np.zeros(2 * periods), np.zeros((2 * periods, 2 * periods))
    at, p = np.array([0.5, 0.1]), np.diag([4.0, 0.2])
    for place in range(periods):
        here = slice(2 * place, 2 * place + 2)
        expected[here] = at
        covariance[here, here] = p
        for later in range(place + 1, periods):
            reach = np.linalg.matrix_power(move, later - place)
            there = slice(2 * later, 2 * later + 2)
            covariance[there, here] = reach @ p
            covariance[here, there] = covariance[there, here].T
        at, p = move @ at, move @ p @ move.T + np.diag([0.3, 0.05])
    rows, values, noise = [], [], []
    for place in range(periods):
        for offset, w, v in ((0, weight, mean), (1, drift_weight, drift)):
            if w[place, 0]:
                rows.append(np.eye(2 * periods)[2 * place + offset])
                values.append(v[place, 0])
                noise.append(1 / w[place, 0])
    if rows:
        h = np.array(rows)
        gain = covariance @ h.T @ np.linalg.inv(h @ covariance @ h.T + np.diag(noise))
        expected = expected + gain @ (np.array(values) - h @ expected)
        covariance = covariance - gain @ h @ covariance
    states = np.array([[s[0][0, 0], s[1][0, 0]] for s in found.state]).ravel()
    variances = np.array([[s[2][0, 0], s[4][0, 0]] for s in found.state]).ravel()
    assert np.allclose(states, expected, atol=1e-8)
    assert np.allclose(variances, np.diag(covariance), atol=1e-8)


@pytest.mark.parametrize("rate", [0.5, 1.5, 4.0])
def test_intervals_hold_the_known_level_in_four_of_five_cases(rate: float):
    """Levels of every pace, from near rest to a point a month, within the scale; acts scattered as real ones are."""
    random = np.random.default_rng(int(rate * 10))
    months, series = 96, 300
    pace = np.exp(random.uniform(np.log(0.1), np.log(1.0), series))
    level = np.empty((months, series))
    level[0] = random.uniform(-5, 5, series)
    for month in range(1, months):
        level[month] = np.clip(level[month - 1] + random.normal(0, pace), -9, 9)
    number = random.poisson(rate, (months, series))
    weight, total, squares = (np.zeros((months, series)) for _ in range(3))
    for month in range(months):
        for column in range(series):
            scores = level[month, column] + random.normal(0, 3.0, number[month, column])
            weight[month, column] = len(scores)
            total[month, column], squares[month, column] = scores.sum(), (scores**2).sum()
    mean = np.divide(total, weight, out=np.zeros_like(total), where=weight > 0)
    nothing = np.zeros_like(weight)
    cells = Cells(weight, mean, np.maximum(squares - weight * mean**2, 0), nothing, nothing,
                  np.zeros((months, series, 4)))  # fmt: skip
    levels = estimate_levels(cells, 1.0)
    inside = np.abs(levels.level - level) <= levels.half
    assert 0.75 <= inside.mean() <= 0.85
    assert 0.70 <= (np.abs(levels.filtered - level) <= levels.filtered_half)[24:].mean() <= 0.90


def test_silence_widens_the_interval_and_does_not_pull_to_zero():
    weight, mean = np.zeros((60, 1)), np.zeros((60, 1))
    weight[:20], mean[:20] = 2.0, -6.0 + np.random.default_rng(1).normal(0, 1, (20, 1))
    levels = estimate_levels(plain_cells(weight, mean), 1.0)
    assert levels.level[-1, 0] < -5.0
    assert (np.diff(levels.half[20:, 0]) > 0).all()


def test_what_comes_later_changes_nothing_that_was_filtered():
    random = np.random.default_rng(3)
    weight, mean = random.choice([0.0, 1.0], (40, 3)), random.normal(0, 3, (40, 3))
    other = mean.copy()
    other[25:] += 6.0
    one, two = (estimate_levels(plain_cells(weight, each), 1.0) for each in (mean, other))
    assert np.array_equal(one.filtered[:25], two.filtered[:25])
    assert not np.array_equal(one.level[:25], two.level[:25])


def test_verdicts_of_warming_tilt_the_trend():
    weight, mean = np.ones((24, 1)), np.zeros((24, 1))
    said = np.zeros((24, 1))
    said[10:14] = 40.0
    calm = estimate_levels(plain_cells(weight, mean), 1.0)
    warm = estimate_levels(plain_cells(weight, mean, 30 * said, np.full((24, 1), 0.5)), 1.0)
    assert warm.trend[12, 0] > calm.trend[12, 0] + 0.02
    assert warm.level[-1, 0] > calm.level[-1, 0]


def test_a_jump_is_found_where_it_was_made():
    weight = np.ones((60, 1))
    mean = np.where(np.arange(60)[:, None] < 30, 3.0, -4.0) + np.random.default_rng(5).normal(0, 1.5, (60, 1))
    levels = estimate_levels(plain_cells(weight, mean), 1.0)
    assert int(np.argmax(np.abs(levels.jump / levels.jump_half)[:, 0])) == 29
    assert levels.jump[29, 0] < -4.0


def test_each_series_stands_for_itself():
    random = np.random.default_rng(11)
    weight, mean = random.choice([0.0, 1.0, 2.0], (30, 5)), random.normal(0, 3, (30, 5))
    together = estimate_levels(plain_cells(weight, mean), 1.0)
    alone = estimate_levels(plain_cells(weight[:, 2:3], mean[:, 2:3]), 1.0)
    assert np.allclose(together.level[:, 2:3], alone.level)


def test_a_year_of_months_moves_as_far_as_a_year():
    months, year = (make_dynamics(length, Settings()) for length in (1.0, 12.0))
    assert np.allclose(months.level_noise * 12, year.level_noise)
    assert np.isclose(months.memory**12, year.memory)
