"""What every picture has around it: title and subtitle above, legend, notes and the source line below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.present.charts.drawing.lettering import LEADING, SMALL, TEXT, TITLE, fit, measure, wrap
from dragoman.present.charts.drawing.marks import GREY, INK, PALE, Chart, Label, Line, Mark

WIDTH = 720
"""Pixels across, unless another width is asked for."""
LEAST_WIDTH = 320
MOST_WIDTH = 2400
MARGIN = 14.0
_KEY = 20.0
"""Room for the sample before the words of a legend's entry."""

Sample = Callable[[float, float], list[Mark]]
"""Draws what a legend explains in about 14 pixels around a point."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a picture, and below it: notes and the source line."""

    title: str
    subtitle: str
    source_line: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a legend: a sample and its words."""

    sample: Sample
    words: str


def measure_head(head: Head, width: int) -> float:
    """The height at which the picture itself begins."""
    titles, subtitles = _head_lines(head, width)
    return MARGIN + len(titles) * TITLE * LEADING + len(subtitles) * TEXT * LEADING + 8


def frame_chart(head: Head, body: Sequence[Mark], bottom: float, width: int) -> Chart:
    """A whole picture: a body that begins at `measure_head` and ends at `bottom`, between its head and its foot."""
    titles, subtitles = _head_lines(head, width)
    marks, y = _stack(titles, MARGIN, TITLE, INK, bold=True)
    more, _ = _stack(subtitles, y, TEXT, GREY)
    foot, end = _draw_foot(head, bottom, width)
    return Chart(width, round(end + MARGIN / 2), (*marks, *more, *body, *foot), head.title)


def draw_legend(entries: Sequence[Entry], top: float, width: float, left: float = MARGIN) -> tuple[list[Mark], float]:
    """Entries side by side in as many rows as they need, and where the legend ends."""
    marks: list[Mark] = []
    x, y = left, top + 8
    for entry in entries:
        words = fit(entry.words, SMALL, width - left - MARGIN - _KEY)
        size = _KEY + measure(words, SMALL)
        if x > left and x + size > width - MARGIN:
            x, y = left, y + SMALL * 1.7
        marks += entry.sample(x + 7, y)
        marks.append(Label(x + _KEY, y, words, SMALL))
        x += size + 14
    return marks, y + 10


def _head_lines(head: Head, width: int) -> tuple[list[str], list[str]]:
    room = width - 2 * MARGIN
    return wrap(head.title, TITLE, room, bold=True, most=3), wrap(head.subtitle, TEXT, room, most=4)


def _draw_foot(head: Head, top: float, width: int) -> tuple[list[Mark], float]:
    room = width - 2 * MARGIN
    marks, y = _stack([line for note in head.notes for line in wrap(note, SMALL, room)], top + 6, SMALL, INK)
    rule = Line(((MARGIN, y + 4), (width - MARGIN, y + 4)), PALE)
    source, end = _stack(wrap(head.source_line, SMALL, room), y + 9, SMALL, GREY)
    return [*marks, rule, *source], end


def _stack(
    lines: Sequence[str], top: float, size: float, colour: str, *, bold: bool = False
) -> tuple[list[Mark], float]:
    step = size * LEADING
    marks: list[Mark] = [
        Label(MARGIN, top + step * (i + 0.5), line, size, colour, bold=bold) for i, line in enumerate(lines)
    ]
    return marks, top + step * len(lines)
