"""A network in words and fields: who stands with whom, what is out of balance, what presses, what would change.

Systems and differences in, lines and plain fields out. Names of actors come from a function that is handed in.
"""

from collections.abc import Callable, Iterable
from itertools import combinations

from dragoman.model.network import Camps, Difference, Pressure, System, Triangle
from dragoman.present.fields import Fields
from dragoman.present.relation_fields import tie_fields
from dragoman.present.wording import count_words, join_words
from dragoman.text.hashing import Plain

Name = Callable[[str], str]


def system_fields(system: System) -> Fields:
    """The whole network."""
    return {
        "day": system.day, "frustration": system.frustration, "bound": system.bound,
        "camps": [_camps_fields(camps) for camps in system.camps],
        "ties": [tie_fields(tie) for tie in system.ties],
        "triangles": [triangle_fields(triangle) for triangle in system.triangles],
        "pressures": [pressure_fields(pressure) for pressure in system.pressures],
    }  # fmt: skip


def triangle_fields(triangle: Triangle) -> Fields:
    """One triangle; signs of first-second, first-third, second-third."""
    return {"sides": list(triangle.sides), "signs": list(triangle.signs), "balanced": triangle.balanced}


def pressure_fields(pressure: Pressure) -> Fields:
    """One pressure."""
    return {"a": pressure.pair[0], "b": pressure.pair[1], "sign": pressure.sign, "net": pressure.net,
            "warmer": list(pressure.warmer), "cooler": list(pressure.cooler), "words": pressure.words}  # fmt: skip


def difference_fields(difference: Difference) -> Fields:
    """What is otherwise."""
    return {
        "moved": list(difference.moved), "joined": list(difference.joined), "left": list(difference.left),
        "frustration": list(difference.frustration), "bound": list(difference.bound),
        "relieved": _all(difference.relieved), "upset": _all(difference.upset),
        "arisen": _all(difference.arisen), "gone": _all(difference.gone),
        "turned": [[pressure_fields(before), pressure_fields(after)] for before, after in difference.turned],
    }  # fmt: skip


def describe_camps(system: System, name: Name) -> list[str]:
    """The camps of each part of the network, and how many ties go against them."""
    if not system.camps:
        return ["No pair has a tie whose sign is clear, so there are no camps."]
    return [line for camps in system.camps for line in _describe_part(camps, name)]


def describe_triangles(system: System, name: Name, *, balanced: bool) -> list[str]:
    """Those in or out of balance, one a line, those of which most is told first."""
    told = {frozenset((tie.a, tie.b)): tie.acts + tie.verdicts for tie in system.ties}
    some = [triangle for triangle in system.triangles if triangle.balanced == balanced]
    some.sort(key=lambda triangle: -min(told.get(frozenset(pair), 0) for pair in combinations(triangle.sides, 2)))
    return [spell_triangle(triangle, name) for triangle in some]


def describe_pressures(system: System) -> list[str]:
    """Which pairs are pressed to be other than they are, or than is known of them, strongest first.

    A pair of which much is told, but not on what terms it is, stands there even where its triangles press neither way.
    """
    told = {(tie.a, tie.b) for tie in system.ties}
    pressed = [each for each in system.pressures if each.net and each.net * each.sign <= 0]
    open_ones = [each for each in system.pressures if not each.net and not each.sign and each.pair in told]
    return [each.words for each in (*pressed, *open_ones)]


def spell_triangle(triangle: Triangle, name: Name) -> str:
    """As "Russia is on good terms with both India and Pakistan, who are on bad terms with each other"."""
    a, b, c = triangle.sides
    pairs = dict(zip(((a, b), (a, c), (b, c)), triangle.signs, strict=True))
    good = [pair for pair, sign in pairs.items() if sign > 0]
    if len(good) in (0, 3):
        terms = "on good terms with one another" if good else "on bad terms with one another"
        return f"{_named(triangle.sides, name)} are all {terms}"
    odd = next(pair for pair, sign in pairs.items() if (sign > 0) == (len(good) == 1))
    (third,) = set(triangle.sides) - set(odd)
    if len(good) == 1:
        return f"{_named(odd, name)} are on good terms, and both on bad terms with {name(third)}"
    return f"{name(third)} is on good terms with both {_named(odd, name)}, who are on bad terms with each other"


def describe_difference(difference: Difference, name: Name) -> list[str]:
    """What would change, in sentences; one that says so where nothing would."""
    lines = []
    if difference.moved:
        lines.append(f"Changes camp: {_named(difference.moved, name)}.")
    if difference.joined:
        lines.append(f"Joins the network: {_named(difference.joined, name)}.")
    if difference.left:
        lines.append(f"Drops out of the network: {_named(difference.left, name)}.")
    before, after = difference.frustration
    if before != after:
        lines.append(f"Ties against the camps: {before} before, {after} after.")
    for what, some in (("Comes into balance", difference.relieved), ("Falls out of balance", difference.upset),
                       ("Arises", difference.arisen), ("Is no longer there", difference.gone)):  # fmt: skip
        lines += [f"{what}: {spell_triangle(triangle, name)}." for triangle in some]
    lines += [f"Pressure turns: {after.words}" for _, after in difference.turned if after.words]
    return lines or ["Nothing would change: no camp, no triangle, no pressure."]


def _describe_part(camps: Camps, name: Name) -> list[str]:
    sides = " against ".join(_named(camp, name) for camp in (camps.first, camps.second) if camp)
    if not camps.second:
        return [f"Together: {sides}."]
    against = count_words(camps.frustration, "tie")
    goes = "goes" if camps.frustration == 1 else "go"
    proof = "" if camps.proved else f" (not proved to be the fewest: no division has fewer than {camps.bound})"
    lines = [f"Camps: {sides}; {against} {goes} against it{proof}."]
    if camps.frustrated:
        pairs = join_words([f"{name(a)} and {name(b)}" for a, b in camps.frustrated])
        lines.append(f"  Against it: {pairs}.")
    if camps.wavering:
        lines.append(f"  Could as well stand on the other side: {_named(camps.wavering, name)}.")
    return lines


def _camps_fields(camps: Camps) -> Fields:
    return {"first": list(camps.first), "second": list(camps.second), "frustration": camps.frustration,
            "bound": camps.bound, "proved": camps.proved, "wavering": list(camps.wavering),
            "frustrated": [list(pair) for pair in camps.frustrated]}  # fmt: skip


def _all(triangles: Iterable[Triangle]) -> list[Plain]:
    return [triangle_fields(triangle) for triangle in triangles]


def _named(codes: Iterable[str], name: Name) -> str:
    return join_words([name(code) for code in codes])
