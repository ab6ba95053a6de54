"""From sums by period to levels with intervals: every setting of the model weighed by what the acts say.

In: `Cells`. Out: `Levels`, arrays of periods x series. The variance of an act and the pace of the level are not given:
the first is integrated out (a normal-inverse-gamma model, so that intervals are Student's), the second is a weighted
mean over a grid of settings (the weights are their posterior probabilities, all settings being equally likely before).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import t as student

from dragoman.relate.levels.cells import Cells
from dragoman.relate.levels.constants import (
    ACT_SPREAD,
    ACT_SPREAD_WORTH,
    DRIFTS,
    INTERVAL,
    MEMORY,
    SLOPES,
    START_SPREAD,
    Array,
)
from dragoman.relate.levels.filtering import Dynamics, Passed, Smoothed, State, filter_forward, smooth_back

CHUNK = 400
"""Series that are worked on together: enough to make use of arrays, few enough to stay in the processor's cache."""
SCALE_END = 10.0


@dataclass(frozen=True, slots=True)
class Levels:
    """Levels and trends by period (rows) and series (columns).

    Attributes:
        level: mean, in points; `half`: half the width of its interval, before it is cut at the ends of the scale.
        trend: points a period; `trend_half` likewise.
        filtered, filtered_half, filtered_trend: the same with nothing later known.
        jump: by how much the level after a period lies off what the model's own pace foresees; `jump_half` likewise,
            infinite where nothing later is known.
    """

    level: Array
    half: Array
    trend: Array
    trend_half: Array
    filtered: Array
    filtered_half: Array
    filtered_trend: Array
    jump: Array
    jump_half: Array


@dataclass(frozen=True, slots=True)
class Settings:
    """The constants of one estimate; other ones than the defaults serve tests and tables of sensitivity."""

    drifts: tuple[float, ...] = tuple(DRIFTS)
    slopes: tuple[float, ...] = tuple(SLOPES)
    memory: float = MEMORY
    act_spread: float = ACT_SPREAD
    act_spread_worth: float = ACT_SPREAD_WORTH
    start_spread: float = START_SPREAD
    interval: float = INTERVAL


DEFAULTS = Settings()


def estimate_levels(cells: Cells, months: float, settings: Settings = DEFAULTS) -> Levels:
    """Levels of all series.

    Args:
        months: length of a period in months.
    """
    columns = cells.weight.shape[1]
    starts = range(0, columns, CHUNK) or [0]
    parts = [_estimate(_columns(cells, slice(start, start + CHUNK)), months, settings) for start in starts]
    names = Levels.__dataclass_fields__
    return Levels(*(np.concatenate([getattr(part, name) for part in parts], axis=1) for name in names))


def make_dynamics(months: float, settings: Settings = DEFAULTS) -> Dynamics:
    """The settings to try, brought from months to the length of a period."""
    pace, slope = (axis.ravel() for axis in np.meshgrid(settings.drifts, settings.slopes, indexing="ij"))
    memory = settings.memory**months
    level_noise = pace * months
    # A trend is in points a period, so its variance grows with the square of the period's length.
    still = pace * slope * months**2 / (1.0 - settings.memory**2)
    start = (settings.start_spread / settings.act_spread) ** 2
    return Dynamics(level_noise, still * (1.0 - memory**2), memory, (0.0, 0.0), (start, still))


def _estimate(cells: Cells, months: float, settings: Settings) -> Levels:
    cells = _per_period(cells, months)
    dynamics = make_dynamics(months, settings)
    passed = filter_forward(cells, dynamics)
    smoothed = smooth_back(cells, dynamics, passed)
    known = _Known(cells, passed, settings)
    shares, variance, reach = known.up_to(len(cells.weight) - 1)
    level, half, trend, trend_half = _summed_up(smoothed.state, shares, variance, reach)
    jump, jump_half = _jumps(smoothed, shares, variance, reach)
    now = [_mixed(state, *known.up_to(place)) for place, state in enumerate(passed.filtered)]
    filtered, filtered_half, filtered_trend, _ = (np.array(each) for each in zip(*now, strict=True))
    return Levels(level, half, trend, trend_half, filtered, filtered_half, filtered_trend, jump, jump_half)


class _Known:
    """How likely each setting is, and the variance of an act under it, with the periods up to one known.

    Acts speak of the variance by their weights, so that half of an act is half a witness; verdicts on the drift, whose
    words are always the same, do not speak of it.
    """

    def __init__(self, cells: Cells, passed: Passed, settings: Settings) -> None:
        self._number = np.cumsum(cells.weight, axis=0) + settings.act_spread_worth
        self._scatter = np.cumsum(cells.scatter, axis=0) + settings.act_spread_worth * settings.act_spread**2
        self._passed = passed
        self._reach = _find_reach(self._number, 0.5 + settings.interval / 2)

    def up_to(self, place: int) -> tuple[Array, Array, Array]:
        """Probabilities (settings, series), variances (settings, series), and half an interval in standard deviations.

        The last is the quantile of Student's distribution, by series.
        """
        number = self._number[place]
        total = self._passed.distance[place] + self._scatter[place]
        likely = -0.5 * self._passed.log_volume[place] - 0.5 * number * np.log(total)
        shares = np.exp(likely - likely.max(axis=0))
        return shares / shares.sum(axis=0), total / number, self._reach[place]


def _find_reach(number: Array, middle: float) -> Array:
    """The quantile of Student's distribution for each number of acts: it takes longer than all else here.

    So it is asked for once for all periods, and once for each number: a period without acts has that of the one before.
    """
    different, places = np.unique(number, return_inverse=True)
    found: Array = student.ppf(middle, different)[places].reshape(number.shape)
    return found


def _summed_up(states: list[State], shares: Array, variance: Array, reach: Array) -> tuple[Array, Array, Array, Array]:
    mixed = [_mixed(state, shares, variance, reach) for state in states]
    level, half, trend, trend_half = (np.array(each) for each in zip(*mixed, strict=True))
    return level, half, trend, trend_half


def _mixed(state: State, shares: Array, variance: Array, reach: Array) -> tuple[Array, Array, Array, Array]:
    level, half = _mix(state[0], state[2] * variance, shares, reach)
    trend, trend_half = _mix(state[1], state[4] * variance, shares, reach)
    return level, half, trend, trend_half


def _mix(mean: Array, variance: Array, shares: Array, reach: Array) -> tuple[Array, Array]:
    """Mean, and half an interval, of a mixture over settings, taken as Student's with the mixture's variance."""
    middle = (shares * mean).sum(axis=0)
    spread = np.sqrt((shares * (np.maximum(variance, 0.0) + (mean - middle) ** 2)).sum(axis=0))
    return middle, spread * reach


def _jumps(smoothed: Smoothed, shares: Array, variance: Array, reach: Array) -> tuple[Array, Array]:
    """The jump that the later periods ask for, by least squares: r/N, with variance 1/N (de Jong and Penzer 1998)."""
    found = []
    for pull, weight in zip(smoothed.pull, smoothed.pull_weight, strict=True):
        known = weight > 1e-9
        precise = np.where(known, 1.0 / np.where(known, weight, 1.0), 0.0)
        middle, half = _mix(pull * precise, variance * precise, shares, reach)
        found.append((middle, np.where(known.all(axis=0), half, np.inf)))
    jump, half = (np.array(each) for each in zip(*found, strict=True))
    return jump, half


def _columns(cells: Cells, some: slice) -> Cells:
    return Cells(*(getattr(cells, name)[:, some] for name in Cells.__dataclass_fields__))


def _per_period(cells: Cells, months: float) -> Cells:
    """The cells with drifts in points a period instead of a month."""
    return Cells(cells.weight, cells.mean, cells.scatter,
                 cells.drift_weight / months**2, cells.drift * months, cells.acts)  # fmt: skip
