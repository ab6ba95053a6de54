"""Where the sides of a network stand: one camp left, one right, friends close, the same for the same input.

Codes and ties in, points in a box out. The forces are those of Fruchterman and Reingold (1991) with a pull of each node
to the side of its camp; then boxes around the names are pushed apart.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.model.relation import Tie

Positions = NDArray[np.float64]
Sizes = Sequence[tuple[float, float]]

_ROUNDS = 300
_PUSHES = 400
_CAMP_PULL = 0.6
"""Strong enough that no camp mixes with the other, weak enough that go-betweens stand inside; set by looking."""


def lay_out(
    codes: Sequence[str], ties: Sequence[Tie], sides: Mapping[str, int], sizes: Sizes, room: tuple[float, float]
) -> list[tuple[float, float]]:
    """A point for each code, in its order.

    Args:
        codes: sorted, so that the outcome does not hang on the order of the input.
        sides: -1 for the left camp, +1 for the right, 0 for neither.
        sizes: width and height of what is drawn around each point, pixels.
        room: width and height of the box, pixels.
    """
    if not codes:
        return []
    index = {code: i for i, code in enumerate(codes)}
    pulls = np.zeros((len(codes), len(codes)))
    for tie in ties:
        if tie.a in index and tie.b in index:
            a, b = index[tie.a], index[tie.b]
            pulls[a, b] = pulls[b, a] = max(0.0, tie.sign * min(1.0, 0.3 + abs(tie.level) / 10))
    targets = np.array([sides.get(code, 0) for code in codes], dtype=np.float64)
    points = _settle(_start(targets), pulls, targets)
    return _part(_fill(points, targets, sizes, room), sizes, room)


def _start(targets: Positions) -> Positions:
    """Each camp on a line of its own, evenly, with a small bend so that no force is exactly zero."""
    points = np.zeros((len(targets), 2))
    for target in (-1.0, 0.0, 1.0):
        members = np.flatnonzero(targets == target)
        steps = np.linspace(-1.0, 1.0, len(members)) if len(members) > 1 else np.zeros(len(members))
        points[members, 1] = steps
        points[members, 0] = target + 0.2 * np.cos(3.0 * np.arange(len(members)))
    return points


def _settle(points: Positions, pulls: Positions, targets: Positions) -> Positions:
    spring = 1.6 / np.sqrt(len(points))
    for turn in range(_ROUNDS):
        apart = points[:, None, :] - points[None, :, :]
        distance = np.maximum(np.hypot(apart[..., 0], apart[..., 1]), 1e-3)
        force = (spring**2 / distance**2 - pulls * distance / spring)[..., None] * apart
        step = force.sum(axis=1)
        step[:, 0] += _CAMP_PULL * len(points) * (targets - points[:, 0])
        step[:, 1] -= 0.2 * points[:, 1]
        length = np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-9)
        heat = 0.15 * (1 - turn / _ROUNDS)
        points = points + step / length[:, None] * np.minimum(length, heat)[:, None]
    return points


def _fill(points: Positions, targets: Positions, sizes: Sizes, room: tuple[float, float]) -> Positions:
    """The points stretched to the box; each camp keeps to its two fifths of the width."""
    boxes = np.array(sizes)
    filled = np.empty_like(points)
    for target, (low, high) in {-1.0: (0.0, 0.42), 0.0: (0.42, 0.58), 1.0: (0.58, 1.0)}.items():
        members = np.flatnonzero(targets == target)
        filled[members, 0] = _stretch(points[members, 0], low * room[0], high * room[0])
        filled[members, 1] = _stretch(points[members, 1], 0.0, room[1])
    return _keep_inside(filled, boxes, room)


def _stretch(values: Positions, low: float, high: float) -> Positions:
    if not len(values):
        return values
    least, most = values.min(), values.max()
    if most - least < 1e-6:
        return np.full_like(values, (low + high) / 2)
    stretched: Positions = low + (values - least) / (most - least) * (high - low)
    return stretched


def _keep_inside(points: Positions, boxes: Positions, room: tuple[float, float]) -> Positions:
    half = boxes / 2
    inside: Positions = np.clip(points, half, np.maximum(half, np.array(room) - half))
    return inside


def _part(points: Positions, sizes: Sizes, room: tuple[float, float]) -> list[tuple[float, float]]:
    """Push boxes that overlap apart, along the way on which they overlap less."""
    boxes = np.array(sizes)
    for _ in range(_PUSHES):
        apart = points[:, None, :] - points[None, :, :]
        overlap = (boxes[:, None, :] + boxes[None, :, :]) / 2 - np.abs(apart)
        np.einsum("iik->ik", overlap)[:] = -1.0
        meets = (overlap > 0).all(axis=2)
        if not meets.any():
            break
        way = np.where(apart == 0, np.sign(np.arange(len(points))[:, None] - np.arange(len(points)))[..., None], np.sign(apart))
        along_x = overlap[..., 0] < overlap[..., 1]
        push = np.stack([along_x, ~along_x], axis=2) * way * overlap * meets[..., None]
        points = _keep_inside(points + 0.3 * push.sum(axis=1), boxes, room)
    return [(float(x), float(y)) for x, y in points]
