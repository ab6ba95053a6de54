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
_LEFT = 78.0
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
    since: str = "",
    until: str = "",
    as_of: str = "",
    width: int = WIDTH,
) -> Chart:
    """Visits and meetings (`CONSULT`) by month and day; other threads are passed over.

    Args:
        names: from a code to what is shown for it; codes are shortest.
        since: EDTF, months before it are not shown; `until`: nor months after it.
        as_of: ISO day of the last text; later months are marked as ahead.
        width: pixels, 320 to 2400.
    """
    found = weigh_heaviest_first(thread for thread in threads if thread.type == "CONSULT")
    dated = [meeting for thread in found if (meeting := _file(thread))]
    months = sorted({meeting.month for meeting in dated if _is_within(meeting.month, since, until)})[-_MONTHS:]
    shown = [meeting for meeting in dated if meeting.month in set(months)]
    notes = _notes(len(found) - len(dated), len(dated) - len(shown))
    if not shown:
        head = Head(title, "No visit or meeting that can be placed in a month.", source_line, notes)
        return frame_chart(head, (), measure_head(head, width), width)
    grid = _grid_of(shown, width)
    subtitle = (
        "A stripe for each month that has any, its days from left to right. A bar after a sign: until then, or on one "
        "of these days."
    )
    top = measure_head(Head(title, subtitle, source_line), width) + 16
    body, bottom, drawn = _draw_months(months, shown, grid, names, top, as_of)
    if len(drawn) < len(shown):
        notes = (*notes, f"{count_words(len(shown) - len(drawn), 'lighter meeting')} without room left out.")
    legend, end = draw_legend(explain_signs(drawn), bottom + 6, width)
    head = Head(title, subtitle, source_line, notes)
    stripes = [mark for mark in body if isinstance(mark, Box)]
    rest = [mark for mark in body if not isinstance(mark, Box)]
    return frame_chart(head, [*stripes, *_draw_days(grid, top, bottom), *rest, *legend], end, width)


def _notes(vague: int, earlier: int) -> tuple[str, ...]:
    parts = []
    if vague:
        parts.append(f"{count_words(vague, 'meeting')} without a month")
    if earlier:
        parts.append(f"{count_words(earlier, 'meeting')} in other months (--since and --until choose)")
    return (f"Not shown: {'; '.join(parts)}.",) if parts else ()


def _is_within(month: Month, since: str, until: str) -> bool:
    first, last = bounds_of(since)[0], bounds_of(until)[1]
    return not (first and month < (first.year, first.month)) and not (last and month > (last.year, last.month))


def _file(thread: Thread) -> _Meeting | None:
    """The month of a thread, and its days there; None where the date leaves the month open."""
    known = thread.date.removeprefix("../").removesuffix("/..")
    begin, end = bounds_of(known)
    if not begin or not end:
        return None
    month = (begin.year, begin.month)
    if known == thread.date and (end - begin).days <= _DAYS:
        return _Meeting(thread, month, begin.day, end.day if end.month == begin.month else monthrange(*month)[1])
    return _Meeting(thread, month, 0, 0) if (end.year, end.month) == month else None


def _grid_of(meetings: Sequence[_Meeting], width: int) -> _Grid:
    edge = width - MARGIN
    if all(meeting.first for meeting in meetings):
        return _Grid(_LEFT, edge - 60, edge)
    return _Grid(_LEFT, _LEFT + (edge - _LEFT) * (0.64 if width >= _NARROW else 0.7), edge)


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
            y = top + 3 + _LANE * (slot.lane + 0.5)
            marks += _draw_meeting(slot, grid, y, choose_radius(slot.meeting.thread, threads))
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
        text, ways = _ways_of(meeting, grid, names)
        for lane, (side, left, right) in ((lane, way) for way in ways for lane in range(most)):
            if all(right <= a or left >= b for a, b in lanes[lane]):
                lanes[lane].append((left, right))
                slots.append(_Slot(meeting, lane, side, text))
                break
    return slots


def _ways_of(meeting: _Meeting, grid: _Grid, names: Names) -> tuple[str, list[tuple[Side, float, float]]]:
    """The words of a meeting, cut to the room beside its sign, and the ways to set them: side, left and right end."""
    start, end = _reach(meeting, grid)
    limit = grid.right if meeting.first else grid.edge
    room = min(_LABEL, max(limit - end, start - grid.left if meeting.first else 0.0) - 4)
    text = fit(describe_thread(meeting.thread, names, sides=True), SMALL, room)
    size = measure(text, SMALL) + 4
    ways: list[tuple[Side, float, float]] = [("", start, end)]
    if meeting.first and start - size >= grid.left:
        ways.insert(0, ("left", start - size, end))
    if end + size <= limit:
        ways.insert(0, ("right", start, end + size))
    return text, ways


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
