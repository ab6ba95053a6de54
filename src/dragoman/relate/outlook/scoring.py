"""How forecasts did: Brier score, calibration, and an interval for the difference of two.

Source: Brier, Monthly Weather Review 78 (1950), the score summed over outcomes, 0 to 2; Murphy, Journal of Applied
Meteorology 12 (1973), on reading it by bins; Künsch, Annals of Statistics 17 (1989), the bootstrap by blocks.
"""

import math

import numpy as np
from scipy.special import ndtri, stdtrit

from dragoman.model.outlook import CalibrationBin
from dragoman.relate.outlook.calendar import Floats, Ints

BINS = 10
BLOCK = 3
"""Length of a block in horizons: neighbours share their future up to one. Swept by coverage, see docs/outlook.md."""
LEAST_BLOCK = 6
"""Months."""
LEAST_BLOCKS = 4
"""With fewer blocks the bootstrap has nothing to draw from and the interval is all that is possible."""
DRAWS = 2000
SEED = 20121003
TAIL = 0.1
"""Left out on either side: the interval holds 80 %."""
WIDEST = 2.0
"""The most by which two Brier scores summed over outcomes can differ."""


def score_each(chances: Floats, came: Ints) -> Floats:
    """Brier score of each month's probabilities, one row a month."""
    return np.asarray(((chances - np.eye(chances.shape[1])[came]) ** 2).sum(axis=1), dtype=np.float64)


def bound_mean(values: Floats, horizon: int) -> tuple[float, float]:
    """An 80 % interval of the mean of values that hang together in time, by the moving-block bootstrap.

    The bootstrap takes the spread among few blocks for the truth and comes out too narrow; it is widened as Student's
    distribution is against the normal one.
    """
    length = max(LEAST_BLOCK, BLOCK * horizon)
    blocks = len(values) // length
    if blocks < LEAST_BLOCKS:
        return -WIDEST, WIDEST
    total = np.concatenate(([0.0], np.cumsum(values)))
    sums = total[length:] - total[:-length]
    picks = np.random.default_rng(SEED).integers(0, len(sums), size=(DRAWS, blocks))
    means = sums[picks].mean(axis=1) / length
    wider = math.sqrt(blocks / (blocks - 1)) * float(stdtrit(blocks - 1, TAIL) / ndtri(TAIL))
    low, high = float(values.mean()) + wider * (np.quantile(means, (TAIL, 1 - TAIL)) - means.mean())
    return float(low), float(high)


def calibrate(chances: Floats, came: Ints) -> tuple[CalibrationBin, ...]:
    """Forecasts by bins of probability, empty bins left out.

    Each month gives one forecast for each outcome; where there are two, only the first, the other being its mirror.
    """
    size = chances.shape[1]
    asked = 1 if size == 2 else size
    forecast = chances[:, :asked].ravel()
    observed = np.eye(size)[came][:, :asked].ravel()
    places = np.minimum((forecast * BINS).astype(np.int64), BINS - 1)
    return tuple(_bin(at, forecast[places == at], observed[places == at]) for at in np.unique(places).tolist())


def _bin(at: int, forecast: Floats, observed: Floats) -> CalibrationBin:
    return CalibrationBin(at / BINS, (at + 1) / BINS, len(forecast), float(forecast.mean()), float(observed.mean()))
