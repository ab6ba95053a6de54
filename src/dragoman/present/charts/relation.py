"""Draws how a pair gets on: the level with its interval, both directions, changes; below it acts and coverage."""

from collections.abc import Callable, Sequence
from datetime import date

from dragoman.model.relation import Change, Relation, RelationPoint
from dragoman.present.charts.acts import draw_acts, draw_coverage
from dragoman.present.charts.drawing.dates import DayScale, draw_days
from dragoman.present.charts.drawing.frame import MARGIN, WIDTH, Head, frame_chart, measure_head
from dragoman.present.charts.drawing.lettering import SMALL, TEXT, widest, wrap
from dragoman.present.charts.drawing.marks import DASHES, GREY, INK, PALE, PAPER, Area, Chart, Label, Line, Mark, Symbol
from dragoman.present.charts.drawing.placing import choose_lanes, part_positions
from dragoman.present.charts.signs import BLUE, SKY, VERMILION
from dragoman.present.wording import count_words

Names = Callable[[str], str]
_Half = tuple[Sequence[RelationPoint], str, float, tuple[float, ...], str]
"""A line with its colour, width, dashes and words."""

_LEFT = 54.0
_HEIGHT = 230.0
_ACTS = 84.0
_COVERAGE = 30.0
_GAP = 20.0
_BADGE = 8.0
_LANES = 3
_SCALES = {"plover": "PLOVER", "goldstein": "Goldstein"}
_ENDS = {10: "+10 help", 0: "0", -10: "-10 war"}


def draw_relation(relation: Relation, names: Names, source_line: str, *, width: int = WIDTH) -> Chart:
    """The relation of a pair over time; where there is no line, what is lacking for one.

    Args:
        names: from a code to the name that is shown.
        source_line: what it rests on, as `spell_source_line` gives it.
        width: pixels, 320 to 2400.
    """
    if not relation.points:
        return _draw_nothing(relation, names, source_line, width)
    title = f"How {names(relation.pair[0])} and {names(relation.pair[1])} get on"
    subtitle = (
        f"Level by {relation.period} from what they do and say ({_SCALES.get(relation.scale, relation.scale)} scale: "
        "intensity of acts, not feelings); the band holds 80 %, and is wide where little is known."
    )
    dated = _numbered(relation.changes)
    scale = _days_of(relation.points, width, _ends(relation))
    lanes = choose_lanes([_badge_span(change, scale) for _, change in dated], _LANES)
    left_out = sum(lane < 0 for lane in lanes)
    head = Head(title, subtitle, source_line, _notes(relation, left_out))
    top = measure_head(head, width) + (max(lanes, default=-1) + 1) * (2 * _BADGE + 1) + 4
    bottom = top + _HEIGHT
    body = [
        *_draw_grid(scale, top, bottom),
        *_draw_changes(dated, lanes, relation.points, scale, top),
        *_draw_level(relation, scale, top),
    ]
    acts_top = bottom + _GAP
    body += draw_acts(relation.points, scale, acts_top, acts_top + _ACTS)
    end = acts_top + _ACTS
    if any(point.coverage.documents for point in relation.points):
        body += draw_coverage(relation.points, scale, end + _GAP, end + _GAP + _COVERAGE)
        end += _GAP + _COVERAGE
    return frame_chart(head, [*draw_days(scale, top, end), *body], end + 18, width)


def _draw_nothing(relation: Relation, names: Names, source_line: str, width: int) -> Chart:
    head = Head(
        f"How {names(relation.pair[0])} and {names(relation.pair[1])} get on",
        "No line can be drawn: a figure from so little would mislead.",
        source_line,
    )
    top = measure_head(head, width)
    counted = f"{count_words(relation.threads, 'act')} of {count_words(relation.sources, 'independent source')}."
    lines = wrap(relation.lacks or counted, TEXT, width - 2 * MARGIN - 24)
    body: list[Mark] = [Line(((MARGIN + 4, top + 4), (MARGIN + 4, top + 12 + 16 * len(lines))), GREY, 2.0)]
    body += [Label(MARGIN + 16, top + 16 + 16 * i, line, TEXT) for i, line in enumerate(lines)]
    return frame_chart(head, body, top + 24 + 16 * len(lines), width)


def _notes(relation: Relation, left_out: int) -> tuple[str, ...]:
    notes = []
    if relation.changes:
        notes.append(f"Numbered: {relation.period}s in which the level moved more than its usual drift explains.")
    if left_out:
        notes.append(f"{count_words(left_out, 'smaller change')} without room left out.")
    return tuple(notes)


def _numbered(changes: Sequence[Change]) -> list[tuple[int, Change]]:
    """Changes with the number that the text gives them, the largest first."""
    return sorted(enumerate(changes, 1), key=lambda item: (-abs(item[1].size), item[0]))


def _days_of(points: Sequence[RelationPoint], width: int, ends: Sequence[str]) -> DayScale:
    room = min(widest(ends, SMALL), 0.26 * width) + 10
    first = min(date.fromisoformat(point.start) for point in points)
    last = max(date.fromisoformat(point.end) for point in points)
    return DayScale(first, last, _LEFT, width - MARGIN - room)


def _ends(relation: Relation) -> list[str]:
    a, b = relation.pair
    halves = [f"{a} to {b}"] * bool(relation.forth) + [f"{b} to {a}"] * bool(relation.back)
    return ["level", *halves, "documents"]


def _level_y(level: float, top: float) -> float:
    return top + (10 - min(10.0, max(-10.0, level))) / 20 * _HEIGHT


def _draw_grid(scale: DayScale, top: float, bottom: float) -> list[Mark]:
    marks: list[Mark] = []
    for level in (10, 5, 0, -5, -10):
        y = _level_y(level, top)
        marks.append(Line(((scale.left, y), (scale.right, y)), GREY if level == 0 else PALE, 1.2 if level == 0 else 1))
        words = _ENDS.get(level, f"{level:+d}")
        marks.append(Label(scale.left - 6, y, words, SMALL, GREY, "end"))
    return marks


def _draw_level(relation: Relation, scale: DayScale, top: float) -> list[Mark]:
    a, b = relation.pair
    lines: list[_Half] = [(relation.points, INK, 2.2, (), "level")]
    lines += [(relation.forth, BLUE, 1.1, (), f"{a} to {b}")] if relation.forth else []
    lines += [(relation.back, VERMILION, 1.1, DASHES, f"{b} to {a}")] if relation.back else []
    marks: list[Mark] = [_draw_band(relation.points, scale, top)]
    wanted = [_level_y(points[-1].level, top) for points, *_ in lines]
    placed = part_positions(wanted, 13.0, top, top + _HEIGHT)
    for (points, colour, size, dash, words), y in reversed(list(zip(lines, placed, strict=True))):
        path = tuple((_centre(point, scale), _level_y(point.level, top)) for point in points)
        marks += _draw_path(path, colour, size, dash)
        marks.append(Label(scale.right + 6, y, words, SMALL, colour, bold=colour == INK))
    return marks


def _draw_band(points: Sequence[RelationPoint], scale: DayScale, top: float) -> Area:
    edges = [(_centre(point, scale), _level_y(point.high, top), _level_y(point.low, top)) for point in points]
    if len(edges) == 1:
        x, high, low = edges[0]
        edges = [(x - 4, high, low), (x + 4, high, low)]
    return Area(tuple(edges), SKY, 0.45)


def _draw_path(
    path: tuple[tuple[float, float], ...], colour: str, size: float, dash: tuple[float, ...]
) -> list[Mark]:
    if len(path) == 1:
        return [Symbol(*path[0], "circle", 3.0, colour, colour)]
    return [Line(path, colour, size, dash)]


def _centre(point: RelationPoint, scale: DayScale) -> float:
    return (scale.place(date.fromisoformat(point.start)) + scale.end(date.fromisoformat(point.end))) / 2


def _change_x(change: Change, scale: DayScale) -> float:
    return (scale.place(date.fromisoformat(change.start)) + scale.end(date.fromisoformat(change.end))) / 2


def _badge_span(change: Change, scale: DayScale) -> tuple[float, float]:
    x = _change_x(change, scale)
    return x - _BADGE - 1, x + _BADGE + 1


def _draw_changes(
    numbered: Sequence[tuple[int, Change]],
    lanes: Sequence[int],
    points: Sequence[RelationPoint],
    scale: DayScale,
    top: float,
) -> list[Mark]:
    """Numbers in circles above the plot, each with a line down to the level that it moved."""
    stems: list[Mark] = []
    badges: list[Mark] = []
    levels = {point.start: point.level for point in points}
    for (number, change), lane in zip(numbered, lanes, strict=True):
        if lane < 0:
            continue
        x, y = _change_x(change, scale), top - 4 - _BADGE - lane * (2 * _BADGE + 1)
        foot = _level_y(levels.get(change.start, 0.0), top)
        stems.append(Line(((x, y + _BADGE), (x, foot)), GREY, 1.0, (2.0, 2.0)))
        badges.append(Symbol(x, y, "circle", _BADGE, PAPER, INK, 1.2))
        badges.append(Label(x, y, str(number), SMALL, anchor="middle", bold=True))
    return [*stems, *badges]
