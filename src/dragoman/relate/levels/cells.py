"""Acts and verdicts, summed up by pair and period: all that the model has to know of them.

In: acts, verdicts, a grid. Out: arrays of periods x series. Sums are sufficient: the model sees no more in single acts.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from dragoman.model.relation import QUADS, Act, Verdict
from dragoman.relate.levels.constants import ACT_SPREAD, DRIFT_SPREAD, Array
from dragoman.relate.levels.grid import Grid

DRIFT_WORTH = (ACT_SPREAD / DRIFT_SPREAD) ** 2
"""Weight of a verdict on the drift against one on the level: what it says is that much more precise, in points."""

Places = Callable[[str, str], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Cells:
    """What is known by period (rows) and series (columns).

    Attributes:
        weight: sum of the weights of acts and of verdicts on the level.
        mean: their weighted mean, 0 where there is none.
        scatter: weighted sum of squares around that mean.
        drift_weight, drift: the same of verdicts on the drift, in points a month.
        acts: number of acts, by period, series and quad.
    """

    weight: Array
    mean: Array
    scatter: Array
    drift_weight: Array
    drift: Array
    acts: Array

    @property
    def counts(self) -> Array:
        """Number of acts by series."""
        return np.asarray(self.acts.sum(axis=(0, 2)))


class _Pile:
    """Observations of one kind, summed up all at once: a million additions to arrays one by one would take long."""

    def __init__(self) -> None:
        self._rows = array("d")

    def add(self, span: range, column: int, value: float, weight: float, quad: int = 0, number: float = 0.0) -> None:
        """One observation, the same in each period of the span."""
        self._rows.extend((span.start, len(span), column, value, weight, quad, number))

    def sum_up(self, shape: tuple[int, int]) -> tuple[Array, Array, Array, Array]:
        """Weight, mean and scatter by period and column, and numbers by quad as well."""
        table = np.frombuffer(self._rows).reshape(-1, 7)
        start, length, column = (each.astype(np.intp) for each in table[:, :3].T)
        within = np.arange(length.sum()) - np.repeat(np.cumsum(length) - length, length)
        at = (np.repeat(start, length) + within) * shape[1] + np.repeat(column, length)
        value, weight, quad, number = (np.repeat(each, length) for each in table[:, 3:].T)
        total, first, second = (_add_up(at, each, shape) for each in (weight, weight * value, weight * value * value))
        quads = _add_up(at * len(QUADS) + quad.astype(np.intp), number, (*shape, len(QUADS)))
        mean = np.divide(first, total, out=np.zeros(shape), where=total > 0)
        return total, mean, np.maximum(0.0, second - total * mean * mean), quads


def _add_up(at: NDArray[np.intp], number: Array, shape: tuple[int, ...]) -> Array:
    return np.asarray(np.bincount(at, number, math.prod(shape)), dtype=np.float64).reshape(shape)


def fill_cells(
    grid: Grid, series: int, acts: Iterable[Act], verdicts: Iterable[Verdict], series_of: Places
) -> Cells:
    """Sum up what lies on the grid.

    What may have been in any of several periods counts in each of them with its share, and what reaches beyond the
    grid with the share that lies on it.

    Args:
        series: number of columns.
        series_of: two codes, the doer first, to the columns for which an act of the one to the other counts.
    """
    # Of imported events many share months and sides.
    span_of, columns_of = cache(partial(_span_of, grid)), cache(partial(_columns_of, series_of))
    level, drift = _Pile(), _Pile()
    for act in acts:
        span, part = span_of(act.first, act.last)
        if part:
            number, quad = part * act.count, QUADS.index(act.quad)
            for column in columns_of(act.actor, act.recipient, act.mutual):
                level.add(span, column, act.score, act.weight * number, quad, number)
    for verdict in verdicts:
        span, part = span_of(verdict.first, verdict.last)
        if part:
            for column in columns_of(verdict.a, verdict.b, True):
                if verdict.level is not None:
                    level.add(span, column, verdict.level, verdict.weight * part)
                if verdict.drift is not None:
                    drift.add(span, column, verdict.drift, DRIFT_WORTH * verdict.weight * part)
    shape = (grid.count, series)
    weight, mean, scatter, quads = level.sum_up(shape)
    drift_weight, drift_mean, _, _ = drift.sum_up(shape)
    return Cells(weight, mean, scatter, drift_weight, drift_mean, quads)


def _columns_of(series_of: Places, actor: str, other: str, mutual: bool) -> tuple[int, ...]:
    """The columns for which an act counts, each once; what both do together counts for both directions."""
    ways = ((actor, other), (other, actor)) if mutual else ((actor, other),)
    return tuple(sorted({place for way in ways for place in series_of(*way)}))


def _span_of(grid: Grid, first: str, last: str) -> tuple[range, float]:
    """The periods on the grid that an act may lie in, and the part of it that each of them gets; 0 outside."""
    start, end = grid.place_of(first), grid.place_of(last)
    part = 1.0 / max(1, end - start + 1)
    if end < 0 or start >= grid.count:
        return range(0), 0.0
    return range(max(0, start), min(grid.count, end + 1)), part
