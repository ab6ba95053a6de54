"""Draws visits and meetings by month and day, past and planned: a line for each month, its days from left to right."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.model.resolution import Thread
from dragoman.present.charts.drawing.frame import MARGIN, WIDTH, Head, draw_legend, frame_chart, measure_head
from dragoman.present.charts.drawing.lettering import SMALL, fit, measure
from dragoman.present.charts.drawing.marks import GREY, INK, PALE, Box, Chart, Label, Line, Mark
from dragoman.present.charts.moments import describe_thread
from dragoman.present.charts.signs import choose_radius, draw_sign, explain_signs, weigh_heaviest_first
from dragoman.present.wording import count_words
from dragoman.text.edtf import MONTHS, bounds_of

Names = Callable[[str], str]
Month = tuple[int, int]
Side = Literal["left", "right", ""]

_MONTHS = 24
_LANES = 5
_LANE = 15.0
_SIGN = 7.0
_NARROW = 520
_LEFT = 62.0
_DAYS = 10
"""A date that spans more days than this has no day in the calendar, only a month."""
_LABEL = 200.0
_STRIPE = "#f5f5f5"


@dataclass(frozen=True, slots=True)
class _Meeting:
    """A visit or meeting with the month that it is filed under; days 0 where only the month is told."""

    thread: Thread
    month: Month
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Slot:
    """A meeting in a lane of its month, and on which side of the sign its words stand, "" for none."""

    meeting: _Meeting
    lane: int
    side: Side
    text: str


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the days lie, and where what has no day."""

    left: float
    right: float
    edge: float

    def place(self, day: float) -> float:
        return self.left + (day - 0.5) / 31 * (self.right - self.left)


def draw_calendar(
    threads: Iterable[Thread],
    names: Names,
    source_line: str,
    *,
    title: str = "Visits and meetings",
    as_of: str = "",
    width: int = WIDTH,
) -> Chart:
    """Visits and meetings (`CONSULT`) by month and day; other threads are passed over.

    Args:
        names: from a code to what is shown for it; codes are shortest.
        as_of: ISO day of the last text; later months are marked as ahead.
        width: pixels, 320 to 2400.
    """
    found = weigh_heaviest_first(thread for thread in threads if thread.type == "CONSULT")
    dated = [meeting for thread in found if (meeting := _file(thread))]
    months = sorted({meeting.month for meeting in dated})[-_MONTHS:]
    shown = [meeting for meeting in dated if meeting.month in set(months)]
    notes = _notes(len(found) - len(dated), len(dated) - len(shown))
    if not shown:
        head = Head(title, "No visit or meeting that can be placed in a month.", source_line, notes)
        return frame_chart(head, (), measure_head(head, width), width)
    grid = _grid_of(shown, width)
    subtitle = "Each line is a month with a visit or meeting, its days from left to right; months without one are skipped."
    top = measure_head(Head(title, subtitle, source_line), width) + 16
    body, bottom, drawn = _draw_months(months, shown, grid, names, top, as_of)
    if len(drawn) < len(shown):
        notes = (*notes, f"{count_words(len(shown) - len(drawn), 'lighter meeting')} without room left out.")
    legend, end = draw_legend(explain_signs(drawn), bottom + 6, width)
    head = Head(title, subtitle, source_line, notes)
    return frame_chart(head, [*_draw_days(grid, top, bottom), *body, *legend], end, width)


def _notes(vague: int, earlier: int) -> tuple[str, ...]:
    parts = []
    if vague:
        parts.append(f"{count_words(vague, 'meeting')} undated or dated by less than a month")
    if earlier:
        parts.append(f"{count_words(earlier, 'meeting')} in earlier months (--since and --until choose others)")
    return (f"Not shown: {'; '.join(parts)}.",) if parts else ()


def _file(thread: Thread) -> _Meeting | None:
    """The month of a thread, and its days there; None where the date leaves the month open."""
    first, last = bounds_of(thread.date)
    if not first and not last:
        return None
    begin, end = first or last, last or first
    if not begin or not end:
        return None
    month = (begin.year, begin.month)
    if not first or not last or (end - begin).days > _DAYS:
        same = (end.year, end.month) == month
        return _Meeting(thread, month, 0, 0) if same else None
    return _Meeting(thread, month, begin.day, end.day if (end.year, end.month) == month else monthrange(*month)[1])


def _grid_of(meetings: Sequence[_Meeting], width: int) -> _Grid:
    edge = width - MARGIN
    if all(meeting.first for meeting in meetings):
        return _Grid(_LEFT, edge - 60, edge)
    return _Grid(_LEFT, _LEFT + (edge - _LEFT) * (0.68 if width >= _NARROW else 0.7), edge)


def _draw_days(grid: _Grid, top: float, bottom: float) -> list[Mark]:
    marks: list[Mark] = []
    for day in (1, 5, 10, 15, 20, 25, 30):
        x = grid.place(day)
        marks.append(Line(((x, top), (x, bottom)), PALE, 0.8))
        marks.append(Label(x, top - 8, str(day), SMALL, GREY, "middle"))
    marks.append(Label(grid.right + 6, top - 8, "day not told", SMALL, GREY))
    return marks


def _draw_months(
    months: Sequence[Month], meetings: Sequence[_Meeting], grid: _Grid, names: Names, top: float, as_of: str
) -> tuple[list[Mark], float, list[Thread]]:
    """A stripe for each month with its meetings; where the last ends; and which meetings had room."""
    threads = [meeting.thread for meeting in meetings]
    lanes = max(3, min(_LANES, 60 // len(months)))
    marks: list[Mark] = []
    drawn: list[Thread] = []
    for i, month in enumerate(months):
        slots = _fill_lanes([meeting for meeting in meetings if meeting.month == month], grid, names, lanes)
        bottom = top + (max(slot.lane for slot in slots) + 1) * _LANE + 6
        if i % 2 == 0:
            marks.append(Box(MARGIN, top, grid.edge, bottom, _STRIPE))
        marks.append(Label(_LEFT - 8, top + 3 + _LANE / 2, _name(month), SMALL, INK, "end"))
        if as_of and _is_ahead(month, as_of) and (i == 0 or not _is_ahead(months[i - 1], as_of)):
            marks.append(Line(((MARGIN, top), (grid.edge, top)), INK, 1.2))
            marks.append(Label(grid.edge, top + 7, "after the last text", SMALL, GREY, "end"))
        for slot in slots:
            marks += _draw_meeting(slot, grid, top + 3 + _LANE * (slot.lane + 0.5), choose_radius(slot.meeting.thread, threads))
        drawn += [slot.meeting.thread for slot in slots]
        top = bottom
    return marks, top, drawn


def _is_ahead(month: Month, as_of: str) -> bool:
    return f"{month[0]:04}-{month[1]:02}" > as_of[:7]


def _name(month: Month) -> str:
    return f"{MONTHS[month[1] - 1][:3]} {month[0]}"


def _fill_lanes(meetings: Sequence[_Meeting], grid: _Grid, names: Names, most: int) -> list[_Slot]:
    """The meetings of a month in lanes, heaviest first: with words right or left of the sign, else without."""
    lanes: list[list[tuple[float, float]]] = [[] for _ in range(most)]
    slots = []
    for meeting in meetings:
        start, end = _reach(meeting, grid)
        room = grid.edge - end - _SIGN if not meeting.first else _LABEL
        text = fit(describe_thread(meeting.thread, names, sides=True), SMALL, room)
        size = measure(text, SMALL) + 4
        limit = grid.right if meeting.first else grid.edge + 6
        ways: list[tuple[Side, float, float]] = [("right", start, end + size), ("left", start - size, end), ("", start, end)]
        if not meeting.first:
            ways.pop(1)
        tries = ((lane, *way) for way in ways for lane in range(most))
        for lane, side, left, right in tries:
            inside = left >= grid.left - _SIGN and (right <= limit or not side)
            if inside and all(right <= a or left >= b for a, b in lanes[lane]):
                lanes[lane].append((left, right))
                slots.append(_Slot(meeting, lane, side, text))
                break
    return slots


def _reach(meeting: _Meeting, grid: _Grid) -> tuple[float, float]:
    """From where to where the sign of a meeting, and its bar, stand."""
    if not meeting.first:
        return grid.right + 6, grid.right + 6 + 2 * _SIGN
    return grid.place(meeting.first) - _SIGN, grid.place(meeting.last) + _SIGN


def _draw_meeting(slot: _Slot, grid: _Grid, y: float, radius: float) -> list[Mark]:
    start, end = _reach(slot.meeting, grid)
    marks: list[Mark] = []
    if end - start > 2 * _SIGN + 1:
        marks.append(Line(((start + _SIGN, y), (end - _SIGN, y)), GREY, 2.0, opacity=0.6))
    marks.append(draw_sign(slot.meeting.thread.standing, start + _SIGN, y, radius))
    if slot.side == "right":
        marks.append(Label(end + 2, y, slot.text, SMALL, INK))
    elif slot.side == "left":
        marks.append(Label(start - 2, y, slot.text, SMALL, INK, "end"))
    return marks
