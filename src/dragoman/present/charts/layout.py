"""Where the sides of a network stand: two facing arcs, a camp on each, those that get on next to each other.

Codes and ties in, points in a box out; the same for the same input. Arcs keep every tie off every name: ties inside a
camp are chords of its arc, ties between camps cross the middle. The order along an arc comes from a small layout by
forces after Fruchterman and Reingold (1991) in one dimension: friends pull, all push, and who has ties to the other
camp is pulled to the height of its partners there.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.model.network import Tie

Numbers = NDArray[np.float64]

_ROUNDS = 400
_WITHIN = 1.0
_ACROSS = 0.25
"""How strongly ties inside a camp and between camps pull; set by looking at made-up networks of 8 to 40 sides."""
_MIDDLE = 0.5
"""Where those of neither camp stand: on a line between the arcs."""


def lay_out(
    codes: Sequence[str], ties: Sequence[Tie], sides: Mapping[str, int], room: tuple[float, float]
) -> list[tuple[float, float]]:
    """A point for each code, in its order.

    Args:
        codes: sorted, so that the outcome does not hang on the order of the input.
        sides: -1 for the left arc, +1 for the right, 0 for neither.
        room: width and height of the box, pixels.
    """
    if not codes:
        return []
    places = np.array([sides.get(code, 0) for code in codes])
    heights = _settle(_start(places), _pulls(codes, ties, places))
    points = np.zeros((len(codes), 2))
    for place in (-1, 0, 1):
        members = np.flatnonzero(places == place)
        order = members[np.lexsort((members, heights[members]))]
        points[order] = _bend(len(order), place) * np.array(room)
    return [(float(x), float(y)) for x, y in points]


def _pulls(codes: Sequence[str], ties: Sequence[Tie], places: NDArray[np.int_]) -> Numbers:
    index = {code: i for i, code in enumerate(codes)}
    pulls = np.zeros((len(codes), len(codes)))
    for tie in ties:
        if tie.sign and tie.a in index and tie.b in index:
            a, b = index[tie.a], index[tie.b]
            same = places[a] == places[b]
            pulls[a, b] = pulls[b, a] = _ACROSS if not same else _WITHIN if tie.sign > 0 else -_ACROSS
    return pulls


def _start(places: NDArray[np.int_]) -> Numbers:
    """Each camp evenly from -1 to 1, in the order of its codes."""
    heights = np.zeros(len(places))
    for place in (-1, 0, 1):
        members = np.flatnonzero(places == place)
        heights[members] = (np.arange(len(members)) + 0.5) / max(1, len(members)) * 2 - 1
    return heights


def _settle(heights: Numbers, pulls: Numbers) -> Numbers:
    number = len(heights)
    spring = 2.0 / number
    for turn in range(_ROUNDS):
        apart = heights[:, None] - heights[None, :]
        push = spring**2 * np.sign(apart) / np.maximum(np.abs(apart), spring / 4)
        step = (push - pulls * apart).sum(axis=1) - 0.1 * heights
        heat = 0.2 * (1 - turn / _ROUNDS)
        heights = heights + np.clip(step, -heat, heat)
    return heights


def _bend(number: int, place: int) -> Numbers:
    """Points between 0 and 1, from above: along the left half of an ellipse, its right half, or the line between."""
    share = (np.arange(number) + 0.5) / number if number else np.zeros(0)
    y = share * 0.98 + 0.01
    depth = 0.30 * (1 - np.sqrt(np.maximum(0.0, 1 - (2 * y - 1) ** 2)))
    x = np.full(number, _MIDDLE) if not place else depth if place < 0 else 1 - depth
    return np.stack([x, y], axis=1)
