"""Acts and verdicts, summed up by pair and period: all that the model has to know of them.

In: acts, verdicts, a grid. Out: arrays of periods x series. Sums are sufficient: the model sees no more in single acts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

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


class _Sums:
    """Running sums of one kind of observation."""

    def __init__(self, shape: tuple[int, int]) -> None:
        self.weight, self.first, self.second = (np.zeros(shape) for _ in range(3))

    def add(self, at: tuple[slice, int], value: float, weight: float) -> None:
        self.weight[at] += weight
        self.first[at] += weight * value
        self.second[at] += weight * value * value

    def summed(self) -> tuple[Array, Array, Array]:
        """Weight, mean and scatter."""
        mean = np.divide(self.first, self.weight, out=np.zeros_like(self.first), where=self.weight > 0)
        return self.weight, mean, np.maximum(0.0, self.second - self.weight * mean * mean)


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
    shape = (grid.count, series)
    level, drift = _Sums(shape), _Sums(shape)
    quads = np.zeros((*shape, len(QUADS)))
    for act in acts:
        span, part = _span_of(grid, act.first, act.last)
        if part:
            ways = [(act.actor, act.recipient), (act.recipient, act.actor)] if act.mutual else [
                (act.actor, act.recipient)]  # fmt: skip
            for column in sorted({place for way in ways for place in series_of(*way)}):
                number = part * act.count
                level.add((span, column), act.score, act.weight * number)
                quads[span, column, QUADS.index(act.quad)] += number
    for verdict in verdicts:
        span, part = _span_of(grid, verdict.first, verdict.last)
        if part:
            for column in {*series_of(verdict.a, verdict.b), *series_of(verdict.b, verdict.a)}:
                if verdict.level is not None:
                    level.add((span, column), verdict.level, verdict.weight * part)
                if verdict.drift is not None:
                    drift.add((span, column), verdict.drift, DRIFT_WORTH * verdict.weight * part)
    drift_weight, drift_mean, _ = drift.summed()
    return Cells(*level.summed(), drift_weight, drift_mean, quads)


def _span_of(grid: Grid, first: str, last: str) -> tuple[slice, float]:
    """The periods on the grid that an act may lie in, and the part of it that each of them gets; 0 outside."""
    start, end = grid.place_of(first), grid.place_of(last)
    part = 1.0 / max(1, end - start + 1)
    if end < 0 or start >= grid.count:
        return slice(0, 0), 0.0
    return slice(max(0, start), min(grid.count, end + 1)), part
