"""The months of a pair as they were known at the time: what the outlook learns from.

In: acts and verdicts of one pair. Out: `MonthOfPair` rows without a gap; nothing in a row rests on a later month.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.stats import norm

from dragoman.model.outlook import MonthOfPair
from dragoman.model.relation import Act, Pair, Verdict
from dragoman.relate.levels import estimate_levels, fill_cells, make_grid
from dragoman.relate.levels.constants import Array
from dragoman.relate.levels.estimating import DEFAULTS, Settings

VISIT = "CONSULT", "visit"


def tell_months(
    pair: Pair, acts: Sequence[Act], verdicts: Sequence[Verdict], until: str, settings: Settings = DEFAULTS
) -> tuple[MonthOfPair, ...]:
    """All months from the first act to the one of `until`, an ISO day."""
    known = [act for act in acts if act.first <= until]
    if not known:
        return ()
    grid = make_grid("month", min(act.first for act in known), until)
    cells = fill_cells(grid, 1, known, verdicts, lambda a, b: (0,) if {a, b} == set(pair) else ())
    levels = estimate_levels(cells, grid.months, settings)
    half_to_spread = float(norm.ppf(0.5 + settings.interval / 2))
    placed = [(place, act) for act in known if (place := grid.place_of(act.first)) == grid.place_of(act.last)]
    visits, scores = _count_visits(grid.count, placed), _mean_scores(grid.count, placed)
    return tuple(
        MonthOfPair(
            grid.bounds_of(place)[0][:7], float(levels.filtered[place, 0]),
            float(levels.filtered_half[place, 0]) / half_to_spread, float(levels.filtered_trend[place, 0]),
            int(np.rint(cells.acts[place, 0].sum())), scores[place],
            _whole(cells.acts[place, 0]), visits[place],
        )
        for place in range(grid.count)
    )  # fmt: skip


def _count_visits(count: int, placed: Sequence[tuple[int, Act]]) -> list[int]:
    """Visits by month; `placed` are acts of which the month is known."""
    found = [0] * count
    for place, act in placed:
        if (act.type, act.mode) == VISIT:
            found[place] += act.count
    return found


def _mean_scores(count: int, placed: Sequence[tuple[int, Act]]) -> list[float | None]:
    """Weighted mean score by month, None without acts."""
    weight, total = np.zeros(count), np.zeros(count)
    for place, act in placed:
        weight[place] += act.weight * act.count
        total[place] += act.weight * act.count * act.score
    return [float(total[place] / weight[place]) if weight[place] else None for place in range(count)]


def _whole(numbers: Array) -> tuple[int, int, int, int]:
    first, second, third, fourth = (int(number) for number in np.rint(numbers))
    return first, second, third, fourth
