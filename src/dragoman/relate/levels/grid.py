"""The periods on which a relation is drawn: weeks, months or years, one after the other.

In: ISO days. Out: numbers of periods, and their first and last days.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model.relation import Period

DAYS: dict[Period, float] = {"week": 7.0, "month": 30.436875, "year": 365.2425}
"""Mean length of a period in days (Gregorian)."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Periods in a row.

    Attributes:
        first: number of the first period since year 0: `number_of` its days.
        count: how many there are.
    """

    period: Period
    first: int
    count: int

    @property
    def months(self) -> float:
        """Length of one period in months, the unit of the model's constants."""
        return DAYS[self.period] / DAYS["month"]

    def place_of(self, day: str) -> int:
        """The place of a day's period, 0 for the first; below 0 or from `count` on where it lies outside."""
        return number_of(day, self.period) - self.first

    def bounds_of(self, place: int) -> tuple[str, str]:
        """First and last day of the period at a place."""
        start, after = (_start_of(self.first + place + step, self.period) for step in (0, 1))
        return start.isoformat(), (after - timedelta(days=1)).isoformat()


def make_grid(period: Period, first: str, last: str) -> Grid:
    """The periods from the one of `first` to the one of `last`, both ISO days."""
    start = number_of(first, period)
    return Grid(period, start, max(1, number_of(last, period) - start + 1))


def number_of(day: str, period: Period) -> int:
    """The number of a day's period, counted without a gap; weeks begin on Monday (ISO 8601)."""
    if period == "year":
        return int(day[:4])
    if period == "month":
        return int(day[:4]) * 12 + int(day[5:7]) - 1
    return (date.fromisoformat(day).toordinal() - 1) // 7


def _start_of(number: int, period: Period) -> date:
    if period == "year":
        return date(number, 1, 1)
    if period == "month":
        return date(number // 12, number % 12 + 1, 1)
    return date.fromordinal(number * 7 + 1)
