"""The whole system of one day, from its ties."""

from collections.abc import Iterable, Sequence

from dragoman.model.network import Camps, System, Tie
from dragoman.relate.system.camps import SECONDS, find_camps
from dragoman.relate.system.pressure import find_pressures
from dragoman.relate.system.triangles import find_triangles
from dragoman.relate.system.wording import Name


def build_system(
    day: str, ties: Iterable[Tie], name: Name, *, seconds: float = SECONDS, near: Sequence[Camps] = ()
) -> System:
    """Camps, triangles and pressures of the signed network on a day.

    Args:
        day: ISO date, as it is shown; the ties are those of this day already.
        ties: at most one for each pair, in any order; those without a sign count for no triangle and no camp.
        name: gives the name of a code, as it is to be shown in the midst of a sentence.
        seconds: time to prove that no better camps exist.
        near: camps of an earlier system, kept where they are as good as any other.

    Raises:
        UsageError: two ties are given for one pair.
    """
    given = tuple(sorted(ties, key=lambda tie: (tie.a, tie.b)))
    camps = find_camps(given, seconds=seconds, near=near)
    return System(day, given, camps, find_triangles(given), find_pressures(given, name))
