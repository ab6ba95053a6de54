"""Draws what a relation's level rests on: acts of each period by quad, and how many texts could have told of any."""

from collections.abc import Callable, Sequence
from datetime import date

from dragoman.model.relation import RelationPoint
from dragoman.present.charts.drawing.dates import DayScale
from dragoman.present.charts.drawing.lettering import SMALL
from dragoman.present.charts.drawing.marks import GREY, PAPER, Area, Box, Label, Line, Mark
from dragoman.present.charts.signs import BLUE, SAND, SKY, VERMILION

Count = Callable[[RelationPoint], float]

_PALER = "#bdbdbd"
_DARKER = "#6b6b6b"
_ROOM = 38.0
"""Pixels that the names of the kinds need on either side of their middle."""


def draw_acts(points: Sequence[RelationPoint], scale: DayScale, top: float, bottom: float) -> list[Mark]:
    """Steps of acts by period: cooperation upwards, conflict downwards, deeds dark and words pale."""
    up = max(1, *(point.quads[0] + point.quads[1] for point in points))
    down = max(1, *(point.quads[2] + point.quads[3] for point in points))
    unit = (bottom - top) / (up + down)
    zero = top + up * unit
    marks: list[Mark] = [
        _steps(points, scale, lambda point: zero - sum(point.quads[:2]) * unit, zero, SKY),
        _steps(points, scale, lambda point: zero - point.quads[1] * unit, zero, BLUE),
        _steps(points, scale, lambda point: zero + sum(point.quads[2:]) * unit, zero, SAND),
        _steps(points, scale, lambda point: zero + point.quads[3] * unit, zero, VERMILION),
        Line(((scale.left, zero), (scale.right, zero)), PAPER, 1.6),
        Label(scale.left - 6, top + 5, f"{up:,}", SMALL, GREY, "end"),
        Label(scale.left - 6, min(max(zero, top + 17), bottom - 17), "acts", SMALL, GREY, "end"),
        Label(scale.left - 6, bottom - 5, f"{down:,}", SMALL, GREY, "end"),
    ]
    return [*marks, *_explain_acts(scale.right + 6, min(max(zero, top + _ROOM), bottom - _ROOM))]


def _explain_acts(left: float, zero: float) -> list[Mark]:
    """The four kinds beside the steps: each pair on its side of zero, or as near as the strip has room."""
    marks: list[Mark] = []
    rows = ((-38.0, "", "cooperation"), (-25.0, BLUE, "deeds"), (-12.0, SKY, "words"),
            (12.0, SAND, "words"), (25.0, VERMILION, "deeds"), (38.0, "", "conflict"))  # fmt: skip
    for offset, colour, words in rows:
        y = zero + offset
        if colour:
            marks.append(Box(left, y - 4, left + 8, y + 4, colour))
        marks.append(Label(left + (12 if colour else 0), y, words, SMALL, GREY))
    return marks


def draw_coverage(points: Sequence[RelationPoint], scale: DayScale, top: float, bottom: float) -> list[Mark]:
    """A strip of all documents and independent sources of each period: those that could have told of an act."""
    most = max(point.coverage.documents for point in points)
    unit = (bottom - top) / most
    return [
        _steps(points, scale, lambda point: bottom - point.coverage.documents * unit, bottom, _PALER),
        _steps(points, scale, lambda point: bottom - point.coverage.sources * unit, bottom, _DARKER),
        Line(((scale.left, bottom), (scale.right, bottom)), GREY),
        Label(scale.left - 6, top + 5, f"{most:,}", SMALL, GREY, "end"),
        Box(scale.right + 6, top + 1, scale.right + 14, top + 9, _PALER),
        Label(scale.right + 18, top + 5, "documents", SMALL, GREY),
        Box(scale.right + 6, bottom - 9, scale.right + 14, bottom - 1, _DARKER),
        Label(scale.right + 18, bottom - 5, "sources", SMALL, GREY),
    ]


def _steps(points: Sequence[RelationPoint], scale: DayScale, height: Count, base: float, colour: str) -> Area:
    """One outline for all periods, so that a long relation stays small."""
    edges: list[tuple[float, float, float]] = []
    for point in points:
        y = height(point)
        left, right = scale.place(date.fromisoformat(point.start)), scale.end(date.fromisoformat(point.end))
        edges += [(left, min(y, base), max(y, base)), (right, min(y, base), max(y, base))]
    return Area(tuple(edges), colour)
