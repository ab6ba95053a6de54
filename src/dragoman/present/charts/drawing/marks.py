"""What a picture is made of: plain marks at pixels, drawn in their order. It knows no data and no graphics library.

x runs to the right and y down, from the upper left corner. All words are plain text: whoever draws the marks takes them
for letters and nothing else.
"""

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]

INK = "#222222"
GREY = "#666666"
PALE = "#d9d9d9"
PAPER = "#ffffff"
DOTS = (1.0, 3.0)
DASHES = (5.0, 3.0)


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points; `dash` is lengths of stroke and gap, () for a solid one."""

    points: tuple[Point, ...]
    colour: str = INK
    width: float = 1.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Area:
    """What lies between an upper and a lower border, as (x, upper y, lower y)."""

    edges: tuple[tuple[float, float, float], ...]
    colour: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled."""

    left: float
    top: float
    right: float
    bottom: float
    colour: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Symbol:
    """A small figure around a point.

    Attributes:
        shape: a name ("circle", "diamond", "square", "triangle-up") or an outline between -1 and 1 as an SVG path.
        radius: half its width, pixels.
        fill: colour of its inside; `stroke` of its border.
    """

    x: float
    y: float
    shape: str
    radius: float
    fill: str
    stroke: str
    width: float = 1.4


@dataclass(frozen=True, slots=True)
class Label:
    """One line of words; `y` is the middle of its height."""

    x: float
    y: float
    text: str
    size: float = 11.0
    colour: str = INK
    anchor: Anchor = "start"
    bold: bool = False


Mark = Line | Area | Box | Symbol | Label


@dataclass(frozen=True, slots=True)
class Chart:
    """A finished picture.

    Attributes:
        width: pixels; `height` likewise.
        title: what it shows, for those who cannot see it.
    """

    width: int
    height: int
    marks: tuple[Mark, ...]
    title: str

    @property
    def words(self) -> tuple[str, ...]:
        """All words on it, in the order of drawing."""
        return tuple(mark.text for mark in self.marks if isinstance(mark, Label))
