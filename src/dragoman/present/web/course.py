"""Where the threads of a pair lie in the picture of their course: time across, kinds of act from help down to attacks.

Threads in, places out; how a place looks is the business of the template.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.resolution import Thread
from dragoman.present.asking import Count
from dragoman.present.charts.drawing.dates import DayScale
from dragoman.present.charts.drawing.placing import choose_lanes
from dragoman.present.charts.moments import Moment, choose_period, place_threads
from dragoman.present.charts.signs import CONFLICT, COOPERATION, Row
from dragoman.record.filters import Filters

WIDTH = 1000.0
LEFT = 150.0
LANES = 6
LANE = 15.0
EDGE = 6.0
FOOT = 24.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A thread with the middle of its sign and half of its size."""

    thread: Thread
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Band:
    """A row with the height at which it begins and ends; `conflict` in the lower half of the picture."""

    words: str
    top: float
    bottom: float
    conflict: bool


@dataclass(frozen=True, slots=True)
class Course:
    """The whole picture.

    Attributes:
        ticks: where a day, month or year begins, and its name.
        notes: what has no place in it.
    """

    height: float
    bands: tuple[Band, ...]
    spots: tuple[Spot, ...]
    ticks: tuple[tuple[float, str], ...]
    notes: tuple[str, ...]


def plot_course(threads: Sequence[Thread], filters: Filters, count: Count) -> Course | None:
    """The picture of some threads of a pair; None if none of them has a place in time."""
    period = choose_period(threads, filters.since, filters.until)
    if period is None:
        return None
    moments = place_threads(threads, period)
    heaviest = sorted(moments.shown, key=lambda one: (-_behind(one.thread, count), -one.thread.weight, one.thread.id))
    scale = DayScale(*period, LEFT, WIDTH - 2 * EDGE)
    top = EDGE
    bands: list[Band] = []
    spots: list[Spot] = []
    for row in (*COOPERATION, *CONFLICT):
        of_row = [moment for moment in heaviest if moment.thread.type in row.types]
        if of_row:
            placed, height = _place(of_row, scale, top, count)
            bands.append(_band(row, top, height))
            spots += placed
            top += height
    full = len(heaviest) - len(spots)
    notes = (*moments.notes(), *((f"{full:,} without room left out.",) if full else ()))
    return Course(top + FOOT, tuple(bands), tuple(spots), tuple(scale.ticks()), notes) if spots else None


def _band(row: Row, top: float, height: float) -> Band:
    return Band(row.words, top, top + height, row in CONFLICT)


def _place(moments: Sequence[Moment], scale: DayScale, top: float, count: Count) -> tuple[list[Spot], float]:
    """The signs of one row, the heaviest first, and how high the row is."""
    radii = [_radius(_behind(moment.thread, count)) for moment in moments]
    xs = [scale.middle(moment.day) for moment in moments]
    lanes = choose_lanes([(x - r - 1, x + r + 1) for x, r in zip(xs, radii, strict=True)], LANES)
    spots = [
        Spot(moment.thread, round(x, 1), round(top + EDGE + LANE * (lane + 0.5), 1), r)
        for moment, x, r, lane in zip(moments, xs, radii, lanes, strict=True)
        if lane >= 0
    ]
    return spots, 2 * EDGE + LANE * (max(lanes) + 1)


def _behind(thread: Thread, count: Count) -> int:
    return thread.documents if count == "documents" else thread.sources


def _radius(behind: int) -> float:
    """Half the size of a sign: larger with what stands behind it, up to eight texts or sources."""
    return 4.2 + 0.4 * min(7, behind - 1)
