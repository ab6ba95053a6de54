"""Pairs made up for the tests: months from columns."""

import numpy as np

from dragoman.model.outlook import MonthOfPair


def make_months(level, *, drift=None, acts=None, visits=None, spread=None, first=1990 * 12):
    size = len(level)
    drift = np.zeros(size) if drift is None else drift
    acts = np.full(size, 5) if acts is None else acts
    visits = np.zeros(size, dtype=int) if visits is None else visits
    spread = np.full(size, 0.5) if spread is None else spread
    rows = []
    for at in range(size):
        number, count = first + at, int(acts[at])
        quads = (count - count // 3, 0, count // 3, 0)
        name = f"{number // 12:04d}-{number % 12 + 1:02d}"
        score = float(level[at]) if count else None
        rows.append(
            MonthOfPair(name, float(level[at]), float(spread[at]), float(drift[at]), count, score, quads, int(visits[at]))
        )
    return rows


def wander(seed, size=120, visit_rate=0.2):
    """Nothing to foretell: steps, acts and visits by chance."""
    random = np.random.default_rng(seed)
    level = np.cumsum(random.normal(0, 0.3, size))
    visits = random.random(size) < visit_rate
    return make_months(level, drift=random.normal(0, 0.1, size), acts=random.poisson(5, size) + 1, visits=visits)


def drift_on(seed, size=150):
    """Long spells of rise and fall, and the drift is known."""
    random = np.random.default_rng(seed)
    signs = np.repeat(random.permuted([1, -1] * (size // 30 + 1)), 15)[:size]
    steps = 0.2 * signs + random.normal(0, 0.05, size)
    return make_months(np.cumsum(steps), drift=0.2 * np.append(signs[1:], signs[-1]))
