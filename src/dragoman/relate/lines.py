"""The levels of many pairs at once, by period: what networks, comparisons and tables of all pairs are made of.

In: acts and verdicts of any number of pairs. Out: `Lines`. What a level means for a network is not known here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.relation import Act, Pair, Period, Verdict
from dragoman.relate.levels import Cells, Grid, Levels, estimate_levels, fill_cells, make_grid
from dragoman.relate.levels.estimating import DEFAULTS, Settings

LEAST_TOLD = 3
"""Acts and verdicts without which a pair has no line here: one or two may be a slip of a text or of the reading of
it."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Levels of pairs over time.

    Attributes:
        grid: the periods; `pairs`: sorted pairs, each with its column in `cells` and `levels`.
        acts: number of acts by pair; `verdicts`: of assessments.
    """

    grid: Grid
    pairs: Mapping[Pair, int]
    cells: Cells
    levels: Levels
    acts: Mapping[Pair, int]
    verdicts: Mapping[Pair, int]


def draw_lines(
    acts: Sequence[Act], verdicts: Sequence[Verdict], period: Period, first: str, last: str,
    settings: Settings = DEFAULTS,
) -> Lines:  # fmt: skip
    """The lines of all pairs of which enough is told.

    Args:
        first: ISO day in the first period; `last`: in the last one.
    """
    done, judged = _count_acts(acts), Counter(sort_pair(verdict.a, verdict.b) for verdict in verdicts)
    told = sorted(pair for pair, number in (done + judged).items() if number >= LEAST_TOLD and pair[0] != pair[1])
    pairs = {pair: place for place, pair in enumerate(told)}
    grid = make_grid(period, first, last)
    cells = fill_cells(grid, len(pairs), acts, verdicts, lambda a, b: _place_of(pairs, a, b))
    return Lines(grid, pairs, cells, estimate_levels(cells, grid.months, settings), done, judged)


def sort_pair(a: str, b: str) -> Pair:
    """A pair in the order in which it is kept."""
    return (a, b) if a <= b else (b, a)


def _count_acts(acts: Sequence[Act]) -> Counter[Pair]:
    told: Counter[Pair] = Counter()
    for act in acts:
        told[sort_pair(act.actor, act.recipient)] += act.count
    return told


def _place_of(pairs: Mapping[Pair, int], a: str, b: str) -> tuple[int, ...]:
    place = pairs.get(sort_pair(a, b))
    return () if place is None else (place,)
