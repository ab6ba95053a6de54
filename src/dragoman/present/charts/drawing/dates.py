"""Days as pixels: a scale between two days and the ticks that it carries. Dates in, positions and words out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.present.charts.drawing.lettering import SMALL, measure
from dragoman.present.charts.drawing.marks import GREY, PALE, Label, Line, Mark
from dragoman.text.edtf import MONTHS, last_day, move_day

_STEPS = (
    ("day", 1), ("day", 2), ("week", 1), ("week", 2), ("month", 1), ("month", 2), ("month", 3), ("month", 6),
    ("year", 1), ("year", 2), ("year", 5), ("year", 10), ("year", 20), ("year", 50), ("year", 100), ("year", 500),
    ("year", 1000), ("year", 2000),
)  # fmt: skip
_ROOM = 14.0
"""Pixels between two words on the axis, at least."""


@dataclass(frozen=True, slots=True)
class DayScale:
    """The days `first` to `last`, both whole, laid out from `left` to `right`."""

    first: date
    last: date
    left: float
    right: float

    def place(self, day: date) -> float:
        """Where a day begins; a day outside lies outside."""
        days = (self.last - self.first).days + 1
        return self.left + (day - self.first).days / days * (self.right - self.left)

    def middle(self, day: date) -> float:
        """Where the noon of a day lies."""
        return self.place(day) + (self.right - self.left) / ((self.last - self.first).days + 1) / 2

    def end(self, day: date) -> float:
        """Where a day ends."""
        return 2 * self.middle(day) - self.place(day)

    def ticks(self) -> list[tuple[float, str]]:
        """Where a day, month or year begins and its name: as many as have room."""
        for unit, count in _STEPS:
            found = [(self.place(day), _name(day, unit)) for day in self._starts(unit, count)]
            if _have_room(found, self.right):
                return found
        return []

    def _starts(self, unit: str, count: int) -> Iterator[date]:
        if (self.last - self.first).days > 800 * count * {"day": 1, "week": 7, "month": 30, "year": 365}[unit]:
            return
        day = _round_down(self.first, unit, count)
        while day <= self.last:
            if day >= self.first:
                yield day
            try:
                day = move_day(day, count, unit)
            except ValueError:
                return


def _round_down(day: date, unit: str, count: int) -> date:
    if unit == "year":
        return date(max(1, day.year // count * count), 1, 1)
    if unit == "month":
        return date(day.year, (day.month - 1) // count * count + 1, 1)
    return move_day(day, -day.weekday(), "day") if unit == "week" and day.toordinal() > 7 else day


def _name(day: date, unit: str) -> str:
    if unit == "year":
        return str(day.year)
    month = f"{MONTHS[day.month - 1][:3]} {day.year}"
    return month if unit == "month" else f"{day.day} {month}"


def _have_room(ticks: list[tuple[float, str]], right: float) -> bool:
    if not ticks:
        return False
    edges = zip(ticks, [*(x for x, _ in ticks[1:]), right + 200], strict=True)
    return all(x + measure(name, SMALL) + _ROOM <= following for (x, name), following in edges)


def draw_days(scale: DayScale, top: float, bottom: float) -> list[Mark]:
    """The axis of days below a plot: pale lines through it, and the names under `bottom`."""
    marks: list[Mark] = []
    for x, name in scale.ticks():
        marks.append(Line(((x, top), (x, bottom + 5)), PALE))
        if x + measure(name, SMALL) <= scale.right + 8:
            marks.append(Label(x + 3, bottom + 9, name, SMALL, GREY))
    return marks


def end_of_month(day: date) -> date:
    """The last day of the month of a day."""
    return last_day(day.year, day.month)
