"""Good divisions of a block by search: many starts, each improved until no series of switches makes it better.

In: a block, and the camps of an earlier system to stay near to. Out: the best division found. It always gives the same
one for the same block, but does not prove that it is the best: `bounding` and `proving` do.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from dragoman.model.network import Camps
from dragoman.relate.system.division.network import Floats, Ints, Network
from dragoman.relate.system.moving import find_moved

STARTS = 24
"""Nodes from which a spanning tree is grown. Fewer were not tried; with these the division found was the best one in
each of 119 random networks of 60 where that was proved (those of bench/camps.py, noise of 10-50 %)."""
SPECTRA = 3
"""Eigenvectors whose signs are taken as a start."""


def find_division(block: Network, spectrum: Floats, near: Sequence[Camps] = ()) -> Ints:
    """The best division found: +1 or -1 for each node, +1 for the first one.

    Of equally good ones it is the one with the fewest nodes moved from the earlier camps, then with the fewest positive
    ties between the camps, then the one that has the first nodes together with the first of all.

    Args:
        block: connected.
        spectrum: eigenvectors of its signed Laplacian as columns, smallest eigenvalue first.
        near: camps of an earlier system; where they are as good as any other they are kept.
    """
    signs = block.matrix()
    starts = [np.where(spectrum[:, index] >= 0, 1, -1) for index in range(min(SPECTRA, len(signs)))]
    ties = np.abs(signs).sum(axis=0)
    starts += [spread(signs, {int(node): 1}) for node in np.argsort(-ties, kind="stable")[:STARTS]]
    if kept := _sides_before(block, near):
        starts.append(spread(signs, kept))
    divisions = [_turn(improve(signs, start)) for start in starts]
    return min(divisions, key=lambda division: _rank(block, division, near))


def spread(signs: Ints, given: Mapping[int, int]) -> Ints:
    """Sides for all nodes of a block: each gets that which its tie to the first node reached before it asks for."""
    division = np.zeros(len(signs), dtype=np.int64)
    reached = sorted(given)
    division[reached] = [given[node] for node in reached]
    for node in reached:  # grows while it is walked through
        for other in np.flatnonzero(signs[node]).tolist():
            if division[other] == 0:
                division[other] = division[node] * signs[node, other]
                reached.append(other)
    return division


def improve(signs: Ints, division: Ints) -> Ints:
    """Switches nodes in series, each node once, and keeps the best beginning of a series, while that gains anything.

    Source: Kernighan and Lin (1970), with single nodes in place of pairs, as camps need not be of one size.
    """
    while series := _find_series(signs, division):
        division = division.copy()
        division[series] *= -1
    return division


def _find_series(signs: Ints, division: Ints) -> list[int]:
    """The nodes whose switch leaves fewest ties against the division, going by the cheapest node each time."""
    division = division.copy()
    cost = division * (signs @ division)  # by how many more ties go against the division if the node is switched
    never = 4 * len(signs) ** 2  # more than all costs together
    order: list[int] = []
    total = best = length = 0
    for _ in range(len(signs)):
        node = int(cost.argmin())
        total += int(cost[node])
        order.append(node)
        cost -= 2 * signs[:, node] * division * division[node]
        cost[node] = never  # once switched, it stays
        division[node] *= -1
        if total < best:
            best, length = total, len(order)
    return order[:length]


def _sides_before(block: Network, near: Sequence[Camps]) -> dict[int, int]:
    place = {code: index for index, code in enumerate(block.codes)}
    sides = {code: side for camps in near for group, side in ((camps.first, 1), (camps.second, -1)) for code in group}
    return {place[code]: side for code, side in sides.items() if code in place}


def _turn(division: Ints) -> Ints:
    """The same division written with +1 for the first node."""
    turned: Ints = division * division[0]
    return turned


def _rank(block: Network, division: Ints, near: Sequence[Camps]) -> tuple[int, int, int, tuple[int, ...]]:
    against = block.is_frustrated(division)
    sides = dict(zip(block.codes, division.tolist(), strict=True))
    moved = sum(len(find_moved(camps, sides)) for camps in near)
    parted = int((against & (block.sign > 0)).sum())
    return int(against.sum()), moved, parted, tuple((-division).tolist())
