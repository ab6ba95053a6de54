"""Change points: periods after which a level went another way than its usual pace explains, and the acts that made it.

In: jumps with their intervals, and the acts of the pair. Out: `Change` records. They are found on the line itself, so a
change that comes in small steps over years is none.
"""

from collections.abc import Sequence

import numpy as np

from dragoman.model.relation import Act, Change
from dragoman.relate.levels.constants import Array
from dragoman.relate.levels.grid import Grid

CLEAR = 2.2
"""A jump is a change point where it is so many times half of its 80 % interval: 2.8 standard errors. Of simulated
series of 96 months without a jump, 1 to 3 in 100 show one at a quiet pace and up to 22 at a wild one; a jump of 5
points is found in 92 of 100 with three acts a month, and in 11 with one every other month (swept: 1.8 to 2.6)."""
SMALLEST = 1.0
"""Points: less is no change that an analyst would want to hear of."""
APART = 3
"""Of change points within so many periods only the clearest is told."""
MOST_THREADS = 5


def find_changes(grid: Grid, jump: Array, half: Array, acts: Sequence[Act], score_of: Array) -> tuple[Change, ...]:
    """The change points of one pair, by time.

    Args:
        jump, half: one value a period, as in `Levels`.
        acts: those of the pair.
        score_of: level by period, from which an act's pull is measured.
    """
    clearness = np.where(np.isfinite(half) & (half > 0), np.abs(jump) / np.where(half > 0, half, 1.0), 0.0)
    clearness[np.abs(jump) < SMALLEST] = 0.0
    found: list[int] = []
    for place in np.argsort(-clearness, kind="stable"):
        if clearness[place] < CLEAR:
            break
        if all(abs(place - other) >= APART for other in found):
            found.append(int(place))
    changes = (_change(grid, place, jump, half, acts, score_of) for place in sorted(found))
    return tuple(change for change in changes if change.threads)


def _change(grid: Grid, place: int, jump: Array, half: Array, acts: Sequence[Act], level: Array) -> Change:
    """The jump shows after its period; what made it lies in that next period, or in the one before it."""
    after = min(place + 1, grid.count - 1)
    start, end = grid.bounds_of(after)
    size, width = float(jump[place]), float(half[place])
    pulls = [(_pull(act, float(level[place])) * np.sign(size), act.id) for act in acts if _lies_at(grid, act, after)]
    made = tuple(dict.fromkeys(id for pull, id in sorted(pulls, key=lambda each: (-each[0], each[1])) if pull > 0))
    return Change(start, end, size, size - width, size + width, made[:MOST_THREADS])


def _lies_at(grid: Grid, act: Act, place: int) -> bool:
    return grid.place_of(act.first) == place == grid.place_of(act.last)


def _pull(act: Act, level: float) -> float:
    return act.weight * act.count * (act.score - level)
