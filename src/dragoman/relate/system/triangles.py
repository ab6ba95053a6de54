"""All triangles of ties that have a sign, and whether each is in balance.

In: ties. Out: `Triangle`s, sorted by their sides.

Sources: Heider (1946); Cartwright and Harary (1956): a triangle is in balance if the product of its signs is positive.
"""

from collections.abc import Iterable

from dragoman.model.network import Tie, Triangle


def find_triangles(ties: Iterable[Tie]) -> tuple[Triangle, ...]:
    """Each triangle once; its time grows with their number."""
    after: dict[str, dict[str, int]] = {}  # code -> later codes in the alphabet with the sign of the tie
    for tie in ties:
        if tie.sign:
            after.setdefault(tie.a, {})[tie.b] = tie.sign
    found: list[Triangle] = []
    for first in sorted(after):
        for second in sorted(after[first].keys() & after.keys()):
            for third in sorted(after[first].keys() & after[second].keys()):
                signs = after[first][second], after[first][third], after[second][third]
                found.append(Triangle((first, second, third), signs, signs[0] * signs[1] * signs[2] > 0))
    return tuple(found)
