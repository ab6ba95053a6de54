"""The time in which a row of the world tables holds.

In: the cells `from` and `to` (EDTF dates of day, month or year precision, both included; empty = no limit known).
Out: a `Period` that says whether it can hold on a date. It must not know what holds: a state, a seat, a group.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dragoman.text.edtf import bounds_of
from dragoman.vocab.tables import Row


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both included; None where no limit is known."""

    first: date | None
    last: date | None

    @property
    def since(self) -> str:
        """The first day in ISO form, "" where no limit is known."""
        return self.first.isoformat() if self.first else ""

    @property
    def until(self) -> str:
        """The last day in ISO form, "" where no limit is known."""
        return self.last.isoformat() if self.last else ""

    def holds_on(self, on: str) -> bool:
        """Say whether any day that `on` may mean lies in the period; "" means every day.

        Args:
            on: an EDTF date of any precision.

        Raises:
            ValueError: `on` is no EDTF date.
        """
        first, last = bounds_of(on)
        starts_in_time = self.first is None or last is None or self.first <= last
        return starts_in_time and (self.last is None or first is None or first <= self.last)


ALWAYS = Period(None, None)


@lru_cache(maxsize=4096)
def period_of(first: str, last: str) -> Period:
    """Make the period between two EDTF dates.

    Raises:
        ValueError: one is no date, or the end lies before the beginning.

    Example:
        >>> period_of("1922-12-30", "1991").holds_on("1985-03-11")
        True
    """
    if not first and not last:
        return ALWAYS
    start, end = bounds_of(first)[0], bounds_of(last)[1]
    if start and end and end < start:
        raise ValueError(f"it ends ({last}) before it begins ({first})")
    return Period(start, end)


def period_of_row(row: Row) -> Period:
    """Read the cells `from` and `to` of a row.

    Raises:
        VocabError: with file and line.
    """
    try:
        return period_of(row["from"], row["to"])
    except ValueError as error:
        raise row.fault(f"{error}; write YYYY, YYYY-MM or YYYY-MM-DD") from error
