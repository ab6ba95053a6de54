"""Holds tellings of different values against each other without trying every pair.

In: tellings under the value that each has. Out: one pair for each two values that a judge says cannot both be true.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from dragoman.resolve.contradictions.tellings import Telling

MOST_VALUES = 24
MOST_TELLINGS = 6
"""Of a value the surest tellings are tried: at most 24 * 23 / 2 * 36 pairs in a thread of any size."""

Judge = Callable[[Telling, Telling], str]


def pair_values(
    by_value: Mapping[str, Sequence[Telling]], judge: Judge
) -> Iterator[tuple[tuple[Telling, Telling], tuple[str, str], str]]:
    """Two tellings, their values and the reason, for each two values that clash.

    Args:
        by_value: tellings under their value, the surest first.
        judge: the reason why two tellings cannot both be true, "" if they can.
    """
    kept = sorted(by_value, key=lambda value: (by_value[value][0].rank, value))[:MOST_VALUES]
    for one, other in combinations(sorted(kept), 2):
        found = _first_clash(by_value[one], by_value[other], judge)
        if found:
            pair, reason = found
            yield pair, (one, other), reason


def _first_clash(
    left: Sequence[Telling], right: Sequence[Telling], judge: Judge
) -> tuple[tuple[Telling, Telling], str] | None:
    for a in left[:MOST_TELLINGS]:
        for b in right[:MOST_TELLINGS]:
            reason = judge(a, b) if a.event.document != b.event.document else ""
            if reason:
                return (a, b), reason
    return None


def group_by_value(tellings: Sequence[Telling], value: Callable[[Telling], str]) -> dict[str, list[Telling]]:
    """Tellings under their value, in the order given; "" is no value."""
    groups: dict[str, list[Telling]] = {}
    for telling in tellings:
        key = value(telling)
        if key:
            groups.setdefault(key, []).append(telling)
    return groups
