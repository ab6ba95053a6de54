"""Sums over runs of months: those that end with a month, and those that come after it."""

import numpy as np

from dragoman.relate.outlook.calendar import Floats, Ints


def sum_until(values: Ints, length: int) -> Ints:
    """For each month the sum over it and those before, `length` months in all, fewer at the start."""
    total = np.concatenate(([0], np.cumsum(values)))
    ends = np.arange(1, len(values) + 1)
    return np.asarray(total[ends] - total[np.maximum(ends - length, 0)], dtype=np.int64)


def mean_until(values: Ints, length: int) -> Floats:
    """The same as a mean over the months that there are."""
    return sum_until(values, length) / np.minimum(np.arange(1, len(values) + 1), length)


def sum_after(values: Ints, length: int) -> Ints:
    """For each month the sum over the `length` months after it; only months that have them all."""
    return sum_until(values, length)[length:]
