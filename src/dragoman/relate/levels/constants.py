"""The constants of the model, each with its origin; docs/relations.md shows what changes when they do.

Variances are in squared points of the scale -10..10, per month where time has a part.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

ACT_SPREAD = 3.5
"""Standard deviation of one act's score around the level of its pair: a first guess that the acts themselves correct.

PLOVER scores of 174 pairs and years of at least 30 events in ICEWS 2005-2015 scatter by 2.9 (pooled; from 1.1 at the
tenth percentile to 4.4 at the ninetieth); rows read from news, some of them wrongly, scatter more."""
DRIFT_SPREAD = 0.1
"""Standard deviation of what one text says of the drift ("warming", "at a new low"), in points a month: as much as it
says. A judgement, as there is nothing to measure it by."""
ACT_SPREAD_WORTH = 4.0
"""How many acts that first guess is worth, against what the pair's own acts show."""

DRIFTS: Array = np.array([0.001, 0.003, 0.01, 0.03, 0.1, 0.3])
"""How far a level moves in a month by chance: variance, as a share of an act's. All are tried and weighed by what the
acts say, so that a pair that is stable for decades and one that turns within a year each get their own."""
SLOPES: Array = np.array([0.001, 0.03])
"""How far the trend moves in a month: variance, as a share of the level's. The first is next to nothing, a level that
wanders without direction; with it alone, or with steeper ones, intervals of simulated levels held less evenly."""
MEMORY = 0.95
"""Part of a trend that is left after a month: half is gone in thirteen and a half."""
START_SPREAD = 5.0
"""Standard deviation of the level before anything is known, around 0: 95 in 100 lie within the scale."""
INTERVAL = 0.80
"""Probability that the intervals hold."""
