"""Places things without overlap: boxes that are taken, lanes that are free. Pixels in, pixels out.

Whoever comes first has the first choice, so that callers bring the heaviest first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_CELL = 40.0


@dataclass(frozen=True, slots=True)
class Space:
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Space") -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def lies_in(self, other: "Space") -> bool:
        """Whether it is wholly inside the other."""
        return (
            self.left >= other.left and self.right <= other.right and self.top >= other.top
            and self.bottom <= other.bottom
        )  # fmt: skip


@dataclass(slots=True)
class TakenSpace:
    """The rectangles that are taken on a sheet, filed by squares so that a look costs little."""

    _cells: dict[tuple[int, int], list[Space]] = field(default_factory=dict)

    def take(self, space: Space) -> None:
        """Take a rectangle."""
        for cell in _cells_of(space):
            self._cells.setdefault(cell, []).append(space)

    def is_free(self, space: Space) -> bool:
        """Whether nothing that is taken overlaps it."""
        return not any(space.meets(other) for cell in _cells_of(space) for other in self._cells.get(cell, ()))

    def take_first(self, spaces: Iterable[Space]) -> Space | None:
        """Take the first of some rectangles that is free; None if none is."""
        for space in spaces:
            if self.is_free(space):
                self.take(space)
                return space
        return None


def _cells_of(space: Space) -> Iterable[tuple[int, int]]:
    for column in range(int(space.left // _CELL), int(space.right // _CELL) + 1):
        for row in range(int(space.top // _CELL), int(space.bottom // _CELL) + 1):
            yield column, row


def choose_lanes(spans: Sequence[tuple[float, float]], most: int) -> list[int]:
    """For each span the first lane in which it overlaps no earlier one; -1 where all lanes are taken.

    Example:
        >>> choose_lanes([(0, 10), (5, 15), (20, 30), (8, 12)], 2)
        [0, 1, 0, -1]
    """
    lanes: list[list[tuple[float, float]]] = [[] for _ in range(most)]
    chosen = []
    for start, end in spans:
        free = (i for i, lane in enumerate(lanes) if all(end <= a or start >= b for a, b in lane))
        lane = next(free, -1)
        if lane >= 0:
            lanes[lane].append((start, end))
        chosen.append(lane)
    return chosen


def part_positions(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions near the wanted ones, at least `gap` apart where there is room between `low` and `high`.

    Example:
        >>> part_positions([10, 12, 40], 8, 0, 50)
        [10, 18, 40]
    """
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    placed = list(wanted)
    floor = low
    for i in order:
        placed[i] = floor = max(wanted[i], floor)
        floor += gap
    ceiling = high
    for i in reversed(order):
        placed[i] = min(placed[i], ceiling)
        ceiling = placed[i] - gap
    return placed
