"""The Kalman filter and smoother of a level with a damped trend, for many series at once.

The state is (level, trend). From one period to the next
    level' = level + trend + noise of variance q,    trend' = memory x trend + noise of variance s;
observed are level + noise of variance 1/weight, and trend + noise of variance 1/drift_weight. All variances are in
units of the variance of one act. With s = 0 and no trend it is the local level model.

Every operation is one on arrays of shape (settings, series). What is observed in one period is taken in one after the
other, and the way back uses the recursions of de Jong (1989) in the univariate form of Koopman and Durbin (2000): no
matrix is inverted. Source: Durbin and Koopman, Time Series Analysis by State Space Methods, 2nd edition 2012, ch. 4, 6.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.relate.levels.cells import Cells
from dragoman.relate.levels.constants import Array

State = tuple[Array, Array, Array, Array, Array]
"""Level, trend; variance of the level, covariance, variance of the trend."""


@dataclass(frozen=True, slots=True)
class Dynamics:
    """How the state moves: noises by setting, `memory`; and what is known of it before the first period."""

    level_noise: Array
    trend_noise: Array
    memory: float
    start: tuple[float, float]
    start_variance: tuple[float, Array]


@dataclass(frozen=True, slots=True)
class Passed:
    """What the way forward leaves, each a list by period of arrays (settings, series).

    Attributes:
        predicted: the state before its period is seen; `filtered`: after.
        distance: sum of squared standardised surprises of levels, up to and with a period; `log_volume`: of the
            logarithms of their variances.
    """

    predicted: list[State]
    filtered: list[State]
    distance: list[Array]
    log_volume: list[Array]


@dataclass(frozen=True, slots=True)
class Smoothed:
    """The state of every period with all periods known.

    Attributes:
        pull: how strongly what comes later asks for a jump of the level after a period; `pull_weight`: its precision.
    """

    state: list[State]
    pull: list[Array]
    pull_weight: list[Array]


def filter_forward(cells: Cells, dynamics: Dynamics) -> Passed:
    """Run through the periods once, first to last."""
    shape = (len(dynamics.level_noise), cells.weight.shape[1])
    state = _start(dynamics, shape)
    distance, volume = np.zeros(shape), np.zeros(shape)
    passed = Passed([], [], [], [])
    for place in range(len(cells.weight)):
        passed.predicted.append(state)
        state, far, size = _see_level(state, cells.mean[place], cells.weight[place])
        distance, volume = distance + far, volume + size
        if cells.drift_weight[place].any():
            state = _see_trend(state, cells.drift[place], cells.drift_weight[place])
        passed.filtered.append(state)
        passed.distance.append(distance)
        passed.log_volume.append(volume)
        state = _move(state, dynamics)
    return passed


def smooth_back(cells: Cells, dynamics: Dynamics, passed: Passed) -> Smoothed:
    """Run back, last period to first, and say what each period's state was."""
    shape = passed.distance[0].shape
    r1, r2, n11, n12, n22 = (np.zeros(shape) for _ in range(5))
    memory = dynamics.memory
    smoothed = Smoothed([], [], [])
    for place in reversed(range(len(passed.predicted))):
        smoothed.pull.append(r1)
        smoothed.pull_weight.append(n11)
        r2 = r1 + memory * r2
        n22 = n11 + 2 * memory * n12 + memory * memory * n22
        n12 = n11 + memory * n12
        before = passed.predicted[place]
        if cells.drift_weight[place].any():
            middle = _see_level(before, cells.mean[place], cells.weight[place])[0]
            r1, r2, n11, n12, n22 = _back_over_trend(
                middle, cells.drift[place], cells.drift_weight[place], (r1, r2, n11, n12, n22)
            )
        r1, r2, n11, n12, n22 = _back_over_level(
            before, cells.mean[place], cells.weight[place], (r1, r2, n11, n12, n22)
        )
        smoothed.state.append(_combine(before, (r1, r2, n11, n12, n22)))
    for found in (smoothed.state, smoothed.pull, smoothed.pull_weight):
        found.reverse()
    return smoothed


def _start(dynamics: Dynamics, shape: tuple[int, int]) -> State:
    level, trend = (np.full(shape, value) for value in dynamics.start)
    spread, trend_spread = dynamics.start_variance
    return level, trend, np.full(shape, spread), np.zeros(shape), np.broadcast_to(trend_spread[:, None], shape).copy()


def _move(state: State, dynamics: Dynamics) -> State:
    level, trend, p11, p12, p22 = state
    memory = dynamics.memory
    return (
        level + trend,
        memory * trend,
        p11 + 2 * p12 + p22 + dynamics.level_noise[:, None],
        memory * (p12 + p22),
        memory * memory * p22 + dynamics.trend_noise[:, None],
    )


def _see_level(state: State, value: Array, weight: Array) -> tuple[State, Array, Array]:
    """Take in a level where `weight` is above 0: the state after, squared surprise, logarithm of its variance."""
    level, trend, p11, p12, p22 = state
    precision, size = _precision(p11, weight)
    surprise = value - level
    gain1, gain2 = p11 * precision, p12 * precision
    after = (level + gain1 * surprise, trend + gain2 * surprise,
             p11 - gain1 * p11, p12 - gain1 * p12, p22 - gain2 * p12)  # fmt: skip
    return after, surprise * surprise * precision, size


def _see_trend(state: State, value: Array, weight: Array) -> State:
    level, trend, p11, p12, p22 = state
    precision, _ = _precision(p22, weight)
    surprise = value - trend
    gain1, gain2 = p12 * precision, p22 * precision
    return (level + gain1 * surprise, trend + gain2 * surprise,
            p11 - gain1 * p12, p12 - gain1 * p22, p22 - gain2 * p22)  # fmt: skip


def _precision(variance: Array, weight: Array) -> tuple[Array, Array]:
    """One over the variance of the surprise, 0 where nothing is observed, and the logarithm of that variance."""
    seen = weight > 0
    total = variance + 1.0 / np.where(seen, weight, 1.0)
    return np.where(seen, 1.0 / total, 0.0), np.where(seen, np.log(total), 0.0)


def _back_over_level(state: State, value: Array, weight: Array, back: State) -> State:
    level, _, p11, p12, _ = state
    r1, r2, n11, n12, n22 = back
    precision, _ = _precision(p11, weight)
    gain1, gain2 = p11 * precision, p12 * precision
    first, second = n11 * gain1 + n12 * gain2, n12 * gain1 + n22 * gain2
    return (
        r1 + (value - level) * precision - (gain1 * r1 + gain2 * r2),
        r2,
        n11 - 2 * first + gain1 * first + gain2 * second + precision,
        n12 - second,
        n22,
    )


def _back_over_trend(state: State, value: Array, weight: Array, back: State) -> State:
    _, trend, _, p12, p22 = state
    r1, r2, n11, n12, n22 = back
    precision, _ = _precision(p22, weight)
    gain1, gain2 = p12 * precision, p22 * precision
    first, second = n11 * gain1 + n12 * gain2, n12 * gain1 + n22 * gain2
    return (
        r1,
        r2 + (value - trend) * precision - (gain1 * r1 + gain2 * r2),
        n11,
        n12 - first,
        n22 - 2 * second + gain1 * first + gain2 * second + precision,
    )


def _combine(before: State, back: State) -> State:
    """The predicted state and what came later, in one."""
    level, trend, p11, p12, p22 = before
    r1, r2, n11, n12, n22 = back
    a11, a12 = p11 * n11 + p12 * n12, p11 * n12 + p12 * n22
    a21, a22 = p12 * n11 + p22 * n12, p12 * n12 + p22 * n22
    return (
        level + p11 * r1 + p12 * r2,
        trend + p12 * r1 + p22 * r2,
        p11 - (a11 * p11 + a12 * p12),
        p12 - (a11 * p12 + a12 * p22),
        p22 - (a21 * p12 + a22 * p22),
    )
