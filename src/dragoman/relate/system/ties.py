"""Ties of a network: from a level with its interval to a sign, and levels that somebody supposes.

In: the points of relations on one day, or ties with levels to put in their place. Out: `Tie`s, codes sorted.
"""

from collections.abc import Iterable, Mapping

from dragoman.model.errors import UsageError
from dragoman.model.relation import Pair, RelationPoint, Tie

HIGHEST = 10.0
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


def make_tie(pair: Pair, point: RelationPoint) -> Tie:
    """The tie of a pair on the day of a point of its relation."""
    first, second = order_pair(pair)
    sign = judge_sign(point.low, point.high)
    return Tie(first, second, point.level, point.low, point.high, sign, point.acts)


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
        first, second = order_pair(pair)
        if not -HIGHEST <= level <= HIGHEST:
            raise UsageError(f"A level is between -10 and 10, that of {first}-{second} is {level:g}. Give another.")
        if (first, second) in supposed:
            raise UsageError(f"Two levels are given for {first}-{second}. Give one.")
        supposed[first, second] = Tie(first, second, level, level, level, judge_sign(level, level), supposed=True)
    known = {(tie.a, tie.b): tie for tie in ties}
    return tuple(tie for _, tie in sorted((known | supposed).items()))


def order_pair(pair: Pair) -> Pair:
    """The codes of a pair in the order of the alphabet.

    Raises:
        UsageError: both are the same.
    """
    first, second = sorted(pair)
    if first == second:
        raise UsageError(f"A tie is between two sides, {first} is given twice. Name the other side.")
    return first, second
