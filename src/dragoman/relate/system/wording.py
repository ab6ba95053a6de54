"""The words for a pressure: which triangles ask for what, so that an analyst can check each of them.

In: a pressure, its tie if it has one, signs of ties, names. Out: two sentences. They say only what the signs say: which
triangles would come into balance and which out of it; not that anything will happen.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.network import Pressure, Tie
from dragoman.model.relation import Pair

MOST = 6
"""Third sides that are named of one kind; the pressure itself holds all of them."""

Name = Callable[[str], str]
Signs = Mapping[str, Mapping[str, int]]
"""Signs of ties by one code, then the other, in both orders."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TERMS = {1: "good", -1: "bad"}


def spell_pressure(pressure: Pressure, tie: Tie | None, signs: Signs, name: Name) -> str:
    """A pressure in two sentences: how the pair gets on, and what other terms would do to its triangles.

    Example:
        >>> signs = {"CHN": {"PAK": 1, "RUS": 1}, "IND": {"PAK": -1, "RUS": 1}}
        >>> names = {"CHN": "China", "IND": "India", "PAK": "Pakistan", "RUS": "Russia"}
        >>> pressure = Pressure(("PAK", "RUS"), -1, ("CHN",), ("IND",))
        >>> words = spell_pressure(pressure, Tie("PAK", "RUS", -2.0, -3.0, -1.0, -1), signs, names.__getitem__)
        >>> print(words.replace(". ", ".\\n").replace("; ", ";\\n"))
        Pakistan and Russia are on bad terms, with one unbalanced triangle, through China (good with both);
        and one balanced, through India (bad with Pakistan, good with Russia).
        Good terms would relieve one and upset one: the triangles press neither way.
    """
    sides = _Sides(pressure.pair, (name(pressure.pair[0]), name(pressure.pair[1])), signs, name)
    text = _spell_clear(pressure, tie, sides) if pressure.sign else _spell_unclear(pressure, tie, sides)
    return text[0].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class _Sides:
    """The sides of a pair, and the third ones by how they stand to both."""

    pair: Pair
    names: tuple[str, str]
    signs: Signs
    name: Name

    def through(self, thirds: Sequence[str]) -> str:
        """As ", through China and Iran (good with both) and India (bad with Pakistan, good with Russia)"."""
        kinds: dict[tuple[int, int], list[str]] = {}
        for third in thirds:
            signs = self.signs[third]
            kinds.setdefault((signs[self.pair[0]], signs[self.pair[1]]), []).append(third)
        groups = [f"{self._name_some(kinds[kind])} ({self._spell_kind(kind)})" for kind in sorted(kinds, reverse=True)]
        return f", through {_join(groups)}" if groups else ""

    def _spell_kind(self, kind: tuple[int, int]) -> str:
        one, other = _TERMS[kind[0]], _TERMS[kind[1]]
        return f"{one} with both" if one == other else f"{one} with {self.names[0]}, {other} with {self.names[1]}"

    def _name_some(self, thirds: Sequence[str]) -> str:
        named = [self.name(third) for third in thirds[:MOST]]
        left = len(thirds) - MOST
        return _join([*named, f"{_spell_number(left)} more"] if left > 0 else named)


def _spell_clear(pressure: Pressure, tie: Tie | None, sides: _Sides) -> str:
    unbalanced, balanced = pressure.warmer, pressure.cooler
    if pressure.sign > 0:
        unbalanced, balanced = balanced, unbalanced
    are = "are supposed to be" if tie and tie.supposed else "are"
    noun = "triangle" if len(unbalanced) <= 1 else "triangles"
    return (
        f"{_join(sides.names)} {are} on {_TERMS[pressure.sign]} terms, with "
        f"{_spell_number(len(unbalanced))} unbalanced {noun}{sides.through(unbalanced)}; and "
        f"{_spell_number(len(balanced), none='none')} balanced{sides.through(balanced)}. "
        f"{_TERMS[-pressure.sign].capitalize()} terms would relieve {_spell_number(len(unbalanced), none='none')} and "
        f"upset {_spell_number(len(balanced), none='none')}: {_spell_net(pressure)}."
    )


def _spell_unclear(pressure: Pressure, tie: Tie | None, sides: _Sides) -> str:
    known = "It is not clear" if tie else "It is not known"
    warmer, cooler = pressure.warmer, pressure.cooler
    noun = "triangle" if len(warmer) <= 1 else "triangles"
    return (
        f"{known} on what terms {_join(sides.names)} are. Good terms would put {_spell_number(len(warmer))} {noun} in "
        f"balance{sides.through(warmer)}; and {_spell_number(len(cooler), none='none')} out of balance"
        f"{sides.through(cooler)}. Bad terms would do the reverse: {_spell_net(pressure)}."
    )


def _spell_net(pressure: Pressure) -> str:
    """Which way the triangles press, all together.

    A tie that has the sign they ask for already is held by them.
    """
    if pressure.net == 0:
        return "the triangles press neither way"
    asked = 1 if pressure.net > 0 else -1
    if asked == pressure.sign:
        return f"the triangles hold the {_TERMS[asked]} terms"
    return f"the triangles press for {_TERMS[asked]} terms"


def _spell_number(number: int, *, none: str = "no") -> str:
    if number == 0:
        return none
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _join(items: Sequence[str]) -> str:
    """Items as a list in words: "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)
