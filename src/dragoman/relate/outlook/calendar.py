"""The months of a pair as columns, one row for each month without gaps.

A month that was not handed in is one without news: its level is that of the month before, it has no acts and no visits.
Months before the first act say nothing of the pair and are left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.model.outlook import MonthOfPair

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_CONFLICT = 2
"""The first two quads are cooperation, the others conflict."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The columns; `conflicts` are the acts of conflict among `acts`."""

    since: str
    until: str
    level: Floats
    spread: Floats
    drift: Floats
    acts: Ints
    conflicts: Ints
    visits: Ints

    def __len__(self) -> int:
        return len(self.level)

    @property
    def months_with_acts(self) -> int:
        """In how many months something is known to have been."""
        return int(np.count_nonzero(self.acts))


def lay_out(months: Sequence[MonthOfPair]) -> Calendar:
    """Put the months in order and fill the gaps.

    Args:
        months: in any order, none twice.

    Raises:
        ValueError: if a month is given twice.
    """
    rows = sorted(months, key=lambda month: month.month)
    numbers = [_number(row.month) for row in rows]
    if len(set(numbers)) < len(numbers):
        raise ValueError("a month of the pair is given twice; merge its acts into one row")
    first = next((at for at, row in enumerate(rows) if row.acts), len(rows))
    filled: list[MonthOfPair] = []
    for number, row in list(zip(numbers, rows, strict=True))[first:]:
        while filled and number > numbers[first] + len(filled):
            filled.append(_silent(filled[-1]))
        filled.append(row)
    return _columns(filled, rows[first].month if filled else "", rows[-1].month if filled else "")


def _columns(rows: Sequence[MonthOfPair], since: str, until: str) -> Calendar:
    return Calendar(
        since,
        until,
        level=np.array([row.level for row in rows], dtype=np.float64),
        spread=np.array([row.spread for row in rows], dtype=np.float64),
        drift=np.array([row.drift for row in rows], dtype=np.float64),
        acts=np.array([row.acts for row in rows], dtype=np.int64),
        conflicts=np.array([sum(row.quads[_CONFLICT:]) for row in rows], dtype=np.int64),
        visits=np.array([row.visits for row in rows], dtype=np.int64),
    )


def _silent(before: MonthOfPair) -> MonthOfPair:
    """A month without news; its name is not needed."""
    return MonthOfPair("", before.level, before.spread, before.drift, 0, None, (0, 0, 0, 0), 0)


def _number(month: str) -> int:
    """Months since year 0, from "2012-10"."""
    return int(month[:4]) * 12 + int(month[5:7])
