"""Levels that somebody supposes, to see what would follow.

In: the ties of a day, and levels to put in their place. Out: `Tie`s, codes sorted.
"""

from collections.abc import Iterable, Mapping

from dragoman.model.errors import UsageError
from dragoman.model.network import Tie
from dragoman.model.relation import Pair

_HIGHEST = 10.0
"""Levels run from minus this to this."""


def judge_sign(low: float, high: float) -> int:
    """+1 or -1 where the whole interval is on one side of zero, else 0.

    Example:
        >>> judge_sign(0.4, 2.1), judge_sign(-3.0, -0.1), judge_sign(-0.2, 4.0)
        (1, -1, 0)
    """
    if low > 0:
        return 1
    return -1 if high < 0 else 0


def suppose(ties: Iterable[Tie], levels: Mapping[Pair, float]) -> tuple[Tie, ...]:
    """The ties with some levels set by hand, sorted: a supposed level has no interval and no acts behind it.

    Args:
        ties: as known.
        levels: -10..10 by pair, in either order of its codes; a pair without a tie gets one.

    Raises:
        UsageError: a level is out of range, a pair is no pair, or it is given twice.
    """
    supposed: dict[Pair, Tie] = {}
    for pair, level in levels.items():
        first, second = _order(pair)
        if not -_HIGHEST <= level <= _HIGHEST:
            raise UsageError(f"A level is between -10 and 10, that of {first}-{second} is {level:g}. Give another.")
        if (first, second) in supposed:
            raise UsageError(f"Two levels are given for {first}-{second}. Give one.")
        supposed[first, second] = Tie(first, second, level, level, level, judge_sign(level, level), supposed=True)
    known = {(tie.a, tie.b): tie for tie in ties}
    return tuple(tie for _, tie in sorted((known | supposed).items()))


def _order(pair: Pair) -> Pair:
    first, second = sorted(pair)
    if first == second:
        raise UsageError(f"A tie is between two sides, {first} is given twice. Name the other side.")
    return first, second
