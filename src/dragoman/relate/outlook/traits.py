"""What the model looks at: for each month a few figures that were known at its end.

Every column is made from the month and those before; nothing here may look ahead.
"""

from collections.abc import Callable

import numpy as np

from dragoman.relate.outlook.calendar import Calendar, Floats
from dragoman.relate.outlook.windows import mean_until, sum_until

SHORT, LONG = 3, 12
"""Months: of late, and the year it is held against."""
LONGEST_WAIT = 36
"""Months since a visit beyond which no difference is made."""
_PRIOR_ACTS = 2.0
"""So many acts of the year's mix are added to those of late, that one act alone does not make a share of 0 or 1."""


def measure_gap(calendar: Calendar, horizon: int) -> Floats:
    """The level minus its mean over all months so far, in points."""
    return calendar.level - np.cumsum(calendar.level) / np.arange(1, len(calendar) + 1)


def measure_drift(calendar: Calendar, horizon: int) -> Floats:
    """Points a month."""
    return calendar.drift


def measure_spread(calendar: Calendar, horizon: int) -> Floats:
    """How well the level is known: its standard deviation in points."""
    return calendar.spread


def measure_acts(calendar: Calendar, horizon: int) -> Floats:
    """Acts a month of late against those of the year, as a logarithm; 0 is as many."""
    one = 1 / SHORT
    return np.log((mean_until(calendar.acts, SHORT) + one) / (mean_until(calendar.acts, LONG) + one))


def measure_conflict(calendar: Calendar, horizon: int) -> Floats:
    """Share of conflict among the acts of late minus that of the year."""
    year = sum_until(calendar.conflicts, LONG) / np.maximum(sum_until(calendar.acts, LONG), 1)
    late = sum_until(calendar.conflicts, SHORT) + _PRIOR_ACTS * year
    return np.asarray(late / (sum_until(calendar.acts, SHORT) + _PRIOR_ACTS) - year, dtype=np.float64)


def measure_since(calendar: Calendar, horizon: int) -> Floats:
    """Months since the last visit, or since the first month where there was none, as a logarithm."""
    months = np.arange(len(calendar))
    last = np.maximum.accumulate(np.where(calendar.visits > 0, months, 0))
    return np.asarray(np.log1p(np.minimum(months - last, LONGEST_WAIT)), dtype=np.float64)


def measure_visits(calendar: Calendar, horizon: int) -> Floats:
    """Visits of the year, as a logarithm."""
    return np.log1p(sum_until(calendar.visits, LONG).astype(np.float64))


def measure_yearly(calendar: Calendar, horizon: int) -> Floats:
    """1 where a visit took place in the same calendar months a year ago, else 0: yearly summits."""
    ahead = min(horizon, LONG)
    visited = (sum_until(calendar.visits, ahead) > 0).astype(np.float64)
    return np.concatenate((np.zeros(LONG - ahead), visited))[: len(calendar)]


TRAITS: dict[str, Callable[[Calendar, int], Floats]] = {
    "gap": measure_gap,
    "drift": measure_drift,
    "spread": measure_spread,
    "acts": measure_acts,
    "conflict": measure_conflict,
    "since": measure_since,
    "visits": measure_visits,
    "yearly": measure_yearly,
}


def measure_traits(calendar: Calendar, horizon: int, names: tuple[str, ...]) -> Floats:
    """One row a month, one column a trait."""
    return np.column_stack([TRAITS[name](calendar, horizon) for name in names])
