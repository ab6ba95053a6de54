"""Pressures: which way the triangles through a pair press on its tie, whether it has one or not.

In: ties, names of codes. Out: `Pressure`s, strongest first.

Source: Cartwright and Harary (1956): a third side with like ties to both asks for a good tie between them, one with
unlike ties for a bad one.
"""

from collections.abc import Iterable

from dragoman.model.network import Pressure, Tie
from dragoman.model.relation import Pair
from dragoman.relate.system.wording import Name, spell_pressure


def find_pressures(ties: Iterable[Tie], name: Name) -> tuple[Pressure, ...]:
    """A pressure for each pair that has at least one third side with signed ties to both.

    Strongest first: by how many more triangles ask for the one than for the other; then those that go against the
    tie; then by number of triangles, then by pair.

    Args:
        ties: at most one for each pair.
        name: gives the name of a code, as it is to be shown in the midst of a sentence.
    """
    known = {(tie.a, tie.b): tie for tie in ties}
    signs = _signs_of(known.values())
    shared = _share_thirds(signs)
    found = [_weigh(pair, shared[pair], known.get(pair), signs, name) for pair in sorted(shared)]
    return tuple(sorted(found, key=_rank))


def _signs_of(ties: Iterable[Tie]) -> dict[str, dict[str, int]]:
    signs: dict[str, dict[str, int]] = {}
    for tie in ties:
        if tie.sign:
            signs.setdefault(tie.a, {})[tie.b] = tie.sign
            signs.setdefault(tie.b, {})[tie.a] = tie.sign
    return signs


def _share_thirds(signs: dict[str, dict[str, int]]) -> dict[Pair, list[str]]:
    """Third sides of each pair, sorted."""
    shared: dict[Pair, list[str]] = {}
    for third in sorted(signs):
        others = sorted(signs[third])
        for index, first in enumerate(others):
            for second in others[index + 1 :]:
                shared.setdefault((first, second), []).append(third)
    return shared


def _weigh(
    pair: Pair, thirds: list[str], tie: Tie | None, signs: dict[str, dict[str, int]], name: Name
) -> Pressure:
    first, second = signs[pair[0]], signs[pair[1]]
    warmer = tuple(third for third in thirds if first[third] == second[third])
    cooler = tuple(third for third in thirds if first[third] != second[third])
    bare = Pressure(pair, tie.sign if tie else 0, warmer, cooler)
    return Pressure(bare.pair, bare.sign, warmer, cooler, spell_pressure(bare, tie, signs, name))


def _rank(pressure: Pressure) -> tuple[int, bool, int, Pair]:
    along = pressure.net * pressure.sign >= 0
    return -abs(pressure.net), along, -len(pressure.warmer) - len(pressure.cooler), pressure.pair
