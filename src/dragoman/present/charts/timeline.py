"""Draws the threads of a pair along time: cooperation above, conflict below, a row for each kind of act."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dragoman.model.relation import Pair
from dragoman.model.resolution import Thread
from dragoman.present.charts.drawing.dates import DayScale, draw_days
from dragoman.present.charts.drawing.frame import MARGIN, WIDTH, Head, draw_legend, frame_chart, measure_head
from dragoman.present.charts.drawing.lettering import SMALL, fit, measure, widest
from dragoman.present.charts.drawing.marks import GREY, INK, PALE, Chart, Label, Line, Mark
from dragoman.present.charts.drawing.placing import Space, TakenSpace, choose_lanes
from dragoman.present.charts.moments import (
    Moment,
    Moments,
    choose_period,
    count_left_out,
    describe_thread,
    place_threads,
    sort_moments,
    spread_of,
)
from dragoman.present.charts.signs import CONFLICT, COOPERATION, Row, choose_radius, draw_sign, explain_signs

Names = Callable[[str], str]

MOST = 500
"""Threads on one sheet, the heaviest; more are a blur, and the file grows with each."""
_LANES = 9
_LANE = 13.0
_NARROW = 520
_LABEL = 210.0
_LABELS = 24
_WIDE = 0.12
"""A spread over more than this part of the axis has its lane for itself, lest two look like one."""
_INSET = 9.0
"""Keeps the signs of the first and last day inside of the plot."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A moment with the place of its sign, from where to where it may lie, and between which heights its row lies."""

    moment: Moment
    x: float
    y: float
    radius: float
    spread: tuple[float, float]
    top: float
    bottom: float

    @property
    def ends(self) -> tuple[float, float]:
        """From where to where something is drawn for it."""
        return min(self.x - self.radius, self.spread[0]), max(self.x + self.radius, self.spread[1])


@dataclass(frozen=True, slots=True)
class _Band:
    """A row of the timeline with its place and what stands in it."""

    row: Row
    top: float
    bottom: float
    spots: tuple[_Spot, ...]


def draw_timeline(
    threads: Iterable[Thread],
    pair: Pair,
    names: Names,
    source_line: str,
    *,
    since: str = "",
    until: str = "",
    width: int = WIDTH,
) -> Chart:
    """The threads of a pair in time.

    Args:
        names: from a code to the name that is shown.
        source_line: what it rests on, as `spell_source_line` gives it.
        since: EDTF, the beginning of the axis; "" for the first thread that is not told as history.
        until: EDTF, its end.
        width: pixels, 320 to 2400.
    """
    every = list(threads)
    sides = f"{names(pair[0])} and {names(pair[1])}"
    title = f"{sides[:1].upper()}{sides[1:]}: what they did, planned and claimed"
    subtitle = "Cooperation above, conflict below; the larger a sign, the more independent sources tell of it."
    period = choose_period(every, since, until)
    moments = place_threads(every, period) if period else Moments((), undated=len(every))
    if period is None or not moments.shown:
        head = Head(title, "Nothing that can be placed in time.", source_line, moments.notes())
        return frame_chart(head, (), measure_head(head, width), width)
    left = _left_of(width)
    scale = DayScale(*period, left + _INSET, width - MARGIN - _INSET)
    heaviest = sort_moments(moments.shown)[:MOST]
    plain = Head(title, subtitle, source_line)
    upper, lower, end = _stack_bands(heaviest, scale, measure_head(plain, width) + 2)
    spots = [spot for band in (*upper, *lower) for spot in band.spots]
    notes = (*moments.notes(), *count_left_out(len(moments.shown) - len(spots), "no room for their signs"))
    legend, bottom = draw_legend(explain_signs(spot.moment.thread for spot in spots), end + 20, width)
    body = [
        *draw_days(scale, (upper or lower)[0].top, end),
        *_draw_rows(upper, lower, left, width),
        *_draw_spots(spots),
        *_draw_labels(spots, left, width, pair),
        *legend,
    ]
    return frame_chart(Head(title, subtitle, source_line, notes), body, bottom, width)


def _left_of(width: int) -> float:
    rows = (*COOPERATION, *CONFLICT)
    return MARGIN + 10 + widest([row.short if width < _NARROW else row.words for row in rows], SMALL)


def _stack_bands(
    moments: Sequence[Moment], scale: DayScale, top: float
) -> tuple[list[_Band], list[_Band], float]:
    """The rows that are needed, from above; and where they end."""
    threads = [moment.thread for moment in moments]
    stacks: list[list[_Band]] = []
    for rows in (COOPERATION, CONFLICT):
        bands = []
        for row in rows:
            of_row = [moment for moment in moments if moment.thread.type in row.types]
            if of_row:
                bands.append(_make_band(row, of_row, threads, scale, top))
                top = bands[-1].bottom
        stacks.append(bands)
        top += 8 * bool(bands)
    return stacks[0], stacks[1], top


def _make_band(row: Row, moments: Sequence[Moment], threads: Sequence[Thread], scale: DayScale, top: float) -> _Band:
    radii = [choose_radius(moment.thread, threads) for moment in moments]
    xs = [scale.middle(moment.day) for moment in moments]
    spreads = [spread_of(moment, scale) for moment in moments]
    wide = [end - start > _WIDE * (scale.right - scale.left) for start, end in spreads]
    spans = [
        (min(x - r - 1, spread[0]), max(x + r + 1, spread[1])) if is_wide else (x - r - 1, x + r + 1)
        for x, r, spread, is_wide in zip(xs, radii, spreads, wide, strict=True)
    ]
    lanes = choose_lanes(spans, _LANES)
    offsets = [_offset(lane) for lane in lanes]
    above, below = -min(offsets) * _LANE, max(offsets) * _LANE
    middle = top + (24 if any(wide) else 13) + above
    bottom = middle + below + 13
    spots = tuple(
        _Spot(moment, x, middle + offset * _LANE, radius, spread, top, bottom)
        for moment, x, radius, lane, offset, spread in zip(moments, xs, radii, lanes, offsets, spreads, strict=True)
        if lane >= 0
    )
    return _Band(row, top, bottom, spots)


def _offset(lane: int) -> int:
    """Lanes in turn below and above the middle: 0, 1, -1, 2, -2 ..."""
    return 0 if lane <= 0 else (lane + 1) // 2 * (1 if lane % 2 else -1)


def _draw_rows(upper: Sequence[_Band], lower: Sequence[_Band], left: float, width: int) -> list[Mark]:
    marks: list[Mark] = []
    for band in (*upper, *lower):
        words = band.row.short if width < _NARROW else band.row.words
        marks.append(Label(left - 8, (band.top + band.bottom) / 2, words, SMALL, GREY, "end"))
        marks.append(Line(((left, band.bottom), (width - MARGIN, band.bottom)), PALE, 0.8))
    if upper and lower:
        y = (upper[-1].bottom + lower[0].top) / 2
        marks.append(Line(((MARGIN, y), (width - MARGIN, y)), GREY, 1.2))
    return marks


def _draw_spots(spots: Sequence[_Spot]) -> list[Mark]:
    """Spreads first, so that they lie behind the signs; the lightest signs last, so that none is hidden."""
    spreads: list[Mark] = [
        Line(((spot.ends[0], spot.y), (spot.ends[1], spot.y)), GREY, 1.0, opacity=0.45)
        for spot in spots
        if spot.ends[1] - spot.ends[0] > 2 * spot.radius
    ]
    return [*spreads, *(draw_sign(spot.moment.thread.standing, spot.x, spot.y, spot.radius) for spot in spots)]


def _draw_labels(spots: Sequence[_Spot], left: float, width: int, pair: Pair) -> list[Mark]:
    """Words beside the heaviest signs, where they cover nothing."""
    taken = TakenSpace()
    for spot in spots:
        taken.take(Space(spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius))
        taken.take(Space(spot.ends[0], spot.y - 1, spot.ends[1], spot.y + 1))
    marks: list[Mark] = []
    most = _LABELS if width >= _NARROW else _LABELS // 3
    for spot in sorted(spots, key=lambda one: (-one.moment.thread.weight, one.x, one.moment.thread.id)):
        text = fit(_words_of(spot.moment.thread, pair), SMALL, min(_LABEL, (width - left) / 2))
        if not text:
            continue
        room = Space(left, spot.top, width - 4, spot.bottom)
        place = taken.take_first(space for space in _around(spot, measure(text, SMALL)) if space.lies_in(room))
        if place:
            y = (place.top + place.bottom) / 2
            left_of_it = place.right <= spot.x
            x = place.right - 1 if left_of_it else place.left + 1
            marks.append(Label(x, y, text, SMALL, INK, "end" if left_of_it else "start"))
        if len(marks) == most:
            break
    return marks


def _words_of(thread: Thread, pair: Pair) -> str:
    """Who and where; the sides only where they are not just the pair together, which the title names."""
    if set(thread.actors) == set(pair) and not (thread.recipients or thread.people or thread.place):
        return ""
    return describe_thread(thread, str, sides=bool(thread.recipients) or set(thread.actors) != set(pair))


def _around(spot: _Spot, size: float) -> list[Space]:
    """Where words may stand: right, left, below and above of a sign."""
    near, high, size = spot.radius + 3, 6.0, size + 2
    right, left = spot.ends[1] + 3, spot.ends[0] - 3 - size
    below, above = spot.y + near + high, spot.y - near - high
    centres = ((right, spot.y), (left, spot.y), (spot.x - near, below), (spot.x - near, above),
               (spot.x + near - size, below), (spot.x + near - size, above))  # fmt: skip
    return [Space(x, y - high, x + size, y + high) for x, y in centres]
