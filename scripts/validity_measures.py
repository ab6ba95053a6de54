"""Figures for docs/validity.md: rank correlations and shares, with intervals from resampling whole groups of rows.

Rows of one pair, or of one quarter, share what moves them; drawing them one by one would make intervals too narrow.
"""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

import numpy as np
from scipy.stats import rankdata

DRAWS, SEED = 2000, 5
INTERVAL = 0.95
RowT = TypeVar("RowT")
Statistic = Callable[[Sequence[RowT]], float]


def correlate(first: Sequence[float], second: Sequence[float]) -> float:
    """Spearman's rank correlation; not a number where one side does not vary."""
    ranks = rankdata(first), rankdata(second)
    if len(first) < 3 or min(each.std() for each in ranks) == 0:
        return float("nan")
    return float(np.corrcoef(*ranks)[0, 1])


def draw_groups(
    rows: Sequence[RowT], group_of: Callable[[RowT], Hashable], statistic: Statistic[RowT], block: int = 1
) -> tuple[float, float]:
    """The interval of a statistic over rows, groups being drawn with replacement.

    Args:
        group_of: what binds rows together, in an order that time follows where blocks are longer than one.
        block: groups in a row that are drawn together (a moving-block bootstrap).
    """
    groups: dict[Hashable, list[RowT]] = {}
    for row in sorted(rows, key=lambda row: str(group_of(row))):
        groups.setdefault(group_of(row), []).append(row)
    kept = list(groups.values())
    dice = np.random.default_rng(SEED)
    found = []
    for _ in range(DRAWS):
        starts = dice.integers(0, max(1, len(kept) - block + 1), -(-len(kept) // block))
        places = [start + step for start in starts for step in range(block)][: len(kept)]
        found.append(statistic([row for place in places for row in kept[place]]))
    low, high = np.nanquantile(found, [(1 - INTERVAL) / 2, (1 + INTERVAL) / 2])
    return float(low), float(high)


def spell(value: float, interval: tuple[float, float] | None = None, digits: int = 2) -> str:
    """A figure with its sign, and its interval."""
    if np.isnan(value):
        return "–"
    return f"{value:+.{digits}f}" + (f" ({interval[0]:+.{digits}f} to {interval[1]:+.{digits}f})" if interval else "")


def spell_share(value: float, interval: tuple[float, float]) -> str:
    """A share in percent, with its interval."""
    return f"{value:.1%} ({interval[0]:.1%} to {interval[1]:.1%})"


def print_table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A Markdown table on standard output."""
    for row in (head, ["---"] * len(head), *rows):
        print("| " + " | ".join(map(str, row)) + " |")
    print(flush=True)
