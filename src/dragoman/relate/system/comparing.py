"""What is otherwise in one system than in another: the answer to "what if".

In: two systems. Out: a `Difference`. Camps of the second should have been sought near those of the first, else equally
good divisions may differ for no reason.
"""

from collections.abc import Iterable

from dragoman.model.network import Camps, Difference, Pressure, System, Triangle
from dragoman.model.relation import Pair
from dragoman.relate.system.moving import find_moved


def compare_systems(before: System, after: System) -> Difference:
    """What changes from the first system to the second; all lists sorted."""
    was, now = {each.sides: each for each in before.triangles}, {each.sides: each for each in after.triangles}
    both = sorted(was.keys() & now.keys())
    stood, stand = _members(before), _members(after)
    return Difference(
        moved=_find_all_moved(before.camps, after.camps),
        joined=tuple(sorted(stand - stood)),
        left=tuple(sorted(stood - stand)),
        frustration=(before.frustration, after.frustration),
        bound=(before.bound, after.bound),
        relieved=tuple(now[sides] for sides in both if now[sides].balanced and not was[sides].balanced),
        upset=tuple(now[sides] for sides in both if was[sides].balanced and not now[sides].balanced),
        arisen=_pick(now.values(), was),
        gone=_pick(was.values(), now),
        turned=_find_turned(before, after),
    )


def _members(system: System) -> set[str]:
    return {code for camps in system.camps for code in (*camps.first, *camps.second)}


def _find_all_moved(before: Iterable[Camps], after: Iterable[Camps]) -> tuple[str, ...]:
    """Sides that moved within parts that were one before and are one now: no others can be compared."""
    places = [dict.fromkeys(camps.first, 1) | dict.fromkeys(camps.second, -1) for camps in after]
    return tuple(sorted(code for camps in before for sides in places for code in find_moved(camps, sides)))


def _pick(triangles: Iterable[Triangle], known: dict[tuple[str, str, str], Triangle]) -> tuple[Triangle, ...]:
    return tuple(each for each in triangles if each.sides not in known)


def _find_turned(before: System, after: System) -> tuple[tuple[Pressure, Pressure], ...]:
    was, now = {each.pair: each for each in before.pressures}, {each.pair: each for each in after.pressures}
    pairs = sorted(was.keys() | now.keys())
    both = [(was.get(pair) or _none_on(pair, before), now.get(pair) or _none_on(pair, after)) for pair in pairs]
    return tuple((one, other) for one, other in both if _direction(one) != _direction(other))


def _none_on(pair: Pair, system: System) -> Pressure:
    """The pressure on a pair that shares no third side."""
    sign = next((tie.sign for tie in system.ties if (tie.a, tie.b) == pair), 0)
    return Pressure(pair, sign, (), ())


def _direction(pressure: Pressure) -> int:
    return (pressure.net > 0) - (pressure.net < 0)
